"""``polybius show``: one document of the record, as it was read."""

from __future__ import annotations

from typing import Annotated

import typer

from polybius.cli.console import console
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
    if as_json:
        from polybius.nouns.form import encode

        typer.echo(encode(reading).decode())
        return
    from polybius.cli.render import rendered

    console().print(rendered(reading))
