import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.about.titles import Titles
from polybius.reading.body.extraction import Block
from polybius.reading.body.trimming import trim
from tests.reading.fixtures import REPORT

TITLE = "Patrol boats meet off the northern cape"


def trimmed(
    *, above: tuple[str, ...] = (), below: tuple[str, ...] = (), authors: tuple[str, ...] = ()
) -> list[str]:
    texts = (*above, *(f"{sentence} {sentence}" for sentence in REPORT), *below)
    return [
        block.text
        for block in trim([Block(text) for text in texts], Titles.of([TITLE]), authors).blocks
    ]


BODY = [f"{sentence} {sentence}" for sentence in REPORT]


@pytest.mark.parametrize(
    "above",
    [
        (TITLE,),
        ("Home | World | Sport", "Weather", TITLE, "By Ann Roe"),
        ("By Ann Roe", "Published: 2 August 2019, 10:00"),
        ("Friday, August 2, 2019", "5 min read"),
        ("02.08.2019 10:00", "Share"),
        ("(ATTN: UPDATES with ministry's remarks; CHANGES headline)",),
        ("2 Aug 2019 at 10:31",),
        ("2019-08-02 10:31",),
        ("ANN ROE and BO CHEN",),
        ("Submitted by Ann Roe on 08/09/2012 13:01 -0400",),
    ],
)
def test_what_stands_above_the_report_goes(above: tuple[str, ...]) -> None:
    assert trimmed(above=above) == BODY


@pytest.mark.parametrize(
    "below",
    [
        ("Follow us on Twitter and Facebook.",),
        ("Sign up for our daily newsletter.", "© 2019 Harbour Post. All rights reserved."),
        ("Like this? Subscribe to the mailing list.",),
        (
            "About Harbour Systems",
            "Harbour Systems is a maker of boats with offices in ten countries.",
        ),
        ("Notes to editors", "Pictures can be had."),
        ("Click here to read more.",),
        ("Have a tip? Ann Roe may be reached at roe@harbour.example.",),
        ("www.harbourpost.example",),
        ("Ann Roe is a reporter at the Harbour Post and has two cats.",),
        ("Photo: Ann Roe",),
        ("Tags: boats, cape",),
        ("12 comments",),
        ("Advertisement",),
    ],
)
def test_what_stands_below_the_report_goes(below: tuple[str, ...]) -> None:
    assert trimmed(below=below, authors=("Ann Roe",)) == BODY


@pytest.mark.parametrize(
    "last",
    [
        "“Follow the money,” the minister said, “and you will find the boats.”",
        "Follow-up talks are planned for Monday, the ministry said.",
        "Readers of the treaty will find it clear on this point, she said.",
        "The two navies share a border, a sea and a history of letters.",
        "About 220 km from the cape, a third boat waited.",
        "Join operations of this kind are rare, officials said.",
        "Video of the meeting was shown on state television on Wednesday night.",
        "An agreement can be reached by Friday, the minister said.",
        "For more than a decade, officials at the ministry have said so.",
        "Topics discussed at the meeting were not made known.",
        "Inspectors get a copy of whatever the commission writes.",
        "Get-togethers of the kind are planned, an official said on Tuesday.",
    ],
)
def test_last_sentences_of_a_report_stay(last: str) -> None:
    assert trimmed(below=(last,), authors=("Ann Roe",)) == [*BODY, last]


@pytest.mark.parametrize(
    "first",
    [
        "By Friday evening, both boats had returned.",
        "Published in 2017, the treaty forbids it.",
        "Monday's 5 launches were the first.",
        "March 2020 was a quiet month, officials said.",
        "Updates will follow, the ministry said.",
        "May is the month of drills.",
        "5 days of talks ended on Monday.",
    ],
)
def test_first_sentences_of_a_report_stay(first: str) -> None:
    assert trimmed(above=(first,)) == [first, *BODY]


def test_the_lines_that_went_are_told() -> None:
    blocks = [Block(TITLE), Block("Friday, August 2, 2019"), *map(Block, BODY)]
    assert trim(blocks, Titles.of([TITLE])).lines == [TITLE, "Friday, August 2, 2019"]


def test_a_heading_with_nothing_below_it_goes() -> None:
    blocks = [*map(Block, BODY), Block("What comes next", head=True)]
    assert [block.text for block in trim(blocks, Titles.of([])).blocks] == BODY


@given(st.lists(st.text(max_size=80)), st.text(max_size=40))
def test_nothing_is_added(texts: list[str], title: str) -> None:
    blocks = [Block(text) for text in texts]
    kept = trim(blocks, Titles.of([title])).blocks
    assert all(block in blocks for block in kept)
