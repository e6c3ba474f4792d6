"""The words in which claims and speakers are put to people, at a terminal or on a page."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from polybius.nouns import Actor, Claim, DateInterval, EventMention, Reading, Span, Timex

ORDER = (
    "count",
    "missile_class",
    "missile_name",
    "launch_site",
    "launch_time",
    "launch_time_utc",
    "distance",
    "apogee",
    "speed",
    "flight_time",
    "trajectory",
    "landing",
    "landing_zone",
    "landing_distance",
    "landing_time",
    "outcome",
    "standard_range",
    "capability_range",
    "threat_assessment",
    "similar_to",
    "series",
)
"""The properties of a launch card, in the order in which people ask."""

LABELS = {
    "missile_class": "kind",
    "missile_name": "name",
    "launch_site": "from",
    "launch_time": "at (local)",
    "launch_time_utc": "at (UTC)",
    "apogee": "peak altitude",
    "flight_time": "flight time",
    "landing": "fell into",
    "landing_zone": "fell",
    "landing_distance": "fell how far off",
    "landing_time": "fell when",
    "standard_range": "could reach",
    "capability_range": "weapon's reach",
    "threat_assessment": "assessment",
    "similar_to": "likeness",
}


BASES = {
    "given": "date given by the user",
    "json-ld": "by the page's JSON-LD",
    "meta": "by the page's metadata",
    "time-tag": "by the page's time tag",
    "feed": "by the feed",
    "url": "by the page's address",
    "dateline": "by the dateline",
    "text": "by the page's text",
    "htmldate": "by htmldate",
}

_PLANNED = re.compile(
    r"\bplan(?:s|ning)? to\b|(?<!been )\bplan(?:s|ned) for\b|\b(?:scheduled|slated)\b"
    r"|\b(?:is|are) (?:set|due|expected|preparing|planning) (?:to|for)\b"
    r"|\bplanned (?:[\w-]+ ){0,2}(?:exercises?|drills?|talks|meetings?|visits?|trips?"
    r"|summits?|tests?|launch(?:es)?|elections?|votes?)\b"
)
_FEWEST_WORDS = 4
_LONGEST_MONTH = 31


class Plan(NamedTuple):
    """A sentence about what lies ahead, and the words in it that say so."""

    words: str
    marked: tuple[str, ...]


class Row(NamedTuple):
    """One line of a launch card."""

    label: str
    value: str
    speaker: str
    claim: str


def rows_of(reading: Reading, event: EventMention) -> Iterator[Row]:
    """The claims about an event, one row for each value of a speaker."""
    for name in ORDER:
        seen: set[tuple[str, str]] = set()
        for claim in reading.claims:
            if claim.event != event.id or claim.property != name:
                continue
            value, speaker = _value(claim), speaker_words(claim.said_by)
            if (value, speaker) not in seen:
                yield Row("" if seen else LABELS.get(name, name), value, speaker, claim.id)
                seen.add((value, speaker))


def _value(claim: Claim) -> str:
    words = " ".join(claim.printed.split())
    if claim.property in {"missile_class", "missile_name", "outcome", "landing_zone"}:
        words = str(claim.value)
    hedge = claim.hedge or ""
    if hedge and hedge.lower() not in words.lower():
        words = f"{hedge} {words}"
    return f"not {words} (denied)" if claim.denied else words


def speaker_words(chain: Sequence[Actor | None]) -> str:
    """The nearest speaker first: "Joint Chiefs of Staff [KOR], by way of Yonhap"."""
    names = [_named(actor) for actor in chain if actor is not None]
    return ", by way of ".join(names)


def _named(actor: Actor) -> str:
    name = actor.name or "unnamed"
    if actor.country and actor.country not in name:
        return f"{name} [{actor.country}]"
    return name


def launch_heading(event: EventMention) -> str:
    """What a launch card is headed with: "Launch · North Korea · 2 August 2019"."""
    actor = event.actors[0].name if event.actors else None
    day = interval_words(event.date)
    put = "" if event.factuality == "asserted" else f" · {event.factuality}"
    kind = "Launch" if event.pack.get("main") else "Another launch"
    return f"{kind} · {actor or 'by whom is not said'} · {day}{put}"


def interval_words(date: DateInterval) -> str:
    """A date interval in words: a day, a month, a year, or the days between which it lies."""
    if date.start is None:
        return f"undated ({date.reason})"
    first = dt.date.fromisoformat(date.start)
    last = dt.date.fromisoformat(date.end or date.start)
    if first == last:
        return long_date(date.start)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"in {first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    after = last + dt.timedelta(days=1)
    if first.day == after.day == 1 and (after - first).days <= _LONGEST_MONTH:
        return f"in {first:%B %Y}"
    return f"between {long_date(first.isoformat())} and {long_date(last.isoformat())}"


def long_date(day: str) -> str:
    """The day of an ISO date in words: "2 August 2019"."""
    date = dt.date.fromisoformat(day)
    return f"{date.day} {date:%B %Y}"


def flight_words(event: EventMention) -> str:
    """What textbook arithmetic makes of the reported figures."""
    flights = event.pack.get("flights")
    return "\n".join(map(_flight, flights)) if isinstance(flights, Sequence) else ""


def _flight(flight: Mapping[str, object]) -> str:
    shape, peak = flight["shape"], flight["least_energy_apogee_km"]
    distance, apogee = flight["distance_km"], flight["apogee_km"]
    words = (
        f"{shape}: {distance:g} km at {apogee:g} km, by {flight['said_by']}; "
        f"an arc of least energy over that distance peaks near {peak:.0f} km"
    )
    reach, minutes = flight.get("standard_distance_km"), flight.get("minutes")
    if shape == "depressed":
        return words + ". It stayed in the air; nothing further follows."
    if reach and shape == "lofted":
        words += f". On a standard arc: at least {reach:,.0f} km"
    return words + (f"; about {minutes:.0f} minutes aloft." if minutes else ".")


def basis_words(basis: str | None) -> str:
    """What a publication date rests on, in words."""
    return BASES.get(basis or "", f"by {basis}")


def plans_of(reading: Reading) -> list[Plan]:
    """The sentences whose times lie after the publication day, or that speak of plans."""
    today = reading.document.published.day
    times = [each.span for each in reading.annotations.times if today and _is_ahead(each, today)]
    text = reading.document.text
    plans = (_plan(sentence, text, times) for sentence in reading.annotations.sentences)
    return [plan for plan in plans if plan.marked and plan.words.count(" ") >= _FEWEST_WORDS - 1]


def _plan(sentence: Span, text: str, times: Sequence[Span]) -> Plan:
    words = sentence.of(text)
    marked = [time.of(text) for time in times if sentence.contains(time)]
    marked += [found.group() for found in _PLANNED.finditer(words)]
    return Plan(" ".join(words.split()), tuple(marked))


def _is_ahead(timex: Timex, day: dt.date) -> bool:
    """Whether a time begins after *day*, or is the end of a stretch around it."""
    if timex.start is None or timex.type == "DURATION":
        return False
    first = dt.date.fromisoformat(timex.start)
    last = dt.date.fromisoformat(timex.end or timex.start)
    return first > day or (last > day and timex.modifier == "END")
