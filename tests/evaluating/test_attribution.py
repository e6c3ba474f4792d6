from __future__ import annotations

from pathlib import Path
from typing import Any

from polybius.evaluating.attribution import TASK

TEXT = "Peru said the rocket failed. “It broke up,” Mary Doe added."


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def quote(content: str, cue: str, source: str, kind: str) -> dict[str, Any]:
    return {
        "content_spans": [span(content)],
        "cue_spans": [span(cue)],
        "source_spans": [span(source)],
        "type": kind,
    }


def measured(quotes: list[dict[str, Any]], text: str = TEXT) -> dict[str, float]:
    outcome = TASK.run([{"id": "a", "text": text, "quotes": quotes}], Path(), lambda: None)
    return dict(outcome.measures)


RIGHT = [
    quote("the rocket failed", "said", "Peru", "indirect"),
    quote("“It broke up,”", "added", "Mary Doe", "direct"),
]


def test_all_right() -> None:
    measures = measured(RIGHT)
    for name in ("content", "content_with_source", "content_with_cue", "speech_content"):
        assert measures[f"{name}_f1"] == 1


def test_a_wrong_source_counts_for_the_content_alone() -> None:
    wrong = [{**RIGHT[0], "source_spans": [span("Mary Doe")]}, RIGHT[1]]
    measures = measured(wrong)
    assert measures["content_f1"] == 1
    assert measures["content_with_source_f1"] == 0.5


def test_what_the_gold_lacks_is_spurious() -> None:
    measures = measured(RIGHT[:1])
    assert measures["content_precision"] == 0.5
    assert measures["content_recall"] == 1


def test_less_than_half_of_the_tokens_is_a_miss() -> None:
    measures = measured([{**RIGHT[0], "content_spans": [span("the")]}, RIGHT[1]])
    assert measures["content_recall"] == 0.5


def test_a_report_within_a_report_is_left_out() -> None:
    text = "Peru said the navy told the mayor that it failed."
    whole = {
        "content_spans": [[text.index("the navy"), len(text) - 1]],
        "cue": None,
        "source": [0, 4],
    }
    measures = measured([{**whole, "type": "indirect"}], text)
    assert measures["content_f1"] == 1
    assert measures["every_content_precision"] == 0.5


def test_predictions_have_the_gold_s_shape() -> None:
    outcome = TASK.run([{"id": "a", "text": TEXT, "quotes": RIGHT}], Path(), lambda: None)
    (record,) = outcome.predictions
    again = [{**each, "type": each["type"]} for each in record["quotes"]]
    assert measured(again)["content_with_source_f1"] == 1


def test_single_spans_are_read_where_lists_are_absent() -> None:
    single = [{"content": span("the rocket failed"), "cue": None, "source": span("Peru")}]
    assert measured(single)["content_with_source_recall"] == 1
