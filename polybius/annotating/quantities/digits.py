"""Numbers that begin with a digit or a fraction: "6,248.5", "1 000", "2 1/2", "½", ".5"."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from polybius.annotating.quantities.numeral import Numeral, with_point
from polybius.annotating.quantities.printed import printed, step_of
from polybius.annotating.quantities.tokens import Tokens
from polybius.annotating.quantities.vocabulary import numbers

VULGAR = {mark: unicodedata.numeric(mark) for mark in "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_SPACES = " \u00a0\u202f\u2009"
_HARD_SPACES = "\u00a0\u202f\u2009"
_GROUPS = 4


def in_digits(cut: Tokens, at: int) -> Numeral | None:
    """The number whose first token, at *at*, begins with a digit."""
    apart = _pulled_apart(cut, at)
    read = printed(apart or cut.forms[at])
    if read is None:
        return None
    found = Numeral(at, at + 1, read.value, read.step, read.other, style=read.style)
    if apart:
        return replace(found, last=at + 3, other=None)
    if read.plain:
        found = replace(found, plain=True)
        return _grouped(cut, found) or _mixed(cut, found) or with_point(cut, found)
    return found


def fraction_sign(cut: Tokens, at: int) -> Numeral:
    """The number in a sign of its own: "½"."""
    return Numeral(at, at + 1, VULGAR[cut.forms[at]], 0.01, fraction=True)


def bare_decimals(cut: Tokens, at: int) -> Numeral | None:
    """Decimals without a whole number: ".5"; *at* is the token of the point."""
    digits = cut.forms[at + 1]
    if cut.glued(at) or not cut.glued(at + 1) or not (digits.isascii() and digits.isdigit()):
        return None
    return Numeral(at, at + 2, float(f"0.{digits}"), step_of(f"0.{digits}"))


def _pulled_apart(cut: Tokens, at: int) -> str:
    """The number that a tokeniser pulled apart: "6 . 2", "10 , 000"; "" for none."""
    mark, digits = cut.forms[at + 1], cut.forms[at + 2]
    if mark not in (".", ",") or not digits.isdecimal() or not cut.forms[at].isdecimal():
        return ""
    if cut.glued(at + 1) or cut.glued(at + 2) or (mark == "," and len(digits) != 3):
        return ""
    return cut.forms[at] + mark + digits


def _grouped(cut: Tokens, found: Numeral) -> Numeral | None:
    """Groups of three apart by spaces: "1 000", "15 000 000"."""
    digits, last = cut.forms[found.first], found.last
    if len(digits) > 3 or digits == "0":
        return None
    while last <= found.last + _GROUPS and _is_group(cut, last):
        last += 1
    groups = cut.forms[found.last : last]
    if not groups or len(groups) > _GROUPS:
        return None  # none, or a row of a table
    hard = all(cut.text[cut.ends[at - 1]] in _HARD_SPACES for at in range(found.last, last))
    # An ordinary space may also part two numbers ("Flight 12 300 people").
    sure = hard or any(group[0] == "0" for group in groups)
    if not sure and cut.lower[last] not in numbers().lists["grouped"]:
        return None
    digits += "".join(groups)
    return Numeral(found.first, last, float(int(digits)), step_of(digits))


def _is_group(cut: Tokens, at: int) -> bool:
    form = cut.forms[at]
    return (
        len(form) == 3
        and form.isascii()
        and form.isdigit()
        and cut.starts[at] == cut.ends[at - 1] + 1
        and cut.text[cut.ends[at - 1]] in _SPACES
    )


def _mixed(cut: Tokens, found: Numeral) -> Numeral | None:
    """A whole number and a fraction ("2 1/2", "2½"), or a fraction ("1/40")."""
    last = found.last
    if cut.forms[last] in VULGAR:
        value = found.value + VULGAR[cut.forms[last]]
        return replace(found, last=last + 1, value=value, plain=False)
    if _is_fraction(cut, found.first):
        value = found.value / float(cut.forms[last + 1])
        return Numeral(found.first, last + 2, value, 0.01, fraction=True)
    if cut.forms[last].isdigit() and not cut.glued(last) and _is_fraction(cut, last):
        value = found.value + int(cut.forms[last]) / int(cut.forms[last + 2])
        return Numeral(found.first, last + 3, value, 0.1)
    return None


def _is_fraction(cut: Tokens, at: int) -> bool:
    """Whether "1/40" stands at *at*: below one, and neither a date nor "24/7"."""
    above, slash, below, after = cut.forms[at : at + 4]
    if slash not in ("/", "⁄") or not (cut.glued(at + 1) and cut.glued(at + 2)):
        return False
    if not (above + below).isascii() or not above.isdigit() or not below.isdigit():
        return False
    dated = below == "11" or len(below) > 4 or (after == slash and cut.glued(at + 3))
    return not dated and 0 < int(above) < int(below)
