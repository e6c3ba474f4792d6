"""The store of everything read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

import sqlalchemy as sa

from polybius.errors import BadInput, PolybiusError, RecordError
from polybius.nouns import Reading
from polybius.nouns.form import decode
from polybius.record import rows, schema
from polybius.record.store import engine_for, file_of, migrate, writing

Outcome = Literal["new", "same", "revision"]


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a page did: a new document, nothing, or a new revision of one."""

    outcome: Outcome
    document: str
    revision: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A page that could not be read, and why."""

    source: str
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """One line of ``polybius list``."""

    id: str
    published: str | None
    title: str | None
    outlet: str | None
    agency: str | None
    revision: int
    events: int
    claims: int
    comments: int
    address: str

    @property
    def publisher(self) -> str | None:
        """The agency that wrote it, or else the outlet that printed it."""
        return self.agency or self.outlet


@dataclass(frozen=True, slots=True)
class Edition:
    """Which revision of its page a document is, of how many, and the id of the latest."""

    revision: int
    revisions: int
    latest: str

    @property
    def is_superseded(self) -> bool:
        """Whether the page has been edited since."""
        return self.revision < self.revisions


class Record:
    """Documents, event mentions and claims, in an SQLite file.

    Each call is one transaction: a stop at any point leaves a record that opens,
    with every page either wholly in it or not at all. Use as a context manager,
    or call ``close``.

    Raises:
        RecordError: where the location is no record, or cannot be opened.
    """

    def __init__(self, location: str | Path, *, read_only: bool = False) -> None:
        """Open the record at *location*: a file, made where missing, or its SQLite URL.

        *read_only* promises that nothing will be added, so that a file or a folder
        that cannot be written will do.
        """
        self.location = str(location)
        self._engine = engine_for(location, read_only=read_only)
        self._file = file_of(self._engine.url)
        migrate(self._engine)
        self._identity = self._file and _identity(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def add(self, reading: Reading) -> Added:
        """Keep a reading. The same page again changes nothing.

        An edited page becomes the next revision of its address. A page that had
        been refused and can be read now is taken off the list of refusals.

        Raises:
            RecordError: where the database cannot be written, and is unchanged; or
                where its file was removed or replaced since it was opened.
        """
        with self._written() as connection:
            return _add(connection, reading)

    def refuse(self, source: str, error: PolybiusError) -> None:
        """Keep the reason why a page could not be read.

        Raises:
            RecordError: as ``add``.
        """
        row = {"source": source, "code": error.code, "reason": str(error)}
        with self._written() as connection:
            connection.execute(sa.delete(schema.refusal).where(schema.refusal.c.source == source))
            connection.execute(sa.insert(schema.refusal), row)

    @contextmanager
    def _written(self) -> Iterator[sa.Connection]:
        """One transaction that writes, and a look whether the file is still the one opened.

        SQLite goes on writing to a file that was removed; what it holds is lost.
        """
        try:
            with writing(self._engine).begin() as connection:
                yield connection
        except sa.exc.DatabaseError as error:
            raise RecordError(f"{self.location}: cannot be written ({error.orig})") from error
        if self._file and _identity(self._file) != self._identity:
            raise RecordError(
                f"{self.location}: the file was removed or replaced while it was written; "
                "what was added since it was opened is lost"
            )

    def refusals(self) -> list[Refusal]:
        """The pages that could not be read, by source."""
        query = sa.select(schema.refusal).order_by(schema.refusal.c.source)
        with self._engine.connect() as connection:
            return [Refusal(**row) for row in connection.execute(query).mappings()]

    def documents(self, *, revisions: bool = False, limit: int | None = None) -> list[Listed]:
        """The documents, newest publication first, undated ones last.

        Only the latest revision of each address, unless *revisions*.
        """
        with self._engine.connect() as connection:
            found = connection.execute(_listing(revisions=revisions).limit(limit)).mappings()
            return [Listed(**row) for row in found]

    def reading(self, name: str) -> Reading:
        """One document's reading, by its id, the beginning of it, or its address.

        Raises:
            BadInput: where nothing, or more than one document, has that name.
        """
        with self._engine.connect() as connection:
            return decode(_form(connection, name))

    def edition(self, document: str) -> Edition:
        """Which revision of its page the document of that id is.

        Raises:
            BadInput: where there is none.
        """
        with self._engine.connect() as connection:
            return _edition(connection, document)

    def readings(self, *, revisions: bool = False) -> Iterator[Reading]:
        """Every reading, by publication and id, one at a time."""
        latest = _latest() if not revisions else sa.true()
        table = schema.document
        query = (
            sa.select(table.c.form)
            .where(latest)
            .order_by(sa.nulls_last(table.c.published), table.c.id)
        )
        with self._engine.connect() as connection:
            for form in connection.execution_options(yield_per=100).scalars(query):
                yield decode(form)

    def counts(self) -> dict[str, int]:
        """How many rows each table holds."""
        with self._engine.connect() as connection:
            return {
                name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
                for name, table in schema.metadata.tables.items()
            }


def _identity(file: Path) -> tuple[int, int] | None:
    """What tells a file from another of its name; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _add(connection: sa.Connection, reading: Reading) -> Added:
    table = schema.document
    address = rows.address_of(reading)
    held = connection.execute(
        sa.select(table.c.id, table.c.address, table.c.revision).where(
            sa.or_(table.c.address == address, table.c.id == reading.document.id)
        )
    ).all()
    connection.execute(
        sa.delete(schema.refusal).where(schema.refusal.c.source == reading.document.source)
    )
    for row in held:
        if row.id == reading.document.id:
            return Added("same", row.id, row.revision)
    revision = 1 + max((row.revision for row in held), default=0)
    _insert(connection, reading, revision)
    return Added("revision" if held else "new", reading.document.id, revision)


def _insert(connection: sa.Connection, reading: Reading, revision: int) -> None:
    events = [rows.event_row(reading, event) for event in reading.events]
    claims = [rows.claim_row(reading, claim) for claim in reading.claims]
    connection.execute(sa.insert(schema.document), rows.document_row(reading, revision))
    _insert_all(connection, schema.event_mention, events)
    _insert_all(connection, schema.claim, claims)


def _insert_all(connection: sa.Connection, table: sa.Table, found: Sequence[rows.Row]) -> None:
    if found:
        connection.execute(sa.insert(table), list(found))


def _latest() -> sa.ColumnElement[bool]:
    """True of the newest revision of each address."""
    other = schema.document.alias("other")
    newest = (
        sa.select(sa.func.max(other.c.revision))
        .where(other.c.address == schema.document.c.address)
        .scalar_subquery()
    )
    return schema.document.c.revision == newest


def _listing(*, revisions: bool) -> sa.Select[Any]:
    table = schema.document
    columns = [
        table.c[name]
        for name in (
            "id",
            "published",
            "title",
            "outlet",
            "agency",
            "revision",
            "comments",
            "address",
        )
    ]
    counts = [
        sa.select(sa.func.count())
        .where(counted.c.document == table.c.id)
        .scalar_subquery()
        .label(label)
        for label, counted in (("events", schema.event_mention), ("claims", schema.claim))
    ]
    query = sa.select(*columns, *counts).order_by(
        sa.nulls_last(table.c.published.desc()), table.c.id
    )
    return query if revisions else query.where(_latest())


def _form(connection: sa.Connection, name: str) -> str:
    table = schema.document
    prefix = sa.and_(
        table.c.id >= name, table.c.id < name + "g", sa.literal(len(name) >= MINIMUM_PREFIX)
    )
    query = (
        sa.select(table.c.id, table.c.form)
        .where(sa.or_(sa.and_(table.c.address == name, _latest()), prefix))
        .order_by(table.c.id)
        .limit(MOST_NAMED)
    )
    found = connection.execute(query).all()
    if not found:
        short = len(name) < MINIMUM_PREFIX
        rule = f"; the beginning of an id needs {MINIMUM_PREFIX} characters or more"
        raise BadInput(
            f"{name}: no document of that id or address; `polybius list` shows them"
            + (rule if short else "")
        )
    if len(found) > 1:
        ids = ", ".join(row.id for row in found)
        raise BadInput(f"{name}: more than one document's id begins so: {ids}")
    form: str = found[0].form
    return form


def _edition(connection: sa.Connection, document: str) -> Edition:
    table = schema.document
    query = (
        sa.select(table.c.id, table.c.revision)
        .where(
            table.c.address
            == sa.select(table.c.address).where(table.c.id == document).scalar_subquery()
        )
        .order_by(table.c.revision)
    )
    found = connection.execute(query).all()
    number = next((row.revision for row in found if row.id == document), None)
    if number is None:
        raise BadInput(f"{document}: no document of that id")
    return Edition(number, found[-1].revision, found[-1].id)


MINIMUM_PREFIX = 4
MOST_NAMED = 5
