"""What a report tells beside its launch: other launches, other weapons, other speakers."""

from __future__ import annotations

import pytest

from .reports import findings, said

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
