"""Adjuncts that no comma parts from the subject: "In July 2019 Seoul said", "In return Yoon said".

Noun phrases are read backwards from the verb, so that what tells when would be
taken for the beginning of the name behind it.
"""

from __future__ import annotations

import functools

from polybius.annotating.quotations.lexicon import lexicon
from polybius.annotating.quotations.units import Unit

_YEAR_DIGITS = 4
_DATING = frozenset(["in", "since", "by", "until", "of", "from", "during", "for", "before"])
_CLOCK = frozenset(["to", "past", "after", "before"])


@functools.cache
def _list(name: str) -> frozenset[str]:
    return lexicon().lists[name]


def is_unit_of_time(word: str) -> bool:
    """Whether *word* names a stretch of the calendar or of the day: "week"."""
    return word in _list("units_of_time")


def past_adjunct(unit: Unit, start: int, end: int) -> int:
    """Where the subject from *start* up to *end* begins behind a date, an hour or an adverbial.

    *start* where it holds none, or where nothing is left that begins as a subject does:
    with a name, a pronoun or an article.
    """
    cut = _adverbial(unit, start) or _past_times(unit, start, end)
    while cut < end and unit.words[cut] in ("later", "earlier", "ago"):
        cut += 1
    begins = cut < end and (unit.shape[cut] in "pod" or unit.forms[cut][0].isupper())
    return cut if begins else start


def _adverbial(unit: Unit, start: int) -> int | None:
    """Past the noun of "in return" and its like, where it opens the clause."""
    opens = start == 1 or (start > 1 and unit.shape[start - 2] in ",;:-cQ")
    if opens and unit.shape[start - 1] == "i" and unit.words[start] in _list("adverbial"):
        return start + 1
    return None


def _past_times(unit: Unit, start: int, end: int) -> int:
    """Past the last word for a time among those that *start* begins with."""
    here = cut = start
    while here < end:
        if _is_clock(unit, here):
            here += 2
            cut = here + 1
        elif _is_time(unit, here):
            cut = here + 1
        elif unit.shape[here] != "#" and unit.words[here] not in _list("dating"):
            break
        here += 1
    return cut


def _is_time(unit: Unit, at: int) -> bool:
    word, form = unit.words[at], unit.forms[at]
    if unit.shape[at] == "y":
        return True
    if unit.shape[at] == "#":
        before = unit.shape[at - 1] if at else "^"
        year = word.isdecimal() and len(word) == _YEAR_DIGITS and word[:2] in ("18", "19", "20")
        return before == "y" or (year and at > 0 and unit.words[at - 1] in _DATING)
    return is_unit_of_time(word) and (form.islower() or at == 0)


def _is_clock(unit: Unit, at: int) -> bool:
    """Whether an hour in words starts here: "ten to eight", "ten past four"."""
    return unit.shape[at : at + 3 : 2] == "##" and unit.words[at + 1] in _CLOCK
