"""What a number measures: the unit, the currency, the rate printed beside it."""

from __future__ import annotations

from typing import NamedTuple

from polybius.annotating.quantities.money import money_after, money_before
from polybius.annotating.quantities.tokens import DASHES, Tokens
from polybius.annotating.quantities.vocabulary import Unit, listed, units


class Measured(NamedTuple):
    """A unit, and the token after its last."""

    unit: Unit
    last: int


def unit_before(cut: Tokens, at: int) -> tuple[Unit, int] | None:
    """A currency, "Mach" or "magnitude" right before the number at *at*, and where it begins."""
    return money_before(cut, at) or _scale_before(cut, at)


_SCALES_BEFORE = {"mach": Unit("Mach", "length/time"), "magnitude": Unit("magnitude", "magnitude")}


def _scale_before(cut: Tokens, at: int) -> tuple[Unit, int] | None:
    hyphen = cut.forms[at - 1] in DASHES and cut.glued(at)
    first = at - 1 - (hyphen or cut.lower[at - 2 : at] == ["magnitude", "of"])
    unit = _SCALES_BEFORE.get(cut.lower[first])
    return (unit, first) if unit else None


def unit_after(cut: Tokens, at: int, value: float) -> Measured | None:
    """The unit of measure or money that stands at *at*, after a number of *value*."""
    hyphen = cut.forms[at] in DASHES and cut.glued(at) == cut.glued(at + 1)
    start = at + hyphen
    money = money_after(cut, start, value)
    found = Measured(*money) if money else measure_at(cut, start)
    if found is None or (hyphen and found.unit.name in ("second", "degree") and value == 1):
        return None
    if found.unit.kind == "time" and (aged := _age(cut, found)):
        return aged
    return rated(cut, found)


def measure_at(cut: Tokens, at: int) -> Measured | None:
    """The unit of measure whose first word or symbol is the token at *at*."""
    known = units()
    if cut.lower[at] in _POWERS:
        return _power(cut, at)
    symbol = known.symbols.get(cut.forms[at])
    if symbol is not None and cut.glued(at + 1):
        longer = _longer_symbol(cut, at)
        if longer is not None:
            return longer
        if cut.forms[at + 1][0].isdecimal():
            return None  # "m5": a name, not meters
    written = _written_out(cut, at)
    if written is not None:
        return written
    if symbol is None and cut.glued(at):
        symbol = known.lone.get(cut.forms[at])
    if symbol is None or (_plural_of_digits if cut.glued(at) else _stray)(cut, at):
        return None
    return Measured(symbol, at + 1)


_POWERS = {"square": "area", "cubic": "volume"}


def _power(cut: Tokens, at: int) -> Measured | None:
    """As in "square kilometers", "cubic feet"."""
    of = measure_at(cut, at + 1) if cut.lower[at + 1] not in _POWERS else None
    if of is None or of.unit.kind != "length":
        return None
    return Measured(Unit(f"{cut.lower[at]} {of.unit.name}", _POWERS[cut.lower[at]]), of.last)


def _longer_symbol(cut: Tokens, at: int) -> Measured | None:
    """A symbol of several tokens: "km2", "km/h"."""
    known = units().symbols
    for last in (at + 2, at + 3):
        if not cut.glued(last - 1):
            return None
        symbol = known.get("".join(cut.forms[at:last]))
        if symbol is not None:
            return Measured(symbol, last)
    return None


def _written_out(cut: Tokens, at: int) -> Measured | None:
    known = units().words
    for way, unit in known.get(cut.lower[at], ()):
        end = at + 1 + len(way)
        if tuple(cut.lower[at + 1 : end]) == way and not _name(cut, end):
            return Measured(unit, end)
    possessive = cut.lower[at].removesuffix("'s")
    if possessive != cut.lower[at]:  # "a week's time"
        for way, unit in known.get(possessive, ()):
            if not way:
                return Measured(unit, at + 1)
    return None


def _name(cut: Tokens, end: int) -> bool:
    """Whether what looks like a unit is a part of a name: "20 Mile Creek"."""
    return cut.forms[end - 1][0].isupper() and cut.forms[end][0].isupper() and not cut.glued(end)


def _stray(cut: Tokens, at: int) -> bool:
    """Whether a single letter apart from its number is an initial or a list mark."""
    form = cut.forms[at]
    if len(form) > 1:
        return False
    initial = form.isupper() and form not in ("L", "W", "V")
    return initial or (cut.forms[at + 1] == "." and cut.glued(at + 2))


def _plural_of_digits(cut: Tokens, at: int) -> bool:
    """Whether an "s" at the number makes a plural of it: "the 1990s", "in his 30s"."""
    return cut.forms[at] == "s" and cut.forms[at - 1].isdecimal()


def _age(cut: Tokens, found: Measured) -> Measured | None:
    """As in "15-year-old", "ten years old", "three years of age": the age of somebody."""
    hyphen = cut.forms[found.last] in DASHES
    if cut.lower[found.last + hyphen] in ("old", "olds"):
        last = found.last + hyphen + 1
    elif cut.lower[found.last : found.last + 2] == ["of", "age"]:
        last = found.last + 2
    else:
        return None
    return Measured(Unit(f"{found.unit.name} of age", "age"), last)


def rated(cut: Tokens, found: Measured) -> Measured:
    """*found*, or the rate that it begins: "miles per hour", "$15 a barrel", "W/min"."""
    below = _rate(cut, found)
    if below is None:
        return found
    kind = f"{found.unit.kind}/{below.unit.kind}"
    return Measured(Unit(f"{found.unit.name} per {below.unit.name}", kind), below.last)


def _rate(cut: Tokens, found: Measured) -> Measured | None:
    at = found.last
    hyphen = cut.forms[at] in DASHES
    if cut.forms[at] == "/" and cut.glued(at) and cut.glued(at + 1):
        return measure_at(cut, at + 1)
    if cut.lower[at + hyphen] == "per":
        start = at + hyphen + 1 + (cut.forms[at + hyphen + 1] in DASHES)
        return measure_at(cut, start) or _thing(cut, start)
    if cut.lower[at] in ("a", "an", "each", "every"):
        return _each(cut, at + 1, money=found.unit.kind == "money")
    return None


def _each(cut: Tokens, at: int, *, money: bool) -> Measured | None:
    below = measure_at(cut, at)
    if below is None:
        return _thing(cut, at) if money and cut.lower[at] in listed("priced") else None
    if below.unit.kind != "time" and not money:
        return None
    # "rose to $7 billion from $6 billion a year earlier"
    past = cut.lower[below.last] in ("ago", "earlier", "later", "old", "before")
    return None if past else below


def _thing(cut: Tokens, at: int) -> Measured | None:
    form = cut.forms[at]
    if not form.isalpha() or not form.islower() or form in listed("function"):
        return None
    return Measured(Unit(form, "count"), at + 1)
