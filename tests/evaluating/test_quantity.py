from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from polybius.evaluating.quantity import TASK
from tests.shared import gold


def measured(*records: dict[str, Any]) -> dict[str, float]:
    return dict(TASK.run(records, Path(), lambda: None).measures)


def record(text: str, *quantities: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "1", "text": text, "quantities": list(quantities), **more}


def test_values_are_paired_one_to_one() -> None:
    twice = {"value": 5, "unit": "day"}
    measures = measured(record("It took five days.", twice, twice))
    assert measures["value_precision"] == 1
    assert measures["value_recall"] == 0.5


def test_a_unit_has_to_be_the_same_but_may_be_spelled_otherwise() -> None:
    text = "It flew 430 km for 20 percent of the way, and 5 days later 12 miles."
    measures = measured(
        record(
            text,
            {"value": "430.0", "normalized_unit": "kilometre"},
            {"value": "20.0", "normalized_unit": "percentage"},
            {"value": "5", "normalized_unit": "week"},
            {"value": "12", "normalized_unit": "nautical mile"},
        )
    )
    assert measures["value_f1"] == 1
    assert measures["value_unit_f1"] == 0.5
    assert measures["value_unit_head_f1"] == 0.75


@pytest.mark.parametrize(
    ("text", "unit", "same"),
    [
        ("It flew 430 km.", "km", 1),
        ("It flew 430 km.", "kilometers", 1),
        ("It flew 430 km.", "Kilometre", 1),
        ("It flew 430 km.", "mile", 0),
        ("It went 430 km/h.", "km/h", 1),
        ("It rose 430 percentage points.", "percent", 0),
        ("It weighs 430 joules.", "newton meter", 0),
        ("It saw 430 ships.", "km", 0),
    ],
)
def test_a_unit_may_be_written_in_any_way_that_is_read(text: str, unit: str, same: int) -> None:
    assert measured(record(text, {"value": 430, "unit": unit}))["value_unit_f1"] == same


def test_what_is_counted_is_compared_as_a_phrase() -> None:
    text = "They fired two short-range ballistic missiles."
    right = {"value": "2", "normalized_unit": "short-range ballistic missile"}
    assert measured(record(text, right))["value_unit_f1"] == 1
    short = {"value": "2", "normalized_unit": "missile"}
    measures = measured(record(text, short))
    assert (measures["value_unit_f1"], measures["value_unit_head_f1"]) == (0, 1)


@pytest.mark.parametrize(
    ("entry", "right"),
    [
        ({"value": "500.0-600.0"}, 1),
        ({"value": 550, "uncertainty": 50}, 1),
        ({"value": 550}, 0),
        ({"value": "500.0-610.0"}, 0),
    ],
)
def test_a_range_equals_only_a_range_with_both_its_ends(entry: dict[str, Any], right: int) -> None:
    assert measured(record("It flew 500 to 600 km.", entry))["value_f1"] == right


def test_a_folded_bracket_counts_as_the_gold_counts_it() -> None:
    entries = ({"value": 220, "unit": "kilometre"}, {"value": 135, "unit": "mile"})
    assert measured(record("It flew 220 km (135 miles).", *entries))["value_unit_f1"] == 1


def test_where_one_kind_is_marked_the_others_are_left_out() -> None:
    age = {"value": "35", "unit": "Year", "kind": "age"}
    text = "The 35-year-old flew 430 km."
    assert measured(record(text, age, set="ages"))["value_precision"] == 1
    assert measured(record(text, {"value": "35"}, set="all"))["value_precision"] == 0.5


def test_spans_without_values() -> None:
    text = "It flew more than 430 km in five days."
    start = text.index("more")
    entry = {"span": [start, start + len("more than 430 km")], "type": "QUANTITY"}
    measures = measured(record(text, entry))
    assert (measures["span_precision"], measures["span_recall"]) == (0.5, 1)


def test_predictions_have_the_shape_of_the_gold() -> None:
    text = "It flew about 500 to 600 km."
    (prediction,) = TASK.run([record(text)], Path(), lambda: None).predictions
    assert prediction["id"] == "1"
    assert prediction["quantities"] == [
        {
            "value": "500.0-600.0",
            "unit": "kilometer",
            "normalized_unit": "kilometer",
            "surface": "500 to 600 km",
            "span": [14, 24],
        }
    ]
    again = measured({**prediction, "set": None})
    assert again["value_unit_f1"] == 1


@pytest.mark.gold
def test_values_in_news_are_found() -> None:
    measures = measured(*gold("gold/quantity/newsquant.jsonl"))
    assert measures["value_f1"] >= 0.88
    assert measures["value_unit_f1"] >= 0.75
