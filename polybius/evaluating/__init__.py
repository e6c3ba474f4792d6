"""Scoring Polybius on annotated data: ``polybius evaluate TASK GOLD``.

One module a task, each with a ``TASK``. A task reads gold records (JSON Lines,
as ``docs/evaluating.md`` describes them), runs the stage it measures, and gives
standard measures together with what was predicted, in the gold's own shape.
"""

from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Outcome, Record, Task

__all__ = ["Outcome", "Record", "Score", "Task", "one_to_one"]
