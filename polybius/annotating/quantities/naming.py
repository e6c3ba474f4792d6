"""Numbers that are names, pronouns, or places in a list: "Boeing 777", "Row 21", "that one"."""

from __future__ import annotations

from polybius.annotating.quantities.counting import is_plural
from polybius.annotating.quantities.excluding import telephone
from polybius.annotating.quantities.numeral import Numeral
from polybius.annotating.quantities.tokens import BREAK, Tokens
from polybius.annotating.quantities.vocabulary import Unit, listed

_OPENING_MARKS = frozenset("“\"‘'.!?:—–(•") | {BREAK}


def named(
    cut: Tokens,
    number: Numeral,
    unit: Unit | None,
    last: int,
    *,
    starts: frozenset[int],
    hedged: bool,
) -> bool:
    """Whether a number is a name, a pronoun, or a place in a list.

    Args:
        cut: the text.
        number: the number.
        unit: what it measures or counts, as far as was seen.
        last: the token after the unit.
        starts: offsets at which sentences begin.
        hedged: whether words hedge it; what is "about" something is no name.
    """
    if unit is not None and unit.kind.split("/")[0] != "count":
        return unit.name == "day" and not hedged and _some_day(cut, number, last)
    counted = unit is not None
    if number.worded:
        if _worded_name(cut, number, last, starts, counted=counted):
            return True
        one = number.value == 1 and number.last == number.first + 1
        return one and not hedged and _pronoun(cut, number, counted=counted)
    return _digits_name(cut, number, last, counted=counted, hedged=hedged)


def _digits_name(cut: Tokens, number: Numeral, last: int, *, counted: bool, hedged: bool) -> bool:
    if _numbered(cut, number, counted=counted):
        return True
    if not (counted or hedged) and number.plain and _names_what_follows(cut, number.last):
        return True
    if not _capital_before(cut, number.first):
        return False
    if _initial_before(cut, number.first):
        return True
    if not counted or number.scale > 1:
        return not hedged and number.plain
    return not is_plural(cut, last - 1) or cut.lower[last - 1] in listed("named")


def _numbered(cut: Tokens, number: Numeral, *, counted: bool) -> bool:
    """Whether the number stands in a list, an address, or after a word that it numbers."""
    before = _word_before(cut, number.first)
    if before in listed("naming") or (before in listed("naming_alone") and not counted):
        return True
    if number.value == 911 and cut.lower[number.last] in listed("emergency"):
        return True
    if telephone(cut, number.last):
        return True
    return _listed(cut, number) or _address(cut, number.last) or _group_of(cut, number.first)


def _word_before(cut: Tokens, at: int) -> str:
    word = cut.lower[at - 1]
    if word == "." and cut.lower[at - 2] in ("no", "nos", "vol", "fig", "pp", "p", "ext"):
        return cut.lower[at - 2]
    return word


def _listed(cut: Tokens, number: Numeral) -> bool:
    """Whether the number heads a point of a list, or is a note: "1) …", "2. …", "[3]"."""
    before, after = cut.forms[number.first - 1], cut.forms[number.last]
    if not number.plain:
        return False
    if before == "[":
        return after == "]"
    if after == ")":
        return number.value < 100 and before in (BREAK, ".", ";", ":", ",")
    return after == "." and before == BREAK and not cut.glued(number.last + 1)


def _address(cut: Tokens, at: int) -> bool:
    if not cut.forms[at][0].isupper():
        return False
    return any(word in listed("streets") for word in cut.lower[at + 1 : at + 3])


def _group_of(cut: Tokens, at: int) -> bool:
    return cut.lower[at - 2 : at] == ["group", "of"] and cut.forms[at - 2][0].isupper()


def _names_what_follows(cut: Tokens, at: int) -> bool:
    """As in "38 North", "787 Dreamliner": digits before a name, and nothing that they count."""
    form = cut.forms[at]
    name = form[0].isupper() and len(form) > 1 and not cut.glued(at)
    return name and cut.lower[at] not in listed("weekdays")


def _capital_before(cut: Tokens, at: int) -> bool:
    form, lower = cut.forms[at - 1], cut.lower[at - 1]
    if form == lower or not form[0].isalpha() or cut.glued(at):
        return False
    return lower not in listed("function") and lower not in listed("opening")


def _initial_before(cut: Tokens, at: int) -> bool:
    return len(cut.forms[at - 1]) == 1 and cut.forms[at - 1] not in ("A", "I")


def _worded_name(
    cut: Tokens, number: Numeral, last: int, starts: frozenset[int], *, counted: bool
) -> bool:
    """As in "Formula One", "the Group of Seven", "the Big Three"."""
    if _word_before(cut, number.first) in listed("naming") or _group_of(cut, number.first):
        return True
    if not cut.forms[number.first][0].isupper() or _opens(cut, number.first, starts):
        return False
    plural = counted and cut.lower[last - 1].endswith("s")
    return not plural or cut.forms[number.first - 1][0].isupper()


def _opens(cut: Tokens, at: int, starts: frozenset[int]) -> bool:
    return cut.starts[at] in starts or cut.forms[at - 1] in _OPENING_MARKS


def _pronoun(cut: Tokens, number: Numeral, *, counted: bool) -> bool:
    """Whether "one" stands for a thing or a person, not for a count."""
    before, after = cut.lower[number.first - 1], cut.lower[number.last]
    if after == "of":
        return before in ("no", "any", "every", "each")
    if before in listed("before_pronoun") or after in listed("after_pronoun"):
        return True
    return not counted


def _some_day(cut: Tokens, number: Numeral, last: int) -> bool:
    """As in "could one day have": at some time, not for a day."""
    if not number.worded or number.value != 1 or cut.forms[last - 2] == "-":
        return False
    before, after = cut.lower[number.first - 1], cut.lower[last]
    return before not in listed("before_one_day") and after not in listed("after_one_day")
