"""Measuring launch reports: ``polybius evaluate launches GOLD``.

A gold record has ``text``, ``published`` (a day, ISO 8601) and ``facts``:
``[{"field", "value", "quote", "said_by"}]`` with ``value_km`` beside a value in
miles or kilometers. ``quote`` is a substring of the text. The facts are the central
ones, not all that a text says: only recall is measured here.

Rules. A fact is *found* where a claim of a property that its field goes by
(``PROPERTIES``) overlaps an occurrence of its quote, white space and all, and has its
value. Numbers agree within 1 % of ``value_km`` or, where the text's own thousands
point was read as a decimal point ("1.100"), of the digits without the point; "500 to
600" is found by either end; a list ("02:59; 03:23") only by all of its members; words
agree where one holds the other, case and hyphens aside. *With its speaker* where the
claim's speakers also agree with ``said_by``: the same words of name, or the same
country and kind of body ("South Korea's military" and the Joint Chiefs), or, for a
fact laid to an outlet, the report's own narrator. Several claims may answer a fact;
one that is right is enough.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from polybius.evaluating.gold import check_date
from polybius.evaluating.speakers import speakers_agree
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Claim, Page, Published, Reading, Span
from polybius.packs.launches.series import ordinal_of
from polybius.pipeline import reading_of
from polybius.reading.scraped import read_text

PROPERTIES = {
    "distance_km": ("distance",),
    "apogee_km": ("apogee",),
    "count": ("count",),
    "launch_site": ("launch_site",),
    "launch_time_local": ("launch_time",),
    "launch_time_utc": ("launch_time_utc", "launch_time"),
    "outcome": ("outcome",),
    "tempo": ("series",),
    "missile_class": ("missile_class",),
    "missile_name": ("missile_name",),
    "date": ("date",),
    "state": ("state",),
    "flight_time_min": ("flight_time",),
    "flight_time_s": ("flight_time",),
    "landing": ("landing", "landing_zone", "landing_distance"),
    "std_range_km": ("standard_range",),
    "capability_range_km": ("capability_range",),
    "speed_mach": ("speed",),
    "speed": ("speed",),
    "threat_assessment": ("threat_assessment",),
    "trajectory": ("trajectory",),
}
"""Which of our properties answer a field. Fields that are missing here are not asked for."""

FLIGHT = ("distance_km", "apogee_km")
NUMERIC = (
    *FLIGHT,
    "count",
    "flight_time_min",
    "flight_time_s",
    "std_range_km",
    "capability_range_km",
    "speed_mach",
    "speed",
    "launch_time_local",
    "launch_time_utc",
)
TOLERANCE = 0.01
_WHOLE_DAY = re.compile(r"\d{4}-\d\d-\d\d")

Fact = dict[str, Any]


def run(records: Sequence[Record], _folder: Path, advance: Advance) -> Outcome:
    """Read every report and look for its facts among the claims."""
    tally = _Tally()
    predictions = []
    for record in records:
        reading = read(record)
        facts = [_judged(fact, reading) for fact in record["facts"]]
        tally.add(facts)
        predictions.append({"id": record.get("id"), "facts": facts, "claims": _shown(reading)})
        advance()
    return Outcome(tally.measures(), predictions)


def read(record: Record) -> Reading:
    """A gold report read as scraped text, published when the gold says."""
    day = str(record.get("published") or "")
    whole_day = _WHOLE_DAY.fullmatch(day)
    published = (
        Published(day, "given")
        if whole_day
        else Published(None, "none", "the gold gives no whole day")
    )
    name = str(record.get("id") or "the report")
    page = Page(record["text"].encode(), name, media_type="text/plain", charset="utf-8")
    return reading_of(read_text(page, published))


def _judged(fact: Fact, reading: Reading) -> Fact:
    """The fact with whether it was found, and found with its speaker."""
    claims = _candidates(fact, reading)
    found = _answers(fact, claims)
    with_speaker = [
        claim for claim in found if speakers_agree(fact["said_by"], claim.said_by, reading.document)
    ]
    return {
        "field": fact["field"],
        "value": fact["value"],
        "quote": fact["quote"],
        "said_by": fact["said_by"],
        "asked": fact["field"] in PROPERTIES,
        "found": bool(found),
        "with_speaker": bool(_answers(fact, with_speaker)) if found else False,
        "speakers": sorted({claim.said_by[0].name or "" for claim in found}),
    }


def _candidates(fact: Fact, reading: Reading) -> list[Claim]:
    properties = PROPERTIES.get(fact["field"], ())
    places = list(_places(fact["quote"], reading.document.text))
    return [
        claim
        for claim in reading.claims
        if claim.property in properties and any(claim.span.overlaps(place) for place in places)
    ]


def _places(quote: str, text: str) -> Iterable[Span]:
    """Where a quote stands in the text, whatever its white space."""
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    return (Span(*match.span()) for match in re.finditer(pattern, text))


def _answers(fact: Fact, claims: list[Claim]) -> list[Claim]:
    """The claims that give the fact's value; none where a list is not complete."""
    members = [member.strip() for member in str(fact["value"]).split(";")]
    if len(members) > 1 and fact["field"] in NUMERIC:
        answers = [[c for c in claims if _agrees(fact, member, c)] for member in members]
        return [claim for each in answers for claim in each] if all(answers) else []
    return [claim for claim in claims if _agrees(fact, str(fact["value"]), claim)]


def _agrees(fact: Fact, value: str, claim: Claim) -> bool:
    field = fact["field"]
    if field.startswith("launch_time"):
        clock = re.search(r"(\d\d):(\d\d)", value)
        return clock is None or clock[0] in str(claim.value)
    if field in NUMERIC and isinstance(claim.value, int | float):
        return _same_number(fact, value, claim)
    if field == "landing" and isinstance(claim.value, float):
        return (
            f"{claim.value:g}" in value.replace(",", "") or str(claim.printed.split()[0]) in value
        )
    return _same_words(field, value, str(claim.value), claim.printed)


def _same_number(fact: Fact, value: str, claim: Claim) -> bool:
    wanted = set(_numbers(value.replace(" ", "")))
    if fact.get("value_km") is not None:
        wanted = {float(fact["value_km"])} | {n for n in wanted if n in _numbers(value)}
        if "mile" in str(fact.get("unit_in_text")):
            wanted = {float(fact["value_km"])}
    if fact["field"] == "flight_time_s":
        wanted = {number / 60 for number in wanted}
    given = [claim.value, claim.upper]
    return any(
        isinstance(number, int | float) and abs(number - each) <= TOLERANCE * max(abs(each), 1e-9)
        for each in wanted
        for number in given
    ) or (not wanted and fact["field"] == "count")


def _numbers(value: str) -> list[float]:
    """Every number in a gold value, read both with and without its point."""
    found = []
    for match in re.findall(r"\d[\d.,]*", value):
        digits = match.replace(",", "").rstrip(".")
        found.append(float(digits))
        if re.fullmatch(r"\d{1,3}\.\d{3}", digits):
            found.append(float(digits.replace(".", "")))
    return found


def _same_words(field: str, value: str, given: str, printed: str) -> bool:
    if field == "tempo":
        return ordinal_of(value) == ordinal_of(printed)
    if field in {"outcome", "trajectory"}:
        known = re.match(r"success|failure|lofted|irregular|depressed|standard", value)
        return known is None or known[0] == given
    if field == "threat_assessment":
        return True  # the gold words it anew; that the quote overlaps is all there is to hold
    one, two, three = (_plain(each) for each in (value, given, printed))
    return one in two or two in one or one in three or three in one or bool(_shared(one, three))


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _shared(one: str, other: str) -> set[str]:
    return {word for word in set(one.split()) & set(other.split()) if len(word) > 3}


def _shown(reading: Reading) -> list[dict[str, Any]]:
    """The claims, briefly, for reading by eye."""
    return [
        {
            "event": claim.event,
            "property": claim.property,
            "value": claim.value,
            "unit": claim.unit,
            "printed": claim.printed,
            "span": list(claim.span),
            "said_by": [actor.name for actor in claim.said_by],
        }
        for claim in reading.claims
    ]


class _Tally:
    """Counts of facts asked for, found, and found with the right speaker."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.with_speaker: Counter[str] = Counter()

    def add(self, facts: Iterable[Fact]) -> None:
        for fact in facts:
            if fact["asked"]:
                self.asked[fact["field"]] += 1
                self.found[fact["field"]] += fact["found"]
                self.with_speaker[fact["field"]] += fact["with_speaker"]

    def measures(self) -> dict[str, float]:
        measures = {
            "flight_recall": self._share(self.found, FLIGHT),
            "flight_with_speaker": self._share(self.with_speaker, FLIGHT),
            "numeric_recall": self._share(self.found, NUMERIC),
            "all_recall": self._share(self.found, tuple(self.asked)),
            "all_with_speaker": self._share(self.with_speaker, tuple(self.asked)),
        }
        by_field = {
            f"recall_{field}": self._share(self.found, (field,)) for field in sorted(self.asked)
        }
        return measures | by_field

    def _share(self, counted: Counter[str], fields: Sequence[str]) -> float:
        asked = sum(self.asked[field] for field in fields)
        return sum(counted[field] for field in fields) / asked if asked else 1.0


class _Fact(msgspec.Struct):
    field: str
    value: str | float
    quote: str
    said_by: str
    value_km: float | None = None


class _Record(msgspec.Struct):
    text: str
    facts: list[_Fact]
    published: str | None = None

    def __post_init__(self) -> None:
        if _WHOLE_DAY.fullmatch(self.published or ""):
            check_date("published", self.published)


TASK = Task(
    name="launches",
    summary="facts of launch reports found, and found with the speaker who said them",
    gold="text, published (a day), facts: [{field, value, value_km?, quote, said_by}]",
    run=run,
    form=_Record,
)
