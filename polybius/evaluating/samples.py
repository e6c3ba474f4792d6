"""Measuring whole pages of launch reports: ``polybius evaluate samples GOLD``.

A gold record names a page (``file``, in the folder ``pages`` beside the gold file),
its ``url`` and what a perfect reading holds: ``published``, ``launches`` (``id``,
``state``, ``date``) and ``facts`` (``property``, ``value``, ``unit``, ``said_by``,
``launch``, ``quote``); ``polybius/samples/README.md`` tells every field. The page is
read as any user's page, in a process of its own, with nothing given but its address.

Rules. A fact is *found* where a claim of its property overlaps an occurrence of its
quote and has its value: numbers within 1 %, lengths and times converted, both ends of
a range; clock times to the minute; a count in words ("several") by the word. Facts
that are words are found by their place alone, since the gold words them anew. A found
fact is *dated* right where its claim's event is laid to the state of the gold's launch
and to a time that holds its day (for a month or a year: that shares a day with it); on
a page without a date also where the event has none. Its *speaker* is right where the
nearest speaker of claim or fact is in the other's chain; two names mean one speaker
as ``polybius.evaluating.speakers`` says, and "outlet" is the report's own narrator. A
claim of a figure is *right* where it answers a fact; each answers one alone.
``comment_figures_claimed`` counts claims whose figure only the page's comments give,
``not_claims_claimed`` figures claimed of words that the gold says are no launch's.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from polybius.annotating.quantities import convert, kind_of
from polybius.errors import BadData, ReadingFailed, UnreadablePage
from polybius.evaluating.scores import Score
from polybius.evaluating.speakers import same_speaker
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Claim, EventMention, Page, Reading, Span
from polybius.pipeline import Reader

PROPERTIES = {
    "launch_time": ("launch_time", "launch_time_utc"),
    "landing": ("landing", "landing_zone", "landing_distance"),
}
"""Properties of ours that answer one of the gold's; any other goes by its own name."""

FIGURES = (
    *("distance", "apogee", "flight_time", "speed", "standard_range", "capability_range"),
    "count",
)
"""Of these the gold is complete: what is claimed beside it is spurious."""
NUMERIC = (*FIGURES, "launch_time")
TOLERANCE = 0.01
UNITS = {"km": "kilometer", "min": "minute", "mach": "Mach"}

Fact = dict[str, Any]


def run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    """Read every page and look for its facts among the claims."""
    tally = _Tally()
    predictions: list[Record] = []
    with Reader() as reader:
        for record in records:
            reading = read(record, folder, reader)
            judged = judge(record, reading) if reading else _unread(record)
            tally.add(judged)
            predictions.append(judged)
            advance()
    return Outcome(tally.measures(), predictions)


def read(record: Record, folder: Path, reader: Reader) -> Reading | None:
    """The page that a record names; None where there is no report in it.

    Raises:
        BadData: where the file is not there.
        ReadingFailed: where we are at fault.
    """
    path = folder / "pages" / record["file"]
    try:
        body = path.read_bytes()
    except OSError as error:
        message = f"{path}, which the gold file names, cannot be read: {error.strerror}"
        raise BadData(message) from error
    media_type = "text/plain" if path.suffix == ".txt" else "text/html"
    try:
        return reader.read(Page(body, path.name, record.get("url"), media_type))
    except ReadingFailed:
        raise
    except UnreadablePage:
        return None


def judge(record: Record, reading: Reading) -> Record:
    """The record's facts, each with whether it was found, dated and laid to its speaker."""
    used: set[str] = set()
    facts = [_judged(fact, record, reading, used) for fact in record["facts"]]
    spurious = [c for c in reading.claims if c.property in FIGURES and c.id not in used]
    return {
        "file": record["file"],
        "facts": facts,
        "spurious": [_shown(claim) for claim in spurious],
        "comment_figures": [_shown(claim) for claim in _from_comments(record, reading)],
        "not_claims": [_shown(claim) for claim in _not_claims(record, reading)],
    }


def _unread(record: Record) -> Record:
    facts = [{**fact, "found": False} for fact in record["facts"]]
    return {
        "file": record["file"],
        "facts": facts,
        "spurious": [],
        "comment_figures": [],
        "not_claims": [],
    }


def _judged(fact: Fact, record: Record, reading: Reading, used: set[str]) -> Fact:
    claims = [claim for claim in _candidates(fact, reading) if _agrees(fact, claim)]
    best = max(claims, key=lambda claim: _fitness(fact, claim, record, reading, used), default=None)
    if best is None:
        return {**fact, "found": False}
    used.add(best.id)
    return {
        **fact,
        "found": True,
        "dated": _dated(fact, best, record, reading),
        "with_speaker": _speaker_right(fact, best, reading),
        "claimed": _shown(best),
    }


def _fitness(
    fact: Fact, claim: Claim, record: Record, reading: Reading, used: set[str]
) -> tuple[bool, bool, bool]:
    """Of several claims that answer a fact, one that answers no other, then the rightest."""
    return (
        claim.id not in used,
        _speaker_right(fact, claim, reading),
        _dated(fact, claim, record, reading),
    )


def _candidates(fact: Fact, reading: Reading) -> list[Claim]:
    properties = PROPERTIES.get(fact["property"], (fact["property"],))
    pattern = r"\s+".join(map(re.escape, fact["quote"].split()))
    places = [Span(*match.span()) for match in re.finditer(pattern, reading.document.text)]
    return [
        claim
        for claim in reading.claims
        if claim.property in properties and any(claim.span.overlaps(place) for place in places)
    ]


def _agrees(fact: Fact, claim: Claim) -> bool:
    wanted, given = fact["value"], claim.value
    if fact["property"] == "launch_time":
        return bool(wanted == given)
    if fact["property"] not in NUMERIC:
        return fact["property"] != "date" or str(given).startswith(str(wanted)[:10])
    if isinstance(wanted, str):
        return given is None and wanted in claim.printed.lower()
    if not isinstance(given, int | float) or not _near(fact, wanted, given, claim):
        return False
    upper = fact.get("upper")
    return upper is None or (claim.upper is not None and _near(fact, upper, claim.upper, claim))


def _near(fact: Fact, wanted: float, given: float, claim: Claim) -> bool:
    value = _converted(wanted, fact["unit"], claim)
    return value is not None and abs(given - value) <= TOLERANCE * max(abs(value), 1e-9)


def _converted(value: float, unit: str | None, claim: Claim) -> float | None:
    """The gold's value in the claim's unit; None where the two measure different things."""
    ours = UNITS.get(claim.unit or "", claim.unit)
    theirs = UNITS.get(unit or "", unit)
    if _counts(claim) or theirs is None or ours is None or ours == theirs:
        return value
    return convert(value, theirs, ours) if kind_of(theirs) == kind_of(ours) else None


def _counts(claim: Claim) -> bool:
    """Whether it counts things: "two projectiles" and two missiles are as many."""
    return claim.property == "count"


def _dated(fact: Fact, claim: Claim, record: Record, reading: Reading) -> bool:
    event = next(each for each in reading.events if each.id == claim.event)
    launch = next(each for each in record["launches"] if each["id"] == fact["launch"])
    if event.actors[0].country != launch["state"]:
        return False
    if event.date.start is None:
        return record["published"]["value"] is None
    return _share_a_day(event, launch["date"])


def _share_a_day(event: EventMention, wanted: str) -> bool:
    first, last = _bounds(wanted)
    return str(event.date.start) <= last and first <= str(event.date.end)


def _bounds(wanted: str) -> tuple[str, str]:
    """First and last day of a day, a month or a year."""
    if len(wanted) == len("2019"):
        return f"{wanted}-01-01", f"{wanted}-12-31"
    return (wanted, wanted) if len(wanted) > len("2019-08") else (f"{wanted}-01", f"{wanted}-31")


def _speaker_right(fact: Fact, claim: Claim, reading: Reading) -> bool:
    day = reading.document.published.day
    wanted = fact["said_by"]
    return _among(wanted[:1], claim.said_by, day) or _among(wanted, claim.said_by[:1], day)


def _among(wanted: Sequence[Fact], given: Sequence[Any], day: dt.date | None) -> bool:
    return any(
        same_speaker(speaker["name"], speaker["country"], actor, day)
        for speaker in wanted
        for actor in given
    )


_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def _from_comments(record: Record, reading: Reading) -> list[Claim]:
    """Claims of a figure that the gold knows from a comment and from no fact."""
    told = {_digits(fact["quote"]) for fact in record["facts"]}
    known = set[str]().union(*told) if told else set()
    never = [_digits(words) - known for words in record["never"]]
    return [
        claim
        for claim in reading.claims
        if isinstance(claim.value, int | float)
        and any(each and each & _digits(claim.printed) for each in never)
    ]


def _digits(words: str) -> frozenset[str]:
    return frozenset(match.replace(",", "") for match in _FIGURE.findall(words))


def _not_claims(record: Record, reading: Reading) -> list[Claim]:
    text = reading.document.text
    places = [
        Span(*match.span())
        for words in record["not_claims"]
        for match in re.finditer(r"\s+".join(map(re.escape, words.split())), text)
    ]
    return [
        claim
        for claim in reading.claims
        if isinstance(claim.value, float) and any(claim.span.overlaps(place) for place in places)
    ]


def _shown(claim: Claim) -> Fact:
    return {
        "event": claim.event,
        "property": claim.property,
        "value": claim.value,
        "unit": claim.unit,
        "printed": claim.printed,
        "said_by": [actor.name for actor in claim.said_by],
    }


class _Tally:
    """Counts over facts and claims."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()
        self.spurious = self.comments = self.not_claims = 0

    def add(self, judged: Record) -> None:
        for fact in judged["facts"]:
            for what in ("found", "dated", "with_speaker"):
                self.counts[fact["property"], what] += bool(fact.get(what))
            self.counts[fact["property"], "gold"] += 1
        self.spurious += len(judged["spurious"])
        self.comments += len(judged["comment_figures"])
        self.not_claims += len(judged["not_claims"])

    def measures(self) -> dict[str, float]:
        every = sorted({name for name, _ in self.counts})
        right = self._sum(FIGURES, "found")
        return {
            "numeric_recall": self._share(NUMERIC, "found", "gold"),
            "numeric_precision": Score(right=right, spurious=self.spurious).precision,
            "date_right": self._share(NUMERIC, "dated", "found"),
            "speaker_right": self._share(NUMERIC, "with_speaker", "found"),
            "all_recall": self._share(every, "found", "gold"),
            "comment_figures_claimed": float(self.comments),
            "not_claims_claimed": float(self.not_claims),
        } | {f"recall_{name}": self._share((name,), "found", "gold") for name in every}

    def _sum(self, names: Iterable[str], what: str) -> int:
        return sum(self.counts[name, what] for name in names)

    def _share(self, names: Sequence[str], what: str, of: str) -> float:
        whole = self._sum(names, of)
        return self._sum(names, what) / whole if whole else 1.0


class _Published(msgspec.Struct):
    value: str | None


class _Launch(msgspec.Struct):
    id: str
    state: str
    date: str


class _Speaker(msgspec.Struct):
    name: str
    country: str | None


class _Fact(msgspec.Struct):
    property: str
    value: str | float
    unit: str | None
    said_by: list[_Speaker]
    launch: str
    quote: str
    upper: float | None = None


class _Record(msgspec.Struct):
    file: str
    published: _Published
    launches: list[_Launch]
    facts: list[_Fact]
    not_claims: list[str]
    never: list[str]
    url: str | None = None

    def __post_init__(self) -> None:
        known = {launch.id for launch in self.launches}
        for fact in self.facts:
            if fact.launch not in known:
                raise ValueError(f"`launch` {fact.launch!r} of a fact is none of `launches`")


TASK = Task(
    name="samples",
    summary="launch reports as whole pages: figures, their launch and their speaker",
    gold='one record a page: "file" (in the folder "pages"), "url", "published", "launches", '
    '"facts", "not_claims", "never"; see polybius/samples/README.md',
    run=run,
    form=_Record,
)
