"""Numbers printed in another country's style: which of two meanings holds.

"1.100 km" is 1.1 in English and 1,100 in half of Europe. What decides, in order: the
same figure in another unit beside it; that nobody prints three decimals that are all
zero; that what is counted comes whole; other figures of the document in that style;
other figures of its kind in the document. Where nothing does, the number stays as
printed, with a warning.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable

from polybius.annotating.quantities.equivalents import agree, pairs
from polybius.annotating.quantities.figures import Figure
from polybius.annotating.quantities.printed import DECIMAL_COMMA, THOUSANDS_POINT
from polybius.annotating.quantities.tokens import Tokens
from polybius.nouns import ReadingWarning, Span

_NEAR = 30.0
"""Figures of one kind in one report seldom lie farther apart than by this factor."""
# Kinds whose figures are often printed to three decimals: "1.356 billion", "$3.459 a gallon".
_DECIMAL_KINDS = frozenset(("money", "share", "magnitude", "age", "time"))


def repaired(cut: Tokens, figures: list[Figure]) -> list[ReadingWarning]:
    """Decide the doubtful among *figures*, in place; what was decided or stays in doubt."""
    beside = {id(figure): other for pair in pairs(cut, figures) for figure, other in _both(pair)}
    continental = any(_continental(figure) for figure in figures)
    doubtful = [figure for figure in figures if figure.other is not None and _measured(figure)]
    sure = _magnitudes(figure for figure in figures if figure.other is None and _measured(figure))
    for figure in doubtful:
        _decide(cut, figure, beside.get(id(figure)), sure, continental=continental)
    warnings = [_warning(cut, figure) for figure in figures if figure.repaired or figure.doubtful]
    for figure in figures:
        if figure.style is not None and figure.repaired is None:
            meant = _plain(figure.value)
            figure.repaired = f"{_printed(cut, figure)} read as {meant} ({figure.style})"
            warnings.append(_warning(cut, figure))
    return warnings


def _both(pair: tuple[Figure, Figure]) -> Iterable[tuple[Figure, Figure]]:
    one, other = pair
    return ((one, other), (other, one))


def _continental(figure: Figure) -> bool:
    return figure.style in (DECIMAL_COMMA, THOUSANDS_POINT)


def _measured(figure: Figure) -> bool:
    """Whether the figure has a unit in which thousands and decimals are both thinkable."""
    return figure.unit is not None and figure.unit.kind.split("/")[0] not in _DECIMAL_KINDS


def _decide(
    cut: Tokens,
    figure: Figure,
    beside: Figure | None,
    sure: dict[str, list[float]],
    *,
    continental: bool,
) -> None:
    assert figure.other is not None  # noqa: S101  (the caller chose it for that)
    assert figure.unit is not None  # noqa: S101  (likewise)
    verdict = None
    if beside is not None and beside.other is None:
        verdict = _by_bracket(figure, beside)
    if verdict is None and _printed(cut, figure).endswith(".000"):
        verdict = "nobody prints three decimals that are zero"
    if verdict is None and figure.unit.kind == "count":
        verdict = "what is counted comes whole"
    if verdict is None and continental:
        verdict = "as other figures of this text are printed"
    if verdict is None:
        verdict = _by_siblings(figure, sure)
    if verdict is None:
        figure.doubtful = True
    elif verdict:
        _take_thousands(cut, figure, verdict)


def _by_bracket(figure: Figure, beside: Figure) -> str | None:
    """Why thousands are meant; "" for decimals; None where the bracket fits neither or both."""
    decimal = agree(figure, beside)
    printed_value, printed_step = figure.value, figure.step
    figure.value, figure.step = figure.other or 0.0, 1.0
    thousands = agree(figure, beside)
    figure.value, figure.step = printed_value, printed_step
    if decimal == thousands:
        return None
    return "as the figure beside it says" if thousands else ""


def _magnitudes(figures: Iterable[Figure]) -> dict[str, list[float]]:
    """Logarithms of the figures in each unit, in order."""
    found: dict[str, set[float]] = {}
    for figure in figures:
        if figure.unit is not None and figure.value > 0:
            found.setdefault(figure.unit.name, set()).add(math.log(figure.value))
    return {unit: sorted(values) for unit, values in found.items()}


def _nearest(value: float, values: list[float]) -> float:
    at = bisect.bisect(values, value)
    return min(abs(value - near) for near in values[max(0, at - 1) : at + 1])


def _by_siblings(figure: Figure, sure: dict[str, list[float]]) -> str | None:
    """As ``_by_bracket``, by which meaning lies nearer to figures in the same unit."""
    values = sure.get(figure.unit.name) if figure.unit else None
    if not values or figure.other is None or figure.value <= 0:
        return None
    decimal = _nearest(math.log(figure.value), values)
    thousands = _nearest(math.log(figure.other), values)
    near = math.log(_NEAR)
    if thousands < near <= decimal:
        return "in the range of its like in this text"
    return "" if decimal < near <= thousands else None


def _take_thousands(cut: Tokens, figure: Figure, why: str) -> None:
    assert figure.other is not None  # noqa: S101  (the caller chose it for that)
    figure.value, figure.step = figure.other, 1.0
    figure.repaired = f"{_printed(cut, figure)} read as {_plain(figure.value)}: {why}"


def _printed(cut: Tokens, figure: Figure) -> str:
    first, last = figure.number
    return cut.text[cut.starts[first] : cut.ends[last - 1]]


def _plain(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _warning(cut: Tokens, figure: Figure) -> ReadingWarning:
    span = Span(cut.starts[figure.first], cut.ends[figure.last - 1])
    if figure.repaired:
        return ReadingWarning(span, "number-repaired", figure.repaired)
    assert figure.other is not None  # noqa: S101  (else it would not be in doubt)
    words = _printed(cut, figure)
    return ReadingWarning(
        span,
        "number-ambiguous",
        f"{words} may be {_plain(figure.value)} or {_plain(figure.other)}; read as printed",
    )
