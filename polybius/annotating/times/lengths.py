"""Counts and lengths: "two and a half years" is P2.5Y."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.annotating.times.lexing import Lexed, Token

_YEARS_IN = {"DE": 10, "CE": 100, "ML": 1000}
_COUNTING = "DYnfrNh"


@dataclass(frozen=True, slots=True)
class Length:
    """So many units; ``count`` is None where the words are vague ("several years", "days")."""

    count: float | None
    unit: str

    @property
    def period(self) -> str:
        """The TIMEX3 duration.

        Decades and centuries are counted in years, fortnights in weeks. Fractions of
        hours and minutes are written out (PT5H30M), those of other units with a point
        (P2.5Y), and halves of one as what they hold ("half a year" is P6M).
        """
        if self.count is None:
            return f"P{self._clock}X{self._letter}"
        number, letter = self.count * _YEARS_IN.get(self.unit, 1), self._letter
        if self.unit in _YEARS_IN:
            letter = "Y"
        elif self.unit == "2W":
            number *= 2
        whole, rest = divmod(number, 1)
        if not rest:
            return f"P{self._clock}{int(whole)}{letter}"
        return _fraction(whole, rest, self.unit) or f"P{self._clock}{number:g}{letter}"

    @property
    def _clock(self) -> str:
        return "T" if self.unit[0] == "T" else ""

    @property
    def _letter(self) -> str:
        return {"2W": "W"}.get(self.unit) or self.unit.lstrip("T")


def _fraction(whole: float, rest: float, unit: str) -> str | None:
    smaller = {"TH": "M", "TM": "S"}.get(unit)
    if smaller:
        return f"PT{f'{int(whole)}{unit[1]}' if whole else ''}{round(rest * 60)}{smaller}"
    if whole:
        return None
    return {"Y": f"P{round(rest * 12)}M", "D": f"PT{round(rest * 24)}H"}.get(unit)


def length(lexed: Lexed, first: int, stop: int) -> Length | None:
    """The length that the words from *first* up to *stop* give; None without a unit."""
    unit = next((at for at in range(first, stop) if lexed.letter(at) in "Uu"), None)
    if unit is None:
        return None
    counted = count(lexed.tokens[first:unit])
    if counted is None and lexed.letter(unit) == "U" and "v" not in lexed.letters[first:unit]:
        counted = 1.0
    if counted is not None and "h" in lexed.letters[unit:stop]:
        counted += 0.5  # "a year and a half"
    return Length(counted, str(lexed.tokens[unit].value))


def count(tokens: list[Token]) -> float | None:
    """The number that the words give; None where there is none, or a vague one.

    "two and a half" is 2.5, "5 1/2" 5.5, "a dozen" 12, "twenty-five" 25.
    """
    total: float | None = None
    for token in tokens:
        if token.letter == "v" and token.word != "more":
            return None
        if token.letter in _COUNTING and isinstance(token.value, int | float):
            total = _added(total, token)
    return total


def _added(total: float | None, token: Token) -> float:
    value = float(token.value)
    if token.letter == "N" and value in {12, 100, 1000}:
        return (total or 1.0) * value
    return (total or 0.0) + value
