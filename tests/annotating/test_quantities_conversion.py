from __future__ import annotations

import math

import pint
import pytest

from polybius.annotating.quantities import convert, convertible, kind_of
from polybius.annotating.quantities.conversion import convert_difference
from polybius.annotating.quantities.vocabulary import currencies, table, units
from polybius.errors import BadInput


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1, "mile", "kilometer", 1.609344),
        (220, "km", "miles", 136.7017),
        (1, "nautical mile", "meter", 1852),
        (100, "mile per hour", "kilometer per hour", 160.9344),
        (1, "kilometer per second", "mile per hour", 2236.936),
        (100, "degree Celsius", "degree Fahrenheit", 212),
        (-40, "degree Fahrenheit", "degree Celsius", -40),
        (1, "square mile", "square kilometer", 2.589988),
        (1, "cubic meter", "liter", 1000),
        (2, "hour", "minute", 120),
        (50, "percent", "basis point", 5000),
        (1, "barrel per day", "gallon per day", 42),
        (1, "metric ton", "pound", 2204.623),
    ],
)
def test_values_in_another_unit(value: float, source: str, target: str, expected: float) -> None:
    assert convert(value, source, target) == pytest.approx(expected, rel=1e-6, abs=1e-9)


def test_a_difference_of_temperatures_has_no_zero() -> None:
    assert convert_difference(10, "degree Celsius", "degree Fahrenheit") == pytest.approx(18)


@pytest.mark.parametrize(
    ("source", "target"), [("kilometer", "minute"), ("dollar", "euro"), ("", "mile"), ("mile", "x")]
)
def test_what_does_not_convert_is_refused(source: str, target: str) -> None:
    assert not convertible(source, target)
    with pytest.raises(BadInput):
        convert(1, source, target)


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        (None, None),
        ("kilometer", "length"),
        ("mile per hour", "length/time"),
        ("square mile", "area"),
        ("cubic kilometer", "volume"),
        ("US dollar", "money"),
        ("South Korean won", "money"),
        ("pound sterling", "money"),
        ("dollar per barrel", "money/volume"),
        ("year of age", "age"),
        ("missile", "count"),
        ("percent", "share"),
    ],
)
def test_what_a_unit_measures(unit: str | None, kind: str | None) -> None:
    assert kind_of(unit) == kind


# Units that pint's own registry has under no such name, or takes for something else.
OURS = {
    "Mach",
    "magnitude",
    "decibel",
    "decade",
    "basis point",
    "part per billion",
    "million British thermal units",
}


@pytest.fixture(scope="module")
def full() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(cache_folder=None, autoconvert_offset_to_baseunit=True)


def test_the_small_registry_is_that_of_pint(full: pint.UnitRegistry[float]) -> None:
    for row in table("units.toml")["unit"]:
        if row["name"] in OURS:
            continue
        theirs = full.parse_expression(str(row["pint"])).to_base_units()
        reference = _reference(row["kind"])
        if reference is None:
            continue
        ours = convert(1.0, row["name"], reference)
        expected = full.parse_expression(units().expressions[reference]).to_base_units()
        assert ours == pytest.approx(theirs.magnitude / expected.magnitude, rel=1e-4), row["name"]


def _reference(kind: str) -> str | None:
    """The first unit of a kind, to compare the others with; None for temperatures."""
    if kind == "temperature":
        return None
    return next(name for name, other in units().kinds.items() if other == kind and name not in OURS)


def test_units_of_a_kind_convert_into_each_other_and_no_others() -> None:
    for name, kind in units().kinds.items():
        if name not in OURS:
            reference = _reference(kind) or "kelvin"
            assert math.isfinite(convert(1.0, name, reference)), name


def test_no_word_or_symbol_means_two_units() -> None:
    rows = table("units.toml")["unit"]
    names = [row["name"] for row in rows]
    symbols = [symbol for row in rows for symbol in row.get("symbols", []) + row.get("lone", [])]
    assert len(set(names)) == len(names)
    assert len(set(symbols)) == len(symbols)
    for first, ways in units().words.items():
        meanings: dict[tuple[str, ...], set[str]] = {}
        for way, unit in ways:
            meanings.setdefault(way, set()).add(unit.name)
        assert all(len(found) == 1 for found in meanings.values()), (first, meanings)


def test_every_code_of_money_is_a_currency() -> None:
    known = currencies()
    for name in [*known.symbols.values(), *known.marks.values(), *known.codes.values()]:
        assert kind_of(name) == "money", name
