"""Opening a record, and bringing it to this version's schema."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from polybius.errors import RecordError
from polybius.record.schema import metadata

SCHEMA_VERSION = "0001"
"""The newest migration under ``migrations/versions``."""

BUSY_SECONDS = 30
"""How long a writer waits for another before it gives up."""


def engine_for(location: str | Path, *, read_only: bool = False) -> sa.Engine:
    """A connection pool for the record at *location*.

    Args:
        location: the file, or its SQLAlchemy URL ("sqlite:///polybius.db").
        read_only: nothing will be written, so that a read-only file will do.

    Raises:
        RecordError: where the location cannot be used.
    """
    url = _url(location)
    file = file_of(url)
    if file is not None:
        _check_folder(file)
        if not is_writable(file):
            return _reading_engine(url, file, read_only=read_only)
    engine = sa.create_engine(url)
    sa.event.listen(engine, "connect", _set_up_sqlite)
    sa.event.listen(engine, "begin", _begin_sqlite)
    return engine


def _url(location: str | Path) -> sa.URL:
    if "://" not in str(location):
        return sa.URL.create("sqlite", database=str(location))
    try:
        url = sa.make_url(str(location))
    except sa.exc.ArgumentError as error:
        raise RecordError(f"{location}: neither a file nor a database URL ({error})") from error
    if url.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise RecordError(
            f"{url.render_as_string(hide_password=True)}: a record is an SQLite file so far. "
            f"Polybius brings no driver for {url.get_backend_name()}; PostgreSQL is a later step"
        )
    return url


def file_of(url: sa.URL) -> Path | None:
    """The file that an SQLite URL names; None for a database in memory."""
    in_memory = url.database in {None, "", ":memory:"}
    return None if in_memory else Path(str(url.database))


def is_writable(file: Path) -> bool:
    """Whether SQLite can write *file*, and the files that it makes beside it."""
    within = os.access(file.absolute().parent, os.W_OK)
    return within and (not file.exists() or os.access(file, os.W_OK))


def _reading_engine(url: sa.URL, file: Path, *, read_only: bool) -> sa.Engine:
    """Connections that write nothing, neither the file nor beside it.

    Each is opened anew, so that it sees what somebody else has written since.
    """
    if not read_only or not file.is_file():
        raise RecordError(
            f"{file}: cannot be written, since it or its folder is read-only; "
            "list, show, export and serve read a record there"
        )

    def connect() -> sqlite3.Connection:
        # In mode=ro a database in WAL mode needs the -wal and -shm files of a writer.
        mode = "mode=ro" if Path(f"{file}-wal").exists() else "immutable=1"
        address = f"{file.absolute().as_uri()}?{mode}"
        return sqlite3.connect(address, uri=True, check_same_thread=False)

    return sa.create_engine(url, creator=connect, poolclass=sa.NullPool)


def writing(engine: sa.Engine) -> sa.Engine:
    """The same pool, for transactions that write.

    On SQLite they take the write lock at once: two that read first and write
    later would fail each other instead of waiting.
    """
    return engine.execution_options(writes=True)


def _check_folder(file: Path) -> None:
    if file.is_dir():
        raise RecordError(f"{file}: is a folder; name the record's file inside it")
    if not file.absolute().parent.is_dir():
        raise RecordError(f"{file}: its folder does not exist; make it first")


def _set_up_sqlite(connection: Any, _record: object) -> None:
    """Readers beside one writer, references held, and patience when busy."""
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    # The driver would leave CREATE TABLE outside of transactions; ``_begin_sqlite`` does not.
    connection.isolation_level = None


def _begin_sqlite(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def migrate(engine: sa.Engine) -> None:
    """Bring the record to this version's schema; a new one is made whole.

    Raises:
        RecordError: where the file is no record, or one of a newer version.
    """
    try:
        with engine.connect() as connection:
            found = _version(connection)
        if found != SCHEMA_VERSION:
            _upgrade(engine, found)
    except sa.exc.DatabaseError as error:
        raise RecordError(
            f"{engine.url.database}: cannot be opened as a record ({error.orig})"
        ) from error


def _version(connection: sa.Connection) -> str | None:
    """The migration a record stands at; None for a new one."""
    names = sa.inspect(connection).get_table_names()
    if "alembic_version" in names:
        return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
    if names:
        raise RecordError(
            f"{connection.engine.url.database}: a database of something else, not a record; "
            "choose another file"
        )
    return None


def _upgrade(engine: sa.Engine, found: str | None) -> None:
    # Alembic takes a third of a second to load, and is needed once in a record's life.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    if found is not None and found > SCHEMA_VERSION:
        raise RecordError(
            f"{engine.url.database}: written by a newer Polybius (schema {found}); "
            f"this one knows {SCHEMA_VERSION}. Upgrade Polybius"
        )
    config = Config()
    config.set_main_option("script_location", "polybius.record:migrations")
    with writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def table_names() -> set[str]:
    """Names of all tables of this version's schema."""
    return set(metadata.tables)
