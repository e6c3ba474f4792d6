"""Find or make the gazetteer's file, and look names up in it.

The file lies in the user's cache folder, or where ``POLYBIUS_CACHE`` says. Its name carries the
version of what it was made from, so that an upgrade makes a new one; it is written beside its
place and moved there in one step, so that a reader sees a whole file or none, and several
builders at once do no harm. It is only read afterwards.
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from platformdirs import user_cache_dir

from polybius.gazetteer.build import Progress, build, version
from polybius.gazetteer.entry import Entry, Naming
from polybius.gazetteer.keys import key

_ENTRY = (
    "id, kind, name, latitude, longitude, precision, geonames_id, country, region, population,"
    " site, note"
)
# SQLite took 999 marks in one statement before version 3.32.
_CHUNK = 900
# Names looked up before, found or not; news says the same names over and over.
_REMEMBERED = 50_000

_lock = threading.Lock()
_own_folders: list[Path] = []
_connections = threading.local()
_remembered: dict[str, tuple[Naming, ...]] = {}


def cache_folder() -> Path:
    """Where the file is kept: ``POLYBIUS_CACHE``, or the user's cache folder."""
    given = os.environ.get("POLYBIUS_CACHE")
    return Path(given) if given else Path(user_cache_dir("polybius"))


def ready(progress: Progress | None = None) -> Path:
    """The gazetteer's file, made now where it is not there yet; *progress* is told how it goes.

    Where the cache folder cannot be written, the file is made in a temporary folder, for this
    process only.
    """
    with _lock:
        return _found() or _made(progress)


@functools.cache
def _file() -> str:
    return f"gazetteer-{version()}.sqlite"


def _found() -> Path | None:
    paths = (folder / _file() for folder in [cache_folder(), *_own_folders])
    return next((path for path in paths if path.is_file()), None)


def _made(progress: Progress | None) -> Path:
    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _make(folder / _file(), progress)
    except (OSError, sqlite3.OperationalError):
        folder = Path(tempfile.mkdtemp(prefix="polybius-"))
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        _own_folders.append(folder)
        _make(folder / _file(), progress)
    return folder / _file()


def _make(path: Path, progress: Progress | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    os.close(handle)
    unfinished = Path(name)
    try:
        build(unfinished, progress)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _connection() -> sqlite3.Connection:
    # One a thread and process: a connection must not cross a fork.
    held: tuple[int, sqlite3.Connection] | None = getattr(_connections, "held", None)
    if held is None or held[0] != os.getpid():
        address = f"{ready().resolve().as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        held = _connections.held = (os.getpid(), connection)
    return held[1]


def by_id(identifier: str) -> Entry | None:
    """The entry with this id ("geonames:1871859", "site:sunan-airfield"), if there is one."""
    statement = f"SELECT {_ENTRY} FROM entry WHERE id = ?"  # noqa: S608  # no outside text
    row = _connection().execute(statement, (identifier,)).fetchone()
    return Entry(*row) if row else None


def look_up(keys: Iterable[str]) -> dict[str, tuple[Naming, ...]]:
    """What each of *keys* (see :func:`polybius.gazetteer.keys.key`) may name; {} of none.

    Keys that name nothing are left out of the answer.
    """
    found = {each: _remembered.get(each) for each in keys}
    unknown = sorted(each for each, namings in found.items() if namings is None)
    if unknown:
        fetched = _fetch(unknown)
        found |= fetched
        if len(_remembered) + len(fetched) > _REMEMBERED:
            _remembered.clear()
        _remembered.update(fetched)
    return {each: namings for each, namings in found.items() if namings}


def _fetch(keys: Sequence[str]) -> dict[str, tuple[Naming, ...]]:
    found: dict[str, list[Naming]] = {each: [] for each in keys}
    connection = _connection()
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        marks = ",".join("?" * len(chunk))
        statement = (
            f"SELECT name.key, name.usage, {_QUALIFIED} FROM name"  # noqa: S608  # only marks
            f" JOIN entry ON entry.number = name.entry WHERE name.key IN ({marks})"
        )
        for each, usage, *row in connection.execute(statement, chunk):
            found[each].append(Naming(Entry(*row), usage))
    return {each: tuple(sorted(namings, key=_order)) for each, namings in found.items()}


def _order(naming: Naming) -> tuple[int, str, str]:
    return (-naming.entry.population, naming.entry.id, naming.usage)


_QUALIFIED = ", ".join(f"entry.{column.strip()}" for column in _ENTRY.split(","))


def candidates(name: str) -> tuple[Entry, ...]:
    """The places that *name* may mean, the most populous first, each once.

    >>> [entry.country for entry in candidates("Sunan")]  # doctest: +SKIP
    ['PRK']
    """
    namings = look_up([key(name)]).get(key(name), ())
    return tuple({naming.entry.id: naming.entry for naming in namings}.values())


@functools.cache
def country(code: str) -> Entry | None:
    """The country with this ISO 3166 alpha-3 code, if there is one."""
    statement = f"SELECT {_ENTRY} FROM entry WHERE country = ? AND kind = 'country'"  # noqa: S608  # no outside text
    row = _connection().execute(statement, (code,)).fetchone()
    return Entry(*row) if row else None
