from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from polybius.errors import BadData
from polybius.evaluating.gold import read_gold
from polybius.evaluating.registry import TASKS, task

TIMEX = {"span": [0, 6], "type": "DATE", "value": "2019-08-02"}
FACT = {"field": "count", "value": "2", "quote": "two", "said_by": "Tokyo"}


def written(tmp_path: Path, *records: Any) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json.dumps(record) for record in records), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "record", "words"),
    [
        ("time", {"text": "Friday."}, "`timexes`"),
        ("time", {"text": "Friday.", "timexes": [{**TIMEX, "span": [0]}]}, r"timexes\[0\].span"),
        ("time", {"text": "Friday.", "timexes": [{"span": [0, 6], "type": "DATE"}]}, "`value`"),
        ("time", {"text": "Friday.", "timexes": [], "dct": "Friday"}, "`dct` 'Friday' is no date"),
        ("time", {"text": "Friday.", "timexes": [], "dct": "2019-02-31"}, "is no date"),
        ("quantity", {"text": "5 km", "quantities": [{"value": "five"}]}, "`value` 'five'"),
        ("quantity", {"text": "5 km", "quantities": [{"value": [5]}]}, "value"),
        ("quantity", {"text": "5 km", "quantities": [{"valeu": 5}]}, "`value`"),
        ("place", {"text": "Rome", "toponyms": [{"span": [0, 4], "lat": 1.0}]}, "`lon`"),
        ("attribution", {"text": "He said so.", "quotes": [{}]}, "`content_spans`"),
        ("launches", {"text": "Two flew."}, "`facts`"),
        ("launches", {"text": "Two flew.", "facts": [{**FACT, "quote": None}]}, "quote"),
        ("launches", {"text": "Two flew.", "facts": [], "published": "2019-02-31"}, "published"),
        ("pages", {"file": "page.html"}, "`body`"),
        ("comments", {"file": "page.html", "body": "", "comments": ["one"]}, "comments"),
        ("samples", {"file": "page.html"}, "`published`"),
        ("actors", {"func": "nosuch", "args": ["a"], "kw": {}, "expect": {}}, "'nosuch'"),
    ],
)
def test_a_record_that_breaks_its_form_is_named(
    tmp_path: Path, name: str, record: dict[str, Any], words: str
) -> None:
    path = written(tmp_path, record)
    with pytest.raises(BadData, match=rf"gold\.jsonl, line 1: .*{words}"):
        read_gold(path, task(name).form)


@pytest.mark.parametrize("name", TASKS)
def test_every_task_has_a_form_and_refuses_an_empty_file(tmp_path: Path, name: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n\n", encoding="utf-8")
    assert task(name).form is not None
    with pytest.raises(BadData, match="is empty"):
        read_gold(path, task(name).form)


def test_a_label_is_not_needed(tmp_path: Path) -> None:
    record = {"text": "Japan said two missiles flew on Friday.", "facts": [FACT]}
    records = read_gold(written(tmp_path, record), task("launches").form)
    assert task("launches").run(records, tmp_path, lambda: None).measures["numeric_recall"] <= 1


def test_other_fields_and_line_separators_in_strings_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text('{"text": "one\u2028two", "timexes": [], "mine": 1}\r\n', encoding="utf-8")
    (record,) = read_gold(path, task("time").form)
    assert record == {"text": "one\u2028two", "timexes": [], "mine": 1}
