"""Digits as printed, with the marks inside them, read as numbers.

English prints "1,100.5"; many reporters print "1.100,5", "1 100" or "1,00,000".
What one token can mean is told here; which of two meanings holds is decided where
the unit, the bracket beside it and its siblings are known (``repairing``).
"""

from __future__ import annotations

from dataclasses import dataclass

DECIMAL_COMMA = "decimal comma"
THOUSANDS_POINT = "thousands point"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a token of digits means.

    ``step`` is the worth of one in the last digit that counts, for rounding: 10 in
    "220", 5 in "135", 0.1 in "6.9". ``other`` is a second meaning ("1.100" is 1.1 or
    1,100), None where there is only one. ``style`` says how foreign the print is
    ("decimal comma", "thousands point"), None where it is plain English or Indian.
    """

    value: float
    step: float
    other: float | None = None
    style: str | None = None
    plain: bool = False


def printed(form: str) -> Printed | None:
    """What the digits and marks of *form* mean; None where they are no one number.

    Digits of any script are read, if all are of one script: a number that mixes
    scripts is not what it looks like.
    """
    digits = _ascii(form)
    if digits is None or len(digits) > 30:
        return None
    commas, points = digits.count(","), digits.count(".")
    if commas and points:
        return _both(digits)
    if commas:
        return _commas(digits)
    if points:
        return _points(digits)
    if len(digits) > 1 and digits[0] == "0":
        return None  # "007", "0600": a name or a time
    return Printed(float(int(digits)), step_of(digits), plain=True)


def step_of(digits: str) -> float:
    """The worth of one in the last digit that counts, in a number without marks or with a point.

    Trailing zeros do not count, and a 5 at the end of two or more digits may stand
    for a rounding to fives.
    """
    whole, _, decimals = digits.partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    zeros = len(whole) - len(whole.rstrip("0"))
    if zeros and zeros < len(whole):
        return float(10**zeros)
    return 5.0 if len(whole) > 1 and whole[-1] == "5" else 1.0


def _ascii(form: str) -> str | None:
    if form.isascii():
        return form
    zeros = {ord(mark) - int(mark) for mark in form if mark not in ".,"}
    if len(zeros) != 1:
        return None
    return "".join(mark if mark in ".," else str(int(mark)) for mark in form)


def _thousands(groups: list[str]) -> bool:
    head, rest = groups[0], groups[1:]
    return 1 <= len(head) <= 3 and head[0] != "0" and all(len(group) == 3 for group in rest)


def _indian(groups: list[str]) -> bool:
    head, middle, last = groups[0], groups[1:-1], groups[-1]
    return (
        len(groups) > 2
        and 1 <= len(head) <= 2
        and head[0] != "0"
        and len(last) == 3
        and all(len(group) == 2 for group in middle)
    )


def _whole(groups: list[str]) -> Printed:
    digits = "".join(groups)
    return Printed(float(int(digits)), step_of(digits))


def _commas(digits: str) -> Printed | None:
    groups = digits.split(",")
    if _thousands(groups) or _indian(groups):
        return _whole(groups)
    if len(groups) == 2 and _decimals(*groups):
        decimal = f"{groups[0]}.{groups[1]}"
        return Printed(float(decimal), step_of(decimal), style=DECIMAL_COMMA)
    return None


def _decimals(whole: str, decimals: str) -> bool:
    """Whether a comma may part decimals: "12,5"; not in "1,1000", which is a slip."""
    return whole == "0" or (len(decimals) < 3 and whole[0] != "0")


def _points(digits: str) -> Printed | None:
    groups = digits.split(".")
    if len(groups) > 2:
        if not _thousands(groups):
            return None  # a version, a date, an address
        whole = _whole(groups)
        return Printed(whole.value, whole.step, style=THOUSANDS_POINT)
    if len(groups[0]) > 1 and groups[0][0] == "0":
        return None
    other = float(int("".join(groups))) if _thousands(groups) else None
    return Printed(float(digits), step_of(digits), other)


def _both(digits: str) -> Printed | None:
    decimal = max(".,", key=digits.rfind)
    thousands = "," if decimal == "." else "."
    whole, _, decimals = digits.rpartition(decimal)
    groups = whole.split(thousands)
    if decimal in whole or thousands in decimals or not (_thousands(groups) or _indian(groups)):
        return None
    number = f"{''.join(groups)}.{decimals}"
    style = DECIMAL_COMMA if decimal == "," else None
    return Printed(float(number), step_of(number), style=style)
