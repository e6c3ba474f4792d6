from __future__ import annotations

import datetime as dt

from polybius.actors import holders


def names(role: str, country: str, on: dt.date) -> list[str]:
    return [holding.name for holding in holders(role, country, on)]


def test_holders_by_role_country_and_day() -> None:
    day = dt.date(2022, 10, 25)
    assert names("prime minister", "GBR", day) == ["Rishi Sunak"]
    assert names("prime minister", "GBR", dt.date(2022, 10, 24)) == ["Liz Truss"]
    assert names("Prime Minister", "GBR", dt.date(1066, 1, 1)) == []
    assert names("pastry chef", "GBR", day) == []


def test_any_form_of_a_title_will_do() -> None:
    day = dt.date(2019, 8, 2)
    assert names("foreign minister", "GBR", day) == names("Foreign Secretary", "GBR", day)
    assert names("defence minister", "USA", day) == ["Mark Esper"]


def test_all_terms_of_an_office_in_order() -> None:
    terms = [term for term in holders("chancellor", "DEU") if term.title == "Chancellor"]
    assert [term.start for term in terms] == sorted(str(term.start) for term in terms)
    assert terms[-1].end is None


def test_no_arguments_give_every_term() -> None:
    assert len(holders()) > 2000
