"""Figures that share a unit, or make one quantity together.

"99.8 and 42.5 kilometers" are two figures in kilometers; "37 minutes 12 seconds" is one
of 37.2 minutes.
"""

from __future__ import annotations

from polybius.annotating.quantities.conversion import convert
from polybius.annotating.quantities.figures import COUNT, Figure
from polybius.annotating.quantities.tokens import DASHES, Tokens

# A unit, and those smaller ones that may follow it in one quantity.
_PARTS = {
    "hour": ("minute", "second"),
    "minute": ("second",),
    "foot": ("inch",),
    "pound": ("ounce",),
    "mile": ("yard",),
    "dollar": ("cent",),
    "US dollar": ("cent",),
    "euro": ("cent",),
    "pound sterling": ("penny",),
}


def joined(cut: Tokens, figures: list[Figure]) -> list[Figure]:
    """The *figures* with the units they share, those of one quantity made one."""
    _share(cut, figures)
    kept: list[Figure] = []
    for figure in figures:
        if kept and _part_of(cut, kept[-1], figure):
            _add(kept[-1], figure)
        else:
            kept.append(figure)
    return kept


def _share(cut: Tokens, figures: list[Figure]) -> None:
    """Give a bare number the unit of the one it is listed with: "two or three missiles"."""
    for at in range(len(figures) - 2, -1, -1):
        figure, following = figures[at], figures[at + 1]
        if figure.unit is not None or following.unit is None:
            continue
        if following.first < following.number[0]:
            continue  # its unit stands before it: "20 and $30"
        between = _between(cut, figure, following)
        listed = at + 2 < len(figures) and _between(cut, following, figures[at + 2])
        if between in (["or"], ["and"], [",", "and"], [",", "or"]) or (
            between == [","] and listed in (["and"], ["or"], [",", "and"])
        ):
            figure.unit = following.unit


def _between(cut: Tokens, figure: Figure, following: Figure) -> list[str]:
    return cut.lower[figure.end : following.start]


def _part_of(cut: Tokens, whole: Figure, part: Figure) -> bool:
    if whole.unit is None or part.unit is None or part.unit.kind == COUNT:
        return False
    if part.unit.name not in _PARTS.get(whole.unit.name, ()) or part.hedge or part.upper:
        return False
    between = _between(cut, whole, part)
    apart = [word for word in between if word not in ("and", ",") and word not in DASHES]
    return not apart and whole.upper is None and 0 <= part.value * _share_of(whole, part) < 1


def _share_of(whole: Figure, part: Figure) -> float:
    """One of the smaller unit in the larger."""
    assert whole.unit is not None  # noqa: S101  (``_part_of`` saw to it)
    assert part.unit is not None  # noqa: S101  (likewise)
    if whole.unit.kind == "money":
        return 0.01
    return convert(1, part.unit.name, whole.unit.name)


def _add(whole: Figure, part: Figure) -> None:
    share = _share_of(whole, part)
    whole.value += part.value * share
    whole.step = part.step * share
    whole.last, whole.end = part.last, part.end
    whole.number = (whole.number[0], part.number[1])
