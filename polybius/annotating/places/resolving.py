"""Which of the places that a name may mean, the text means.

Before the text is looked at, the most prominent. Then what is written beside it ("Paris,
Texas"), the countries and regions the document names, and how near the other places are. One
name has one sense in a document, but for mentions that have their own container beside them.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from polybius.annotating.places.matching import Mention
from polybius.annotating.places.setting import Setting, company_of, holds
from polybius.annotating.places.weighing import anchors, prominence
from polybius.annotating.places.words import Words
from polybius.gazetteer import Entry, Naming

_CONTAINED = 4.0
_CONTAINING = 3.0
_SURE = 6.0
# What the rest of the document names helps to tell which place is meant, less so whether any is.
_DOUBT = 0.6
# What stands between a place and one that holds it, or between a holder's possessive and a place.
_HELD = frozenset(
    [", ", " (", ",", ", in ", " in ", ", near ", ", central "]
    + [f", {side}ern " for side in ("north", "south", "east", "west")]
)
_OWNED = frozenset(("'s ", "’s ", "'s city of ", "’s city of "))


@dataclass(slots=True)
class Choice:
    """What a mention was taken to mean, how much speaks for it, and the container beside it."""

    naming: Naming
    weight: float
    container: Entry | None = None
    contains: bool = False


# For each naming of a holder, by its number, the numbers of the namings that lie in it.
_Held = list[tuple[int, list[int]]]


class _Pair(NamedTuple):
    """A mention that may hold another, and how."""

    holder: int
    readings: _Held


def resolve(mentions: Sequence[Mention], words: Words) -> list[Choice]:
    """For each mention the naming that fits best, and how much speaks for it."""
    beside = _containers(mentions, words)
    company = company_of(mentions)
    clear = anchors(mentions)
    choices = _choose(mentions, beside, Setting(clear), company)
    told = [
        (mention.key, choice.naming.entry)
        for mention, choice in zip(mentions, choices, strict=True)
        if choice.container or choice.weight > _SURE
    ]
    return _choose(mentions, beside, Setting(clear + told), company)


def _containers(mentions: Sequence[Mention], words: Words) -> dict[int, list[_Pair]]:
    """Which mentions stand directly after a mention (", X", "(X)") or own it, and may hold it."""
    beside: dict[int, list[int]] = defaultdict(list)
    for at, (one, other) in enumerate(itertools.pairwise(mentions)):
        gap = words.text[one.span.end : other.span.start]
        if gap in _HELD or (gap == " " and _abbreviated(other)):
            beside[at].append(at + 1)
        elif gap in _OWNED:
            beside[at + 1].append(at)
    for at in sorted(beside):
        # "Tyre, Sour, Lebanon": the second container holds the first one.
        if at + 1 in beside[at] and at + 2 in beside.get(at + 1, ()):
            beside[at].append(at + 2)
    readings = _Readings(mentions)
    return {
        at: [_Pair(holder, found) for holder in holders if (found := readings.of(at, holder))]
        for at, holders in beside.items()
    }


class _Readings:
    """How one name may hold another: worked out once for each two names."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._known: dict[tuple[int, ...], _Held] = {}

    def of(self, held: int, holder: int) -> _Held:
        """For each naming of the mention *holder* the namings of *held* that lie in it."""
        inner, outer = self._mentions[held].namings, self._mentions[holder].namings
        names = (*map(id, inner), 0, *map(id, outer))
        if names not in self._known:
            self._known[names] = [
                (at, inside)
                for at, naming in enumerate(outer)
                if naming.usage not in {"adjective", "people"}
                and (
                    inside := [n for n, each in enumerate(inner) if holds(naming.entry, each.entry)]
                )
            ]
        return self._known[names]


def _abbreviated(mention: Mention) -> bool:
    return any(naming.usage in {"dotted", "postal", "acronym"} for naming in mention.namings)


def _choose(
    mentions: Sequence[Mention],
    beside: dict[int, list[_Pair]],
    setting: Setting,
    company: dict[str, float],
) -> list[Choice]:
    places = {(each.key, naming.entry.id): naming for each in mentions for naming in each.namings}
    fit = {
        (name, identifier): setting.weight(name, naming.entry) + company.get(identifier, 0.0)
        for (name, identifier), naming in places.items()
    }
    scores = [
        [prominence(naming) + fit[mention.key, naming.entry.id] for naming in mention.namings]
        for mention in mentions
    ]
    containers, containing = _contain(mentions, beside, scores)
    _share(mentions, scores, containers)
    choices = []
    for at, mention in enumerate(mentions):
        best = scores[at].index(max(scores[at]))
        naming = mention.namings[best]
        weight = scores[at][best] - _DOUBT * fit[mention.key, naming.entry.id]
        choices.append(Choice(naming, weight, containers.get(at), at in containing))
    return choices


def _contain(
    mentions: Sequence[Mention], beside: dict[int, list[_Pair]], scores: list[list[float]]
) -> tuple[dict[int, Entry], set[int]]:
    """Raise the scores of places beside which their container is written, and of that."""
    containers: dict[int, Entry] = {}
    containing: set[int] = set()
    for at in sorted(beside, reverse=True):
        for other, readings in beside[at]:
            weights = [
                scores[other][holder] + max(scores[at][each] for each in inside)
                for holder, inside in readings
            ]
            holder, inside = readings[weights.index(max(weights))]
            for each in inside:
                scores[at][each] += _CONTAINED
            scores[other][holder] += _CONTAINING
            containers[at] = mentions[other].namings[holder].entry
            containing.add(other)
    return containers, containing


def _share(
    mentions: Sequence[Mention], scores: list[list[float]], containers: dict[int, Entry]
) -> None:
    """Let mentions of one name without a container of their own follow those that have one."""
    by_key: dict[str, list[int]] = defaultdict(list)
    for at, mention in enumerate(mentions):
        by_key[mention.key].append(at)
    for group in by_key.values():
        told = [at for at in group if at in containers]
        if not told:
            continue
        best: Counter[str] = Counter()
        for at in told:
            most = max(range(len(scores[at])), key=scores[at].__getitem__)
            best[mentions[at].namings[most].entry.id] += 1
        identifier = best.most_common(1)[0][0]
        for at in group:
            if at not in containers:
                for each, naming in enumerate(mentions[at].namings):
                    scores[at][each] += _CONTAINED * (naming.entry.id == identifier)
