from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from polybius.errors import BadInput, PageRefused, RecordError
from polybius.record import Record, store
from polybius.record.schema import metadata
from polybius.record.store import engine_for, migrate
from tests.record.readings import TEXT, URL, a_reading


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "record.db") as opened:
        yield opened


def test_a_page_is_kept_whole(record: Record) -> None:
    reading = a_reading()
    assert record.add(reading).outcome == "new"
    assert record.reading(URL) == reading
    assert record.reading(reading.document.id[:6]) == reading


def test_the_same_page_twice_changes_nothing(record: Record) -> None:
    record.add(a_reading())
    before = record.counts()
    assert record.add(a_reading()).outcome == "same"
    assert record.counts() == before


def test_an_edited_page_becomes_a_revision(record: Record) -> None:
    record.add(a_reading())
    edited = a_reading(TEXT + " It was the third in eight days.")
    added = record.add(edited)
    assert (added.outcome, added.revision) == ("revision", 2)
    assert record.reading(URL) == edited
    assert [listed.revision for listed in record.documents()] == [2]
    assert len(record.documents(revisions=True)) == 2


def test_a_page_without_url_is_known_by_where_it_lay(record: Record) -> None:
    record.add(a_reading(url=None))
    assert record.documents()[0].address == "launch.html"


def test_refused_pages_are_listed_until_they_can_be_read(record: Record) -> None:
    record.refuse("launch.html", PageRefused("too deep", limit="depth"))
    record.refuse("launch.html", PageRefused("too slow", limit="deadline"))
    assert [(each.code, each.reason) for each in record.refusals()] == [
        ("page-refused", "too slow")
    ]
    record.add(a_reading())
    assert record.refusals() == []


def test_an_unknown_document_is_said_to_be_so(record: Record) -> None:
    with pytest.raises(BadInput, match="polybius list"):
        record.reading("nothing")


def test_undated_documents_come_last(record: Record) -> None:
    dated = a_reading()
    undated = replace(
        dated,
        document=replace(
            dated.document,
            url="https://example.org/other",
            published=replace(dated.document.published, value=None, basis="none"),
        ).identified(),
        claims=(),
    )
    record.add(undated)
    record.add(dated)
    assert [listed.published for listed in record.documents()] == ["2019-08-02", None]


def test_a_failed_write_leaves_the_record_as_it_was(record: Record) -> None:
    reading = a_reading()
    orphan = replace(reading.claims[0], event="e9", id="another")
    with pytest.raises(RecordError, match="cannot be written"):
        record.add(replace(reading, claims=(*reading.claims, orphan)))
    assert set(record.counts().values()) == {0}


def test_another_database_is_not_taken_for_a_record(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE shopping (item TEXT)")
    other.close()
    with pytest.raises(RecordError, match="not a record"):
        Record(file)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("not a database " * 100)
    with pytest.raises(RecordError, match="cannot be opened"):
        Record(file)


@pytest.mark.parametrize("location", ["", "no/such/folder/record.db"])
def test_a_location_that_cannot_be_used_is_refused(tmp_path: Path, location: str) -> None:
    with pytest.raises(RecordError):
        Record(tmp_path / location)


def test_a_newer_record_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    Record(file).close()
    with sqlite3.connect(file) as newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    newer.close()
    with pytest.raises(RecordError, match="newer"):
        Record(file)


def test_the_migrations_make_the_schema(tmp_path: Path) -> None:
    engine = engine_for(tmp_path / "record.db")
    migrate(engine)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    engine.dispose()


def test_claims_are_tied_to_their_event_and_document(record: Record, tmp_path: Path) -> None:
    record.add(a_reading())
    engine = engine_for(tmp_path / "record.db")
    with engine.connect() as connection:
        row = connection.execute(sa.select(metadata.tables["claim"])).mappings().one()
    engine.dispose()
    assert row["sentence"] == "It flew 220 km, the Joint Chiefs of Staff said."
    assert (row["speaker"], row["value_number"]) == ("Joint Chiefs of Staff", 220.0)


def test_a_record_that_cannot_be_written_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "record.db"
    with Record(file) as record:
        record.add(a_reading())
    monkeypatch.setattr(store, "is_writable", lambda _file: False)
    with Record(file, read_only=True) as record:
        assert record.reading(URL) == a_reading()
        assert [each.name for each in tmp_path.iterdir()] == ["record.db"]
        with pytest.raises(RecordError, match="cannot be written"):
            record.add(a_reading("Another text."))
    with pytest.raises(RecordError, match="read-only"):
        Record(file)


def test_a_reader_sees_what_somebody_else_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "record.db"
    with Record(file) as writer:
        with monkeypatch.context() as patched:
            patched.setattr(store, "is_writable", lambda _file: False)
            reader = Record(file, read_only=True)
        writer.add(a_reading())
        assert len(reader.documents()) == 1
    assert len(reader.documents()) == 1
    reader.close()


@pytest.mark.parametrize("replaced", [False, True])
def test_a_file_removed_while_it_is_written_is_told(tmp_path: Path, *, replaced: bool) -> None:
    file = tmp_path / "record.db"
    with Record(file) as record:
        record.add(a_reading())
        file.rename(tmp_path / "elsewhere.db")
        if replaced:
            file.touch()
        with pytest.raises(RecordError, match="removed or replaced"):
            record.add(a_reading("Another text."))


def test_a_record_may_be_named_by_its_url(tmp_path: Path) -> None:
    with Record(f"sqlite:///{tmp_path}/record.db") as record:
        record.add(a_reading())
    assert (tmp_path / "record.db").is_file()
    with pytest.raises(RecordError, match="no driver for postgresql"):
        Record("postgresql://me@host/news")
