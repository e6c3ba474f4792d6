"""Reading gold files, and knowing that they are the same as last time."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from polybius.errors import BadData, BadInput
from polybius.evaluating.task import Record

SpanForm = tuple[int, int]
"""A span in a gold file: ``[start, end]``."""


def read_gold(path: Path, form: Any = None) -> list[Record]:
    """The records of a JSON Lines file.

    Args:
        path: the file.
        form: what each record must have (``Task.form``); None asks for nothing.

    Raises:
        BadInput: where the file cannot be read.
        BadData: where it holds no records, or a line is not a JSON object of that
            form; the message names the file, the line and the field.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: cannot be read ({error})") from error
    written = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not written:
        raise BadData(f"{path}: is empty; a gold file has one JSON object a line")
    return [_record(f"{path}, line {number}", line, form) for number, line in written]


def _record(place: str, line: str, form: Any) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadData(f"{place}: not JSON ({error.msg})") from error
    if not isinstance(record, dict):
        raise BadData(f"{place}: not a JSON object")
    if form is not None:
        _check(place, record, form)
    return record


def _check(place: str, record: Record, form: Any) -> None:
    try:
        msgspec.convert(record, form)
    except msgspec.ValidationError as error:
        raise BadData(f"{place}: {error}") from error


def check_date(field: str, value: str | None) -> None:
    """Hold a field of a gold record to ISO 8601; for ``__post_init__`` of a form.

    Raises:
        ValueError: where it is neither a day nor a time, nor null.
    """
    if value is None:
        return
    try:
        dt.datetime.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"`{field}` {value!r} is no date; write 2019-08-02, or null") from error


def digest(path: Path) -> str:
    """SHA-256 over a gold file and every file that its records name (``file``)."""
    total = hashlib.sha256()
    for file in _files(path):
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    yield path
    for record in read_gold(path):
        named = record.get("file")
        if isinstance(named, str) and (path.parent / named).is_file():
            yield path.parent / named
