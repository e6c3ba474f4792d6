"""Words for people: plans, dates."""

from __future__ import annotations

import datetime as dt
from typing import get_args

import pytest

import polybius
from polybius.nouns import DateInterval
from polybius.nouns.document import DateBasis
from polybius.wording import BASES, basis_words, interval_words, plans_of

REPORT = """The two armies opened talks on Monday.

Ministers meet in Vienna next Tuesday, and the drills end later this month.

Last year's drills ended in March. A second round is scheduled, officials said.

The fleet came home on Thursday. The missile flew as planned this week, and the trial had been
planned for months.

June 20
"""


def plans(published: dt.date | None) -> dict[str, tuple[str, ...]]:
    reading = polybius.read(REPORT, published=published)
    return {plan.words.split()[0]: plan.marked for plan in plans_of(reading)}


def test_plans_are_what_lies_ahead_or_is_called_planned() -> None:
    assert plans(dt.date(2024, 6, 7)) == {
        "Ministers": ("next Tuesday", "later this month"),
        "A": ("scheduled",),
    }


def test_without_a_publication_date_only_words_tell_plans() -> None:
    assert plans(None) == {"A": ("scheduled",)}


def test_every_basis_of_a_date_has_words() -> None:
    assert set(BASES) == set(get_args(DateBasis)) - {"none"}
    assert basis_words("dateline") == "by the dateline"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2017-07-04", "2017-07-04", "4 July 2017"),
        ("2017-07-04", None, "4 July 2017"),
        ("2017-07-01", "2017-07-31", "in July 2017"),
        ("2017-12-01", "2017-12-31", "in December 2017"),
        ("2017-01-01", "2017-12-31", "in 2017"),
        ("2010-01-01", "2019-12-31", "2010 to 2019"),
        ("2017-07-01", "2017-08-31", "between 1 July 2017 and 31 August 2017"),
        (None, None, "undated (no publication date)"),
    ],
)
def test_an_interval_in_words(start: str | None, end: str | None, words: str) -> None:
    reason = None if start else "no publication date"
    assert interval_words(DateInterval(start, end, None, reason)) == words
