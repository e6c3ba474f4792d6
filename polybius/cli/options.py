"""Options that several commands share, worded once."""

from __future__ import annotations

from typing import Annotated

import typer

Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH…",
        help="HTML, text, feed or WARC files, folders of them, addresses (https://…), or - for "
        "standard input.",
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="When the page was published (2019-08-02, or with time and zone), where it does not "
        "say so itself.",
    ),
]
UrlOption = Annotated[
    str | None, typer.Option("--url", help="The address that the page came from; for one page.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, one object a line.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")]
RecordOption = Annotated[
    str,
    typer.Option(
        "--record",
        "-r",
        metavar="FILE",
        envvar="POLYBIUS_RECORD",
        help="The record: a file, or its URL (sqlite:///polybius.db); `add` makes it when missing.",
    ),
]
DEFAULT_RECORD = "polybius.db"
