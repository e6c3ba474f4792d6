"""Reading gold files, and knowing that they are the same as last time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from polybius.errors import BadInput
from polybius.evaluating.task import Record


def read_gold(path: Path) -> list[Record]:
    """The records of a JSON Lines file.

    Raises:
        BadInput: where the file cannot be read, or a line is not a JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path}: cannot be read ({error})") from error
    return [_record(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _record(path: Path, number: int, line: str) -> Record:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise BadInput(f"{path}, line {number}: not JSON ({error.msg})") from error
    if not isinstance(record, dict):
        raise BadInput(f"{path}, line {number}: not a JSON object")
    return record


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
