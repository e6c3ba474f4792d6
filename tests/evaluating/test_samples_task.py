"""Measuring whole pages: what counts as found, dated and laid to its speaker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from polybius.errors import BadData
from polybius.evaluating.registry import task

BODY = (
    "North Korea fired two missiles into the sea on Friday, South Korea's military said. "
    "The missiles flew about 220 kilometers and reached an altitude of 25 km, "
    "the Joint Chiefs of Staff said."
)
FILLER = " The ministry gave no further word on the matter, and the day passed in peace." * 8


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Path]:
    def written(body: str) -> Path:
        folder = tmp_path / "pages"
        folder.mkdir(exist_ok=True)
        (folder / "one.txt").write_text(f"August 2, 2019\n\n{body}\n\n{FILLER}\n", encoding="utf-8")
        return tmp_path

    return written


def fact(name: str, value: object, quote: str, **rest: Any) -> dict[str, Any]:
    said_by = [{"name": "Joint Chiefs of Staff", "country": "KOR"}]
    plain = {"unit": None, "said_by": said_by, "launch": "PRK-2019-08-02"}
    return {"property": name, "value": value, "quote": quote} | plain | rest


def record(*facts: dict[str, Any], **rest: Any) -> dict[str, Any]:
    launch = {"id": "PRK-2019-08-02", "state": "PRK", "date": "2019-08-02", "status": "asserted"}
    given = {
        "file": "one.txt",
        "published": {"value": "2019-08-02"},
        "launches": [launch],
        "facts": list(facts),
        "not_claims": [],
        "never": [],
    }
    return given | rest


def measured(folder: Path, given: dict[str, Any]) -> dict[str, float]:
    return dict(task("samples").run([given], folder, lambda: None).measures)


DISTANCE = fact("distance", 220, "flew about 220 kilometers", unit="kilometer")
APOGEE = fact("apogee", 15.5, "an altitude of 25 km", unit="mile")
MILITARY = [{"name": "South Korea's military", "country": "KOR"}]
COUNT = fact("count", 2, "fired two missiles", unit="missile", said_by=MILITARY)


def test_units_are_converted_and_speakers_known_by_their_kind(page: Callable[[str], Path]) -> None:
    found = measured(page(BODY), record(DISTANCE, APOGEE, COUNT))
    assert found["numeric_recall"] == found["numeric_precision"] == 1.0
    assert found["date_right"] == found["speaker_right"] == 1.0


def test_what_the_gold_lacks_is_spurious(page: Callable[[str], Path]) -> None:
    assert measured(page(BODY), record(DISTANCE))["numeric_precision"] == pytest.approx(1 / 3)


def test_another_speaker_or_another_launch_is_wrong(page: Callable[[str], Path]) -> None:
    japan = [{"name": "Japan's defense ministry", "country": "JPN"}]
    other = [{"id": "PRK-2019-08-02", "state": "PRK", "date": "2019-07-31"}]
    given = record({**DISTANCE, "said_by": japan}, launches=other)
    found = measured(page(BODY), given)
    assert (found["speaker_right"], found["date_right"]) == (0.0, 0.0)


def test_a_wrong_number_or_a_missing_end_is_not_found(page: Callable[[str], Path]) -> None:
    given = record({**DISTANCE, "value": 230}, {**DISTANCE, "upper": 240})
    assert measured(page(BODY), given)["numeric_recall"] == 0.0


def test_figures_that_are_no_launchs_are_counted(page: Callable[[str], Path]) -> None:
    given = record(DISTANCE, not_claims=["an altitude of 25 km"], never=["25 km"])
    found = measured(page(BODY), given)
    assert (found["not_claims_claimed"], found["comment_figures_claimed"]) == (1.0, 1.0)


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"one\.txt"):
        measured(tmp_path, record(DISTANCE))
