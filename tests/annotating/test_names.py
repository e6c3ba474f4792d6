from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating import names
from polybius.annotating.names import person_spans
from polybius.annotating.sentences import sentences
from polybius.nouns import Document
from tests.linear import assert_linear


def persons(text: str) -> list[str]:
    document = Document.of_text(text)
    return [span.of(text) for span in person_spans(text, sentences(document))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jordan Smith said the launch had failed.", ["Jordan Smith"]),
        ("The actress Paris Hilton arrived late.", ["Paris Hilton"]),
        ("Mr. Washington did not answer.", ["Washington"]),
        ("A statement by Lt. Gen. Park Chan-ho was read out.", ["Park Chan-ho"]),
        ("South Korean president Moon Jae-in met reporters.", ["Moon Jae-in"]),
        ("Kim Jong Un watched the test.", ["Kim Jong Un"]),
        ("Prime Minister Shinzo Abe called it a threat.", ["Shinzo Abe"]),
        ("Ursula von der Leyen spoke.", ["Ursula von der Leyen"]),
        ("Later Bashar al-Assad left.", ["Bashar al-Assad"]),
        ("Teralyn Quibb, 34, was there.", ["Teralyn Quibb"]),
        ("Teralyn Quibb said so.", ["Teralyn Quibb"]),
        ("Gino D. Tavernel was there.", ["Gino D. Tavernel"]),
    ],
)
def test_persons(text: str, expected: list[str]) -> None:
    assert persons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "North Korea said the test had succeeded.",
        "Virginia Beach was flooded.",
        "The Washington Post reported it first.",
        "Victoria Police said nobody was hurt.",
        "Los Angeles said it would wait.",
        "The White House said it was aware.",
        "San Antonio Spurs fans cheered.",
        "The Jordan Valley is dry.",
        "Foreign Ministry officials met in Hong Kong.",
        "A US-based analyst doubted it.",
    ],
)
def test_no_persons(text: str) -> None:
    assert persons(text) == []


def test_a_family_name_alone_follows_the_full_name() -> None:
    text = "Hillary Clinton spoke first. Later Clinton left. Nobody lives in Clinton."
    assert persons(text) == ["Hillary Clinton", "Clinton"]


def test_the_family_name_of_a_korean_comes_first() -> None:
    text = "Kim Jong Un smiled. Kim then left with Un officials."
    assert persons(text) == ["Kim Jong Un", "Kim"]


def test_a_name_does_not_run_over_a_sentence_or_a_comma() -> None:
    assert persons("It was said by Anna Brown. Seoul denied it.") == ["Anna Brown"]
    assert persons("Anna Brown, Seoul and others.") == ["Anna Brown"]


@given(st.text(alphabet="AaBb .,-’'é北1\n", max_size=80) | st.text(max_size=80))
def test_spans_lie_in_any_text_in_order(text: str) -> None:
    document = Document.of_text(text)
    spans = person_spans(text, sentences(document))
    assert list(spans) == sorted(spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text).strip() == span.of(text)


@pytest.mark.parametrize("pattern", ["WORD", "RUN", "AFTER_PERSON", "NEXT_WORD", "LAST_WORD"])
def test_patterns_are_linear(pattern: str) -> None:
    assert_linear(getattr(names, pattern))
