"""What a task of ``polybius evaluate`` is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Record = Mapping[str, Any]
"""One line of a gold file."""

Advance = Callable[[], None]
"""Called once a record, for a progress bar."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a task measured on a gold file.

    ``measures`` are shares between 0 and 1 unless their name says otherwise
    (``records``, ``gold``, ``seconds``). ``predictions`` has one entry a record,
    in the gold file's own shape, so that anyone can score it again. ``baseline``
    holds the same measures for the library a user would pick instead, where one
    was run beside ours.
    """

    measures: Mapping[str, float]
    predictions: Sequence[Record] = ()
    baseline: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """A measurement that users can run on their own annotated data.

    ``run(records, folder, advance)``: *folder* is where the gold file lies, for
    records that name further files. ``gold`` says which fields a record needs in
    words, ``form`` (a msgspec type) so that ``read_gold`` can hold a file to it.
    """

    name: str
    summary: str
    gold: str
    run: Callable[[Sequence[Record], Path, Advance], Outcome]
    form: Any = None
