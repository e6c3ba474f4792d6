"""Opening the record that a command names."""

from __future__ import annotations

from pathlib import Path

from polybius.errors import BadInput
from polybius.record import Record


def open_existing(location: str) -> Record:
    """The record at *location*, which must be there, for reading.

    Raises:
        BadInput: where it is not.
        RecordError: where it is no record.
    """
    file = Path(location.removeprefix("sqlite:///"))
    if "://" not in str(file) and not file.is_file():
        raise BadInput(f"{location}: no record there; `polybius add PATH…` makes one")
    return Record(location, read_only=True)
