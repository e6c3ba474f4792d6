"""The same quantity in a second unit, "220 km (135 miles)": folded into one, and checked.

Whoever wrote it had one of the two figures and worked out the other, rounding as the
printed digits show. So the two agree where either, converted, rounds to the other; or
where they differ by no more than a rounded factor ("1.6 kilometers to the mile")
explains.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from polybius.annotating.quantities.conversion import convert, convert_difference, convertible
from polybius.annotating.quantities.figures import Figure
from polybius.annotating.quantities.tokens import Tokens
from polybius.nouns import Equivalent, ReadingWarning, Span

FACTOR_ROUNDING = 0.01
"""1.6 for 1.609, 0.6 for 0.62 on small figures: what a rounded factor shifts."""
_MACH_LEEWAY = 0.2
"""A Mach number is 340 m/s at sea level and 295 m/s where missiles fly."""
_ZEROS_AT_MOST = 0.2
"""Zeros at the end count as rounding up to this share of the figure: "20 miles" for 30 km."""
_QUOTES = frozenset('“”"')
_UNCHECKED = ("money", "count", "age", "share", "magnitude", "loudness", "image")


def folded(cut: Tokens, figures: list[Figure]) -> tuple[list[Figure], list[ReadingWarning]]:
    """The *figures* without those that repeat the one before in another unit."""
    kept: list[Figure] = []
    warnings: list[ReadingWarning] = []
    opened = False
    for figure in figures:
        host = kept[-1] if kept else None
        closes = False
        if host is not None:
            joined, closes = _joins(cut, host, figure, opened=opened)
            if joined and _repeats(host, figure):
                host.end = figure.end + 1
                continue
            if joined and comparable(host, figure):
                warnings.extend(_fold(cut, host, figure))
                opened = not closes
                continue
        opened = False
        kept.append(figure)
    return kept, warnings


def pairs(cut: Tokens, figures: list[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Neighbours of which the second repeats the first in another unit."""
    for host, figure in itertools.pairwise(figures):
        if _joins(cut, host, figure, opened=False)[0] and comparable(host, figure):
            yield host, figure


def _repeats(host: Figure, figure: Figure) -> bool:
    """As in "eleven (11) people": the same number in a bracket, in digits."""
    return figure.unit is None and figure.value == host.value and figure.upper == host.upper


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the two are in different units of one kind."""
    if one.unit is None or other.unit is None or one.unit == other.unit:
        return False
    if one.unit.kind in _UNCHECKED or one.unit.kind != other.unit.kind:
        return False
    return convertible(one.unit.name, other.unit.name)


def _joins(cut: Tokens, host: Figure, figure: Figure, *, opened: bool) -> tuple[bool, bool]:
    """Whether *figure* stands to *host* as a repetition, and whether its bracket closes.

    A bracket ("220 km (135 miles)"), a second figure in the same bracket, a slash, or
    "or" ("220 km, or 135 miles,").
    """
    between = [word for word in cut.lower[host.end : figure.start] if word not in _QUOTES]
    closing = cut.forms[figure.end] in ")]"
    if opened:
        return bool(between) and between[0] in (",", ";", "/", "or"), closing
    if between and between[0] in "([":
        rest = [word for word in between[1:] if word not in ("or", "=", "that", "is", ",", "i.e")]
        return not rest and cut.forms[figure.end] in ")],;/or", closing
    if between and between[0] == ")" and between[1:] in (["("], ["/"]):
        return closing, closing
    return between in (["/"], ["or"], [",", "or"]), True


def _fold(cut: Tokens, host: Figure, figure: Figure) -> Iterator[ReadingWarning]:
    assert figure.unit is not None  # noqa: S101  (``comparable`` saw to it)
    span = Span(cut.starts[figure.first], cut.ends[figure.last - 1])
    right = agree(host, figure)
    same = Equivalent(span, figure.value, figure.unit.name, right, upper=figure.upper)
    host.equivalents.append(same)
    host.end = figure.end + (cut.forms[figure.end] in ")]")
    if not right:
        yield ReadingWarning(
            Span(cut.starts[host.first], span.end), "units-disagree", _disagreement(host, figure)
        )


def _disagreement(host: Figure, figure: Figure) -> str:
    assert host.unit is not None  # noqa: S101  (``comparable`` saw to it)
    assert figure.unit is not None  # noqa: S101  (likewise)
    expected = convert(host.value, host.unit.name, figure.unit.name)
    return (
        f"{in_words(host.value, host.unit.name)} is {in_words(expected, figure.unit.name)}, "
        f"not {in_words(figure.value, figure.unit.name)}"
    )


def in_words(value: float, unit: str) -> str:
    """A number to four figures with its unit, for a message."""
    shown = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    head, per, below = unit.partition(" per ")
    plural = head if shown == "1" or head in _SAME_IN_PLURAL else _PLURALS.get(head, f"{head}s")
    return f"{shown} {plural}{per}{below}"


_SAME_IN_PLURAL = frozenset(("Mach", "hertz", "horsepower", "kelvin", "percent"))
_PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "square foot": "square feet",
    "degree Celsius": "degrees Celsius",
    "degree Fahrenheit": "degrees Fahrenheit",
    "ton of thrust": "tons of thrust",
}


def agree(one: Figure, other: Figure) -> bool:
    """Whether the two figures, in units that convert, can be the same quantity."""
    assert one.unit is not None  # noqa: S101  (``comparable`` saw to it)
    assert other.unit is not None  # noqa: S101  (likewise)
    names = one.unit.name, other.unit.name
    if (one.upper is None) != (other.upper is None):
        return _lies_within(one, other) if one.upper is not None else _lies_within(other, one)
    if not _agree(one.value, one.step, other.value, other.step, names):
        return False
    if one.upper is None or other.upper is None:
        return True
    return _agree(one.upper, one.step, other.upper, other.step, names)


def _lies_within(span: Figure, single: Figure) -> bool:
    """Whether a single figure lies in a range, or is one of its ends."""
    assert span.unit is not None  # noqa: S101  (``comparable`` saw to it)
    assert single.unit is not None  # noqa: S101  (likewise)
    names = span.unit.name, single.unit.name
    ends = [span.value, span.upper if span.upper is not None else span.value]
    low, high = (convert(end, *names) for end in ends)
    if low <= single.value <= high:
        return True
    return any(_agree(end, span.step, single.value, single.step, names) for end in ends)


def _agree(
    value: float, step: float, other: float, other_step: float, names: tuple[str, str]
) -> bool:
    source, target = names
    there, back = convert(value, source, target), convert(other, target, source)
    if _rounds_to(there, other, other_step) or _rounds_to(back, value, step):
        return True
    leeway = _MACH_LEEWAY if "Mach" in names else FACTOR_ROUNDING
    if abs(there - other) <= leeway * abs(other):
        return True
    if source.startswith("degree "):  # a warming by 1 °C is one by 1.8 °F
        return _rounds_to(convert_difference(value, source, target), other, other_step)
    return False


def _rounds_to(exact: float, shown: float, step: float) -> bool:
    """Whether *exact*, rounded to *step* (or cut off, not at zeros), is what is *shown*."""
    cut_off = step
    if step > 5:
        step = min(step, _ZEROS_AT_MOST * abs(shown))
        cut_off = step / 2
    difference = abs(exact) - abs(shown)
    return -step / 2 - 1e-9 <= difference < cut_off + 1e-9 and exact * shown >= 0
