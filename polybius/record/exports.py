"""The record as files for others: JSON Lines, CSV, Parquet, GeoJSON.

Every row carries its sentence and its speaker. The same record gives the same
bytes. JSON Lines holds whole readings and loses nothing; the tables hold one
row a claim; GeoJSON one feature an event mention.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec

from polybius.nouns import Claim, EventMention, Reading
from polybius.nouns.form import encode
from polybius.record.rows import sentence_of

Format = Literal["jsonl", "csv", "parquet", "geojson"]
FORMATS: tuple[Format, ...] = get_args(Format)

COLUMNS: dict[str, str] = {
    "document": "VARCHAR",
    "url": "VARCHAR",
    "title": "VARCHAR",
    "published": "VARCHAR",
    "published_basis": "VARCHAR",
    "outlet": "VARCHAR",
    "agency": "VARCHAR",
    "event": "VARCHAR",
    "event_type": "VARCHAR",
    "event_mode": "VARCHAR",
    "cameo": "VARCHAR",
    "event_start": "VARCHAR",
    "event_end": "VARCHAR",
    "factuality": "VARCHAR",
    "actors": "VARCHAR",
    "claim": "VARCHAR",
    "property": "VARCHAR",
    "value": "VARCHAR",
    "number": "DOUBLE",
    "upper": "DOUBLE",
    "unit": "VARCHAR",
    "printed": "VARCHAR",
    "hedge": "VARCHAR",
    "denied": "BOOLEAN",
    "speaker": "VARCHAR",
    "speaker_country": "VARCHAR",
    "said_by": "VARCHAR",
    "sentence": "VARCHAR",
    "span_start": "BIGINT",
    "span_end": "BIGINT",
}
"""Columns of the claim table, in order, with their DuckDB types."""

FEATURE_CLAIM = (
    "claim",
    "property",
    "value",
    "unit",
    "hedge",
    "denied",
    "speaker",
    "said_by",
    "sentence",
    "span_start",
    "span_end",
)
"""The columns of a claim that a GeoJSON feature shows."""

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet would run a cell that begins so (CWE-1236)."""


def export(readings: Iterable[Reading], file_format: Format) -> bytes:
    """All of *readings* as one file of that format."""
    writers = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet, "geojson": _geojson}
    return writers[file_format](readings)


def _jsonl(readings: Iterable[Reading]) -> bytes:
    return b"".join(encode(reading) + b"\n" for reading in readings)


def _csv(readings: Iterable[Reading]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    table.writeheader()
    for row in claim_rows(readings):
        table.writerow({name: _safe_cell(value) for name, value in row.items()})
    return out.getvalue().encode()


def _safe_cell(value: object) -> object:
    """Text that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return "'" + value
    return value


def _parquet(readings: Iterable[Reading]) -> bytes:
    # DuckDB takes a tenth of a second to load, and only this format needs it.
    import duckdb  # noqa: PLC0415

    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in COLUMNS.items())
    with tempfile.TemporaryDirectory() as folder:
        rows, table = Path(folder) / "rows.jsonl", Path(folder) / "claims.parquet"
        rows.write_bytes(b"".join(msgspec.json.encode(row) + b"\n" for row in claim_rows(readings)))
        source = f"read_json('{rows}', format = 'newline_delimited', columns = {{{columns}}})"
        # Nothing in the statement comes from outside: our columns, our temporary files.
        copy = f"COPY (SELECT * FROM {source}) TO '{table}' (FORMAT parquet)"  # noqa: S608
        with duckdb.connect() as connection:
            connection.execute(copy)
        return table.read_bytes()


def claim_rows(readings: Iterable[Reading]) -> Iterator[dict[str, Any]]:
    """One dictionary a claim, with the keys of ``COLUMNS``."""
    for reading in readings:
        events = {event.id: event for event in reading.events}
        for claim in reading.claims:
            yield _claim_row(reading, events[claim.event], claim)


def _claim_row(reading: Reading, event: EventMention, claim: Claim) -> dict[str, Any]:
    document = reading.document
    speaker = claim.said_by[0]
    is_number = isinstance(claim.value, int | float)
    row = {
        "document": document.id,
        "url": document.url,
        "title": document.title,
        "published": document.published.value,
        "published_basis": document.published.basis,
        "outlet": document.outlet,
        "agency": document.agency,
        "event": event.id,
        "event_type": event.type,
        "event_mode": event.mode,
        "cameo": event.cameo,
        "event_start": event.date.start,
        "event_end": event.date.end,
        "factuality": event.factuality,
        "actors": " ".join(actor.country for actor in event.actors if actor.country),
        "claim": claim.id,
        "property": claim.property,
        "value": None if claim.value is None else str(claim.value),
        "number": claim.value if is_number else None,
        "upper": claim.upper,
        "unit": claim.unit,
        "printed": claim.printed,
        "hedge": claim.hedge,
        "denied": claim.denied,
        "speaker": speaker.name,
        "speaker_country": speaker.country,
        "said_by": " < ".join(actor.name or "unnamed" for actor in claim.said_by),
        "sentence": sentence_of(reading, claim.span),
        "span_start": claim.span.start,
        "span_end": claim.span.end,
    }
    return {name: row[name] for name in COLUMNS}


def _geojson(readings: Iterable[Reading]) -> bytes:
    features = [_feature(reading, event) for reading in readings for event in reading.events]
    return msgspec.json.encode({"type": "FeatureCollection", "features": features}) + b"\n"


def _feature(reading: Reading, event: EventMention) -> dict[str, Any]:
    """An event mention as RFC 7946 has it; no geometry where no place is told."""
    place = event.place
    located = place is not None and place.latitude is not None and place.longitude is not None
    return {
        "type": "Feature",
        "id": f"{reading.document.id}:{event.id}",
        "geometry": (
            {"type": "Point", "coordinates": [place.longitude, place.latitude]}
            if located and place
            else None
        ),
        "properties": {
            "document": reading.document.id,
            "url": reading.document.url,
            "published": reading.document.published.value,
            "outlet": reading.document.outlet,
            "type": event.type,
            "mode": event.mode,
            "cameo": event.cameo,
            "start": event.date.start,
            "end": event.date.end,
            "factuality": event.factuality,
            "actors": [actor.country for actor in event.actors],
            "place": place.name if place else None,
            "said_by": [actor.name for actor in event.said_by],
            "sentence": sentence_of(reading, event.trigger),
            "claims": [
                {name: row[name] for name in FEATURE_CLAIM}
                for claim in reading.claims
                if claim.event == event.id and (row := _claim_row(reading, event, claim))
            ],
        },
    }
