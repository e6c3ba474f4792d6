"""A sentence of a launch report, with what the annotators found in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol, TypeVar

from polybius.annotating.tagging import tags
from polybius.annotating.tokens import Tokens, tokens
from polybius.nouns import Annotations, Document, Place, Quantity, Quotation, Span, Timex


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Found = TypeVar("Found", bound=_Spanned)


@dataclass(frozen=True)
class Sentence:
    """One sentence: its words lazily, its annotations at once. Offsets are the document's."""

    index: int
    span: Span
    text: str
    opens_paragraph: bool
    times: tuple[Timex, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    cues: tuple[Span, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """The words, with offsets into the sentence."""
        return tokens(self.text)

    @cached_property
    def tags(self) -> str:
        """One letter a token; see ``polybius.annotating.tagging``."""
        return tags(self.tokens.forms, self.tokens.words)

    def token_at(self, position: int) -> int:
        """The number of the token that covers the document's offset *position*, or follows it."""
        within = position - self.span.start
        for number, end in enumerate(self.tokens.ends):
            if end > within:
                return number
        return len(self.tokens.ends) - 1

    def between(self, start: int, end: int) -> str:
        """The words between two of the document's offsets, cut to the sentence."""
        first = max(start, self.span.start) - self.span.start
        return self.text[first : max(first, end - self.span.start)]

    def before(self, position: int) -> str:
        """The sentence up to the document's offset *position*."""
        return self.between(self.span.start, position)

    def after(self, position: int) -> str:
        """The sentence from the document's offset *position*."""
        return self.between(position, self.span.end)


def sentences_of(document: Document, annotations: Annotations) -> list[Sentence]:
    """All sentences of a document, with their share of its annotations."""
    starts = {paragraph.start for paragraph in document.paragraphs}
    spans = annotations.sentences
    shares = zip(
        spans,
        _share(annotations.times, spans),
        _share(annotations.places, spans),
        _share(annotations.quantities, spans),
        strict=True,
    )
    cues = _cues(annotations.quotations)
    return [
        Sentence(
            index,
            span,
            span.of(document.text),
            span.start in starts,
            times,
            places,
            quantities,
            tuple(cue for cue in cues if span.contains(cue)),
        )
        for index, (span, times, places, quantities) in enumerate(shares)
    ]


def _cues(quotations: tuple[Quotation, ...]) -> list[Span]:
    return [quotation.cue for quotation in quotations if quotation.cue]


def _share(found: Sequence[Found], sentences: Sequence[Span]) -> list[tuple[Found, ...]]:
    """The annotations that lie in each sentence, in one pass over both."""
    waiting = sorted(found, key=lambda each: each.span, reverse=True)
    shares: list[tuple[Found, ...]] = []
    for sentence in sentences:
        share: list[Found] = []
        while waiting and waiting[-1].span.start < sentence.end:
            each = waiting.pop()
            if sentence.contains(each.span):
                share.append(each)
        shares.append(tuple(share))
    return shares
