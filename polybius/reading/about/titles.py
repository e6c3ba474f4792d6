"""The headline of a page, and its other forms by which it is told from the body."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
# Separators between a headline and the site's name in a page's <title>, in folded text.
_SEPARATOR = re.compile(r" [|–—·•:»«›‹⋆~-] | ?[|»] ?|: ")


@dataclass(frozen=True, slots=True)
class Titles:
    """Every form of the headline that the page itself gives, as words."""

    forms: frozenset[tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, candidates: Iterable[str | None]) -> Titles:
        """The forms in *candidates*, each also without the site's name."""
        forms: set[tuple[str, ...]] = set()
        longest = 0
        for candidate in candidates:
            for form in _forms(candidate or ""):
                forms.add(words(form))
                longest = max(longest, len(form) + 40)
        return cls(frozenset(form for form in forms if len(form) > 1), longest)

    def joined(self, candidates: Iterable[str | None]) -> Titles:
        """These and the forms in *candidates*."""
        more = Titles.of(candidates)
        return Titles(self.forms | more.forms, max(self.longest, more.longest))

    def names(self, text: str) -> bool:
        """Whether *text* is one of the forms, or nearly."""
        said = words(text)
        if said in self.forms:
            return True
        return len(said) > 3 and any(_alike(said, form) for form in self.forms)


def words(text: str) -> tuple[str, ...]:
    """The words of *text* without case and punctuation."""
    return tuple(_WORD.findall(text.lower().replace("’", "'").replace("'", "")))


def _forms(candidate: str) -> list[str]:
    pieces = [piece for piece in _SEPARATOR.split(candidate) if len(piece) > 15]
    return [candidate, *pieces]


def _alike(said: tuple[str, ...], form: tuple[str, ...]) -> bool:
    one, other = set(said), set(form)
    common = len(one & other)
    return common >= 0.8 * max(len(one), len(other))
