"""Places: which words of a report name a place, and which place.

Names are looked up in the gazetteer, the longest first; persons, languages, streets and ordinary
words are left out; what is left is placed by what is written beside it and by what else the
report names. ``docs/data.md`` names the sources of the gazetteer.
"""

from __future__ import annotations

from collections.abc import Sequence

from polybius.annotating.names import person_spans
from polybius.annotating.places.matching import Mention, mentions_of
from polybius.annotating.places.resolving import Choice, resolve
from polybius.annotating.places.senses import place_of
from polybius.annotating.places.weighing import (
    ENOUGH,
    doubt,
    evidence,
    is_direction,
    is_language,
    is_numbered,
    is_street,
    is_town,
)
from polybius.annotating.places.words import Words, words_of
from polybius.nouns import Document, Place, Span

_DATELINE = 3.0
_AGAIN = 1.5
# What speaks against a name counts less where its container is written beside it.
_TOLD = 0.5


def places(document: Document, sentences: Sequence[Span]) -> tuple[Place, ...]:
    """The places that *document* names, in order, none overlapping another.

    A place whose name is sure but not which one it means has null coordinates, with the reason.
    """
    words = words_of(document.text)
    persons = frozenset(
        at
        for person in person_spans(document.text, sentences)
        for at in range(person.start, person.end)
    )
    mentions = [mention for mention in mentions_of(words) if not _excluded(mention, words, persons)]
    choices = resolve(mentions, words)
    starts = frozenset(sentence.start for sentence in sentences)
    weights = [
        _weight(mention, choice, words, starts, document)
        for mention, choice in zip(mentions, choices, strict=True)
    ]
    sure = {
        mention.key for mention, weight in zip(mentions, weights, strict=True) if weight >= ENOUGH
    }
    return tuple(
        place_of(mention, choice, words)
        for mention, choice, weight in zip(mentions, choices, weights, strict=True)
        if weight + _AGAIN * (mention.key in sure) >= ENOUGH
    )


def _excluded(mention: Mention, words: Words, persons: frozenset[int]) -> bool:
    if not persons.isdisjoint(range(*mention.span)):
        return True
    return (
        is_street(mention, words)
        or is_language(mention, words)
        or is_numbered(mention, words)
        or is_direction(mention, words)
    )


def _weight(
    mention: Mention, choice: Choice, words: Words, starts: frozenset[int], document: Document
) -> float:
    weight = choice.weight
    if choice.naming.usage == "postal" and not choice.contains:
        return 0.0
    if document.dateline is not None and document.dateline.contains(mention.span):
        weight += _DATELINE
    if not is_town(choice.naming.entry):
        return weight
    around = evidence(mention, words, starts)
    if around < 0:
        around *= doubt(choice.naming.entry) * (_TOLD if choice.container else 1.0)
    weight += around
    return weight + (2.0 if choice.contains else 0.0)
