"""Time stamps, names and the wording of pages around comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.comments import cleaning, markup, structure, wording
from polybius.reading.comments.cleaning import name_in, says_who, tidy, uncut
from polybius.reading.comments.lines import is_name_line
from polybius.reading.comments.stamps import (
    find_stamps,
    is_stamp,
    token_pattern,
    without_stamps,
    word_pattern,
)
from polybius.reading.comments.wording import kinds_of, opens_comments
from tests.linear import assert_linear


@pytest.mark.parametrize(
    "stamp",
    [
        "6 months ago",
        "a month ago",
        "2 days, 3 hours ago",
        "3d ago",
        "just now",
        "yesterday at 4:12 pm",
        "Today, 3:30 PM",
        "1 Stunde her",
        "vor 3 Tagen",
        "vor einem Monat",
        "il y a 2 heures",
        "hace 2 años",
        "há 3 dias",
        "5 uur geleden",
        "2 часа назад",
        "May 14, 2019 at 9:12 am",
        "14 May 2019, 09:12",
        "Tue, 05/14/2019 - 13:04",
        "14.05.2019, 18.05 Uhr",
        "14. Mai 2019 um 17:21 Uhr",
        "le 12 mars 2012 à 15h30",
        "3 de mayo de 2017 a las 15:03",
        "3 ago 2012",
        "9:35am Wed 9 Jan 08",
        "May 9, 2012 02:07 pm at 2:07 pm",
        "2019-05-14T10:00:00+09:00",
        "2019年5月14日 12:30",
        "Sat Jul 4, 2009 2:15am EDT",
    ],
)
def test_stamp(stamp: str) -> None:
    assert is_stamp(stamp)
    (found,) = find_stamps(f"Posted by Ann on {stamp}")
    # French and Spanish put an article before the day; the rest is the stamp.
    assert found.text == stamp.removeprefix("le ")


@pytest.mark.parametrize(
    "line",
    [
        "The missile flew 220 km.",
        "He was 35 and had 3 children.",
        "USA TODAY",
        "quaywalker77",
        "Apple iPhone 11 Pro",
        "12 Comments",
        "version 2.0.1",
        "32/45/99",
        "",
    ],
)
def test_no_stamp(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Posted by: Ann Roe, Leeds on 9:35am Wed 9 Jan 08", "Ann Roe, Leeds"),
        ("Ann Roe says:", "Ann Roe"),
        ("Ann Roe said...", "Ann Roe"),
        ("Ann Roe schrieb am 14. Mai 2019 um 9:12 Uhr:", "Ann Roe"),
        ("Submitted by Ann (not verified) on Tue, 05/14/2019 - 11:04am.", "Ann"),
        ("Por Ann Roe", "Ann Roe"),
        ("#3 Ann Roe", "Ann Roe"),
        ("By Ann Roe | May 14, 2019 at 9:12 AM", "Ann Roe"),
        ("quaywalker77 | May 14, 2019", "quaywalker77"),
        ("h4rm0ny", "h4rm0ny"),
        ("Last updated May 14, 2019", None),
        ("Reply", None),
        ("May 14, 2019", None),
        ("...", None),
    ],
)
def test_name(line: str, name: str | None) -> None:
    assert name_in(line) == name


@pytest.mark.parametrize("line", ["Ann Roe says:", "Posted by Ann", "Ann wrote:", "Ann a dit :"])
def test_wording_that_presents_a_writer(line: str) -> None:
    assert says_who(line)


@pytest.mark.parametrize("line", ["He says little", "Said and done", "By noon it was over"])
def test_wording_that_does_not(line: str) -> None:
    assert not says_who(line)


@pytest.mark.parametrize("line", ["Ann Roe", "quaywalker77", "J. R. Roe Jr.", "Ann van der Roe"])
def test_name_line(line: str) -> None:
    assert is_name_line(line)


@pytest.mark.parametrize(
    "line", ["So it is", "Why not?", "The gates were closed", "Reply", "It was Ann.", "", "12"]
)
def test_no_name_line(line: str) -> None:
    assert not is_name_line(line)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("It is a waste of… Read more »", "It is a waste of…"),
        ("It is a waste of... more", "It is a waste of..."),
        ("It is a waste of [...] Weiterlesen", "It is a waste of..."),
        ("It is a waste of… Lire la suite", "It is a waste of…"),
    ],
)
def test_cut_text(text: str, rest: str) -> None:
    assert uncut(text) == (rest, True)


@pytest.mark.parametrize("text", ["I want more", "No more", "You should read more", "So…"])
def test_whole_text(text: str) -> None:
    assert uncut(text) == (text, False)


def test_controls_at_the_ends_go_and_a_lone_one_stays() -> None:
    dropped: frozenset[wording.LineKind] = frozenset({"item"})
    assert tidy(["Ann", "Guest", "So it is.", "Reply", "Share"], "Ann", dropped) == ["So it is."]
    assert tidy(["Agree"], "Ann", dropped) == ["Agree"]


def test_kinds_of_lines() -> None:
    assert "sort" in kinds_of("newest oldest most voted")
    assert "notify" in kinds_of("Notify of")
    assert "section" in kinds_of("12 Comments")
    assert "section" in kinds_of("1.2K comments")
    assert "item" in kinds_of("Report this post")
    assert "after" in kinds_of("You may also like:")
    assert not kinds_of("The gates were closed at noon.")
    assert opens_comments("Join the discussion")
    assert not opens_comments("Discussion")


@given(st.text(max_size=200))
def test_any_line(line: str) -> None:
    for stamp in find_stamps(line):
        assert 0 <= stamp.span.start < stamp.span.end <= len(line)
        assert stamp.text in stamp.span.of(line)
    without_stamps(line, find_stamps(line))
    is_stamp(line)
    name_in(line)
    says_who(line)
    uncut(line)
    kinds_of(line)


@pytest.mark.parametrize(
    "module", [cleaning, markup, structure, wording], ids=lambda module: module.__name__
)
def test_patterns_are_linear(module: object) -> None:
    import re  # noqa: PLC0415

    patterns = [value for value in vars(module).values() if isinstance(value, re.Pattern)]
    assert patterns
    for pattern in patterns:
        assert_linear(pattern)


def test_patterns_made_of_the_calendar_are_linear() -> None:
    assert_linear(token_pattern())
    assert_linear(word_pattern())
