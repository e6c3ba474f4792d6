"""Precision, recall and F1, and the pairing of predictions with gold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

Gold = TypeVar("Gold")
Predicted = TypeVar("Predicted")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of right, spurious and missed; the measures follow from them."""

    right: float = 0
    spurious: float = 0
    missed: float = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right, self.spurious + other.spurious, self.missed + other.missed
        )

    @classmethod
    def total(cls, scores: Iterable[Score]) -> Score:
        """The micro-average: counts summed over records."""
        return sum(scores, cls())

    @property
    def precision(self) -> float:
        """Share of the predictions that are right; 1 where nothing was predicted."""
        predicted = self.right + self.spurious
        return self.right / predicted if predicted else 1.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 1 where there was nothing to find."""
        gold = self.right + self.missed
        return self.right / gold if gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def measures(self, name: str = "") -> dict[str, float]:
        """``{"precision", "recall", "f1"}``, each prefixed with *name* where one is given."""
        prefix = f"{name}_" if name else ""
        return {
            f"{prefix}precision": self.precision,
            f"{prefix}recall": self.recall,
            f"{prefix}f1": self.f1,
        }


def one_to_one(
    gold: Sequence[Gold],
    predicted: Sequence[Predicted],
    likeness: Callable[[Gold, Predicted], float],
) -> list[tuple[int, int]]:
    """Pair gold with predictions, best likeness first, each used once.

    Pairs whose likeness is 0 or less stay unpaired. Ties go to the earlier gold,
    then to the earlier prediction, so that the pairing is the same every time.

    Returns:
        Indices ``(gold, predicted)``, in order of gold.
    """
    scored = [
        (-value, g, p)
        for g, wanted in enumerate(gold)
        for p, found in enumerate(predicted)
        if (value := likeness(wanted, found)) > 0
    ]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, g, p in sorted(scored):
        if g not in taken_gold and p not in taken_predicted:
            taken_gold.add(g)
            taken_predicted.add(p)
            pairs.append((g, p))
    return sorted(pairs)
