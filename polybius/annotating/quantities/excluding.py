"""Numbers that something around them makes no quantity: what touches them, the calendar, the clock.

A number is either read right or not taken: what touches a number and is not
understood (a letter, a colon, a character that does not show) leaves it out.
"""

from __future__ import annotations

from polybius.annotating.quantities.numeral import Numeral
from polybius.annotating.quantities.tokens import BREAK, DASHES, Tokens
from polybius.annotating.quantities.vocabulary import currencies, listed, numbers, units, words

_BRACKETS = frozenset("([{")
_OPENERS = frozenset('“"‘«‹—–;|…')
_SIGNS = frozenset("<>~≈≤≥±+*")
_CLOSERS = frozenset(".,;:!?)]}>”\"»›…—–+*|'’‘")
_APOSTROPHES = frozenset("'’‘")
_TIES = frozenset("-‐‑–:")
_NARROW_SPACES = frozenset("\u2006\u2007\u2008\u2009\u200a\u202f\u205f") | {""}
_FIRST_YEAR, _LAST_YEAR = 1600, 2100
_LAST_DAY = 31


def touched_before(cut: Tokens, at: int) -> bool:
    """Whether something touches the number at *at* from before that makes it no number."""
    mark = cut.forms[at - 1]
    if mark == BREAK or not _close(cut, at):
        return False
    if _digit_near(cut, at, -1):
        return True  # "2|20": one number or two, nobody can tell
    opens = mark in _BRACKETS or mark in _OPENERS or mark in currencies().symbols
    if opens or not cut.glued(at):
        return False
    inner = cut.forms[at - 2] if cut.glued(at - 1) and cut.forms[at - 2] != BREAK else ""
    if mark in _SIGNS:
        return inner[:1].isalnum()
    if mark in DASHES:
        return bool(inner)  # "KN-23", "T-62"; "-5" was taken with its sign
    return not _may_touch(cut, at, mark, inner)


def _close(cut: Tokens, at: int) -> bool:
    """Whether the token touches the one before, or a space too narrow to see parts them."""
    return cut.text[cut.ends[at - 1] : cut.starts[at]] in _NARROW_SPACES


def _digit_near(cut: Tokens, at: int, step: int) -> bool:
    """Whether another digit is tied to the token *at* by up to three marks, on one side."""
    for _ in range(4):
        if not _close(cut, max(at, at + step)):
            return False
        at += step
        form = cut.forms[at]
        if form[0].isdecimal():
            return True
        if form == BREAK or form[0].isalnum():
            return False
    return False


def _may_touch(cut: Tokens, at: int, mark: str, inner: str) -> bool:
    if mark in _APOSTROPHES:
        return not inner and len(cut.forms[at]) != 2  # "'98" is a year
    if mark == ":":
        return len(inner) > 1 and inner.isalpha()
    if mark == "/":
        return inner in units().symbols
    # "#" stands for "£" where a page was pressed into ASCII.
    return mark == "#" and cut.lower[at + 1] in numbers().scales


def touched_after(cut: Tokens, at: int, value: float) -> bool:
    """Whether what touches a number without unit, at *at*, makes it no number."""
    mark = cut.forms[at]
    if mark == BREAK or not _close(cut, at):
        return False
    if not cut.glued(at):
        return _digit_near(cut, at - 1, 1)
    inner = cut.forms[at + 1] if cut.glued(at + 1) and cut.forms[at + 1] != BREAK else ""
    if mark in DASHES:
        return not _compound(inner, value)
    if mark not in _CLOSERS or _digit_near(cut, at - 1, 1):
        return True
    if not inner or inner in _CLOSERS:
        return False
    # A lost space after a full stop; anything else is not understood.
    return mark not in (".", ",") or not inner.isalpha() or len(inner) == 1


def runs_on(cut: Tokens, at: int) -> bool:
    """Whether a letter taken for a unit, before *at*, stands in the middle of digits: "1l,100"."""
    letter = cut.forms[at - 1]
    return (
        len(letter) == 1
        and not letter.isdecimal()
        and cut.glued(at - 1)
        and _digit_near(cut, at - 1, 1)
    )


def _compound(word: str, value: float) -> bool:
    """Whether a number and *word* may be tied by a hyphen: "15-member"."""
    if not word.isalpha() or not word.islower() or len(word) < 3:
        return False
    ordinal = word in numbers().lists["ordinals"]
    return not ordinal and word not in listed("idioms") and not (value == 1 and word == "year")


def chained(cut: Tokens, at: int) -> int:
    """The token after further digits that hyphens or colons tie on: "2-1", "555-1234"."""
    while (
        cut.forms[at] in _TIES
        and cut.glued(at)
        and cut.glued(at + 1)
        and cut.forms[at + 1][0].isdecimal()
    ):
        at += 2
    return at


def telephone(cut: Tokens, at: int) -> bool:
    """Whether the number before *at* begins a telephone number: "1 877 555-3222"."""
    groups = [cut.forms[last] for last in range(at, at + 3) if cut.forms[last] not in ("(", ")")]
    while groups and len(groups[0]) == 3 and groups[0].isdecimal():
        at = cut.forms.index(groups.pop(0), at) + 1
        end = chained(cut, at)
        if end == at + 2 and len(cut.forms[end - 1]) == 4:
            return True
    return False


def year_like(number: Numeral) -> bool:
    """Whether the number could be a year: four bare digits."""
    bare = number.plain and number.last == number.first + 1
    return bare and _FIRST_YEAR <= number.value <= _LAST_YEAR


def _day_like(number: Numeral) -> bool:
    return 1 <= number.value <= _LAST_DAY and number.value.is_integer()


def calendar(cut: Tokens, number: Numeral, last: int) -> bool:
    """Whether the number is a day of a month, a year, or a time of day; its unit ends at *last*."""
    if _clock(cut, number) or cut.lower[number.last] in ("th", "st", "nd", "rd"):
        return True
    if number.worded:
        return False
    bare = last == number.last
    if _day(cut, number) or _era(cut, number):
        return True
    return bare and (_year(cut, number) or _foreign_day(cut, number))


def _clock(cut: Tokens, number: Numeral) -> bool:
    at = number.last
    if cut.forms[at] == ":" and cut.glued(at) and cut.forms[at + 1][0].isdecimal():
        return True
    if cut.lower[at] == "o'clock":
        return True
    if cut.lower[at] in ("a", "p") and cut.lower[at + 1 : at + 3] == [".", "m"]:
        return True
    if cut.forms[number.first - 1] == "+" and cut.lower[number.first - 2] in ("gmt", "utc"):
        return True
    zone = cut.lower[at] in listed("zones") and cut.forms[at] != "Am"
    return zone and not number.worded and number.value < 2400


def _day(cut: Tokens, number: Numeral) -> bool:
    if number.last != number.first + 1 or not _day_like(number):
        return False
    after = number.last + (cut.forms[number.last] == ".")  # "5. Apr 2018"
    return _month_before(cut, number.first) or _is_month(cut, after)


def _month_before(cut: Tokens, at: int, steps: int = 4) -> bool:
    """A month before *at*, or a month and a day that this one is joined to."""
    if _is_month(cut, at - 1 - (cut.forms[at - 1] == ".")):
        return True
    if not steps or cut.lower[at - 1] not in ("and", "to", "-", "–", ",", "or", "through"):
        return False
    day = cut.forms[at - 2]
    return day.isdecimal() and len(day) < 3 and _month_before(cut, at - 2, steps - 1)


def _is_month(cut: Tokens, at: int) -> bool:
    word = cut.lower[at]
    if word not in listed("months"):
        return False
    return cut.forms[at][0].isupper() or word not in listed("capital_months")


def _foreign_day(cut: Tokens, number: Numeral) -> bool:
    """As in "24 marzo 2022", "on the morning of 31": a day without an English month."""
    if not number.plain or not _day_like(number):
        return False
    if cut.lower[number.first - 1] == "of" and cut.lower[number.first - 2] in listed(
        "times_of_day"
    ):
        return True
    month, year = cut.forms[number.last], cut.forms[number.last + 1]
    if not month.isalpha() or month in listed("function"):
        return False
    return len(year) == 4 and year.isdecimal() and _FIRST_YEAR <= int(year) <= _LAST_YEAR


def _year(cut: Tokens, number: Numeral) -> bool:
    """Four digits of a year, unless they count something: "about 2000 people"."""
    if not year_like(number):
        return False
    counted = cut.lower[number.last]
    if not (counted.endswith("s") or counted in words().plurals):
        return True
    before = cut.lower[number.first - 1]
    return before not in listed("before_counted_year") and counted not in listed("counted_year")


def _era(cut: Tokens, number: Numeral) -> bool:
    """As in "A.D. 1000", "300 BC"."""
    first, last = number.first, number.last
    if cut.forms[last] in ("BC", "AD", "BCE", "CE") or cut.forms[first - 1] == "AD":
        return True
    before, after = cut.forms[first - 4 : first], cut.forms[last : last + 3]
    return before == ["A", ".", "D", "."] or after in (["B", ".", "C"], ["A", ".", "D"])
