"""What a number in a text is, wherever and however it is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from polybius.annotating.quantities.printed import step_of
from polybius.annotating.quantities.tokens import DASHES, Tokens
from polybius.annotating.quantities.vocabulary import numbers


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number at tokens ``first`` to ``last`` (exclusive).

    ``step``, ``other`` and ``style`` as in ``Printed``. ``upper`` is the other end of a
    vague plural ("thousands"). ``scale`` is what words or letters multiply the digits
    by, for ranges that print it once ("$3 to 4 billion"). ``plain`` says that it is bare
    digits without any mark; ``worded`` that it is in words.
    """

    first: int
    last: int
    value: float
    step: float
    other: float | None = None
    upper: float | None = None
    style: str | None = None
    scale: float = 1.0
    plain: bool = False
    worded: bool = False
    vague: bool = False
    fraction: bool = False

    def times(self, scale: float, last: int) -> Numeral:
        """This number multiplied, its words running on to *last*."""
        return replace(
            self,
            last=last,
            value=_product(self.value, scale),
            step=self.step * scale,
            other=None,  # "1.356 million" has decimals
            scale=self.scale * scale,
            plain=False,
        )


def _product(value: float, scale: float) -> float:
    """Without the noise of binary fractions: 1.1 million is 1,100,000."""
    return float(round(value * scale, 6))


def scaled(cut: Tokens, found: Numeral) -> Numeral:
    """The number with the scale words after it: "1.3 million", "15 thousand", "3.2bn"."""
    known = numbers()
    for _ in range(2):
        at = found.last
        if cut.forms[at] in DASHES and cut.glued(at) and cut.lower[at + 1] in known.scales:
            at += 1
        scale = known.scales.get(cut.lower[at]) or known.abbreviated.get(cut.forms[at])
        if scale is None or (cut.forms[at] in known.letters and not cut.glued(at)):
            return found
        found = found.times(scale, at + 1)
    return found


def with_point(cut: Tokens, found: Numeral) -> Numeral:
    """The number with decimals after "point": "101-point-one", "six point two"."""
    at = found.last + (cut.forms[found.last] in DASHES)
    if cut.lower[at] != "point":
        return found
    at += 1 + (cut.forms[at + 1] in DASHES)
    decimals = ""
    while (digit := _digit(cut.lower[at])) and len(decimals) < 12:
        decimals += digit
        at += 1
    if not decimals:
        return found
    number = f"{found.value:.0f}.{decimals}"
    return replace(found, last=at, value=float(number), step=step_of(number), plain=False)


def _digit(word: str) -> str:
    if word.isascii() and word.isdigit():
        return word[:6]
    return numbers().digits.get(word, "")
