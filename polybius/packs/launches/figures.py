"""What a figure of a launch report measures: the flight, the weapon's reach, or a place.

What stands right after a figure decides ("of height", "across", "away"), else the
nearest cue before it: "flew", "an altitude of", "with a range of", "landed". A
weapon's reach is kept apart from what a flight covered, and the way to a place ("170 km
west of the cape") from the way that was flown ("came down 960 km away").
"""

from __future__ import annotations

import re
from typing import Literal, cast

from polybius.annotating.quantities import convert, kind_of
from polybius.nouns import Quantity, Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.words import phrase, words

Role = Literal[
    "distance",
    "apogee",
    "standard_range",
    "capability_range",
    "landing",
    "speed",
    "flight_time",
    "open",
]
"""``open`` is a length of which the words alone do not tell what it measures."""

Cue = Literal["apogee", "distance", "range", "landing", "other"]

NEAR = 70
"""A cue farther before its figure than this many characters speaks of something else."""
REACH = 70
"""A modal governs a figure from this many characters before it."""
WORDS = 2
"""So few words part a landing from the way flown: "came down some 960 km to the east"."""
TIME = 90
LONGEST_FLIGHT = 240.0
"""Minutes: a cruise missile's hours; what is longer is no flight."""

_BRACKET = r"\s{0,4}(?:\([^)]*\)\s{0,4})?"
_DIRECTION = re.compile(
    rf"{_BRACKET}(?:(?:to the )?(?:due )?(?:north|south|east|west)\w*|off\b|from\b|away\b|inside\b"
    r"|outside\b|short of\b|beyond\b|of (?:Japan|the)|apart\b)",
    re.IGNORECASE,
)
_FROM_A_PLACE = re.compile(rf"{_BRACKET}(?:from|off|short|beyond|inside|outside)\b", re.IGNORECASE)
_HIGH = re.compile(
    rf"{_BRACKET}(?:(?:in|of|for(?: the)?) (?:altitude|height)|high\b|above\b"
    r"|into (?:the )?(?:sky|space|air)|up\b)",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"{_BRACKET}(?:(?:of|in|for(?: the)?) (?:ground |flight |total )?distance\b|across\b"
    r"|downrange\b)",
    re.IGNORECASE,
)
_FROM_WHERE_IT_BEGAN = re.compile(
    rf"{_BRACKET}(?:of|from) (?:where it|its (?:launch|firing)|the (?:launch|firing))\b",
    re.IGNORECASE,
)
_AWAY = re.compile(rf"{_BRACKET}(?:away|distant)\b(?! (?:from|of)\b)", re.IGNORECASE)
_OFF = re.compile(rf"{_BRACKET}off\b", re.IGNORECASE)
_TO_THE_EAST = re.compile(
    rf"{_BRACKET}to the (?:north|south|east|west)[\w-]*(?! of\b)", re.IGNORECASE
)
_RANGE_AFTER = re.compile(r"[- ]?(?:class |plus )?range\b(?! of flight)", re.IGNORECASE)
_WITH_RANGE = re.compile(r"\bwith (?:an? )?(?:\w+ ){0,3}range", re.IGNORECASE)
_COVERING = re.compile(r"\b(?:covered|flew|travel\w*|achieved|after)\b", re.IGNORECASE)
_RANGE_FLOWN = re.compile(
    r"\brange (?:of flight|(?:had been |was |is |being )?(?:held|limited|restricted|kept))\b",
    re.IGNORECASE,
)
_ALTITUDE = re.compile(r"\b(?:altitude|apogee|height)\b", re.IGNORECASE)
_FLIGHT = re.compile(
    r"\b(?:altitude|apogee|height|landed|fell|flew|travel\w*|splashed)\b", re.IGNORECASE
)
_STRIKES = re.compile(
    r"\b(?:can|able to|capable of) (?:\w+ly )?(?:strik|hit|reach|engag|deliver)\w*\b"
    r"|\b(?:meant|designed) (?:for|to)\b",
    re.IGNORECASE,
)
_SUPPOSED = re.compile(r"\b(?:would|could|might) have (?:\w+ly )?$", re.IGNORECASE)
_IF_FIRED = re.compile(r"\bif (?:it (?:had|was|were)|launched|fired|flown)\b", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:targets?|marks?|target area)\b", re.IGNORECASE)
_AIMED = re.compile(r"\b(?:hit|struck|set|aimed|chosen|blow|strike)\b", re.IGNORECASE)
_AFTER = re.compile(r"\bafter(?: (?:only|just|flying|travell?ing|covering))?\s*$", re.IGNORECASE)
_AT = re.compile(r"\bat\s*$", re.IGNORECASE)
_COMPARED = re.compile(rf"{_BRACKET}(?:farther|further|longer|shorter|higher|lower)\b")
_IN_GENERAL = re.compile(r"\b(?:flies|fly|travels?|counts? as|defined as)\b", re.IGNORECASE)
_ENDED = re.compile(
    r"\b(?:blew up|exploded|(?:came|come|broke|broken) (?:apart|up)|disappeared|vanished|failed"
    r"|burst)\b[^;:]{0,60}$",
    re.IGNORECASE,
)
_ALOFT = re.compile(
    r"\b(?:fl(?:ew|ying|ight|own)|airborne|in the air|track(?:ed|ing)|travel\w*|timed?"
    r"|trip|duration|aloft|covered|stayed up|spent|rose|reached)\b(?:[^.;]|\.(?=\d)){0,60}$",
    re.IGNORECASE,
)
_LASTED = re.compile(r"\b(?:last(?:ed|ing))\b[^.;]{0,20}$", re.IGNORECASE)
_NO_FLIGHT = re.compile(
    r"\b(?:exercises?|drills?|talks?|meetings?|sessions?|ceremon\w+|calls?|telephone|spoke|talked"
    r"|visit|speech|discussion|alert|warning)\b",
    re.IGNORECASE,
)
_ITS_FLIGHT = re.compile(
    r"[- ]?(?:long )?(?:flight|journey|trip)\b|\s(?:in the air|aloft|of flight)\b", re.IGNORECASE
)
_ANOTHER_TIME = re.compile(
    r"\s{0,4}(?:later|earlier|ago|apart|before (?:the|its)"
    r"|after (?:the |its |that|they|it |midnight)?(?:launch|lift|take)?)",
    re.IGNORECASE,
)
_STRETCHES = re.compile(r"\b(?:stretch\w*|extends?|extending|reaching out)\s+$", re.IGNORECASE)
"""What a zone does: "its economic zone, which stretches 200 miles from the shore"."""
_INTO_ORBIT = re.compile(
    r"\b(?:plac|put|deploy|deliver|inject|insert|orbit)\w*\b[^.;:]{0,70}$", re.IGNORECASE
)
_SATELLITE = re.compile(r"\b(?:satellites?|orbit\w*|payload|craft)\b", re.IGNORECASE)
_VAGUE = re.compile(r"(?:thousands|hundreds|dozens|tens) of\b", re.IGNORECASE)
_BESIDE_FIGURES = re.compile(
    r"(?:\b(?:distance|altitude|height|apogee)\b[^.;]{0,12}|\d ?km|kilomet(?:er|re)s)"
    r"(?:[^.;\w]|\.(?=\d)|\d){0,12},? (?:for|and|in|over)\s*$",
    re.IGNORECASE,
)
"""What stands before a flight's time in a list of its figures: "of 999 km, for 4,135 seconds"."""
_CLOCKED = re.compile(r"\b(?:measured|clocked|timed|recorded)(?: it| the flight)?(?: at)?\s*$")
_RECORD = re.compile(r"\brecord\b[^.;]{0,24}$", re.IGNORECASE)


def is_length(quantity: Quantity) -> bool:
    """Whether it is a distance of any sort."""
    return kind_of(quantity.unit) == "length"


def end_of(quantity: Quantity) -> int:
    """Where the figure ends with the brackets that say it again."""
    return max([quantity.span.end, *(each.span.end for each in quantity.equivalents)])


def start_of(quantity: Quantity) -> int:
    """Where the figure begins with the words that hedge it."""
    hedge = quantity.hedge
    return min(quantity.span.start, hedge.start) if hedge else quantity.span.start


def role_of(sentence: Sentence, quantity: Quantity, start: int, after: int) -> Role | None:
    """What *quantity* measures; None where it is no figure of a flight.

    Args:
        sentence: where it stands.
        quantity: a figure with a unit, its own or one that it takes over.
        start: where the words before it begin that may tell: the end of the figure
            before it, or the sentence's own start.
        after: where the words after it begin: past the figures that it is listed with.
    """
    kind = kind_of(quantity.unit)
    if kind == "length/time" or quantity.unit == "Mach":
        return None if _IN_GENERAL.search(sentence.before(quantity.span.start)) else "speed"
    if kind == "time":
        return "flight_time" if _is_flight_time(sentence, quantity) else None
    if kind == "length":
        left = sentence.between(start, quantity.span.start)
        return _role_of_length(sentence, quantity, left, sentence.after(after))
    return None


def _is_flight_time(sentence: Sentence, quantity: Quantity) -> bool:
    after = sentence.after(end_of(quantity))
    minutes = normalised(quantity.value, quantity.unit, "min")
    if minutes > LONGEST_FLIGHT or _ANOTHER_TIME.match(after):
        return False
    if _ITS_FLIGHT.match(after):
        return True
    before = sentence.before(start_of(quantity))[-TIME:]
    if _BESIDE_FIGURES.search(before) or _CLOCKED.search(before):
        return True
    if _NO_FLIGHT.search(before):
        return False
    return any(pattern.search(before) for pattern in (_ALOFT, _LASTED, _RECORD))


def _role_of_length(sentence: Sentence, quantity: Quantity, left: str, right: str) -> Role | None:
    if _RANGE_AFTER.match(right):
        return "capability_range"
    if _COMPARED.match(right) or _tells_nothing(sentence, quantity):
        return None
    nearest, gap = _nearest(left)
    cue = _told_after(right) or _told_at(sentence, quantity, left) or nearest
    east = cue == "landing" and gap.count(" ") <= WORDS and _TO_THE_EAST.match(right)
    if east or _is_way_flown(sentence, quantity, right, cue):
        return "distance"
    if cue == "range":
        return _kind_of_range(sentence, quantity, left, right)
    return _by_cue(sentence, quantity, right, cue)


def _by_cue(sentence: Sentence, quantity: Quantity, right: str, cue: Cue | None) -> Role | None:
    if cue == "distance":
        return _kind_of_distance(sentence, quantity, right)
    if cue == "apogee":
        return None if _is_orbit(sentence, quantity) else "apogee"
    if _DIRECTION.match(right):
        return "landing" if _landed(sentence, quantity) else None
    return "open" if cue is None else None


def _tells_nothing(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is no flight's: "thousands of kilometers", a zone that "stretches 200 miles"."""
    if _VAGUE.match(sentence.between(*quantity.span)):
        return True
    return _STRETCHES.search(sentence.before(start_of(quantity))[-30:]) is not None


def _is_orbit(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is where a satellite is to go round, not how high a flight rose."""
    before = sentence.before(quantity.span.start)[-110:]
    return _INTO_ORBIT.search(before) is not None and _SATELLITE.search(before) is not None


def _told_after(right: str) -> Cue | None:
    right = right.removeprefix(")")  # of the brackets that say the figure again
    if _HIGH.match(right):
        return "apogee"
    return "distance" if _LONG.match(right) else None


def _told_at(sentence: Sentence, quantity: Quantity, left: str) -> Cue | None:
    """What "at" and "after" tell: "blew up at 20 km" is a height, "after 250 km" a way."""
    before = sentence.before(start_of(quantity))
    if _AFTER.search(before) and _ENDED.search(before):
        return "distance"
    if not _AT.search(before):
        return None
    if quantity.unit == "foot" and phrase("flown").search(before):
        return "apogee"
    return "apogee" if _ENDED.search(left) else None


def _nearest(left: str) -> tuple[Cue | None, str]:
    """The last cue before a figure, and the words between the two."""
    best: tuple[int, Cue] | None = None
    for name, pattern in words().cues:
        ends = [match.end() for match in pattern.finditer(left)]
        if ends and len(left) - ends[-1] <= NEAR and (best is None or ends[-1] >= best[0]):
            best = (ends[-1], cast("Cue", name))
    return (best[1], left[best[0] :]) if best else (None, left)


def _is_way_flown(sentence: Sentence, quantity: Quantity, right: str, cue: Cue | None) -> bool:
    """Whether it says how far away something came down, not from which place."""
    before = sentence.before(quantity.span.start)
    target = _TARGET.search(before) is not None and _AIMED.search(before) is not None
    if _AWAY.match(right) or (target and _OFF.match(right)):
        return (target or _landed(sentence, quantity)) and not _reaches(sentence, quantity)
    began = _FROM_WHERE_IT_BEGAN.match(right) is not None
    return began and (cue == "landing" or _landed(sentence, quantity))


def _landed(sentence: Sentence, quantity: Quantity) -> bool:
    return phrase("landed").search(sentence.before(quantity.span.start)) is not None


def _reaches(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the words before the figure tell what a weapon can do, not what it did."""
    return phrase("reach").search(sentence.before(quantity.span.start)[-REACH:]) is not None


def _kind_of_distance(sentence: Sentence, quantity: Quantity, right: str) -> Role | None:
    if _FROM_A_PLACE.match(right) and not _reaches(sentence, quantity):
        return "landing" if _landed(sentence, quantity) else None
    if not _reaches(sentence, quantity):
        return "distance"
    return "distance" if _is_reckoned(sentence, quantity) else "standard_range"


def _is_reckoned(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it is reckoned of this very flight: "would have flown 500 km if it took …"."""
    verb = list(phrase("flown").finditer(sentence.before(quantity.span.start)))
    if not verb or not _SUPPOSED.search(sentence.text[: verb[-1].start()]):
        return False
    return not _IF_FIRED.search(sentence.text)


def _kind_of_range(sentence: Sentence, quantity: Quantity, left: str, right: str) -> Role:
    """Tell a range that was flown (beside an altitude) from one that could be, or is, a reach."""
    if _RANGE_FLOWN.search(left):
        return "distance"
    if _reaches(sentence, quantity):
        can = _STRIKES.search(sentence.before(quantity.span.start)[-REACH:])
        return "capability_range" if can else "standard_range"
    if _WITH_RANGE.search(left) and not _FLIGHT.search(right):
        return "capability_range"
    flown = _COVERING.search(left) or _ALTITUDE.search(sentence.text)
    return "distance" if flown else "capability_range"


def span_of(sentence: Sentence, quantity: Quantity) -> Span:
    """The figure with the brackets that say it again in other units."""
    end = end_of(quantity)
    closes = end > quantity.span.end and sentence.after(end).startswith(")")
    return Span(quantity.span.start, end + closes)


def normalised(value: float, unit: str | None, wanted: str | None) -> float:
    """*value* in the unit *wanted*, kept to the digits that a conversion can bear."""
    target = {"km": "kilometer", "min": "minute"}.get(wanted or "", wanted)
    if unit is None or target is None or unit == target:
        return value
    return float(f"{convert(value, unit, target):.6g}")
