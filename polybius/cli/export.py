"""``polybius export``: the record as a file for others."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from polybius.cli.options import DEFAULT_RECORD, RecordOption
from polybius.errors import BadInput


def export(
    file_format: Annotated[
        str, typer.Option("--format", "-f", help="jsonl, csv, parquet or geojson.")
    ] = "jsonl",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write; standard output where none."),
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
    from polybius.record.exports import FORMATS
    from polybius.record.exports import export as exported

    if file_format not in FORMATS:
        raise BadInput(f"--format {file_format}: no such format; there are {', '.join(FORMATS)}")
    with open_existing(record) as opened:
        content = exported(opened.readings(revisions=revisions), file_format)
    write_file(output, content)
