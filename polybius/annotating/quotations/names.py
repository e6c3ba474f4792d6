"""The people whom a document names in full."""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Iterator

from polybius.annotating.quotations.mentions import Mention, is_office, mention
from polybius.nouns import Span

# Capitalised words, with what may stand between them within one name.
CAPITALS = re.compile(
    r"(?=[A-Z])(?!(?:The|A|An|But|And|While|As|If|When|After|Before|In|On|At|For|With|Although|Since)\b)"
    r"[A-Z](?:[’'][A-Z])?[\w.-]*+"
    r"(?:[ \u00a0](?:of|for|and|the|de|van|von|bin|al)(?=[ \u00a0][A-Z])"
    r"|[ \u00a0][A-Z](?:[’'][A-Z])?[\w.-]*+)*+"
)
# "given" are names of women and men, too: they are months behind a preposition only.
DATED = re.compile(
    r"(?:(?P<given>April|May|June|August)|January|February|March|July|September|October|November"
    r"|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[ \u00a0](?=[A-Z])"
)
_PREPOSITION = re.compile(
    r"(?:^|[ \u00a0“‘\n])"
    r"(?:in|of|since|until|by|from|during|last|next|this|early|late|mid)[ \u00a0]\Z",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[ \u00a0]")
# How many names are searched, and how many characters back an office is looked for.
_SEARCHED, _OFFICE = 60, 60


class Names:
    """Full names, and names with an office before them, read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._read: dict[int, Mention | None] = {}

    @functools.cached_property
    def _runs(self) -> list[re.Match[str]]:
        runs = (self._run(run) for run in CAPITALS.finditer(self._text))
        return [run for run in runs if run is not None and _PARTED.search(run[0])]

    def _run(self, run: re.Match[str]) -> re.Match[str] | None:
        """*run* without the month or day before it: "In April Kim" names no April Kim."""
        dated = DATED.match(run[0])
        if dated is None or (dated["given"] and not _PREPOSITION.search(self._before(run))):
            return run
        return CAPITALS.match(self._text, run.start() + dated.end())

    def _before(self, run: re.Match[str]) -> str:
        return self._text[max(0, run.start() - 12) : run.start()]

    @functools.cached_property
    def _by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, run in enumerate(self._runs):
            for word in {word.rstrip(".") for word in _PARTED.split(run[0])}:
                found.setdefault(word, []).append(at)
        return found

    def with_word(self, word: str) -> Iterator[Mention]:
        """The names that begin or end with *word*, in order of the text."""
        for at in self._by_word.get(word, ())[:_SEARCHED]:
            name = self._name(at)
            if name is not None and word in (name.name[0], name.name[-1]):
                yield name

    def before(self, offset: int) -> Iterator[Mention]:
        """The last names that start before *offset*, nearest first."""
        last = bisect.bisect_left(self._runs, offset, key=lambda run: run.start())
        for at in range(last - 1, max(-1, last - _SEARCHED), -1):
            name = self._name(at)
            if name is not None:
                yield name

    def bracketed(self, acronym: str) -> Mention | None:
        """The full form before an acronym in brackets: "Joint Chiefs of Staff (JCS)"."""
        at = self._text.find(acronym)
        if at < 0:
            return None
        runs = list(CAPITALS.finditer(self._text, max(0, at - 2 * _OFFICE), at))
        if not runs or self._text[runs[-1].end() : at].strip():
            return None
        return mention(self._text, Span(runs[-1].start(), at + len(acronym)))

    def _name(self, at: int) -> Mention | None:
        if at not in self._read:
            found = mention(self._text, _with_office(self._text, self._runs[at]))
            known = len(found.name) > 1 or (found.name and found.role)
            self._read[at] = found if known else None
        return self._read[at]


def _with_office(text: str, run: re.Match[str]) -> Span:
    """The span of capitalised words and of the office in lower case before them."""
    start = run.start()
    words = text[max(0, start - _OFFICE) : start].split(" ")[:-1]
    while words and words[-1] and is_office(words[-1].lower()):
        start -= len(words.pop()) + 1
    if start < run.start():
        while words and words[-1][:1].isupper() and words[-1][-1:].isalpha():
            start -= len(words.pop()) + 1
    while words and words[-1][:1].isupper() and words[-1].endswith(("'s", "’s")):
        start -= len(words.pop()) + 1
    return Span(start, run.end())
