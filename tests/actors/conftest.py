"""Every test sees the shipped actors alone: no file of whoever runs the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from polybius.actors import store
from polybius.actors.sources import USER_FILE_VARIABLE


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache of the tests' own, so that nobody's is filled with theirs."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def own_file(tmp_path: Path, cache_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a user's own actors would be; there is no file yet."""
    path = tmp_path / "mine" / "actors.toml"
    monkeypatch.setenv(USER_FILE_VARIABLE, str(path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache_folder))
    store.forget()
    yield path
    monkeypatch.undo()
    store.forget()


@pytest.fixture(autouse=True)
def _no_file_of_the_user(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "own_file" not in request.fixturenames:
        monkeypatch.setenv(USER_FILE_VARIABLE, "/nowhere/actors.toml")
