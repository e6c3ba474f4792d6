"""Rules for days, weekdays, months, seasons and holidays.

Each takes a match of ``grammar``, as the words from *first* up to *stop*, and gives
drafts; none where the words are no time after all.
"""

from __future__ import annotations

from polybius.annotating.times.calendar import holiday as day_of_holiday
from polybius.annotating.times.clocks import Clock
from polybius.annotating.times.context import Meaning
from polybius.annotating.times.drafts import Draft, edge, number, relation, valid_day
from polybius.annotating.times.lexicon import listed
from polybius.annotating.times.lexing import Lexed, Token
from polybius.annotating.times.meanings import Days, Fixed, MonthlessDay, Repeated, Weekday
from polybius.annotating.times.yearless import (
    OfRelativeYear,
    Yearless,
    in_month,
    in_season,
    on_day,
    on_feast,
)

_LEAP_YEAR = 2000
_BEFORE_A_MONTH = frozenset("iokcdeR-(,")


def _dated(meaning: Yearless, year: Token | None, named: Token | None = None) -> Meaning:
    """The meaning in the year that is said, as a number or as "last year"."""
    if year:
        return meaning.in_year(number(year))
    said = relation(named)
    return OfRelativeYear(meaning, said) if said else meaning


def _days(lexed: Lexed, first: int, stop: int) -> list[int]:
    return [at for at in range(first, stop) if lexed.letter(at) in "DO"]


def _drafts(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """One draft for each day that the match names, the month and the year being shared."""
    days = _days(lexed, first, stop)
    month, year = number(lexed.find("Mm", first, stop)), lexed.find("Y", first, stop)
    named, unit = lexed.find("R", first, stop), lexed.find("U", first, stop)
    if named and unit and unit.value != "Y":  # "August 2 last week"
        return _drafts(lexed, first, lexed.tokens.index(named, first, stop))
    if not all(
        valid_day(number(year) or _LEAP_YEAR, month, number(lexed.tokens[at])) for at in days
    ):
        return []
    meanings = [_dated(on_day(month, number(lexed.tokens[at])), year, named) for at in days]
    if len(days) == 1:
        return [Draft(first, stop, meanings[0])]
    return [Draft(first, days[0] + 1, meanings[0]), Draft(days[1], stop, meanings[1])]


def month_day(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Aug. 2", "Friday, August 2nd, 2019", "July 25-31"."""
    drafts = _drafts(lexed, first, stop)
    words = {token.word for token in lexed.tokens[first:stop]}
    eleventh = (
        "11" in words and words & {"sept", "september"} and "Y" not in lexed.letters[first:stop]
    )
    if drafts and eleventh and listed("after_11_september", lexed.word(stop)):
        return [Draft(first, stop, Fixed("2001-09-11"))]
    return drafts


def relative_day(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "last Oct. 23", "next March 1"."""
    (day,) = _days(lexed, first, stop)
    month, number_of_day = number(lexed.find("Mm", first, stop)), number(lexed.tokens[day])
    named = relation(lexed.find("R", first, stop))
    if named is None or not valid_day(_LEAP_YEAR, month, number_of_day):
        return []
    return [Draft(first, stop, on_day(month, number_of_day, named))]


def day_month(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "2 August 2019", "the 5th of June", "25-31 July"."""
    return _drafts(lexed, first, stop)


def month_year(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "August 2019", "late Aug. 2019"."""
    month, year = lexed.find("Mm", first, stop), lexed.find("Y", first, stop)
    value = f"{number(year):04}-{number(month):02}"
    return [Draft(first, stop, Fixed(value), edge(lexed, first, stop))]


def month_of_year(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "June last year", "late June of this year"."""
    token, unit = lexed.find("Mm", first, stop), lexed.find("U", first, stop)
    named = relation(lexed.find("R", first, stop))
    if token is None or unit is None or named is None or unit.value != "Y":
        return []
    meaning = OfRelativeYear(in_month(number(token)), named)
    return [Draft(first, stop, meaning, edge(lexed, first, stop))]


def month(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "November", "early December"; not a name ("Theresa May", "April Jones")."""
    at = next(at for at in range(first, stop) if lexed.letter(at) in "Mm")
    dotted = lexed.letter(stop - 1) == "."
    before = lexed.letter(first - 1)
    lonely = at == first and before not in _BEFORE_A_MONTH
    unlikely = lonely or before in ",(c-" or (lexed.word(at) == "may" and lexed.may_is_a_name)
    if lexed.letter(at) == "m" and not dotted and unlikely:
        return []
    if lonely and lexed.letter(stop) == "x" and lexed.capital(stop):
        return []
    meaning = in_month(number(lexed.tokens[at]))
    return [Draft(first, stop, meaning, edge(lexed, first, stop))]


def day_alone(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "on the 18th"; in words ("on the third") it is no day."""
    token = lexed.tokens[stop - 1]
    if lexed.word(first - 1) != "on" or not token.word[0].isdigit():
        return []
    return [Draft(first, stop, MonthlessDay(number(token)))]


def weekday(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Friday", "early Monday", "Fridays"; not "The Sunday Times"."""
    token = lexed.tokens[stop - 1]
    if listed("newspapers", lexed.word(stop)) and lexed.capital(stop):
        return []
    if first == stop - 1 and listed("named_days", lexed.word(first - 1)):
        return []
    if token.word.endswith("s"):
        return [Draft(stop - 1, stop, Repeated(f"XXXX-WXX-{number(token) + 1}"))]
    return [Draft(first, stop, Weekday(number(token)), edge(lexed, first, stop))]


def weekday_day(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Friday the 13th"."""
    weekday, day = number(lexed.tokens[first]), number(lexed.tokens[stop - 1])
    if not lexed.word(stop - 1)[:1].isdigit():
        return [Draft(first, first + 1, Weekday(weekday))]  # "announced Tuesday the first of them"
    return [Draft(first, stop, MonthlessDay(day, weekday))]


def weekday_of_week(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Friday last week", "Tuesday of next week"; other units than weeks stand apart."""
    named, unit = lexed.find("R", first, stop), lexed.find("U", first, stop)
    day = number(lexed.tokens[first])
    if unit is None or named is None or unit.value != "W":
        return [Draft(first, first + 1, Weekday(day))]
    return [Draft(first, stop, Weekday(day, week=relation(named)))]


def figures(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "2019-08-02", "02-15-98" (month first, as in the United States), "2.8.2019"."""
    word = lexed.word(first)
    if word == "9/11":
        return [Draft(first, stop, Fixed("2001-09-11"))]
    one, two, three = (int(part) for part in word.replace("/", "-").replace(".", "-").split("-"))
    if len(word.partition("-")[0]) == 4:
        year, month_, day_ = one, two, three
    elif "." in word or one > 12:
        day_, month_, year = one, two, three
    else:
        month_, day_, year = one, two, three
    if year < 100:
        year += 1900 if year >= 50 else 2000
    if not valid_day(year, month_, day_):
        return []
    return [Draft(first, stop, Fixed(f"{year:04}-{month_:02}-{day_:02}"))]


def day(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "today", "late yesterday", "tonight"."""
    if _is_title(lexed, stop - 1):
        return []
    offset, _, part = str(lexed.tokens[stop - 1].value).partition(" ")
    meaning: Meaning = Days(int(offset))
    if part:
        meaning = Clock(part, day=meaning)
    return [Draft(first, stop, meaning, edge(lexed, first, stop))]


def _is_title(lexed: Lexed, at: int) -> bool:
    """As in "USA Today", "News Today"."""
    return lexed.capital(at) and lexed.letter(at - 1) == "x" and lexed.capital(at - 1)


def holiday(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Christmas", "Thanksgiving 1999"."""
    rule, year = str(lexed.tokens[first].value), lexed.find("Y", first, stop)
    meaning = on_feast(rule)
    if year is None:
        return [Draft(first, stop, meaning)]
    return [Draft(first, stop, Fixed(day_of_holiday(rule, number(year)).isoformat()))]


def season(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "summer 1998", "the spring", "in winter"; not "the fall of the wall"."""
    at = next(at for at in range(first, stop) if lexed.letter(at) == "S")
    year = lexed.find("Y", first, stop)
    meaning = in_season(str(lexed.tokens[at].value))
    modifier = edge(lexed, first, stop)
    if year:
        return [Draft(first, stop, _dated(meaning, year), modifier)]
    article = "d" in lexed.letters[first:stop]
    if lexed.word(at) == "fall" and lexed.letter(stop) in ("o" if article else "oi"):
        return []
    if article or modifier or lexed.letter(first - 1) == "i":
        return [Draft(first, stop, meaning, modifier)]
    return []
