"""From the tokens of a text to its quantities: find, join, decide, fold."""

from __future__ import annotations

from polybius.annotating.quantities.digits import VULGAR
from polybius.annotating.quantities.equivalents import folded
from polybius.annotating.quantities.figures import Figure, figure_at
from polybius.annotating.quantities.joining import joined
from polybius.annotating.quantities.repairing import repaired
from polybius.annotating.quantities.tokens import FIRST, Tokens
from polybius.annotating.quantities.vocabulary import numbers
from polybius.nouns import Quantity, ReadingWarning, Span

_OVERRIDES = "\u202d\u202e"
_POPS = "\u202c\n"


def read_figures(
    cut: Tokens, starts: frozenset[int]
) -> tuple[tuple[Quantity, ...], tuple[ReadingWarning, ...]]:
    """The quantities of the text and its warnings; *starts* are where sentences begin."""
    figures = _found(cut, starts)
    if any(mark in cut.text for mark in _OVERRIDES):
        hidden = _reversed(cut.text)
        figures = [figure for figure in figures if not _overlaps(cut, figure, hidden)]
    figures = joined(cut, figures)
    warnings = repaired(cut, figures)
    kept, disagreements = folded(cut, figures)
    warnings = sorted([*warnings, *disagreements], key=lambda warning: warning.span or Span(0, 0))
    return tuple(_quantity(cut, figure) for figure in kept), tuple(warnings)


def _found(cut: Tokens, starts: frozenset[int]) -> list[Figure]:
    figures: list[Figure] = []
    at, end = FIRST, FIRST + cut.count()
    lower = cut.lower
    openers = numbers().starts | VULGAR.keys() | {"."}
    while at < end:
        word = lower[at]
        if word[0].isdecimal() or (word in openers and _opens(word, lower[at + 1])):
            figure, at = figure_at(cut, at, starts)
            if figure is not None and not (figures and figure.first < figures[-1].last):
                figures.append(figure)
        else:
            at += 1
    return figures


def _opens(word: str, following: str) -> bool:
    """Whether an opener may begin a number here: most points and articles do not."""
    if word == ".":
        return following[0].isdecimal()
    return word not in ("a", "an") or following in numbers().after_article


def _overlaps(cut: Tokens, figure: Figure, hidden: bytearray) -> bool:
    return 1 in hidden[cut.starts[figure.first] : cut.ends[figure.last - 1]]


def _reversed(text: str) -> bytearray:
    """1 for each character that an override of writing direction shows in another order."""
    hidden = bytearray(len(text))
    inside = 0
    for position, mark in enumerate(text):
        if mark in _OVERRIDES:
            inside = 1
        elif mark in _POPS:
            inside = 0
        hidden[position] = inside
    return hidden


def _hedge(cut: Tokens, figure: Figure) -> Span | None:
    if figure.hedge is None:
        return None
    return Span(cut.starts[figure.hedge.first], cut.ends[figure.hedge.last - 1])


def _quantity(cut: Tokens, figure: Figure) -> Quantity:
    first, last = figure.number
    return Quantity(
        span=Span(cut.starts[figure.first], cut.ends[figure.last - 1]),
        value=figure.value,
        unit=figure.unit.name if figure.unit else None,
        number=Span(cut.starts[first], cut.ends[last - 1]),
        bound=figure.bound,
        upper=figure.upper,
        equivalents=tuple(figure.equivalents),
        repaired=figure.repaired,
        hedge=_hedge(cut, figure),
    )
