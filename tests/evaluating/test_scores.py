from __future__ import annotations

import pytest

from polybius.evaluating.scores import Score, one_to_one


def test_measures_follow_from_counts() -> None:
    score = Score(right=3, spurious=1, missed=2)
    assert score.precision == pytest.approx(0.75)
    assert score.recall == pytest.approx(0.6)
    assert score.f1 == pytest.approx(2 * 0.75 * 0.6 / 1.35)


def test_nothing_to_find_and_nothing_found_is_perfect() -> None:
    assert Score().f1 == 1.0


def test_each_is_paired_once_and_the_likest_first() -> None:
    pairs = one_to_one([1, 2], [2, 2, 1], lambda a, b: 1.0 if a == b else 0.0)
    assert pairs == [(0, 2), (1, 0)]
