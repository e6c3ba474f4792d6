"""Rules for lengths of time, shifts ("two days ago"), repetition and vague times.

Each takes a match of ``grammar``, as the words from *first* up to *stop*, and gives
drafts; none where the words are no time after all.
"""

from __future__ import annotations

from polybius.annotating.times.clocks import ClockShift
from polybius.annotating.times.context import Meaning, Relation
from polybius.annotating.times.drafts import Draft, number
from polybius.annotating.times.lengths import Length, count, length
from polybius.annotating.times.lexicon import listed
from polybius.annotating.times.lexing import Lexed, Token
from polybius.annotating.times.meanings import Fixed, Period, Repeated, Shift, Unit

_MINUTES = {"TS": 1 / 60, "TM": 1.0, "TH": 60.0}
_APPROXIMATE = {
    "about": "APPROX",
    "around": "APPROX",
    "approximately": "APPROX",
    "roughly": "APPROX",
    "some": "APPROX",
    "nearly": "LESS_THAN",
    "almost": "LESS_THAN",
    "under": "LESS_THAN",
    "over": "MORE_THAN",
    "more than": "MORE_THAN",
    "less than": "LESS_THAN",
    "fewer than": "LESS_THAN",
    "at least": "EQUAL_OR_MORE",
    "at most": "EQUAL_OR_LESS",
    "up to": "EQUAL_OR_LESS",
}


def nothing(_lexed: Lexed, _first: int, _stop: int) -> list[Draft]:
    """Ages ("45-year-old") and phrases that only look like times."""
    return []


def hedge(lexed: Lexed, first: int) -> str | None:
    """The TIMEX3 modifier of the words before a length: "about", "more than"."""
    one = lexed.word(first - 1)
    return _APPROXIMATE.get(f"{lexed.word(first - 2)} {one}") or _APPROXIMATE.get(one)


def length_alone(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "eight days", "16-hour", "a year and a half", "decades-long", "weeklong"."""
    token = lexed.tokens[first]
    if token.letter == "V":
        return [Draft(first, stop, Period(str(token.value)))]
    if token.letter == "p":
        return [Draft(first, stop, Repeated(Length(1, str(lexed.tokens[stop - 1].value)).period))]
    found = length(lexed, first, stop)
    if found is None or _is_fraction(lexed, found, stop):
        return []
    if token.letter == "a" and _is_rate(lexed, first):
        return [Draft(first, stop, Repeated(found.period))]
    if found.count is None and not _is_vague_length(lexed, first, stop):
        return []
    return [Draft(first, stop, Period(found.period), hedge(lexed, first))]


def _is_fraction(lexed: Lexed, found: Length, stop: int) -> bool:
    """As in "a quarter of the budget", "three quarters"."""
    return found.unit == "Q" and (found.count in {1, 3} or lexed.letter(stop) == "o")


def _is_rate(lexed: Lexed, first: int) -> bool:
    """As in "15 a year", "$3 million a month"."""
    return lexed.letter(first - 1) in "DnfNY%" or listed("amounts", lexed.word(first - 1))


def _is_vague_length(lexed: Lexed, first: int, stop: int) -> bool:
    """Whether "days", "weeks" … with no number are a length: "for weeks", "over the years"."""
    letters = lexed.letters[first:stop]
    if "v" in letters:
        return lexed.word(first - 1) != "as"  # "in as many weeks" counts something else
    if "L" in letters:
        return True
    before = lexed.word(first - 1)
    return (
        before in {"over", "through"}
        if lexed.letter(first) == "d"
        else listed("before_plain_units", before)
    )


def shift(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "two weeks ago", "a day earlier", "the day before", "a year from now"."""
    found = length(lexed, first, stop)
    if found is None:
        return []
    last = lexed.tokens[stop - 1]
    if lexed.letter(first) == "d" and lexed.letter(stop - 2) != "-":
        side: Relation = "previous" if str(last.value) == "-" else "following"
        return [Draft(first, stop, Unit(found.unit, side))] if found.unit[0] != "T" else []
    if last.letter in "FT":
        if last.word not in {"now", "today"} or lexed.word(stop - 2) != "from":
            return length_alone(lexed, first, stop - 2)
        return [Draft(first, stop, Shift(found.count, found.unit, 1))]
    if found.count is None and last.letter != "G":
        return []
    sign = -1 if last.value == "-" else 1
    meaning: Meaning = Shift(found.count, found.unit, sign, told=last.letter != "G")
    if found.unit[0] == "T" and found.count is not None and last.letter != "G":
        meaning = ClockShift(sign * found.count * _MINUTES[found.unit])
    return [Draft(first, stop, meaning, hedge(lexed, first))]


def every(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "every day", "every two weeks", "every other Friday", "each morning"."""
    last = lexed.tokens[stop - 1]
    value = _repeated(lexed, first, stop, last)
    return [Draft(first, stop, Repeated(value))] if value else []


def _repeated(lexed: Lexed, first: int, stop: int, last: Token) -> str | None:
    if last.letter in "Uu":
        step = (
            count(lexed.tokens[first + 1 : stop - 1]) or number(lexed.find("O", first, stop)) or 1
        )
        if str(lexed.tokens[first].value) == "EVERY OTHER":
            step = 2
        return "XXXX-WXX-WE" if last.value == "WE" else Length(step, str(last.value)).period
    return {
        "W": lambda: f"XXXX-WXX-{number(last) + 1}",
        "P": lambda: f"XXXX-XX-XXT{last.value}",
        "M": lambda: f"XXXX-{number(last):02}",
        "S": lambda: f"XXXX-{last.value}",
    }.get(last.letter, lambda: None)()


def rate(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "twice a week", "three times a day", "24 hours a day"."""
    if (
        lexed.letter(first) != "q"
        and lexed.letter(stop - 3) != "u"
        and lexed.word(stop - 3) != "times"
    ):
        return []
    return [Draft(first, stop, Repeated(Length(1, str(lexed.tokens[stop - 1].value)).period))]


def frequency(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "daily", "annually"; not "The Daily Telegraph"."""
    token = lexed.tokens[first]
    if lexed.capital(first) and lexed.letter(stop) == "x" and lexed.capital(stop):
        return []
    return [Draft(first, stop, Repeated(str(token.value)))]


def reference(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "now", "recently", "the future", "the past"; not "the future president"."""
    token = lexed.tokens[stop - 1]
    after, goes_on = lexed.letter(stop), listed("after_noun", lexed.word(stop))
    if token.letter == "R":
        if token.word != "past" or (after == "x" and not goes_on) or after not in 'x.,|"ck;)i':
            return []
        return [Draft(first, stop, Fixed("PAST_REF"))]
    if token.word.endswith("future") and after == "x" and not goes_on:
        return []
    return [Draft(first, stop, Fixed(str(token.value)))]
