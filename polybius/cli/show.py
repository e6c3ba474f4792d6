"""``polybius show``: one document of the record, as it was read."""

from __future__ import annotations

from typing import Annotated

import typer

from polybius.cli.console import print_line
from polybius.cli.console import show as show_parts
from polybius.cli.options import DEFAULT_RECORD, JsonOption, RecordOption


def show(
    name: Annotated[
        str, typer.Argument(help="A document's id, the beginning of it, or its address.")
    ],
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
) -> None:
    """Show one document of the record as it was read."""
    from polybius.cli.records import open_existing

    with open_existing(record) as opened:
        reading = opened.reading(name)
        edition = opened.edition(reading.document.id)
    if as_json:
        from polybius.nouns.form import encode

        print_line(encode(reading))
        return
    from polybius.cli.render import rendered

    if edition.is_superseded:
        typer.echo(
            f"Revision {edition.revision} of {edition.revisions}; the latest is "
            f"{edition.latest}: polybius show {edition.latest[:8]}\n"
        )
    show_parts(rendered(reading))
