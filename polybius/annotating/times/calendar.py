"""Calendar arithmetic on TIMEX3 values.

Values are those of TIMEX3 (TimeML 1.2.1, after ISO 8601): ``2019``, ``2019-08``,
``2019-08-02``, ``2019-W31``, ``2019-W31-WE``, ``2019-Q3``, ``2019-H2``, ``2019-SU``,
``201`` (a decade), ``20`` (a century), ``FY2019``, each with ``T…`` after it for a
time. Weeks are ISO weeks, Monday first.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re

Bounds = tuple[dt.date, dt.date]

VALUE = re.compile(
    r"(?P<fiscal>FY)?(?P<year>\d{4})"
    r"(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|Q(?P<quarter>[1-4])|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)))?(?:T.*)?\Z"
)
# Meteorological seasons of the northern hemisphere; winter is that which begins in December.
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
MONTHS_IN = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200, "ML": 12000}
DAYS_IN = {"D": 1, "W": 7, "2W": 14, "WE": 7}


def bounds(value: str | None) -> Bounds | None:
    """First and last calendar day that a value covers; None where it is not on the calendar.

    A fiscal year is not: its months differ by country and company.
    """
    if value is None:
        return None
    match = VALUE.match(value)
    try:
        if value.isdecimal() and len(value) in {2, 3}:
            years = 10 ** (4 - len(value))
            return _years(int(value) * years, years)
        return None if match is None or match["fiscal"] else _bounds(match)
    except ValueError:
        return None  # 31 June, week 54


def _bounds(match: re.Match[str]) -> Bounds:
    year = int(match["year"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["month"]:
        return months_from(year, int(match["month"]), 1)
    if match["week"]:
        monday = dt.date.fromisocalendar(year, int(match["week"]), 1)
        first = 5 if match["weekend"] else 0
        return monday + dt.timedelta(first), monday + dt.timedelta(6)
    for part, months in (("quarter", 3), ("half", 6)):
        if match[part]:
            return months_from(year, months * (int(match[part]) - 1) + 1, months)
    if match["season"]:
        return months_from(year, _SEASON_STARTS[match["season"]], 3)
    return _years(year, 1)


def _years(first: int, count: int) -> Bounds:
    return dt.date(first, 1, 1), dt.date(first + count - 1, 12, 31)


def months_from(year: int, month: int, count: int) -> Bounds:
    """First and last day of *count* months from *month* on."""
    first = dt.date(year, month, 1)
    last = add_months(first, count - 1)
    return first, last.replace(day=calendar.monthrange(last.year, last.month)[1])


def add_months(day: dt.date, months: int) -> dt.date:
    """The day that many months on, the last of its month where that is shorter.

    Raises:
        ValueError: beyond the calendar.
    """
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise ValueError(f"year {year} is beyond the calendar")
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def add_days(day: dt.date, days: int) -> dt.date:
    """The day that many days on.

    Raises:
        ValueError: beyond the calendar.
    """
    try:
        return day + dt.timedelta(days)
    except OverflowError as error:
        raise ValueError("beyond the calendar") from error


def shifted(day: dt.date, unit: str, count: int) -> dt.date:
    """*day* moved by *count* units ("D", "W", "M", "Q", "Y", "DE" …).

    Raises:
        ValueError: beyond the calendar.
    """
    if unit in DAYS_IN:
        return add_days(day, DAYS_IN[unit] * count)
    return add_months(day, MONTHS_IN[unit] * count)


def unit_value(day: dt.date, unit: str) -> str:
    """The value of the unit that holds *day*: its week, month, quarter, year or decade."""
    if unit in {"W", "WE", "2W"}:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}" + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return f"{day.year:04}-{day.month:02}"
    if unit == "Q":
        return f"{day.year:04}-Q{(day.month + 2) // 3}"
    if unit in {"DE", "CE", "ML"}:
        return f"{day.year:04}"[: {"DE": 3, "CE": 2, "ML": 1}[unit]]
    return f"{day.year:04}" if unit == "Y" else day.isoformat()


def week_of_month(year: int, month: int, ordinal: int) -> str:
    """The value of the ISO week that holds day 1, 8, 15 … of a month; of its last for -1."""
    first, last = months_from(year, month, 1)
    return unit_value(last if ordinal < 0 else add_days(first, 7 * (ordinal - 1)), "W")


def holiday(rule: str, year: int) -> dt.date:
    """The day of a holiday in *year*, by its rule in the lexicon.

    A rule is "12-25" (a day), "11 3 4" (in November the fourth Thursday, Monday being
    0; -1 for the last), the same with "+1" (the day after), or "easter -2" (days from
    Western Easter Sunday).
    """
    if rule.startswith("easter"):
        return easter(year) + dt.timedelta(int(rule.split()[1]))
    if "-" in rule[:3]:
        month, day = map(int, rule.split("-"))
        return dt.date(year, month, day)
    month, weekday, nth, *later = map(int, rule.split())
    return nth_weekday(year, month, weekday, nth) + dt.timedelta(sum(later))


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date:
    """The *nth* such weekday (Monday is 0) of a month; the last where *nth* is -1."""
    first, last = months_from(year, month, 1)
    if nth < 0:
        return last - dt.timedelta((last.weekday() - weekday) % 7)
    return first + dt.timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Gregorian calendar).

    Source: the Meeus/Jones/Butcher algorithm; J. Meeus, Astronomical Algorithms, ch. 8.
    """
    a = year % 19
    b, c = divmod(year, 100)
    d, e = divmod(b, 4)
    g = (b - (b + 8) // 25 + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)
