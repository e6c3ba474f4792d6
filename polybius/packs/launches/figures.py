"""What a figure of a launch report measures: the flight, the weapon's reach, or a place.

The nearest cue decides: "flew", "an altitude of", "with a range of", "landed".
A weapon's reach is kept apart from what a flight covered.
"""

from __future__ import annotations

import re
from typing import Literal

from polybius.annotating.quantities import convert, kind_of
from polybius.nouns import Quantity, Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.words import phrase

Role = Literal[
    "distance", "apogee", "standard_range", "capability_range", "landing", "speed", "flight_time"
]
Cue = Literal["apogee", "distance", "range", "landing", "other"]
Earlier = tuple[Quantity, Role | None]
"""The length before a figure in its sentence, and what that measures."""

NEAR = 70
"""A cue farther before its figure than this many characters speaks of something else."""
REACH = 70
"""A modal governs a figure from this many characters before it."""
TIME = 90

_CUES: tuple[tuple[Cue, re.Pattern[str]], ...] = (
    (
        "apogee",
        re.compile(
            r"\b(?:altitudes?|apogees?|heights?|as high as|peak(?:ed|ing)?|r(?:ose|ising|isen)"
            r"|climb(?:ed|ing)|soar(?:ed|ing)(?: to)?|ceiling|higher than|highest point)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "distance",
        re.compile(
            r"\b(?:fl(?:ew|own|ying|ies|y)|travel(?:s|l?ed|l?ing)?|cover(?:s|ed|ing)?|distances?"
            r"|airborne|downrange|ranged|went|traversed|glided|cruised)\b",
            re.IGNORECASE,
        ),
    ),
    ("range", re.compile(r"\b(?:ranges?|reach(?:es)?|strike|hit)\b", re.IGNORECASE)),
    (
        "landing",
        re.compile(
            r"\b(?:land(?:s|ed|ing)|f(?:ell|all|alls|alling|allen)|splash(?:ed|ing)?(?: down)?"
            r"|came down|crash(?:ed|ing)|drop(?:ped|ping)|impact(?:ed|ing)?|plunged?"
            r"|hit(?:ting)? the (?:water|sea|ocean))\b",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"\b(?:fragments?|debris|scattered|stretch(?:es|ed)|zone|detected|located|north|south"
            r"|east|west|accuracy|depth|diameter|weigh\w*|length|long|tall|wide|border|within"
            r"|radius)\b",
            re.IGNORECASE,
        ),
    ),
)
_BRACKET = r"\s{0,4}(?:\([^)]*\)\s{0,4})?"
_DIRECTION = re.compile(
    rf"{_BRACKET}(?:(?:to the )?(?:due )?(?:north|south|east|west)\w*|off\b|from\b|away\b|inside\b"
    r"|outside\b|short of\b|beyond\b|of (?:Japan|the))",
    re.IGNORECASE,
)
_FROM_A_PLACE = re.compile(rf"{_BRACKET}(?:from|off|short|beyond|inside|outside)\b", re.IGNORECASE)
_HIGH = re.compile(
    rf"{_BRACKET}(?:(?:in|of) (?:altitude|height)|high\b|above\b|into (?:the )?(?:sky|space|air)"
    r"|up\b)",
    re.IGNORECASE,
)
_RANGE_AFTER = re.compile(r"[- ]?(?:class |plus )?range\b", re.IGNORECASE)
_WITH_RANGE = re.compile(r"\bwith (?:an? )?(?:\w+ ){0,3}range", re.IGNORECASE)
_COVERING = re.compile(r"\b(?:covered|flew|travel\w*|achieved|after)\b", re.IGNORECASE)
_ALTITUDE = re.compile(r"\b(?:altitude|apogee|height)\b", re.IGNORECASE)
_FLIGHT = re.compile(
    r"\b(?:altitude|apogee|height|landed|fell|flew|travel\w*|splashed)\b", re.IGNORECASE
)
_AND = re.compile(r"\s{0,4}(?:,|and|or|to|, and|, or|and then|but later|revised to)\s{0,4}")
_ALOFT = re.compile(
    r"\b(?:fl(?:ew|ying|ight|own)|airborne|in the air|last(?:ed|ing)|track(?:ed|ing)|travel\w*"
    r"|trip|duration|aloft|covered)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_ITS_FLIGHT = re.compile(r"[- ]?(?:long )?(?:flight|journey|trip)\b", re.IGNORECASE)
_ANOTHER_TIME = re.compile(
    r"\s{0,4}(?:later|earlier|ago|apart|before (?:the|its)"
    r"|after (?:the |its )?(?:launch|lift|take))",
    re.IGNORECASE,
)


def role_of(sentence: Sentence, quantity: Quantity, earlier: Earlier | None) -> Role | None:
    """What *quantity* measures; None where it is no figure of a flight."""
    kind = kind_of(quantity.unit)
    if kind == "length/time" or quantity.unit == "Mach":
        return "speed"
    if kind == "time":
        return "flight_time" if _is_flight_time(sentence, quantity) else None
    if kind == "length":
        return _role_of_length(sentence, quantity, earlier)
    return None


def is_length(quantity: Quantity) -> bool:
    """Whether it is a distance of any sort."""
    return kind_of(quantity.unit) == "length"


def _is_flight_time(sentence: Sentence, quantity: Quantity) -> bool:
    after = sentence.after(quantity.span.end)
    if _ANOTHER_TIME.match(after):
        return False
    if _ITS_FLIGHT.match(after):
        return True
    return _ALOFT.search(sentence.before(quantity.span.start)[-TIME:]) is not None


def _role_of_length(sentence: Sentence, quantity: Quantity, earlier: Earlier | None) -> Role | None:
    start = _end(earlier[0]) if earlier else sentence.span.start
    left = sentence.between(start, quantity.span.start)
    right = sentence.after(_end(quantity))
    if earlier and _AND.fullmatch(left):
        return earlier[1]
    if _RANGE_AFTER.match(right):
        return "capability_range"
    cue = "apogee" if _HIGH.match(right) else _nearest(left)
    if cue == "range":
        return _kind_of_range(sentence, quantity, left, right)
    if cue == "distance":
        return _kind_of_distance(sentence, quantity, right)
    if cue == "apogee":
        return "apogee"
    return "landing" if _DIRECTION.match(right) and _landed(sentence, quantity) else None


def _end(quantity: Quantity) -> int:
    return max([quantity.span.end, *(each.span.end for each in quantity.equivalents)])


def _nearest(left: str) -> Cue | None:
    """The last cue before a figure."""
    best: tuple[int, Cue] | None = None
    for cue, pattern in _CUES:
        ends = [match.end() for match in pattern.finditer(left)]
        if ends and len(left) - ends[-1] <= NEAR and (best is None or ends[-1] >= best[0]):
            best = (ends[-1], cue)
    return best[1] if best else None


def _landed(sentence: Sentence, quantity: Quantity) -> bool:
    return phrase("landed").search(sentence.before(quantity.span.start)) is not None


def _reaches(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the words before the figure tell what a weapon can do, not what it did."""
    return phrase("reach").search(sentence.before(quantity.span.start)[-REACH:]) is not None


def _kind_of_distance(sentence: Sentence, quantity: Quantity, right: str) -> Role | None:
    if _reaches(sentence, quantity):
        return "standard_range"
    if _FROM_A_PLACE.match(right):
        return "landing" if _landed(sentence, quantity) else None
    return "distance"


def _kind_of_range(sentence: Sentence, quantity: Quantity, left: str, right: str) -> Role:
    """Tell a range that was flown (beside an altitude) from one that could be, or is, a reach."""
    if _reaches(sentence, quantity):
        return "standard_range"
    if _WITH_RANGE.search(left) and not _FLIGHT.search(right):
        return "capability_range"
    flown = _COVERING.search(left) or _ALTITUDE.search(sentence.text)
    return "distance" if flown else "capability_range"


def span_of(sentence: Sentence, quantity: Quantity) -> Span:
    """The figure with the brackets that say it again in other units."""
    end = _end(quantity)
    closes = end > quantity.span.end and sentence.after(end).startswith(")")
    return Span(quantity.span.start, end + closes)


def normalised(value: float, unit: str | None, wanted: str | None) -> float:
    """*value* in the unit *wanted*, kept to the digits that a conversion can bear."""
    target = {"km": "kilometer", "min": "minute"}.get(wanted or "", wanted)
    if unit is None or target is None or unit == target:
        return value
    return float(f"{convert(value, unit, target):.6g}")
