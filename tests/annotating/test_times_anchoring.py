"""Which Friday: tense, narrative, the year that is not said."""

from __future__ import annotations

import pytest

from tests.annotating.test_times import values

FRIDAY = "2019-08-02"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The two met on Friday.", "2019-08-02"),
        ("The two met on Saturday.", "2019-07-27"),
        ("The minister said Monday the plan was dead.", "2019-07-29"),
        ("On Monday, the two met.", "2019-07-29"),
        ("They discussed Monday's ruling and will appeal.", "2019-07-29"),
        ("He had held the post until Monday.", "2019-07-29"),
        ("By Monday, the fire was out.", "2019-07-29"),
        ("Until Monday, he has refused.", "2019-07-29"),
        ("He could not say Monday how it was done.", "2019-07-29"),
        ("Police are investigating a crash Monday that killed two.", "2019-07-29"),
        ("He would have met her Monday.", "2019-07-29"),
        ("The ministers will meet on Monday.", "2019-08-05"),
        ("On Monday, the ministers will meet.", "2019-08-05"),
        ("He said he would leave Monday.", "2019-08-05"),
        ("The talks are planned for Monday.", "2019-08-05"),
        ("The club has scheduled a news conference Monday.", "2019-08-05"),
        ("Workers planned a strike in the harbour on Monday.", "2019-08-05"),
        ("They planned the attack on Monday.", "2019-07-29"),
        ("She set Monday as the deadline.", "2019-08-05"),
        ("He called a meeting for Monday.", "2019-08-05"),
        ("The talks are due Monday.", "2019-08-05"),
        ("The council is to vote Monday.", "2019-08-05"),
        ("The council plans to vote at 11 a.m. Monday.", "2019-08-05T11:00"),
        ("The summit opens Monday.", "2019-08-05"),
        ("He is arriving Monday.", "2019-08-05"),
        ("They gave the crew until Monday.", "2019-08-05"),
        ("He said the talks on Monday will fail.", "2019-08-05"),
        ("It may come as soon as Monday.", "2019-08-05"),
        ("The ministers will meet on Friday.", "2019-08-02"),
    ],
)
def test_tense_decides_which_day(text: str, day: str) -> None:
    assert [value for _, value in values(text, FRIDAY)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on June 30.", "2019-06-30"),
        ("They met on Nov. 30.", "2018-11-30"),
        ("They will meet on Nov. 3.", "2019-11-03"),
        ("They will meet on Feb. 3.", "2020-02-03"),
        ("The vote must come ahead of Nov. 3.", "2019-11-03"),
        ("They met in November.", "2018-11"),
        ("They will meet in May.", "2020-05"),
        ("The March 14 deadline", "2019-03-14"),
    ],
)
def test_the_year_that_is_not_said(text: str, day: str) -> None:
    assert [value for _, value in values(text, FRIDAY)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On July 25 it fired two. The next day it fired again.", "2019-07-26"),
        ("On July 25 it fired two. It fired again two days later.", "2019-07-27"),
        ("On July 25 it fired two. It had warned a day earlier.", "2019-07-24"),
        ("On July 25 it fired two. The same day it spoke.", "2019-07-25"),
        ("On July 25 it fired two. That week it spoke.", "2019-W30"),
        ("On July 25 it fired two. It had warned the day before.", "2019-07-24"),
        ("On July 25 it fired two. It fired again the following Monday.", "2019-07-29"),
        ("On July 25 it fired two. It had warned the previous Monday.", "2019-07-22"),
        ("In 2006 it tested one. It tested another three years later.", "2009"),
        ("It fired two last week, and spoke on Monday.", "2019-07-22"),
    ],
)
def test_narrative_days_start_from_the_day_told_of(text: str, day: str) -> None:
    assert values(text, FRIDAY)[-1][1] == day


def test_a_narrative_day_needs_one_told_of() -> None:
    assert values("Two days later it fired again.", FRIDAY) == [("Two days later", None)]


def test_the_sept_11_attacks_are_those_of_2001() -> None:
    assert values("It was before the Sept. 11 attacks. They met on Sept. 21.", FRIDAY) == [
        ("Sept. 11", "2001-09-11"),
        ("Sept. 21", "2018-09-21"),
    ]


def test_days_of_the_record_are_those_of_the_first_page() -> None:
    text = (
        "The North fired missiles for the third time in eight days on Friday. Tests went on"
        " since last week. They plan exercises later this month, after the June 30 meeting."
        " A system was fired on Wednesday."
    )
    assert values(text, FRIDAY) == [
        ("eight days", "P8D"),
        ("Friday", "2019-08-02"),
        ("last week", "2019-W30"),
        ("later this month", "2019-08"),
        ("June 30", "2019-06-30"),
        ("Wednesday", "2019-07-31"),
    ]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("It failed on May 31 and Aug. 24 last year.", ["2018-05-31", "2018-08-24"]),
        (
            "It flew on May 4, May 9 and July 2 last year.",
            ["2018-05-04", "2018-05-09", "2018-07-02"],
        ),
        ("It flew on May 4, May 9, and July 2, 2017.", ["2017-05-04", "2017-05-09", "2017-07-02"]),
        ("He left on May 4, and last year it flew.", ["2019-05-04", "2018"]),
    ],
)
def test_days_of_a_list_share_the_year_that_is_said_of_the_last(text: str, days: list[str]) -> None:
    assert [value for _, value in values(text, FRIDAY)] == days


@pytest.mark.parametrize(
    ("day", "value"),
    [("2021-01-20", "2020-WI"), ("2020-12-20", "2020-WI"), ("2020-09-01", "2020-WI")],
)
def test_this_winter_is_the_one_that_runs_or_comes(day: str, value: str) -> None:
    assert [found for _, found in values("It snowed this winter.", day)] == [value]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It flew on Friday the 12th.", [("Friday the 12th", "2019-07-12")]),
        (
            "It flew at 7:39 a.m. on Friday the 12th.",
            [("7:39 a.m. on Friday the 12th", "2019-07-12T07:39")],
        ),
        ("They showed on Monday the first of them.", [("Monday", "2019-07-29")]),
    ],
)
def test_a_weekday_with_its_day_of_the_month(text: str, found: list[tuple[str, str]]) -> None:
    assert values(text, FRIDAY) == found
