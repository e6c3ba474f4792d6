"""How much the words around a name speak for a place, or against one."""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Sequence

from polybius.annotating.names import is_family_name, is_given_name
from polybius.annotating.places.cues import common_words, cues
from polybius.annotating.places.matching import Mention
from polybius.annotating.places.words import Words
from polybius.gazetteer import Entry, Naming

# A million people weigh 6; what is no town weighs as a town of ten to that many people would.
_KIND = {
    "country": 9.0,
    "continent": 8.5,
    "body": 8.0,
    "ocean": 8.0,
    "area": 7.5,
    "sea": 7.5,
    "gulf": 7.0,
    "strait": 7.0,
    "bay": 7.0,
    "canal": 7.0,
    "peninsula": 7.0,
    "desert": 7.0,
    "mountain": 6.5,
    "island": 6.5,
    "river": 6.5,
    "lake": 6.5,
    "land": 6.5,
    "line": 6.5,
    "region": 6.5,
    "county": 5.5,
    "site": 5.5,
    "city part": 5.5,
    "landmark": 6.0,
}
_AMERICAN_STATE = 0.6
_CAPITAL = 2.0
_METROPOLIS = 5_000_000
_HUGE = 0.7
_WELL_KNOWN = 150_000
_DATED = 3.0
_VARIANT = -2.0
TOWNS = frozenset({"city", "capital", "county", "site", "city part", "landmark"})
"""Kinds whose names are often something else as well."""

ENOUGH = 5.0
"""A mention that weighs this is taken for a place: a town of 100,000 named in passing."""

DATELINE = re.compile(r",? ?[(—–-]|, [A-Z]")
BASED = re.compile(r"[-‑](?:based|born|area|bound|wide)\b")


def prominence(naming: Naming) -> float:
    """How likely a name means this entry, before the text is looked at."""
    entry = naming.entry
    return _prominence(entry.kind, entry.country == "USA", entry.population, naming.usage)


@functools.lru_cache(maxsize=50_000)
def _prominence(kind: str, american: bool, population: int, usage: str) -> float:  # noqa: FBT001  # a key of the cache
    if kind in {"city", "capital"}:
        weight = math.log10(max(population, 100))
        weight += _CAPITAL * (kind == "capital") + _HUGE * (population > _METROPOLIS)
    else:
        weight = _KIND[kind] + _AMERICAN_STATE * (american and kind == "region")
        if kind == "county":
            weight += math.log10(max(population, 100)) / 10
    return weight + (_VARIANT if usage == "variant" else 0.0)


def is_town(entry: Entry) -> bool:
    """Whether the entry is of a kind whose names need looking at."""
    return entry.kind in TOWNS


def evidence(mention: Mention, words: Words, sentence_starts: frozenset[int]) -> float:
    """What the words around a mention add to a town's prominence."""
    return (
        _before(mention, words)
        + _after(mention, words)
        + _itself(mention, words, sentence_starts)
        + _DATED * _is_dateline(mention, words, sentence_starts)
    )


def _is_dateline(mention: Mention, words: Words, sentence_starts: frozenset[int]) -> bool:
    """Whether a name in capitals opens a report: "RALEIGH, N.C. (AP) —"."""
    start, end = mention.span
    capitals = start in sentence_starts and words.text[start:end].isupper()
    return capitals and DATELINE.match(words.text, end) is not None


def doubt(entry: Entry) -> float:
    """How much of what speaks against a name counts: half for cities that all know."""
    return 0.5 if entry.population >= _WELL_KNOWN and entry.kind in {"city", "capital"} else 1.0


def _before(mention: Mention, words: Words) -> float:
    known = cues()
    before = words.before(mention.first)
    low = before.lower()
    if low == "the":
        # "the Nice of Russia" is none, "the Nashville festival" is named after one.
        beside = words.beside(mention.last)
        return 0.0 if beside and beside not in known.no_nouns else -1.5
    if low in known.locative:
        return 2.0
    if low == "of" and words.form(mention.first - 2).lower() in known.kinds:
        return 2.5
    if low in known.directional:
        return 0.7
    if before[:1].isupper() and words.text[words.starts[mention.first] - 1] == " ":
        return -0.5 if before in known.heads else -1.5
    return 0.0


def _after(mention: Mention, words: Words) -> float:
    known = cues()
    beside = words.beside(mention.last)
    if BASED.match(words.text, words.ends[mention.last]):
        return 2.0
    if beside in known.bodies:
        return -0.5
    if beside[:1].isupper():
        return -1.5
    if beside in known.saying and all(naming.entry.kind != "capital" for naming in mention.namings):
        # Towns do not speak; a person whose name is a town's does.
        return -2.5
    return 1.0 if beside in known.after else 0.0


def _itself(mention: Mention, words: Words, sentence_starts: frozenset[int]) -> float:
    if mention.first != mention.last:
        return 0.0
    form = words.forms[mention.first]
    weight = 0.0
    if form.lower() in common_words():
        weight -= 4.0
    named = form.title() if form.isupper() else form
    if is_given_name(named):
        weight -= 2.0
    elif is_family_name(named):
        weight -= 1.5
    if len(form) <= 3:
        weight -= 1.0
    if words.starts[mention.first] in sentence_starts:
        weight -= 0.7
    return weight


def is_street(mention: Mention, words: Words) -> bool:
    """Whether the name is that of a street ("Hampton Avenue")."""
    beside = words.beside(mention.last)
    if beside not in cues().streets:
        return False
    towns = all(is_town(naming.entry) for naming in mention.namings)
    return towns or beside not in _NOT_ALWAYS_STREETS


# "the Texas Court", "the Russian Way"
_NOT_ALWAYS_STREETS = frozenset({"Court", "Way", "Place", "Row", "Pike"})


def is_language(mention: Mention, words: Words) -> bool:
    """Whether the name of a people stands for its language ("in English")."""
    known = cues()
    if words.forms[mention.last].lower() not in known.languages:
        return False
    following = words.form(mention.last + 1).lower()
    gap = words.gap(mention.last)
    if gap in {" ", "-", "‑"} and following in known.language:
        return True
    noun = gap == " " and following[:1].isalpha() and following not in known.no_noun_of_language
    return words.before(mention.first).lower() in known.speaking and not noun


def is_numbered(mention: Mention, words: Words) -> bool:
    """Whether a number makes a missile, a road or a day of it: "Hwasong-12", "March 3"."""
    following = words.form(mention.last + 1)
    if not following[:1].isdigit():
        return False
    gap = words.text[mention.span.end : words.starts[mention.last + 1]]
    if gap != " " or mention.key in _MONTHS:
        return gap in {" ", "-", "‑", "–"}
    return len(following) <= 3 and any(_numberable(each) for each in mention.namings)


def _numberable(naming: Naming) -> bool:
    if is_town(naming.entry):
        return naming.entry.population < _WELL_KNOWN
    return naming.usage in {"acronym", "dotted", "postal"}


_MONTHS = frozenset({"march", "may", "april", "june", "july", "august", "january"})


def is_direction(mention: Mention, words: Words) -> bool:
    """Whether "West", "Western" or "Gulf" stands for something else than the West or the Gulf."""
    if mention.key not in {"west", "western", "gulf"}:
        return False
    if words.beside(mention.last)[:1].isupper():
        return True
    return mention.key != "western" and words.before(mention.first) != "the"


def anchors(mentions: Sequence[Mention]) -> list[tuple[str, Entry]]:
    """Countries, regions and cities that are named beyond doubt, each with its name's key."""
    found = []
    for mention in mentions:
        weighed = sorted(((prominence(each), -at) for at, each in enumerate(mention.namings)))
        most, at = weighed[-1]
        best = mention.namings[-at].entry
        rest = (weight for weight, other in weighed if mention.namings[-other].entry.id != best.id)
        if best.country and most >= _CLEAR and most - max(rest, default=0.0) > _APART:
            found.append((mention.key, best))
    return found


_CLEAR = 6.0
_APART = 2.0
