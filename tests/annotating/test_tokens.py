from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating.tagging import TAGS, tags
from polybius.annotating.tokens import tokens


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("It flew 1,100.5 km.", ["It", "flew", "1,100.5", "km", "."]),
        ("Lt. Gen. O’Brien left the U.S.", ["Lt.", "Gen.", "O’Brien", "left", "the", "U.S."]),
        ("He didn’t, she can't.", ["He", "did", "n’t", ",", "she", "ca", "n't", "."]),
        ("Peru’s short-range rocket", ["Peru", "’s", "short-range", "rocket"]),
        ("a 34-year-old man", ["a", "34-year-old", "man"]),
        ("``Yes,'' he said -- twice", ["``", "Yes", ",", "''", "he", "said", "--", "twice"]),
        ("", []),
    ],
)
def test_tokens(text: str, forms: list[str]) -> None:
    assert tokens(text).forms == forms


@given(st.text(max_size=300))
def test_offsets_are_those_of_the_text(text: str) -> None:
    found = tokens(text)
    for form, start, end in zip(found.forms, found.starts, found.ends, strict=True):
        assert text[start:end] == form
    assert "".join(found.forms) == "".join(text.split())


@given(st.text(max_size=300))
def test_every_token_has_a_tag(text: str) -> None:
    found = tokens(text)
    tagged = tags(found.forms, found.words)
    assert len(tagged) == len(found.forms)
    assert set(tagged) <= set(TAGS)


@pytest.mark.parametrize(
    ("text", "tagged"),
    [
        ("The ministry said that two rockets fell .", "dnvu#nv."),
        ("She wants to go .", "ovtb."),
        ("It was fired by the army .", "ovkidn."),
        ("Peru's army is not ready to leave .", "psnvrjtb."),
    ],
)
def test_tags(text: str, tagged: str) -> None:
    found = tokens(text)
    assert tags(found.forms, found.words) == tagged
