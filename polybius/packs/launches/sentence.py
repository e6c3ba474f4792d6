"""A sentence of a launch report, with what the annotators found in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from polybius.annotating.tagging import tags
from polybius.annotating.tokens import Tokens, tokens
from polybius.nouns import Annotations, Document, Place, Quantity, Quotation, Span, Timex
from polybius.packs.launches.days import Relative, relatives
from polybius.packs.launches.words import words
from polybius.reading.credits.datelines import LONGEST, dateline_at


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
    relatives: tuple[Relative, ...] = ()

    @cached_property
    def tokens(self) -> Tokens:
        """The words, with offsets into the sentence."""
        return tokens(self.text)

    @cached_property
    def folded(self) -> str:
        """The sentence without case, to look for words in before patterns do."""
        return self.text.casefold()

    @cached_property
    def has_weapon(self) -> bool:
        """Whether it names anything that is fired."""
        return words().weapon.search(self.text) is not None

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


_OPENING = 8
"""A dateline opens one of the first so many sentences: scraped texts put other lines before it."""
_CAPTION = re.compile(
    r"\b(?:photo|image|picture|screengrab|footage|handout)s? (?:\w+ )?(?:released|provided|taken"
    r"|distributed|made available)\b|\bin this (?:\w+ ){0,3}(?:photo|image|picture|handout)\b"
    r"|\bfile photo\b",
    re.IGNORECASE,
)


def sentences_of(document: Document, annotations: Annotations) -> list[Sentence]:
    """All sentences of a document, with their share of its annotations.

    Days of datelines and of the captions of photographs are no days of what is told:
    they are left out.
    """
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
        _sentence(
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
        )
        for index, (span, times, places, quantities) in enumerate(shares)
    ]


def _sentence(sentence: Sentence) -> Sentence:
    """The sentence with the days that are told from others, without those that tell nothing."""
    told = tuple(relatives(sentence.text, sentence.span.start))
    times = _telling(sentence) if sentence.times else ()
    if told:
        kept = [t for t in times if not any(t.span.overlaps(each.span) for each in told)]
        own = [each.timex() for each in told if not each.follows]
        times = tuple(sorted([*kept, *own], key=lambda timex: timex.span))
    if not told and len(times) == len(sentence.times):
        return sentence
    return replace(sentence, times=times, relatives=told)


def _telling(sentence: Sentence) -> tuple[Timex, ...]:
    if _CAPTION.search(sentence.text):
        return ()
    if sentence.index >= _OPENING or not sentence.opens_paragraph:
        return sentence.times
    if sentence.times[0].span.start > sentence.span.start + LONGEST:
        return sentence.times
    dateline = dateline_at(sentence.text)
    end = sentence.span.start + dateline.end if dateline else 0
    return tuple(timex for timex in sentence.times if timex.span.start >= end)


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
