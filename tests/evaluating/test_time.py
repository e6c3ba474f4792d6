from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from polybius.evaluating.time import TASK
from tests.shared import gold

TEXT = "They met on Friday for eight days, and now will meet in May."


def record(*timexes: tuple[str, str, str | None]) -> dict[str, Any]:
    entries = [
        {"span": [TEXT.index(words), TEXT.index(words) + len(words)], "type": kind, "value": value}
        for words, kind, value in timexes
    ]
    return {"id": "1", "text": TEXT, "dct": "2019-08-02", "timexes": entries}


def measures(*records: dict[str, Any]) -> dict[str, float]:
    return dict(TASK.run(records, Path(), lambda: None).measures)


ALL = (
    ("Friday", "DATE", "2019-08-02"),
    ("eight days", "DURATION", "P8D"),
    ("now", "DATE", "PRESENT_REF"),
    ("May", "DATE", "2020-05"),
)


def test_all_right() -> None:
    found = measures(record(*ALL))
    assert found["value_f1"] == found["type_f1"] == found["span_strict_f1"] == 1
    assert (found["weekday_right_day"], found["weekdays"]) == (1, 1)


def test_a_wrong_value_is_a_miss_and_a_false_alarm() -> None:
    found = measures(record(("Friday", "DATE", "2019-07-26"), *ALL[1:]))
    assert (found["value_precision"], found["value_recall"]) == (0.75, 0.75)
    assert found["weekday_right_day"] == 0
    assert found["type_f1"] == 1


def test_a_wider_span_matches_loosely_only() -> None:
    found = measures(record(("on Friday", "DATE", "2019-08-02"), *ALL[1:]))
    assert found["span_relaxed_f1"] == found["value_f1"] == 1
    assert found["span_strict_f1"] == 0.75


def test_predictions_can_be_scored_again() -> None:
    outcome = TASK.run([record(*ALL)], Path(), lambda: None)
    again = TASK.run(outcome.predictions, Path(), lambda: None)
    assert again.measures["value_f1"] == 1


def test_the_specifications_of_another_recogniser() -> None:
    entry = {
        "span": [TEXT.index("May"), TEXT.index("May") + 3],
        "type": "datetimeV2.daterange",
        "timex": "XXXX-05",
        "values": [{"start": "2020-05-01", "end": "2020-06-01"}],
    }
    found = measures({**record(), "timexes": [entry]})
    assert (found["value_recall"], found["type_recall"]) == (1, 1)


@pytest.mark.gold
@pytest.mark.parametrize(
    ("path", "floor"), [("gold/time/aquaint.jsonl", 0.76), ("gold/time/meantime.jsonl", 0.85)]
)
def test_value_f1_on_gold(path: str, floor: float) -> None:
    assert measures(*gold(path))["value_f1"] >= floor
