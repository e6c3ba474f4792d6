from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from polybius.evaluating.place import TASK, is_right
from tests.shared import gold

TEXT = "Police in Springfield, Ill., met an Egyptian guest from Wonsan."


def toponym(name: str, lat: float | None, lon: float | None) -> dict[str, Any]:
    start = TEXT.index(name)
    point = {"lat": lat, "lon": lon, "geonameid": None}
    return {"span": [start, start + len(name)], "name": name, **point}


def measures(*toponyms: dict[str, Any]) -> dict[str, float]:
    record = {"id": "1", "text": TEXT, "toponyms": list(toponyms)}
    return dict(TASK.run([record], Path(), lambda: None).measures)


SPRINGFIELD = toponym("Springfield", 39.8, -89.6)
ALL = (
    SPRINGFIELD,
    toponym("Ill.", 40.0, -89.3),
    toponym("Egyptian", 27.0, 30.0),
    toponym("Wonsan", 39.15, 127.44),
)


def test_all_right() -> None:
    found = measures(*ALL)
    assert found["end_to_end_f1"] == found["recognition_f1"] == found["resolution_accuracy"] == 1


def test_the_wrong_place_is_recognised_but_not_placed() -> None:
    found = measures(toponym("Springfield", 42.1, -72.6), *ALL[1:])
    assert found["recognition_f1"] == 1
    assert found["resolution_accuracy"] == found["end_to_end_recall"] == 0.75


def test_gold_without_coordinates_does_not_count() -> None:
    found = measures(*ALL[:3], toponym("Wonsan", None, None))
    assert found["gold"] == 3
    assert found["recognition_precision"] == 0.75
    assert found["recognition_recall"] == 1


def test_right_is_within_a_hundred_miles_or_of_the_same_id() -> None:
    near = {"lat": 40.0, "lon": -89.6, "geonameid": 1}
    far = {"lat": 50.0, "lon": -89.6, "geonameid": 1}
    assert is_right(SPRINGFIELD, near)
    assert not is_right(SPRINGFIELD, far)
    assert is_right({**SPRINGFIELD, "geonameid": 1}, far)


def test_predictions_can_be_scored_again() -> None:
    outcome = TASK.run([{"id": "1", "text": TEXT, "toponyms": list(ALL)}], Path(), lambda: None)
    again = TASK.run(outcome.predictions, Path(), lambda: None)
    assert again.measures["end_to_end_f1"] == 1
    assert outcome.baseline["gold"] == 4


@pytest.mark.gold
@pytest.mark.parametrize(("name", "floor"), [("geowebnews", 0.84), ("lgl", 0.72)])
def test_places_of_other_peoples_news(name: str, floor: float) -> None:
    outcome = TASK.run(gold(f"gold/place/{name}.jsonl"), Path(), lambda: None)
    assert outcome.measures["end_to_end_f1"] >= floor
    assert outcome.measures["end_to_end_f1"] > outcome.baseline["end_to_end_f1"] + 0.1
