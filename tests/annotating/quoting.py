"""Quotations of a short text, as words, for tests."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.annotating.quotations import Resolve, quotations
from polybius.annotating.sentences import sentences
from polybius.nouns import Document, Quotation


@dataclass(frozen=True)
class Said:
    """A quotation, with the words at its spans."""

    quotation: Quotation
    content: str
    cue: str | None
    source: str | None
    speaker: str | None
    chain: tuple[str | None, ...]
    hedges: tuple[str, ...]


def said(text: str, resolve: Resolve | None = None) -> list[Said]:
    """Every quotation in *text*, in order of content."""
    document = Document.of_text(text)
    found = quotations(document, sentences(document), resolve)
    return [
        Said(
            each,
            " | ".join(piece.of(text) for piece in each.pieces),
            each.cue.of(text) if each.cue else None,
            each.source.of(text) if each.source else None,
            each.speaker.name if each.speaker else None,
            tuple(actor.name for actor in each.chain),
            tuple(hedge.of(text) for hedge in each.hedges),
        )
        for each in found
    ]


def only(text: str) -> Said:
    """The one quotation in *text*."""
    found = said(text)
    assert len(found) == 1, [(each.source, each.cue, each.content) for each in found]
    return found[0]
