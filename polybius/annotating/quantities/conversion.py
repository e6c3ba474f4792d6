"""From one unit into another, through pint.

pint's own registry takes a sixth of a second to load, most of it for units that no
report prints; ``registry.txt`` holds those of ``units.toml`` in pint's format. It is
loaded at the first conversion, and each pair of units is asked of pint once.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from polybius.annotating.quantities.vocabulary import units
from polybius.errors import BadInput

if TYPE_CHECKING:
    import pint


def convert(value: float, from_unit: str, to_unit: str) -> float:
    """*value* in *from_unit*, expressed in *to_unit*.

    Units are names as a ``Quantity`` has them ("kilometer", "mile per hour", "square
    foot"), or as they are printed ("km", "feet").

    Raises:
        BadInput: where a unit is unknown, or the two measure different things.
    """
    factor, offset = _scale(from_unit, to_unit)
    return value * factor + offset


def convertible(unit: str, other: str) -> bool:
    """Whether the two units measure the same thing, and are known."""
    try:
        _scale(unit, other)
    except BadInput:
        return False
    return True


def convert_difference(value: float, from_unit: str, to_unit: str) -> float:
    """As ``convert``, for a difference: ten degrees Celsius warmer are 18 Fahrenheit.

    Raises:
        BadInput: as ``convert``.
    """
    return value * _scale(from_unit, to_unit)[0]


@cache
def _scale(from_unit: str, to_unit: str) -> tuple[float, float]:
    import pint  # noqa: PLC0415  (a third of a second: only where something is converted)

    registry = _registry()
    try:
        source, target = (registry.parse_expression(_expression(u)) for u in (from_unit, to_unit))
        source_unit, target_unit = source.units, target.units
        ratio = source.magnitude / target.magnitude
        zero = registry.Quantity(0.0, source_unit).to(target_unit).magnitude
        one = registry.Quantity(1.0, source_unit).to(target_unit).magnitude
    except pint.DimensionalityError as error:
        raise BadInput(f"{from_unit} and {to_unit} do not measure the same") from error
    return (one - zero) * ratio, zero


@cache
def _registry() -> pint.UnitRegistry[float]:
    import pint  # noqa: PLC0415  (see above)

    with as_file(files("polybius.annotating.quantities") / "registry.txt") as path:
        return pint.UnitRegistry(path, cache_folder=None, autoconvert_offset_to_baseunit=True)


def _expression(unit: str) -> str:
    """What pint is to make of the name of a unit.

    Raises:
        BadInput: where the name, or a part of it, is unknown.
    """
    known = units()
    if unit in known.expressions:
        return known.expressions[unit]
    printed = known.symbols.get(unit)
    if printed is not None:
        return known.expressions[printed.name]
    above, per, below = unit.partition(" per ")
    if per:
        return f"({_expression(above)}) / ({_expression(below)})"
    for word, power in (("square ", 2), ("cubic ", 3)):
        if unit.startswith(word):
            return f"({_expression(unit.removeprefix(word))}) ** {power}"
    first, *rest = unit.lower().replace("-", " - ").split() or [""]
    for way, found in known.words.get(first, ()):
        if way == tuple(rest):
            return known.expressions[found.name]
    raise BadInput(f"{unit!r} is no unit of measure that Polybius knows")
