"""Numbers with their units: as written, as meant, and in other units.

``quantities`` reads a document; ``convert`` puts a value into another unit. What a
number is, and what is none (dates, years, times of day, ordinals, scores, names of
models), follows NewsQuant (Almasian, Kazakova, Göldner and Gertz, "CQE: A
Comprehensive Quantity Extractor", EMNLP 2023) where it marks such things at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from polybius.annotating.quantities.conversion import convert, convertible
from polybius.annotating.quantities.invisible import INVISIBLE, read_past_invisible
from polybius.annotating.quantities.reading import read_figures
from polybius.annotating.quantities.tokens import tokens
from polybius.annotating.quantities.vocabulary import kind_of
from polybius.nouns import Document, Quantity, ReadingWarning, Span

__all__ = ["convert", "convertible", "kind_of", "quantities"]


def quantities(
    document: Document, sentences: Sequence[Span]
) -> tuple[tuple[Quantity, ...], tuple[ReadingWarning, ...]]:
    """The quantities of *document*, in text order, and what is odd about them.

    A quantity's ``span`` runs over the number and its unit ("220 km", "two short-range
    ballistic missiles"), without the hedge before it and the bracket after it; a
    bracket in another unit is among its ``equivalents``. Durations are quantities;
    calendar dates and times of day are not.

    Warnings are of the kinds "units-disagree", "number-repaired" and
    "number-ambiguous".

    Args:
        document: what was read; only its ``text`` is looked at.
        sentences: where its sentences are; a number word in capitals begins one, or
            else is a name.
    """
    text = document.text
    starts = frozenset(start for start, _ in sentences)
    if INVISIBLE.search(text) is None:
        return read_figures(tokens(text), starts)
    return read_past_invisible(text, starts)
