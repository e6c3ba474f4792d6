"""``polybius export``: the record as a file for others."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polybius.cli.options import DEFAULT_RECORD, RecordOption
from polybius.errors import BadInput

if TYPE_CHECKING:
    from polybius.record.exports import Format


def export(
    file_format: Annotated[
        str,
        typer.Option(
            "--format",
            "-f",
            help="jsonl, csv, parquet or geojson; else as the output's name ends, else jsonl.",
            show_default=False,
        ),
    ] = "",
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            help="The file to write; its ending (.csv) tells the format. Standard output where "
            "none.",
        ),
    ] = None,
    revisions: Annotated[
        bool, typer.Option("--revisions", help="Earlier revisions of edited pages too.")
    ] = False,
    record: RecordOption = DEFAULT_RECORD,
) -> None:
    """Write the record as a file, with the sentence and the speaker in every row.

    jsonl holds whole readings and loses nothing; csv and parquet one row a
    claim; geojson one feature an event mention.
    """
    from polybius.cli.console import write_file
    from polybius.cli.records import open_existing
    from polybius.record.exports import export as exported

    chosen = _format(file_format, output)
    with open_existing(record) as opened:
        content = exported(opened.readings(revisions=revisions), chosen)
    write_file(output, content)


def _format(given: str, output: Path | None) -> Format:
    """The format asked for, by its name or by the ending of the output's name.

    Raises:
        BadInput: where neither is one; a name without an ending asks for none.
    """
    from polybius.record.exports import FORMATS

    ending = output.suffix.removeprefix(".").lower() if output else ""
    wanted = given or ending or "jsonl"
    for known in FORMATS:
        if known == wanted:
            return known
    said = f"--format {given}" if given else f"{output}: {output.suffix if output else ''}"
    raise BadInput(
        f"{said}: no such format; there are {', '.join(FORMATS)}: name one with --format"
    )
