import gzip
import json
from pathlib import Path

import pytest

from polybius.errors import BadData
from polybius.evaluating.pages import TASK, compared, measures_of, shingles
from polybius.evaluating.scores import Score
from tests.reading.fixtures import FOLDER, body
from tests.shared import shared


def test_texts_are_bags_of_runs_of_four_words() -> None:
    assert dict(shingles("A b, c-d e.")) == {("A", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}
    assert dict(shingles("A b")) == {("A", "b"): 1}
    assert dict(shingles("a a a a a")) == {("a", "a", "a", "a"): 2}
    assert not shingles("")


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1, 1),
        ("a b c d e", "a b c d", 1, 0.5),
        ("a b c d", "a b c d e", 0.5, 1),
        ("a b c d", "w x y z", 0, 0),
        ("a b c d", "", 1, 0),
        ("", "", 1, 1),
    ],
)
def test_pages_are_compared_as_bags(
    gold: str, predicted: str, precision: float, recall: float
) -> None:
    score = compared(gold, predicted)
    assert (score.precision, score.recall) == (precision, recall)
    assert score.right + score.spurious + score.missed == (1 if gold else 0)


def test_means_are_over_pages_and_f1_over_means() -> None:
    measures = measures_of([Score(1, 0, 0), Score(0.5, 0.5, 0), Score(0, 0, 1)])
    assert measures["precision"] == pytest.approx(0.75)
    assert measures["recall"] == pytest.approx(2 / 3)
    assert measures["f1"] == pytest.approx(2 * 0.75 * (2 / 3) / (0.75 + 2 / 3))
    assert measures == measures_of([Score(1, 0, 0), Score(0.5, 0.5, 0), Score(0, 0, 1)])
    assert 0 < measures["f1_std"] < 0.5


def test_no_pages_measure_nothing() -> None:
    assert measures_of([])["f1"] == 0


def test_the_task_on_a_folder_of_pages(tmp_path: Path) -> None:
    packed = gzip.compress((FOLDER / "broadsheet.html").read_bytes())
    (tmp_path / "a.html.gz").write_bytes(packed)
    (tmp_path / "b.html").write_bytes(b"")
    records = [
        {
            "file": "a.html.gz",
            "url": "https://ledger.example/",
            "body": "\n".join(body("broadsheet")),
        },
        {"file": "b.html", "body": "lost"},
    ]
    seen: list[int] = []
    outcome = TASK.run(records, tmp_path, lambda: seen.append(1))
    assert outcome.measures["precision"] == 1
    assert outcome.measures["recall"] == 0.5
    assert outcome.measures["unread"] == 1
    assert set(outcome.baseline) == {
        "f1",
        "f1_std",
        "precision",
        "precision_std",
        "recall",
        "recall_std",
    }
    assert [record["file"] for record in outcome.predictions] == ["a.html.gz", "b.html"]
    assert json.dumps(outcome.predictions[0])
    assert len(seen) == 2


def test_a_page_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(BadData, match=r"none\.html"):
        TASK.run([{"file": "none.html", "body": ""}], tmp_path, lambda: None)


@pytest.mark.gold
def test_the_gold_has_what_the_task_needs() -> None:
    gold = shared("pages/articles.jsonl")
    with gold.open(encoding="utf-8") as lines:
        records = [json.loads(next(lines)) for _ in range(3)]
    outcome = TASK.run(records, gold.parent, lambda: None)
    assert outcome.measures["f1"] > 0.9
