"""Quantities: values, and values with their units.

Rules of matching, those of the public evaluation of NewsQuant where it has one:

* A record's predictions and gold are paired one to one within the record, wherever in
  it they stand: many gold records give no offsets. (The public scorer can pair one
  prediction twice; this one does not.)
* Values are equal within one part in 100,000. A range equals only a range, at both
  ends. Where the gold gives a range as a mean with an ``uncertainty``, its ends are the
  mean less and plus that.
* Units are compared by name, in lower case, after one spelling of each unit is chosen
  on both sides (``SPELLINGS``: "metre", "percentage", "US$"). Every system in the public
  evaluation is mapped so. Two units of measure are also the same where the annotator's own
  conversion (``polybius.annotating.quantities.convert``, through pint) takes the one into
  the other at a factor of 1: "km", "kilometers" and "kilometer", "km/h" and "kilometer per
  hour". "percent" and "percentage point", "joule" and "newton meter" stay two.
* What is counted is compared as the phrase between number and noun with the noun in the
  singular ("first-team player"); ``value_unit_head`` looks only at its last word.
* A bracket in another unit, which a reading folds into one quantity, counts as a
  quantity of its own here, as it does in the gold.
* Where every quantity of a ``set`` has a ``kind`` ("age", "currency", "dimension",
  "temperature"), only that kind was marked in it, so predictions of other kinds are left
  out. Gold without a value (a unit alone) is left out, too.
* Where gold has spans but no values, a prediction is right whose number lies inside a
  gold span, or the other way round (``span`` measures).
"""

from __future__ import annotations

import math
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from polybius.annotating.quantities import convert, convertible, kind_of, quantities
from polybius.annotating.quantities.vocabulary import listed
from polybius.annotating.sentences import sentences
from polybius.evaluating.gold import SpanForm
from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Document, Quantity, Span

SPELLINGS = {
    "percentage": "percent",
    "%": "percent",
    "us dollar": "dollar",
    "united states dollar": "dollar",
    "british pound": "pound sterling",
    "count": "time",
    "people": "person",
    "revolutions per minute": "revolution per minute",
    "foot pound-force": "pound-foot",
    "mega british thermal unit": "million british thermal units",
    "degree celsius": "celsius",
    "degree fahrenheit": "fahrenheit",
    "c": "celsius",
    "f": "fahrenheit",
    "tonne": "metric ton",
    "pound-mass": "pound",
    "bushel": "bushel",
    "age": "year of age",
    "danish krone": "danish crown",
    "japanese yen": "yen",
    "chinese yuan": "yuan",
    "turkish lira": "lira",
    "parts-per-billion": "part per billion",
    "dimensionless": "-",
    "": "-",
}
_TOLERANCE = 1e-5


@dataclass(frozen=True, slots=True)
class _Figure:
    """A value or a range with its unit, of gold or of a prediction, for comparing."""

    low: float | None
    high: float | None
    unit: str
    printed: str
    span: Span | None


_KINDS = {
    "age": ("age",),
    "currency": ("money",),
    "temperature": ("temperature", "angle"),
    "dimension": (
        *("length", "area", "volume", "mass", "data", "frequency", "power", "energy", "torque"),
        *("pressure", "voltage", "current", "force", "charge", "rotation", "angle"),
    ),
}


def run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    """Score quantities on *records*; see the module for the rules."""
    del folder  # quantity records name no further files
    scores: dict[str, list[Score]] = {}
    predictions: list[Record] = []
    seconds = 0.0
    kinds = _kinds(records)
    spans_only = not any("value" in entry for record in records for entry in record["quantities"])
    for record in records:
        document = Document.of_text(record["text"])
        start = time.perf_counter()
        found, _ = quantities(document, sentences(document))
        seconds += time.perf_counter() - start
        shown = [entry for quantity in found for entry in _shown(document.text, quantity)]
        counted = _of_kind(shown, kinds.get(record.get("set")))
        for name, score in _scored(record, counted, spans_only=spans_only).items():
            scores.setdefault(name, []).append(score)
        predictions.append({"id": record.get("id"), "text": record["text"], "quantities": shown})
        advance()
    measures: dict[str, float] = {"records": len(records), "seconds": seconds}
    measures["gold"] = sum(len(record["quantities"]) for record in records)
    for name, parts in scores.items():
        measures |= Score.total(parts).measures(name)
    return Outcome(measures, predictions)


def _kinds(records: Sequence[Record]) -> dict[Any, frozenset[str]]:
    """What our kinds a set marks, for the sets that mark only some."""
    marked: dict[Any, set[str | None]] = {}
    for record in records:
        marked.setdefault(record.get("set"), set()).update(
            entry.get("kind") for entry in record["quantities"]
        )
    return {
        name: frozenset(ours for kind in kinds for ours in _KINDS.get(kind or "", ()))
        for name, kinds in marked.items()
        if kinds and None not in kinds
    }


def _of_kind(
    shown: Sequence[Mapping[str, Any]], kinds: frozenset[str] | None
) -> list[Mapping[str, Any]]:
    if kinds is None:
        return list(shown)
    return [entry for entry in shown if (kind_of(entry["unit"]) or "").split("/")[0] in kinds]


def _scored(
    record: Record, shown: Sequence[Mapping[str, Any]], *, spans_only: bool
) -> dict[str, Score]:
    gold = [_of_gold(entry) for entry in record["quantities"]]
    predicted = [_of_gold(entry) for entry in shown]
    if spans_only:
        return {"span": _score(gold, predicted, _overlaps)}
    gold = [figure for figure in gold if figure.low is not None]
    return {
        "value": _score(gold, predicted, _same_value),
        "value_unit": _score(gold, predicted, _same_unit),
        "value_unit_head": _score(gold, predicted, _same_head),
    }


def _score(gold: list[_Figure], predicted: list[_Figure], like: Any) -> Score:
    right = len(one_to_one(gold, predicted, like))
    return Score(right, len(predicted) - right, len(gold) - right)


def _same_value(gold: _Figure, predicted: _Figure) -> float:
    if (gold.high is None) != (predicted.high is None):
        return 0.0
    same = _close(gold.low, predicted.low) and (
        gold.high is None or _close(gold.high, predicted.high)
    )
    return 1.0 + _is_one_unit(gold, predicted) if same else 0.0


def _same_unit(gold: _Figure, predicted: _Figure) -> float:
    return _same_value(gold, predicted) * _is_one_unit(gold, predicted)


def _same_head(gold: _Figure, predicted: _Figure) -> float:
    heads = [figure.unit.rpartition(" ")[2] for figure in (gold, predicted)]
    alike = heads[0] == heads[1] or _is_one_unit(gold, predicted)
    return _same_value(gold, predicted) * alike


def _is_one_unit(gold: _Figure, predicted: _Figure) -> bool:
    """Whether two figures are in one unit, however it is written."""
    return gold.unit == predicted.unit or _is_one_measure(gold.printed, predicted.printed)


@cache
def _is_one_measure(unit: str, other: str) -> bool:
    if not convertible(unit, other) or convertible(unit, "percent"):
        return False
    kinds = {str(kind_of(each)) for each in (unit, other)}
    if len(kinds) > 1 and not any("count" in kind for kind in kinds):  # joule, newton meter
        return False
    ends = [convert(value, unit, other) for value in (0.0, 1.0)]
    return all(math.isclose(end, value, abs_tol=1e-9) for value, end in enumerate(ends))


def _overlaps(gold: _Figure, predicted: _Figure) -> float:
    if gold.span is None or predicted.span is None:
        return 0.0
    return float(gold.span.contains(predicted.span) or predicted.span.contains(gold.span))


def _close(gold: float | None, predicted: float | None) -> bool:
    if gold is None or predicted is None:
        return gold is predicted
    return abs(gold - predicted) <= _TOLERANCE * abs(gold) + 1e-8


def _of_gold(entry: Mapping[str, Any]) -> _Figure:
    """A quantity in the shape of a gold record; the prediction's is the same."""
    low, high = _ends(entry)
    unit = entry.get("normalized_unit") or entry.get("unit") or "-"
    span = entry.get("span")
    return _Figure(low, high, _spelled(unit), unit.strip(), Span(*span) if span else None)


def _ends(entry: Mapping[str, Any]) -> tuple[float | None, float | None]:
    value = entry.get("value")
    if value is None:
        return None, None
    spread = entry.get("uncertainty")
    if spread:
        return float(value) - float(spread), float(value) + float(spread)
    text = str(value)
    low, dash, high = text[1:].partition("-")  # a sign may lead; "1.0-1.5" is a range
    if dash and not low.lower().endswith("e"):
        return float(text[0] + low), float(high)
    return float(text), None


def _spelled(unit: str) -> str:
    words = unit.lower().strip().replace("metre", "meter").replace("litre", "liter")
    words = words.replace("microgramme", "microgram")
    whole = SPELLINGS.get(words)
    if whole is not None:
        return whole
    above, per, below = words.partition(" per ")
    return f"{_spelled(above)} per {_spelled(below)}" if per else words


def _shown(text: str, quantity: Quantity) -> list[dict[str, Any]]:
    """The quantity in the gold's shape, and its equivalents as quantities of their own."""
    value: float | str = quantity.value
    if quantity.upper is not None:
        value = f"{quantity.value}-{quantity.upper}"
    rows = [
        {
            "value": value,
            "unit": quantity.unit or "-",
            "normalized_unit": _phrase(text, quantity),
            "surface": quantity.span.of(text),
            "span": list(quantity.number),
        }
    ]
    rows.extend(
        {
            "value": other.value if other.upper is None else f"{other.value}-{other.upper}",
            "unit": other.unit or "-",
            "normalized_unit": other.unit or "-",
            "surface": other.span.of(text),
            "span": list(other.span),
        }
        for other in quantity.equivalents
    )
    return rows


def _phrase(text: str, quantity: Quantity) -> str:
    """The unit, with the words between number and noun where it is a noun that is counted."""
    unit = quantity.unit or "-"
    words = text[quantity.number.end : quantity.span.end].strip(" -‑").split()
    if kind_of(quantity.unit) != "count":
        return unit
    while words and words[0].lower() in (listed("determiners") | {"of"}):
        words = words[1:]
    return " ".join([*words[:-1], unit])


class _Quantity(msgspec.Struct):
    value: str | float | None = None
    unit: str | None = None
    normalized_unit: str | None = None
    uncertainty: float | None = None
    span: SpanForm | None = None
    kind: str | None = None

    def __post_init__(self) -> None:
        try:
            _ends({"value": self.value, "uncertainty": self.uncertainty})
        except ValueError as error:
            raise ValueError(f"`value` {self.value!r} is no number and no range") from error
        if self.value is None and self.unit is None and self.span is None:
            raise ValueError("a quantity has neither `value` nor `unit` nor `span`")


class _Record(msgspec.Struct):
    text: str
    quantities: list[_Quantity]


TASK = Task(
    name="quantity",
    summary="numbers with their units, against annotated sentences",
    gold='"text" and "quantities": a list of {"value", "unit", "span"}; "normalized_unit", '
    '"uncertainty" and ranges ("1.0-1.5") are understood',
    run=run,
    form=_Record,
)
