"""Measuring times: ``polybius evaluate time GOLD``.

A gold record has ``text``, ``dct`` (the day of publication, ISO 8601, or null) and
``timexes``: ``[{"span": [start, end], "type", "value"}]`` in TIMEX3 terms.

Rules, those of TempEval-3: a prediction matches a gold expression if the two share at
least one character, most shared first, each used once (``span_relaxed``); for
``span_strict`` both ends must agree; ``value`` and ``type`` count a relaxed match as
right only where the value (as a string, exactly) or the type agrees too. Precision is
over all predictions and recall over all gold expressions. ``value_as_meant`` differs
from ``value`` in one thing: two ways of writing one TIMEX3 value count as one ("2000-W6"
and "2000-W06", "198X" and "198" for the decade, "1949-XX" and "1949").

``weekday_right_day``: of the gold expressions that are a bare name of a weekday and
have a calendar day as value, the share whose match has that day. One that was not
found counts as wrong.

Gold in the format of Recognizers-Text is read, too; ``time_specs`` says what maps.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from polybius.annotating.sentences import sentences
from polybius.annotating.times import times
from polybius.evaluating import time_specs
from polybius.evaluating.gold import SpanForm, check_date
from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Document, Published, Span, Timex

_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MEASURES = ("value", "value_as_meant", "type", "span_strict", "span_relaxed")

Entry = dict[str, Any]


def predict(record: Record) -> list[Entry]:
    """The times found in one record, in the gold's shape."""
    dct = str(record.get("dct") or "")
    known = _DAY.match(dct)
    published = Published(dct, "given") if known else Published(None, "none", "no full date")
    document = Document.of_text(record["text"], published)
    return [_entry(timex) for timex in times(document, sentences(document))]


def _entry(timex: Timex) -> Entry:
    return {
        "span": list(timex.span),
        "type": timex.type,
        "value": timex.value,
        "mod": timex.modifier,
        "start": timex.start,
        "end": timex.end,
        "zone": timex.zone,
        "reason": timex.reason,
    }


def overlap(gold: Entry, predicted: Entry) -> int:
    """Characters shared."""
    one, two = Span(*gold["span"]), Span(*predicted["span"])
    return max(0, min(one.end, two.end) - max(one.start, two.start))


def _agreements(gold: Entry, predicted: Entry) -> dict[str, bool]:
    """What a matched pair has right."""
    if time_specs.is_specification(gold):
        value = meant = time_specs.is_right(gold, predicted)
        kind = time_specs.timex_type(gold) == predicted["type"]
    else:
        value = gold["value"] == predicted["value"]
        meant = _as_meant(gold["value"]) == _as_meant(predicted["value"])
        kind = gold["type"] == predicted["type"]
    strict = list(gold["span"]) == list(predicted["span"])
    return {
        "value": value,
        "value_as_meant": meant,
        "type": kind,
        "span_strict": strict,
        "span_relaxed": True,
    }


def _as_meant(value: str | None) -> str:
    """One way of writing a value: no unknown day or month, weeks of two digits."""
    written = re.sub(r"(?:-XX){1,2}$", "", value or "")
    written = re.sub(r"^(\d{3})X$", r"\1", written)
    return re.sub(r"-W(\d)$", r"-W0\1", written)


class _Tally:
    """Counts over the records."""

    def __init__(self) -> None:
        self.scores = dict.fromkeys(_MEASURES, Score())
        self.weekdays = self.right_days = self.gold = self.predicted = 0

    def add(self, text: str, gold: Sequence[Entry], predicted: Sequence[Entry]) -> None:
        pairs = [(gold[g], predicted[p]) for g, p in one_to_one(gold, predicted, overlap)]
        agreements = [_agreements(*pair) for pair in pairs]
        for name in _MEASURES:
            right = sum(found[name] for found in agreements)
            self.scores[name] += Score(right, len(predicted) - right, len(gold) - right)
        self.gold += len(gold)
        self.predicted += len(predicted)
        self._weekdays(text, gold, {id(one): two for one, two in pairs})

    def _weekdays(self, text: str, gold: Sequence[Entry], matched: dict[int, Entry]) -> None:
        for entry in gold:
            day = _DAY.match(str(entry.get("value")))
            if day and _WEEKDAY.match(Span(*entry["span"]).of(text)):
                self.weekdays += 1
                found = matched.get(id(entry), {}).get("value") or ""
                self.right_days += found[:10] == day.group()

    def measures(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, score in self.scores.items():
            found |= score.measures(name)
        if self.weekdays:
            found["weekday_right_day"] = self.right_days / self.weekdays
            found["weekdays"] = self.weekdays
        return found | {"gold": self.gold, "predicted": self.predicted}


def run(records: Sequence[Record], _folder: Path, advance: Advance) -> Outcome:
    """Score the times of every record."""
    tally = _Tally()
    predictions: list[Record] = []
    for record in records:
        predicted = predict(record)
        tally.add(record["text"], [one for one in record["timexes"] if _is_time(one)], predicted)
        predictions.append({**record, "timexes": predicted})
        advance()
    return Outcome(tally.measures() | {"records": len(records)}, predictions)


def _is_time(entry: Entry) -> bool:
    return not time_specs.is_specification(entry) or time_specs.timex_type(entry) is not None


class _Timex(msgspec.Struct):
    span: SpanForm
    type: str | None
    value: str | msgspec.UnsetType | None = msgspec.UNSET
    timex: str | msgspec.UnsetType | None = msgspec.UNSET
    values: list[dict[str, Any]] | None = None

    def __post_init__(self) -> None:
        if self.value is msgspec.UNSET and self.timex is msgspec.UNSET:
            raise ValueError("a time has neither `value` nor `timex`")


class _Record(msgspec.Struct):
    text: str
    timexes: list[_Timex]
    dct: str | None = None

    def __post_init__(self) -> None:
        check_date("dct", self.dct)


TASK = Task(
    name="time",
    summary="times as TIMEX3: value, type and span F1, and the right day for weekdays",
    gold="text, dct (ISO 8601 or null), timexes: [{span, type, value}]",
    run=run,
    form=_Record,
)
