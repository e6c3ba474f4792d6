"""Whatever the text: no error, spans in the text, time in proportion."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating.sentences import sentences
from polybius.annotating.times import grammar, joining, lexing, times
from polybius.annotating.times.calendar import VALUE, bounds, easter, holiday
from polybius.annotating.times.lexicon import lexicon
from polybius.annotating.times.rules import READERS
from polybius.nouns import Document, Published, Span, Timex
from tests.linear import assert_linear

WORDS = sorted(lexicon().words)
PHRASES = sorted(
    " ".join((first, *rest)) for first, found in lexicon().phrases.items() for rest, _ in found
)
FIGURES = ["2", "31", "45", "1998", "0230", "5:34", "5th", "2019-08-02", "02-15-98", "1990s", "½"]
MARKS = [",", ".", "-", "–", "(", ")", "'s", "“", ";", "\n\n", ":", "$", "%"]
OTHERS = ["said", "will", "met", "Kim", "to", "planned", "people", "times", "Times"]


def find(text: str, published: str | None) -> tuple[Timex, ...]:
    basis = Published(published, "given") if published else Published(None, "none")
    document = Document.of_text(text, basis)
    return times(document, sentences(document))


def check(text: str, found: tuple[Timex, ...]) -> None:
    for timex in found:
        assert 0 <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.span.of(text).strip()
        assert timex.value is not None or timex.reason
        assert (timex.start is None) == (timex.end is None)
        assert timex.start is None or timex.start <= str(timex.end)
    for one, two in itertools.pairwise(found):
        assert one.span.end <= two.span.start


PUBLISHED = st.sampled_from(["2019-08-02", "0001-01-01", "9999-12-31", "2020-02-29", None])


@given(
    st.lists(st.sampled_from([*WORDS, *PHRASES, *FIGURES, *MARKS, *OTHERS]), max_size=12),
    st.booleans(),
    PUBLISHED,
)
def test_any_words_of_time(words: list[str], capital: bool, published: str | None) -> None:
    text = " ".join(word.capitalize() if capital else word for word in words)
    check(text, find(text, published))


@given(st.text(max_size=80), PUBLISHED)
def test_any_text(text: str, published: str | None) -> None:
    check(text, find(text, published))


@given(st.text(alphabet="0123456789-WQHSPUFAITE:XY", max_size=16))
def test_any_value_has_bounds_or_none(value: str) -> None:
    found = bounds(value)
    assert found is None or found[0] <= found[1]


def test_every_rule_of_the_grammar_has_its_reader() -> None:
    assert set(READERS) == set(grammar.RULES)


def test_every_rule_begins_with_a_letter_that_the_search_stops_at() -> None:
    letters = "".join(sorted({letter for letter, _ in lexicon().words.values()})) + "DYnfrOXIHB!"
    for rule in grammar.RULES.values():
        pattern = re.compile(rule)
        for length in (1, 2):
            for first in letters:
                for rest in itertools.product(letters, repeat=length - 1):
                    row = first + "".join(rest)
                    if pattern.match(row):
                        assert grammar.GRAMMAR.match(row), (rule, row)


@pytest.mark.parametrize(
    "pattern",
    [lexing.TOKEN, lexing.WORD, lexing.TELLING_FIGURE, VALUE, joining.SIMPLE],
    ids=["TOKEN", "WORD", "TELLING_FIGURE", "VALUE", "SIMPLE"],
)
def test_patterns_are_linear(pattern: re.Pattern[str]) -> None:
    assert_linear(
        pattern, seeds=("a", "1,", " ", "A ", "1", "1-", "1/2", "'", "90s", "a.", "1:00 ")
    )


def test_the_grammar_is_linear() -> None:
    seeds = ("x", "N-", "aN", "dR", "Md", "Ncah", "DM")
    assert_linear(grammar.GRAMMAR, seeds=seeds)


@pytest.mark.parametrize(
    "seed", ["Friday ", "5 a.m. ", "two days later, ", "in May ", "now ", "1998-", "until Friday "]
)
def test_one_long_sentence_is_read_in_time(seed: str) -> None:
    text = (seed * 20_000)[:64_000]
    document = Document(
        text=text, paragraphs=(Span(0, len(text)),), published=Published("2019-08-02", "given")
    )
    start = time.process_time()
    times(document, (Span(0, len(text)),))
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2019", "2019-01-01", "2019-12-31"),
        ("2019-02", "2019-02-01", "2019-02-28"),
        ("2019-W31", "2019-07-29", "2019-08-04"),
        ("2019-W31-WE", "2019-08-03", "2019-08-04"),
        ("2019-Q3", "2019-07-01", "2019-09-30"),
        ("2019-H2", "2019-07-01", "2019-12-31"),
        ("2018-WI", "2018-12-01", "2019-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2019-08-02T05:34", "2019-08-02", "2019-08-02"),
    ],
)
def test_the_days_of_a_value(value: str, first: str, last: str) -> None:
    found = bounds(value)
    assert found is not None
    assert (found[0].isoformat(), found[1].isoformat()) == (first, last)


@pytest.mark.parametrize("value", [None, "PAST_REF", "P8D", "FY2019", "2019-06-31", "2019-W54", ""])
def test_values_off_the_calendar(value: str | None) -> None:
    assert bounds(value) is None


def test_feasts() -> None:
    assert easter(2019).isoformat() == "2019-04-21"
    assert holiday("11 3 4", 2019).isoformat() == "2019-11-28"
    assert holiday("05 0 -1", 2019).isoformat() == "2019-05-27"
    assert holiday("easter -2", 2019).isoformat() == "2019-04-19"
