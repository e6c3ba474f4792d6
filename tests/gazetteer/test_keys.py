from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.gazetteer.keys import folded, key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tongch’ang-ri", "Tongchang-ri"),
        ("Sinp'o", "SINPO"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("Asia-Pacific", "Asia Pacific"),
        ("U.S.", "US"),
        ("Türkiye", "Turkiye"),
        ("Co. Donegal", "County Donegal"),
        ("T&T", "T & T"),
        ("Şırnak", "Sirnak"),
    ],
)
def test_spellings_that_are_one_name(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_a_street_is_no_saint() -> None:
    assert key("Main St.") == "main st"


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(text: str) -> None:
    assert key(key(text)) == key(text)
    assert folded(folded(text)) == folded(text)
