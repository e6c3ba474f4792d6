"""Rules for weeks, quarters, years, decades and centuries, and for "last", "this", "next".

Each takes a match of ``grammar``, as the words from *first* up to *stop*, and gives
drafts; none where the words are no time after all.
"""

from __future__ import annotations

from polybius.annotating.times.clocks import Clock
from polybius.annotating.times.context import Meaning, Relation
from polybius.annotating.times.drafts import Draft, edge, number, relation
from polybius.annotating.times.lengths import Length, length
from polybius.annotating.times.lexicon import listed
from polybius.annotating.times.lexing import Lexed, Token
from polybius.annotating.times.meanings import (
    Days,
    FiscalYear,
    Fixed,
    Period,
    Unit,
    Weekday,
    Weekend,
)
from polybius.annotating.times.yearless import (
    OfRelativeYear,
    Yearless,
    in_half,
    in_month,
    in_quarter,
    in_season,
    in_week_of_month,
    on_feast,
)

_PARTS_OF_DAY_UNITS = frozenset({"TS", "TM", "TH"})


def year(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "1998", "early 1997", "the year 2000"; not "2000 people", "Resolution 1874"."""
    token = lexed.tokens[stop - 1]
    unit = lexed.find("U", first, stop)
    if unit and unit.value != "Y":
        return []
    if not unit and not _is_year(lexed, first, stop, number(token)):
        return []
    return [Draft(first, stop, Fixed(f"{number(token):04}"), edge(lexed, first, stop))]


def _is_year(lexed: Lexed, first: int, stop: int, value: int) -> bool:
    before, after = lexed.word(first - 1), lexed.letter(stop)
    if listed("numbered", before) or lexed.letter(first - 1) == "$" or after in "%$u":
        return False
    if after == "-" and lexed.letter(stop + 1) == "x" and not lexed.capital(stop + 1):
        return listed("after_hyphenated_years", lexed.word(stop + 1))
    counted = after == "x" and not lexed.capital(stop) and _plural(lexed.word(stop))
    if 1900 <= value < 2100:
        return not counted or lexed.letter(first - 1) in "dioR'e" or first < stop - 1
    return listed("before_old_years", before) and not counted


def _plural(word: str) -> bool:
    return word in {"people", "men", "women", "children"} or (
        word.endswith("s") and not word.endswith("ss") and len(word) > 3
    )


def decade(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the late 1990s", "the '80s"; not "in his 30s"."""
    token = lexed.tokens[stop - 1]
    value = number(token)
    if value < 100:
        if "d" not in lexed.letters[first - 1 : stop] and token.word[0] not in "'`":
            return []
        value += 1900 if value >= 20 else 2000
    return [Draft(first, stop, Fixed(str(value // 10)), edge(lexed, first, stop))]


def fiscal(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "fiscal 1999", "fiscal year 2000", "FY2019"."""
    return [Draft(first, stop, Fixed(f"FY{number(lexed.tokens[stop - 1]):04}"))]


def relative_fiscal(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "last fiscal year", "the current fiscal year"."""
    named = relation(lexed.find("R", first, stop))
    unit = lexed.find("U", first, stop)
    if named is None or (unit and unit.value != "Y"):
        return []
    return [Draft(first, stop, FiscalYear(named))]


def _of_year(lexed: Lexed, first: int, stop: int, part: Yearless) -> Meaning:
    """The part with the year that the words name after it, if any."""
    said = lexed.find("Y", first, stop)
    if said:
        return part.in_year(number(said))
    unit = lexed.find("U", lexed.letters.find("R", first, stop) + 1, stop)
    named = relation(lexed.find("R", first, stop))
    return OfRelativeYear(part, named) if named and unit and unit.value == "Y" else part


def ordinal_unit(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the third quarter of 1998", "the 19th century"; of other units, nothing."""
    ordinal, unit = lexed.find("O", first, stop), lexed.find("U", first, stop)
    count = number(ordinal)
    if unit and unit.value == "CE":
        return [Draft(first, stop, Fixed(f"{count - 1:02}"), edge(lexed, first, stop))]
    if unit and unit.value == "Q" and count <= 4:
        meaning = _of_year(lexed, first, stop, in_quarter(count))
        return [Draft(first, stop, meaning, edge(lexed, first, stop))]
    return []


def week_of_month(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the first week of May", "the last week of July 2019"."""
    ordinal, unit = lexed.find("O", first, stop), lexed.find("U", first, stop)
    month = number(lexed.find("Mm", first, stop))
    named = relation(lexed.find("R", first, stop))
    if unit is None or unit.value != "W" or (ordinal is None and named != "last"):
        at = lexed.letters.index("o", first, stop)
        return [*relative(lexed, first, at)] if named and "d" not in lexed.letters[first] else []
    meaning = in_week_of_month(month, number(ordinal) or -1)
    return [Draft(first, stop, _of_year(lexed, first, stop, meaning))]


def quarter(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "Q3", "Q3 2019"."""
    part = in_quarter(number(lexed.tokens[first]))
    return [Draft(first, stop, _of_year(lexed, first, stop, part))]


def half_year(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the first half of 2019", "the second half of the year"."""
    count = number(lexed.find("O", first, stop))
    unit = lexed.find("U", first, stop)
    if count not in {1, 2} or (unit and unit.value != "Y"):
        return []
    return [Draft(first, stop, _of_year(lexed, first, stop, in_half(count)))]


def edge_of(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the end of the year", "the middle of June", "later in the year"."""
    if lexed.letter(first) == "g" and not listed("sooner_or_later", lexed.word(first)):
        return []
    at = next(at for at in range(first, stop) if lexed.letter(at) in "oi") + 1
    whole = _whole(lexed, at, stop)
    return [Draft(first, stop, whole, edge(lexed, first, stop))] if whole else []


def _whole(lexed: Lexed, first: int, stop: int) -> Meaning | None:
    """What "the end of" is the end of."""
    month, said = lexed.find("Mm", first, stop), lexed.find("Y", first, stop)
    if month:
        return _of_year(lexed, first, stop, in_month(number(month)))
    if said:
        return Fixed(f"{number(said):04}")
    if lexed.letter(stop - 1) == "X":
        return next((draft.meaning for draft in decade(lexed, first, stop)), None)
    if lexed.find("O", first, stop):
        return next((draft.meaning for draft in ordinal_unit(lexed, first, stop)), None)
    return _whole_unit(lexed, first, stop)


def _whole_unit(lexed: Lexed, first: int, stop: int) -> Meaning | None:
    unit = lexed.find("U", first, stop)
    if unit is None or unit.value in {"D", *_PARTS_OF_DAY_UNITS}:
        return None
    return Unit(str(unit.value), relation(lexed.find("R", first, stop)) or "this")


def year_end(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "year-end"."""
    unit = str(lexed.tokens[first].value)
    if unit in {"D", *_PARTS_OF_DAY_UNITS} or lexed.word(stop - 1) != "end":
        return []
    return [Draft(first, stop, Unit(unit, "this"), "END")]


def definite(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the weekend"; other units with an article alone point at no day."""
    if lexed.tokens[stop - 1].value == "WE":
        return [Draft(first, stop, Weekend())]
    return []


def relative_length(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "the past 20 years", "the next few days", "recent weeks", "the first three months"."""
    token, found = lexed.find("R", first, stop), length(lexed, first, stop)
    if found is None:
        return []
    if token and token.word == "recent":
        return [Draft(first, stop, Fixed("PAST_REF"))]
    start = first
    if token and token.word in {"this", "that"}:
        start = lexed.tokens.index(token, first, stop) + 1
        if start == stop - 1:
            return []  # "said that weeks of …"
    return [Draft(start, stop, Period(found.period))]


def relative(lexed: Lexed, first: int, stop: int) -> list[Draft]:
    """As in "last week", "this Friday", "next March", "last fall", "this morning", "that day"."""
    token, last = lexed.find("R", first, stop), lexed.tokens[stop - 1]
    named = relation(token)
    if token is None or named is None or token.word == "recent":
        return []
    if token.word == "latest" and last.letter != "U":
        return []
    definite_ = "d" in lexed.letters[first:stop]
    if named == "following" and not definite_:
        if last.letter != "W":
            return []
        return [Draft(stop - 1, stop, Weekday(number(last)))]  # "Following Monday's debate"
    meaning = _relative(lexed, first, last, named, definite=definite_)
    return [Draft(first, stop, meaning, edge(lexed, first, stop))] if meaning else []


def _relative(
    lexed: Lexed, first: int, last: Token, named: Relation, *, definite: bool
) -> Meaning | None:
    if last.letter == "U":
        return _relative_unit(lexed, first, str(last.value), named, definite=definite)
    if last.letter == "W":
        return None if last.word.endswith("s") else Weekday(number(last), named)
    if last.letter in "Mm":
        doubtful = last.letter == "m" and (named == "that" or not lexed.text[last.start].isupper())
        return None if doubtful else in_month(number(last), named)
    if last.letter == "S":
        return in_season(str(last.value), named)
    if last.letter == "J":
        return on_feast(str(last.value), named)
    return _relative_part(str(last.value), named, definite=definite)


def _relative_part(part: str, named: Relation, *, definite: bool) -> Meaning | None:
    """As in "this morning", "last night", "the next morning"."""
    if named == "this":
        return Clock(part, day=Days(0))
    if named in {"last", "past"} and not definite:
        return Clock(part, day=Days(-1))
    if named in {"next", "following"}:
        return Clock(part, day=Unit("D", "following"))
    if named in {"previous", "that"}:
        return Clock(part, day=Unit("D", named))
    return None


def _relative_unit(
    lexed: Lexed, first: int, unit: str, named: Relation, *, definite: bool
) -> Meaning | None:
    """Tell "last week", a week, from "over the past week", as long as one, and from "the next"."""
    during = listed("during", lexed.word(first - 1))
    if unit == "Q" and named == "past":
        named = "last"
    if named == "past" or (definite and during and named in {"last", "next", "coming"}):
        return Period(Length(1, unit).period)
    if unit in _PARTS_OF_DAY_UNITS:
        return None
    if unit == "WE":
        return Weekend(named)
    if named == "next" and (definite or unit == "D"):
        return Unit(unit, "following")
    return Unit(unit, named)
