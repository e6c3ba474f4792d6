from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from polybius import actors
from polybius.actors import sources, store
from polybius.actors.checking import problems
from polybius.actors.entries import first_day, last_day
from polybius.errors import BadData

MATTERING = (
    *("PRK", "KOR", "USA", "JPN", "CHN", "RUS", "IRN", "ISR", "IND", "PAK", "GBR", "FRA", "DEU"),
    *("UKR", "SAU", "YEM", "SYR", "IRQ", "TUR", "EGY", "TWN", "AUS", "CAN", "ITA", "ESP", "POL"),
    *("MYS", "THA", "VNM", "PHL", "IDN", "SGP", "MNG", "CHE", "SWE", "NOR", "FIN", "NLD", "BEL"),
    *("BRA", "ZAF", "NZL", "KAZ", "BLR", "LBN", "ARE", "QAT", "AFG", "MMR", "VEN", "CUB"),
)

_TWO_DUKES = """
[[office]]
title = "Duke"
country = "FRA"
holders = [["A B", "2001", "2003"], ["C D", "2002", ""]]
"""
_ONE_NAME_FOR_TWO = """
[[person]]
name = "A"
country = "FRA"
names = ["Z Z"]
[[person]]
name = "B"
country = "FRA"
names = ["Z Z"]
"""


def checked(*texts: str, folder: Path, user: bool = False) -> list[str]:
    read = [sources.read_source(path) for path in sources.shipped_files()]
    for number, text in enumerate(texts):
        path = folder / f"{number}.toml"
        path.write_text(text, encoding="utf-8")
        read.append(sources.read_source(path, user=user))
    return [str(p) for p in problems(read, sources.read_codes(), sources.read_kinds())]


def test_the_shipped_files_have_no_problems(tmp_path: Path) -> None:
    assert checked(folder=tmp_path) == []


def test_kinds_and_agents_use_known_codes() -> None:
    known = set(sources.read_codes().sectors)
    used = {code for agent in sources.read_lexicon().agent for code in agent.sectors}
    used |= {code for kind in sources.read_kinds().values() for code in kind.sectors}
    assert used <= known


def test_there_are_enough_agent_nouns() -> None:
    words = {word for agent in sources.read_lexicon().agent for word in agent.words}
    assert len(words) >= 400


@pytest.mark.parametrize("country", MATTERING)
def test_countries_that_matter_have_leaders_and_forces(country: str) -> None:
    day = dt.date(2019, 8, 2)
    assert actors.holders(country=country, on=day)
    name = {entry.code: entry.name for entry in store.tables().countries}[country]
    assert actors.resolve(f"{name}'s armed forces", day).country == country


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            _TWO_DUKES,
            "office 'Duke': A B and C D hold it on one day",
        ),
        ('[[office]]\ntitle = "Duke"\ncountry = "QQQ"', "country 'QQQ' is no known code"),
        ('[[office]]\ntitle = "Duke"', "has no country"),
        ('[[office]]\ntitle = "Duke"\ncountry = "FRA"\nkind = "boss"', "kind 'boss' is none of"),
        (
            '[[office]]\ntitle = "Duke"\ncountry = "FRA"\nholders = [["A", "2001-02-30", ""]]',
            "'2001-02-30' is no date",
        ),
        (
            '[[office]]\ntitle = "Duke"\ncountry = "FRA"\nholders = [["A", "2005", "2001"]]',
            "ends (2001) before it starts (2005)",
        ),
        ('[[body]]\nname = "Guild"\ncountry = "FRA"\nsectors = ["ABC"]', "sector 'ABC' is no"),
        ('[[person]]\nname = "…"\ncountry = "FRA"', "has no letters"),
        (
            _ONE_NAME_FOR_TWO,
            "the name 'Z Z' is also A's",
        ),
        (
            '[[person]]\nname = "A"\ncountry = "FRA"\n[[person]]\nname = "A"\ncountry = "FRA"',
            "is listed 2 times",
        ),
        ('[country]\ncode = "FRA"\nalpha_2 = "FR"\nname = "F"', "FRA has a file already"),
    ],
)
def test_a_problem_names_file_and_entry(text: str, message: str, tmp_path: Path) -> None:
    (problem,) = checked(text, folder=tmp_path)
    assert problem.startswith(str(tmp_path / "0.toml"))
    assert message in problem


def test_the_day_of_handover_is_no_overlap(tmp_path: Path) -> None:
    text = (
        '[[office]]\ntitle = "Duke"\ncountry = "FRA"\n'
        'holders = [["A B", "2001-01-01", "2002-01-01"], ["C D", "2002-01-01", ""],'
        ' ["E F", "2003-05", ""]]'
    )
    (problem,) = checked(text, folder=tmp_path)
    assert "C D and E F" in problem


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[office", "is not TOML"),
        ("[[dance]]\nname = 'x'", "unknown table 'dance'"),
        ('[[office]]\ntitel = "x"', "office no. 1"),
        ('[[body]]\nname = "x"\ncolour = "red"', "body 'x': Object contains unknown field"),
        ('[[office]]\ntitle = "x"\nholders = [["A"]]', "office 'x': "),
        ('person = "x"', "'person' must be a list of tables"),
    ],
)
def test_a_broken_file_is_refused_by_name(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadData, match=r"mine\.toml") as raised:
        sources.read_source(path)
    assert message in str(raised.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(BadData, match="is not UTF-8"):
        sources.read_source(path)
    with pytest.raises(BadData, match="cannot be read"):
        sources.read_source(tmp_path / "none.toml")


def test_months_and_years_count_from_their_first_to_their_last_day() -> None:
    assert first_day("~2018-05") == dt.date(2018, 5, 1).toordinal()
    assert last_day("2018-12") == dt.date(2018, 12, 31).toordinal()
    assert last_day("2016-02") == dt.date(2016, 2, 29).toordinal()
    assert last_day("2018") == dt.date(2018, 12, 31).toordinal()
