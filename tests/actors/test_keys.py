from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.actors import cities, entries, keys, names
from polybius.actors.keys import Words, fold, key_of
from tests.linear import assert_linear


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_words_lie_where_they_say(text: str) -> None:
    words = Words(text)
    for token in words:
        assert 0 <= token.start < token.end <= len(text)
    assert list(words.starts) == sorted(words.starts)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kim Jong-un", "KIM JONG UN's"),
        ("U.S. Defence Secretary", "US defense secretary"),
        ("Sana'a", "Sanaa"),
        ("Côte d'Ivoire", "Cote d’Ivoire"),
        ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
        ("St. Petersburg", "Saint Petersburg"),
    ],
)
def test_spellings_that_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_half_past_pm_is_no_prime_minister() -> None:
    assert key_of("9 p.m.") != key_of("9 PM")


def test_plurals_fall_on_the_head() -> None:
    assert names.plural("member of parliament") == "members of parliament"
    assert names.plural("deputy") == "deputies"
    assert names.plural("gunman") == "gunmen"
    assert names.plural("German") == "Germans"


@pytest.mark.parametrize("module", [cities, entries, keys, names])
def test_patterns_are_linear(module: object) -> None:
    for value in vars(module).values():
        if isinstance(value, re.Pattern):
            assert_linear(value)
