"""The words of a text, and the runs of them that could be the name of a place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from polybius.annotating.places.cues import cues
from polybius.gazetteer.keys import folded, key_of_words

# "U.S.", "W.Va", "D.C"; else letters and digits with apostrophes between them.
WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}+(?![^\W_])"
    r"|(?:[^\W\d_]\.)++[^\W\d_](?![^\W_])"
    r"|[^\W_]++(?:['’‘ʻ`][^\W_]++)*+"
)

# "d’Ivoire": the capital comes after an article.
ELIDED = re.compile(r"[dl]['’][^\W\d_a-z]")

_LONGEST = 7
_JOINTS = frozenset((" ", "-", "‑", "–", "\xa0"))
# Abbreviations whose full stop does not end the name.
_STOPPED = frozenset(["St", "Ste", "Mt", "Ft", "N", "S", "E", "W", "U", "Co", "Dr"])
_ARTICLES = frozenset(["al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "ez"])
_AND = {" & ": "and", "&": "and"}


class Words(NamedTuple):
    """Parallel lists: where each word of the text starts and ends, and the word as written.

    A possessive "'s" is left out of its word.
    """

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]

    def gap(self, at: int) -> str:
        """What stands between word *at* and the next one; "" after the last."""
        return self.text[self.ends[at] : self.starts[at + 1]] if at + 1 < len(self.forms) else ""

    def form(self, at: int) -> str:
        """The word *at*; "" before the first and after the last."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    def beside(self, at: int) -> str:
        """The next word, where nothing but a space parts it from word *at*; else ""."""
        return self.forms[at + 1] if self.gap(at) == " " else ""

    def before(self, at: int) -> str:
        """The word before *at*, where nothing but a space parts them; else ""."""
        return self.forms[at - 1] if at and self.gap(at - 1) == " " else ""


class Run(NamedTuple):
    """Words that could be a name: the first and the last of them, and their key."""

    first: int
    last: int
    key: str


def words_of(text: str) -> Words:
    """The words of *text*."""
    found = list(WORD.finditer(text))
    starts = [match.start() for match in found]
    forms = [_host(match[0]) for match in found]
    ends = [start + len(form) for start, form in zip(starts, forms, strict=True)]
    return Words(text, starts, ends, forms)


def _host(form: str) -> str:
    return form[:-2] if form[-2:] in {"'s", "’s"} and len(form) > 2 else form


def runs_of(words: Words) -> Iterator[Run]:
    """Every run of words that a name could be, from each capital on, longest last."""
    for first, form in enumerate(words.forms):
        if form[0].isupper() or (form in _ARTICLES and words.gap(first) == "-"):
            if _ends(words, first):
                yield Run(first, first, folded(form))
            else:
                yield from _from(words, first)


def _ends(words: Words, at: int) -> bool:
    """Whether no name can go on after word *at*: the common case, told quickly."""
    if at + 1 == len(words.forms):
        return True
    following = words.forms[at + 1]
    if following[0].islower() and not ELIDED.match(following):
        known = cues()
        return following not in known.links and following not in known.tails
    return words.text[words.ends[at]] in ",;:)\n"


def _from(words: Words, first: int) -> Iterator[Run]:
    known = cues()
    parts: list[str] = []
    for at in range(first, min(first + _LONGEST, len(words.forms))):
        form = words.forms[at]
        small = not (form[0].isupper() or form[0].isdigit() or ELIDED.match(form))
        if small and at > first and form not in known.links and form not in known.tails:
            return
        parts.append(folded(form))
        if not small or form in known.tails:
            yield Run(first, at, key_of_words(parts))
        gap = words.gap(at)
        if gap in _AND:
            parts.append("and")
        elif gap not in _JOINTS and not _stopped(form, gap):
            return


def _stopped(form: str, gap: str) -> bool:
    return form in _STOPPED and gap in {". ", "."}
