"""``polybius list``: what the record holds."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from polybius.cli.console import console, print_json, show
from polybius.cli.options import DEFAULT_RECORD, JsonOption, RecordOption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from polybius.record import Listed, Refusal

OTHER_COLUMNS = 50
"""Characters that all columns but the title and the publisher need."""

WIDE = 100
"""Characters of a line from which on a publisher is given more room."""


def list_documents(
    record: RecordOption = DEFAULT_RECORD,
    refused: Annotated[
        bool, typer.Option("--refused", help="The pages that could not be read, and why.")
    ] = False,
    revisions: Annotated[
        bool, typer.Option("--revisions", help="Earlier revisions of edited pages too.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """List the documents of the record, or the pages it could not read."""
    from polybius.cli.records import open_existing

    with open_existing(record) as opened:
        documents = opened.documents(revisions=revisions)
        refusals = opened.refusals()
    if as_json:
        for row in refusals if refused else documents:
            print_json(asdict(row))
    elif refused:
        _print_refusals(opened.location, refusals)
    else:
        _print_documents(opened.location, documents)
        _mention_refusals(len(refusals))


def _print_documents(location: str, documents: Sequence[Listed]) -> None:
    from rich.markup import escape
    from rich.table import Table

    if not documents:
        typer.echo(f"{location} holds no documents yet: polybius add PATH…")
        return
    screen = console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("id", no_wrap=True, min_width=8)
    table.add_column("published", no_wrap=True, min_width=10)
    publisher_width = 20 if screen.width >= WIDE else 10
    title_width = max(10, screen.width - OTHER_COLUMNS - publisher_width)
    table.add_column("agency or outlet", no_wrap=True, max_width=publisher_width)
    table.add_column("title", no_wrap=True, max_width=title_width)
    for heading in ("events", "claims", "comments"):
        table.add_column(heading, justify="right", no_wrap=True, min_width=len(heading))
    for each in documents:
        publisher = each.publisher or "–"
        day = (each.published or "undated")[:10]
        title = each.title or "(no title)"
        if each.revision > 1:
            title += f" (revision {each.revision})"
        counts = (str(each.events), str(each.claims), str(each.comments))
        table.add_row(each.id[:8], day, escape(publisher), escape(title), *counts)
    show(table)


def _mention_refusals(count: int) -> None:
    if count:
        typer.echo(f"{count} more could not be read: polybius list --refused", err=True)


def _print_refusals(location: str, refusals: Sequence[Refusal]) -> None:
    if not refusals:
        typer.echo(f"{location}: every page that was added could be read.")
    for each in refusals:
        typer.echo(f"{each.source}: {each.reason} [{each.code}]")
