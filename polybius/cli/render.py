"""A reading, set out for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from polybius.nouns import Credit, Document, EventMention, Quotation, Reading
from polybius.wording import (
    Row,
    basis_words,
    flight_words,
    launch_heading,
    long_date,
    plans_of,
    rows_of,
    speaker_words,
)

INDENT = (0, 0, 0, 2)
LONGEST_STATEMENT = 260


def rendered(reading: Reading) -> RenderableType:
    """Headline, launches with their figures and speakers, statements, plans, what was left out."""
    parts = [
        *_head(reading.document),
        *(_launch(reading, event) for event in reading.events),
        *_statements(reading),
        *_plans(reading),
        *_foot(reading),
    ]
    return Group(*parts)


def _head(document: Document) -> Iterator[RenderableType]:
    yield Text(document.title or "(no title)", style="bold")
    names = list(dict.fromkeys(filter(None, (document.agency, document.outlet))))
    parts = [*names, _published(document)]
    if document.language and document.language != "en":
        parts.append(f"language {document.language}")
    yield Text(" · ".join(parts), style="dim")
    if document.url:
        yield Text(document.url, style="dim", overflow="fold")
    yield Text()


def _published(document: Document) -> str:
    published = document.published
    if published.value is None:
        return f"undated ({published.reason})"
    return f"{long_date(published.value[:10])} ({basis_words(published.basis)})"


def _launch(reading: Reading, event: EventMention) -> RenderableType:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(ratio=3)
    table.add_column(ratio=2, style="dim")
    for row in rows_of(reading, event):
        table.add_row(*_cells(row))
    flights = flight_words(event)
    body: RenderableType = Group(table, Text(), Text(flights, style="dim")) if flights else table
    heading = escape(launch_heading(event))
    main = bool(event.pack.get("main"))
    return Panel(body, title=heading, title_align="left", border_style="bold" if main else "dim")


def _cells(row: Row) -> tuple[str, str, str]:
    return escape(row.label), escape(row.value), escape(row.speaker)


def _statements(reading: Reading) -> Iterator[RenderableType]:
    """Who said what, in the order of the report; nested sayings only once."""
    said = [each for each in reading.annotations.quotations if not each.attitude]
    shown = [each for each in said if not _is_inside_another(each, said)]
    if not shown:
        return
    yield Text("\nWho said what", style="bold")
    for quotation in shown:
        yield Padding(_statement(reading.document, quotation), INDENT)


def _is_inside_another(quotation: Quotation, others: Sequence[Quotation]) -> bool:
    return any(
        other is not quotation
        and other.content.contains(quotation.content)
        and other.content != quotation.content
        for other in others
    )


def _statement(document: Document, quotation: Quotation) -> Text:
    who = speaker_words(quotation.chain or ((quotation.speaker,) if quotation.speaker else ()))
    words = _words(document, quotation)
    line = Text()
    line.append(who or "somebody", style="magenta")
    if quotation.denied:
        line.append(" (denial)", style="red")
    line.append("  ")
    line.append(words)
    return line


def _words(document: Document, quotation: Quotation) -> str:
    pieces = quotation.pieces or (quotation.content,)
    words = " … ".join(" ".join(piece.of(document.text).split()) for piece in pieces)
    if len(words) > LONGEST_STATEMENT:
        words = words[:LONGEST_STATEMENT].rsplit(" ", 1)[0] + " …"
    return words


def _plans(reading: Reading) -> Iterator[RenderableType]:
    """Sentences about what lies after the publication date, or is planned."""
    found = plans_of(reading)
    if found:
        yield Text("\nWhat is planned", style="bold")
    for plan in found:
        words = Text(plan.words)
        words.highlight_words(plan.marked, style="green")
        yield Padding(words, INDENT)


def _foot(reading: Reading) -> Iterator[RenderableType]:
    document = reading.document
    if document.credits:
        yield Text("\nCredits", style="bold")
        yield Padding(Text(_credits(document.credits)), INDENT)
    left_out = _left_out(document)
    if left_out:
        yield Text("\nLeft out", style="bold")
        yield Padding(Text(left_out), INDENT)
    if reading.warnings:
        yield Text("\nWarnings", style="bold yellow")
        for warning in reading.warnings:
            yield Padding(Text(warning.message), INDENT)


def _credits(credits_: Sequence[Credit]) -> str:
    roles: dict[str, list[str]] = {}
    for credit in credits_:
        name = credit.name or credit.agency or credit.place or ""
        place = f" in {credit.place}" if credit.place and credit.name else ""
        agency = f" ({credit.agency})" if credit.agency and credit.name else ""
        roles.setdefault(credit.role, []).append(name + place + agency)
    return "; ".join(f"{role}: {', '.join(names)}" for role, names in roles.items())


def _left_out(document: Document) -> str:
    links = Counter("controls" if link.role == "control" else "links" for link in document.links)
    counts = [
        (len(document.comments), "reader's comment", "readers' comments"),
        (links["links"], "link", "links"),
        (links["controls"], "control", "controls"),
    ]
    parts = [f"{count} {one if count == 1 else many}" for count, one, many in counts if count]
    return ", ".join(parts)
