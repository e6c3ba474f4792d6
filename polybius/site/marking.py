"""A report's text with what was found in it marked, paragraph by paragraph."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polybius.nouns import Reading, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the marks that lie on it.

    ``kinds`` are names of marks ("claim", "time", "place", "quotation"), for the
    style sheet; ``anchor`` is an id where a claim begins; ``note`` is told on
    hover and to screen readers.
    """

    text: str
    kinds: str
    anchor: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Mark:
    span: Span
    kind: str
    note: str
    anchor: str | None = None


def marked_paragraphs(reading: Reading) -> list[list[Piece]]:
    """Every paragraph of the report as pieces; together they are its text."""
    marks = sorted(_marks(reading), key=lambda mark: mark.span)
    return [
        list(_pieces(reading.document.text, paragraph, marks))
        for paragraph in reading.document.paragraphs
    ]


def _marks(reading: Reading) -> Iterator[_Mark]:
    for claim in reading.claims:
        note = f"{claim.property.replace('_', ' ')}, said by {claim.said_by[0].name or 'unnamed'}"
        yield _Mark(claim.span, "claim", note, f"c-{claim.id}")
    for timex in reading.annotations.times:
        yield _Mark(timex.span, "time", timex.value or timex.reason or "")
    for place in reading.annotations.places:
        yield _Mark(place.span, "place", ", ".join(filter(None, (place.name, place.country))))
    for quotation in reading.annotations.quotations:
        speaker = quotation.speaker.name if quotation.speaker else None
        for piece in quotation.pieces or (quotation.content,):
            yield _Mark(piece, "quotation", f"said by {speaker or 'somebody'}")


def _pieces(text: str, paragraph: Span, marks: Sequence[_Mark]) -> Iterator[Piece]:
    """The paragraph cut wherever a mark begins or ends."""
    within = [mark for mark in marks if mark.span.overlaps(paragraph)]
    cuts = {paragraph.start, paragraph.end}
    for mark in within:
        cuts.update(edge for edge in mark.span if paragraph.start < edge < paragraph.end)
    edges = sorted(cuts)
    for start, end in itertools.pairwise(edges):
        lying = [mark for mark in within if mark.span.overlaps(Span(start, end))]
        yield _piece(text, Span(start, end), lying)


def _piece(text: str, span: Span, marks: Sequence[_Mark]) -> Piece:
    kinds = " ".join(dict.fromkeys(mark.kind for mark in marks))
    anchor = next((mark.anchor for mark in marks if mark.span.start == span.start), None)
    note = "; ".join(dict.fromkeys(mark.note for mark in marks if mark.note))
    return Piece(span.of(text), kinds, anchor, note or None)
