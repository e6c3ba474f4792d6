"""Measuring places: ``polybius evaluate place GOLD``.

A gold record has ``text`` and ``toponyms``: ``[{"span", "name", "lat", "lon", "geonameid"}]``,
``geonameid`` being null where GeoNames has no such place.

Rules:

- The gold that counts is the toponyms with coordinates, whatever else they are marked as
  (adjectives, metonyms and names inside those of bodies too, where the gold places them).
- The predictions that count are the places with coordinates. A prediction recognises a gold
  toponym if the two share at least one character, most characters first, each used once.
  A prediction that recognises none is spurious, also where the gold has a toponym without
  coordinates.
- It places it right if it lies within 161 km (100 miles) of it, or has the same GeoNames id.
- ``recognition``: recognised, over all predictions and all gold. ``end_to_end``: recognised and
  placed right, likewise. ``end_to_end_same_span``: the same, where both ends must agree as well.
  ``resolution_accuracy``: the share of the recognised that are placed right, which is the right
  place given the name. ``same_id``: the share of the recognised with a GeoNames id that have the
  very same id.

The baseline is a plain look-up in the same gazetteer: countries with their adjectives, states of
the United States and cities of 15,000 people and more, as written, the longest name first and
the most populous place that bears it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec
from geographiclib.geodesic import Geodesic

from polybius.annotating.places import places
from polybius.annotating.places.words import runs_of, words_of
from polybius.annotating.sentences import sentences
from polybius.evaluating.gold import SpanForm
from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.gazetteer import Entry, Naming, look_up
from polybius.nouns import Document

Toponym = dict[str, Any]

RIGHT_KM = 161.0
_BASELINE_FLOOR = 15_000


def predict(text: str) -> list[Toponym]:
    """The places with coordinates in *text*, in the gold's shape."""
    document = Document.of_text(text)
    return [
        {
            "span": list(place.span),
            "name": place.span.of(text),
            "lat": place.latitude,
            "lon": place.longitude,
            "geonameid": place.geonames_id,
            "gazname": place.name,
            "country": place.country,
            "metonym": place.metonym,
            "adjective": place.adjective,
        }
        for place in places(document, sentences(document))
        if place.latitude is not None
    ]


def plain(text: str) -> list[Toponym]:
    """The same by plain look-up: the longest name, the most populous place."""
    words = words_of(text)
    runs = list(runs_of(words))
    known = look_up({run.key for run in runs})
    found: list[Toponym] = []
    free = 0
    for first, group in groupby(runs, lambda run: run.first):
        fitting = [(run, best) for run in group if (best := _most_populous(known.get(run.key, ())))]
        if fitting and first >= free:
            run, entry = fitting[-1]
            span = [words.starts[first], words.ends[run.last]]
            point = {"lat": entry.latitude, "lon": entry.longitude}
            found.append({"span": span, **point, "geonameid": entry.geonames_id})
            free = run.last + 1
    return found


def _most_populous(namings: Sequence[Naming]) -> Entry | None:
    plain_ones = [
        naming.entry
        for naming in namings
        if naming.usage in {"name", "acronym", "adjective"} and _is_plain(naming.entry)
    ]
    return max(plain_ones, key=_size, default=None)


def _is_plain(entry: Entry) -> bool:
    if entry.kind in {"city", "capital"}:
        return entry.population >= _BASELINE_FLOOR
    state = entry.kind == "region" and entry.country == "USA"
    return state or entry.kind in {"country", "continent"}


def _size(entry: Entry) -> tuple[bool, bool, int]:
    return (entry.kind in {"country", "continent"}, entry.kind == "region", entry.population)


def overlap(gold: Toponym, predicted: Toponym) -> float:
    """Characters shared."""
    (a, b), (c, d) = gold["span"], predicted["span"]
    shared: int = min(b, d) - max(a, c)
    return max(0, shared)


def kilometres(gold: Toponym, predicted: Toponym) -> float:
    """Distance between the two on the WGS 84 ellipsoid."""
    points = (gold["lat"], gold["lon"], predicted["lat"], predicted["lon"])
    return float(Geodesic.WGS84.Inverse(*points, Geodesic.DISTANCE)["s12"]) / 1000


def is_right(gold: Toponym, predicted: Toponym) -> bool:
    """Whether the prediction stands where the gold does."""
    same = gold.get("geonameid") is not None and gold["geonameid"] == predicted["geonameid"]
    return same or kilometres(gold, predicted) <= RIGHT_KM


class _Tally:
    """Counts over the records."""

    def __init__(self) -> None:
        self.scores = {
            name: Score() for name in ("end_to_end", "recognition", "end_to_end_same_span")
        }
        self.recognised = self.right = self.with_id = self.same_id = self.gold = 0

    def add(self, gold: Sequence[Toponym], predicted: Sequence[Toponym]) -> None:
        pairs = [(gold[g], predicted[p]) for g, p in one_to_one(gold, predicted, overlap)]
        right = [(one, other) for one, other in pairs if is_right(one, other)]
        exact = sum(list(one["span"]) == list(other["span"]) for one, other in right)
        counts = {
            "end_to_end": len(right),
            "recognition": len(pairs),
            "end_to_end_same_span": exact,
        }
        for name, count in counts.items():
            self.scores[name] += Score(count, len(predicted) - count, len(gold) - count)
        identified = [(one, other) for one, other in pairs if one.get("geonameid") is not None]
        self.with_id += len(identified)
        self.same_id += sum(one.get("geonameid") == other["geonameid"] for one, other in identified)
        self.recognised += len(pairs)
        self.right += len(right)
        self.gold += len(gold)

    def measures(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for name, score in self.scores.items():
            found |= score.measures(name)
        return found | {
            "resolution_accuracy": self.right / self.recognised if self.recognised else math.nan,
            "same_id": self.same_id / self.with_id if self.with_id else math.nan,
            "gold": self.gold,
        }


def run(records: Sequence[Record], _folder: Path, advance: Advance) -> Outcome:
    """Score the places of every record, and those of a plain look-up."""
    tally, baseline = _Tally(), _Tally()
    predictions: list[Record] = []
    for record in records:
        predicted = _score(record, predict, tally)
        _score(record, plain, baseline)
        predictions.append({**record, "toponyms": predicted})
        advance()
    measures = tally.measures() | {"records": len(records)}
    return Outcome(measures, predictions, baseline=baseline.measures())


def _score(
    record: Record, predictor: Callable[[str], list[Toponym]], tally: _Tally
) -> list[Toponym]:
    gold = [one for one in record["toponyms"] if one.get("lat") is not None]
    predicted = predictor(record["text"])
    tally.add(gold, predicted)
    return predicted


class _Toponym(msgspec.Struct):
    span: SpanForm
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None

    def __post_init__(self) -> None:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("a toponym has only one of `lat` and `lon`")


class _Record(msgspec.Struct):
    text: str
    toponyms: list[_Toponym]


TASK = Task(
    name="place",
    summary="places: names recognised and put within 161 km, end to end",
    gold="text, toponyms: [{span, name, lat, lon, geonameid}]",
    run=run,
    form=_Record,
)
