from __future__ import annotations

import pytest

from polybius.annotating.sentences import sentences
from polybius.annotating.times import times
from polybius.nouns import Document, Published, Timex


def read(text: str, published: str | None = "2019-08-02") -> list[Timex]:
    """The times of *text*, published on a Friday unless said otherwise."""
    basis = Published(published, "given") if published else Published(None, "none", "not told")
    document = Document.of_text(text, basis)
    return list(times(document, sentences(document)))


def values(text: str, published: str | None = "2019-08-02") -> list[tuple[str, str | None]]:
    return [(timex.span.of(text), timex.value) for timex in read(text, published)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Aug. 2", "2019-08-02"),
        ("August 2nd, 2018", "2018-08-02"),
        ("2 August 2018", "2018-08-02"),
        ("the 5th of June", "2019-06-05"),
        ("2018-08-02", "2018-08-02"),
        ("02-15-98", "1998-02-15"),
        ("15/2/2018", "2018-02-15"),
        ("15.2.2018", "2018-02-15"),
        ("Friday, July 26", "2019-07-26"),
        ("30/May/2018", "2018-05-30"),
        ("March 24 this year", "2019-03-24"),
        ("June 16 of last year", "2018-06-16"),
        ("June 2018", "2018-06"),
        ("early May", "2019-05"),
        ("mid-July", "2019-07"),
        ("June last year", "2018-06"),
        ("1998", "1998"),
        ("the late 1990s", "199"),
        ("the '80s", "198"),
        ("the 19th century", "18"),
        ("the third quarter of 2018", "2018-Q3"),
        ("the first half of 2018", "2018-H1"),
        ("fiscal 2018", "FY2018"),
        ("last fiscal year", "FY2018"),
        ("summer 2018", "2018-SU"),
        ("last winter", "2018-WI"),
        ("last week", "2019-W30"),
        ("this month", "2019-08"),
        ("next year", "2020"),
        ("last month", "2019-07"),
        ("the weekend", "2019-W30-WE"),
        ("next weekend", "2019-W32-WE"),
        ("the end of the year", "2019"),
        ("later this month", "2019-08"),
        ("year-end", "2019"),
        ("the first week of May", "2019-W18"),
        ("yesterday", "2019-08-01"),
        ("last Friday", "2019-07-26"),
        ("last Thursday", "2019-07-25"),
        ("Friday last week", "2019-07-26"),
        ("last Oct. 23", "2018-10-23"),
        ("last March 3", "2019-03-03"),
        ("next June 5", "2020-06-05"),
        ("two days ago", "2019-07-31"),
        ("three weeks ago", "2019-W28"),
        ("five months ago", "2019-03"),
        ("a decade ago", "2009"),
        ("years ago", "PAST_REF"),
        ("Christmas", "2018-12-25"),
        ("last Thanksgiving", "2018-11-22"),
        ("Easter 2018", "2018-04-01"),
        ("this morning", "2019-08-02TMO"),
        ("last night", "2019-08-01TNI"),
        ("Thursday evening", "2019-08-01TEV"),
        ("the afternoon of July 31", "2019-07-31TAF"),
        ("recently", "PAST_REF"),
        ("recent weeks", "PAST_REF"),
    ],
)
def test_dates_in_the_past(words: str, value: str) -> None:
    assert values(f"He left for Oslo on that account {words}.") == [(words, value)]


@pytest.mark.parametrize(
    ("words", "value", "kind"),
    [
        ("eight days", "P8D", "DURATION"),
        ("16-hour", "PT16H", "DURATION"),
        ("two-and-a-half years", "P2.5Y", "DURATION"),
        ("5 1/2 hours", "PT5H30M", "DURATION"),
        ("67.5 minutes", "PT67M30S", "DURATION"),
        ("an hour and 11 minutes", "PT1H11M", "DURATION"),
        ("six years and nine months", "P6Y9M", "DURATION"),
        ("half an hour", "PT30M", "DURATION"),
        ("half a century", "P50Y", "DURATION"),
        ("a decade", "P10Y", "DURATION"),
        ("twenty-five days", "P25D", "DURATION"),
        ("a dozen years", "P12Y", "DURATION"),
        ("several weeks", "PXW", "DURATION"),
        ("decades-long", "PXDE", "DURATION"),
        ("weeklong", "P1W", "DURATION"),
        ("every day", "P1D", "SET"),
        ("every two weeks", "P2W", "SET"),
        ("every Friday", "XXXX-WXX-5", "SET"),
        ("Mondays", "XXXX-WXX-1", "SET"),
        ("twice a week", "P1W", "SET"),
        ("annually", "P1Y", "SET"),
    ],
)
def test_lengths_and_sets(words: str, value: str, kind: str) -> None:
    (timex,) = read(f"It was known as the {words} visit.")
    assert (timex.value, timex.type) == (value, kind)


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It took about two weeks.", "APPROX"),
        ("It took more than two months.", "MORE_THAN"),
        ("It took less than a week.", "LESS_THAN"),
        ("It took at least 72 hours.", "EQUAL_OR_MORE"),
        ("He came in early December.", "START"),
        ("He came by the end of June.", "END"),
        ("It was made in the mid-1990s.", "MID"),
        ("It took two weeks.", None),
    ],
)
def test_modifiers(text: str, modifier: str | None) -> None:
    assert [timex.modifier for timex in read(text)] == [modifier]


def test_the_past_week_is_a_length_but_last_week_a_week() -> None:
    assert values("Over the past 12 hours it rained; last week it did not.") == [
        ("the past 12 hours", "PT12H"),
        ("last week", "2019-W30"),
    ]


def test_the_days_that_a_value_covers() -> None:
    (timex,) = read("He came last week.")
    assert (timex.start, timex.end) == ("2019-07-22", "2019-07-28")


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times had it.",
        "Theresa May said so, and soldiers may march.",
        "He finished second and the second man third.",
        "A 45-year-old man and a 3-month-old child.",
        "He is a year-old boy and she is 45 years old.",
        "Resolution 1874 was passed, and 2000 people came for $1999.",
        "It was a last-minute thing, and in his 30s he knew it.",
        "The fall of the wall was seen; he read USA Today.",
        "The KN-23 and the Hwasong-15 flew 220 km.",
        "A quarter of the budget was spent at the time.",
        "Jun-ho and Sung-Jun spoke of no sooner date.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert values(text) == []


def test_quotes_of_the_old_wires_are_read_like_others() -> None:
    text = "OSLO, Norway (AP) _ ``It was Friday,'' he said -- ``in the ''80s.''"
    assert values(text)[0] == ("Friday", "2019-08-02")


def test_ranges_are_two_times() -> None:
    assert values("It ran July 25–31, from 2016 to 2018.") == [
        ("July 25", "2019-07-25"),
        ("31", "2019-07-31"),
        ("2016", "2016"),
        ("2018", "2018"),
    ]


def test_the_year_of_a_range_holds_for_both_ends() -> None:
    assert values("It ran from May 3 to June 4, 2017, and from Dec. 3 to Jan. 4, 2016.") == [
        ("May 3", "2017-05-03"),
        ("June 4, 2017", "2017-06-04"),
        ("Dec. 3", "2015-12-03"),
        ("Jan. 4, 2016", "2016-01-04"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose at 2:59 a.m. on Friday.", [("2:59 a.m. on Friday", "2019-08-02T02:59")]),
        ("It rose at 6.06am Thursday.", [("6.06am Thursday", "2019-08-01T06:06")]),
        ("On Thursday it rose at 5 p.m.",
         [("Thursday", "2019-08-01"), ("5 p.m.", "2019-08-01T17:00")]),
        ("It rose at 0230 GMT.", [("0230 GMT", "2019-08-02T02:30Z")]),
        ("It rose at noon on Wednesday.", [("noon on Wednesday", "2019-07-31T12:00")]),
        ("He left at 4 in the morning.", [("4 in the morning", "2019-08-02T04:00")]),
        ("At 5:58 on Tuesday evening it fell.", [("5:58 on Tuesday evening", "2019-07-30T17:58")]),
        ("It rose at 5:20 a.m. and fell 14 minutes later.",
         [("5:20 a.m.", "2019-08-02T05:20"), ("14 minutes later", "2019-08-02T05:34")]),
    ],
)  # fmt: skip
def test_clock_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("It rose at 5:34 a.m. local time (2034 GMT).", "2019-08-02T05:34", "2019-08-01T20:34Z"),
        ("It rose at 6:45 a.m. (9:45 p.m. Thursday GMT).", "2019-08-02T06:45", "2019-08-01T21:45Z"),
        ("It rose at 5:20 p.m. (4:20 a.m. ET).", "2019-08-02T17:20", "2019-08-02T04:20"),
        ("It rose at 2:30 p.m. ET Thursday (3:30 a.m. KST).",
         "2019-08-01T14:30", "2019-08-02T03:30"),
    ],
)  # fmt: skip
def test_a_time_in_two_zones_is_one_moment(text: str, first: str, second: str) -> None:
    assert [timex.value for timex in read(text)] == [first, second]


def test_zones_are_kept_as_written() -> None:
    (one, two) = read("It rose at 5:34 a.m. local time (2034 GMT).")
    assert (one.zone, two.zone, one.type) == ("local time", "GMT", "TIME")


def test_without_a_publication_date_nothing_is_guessed() -> None:
    found = read("On Friday he left, two days ago; last week he came. July 31, 2019.", None)
    assert [timex.value for timex in found] == [None, None, None, "2019-07-31"]
    assert found[0].reason == "no publication date: 'Friday' cannot be placed"


def test_without_a_publication_date_a_year_stays_open() -> None:
    (timex,) = read("He left on June 30.", None)
    assert (timex.value, timex.start) == ("XXXX-06-30", None)
    assert timex.reason == "no publication date: the year of 'June 30' is open"


def test_lengths_need_no_publication_date() -> None:
    assert values("In 2006, for the third time in eight days, it rose.", None) == [
        ("2006", "2006"),
        ("eight days", "P8D"),
    ]
