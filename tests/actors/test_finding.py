from __future__ import annotations

import datetime as dt
import itertools

from hypothesis import given
from hypothesis import strategies as st

from polybius import actors

DAY = dt.date(2019, 8, 2)


def found(text: str, on: dt.date | None = DAY) -> list[tuple[str, str | None, str | None]]:
    return [(span.of(text), actor.country, actor.name) for span, actor in actors.mentions(text, on)]


@given(st.text(), st.none() | st.dates())
def test_spans_lie_in_any_text_in_order_and_apart(text: str, on: dt.date | None) -> None:
    spans = [span for span, _ in actors.mentions(text, on)]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in itertools.pairwise(spans))


def test_a_mention_takes_in_title_and_owner() -> None:
    text = "Then U.S. Secretary of State Mike Pompeo called foreign minister Taro Kono."
    assert found(text) == [
        ("U.S. Secretary of State Mike Pompeo", "USA", "Mike Pompeo"),
        ("foreign minister Taro Kono", "JPN", "Taro Kono"),
    ]


def test_each_actor_carries_its_span() -> None:
    (span, actor), *_ = actors.mentions("In Oslo, Norway's navy waited.", DAY)
    assert actor.span == span
    assert actor.sectors == ("MIL",)


def test_a_surname_means_whom_the_text_has_named() -> None:
    text = "Park Jin spoke in Seoul. Later Park left, and Moon Jae-in stayed. Moon smiled."
    assert ("Moon", "KOR", "Moon Jae-in") in found(text)
    assert found("The Moon rose over the Park.") == []


def test_a_bodys_short_name_means_the_one_named_with_its_country() -> None:
    text = "South Korea's Joint Chiefs of Staff (JCS) gave no figure. The JCS said so twice."
    assert [words for words, _, name in found(text) if name == "Joint Chiefs of Staff"] == [
        "South Korea's Joint Chiefs of Staff", "JCS", "JCS",
    ]  # fmt: skip


def test_the_north_is_a_mention_where_the_text_speaks_of_korea() -> None:
    assert ("North", "PRK", "North Korea") in found("Pyongyang was silent; the North waited.")
    assert found("The North of the island is cold.") == []


def test_things_places_and_words_are_no_mentions() -> None:
    assert found("A North Korean missile fell near Wonsan.") == []
    assert found("An Iran-backed force marched; he was in Tokyo, at work in May.") == []
    assert found("Officials in Seoul met the president.") == []


def test_capitals_speak_for_governments() -> None:
    assert found("Pyongyang denied it, and Moscow agreed.") == [
        ("Pyongyang", "PRK", "Pyongyang"),
        ("Moscow", "RUS", "Moscow"),
    ]


def test_part_of_an_unknown_name_is_no_mention() -> None:
    assert found("Visitors like Michael Jordan and the Japan Kite Society came.") == []


def test_a_stop_parts_names_but_not_abbreviations() -> None:
    text = "It left for China. Navy crews watched. Gen. Mark Milley did too."
    assert found(text)[0] == ("China", "CHN", "China")
    assert "Gen. Mark Milley" in [words for words, _, _ in found(text)]


def test_a_body_that_few_countries_have_is_of_the_one_the_text_speaks_of_most() -> None:
    text = "South Korea saw it, South Korean officials said. The JCS told U.S. officials."
    jcs = [actor for span, actor in actors.mentions(text, DAY) if span.of(text) == "JCS"]
    assert [actor.country for actor in jcs] == ["KOR"]
    assert "speaks of most" in str(jcs[0].reason)
    assert [words for words, *_ in found("The JCS met.")] == []
