"""The tasks there are. Each is loaded only when it is asked for."""

from __future__ import annotations

import importlib

from polybius.errors import BadInput
from polybius.evaluating.task import Task

TASKS = (
    "pages",
    "comments",
    "launches",
    "samples",
    "attribution",
    "time",
    "place",
    "quantity",
    "actors",
)


def task(name: str) -> Task:
    """The task of that name.

    Raises:
        BadInput: where there is none.
    """
    if name not in TASKS:
        raise BadInput(f"{name}: no such task; there are {', '.join(TASKS)}")
    found: Task = importlib.import_module(f"polybius.evaluating.{name}").TASK
    return found
