"""The number that begins at a token, in digits or in words."""

from __future__ import annotations

from polybius.annotating.quantities.digits import VULGAR, bare_decimals, fraction_sign, in_digits
from polybius.annotating.quantities.number_words import in_words
from polybius.annotating.quantities.numeral import Numeral, scaled
from polybius.annotating.quantities.tokens import Tokens


def numeral(cut: Tokens, at: int) -> Numeral | None:
    """The number that begins at token *at*, with its scale; None where none does."""
    form = cut.forms[at]
    if form[0].isdecimal():
        found = in_digits(cut, at)
    elif form in VULGAR:
        found = fraction_sign(cut, at)
    elif form == ".":
        found = bare_decimals(cut, at)
    else:
        return in_words(cut, at)
    return found and scaled(cut, found)
