"""Characters that do not show, inside and around numbers.

A zero-width space in "220 km" leaves what a reader sees, and what it means, as it was.
So numbers are read as if such characters were not there, and put back to where they
stand. Characters that change the order in which digits show are another matter: what
stands between them is left out (``reading``).
"""

from __future__ import annotations

import re
from dataclasses import replace

from polybius.annotating.quantities.reading import read_figures
from polybius.annotating.quantities.tokens import tokens
from polybius.nouns import Quantity, ReadingWarning, Span

# Soft hyphen, zero-width spaces and joiners, direction marks and isolates, word joiner,
# invisible operators, byte order mark. Overrides of direction are not among them.
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a\u202b\u2060-\u206f\ufeff]")


def read_past_invisible(
    text: str, starts: frozenset[int]
) -> tuple[tuple[Quantity, ...], tuple[ReadingWarning, ...]]:
    """As ``read_figures``, of *text* without its invisible characters; offsets are into *text*."""
    places = [at for at, mark in enumerate(text) if INVISIBLE.match(mark) is None]
    shown = "".join(text[at] for at in places)
    back = {at: position for position, at in enumerate(places)}
    inner = frozenset(back[start] for start in starts if start in back)
    quantities, warnings = read_figures(tokens(shown), inner)
    moved = tuple(_moved(quantity, places) for quantity in quantities)
    told = [
        replace(warning, span=_place(warning.span, places) if warning.span else None)
        for warning in warnings
    ]
    told.extend(
        ReadingWarning(quantity.span, "number-repaired", quantity.repaired or "")
        for quantity, before in zip(moved, quantities, strict=True)
        if quantity.repaired != before.repaired
    )
    return moved, tuple(sorted(told, key=lambda warning: warning.span or Span(0, 0)))


def _place(span: Span, places: list[int]) -> Span:
    return Span(places[span.start], places[span.end - 1] + 1)


def _moved(quantity: Quantity, places: list[int]) -> Quantity:
    number = _place(quantity.number, places)
    hidden = number.length != quantity.number.length and quantity.repaired is None
    return replace(
        quantity,
        span=_place(quantity.span, places),
        number=number,
        hedge=_place(quantity.hedge, places) if quantity.hedge else None,
        equivalents=tuple(
            replace(other, span=_place(other.span, places)) for other in quantity.equivalents
        ),
        repaired="read without characters that do not show" if hidden else quantity.repaired,
    )
