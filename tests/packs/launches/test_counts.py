"""How many were launched, and what is no count."""

from __future__ import annotations

import pytest

from tests.packs.launches.reports import claims


@pytest.mark.parametrize(
    ("words_", "value"),
    [
        ("North Korea fired a short-range missile on Friday.", 1),
        ("North Korea fired what appeared to be a new ballistic missile on Friday.", 1),
        ("A missile was fired from Sinpo on Friday.", 1),
        ("North Korea fired another missile on Friday.", 1),
        ("North Korea fired a seventh missile Friday.", 7),
        ("North Korea fired a pair of short-range missiles on Friday.", 2),
        ("North Korea has test fired two missiles, officials said on Friday.", 2),
        ("North Korea let off at least 23 missiles on Friday.", 23),
        ("Two missiles rose from the coast of North Korea on Friday.", 2),
    ],
)
def test_what_counts(words_: str, value: int) -> None:
    assert [claim.value for claim in claims(words_, "count")] == [value]


@pytest.mark.parametrize(
    ("more", "value"),
    [
        ("It fired two more at noon.", 2),
        ("Two more were fired at noon.", 2),
        ("The ministry put their number at three.", 3),
        ("At least four followed.", 4),
    ],
)
def test_numbers_that_go_without_their_noun(more: str, value: int) -> None:
    text = f"North Korea fired six missiles on Friday. {more}"
    assert [claim.value for claim in claims(text, "count")] == [6, value]


def test_words_that_give_no_number_stay_without_one() -> None:
    (count,) = claims("North Korea fired several projectiles on Friday.", "count")
    assert (count.value, count.hedge) == (None, "several")
    assert count.reason == "the words give no number"


def test_an_article_counts_only_where_nothing_else_does() -> None:
    text = (
        "North Korea fired a missile on Friday. The army later said that it had fired two missiles."
    )
    assert [claim.value for claim in claims(text, "count")] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "North Korea carried out a missile test on Friday.",
        "North Korea fired one missile at 5:34 a.m. and the other at 5:57 a.m. on Friday.",
        "North Korea fired a missile at dawn and another at noon on Friday.",
        "The army and the navy each fired a missile on Friday.",
        "North Korea did not fire a missile on Friday.",
        "North Korea fired missiles on Friday from a stock of 60 missiles.",
        "North Korea launched submarine-launched ballistic missiles on Friday.",
    ],
)
def test_what_is_no_count(text: str) -> None:
    assert [claim.value for claim in claims(text, "count")] == []
