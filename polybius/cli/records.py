"""Opening the record that a command names."""

from __future__ import annotations

from pathlib import Path

from polybius.errors import BadInput
from polybius.record import Record


def open_existing(location: Path) -> Record:
    """The record at *location*, which must be there.

    Raises:
        BadInput: where it is not.
    """
    if "://" not in str(location) and not location.is_file():
        raise BadInput(f"{location}: no record there; `polybius add PATH…` makes one")
    return Record(location)
