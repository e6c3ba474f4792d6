"""What a report tells beside its launch: other launches, other weapons, other speakers."""

from __future__ import annotations

import pytest

from .reports import claims, findings, said

FIRED = "North Korea fired a missile on Friday, South Korea's military said. "


@pytest.mark.parametrize(
    "earlier",
    [
        "It failed to put a satellite in orbit on May 31: the Chollima-1 fell into the Yellow Sea.",
        "In May it put up a satellite rocket named Chollima-1, which fell into the Yellow Sea.",
    ],
)
def test_an_earlier_launch_in_a_new_paragraph_is_told_by_the_outlet(earlier: str) -> None:
    text = f"{FIRED}No boat was hit, according to the coast guard.\n\n{earlier}"
    assert said(text, "landing") == [("Yellow Sea", "Meridian")]
    assert said(text, "missile_name") == [("Chollima-1", "Meridian")]


@pytest.mark.parametrize(
    "text",
    [
        "Hale settled it by launching a missile from 25 metres after a rocket that flew 40 yards.",
        "Rovers of England fired a missile past the goalkeeper: the rocket flew 40 yards.",
        "The army of fans in Leeds saw their striker launch a rocket that flew 30 yards.",
    ],
)
def test_sport_fires_no_missiles(text: str) -> None:
    assert not findings(text).events


def test_a_launch_without_words_of_arms_needs_a_place() -> None:
    assert findings("A missile was fired from Sinpo on Friday and flew 400 km.").events
    assert not findings("A missile was fired on Friday and flew 40 yards.").events


@pytest.mark.parametrize(
    "text",
    [
        "North Korea has not launched any missile since May 31, the military said.",
        "The North has not conducted a missile test since May, the military in Seoul said.",
        "No missile has been launched by North Korea for two months, the military said.",
        "Iran has never fired a ballistic missile over the sea, the ministry said.",
    ],
)
def test_what_is_not_done_in_general_is_no_launch(text: str) -> None:
    assert not findings(text).events


def test_a_launch_of_which_nothing_is_told_is_left_out() -> None:
    text = "North Korea fired a missile on Friday. The launch by the United States came before."
    assert [event.actors[0].country for event in findings(text).events] == ["PRK"]


def test_another_states_weapon_is_no_claim_of_this_launch() -> None:
    text = (
        "Pakistan tested its Shaheen-III missile on Friday, the military said. India's newest"
        " missile, the Agni-5, is said to reach 5,000 km. The two tell each other before tests of"
        " ballistic missiles under an agreement of 2005."
    )
    assert said(text, "missile_name") == [("Shaheen-III", "military")]
    assert not said(text, "capability_range")
    assert not said(text, "missile_class")


def test_a_likeness_to_anothers_weapon_stays() -> None:
    text = f"{FIRED}It was modelled on the Iskander, which can fly 500 km."
    assert [value for value, _ in said(text, "similar_to")] == ["modelled on the Iskander"]
    assert not said(text, "missile_name")


def test_where_it_fell_and_where_somebody_spoke_are_no_site() -> None:
    text = (
        "A missile that flew out of India on Friday and fell near Lahore, in Punjab, was let off"
        ' by mistake. "It was the accidental firing of a missile," the ministry in New Delhi said.'
    )
    assert not said(text, "launch_site")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("a Shaheen-III", "Shaheen-III"),
        ("a Shaheen 1-A", "Shaheen-1-A"),
        ("an Agni-Prime", "Agni-Prime"),
        ("an Agni P", "Agni-Prime"),
        ("an Agni-5", "Agni-5"),
    ],
)
def test_a_name_keeps_its_whole_designation(words: str, name: str) -> None:
    assert {value for value, _ in said(f"The army tested {words} on Friday.", "missile_name")} == {
        name
    }


def test_an_attempt_with_its_own_day_is_its_own_launch() -> None:
    text = (
        "A North Korean rocket carrying a satellite exploded on Friday, the military said.\n\n"
        "Leaders met in Seoul for the first time in more than four years.\n\n"
        "The North's first attempts, on May 31 and June 24 this year, both failed. A third, on"
        " July 21, put the Malligyong-1 in orbit."
    )
    found = findings(text)
    days = [event.date.start for event in found.events if event.date]
    assert days == ["2019-08-02", "2019-05-31", "2019-07-21"]
    names = [claim.event for claim in found.claims if claim.property == "missile_name"]
    assert names == [found.events[2].id]
    assert not said(text, "series")


def test_a_salvo_hours_later_is_its_own_launch() -> None:
    text = (
        f"{FIRED}It flew 760 km.\n\nAn hour later, at 8:39, two more were fired from Kaechon."
        " These went some 330 km, no higher than 70 km."
    )
    found = findings(text)
    main, later = (event.id for event in found.events)
    figures = [(claim.event, claim.value) for claim in found.claims if claim.unit == "km"]
    assert figures == [(main, 760), (later, 330), (later, 70)]
    assert [claim.value for claim in claims(text, "launch_time")] == ["08:39"]


def test_a_flight_that_is_supposed_has_a_range_and_no_trajectory() -> None:
    text = f"{FIRED}On a normal path, Alan Wright said, the same missile could go 13,000 km."
    assert [value for value, _ in said(text, "standard_range")] == [13000]
    assert not said(text, "trajectory")


def test_an_answer_by_the_souths_services_is_its_own_launch() -> None:
    text = (
        f"{FIRED}\n\nSix minutes after the launch, the South’s army, navy and air force each"
        " fired a missile into the East Sea, the military said."
    )
    found = findings(text)
    landed = next(claim for claim in found.claims if claim.property == "landing")
    assert [event.id for event in found.events if event.actors[0].country == "KOR"] == [
        landed.event
    ]


def test_what_rises_up_and_where_it_fell_in_words() -> None:
    text = (
        f"{FIRED}The missile, launched at Pyongyang International Airfield, went 800 kilometers"
        " (497 miles) across and 2,000 kilometers (1,242 miles) up. It fell on the waters chosen"
        " for it in the open sea east of the country. No threat and no blackmail can move us."
    )
    assert [value for value, _ in said(text, "apogee")] == [2000]
    assert [value for value, _ in said(text, "landing")] == ["the open sea east of the country"]
    assert said(text, "launch_site")
    assert not said(text, "threat_assessment")
