"""Which missile of a salvo is spoken of: "the first", "the other", "one of them"."""

from __future__ import annotations

import re

from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.series import ORDINALS

_ORDINAL = "first|second|third|fourth|fifth|sixth|seventh|eighth|other|latter"
_MARKER = re.compile(
    rf"\b(?:(?P<one>one)(?: of (?:them|the (?:two|three|four|pair|missiles|projectiles|rockets)))?"
    rf"|(?:the|an|its)\s(?P<part>{_ORDINAL}))\b"
    r"(?=\s{0,2}(?:missiles?|rockets?|projectiles?|ones?|rounds?|shots?|(?:launch|firing)"
    r"(?! (?:since|in|of|this))|of (?:them|the (?:two|three|pair|missiles|projectiles))|,|\.|\)"
    r"|was\b|is\b|were\b|had\b|has\b|flew\b|fell\b|went\b|came\b|land\w+|travel\w+|reached|rose\b|covered|failed|exploded"
    r"|blew\b|disappeared|vanished|hit\b|dropped|at\b|some\b|about\b|around\b|roughly\b"
    r"|reportedly\b|apparently\b|fired\b|launched\b|crossed|splashed|\d|$))",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:both|each|all|they|the (?:two|three|pair|missiles|projectiles|rockets|weapons))\b",
    re.IGNORECASE,
)
_FOR_THE_SECOND = re.compile(
    rf"\s{{0,2}}for the (?P<part>{_ORDINAL})(?: (?:missile|one|of\b)|[.,;]|$)", re.IGNORECASE
)
_RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
_WORDS = frozenset(("one", "missile", "rocket", "projectile", *_ORDINAL.split("|")))


def is_marker(word: str) -> bool:
    """Whether a word may belong to "the other one"."""
    return word in _WORDS


def marker_in(words: str) -> bool:
    """Whether words name one missile of several."""
    return _MARKER.search(words) is not None


def opens(words: str) -> bool:
    """Whether a sentence begins with one missile of several."""
    return _MARKER.match(words) is not None


def part_of(sentence: Sentence, start: int, end: int) -> str | None:
    """The missile that the words from *start* to *end* (of the document) tell of.

    "first", "second" …, "one", "other"; None where all are meant or the text does
    not say.
    """
    after = _FOR_THE_SECOND.match(sentence.after(end))
    if after:
        return after["part"].lower()
    before = sentence.before(start)
    found = list(_MARKER.finditer(before))
    if not found or _is_series(before, found[-1]):
        return None
    whole = list(_WHOLE.finditer(before, found[-1].end()))
    if whole or ";" in before[found[-1].end() :]:
        return None
    return (found[-1]["part"] or found[-1]["one"]).lower()


def _is_series(before: str, marker: re.Match[str]) -> bool:
    """Whether an ordinal counts launches: "the first missile this year" tells of no salvo."""
    return (
        re.match(r"[^,;]{0,24}\b(?:since|this year|this month)\b", before[marker.end() :])
        is not None
    )


def respective(sentence: Sentence, number: int, many: int) -> str | None:
    """The missile of the *number*-th of so *many* like figures that "respectively" closes."""
    if many < 2 or not _RESPECTIVELY.search(sentence.text):
        return None
    return next(word for word, value in ORDINALS.items() if value == number + 1)
