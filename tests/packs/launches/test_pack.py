"""The launch pack over whole reports: figures, speakers, earlier launches, what is no launch."""

from __future__ import annotations

import importlib
import importlib.resources
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.packs.launches.pack import UNITS
from polybius.packs.launches.words import words
from tests.linear import assert_linear
from tests.packs.launches.reports import claims, findings, said

FRIDAY = (
    "North Korea fired two short-range ballistic missiles on Friday, South Korea's military said. "
    "The missiles flew about 220 km (135 miles) and reached an altitude of 25 km, "
    "the Joint Chiefs of Staff said."
)


def test_a_launch_yields_who_when_and_how_many() -> None:
    (event,) = findings(FRIDAY).events
    assert (event.type, event.mode, event.cameo) == ("MOBILIZE", "weapons", "150")
    assert event.actors[0].country == "PRK"
    assert (event.date.start, event.date.end) == ("2019-08-02", "2019-08-02")
    assert event.recipients == ()
    assert said(FRIDAY, "count") == [(2, "South Korea's military")]


def test_figures_are_normalised_hedged_and_laid_to_their_speaker() -> None:
    (distance,) = claims(FRIDAY, "distance")
    assert (distance.value, distance.unit, distance.hedge) == (220.0, "km", "about")
    assert distance.printed == "220 km (135 miles)"
    assert distance.said_by[0].country == "KOR"
    (apogee,) = claims(FRIDAY, "apogee")
    assert (apogee.value, apogee.hedge) == (25.0, None)


def test_the_flight_is_checked_with_textbook_arithmetic() -> None:
    (event,) = findings(FRIDAY).events
    flights = event.pack["flights"]
    assert isinstance(flights, list)
    (flight,) = flights
    assert flight["shape"] == "depressed"
    assert flight["standard_distance_km"] is None


def test_the_speaker_is_not_the_actor() -> None:
    text = "Japan said Iran launched a rocket on Thursday."
    (event,) = findings(text).events
    assert event.actors[0].country == "IRN"
    assert event.said_by[0].country == "JPN"


def test_a_report_that_quotes_nobody_speaks_itself() -> None:
    assert said("North Korea launched a missile on Friday that flew 400 km.", "distance") == [
        (400.0, "Meridian")
    ]


def test_a_sentence_that_goes_on_about_the_missile_keeps_its_speaker() -> None:
    text = (
        "South Korea's military said the North fired a missile on Friday. "
        "It flew 400 km at an altitude of 60 km."
    )
    (distance,) = claims(text, "distance")
    assert distance.said_by[0].country == "KOR"
    assert distance.reason == "the sentence names no speaker; it goes on from the one before"


def test_earlier_launches_keep_their_own_figures() -> None:
    text = (
        "North Korea fired a missile on Friday that flew 220 km.\n\n"
        "On Wednesday, it fired two others, which flew 250 km.\n\n"
        "In 2017, it launched a Hwasong-15 that reached an altitude of 4,475 km."
    )
    found = findings(text)
    days = {event.id: event.date.start for event in found.events}
    figures = {
        (days[claim.event], claim.property, claim.value)
        for claim in found.claims
        if claim.property in {"distance", "apogee"}
    }
    assert figures == {
        ("2019-08-02", "distance", 220.0),
        ("2019-07-31", "distance", 250.0),
        ("2017-01-01", "apogee", 4475.0),
    }


def test_a_weapons_reach_is_kept_apart_from_a_flights_distance() -> None:
    text = "Pakistan test-fired a missile with a range of 2,750 km on Friday. It flew 900 km."
    assert said(text, "capability_range") == [(2750.0, "Meridian")]
    assert [value for value, _ in said(text, "distance")] == [900.0]


def test_what_it_could_have_flown_is_no_distance() -> None:
    text = (
        "North Korea fired a missile on Friday. Analysts said it could fly 13,000 km "
        "on a standard trajectory."
    )
    assert claims(text, "distance") == []
    assert said(text, "standard_range") == [(13000.0, "Analysts")]


def test_two_missiles_of_one_launch_keep_two_figures() -> None:
    text = (
        "North Korea fired two missiles on Friday. The first flew 350 km at an altitude of 100 km "
        "and the second flew 800 km at an altitude of 50 km, Japan's Defense Ministry said."
    )
    assert [value for value, _ in said(text, "distance")] == [350.0, 800.0]
    assert [value for value, _ in said(text, "apogee")] == [100.0, 50.0]


@pytest.mark.parametrize(
    ("words_", "value", "hedge"),
    [
        ("at least 23 missiles", 23, "at least"),
        ("about ten missiles", 10, "about"),
        ("two projectiles", 2, None),
    ],
)
def test_counts_keep_their_hedges(words_: str, value: int, hedge: str | None) -> None:
    (count,) = claims(f"North Korea fired {words_} on Friday.", "count")
    assert (count.value, count.hedge) == (value, hedge)


def test_what_was_detected_counts() -> None:
    text = (
        "North Korea fired missiles on Friday. A U.S. official said the military had detected "
        "at least one projectile."
    )
    assert said(text, "count") == [(1, "U.S. official")]


@pytest.mark.parametrize(
    "text",
    [
        "The resolution bans North Korea from launching ballistic missiles.",
        "North Korea threatened to fire missiles toward Guam.",
        "The North has been testing missiles despite the summit.",
        "The minister launched a campaign on Friday.",
        "The coach was fired on Friday after the rocket emoji.",
        "Militants fired rockets at the town on Friday, killing three people.",
        "The country conducted a nuclear test on Friday.",
        "It is able to launch intercontinental missiles.",
    ],
)
def test_what_is_no_launch(text: str) -> None:
    assert findings(text).events == ()


def test_a_denied_launch_is_denied() -> None:
    found = findings("North Korea did not fire a missile on Friday, South Korea's military said.")
    assert [event.factuality for event in found.events] == ["denied"]
    assert all(claim.denied for claim in found.claims)


def test_a_planned_launch_is_planned() -> None:
    (event,) = findings("North Korea plans to launch a satellite next week, KCNA said.").events
    assert (event.factuality, event.tense) == ("planned", "future")


def test_without_a_publication_date_weekdays_are_null_with_the_reason() -> None:
    (event,) = findings(FRIDAY, day=None).events
    assert event.date.start is None
    assert "no publication date" in str(event.date.reason)


def test_undated_launches_of_two_weekdays_stay_two() -> None:
    text = (
        "North Korea fired a missile on Friday that flew 220 km. "
        "On Wednesday it fired two missiles, which flew 250 km."
    )
    found = findings(text, day=None)
    assert len(found.events) == 2
    owners = {claim.event for claim in found.claims if claim.property == "distance"}
    assert len(owners) == 2


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("North Korea fired a missile on Friday from Sinpo into the sea.", "Sinpo"),
        ("North Korea launched a missile from near the city of Kusong on Friday.", "Kusong"),
        ("North Korea launched a missile on Friday from the Nosuchplace area.", "Nosuchplace"),
    ],
)
def test_launch_sites(text: str, place: str) -> None:
    assert any(place in claim.printed for claim in claims(text, "launch_site"))


def test_a_capital_where_somebody_speaks_is_no_launch_site() -> None:
    text = "North Korea fired a missile on Friday, officials said at a briefing in Pyongyang."
    assert claims(text, "launch_site") == []


def test_local_and_greenwich_times() -> None:
    text = "North Korea fired a missile at 2:59 a.m. (1759 GMT) on Friday. It fell at 3:10 a.m."
    assert [value for value, _ in said(text, "launch_time")] == ["02:59"]
    assert [value for value, _ in said(text, "launch_time_utc")] == ["17:59"]


def test_a_flights_minutes_are_no_clock_time() -> None:
    text = "North Korea fired a missile on Friday. It flew for 53 minutes, officials said."
    assert [value for value, _ in said(text, "flight_time")] == [53.0]
    assert claims(text, "launch_time") == []


def test_names_and_kinds() -> None:
    text = "North Korea test-fired a Hwasong-12 intermediate-range ballistic missile on Friday."
    assert [value for value, _ in said(text, "missile_name")] == ["Hwasong-12"]
    assert [value for value, _ in said(text, "missile_class")] == ["IRBM"]


def test_a_programme_is_no_kind_of_missile_that_flew() -> None:
    text = (
        "North Korea fired a projectile on Friday. Envoys said its ballistic missile program "
        "must end."
    )
    assert claims(text, "missile_class") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It exploded in midair, the military said.", "failure"),
        ("State media called the test a success.", "success"),
        ("The launch failed, officials said.", "failure"),
    ],
)
def test_outcomes(text: str, value: str) -> None:
    found = said(f"North Korea fired a missile on Friday. The missile was new. {text}", "outcome")
    assert [each for each, _ in found] == [value]


def test_where_it_fell() -> None:
    text = (
        "North Korea fired a missile on Friday. It landed in the Sea of Japan, outside Japan's "
        "exclusive economic zone, some 170 km west of Aomori."
    )
    assert [value for value, _ in said(text, "landing")] == ["Sea of Japan"]
    assert [value for value, _ in said(text, "landing_zone")] == ["outside exclusive economic zone"]
    assert [value for value, _ in said(text, "landing_distance")] == [170.0]


def test_its_place_in_a_series() -> None:
    text = "North Korea fired missiles for the third time in eight days on Friday."
    assert said(text, "series") == [("third time in eight days", "Meridian")]


def test_impossible_figures_are_warned_of() -> None:
    text = (
        "North Korea fired a missile on Friday. It flew for 71 minutes and covered 1,100 km, "
        "reaching an altitude of over six kilometers."
    )
    kinds = [warning.kind for warning in findings(text).warnings]
    assert "impossible-figure" in kinds


@given(st.text(alphabet="The North Koreafidmslesntu 0123456789km.,()“”\n", max_size=300))
def test_any_text_yields_claims_that_stand_in_it(text: str) -> None:
    full = "North Korea fired a missile on Friday. " + text
    for claim in findings(full).claims:
        assert claim.span.of(full) == claim.printed
        assert claim.said_by


def test_every_pattern_is_linear() -> None:
    folder = importlib.resources.files("polybius.packs.launches")
    names = [
        each.name.removesuffix(".py") for each in folder.iterdir() if each.name.endswith(".py")
    ]
    modules = [importlib.import_module(f"polybius.packs.launches.{name}") for name in names]
    patterns = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, re.Pattern)
    }
    known = words()
    patterns |= {*known.phrases.values(), known.weapon}
    patterns |= {pattern for _, pattern in (*known.cues, *known.homes)}
    for pattern in patterns:
        assert_linear(pattern, seeds=("a", "1,", " ", "A ", "the ", "launch ", "with a "))


def test_every_property_is_described() -> None:
    folder = importlib.resources.files("polybius.packs.launches")
    sources = [each.read_text("utf-8") for each in folder.iterdir() if each.name.endswith(".py")]
    named = {name for source in sources for name in re.findall(r'Field\(\s*"(\w+)"', source)}
    page = Path(__file__).parents[3].joinpath("docs", "launches.md").read_text("utf-8")
    missing = [name for name in named | set(UNITS) | {"speed"} if f"`{name}`" not in page]
    assert missing == []
