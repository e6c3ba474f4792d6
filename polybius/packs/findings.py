"""What a pack gives, and who speaks for a claim."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from polybius.nouns import (
    Actor,
    Annotations,
    Claim,
    Document,
    EventMention,
    Quotation,
    ReadingWarning,
    Span,
)


@dataclass(frozen=True, slots=True)
class Findings:
    """The event mentions and claims of one document, and what is odd about them."""

    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()


Pack = Callable[[Document, Annotations], Findings]
"""A domain's own fields: reads an annotated document, changes nothing."""


def narrator(document: Document) -> Actor:
    """Who speaks where nobody is quoted: the agency that wrote it, else the outlet."""
    if document.agency:
        return Actor(document.agency, sectors=("JRN",), role="news agency")
    if document.outlet:
        return Actor(document.outlet, sectors=("JRN",), role="outlet")
    return Actor("the report", sectors=("JRN",), role="outlet", reason="the page names no outlet")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a stretch of text (nearest first, never empty).

    ``quotation`` is what it stands in; ``reason`` how the speaker is known where
    no words of the sentence say so.
    """

    said_by: tuple[Actor, ...]
    quotation: Quotation | None = None
    reason: str | None = None

    @property
    def denied(self) -> bool:
        """Whether the speaker denies it."""
        return self.quotation is not None and self.quotation.denied


def voice_of(span: Span, quotations: Iterable[Quotation], otherwise: Actor) -> Voice:
    """The voice that *span* stands in: the innermost quotation first, then those around it."""
    around = sorted(
        (each for each in quotations if _holds(each, span) and each.speaker),
        key=lambda each: each.content.length,
    )
    chain: list[Actor] = []
    for quotation in around:
        for speaker in quotation.chain or (quotation.speaker,):
            if speaker and all(speaker.name != known.name for known in chain):
                chain.append(speaker)
    return Voice(tuple(chain) or (otherwise,), around[0] if around else None)


def _holds(quotation: Quotation, span: Span) -> bool:
    """Whether the span is part of what is said, not of who says it."""
    if not any(piece.contains(span) for piece in quotation.pieces or (quotation.content,)):
        return False
    return not (quotation.source and quotation.source.overlaps(span))
