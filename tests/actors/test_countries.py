from __future__ import annotations

import pytest

from polybius.actors import countries


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("KP", "PRK"), ("PRK", "PRK"), ("North Korea", "PRK"), ("DPRK", "PRK"), ("Dutch", "NLD"),
        ("Turkey", "TUR"), ("Türkiye", "TUR"), ("U.K.", "GBR"), ("Ivorian", "CIV"),
        ("Narnia", None), ("French fries", None),
    ],
)  # fmt: skip
def test_codes_names_and_demonyms(words: str, code: str | None) -> None:
    assert countries.alpha_3(words) == code


def test_codes_and_names_go_both_ways() -> None:
    assert countries.alpha_2("KOR") == "KR"
    assert countries.name("KOR") == "South Korea"
    assert countries.name("UNO") == "the United Nations and its agencies"
    assert countries.alpha_2("QQQ") is countries.name("QQQ") is None


def test_all_countries_have_codes_of_their_own() -> None:
    listed = countries.countries()
    assert len(listed) >= 195
    assert len({entry.code for entry in listed}) == len({e.alpha_2 for e in listed}) == len(listed)


def test_sectors_hold_plovers_codes() -> None:
    plover = (
        "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK"
        " AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
    )
    assert set(plover.split()) <= set(countries.sectors())


def test_a_nationality_and_what_is_left() -> None:
    assert countries.nationality("six Danish sailors") == ("DNK", "six sailors")
    assert countries.nationality("a Peruvian vessel") == ("PER", "vessel")
    assert countries.nationality("sailors") == (None, "sailors")
