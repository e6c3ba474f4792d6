from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from polybius.nouns.form import decode
from polybius.record.exports import COLUMNS, FORMATS, Format, export
from tests.record.readings import a_reading

SENTENCE = "It flew 220 km, the Joint Chiefs of Staff said."


def test_json_lines_lose_nothing() -> None:
    reading = a_reading()
    (line,) = export([reading], "jsonl").splitlines()
    assert decode(line) == reading


def test_csv_has_a_row_a_claim_with_sentence_and_speaker() -> None:
    (row,) = csv.DictReader(io.StringIO(export([a_reading()], "csv").decode()))
    assert list(row) == list(COLUMNS)
    assert (row["value"], row["speaker"], row["sentence"]) == (
        "220.0",
        "Joint Chiefs of Staff",
        SENTENCE,
    )


def test_csv_cells_are_never_formulas() -> None:
    reading = a_reading(title='=HYPERLINK("http://example.org")')
    (row,) = csv.DictReader(io.StringIO(export([reading], "csv").decode()))
    assert row["title"].startswith("'=")


def test_parquet_has_the_same_rows(tmp_path: Path) -> None:
    file = tmp_path / "claims.parquet"
    file.write_bytes(export([a_reading()], "parquet"))
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT number, speaker, sentence FROM '{file}'"  # noqa: S608 (our own file)
        ).fetchall()
    assert found == [(220.0, "Joint Chiefs of Staff", SENTENCE)]


def test_geojson_places_the_event_and_shows_its_claims() -> None:
    (feature,) = json.loads(export([a_reading()], "geojson"))["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [127.5, 39.9]}
    assert feature["properties"]["claims"][0]["sentence"] == SENTENCE


def test_an_event_without_place_has_no_geometry() -> None:
    reading = a_reading()
    reading = replace(reading, events=(replace(reading.events[0], place=None),))
    (feature,) = json.loads(export([reading], "geojson"))["features"]
    assert feature["geometry"] is None


@pytest.mark.parametrize("file_format", FORMATS)
def test_comments_are_never_exported_as_evidence(file_format: Format) -> None:
    if file_format != "jsonl":
        assert b"9,000" not in export([a_reading()], file_format)


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_same_record_gives_the_same_bytes(file_format: Format) -> None:
    assert export([a_reading()], file_format) == export([a_reading()], file_format)


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_empty_record_is_an_empty_file_of_the_format(file_format: Format) -> None:
    content = export([], file_format)
    assert content == b"" if file_format == "jsonl" else content
