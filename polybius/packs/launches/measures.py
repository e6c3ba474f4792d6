"""The figures of a sentence, those among them that lean on each other.

"1,080 km and upward of 6,200": a bare number takes over the unit of the figure that
it is listed with. "One flew 390 km, the other 340": a figure with no verb of its own
measures what the first does. "Seoul measured 1,080 km and 6,200": figures with no
word at all are told apart by the figures that the rest of the report gives words to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from polybius.annotating.quantities import kind_of
from polybius.nouns import Quantity
from polybius.packs.launches import parts
from polybius.packs.launches.figures import (
    Role,
    end_of,
    is_length,
    normalised,
    role_of,
    start_of,
)
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.words import phrase

LEAST_KM = 10.0
"""Lengths that no words explain are taken for a flight's only from here on."""
ALIKE, TELLING = 1.6, 1.3
"""An unexplained figure must be within this factor of one that is, and nearer by this one."""

_LISTING = frozenset(
    (
        *(",", "and", "or", "to", "but", "then", "later", "in", "the", "end", "first", "km"),
        *("revised", "as", "at", "of", "from", "finally", "rather"),
    )
)
_WORDS = re.compile(r"[\w’'-]+|[,;:(]")
_NOT = re.compile(r"\bnot\s*$", re.IGNORECASE)
_NOT_REACHED = re.compile(
    r"\b(?:did|does|could) ?n[o’']t (?:\w+ )?(?:achieve|attain|reach)\b[^.;:,]*$", re.IGNORECASE
)
_BUT = re.compile(r"\s{0,2},?\s{0,2}but\b", re.IGNORECASE)
_NOUN_OF_FIGURE = re.compile(
    r"\b(?:altitude|apogee|height|distance|peak|ceiling|range)"
    r"\s(?:(?:was|is|at|of|to|as|put at)\s)*$",
    re.IGNORECASE,
)
_AT = re.compile(r"\s{0,2}at\s{0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure, what it measures, and whether it is told as no longer holding.

    ``quantity`` has the unit that it took over where it has none of its own.
    """

    quantity: Quantity
    role: Role
    withdrawn: bool = False


def measures_of(sentence: Sentence) -> list[Measure]:
    """The figures of a flight in a sentence, in order; some may be "open"."""
    found: list[Measure] = []
    known = _with_units(sentence)
    start = sentence.span.start
    for number, quantity in enumerate(known):
        if quantity.unit is None:
            continue
        after = _past_list(sentence, known, number)
        role = role_of(sentence, quantity, start, after)
        role = _leaning(sentence, quantity, role, found, start)
        if role is not None:
            withdrawn = _is_withdrawn(sentence, quantity) or _is_denied(sentence, quantity)
            found.append(Measure(quantity, role, withdrawn))
        if is_length(quantity) or role is not None:
            start = end_of(quantity)
    return _led_back(found)


def _with_units(sentence: Sentence) -> list[Quantity]:
    """The sentence's quantities, bare numbers with the unit of the length they stand with."""
    given = list(sentence.quantities)
    lengths = [each for each in given if is_length(each)]
    if not lengths:
        return given
    return [_with_unit(sentence, each, given, at) for at, each in enumerate(given)]


def _with_unit(sentence: Sentence, quantity: Quantity, given: list[Quantity], at: int) -> Quantity:
    if quantity.unit is not None or quantity.value < LEAST_KM:
        return quantity
    following = given[at + 1] if at + 1 < len(given) else None
    if following and is_length(following) and _is_withdrawn(sentence, quantity):
        return replace(quantity, unit=following.unit)
    before = next((each for each in reversed(given[:at]) if is_length(each)), None)
    if before is None:
        return quantity
    left = sentence.between(end_of(before), start_of(quantity))
    listed = at > 0 and _only_lists(sentence.between(end_of(given[at - 1]), start_of(quantity)))
    if listed or _NOUN_OF_FIGURE.search(left):
        taken = replace(quantity, unit=before.unit)
        given[at] = taken
        return taken
    return quantity


def _only_lists(words: str) -> bool:
    """Whether words between two figures only join them: ", and in the end"."""
    found = [word.lower() for word in _WORDS.findall(words)]
    rest = [word for word in found if word not in _LISTING]
    return bool(found) and len(found) <= 8 and all(parts.is_marker(word) for word in rest)


def _past_list(sentence: Sentence, known: Sequence[Quantity], number: int) -> int:
    """Where the words after a figure begin, past those that it is listed with."""
    end = end_of(known[number])
    for following in known[number + 1 :]:
        joins = sentence.between(end, start_of(following)).strip().lower()
        if joins not in {"and", "or", ",", "to"} or following.unit != known[number].unit:
            break
        end = end_of(following)
    return end


def _leaning(
    sentence: Sentence, quantity: Quantity, role: Role | None, found: Sequence[Measure], start: int
) -> Role | None:
    """The role of a figure that leans on one before it, where it has no cue of its own."""
    if not is_length(quantity) or role not in {None, "open"} or not found:
        return role
    left = sentence.between(start, start_of(quantity))
    last = found[-1].role
    if _AT.fullmatch(left) and last == "distance":
        return "apogee"
    lengths = [each.role for each in found if is_length(each.quantity)]
    if not lengths:
        return role
    if parts.marker_in(left) and not phrase("flown").search(left):
        return lengths[0]
    return lengths[-1] if _only_lists(left) else role


def _is_withdrawn(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is what was said before: the first of "not 450 but about 600"."""
    negated = _NOT.search(sentence.before(start_of(quantity))) is not None
    return negated and _BUT.match(sentence.after(end_of(quantity))) is not None


def _is_denied(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is what was not reached: "did not achieve the second peak of 42.5 km"."""
    return _NOT_REACHED.search(sentence.before(start_of(quantity))[-90:]) is not None


def _led_back(found: list[Measure]) -> list[Measure]:
    """A withdrawn figure measures what the one in its place does."""
    return [
        replace(each, role=found[at + 1].role) if each.withdrawn and at + 1 < len(found) else each
        for at, each in enumerate(found)
    ]


def settled(
    sentences: Iterable[tuple[Sentence, Sequence[Measure]]],
) -> list[list[Measure]]:
    """The figures of every sentence, open ones with the role of those that are like them.

    An open figure counts only where somebody is said to measure or give it; where
    it is like no figure that the report explains, it is left out.
    """
    given = list(sentences)
    roles: tuple[Role, ...] = ("distance", "apogee", "landing")
    known = {
        name: [
            _kilometers(measure)
            for _, measures in given
            for measure in measures
            if measure.role == name
        ]
        for name in roles
    }
    return [
        [settled for each in measures if (settled := _settled(sentence, each, known))]
        for sentence, measures in given
    ]


def _settled(
    sentence: Sentence, measure: Measure, known: dict[Role, list[float]]
) -> Measure | None:
    if measure.role != "open":
        return measure
    before = sentence.before(measure.quantity.span.start)
    if _kilometers(measure) < LEAST_KM or not phrase("measuring").search(before):
        return None
    value = _kilometers(measure)
    far = {name: _factor(value, values) for name, values in known.items()}
    (nearest, role), (other, _), *_ = sorted((factor, name) for name, factor in far.items())
    if nearest > ALIKE or other / nearest < TELLING:
        return None
    return replace(measure, role=role)


def _factor(value: float, values: Sequence[float]) -> float:
    """By what factor a value differs from the most like of *values*."""
    return min((math.exp(abs(math.log(value / each))) for each in values if each > 0), default=1e9)


def _kilometers(measure: Measure) -> float:
    return normalised(measure.quantity.value, measure.quantity.unit, "km")


def is_figure_of_flight(measure: Measure) -> bool:
    """Whether it tells of the flight itself, not of a weapon's reach or a place."""
    return measure.role in {"distance", "apogee", "flight_time", "speed"} and bool(
        kind_of(measure.quantity.unit)
    )
