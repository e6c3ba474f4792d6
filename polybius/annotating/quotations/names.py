"""The people whom a document names in full."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from polybius.annotating.quotations.mentions import Mention, mention, people
from polybius.nouns import Span

# Capitalised words, with what may stand between them within one name.
CAPITALS = re.compile(
    r"(?!(?:The|A|An|But|And|While|As|If|When|After|Before|In|On|At|For|With|Although|Since)\b)"
    r"[A-Z](?:[’'][A-Z])?[\w.-]*+"
    r"(?:[ \u00a0](?:of|for|and|the|de|van|von|bin|al)(?=[ \u00a0][A-Z])"
    r"|[ \u00a0][A-Z](?:[’'][A-Z])?[\w.-]*+)*+"
)
# How many names before are searched, and how far back an office is looked for.
_REMEMBERED, _OFFICE = 60, 60


class Names:
    """Full names with the office before them, read when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._all: list[Mention] | None = None
        self._by_word: dict[str, list[Mention]] = {}

    def with_word(self, word: str) -> Sequence[Mention]:
        """The names that begin or end with *word*, in order of the text."""
        self._read()
        return self._by_word.get(word, ())

    def before(self, offset: int) -> Sequence[Mention]:
        """The last names that start before *offset*, nearest first."""
        names = self._read()
        last = bisect.bisect_left(names, offset, key=lambda each: each.span.start)
        return names[max(0, last - _REMEMBERED) : last][::-1]

    def bracketed(self, acronym: str) -> Mention | None:
        """The full form before an acronym in brackets: "Joint Chiefs of Staff (JCS)"."""
        at = self._text.find(acronym)
        if at < 0:
            return None
        runs = list(CAPITALS.finditer(self._text, max(0, at - 2 * _OFFICE), at))
        if not runs or self._text[runs[-1].end() : at].strip():
            return None
        return mention(self._text, Span(runs[-1].start(), at + len(acronym)))

    def _read(self) -> list[Mention]:
        if self._all is None:
            runs = (run for run in CAPITALS.finditer(self._text) if " " in run[0])
            found = (mention(self._text, _with_office(self._text, run)) for run in runs)
            self._all = [each for each in found if len(each.name) > 1]
            for each in self._all:
                for word in {each.name[0], each.name[-1]}:
                    self._by_word.setdefault(word, []).append(each)
        return self._all


def _with_office(text: str, run: re.Match[str]) -> Span:
    """The span of capitalised words and of the office in lower case before them."""
    lists = people()
    start = run.start()
    words = text[max(0, start - _OFFICE) : start].split(" ")[:-1]
    offices = lists["titles"] | lists["persons"]
    while words and words[-1] and words[-1].lower() in offices:
        start -= len(words.pop()) + 1
    if start < run.start():
        while words and words[-1][:1].isupper() and words[-1][-1:].isalpha():
            start -= len(words.pop()) + 1
    while words and words[-1][:1].isupper() and words[-1].endswith(("'s", "’s")):
        start -= len(words.pop()) + 1
    return Span(start, run.end())
