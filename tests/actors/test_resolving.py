from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius import actors
from polybius.actors.resolving import resolve_each

DAY = dt.date(2019, 8, 2)


def codes(words: str, on: dt.date | None = DAY, context: str = "") -> tuple[str | None, str]:
    actor = actors.resolve(words, on, context)
    return actor.country, " ".join(actor.sectors)


@given(st.text(), st.none() | st.dates(), st.text())
def test_any_words_resolve_to_somebody_or_say_why(
    words: str, on: dt.date | None, context: str
) -> None:
    actor = actors.resolve(words, on, context)
    assert actor.country or actor.sectors or actor.reason


@pytest.mark.parametrize(
    ("words", "on", "name"),
    [
        ("the U.S. Secretary of State", dt.date(2019, 8, 2), "Mike Pompeo"),
        ("the U.S. Secretary of State", dt.date(2018, 3, 1), "Rex Tillerson"),
        ("South Korean President", dt.date(2017, 4, 1), None),
        ("South Korean President", dt.date(2017, 6, 1), "Moon Jae-in"),
        ("Japan's defence minister", dt.date(2017, 9, 3), "Itsunori Onodera"),
        ("the Prime Minister of Japan", dt.date(2020, 9, 16), "Yoshihide Suga"),
        ("Chief Cabinet Secretary", dt.date(2019, 8, 2), "Yoshihide Suga"),
        ("the chairman of the U.S. Joint Chiefs of Staff", dt.date(2019, 10, 2), "Mark Milley"),
        ("UN Secretary-General", dt.date(2016, 5, 1), "Ban Ki-moon"),
        ("the head of the IAEA", dt.date(2020, 1, 1), "Rafael Grossi"),
        ("INDOPACOM commander", dt.date(2019, 8, 2), "Philip Davidson"),
        ("German chancellor", dt.date(1999, 1, 1), "Gerhard Schroeder"),
        ("North Korea's ambassador to the United Nations", dt.date(2019, 8, 2), "Kim Song"),
        ("the president", dt.date(2019, 8, 2), None),
    ],
)
def test_an_office_has_the_holder_of_the_day(words: str, on: dt.date, name: str | None) -> None:
    assert actors.resolve(words, on).name == name


@pytest.mark.parametrize(
    ("words", "on", "country", "sectors"),
    [
        ("Pompeo", dt.date(2019, 8, 2), "USA", "GOV"),
        ("Pompeo", dt.date(2016, 1, 1), "USA", "LEG"),
        ("Pompeo", dt.date(2022, 1, 1), "USA", "ELI"),
        ("Trump", dt.date(2018, 1, 1), "USA", "GOV"),
        ("President Trump", dt.date(2018, 1, 1), "USA", "GOV"),
        ("Trump", dt.date(2022, 1, 1), "USA", "ELI"),
        ("Trump", dt.date(2025, 3, 1), "USA", "GOV"),
        ("former President Barack Obama", dt.date(2019, 8, 2), "USA", "ELI"),
        ("Taliban", dt.date(2020, 5, 1), "AFG", "REB"),
        ("Taliban", dt.date(2022, 5, 1), "AFG", "GOV"),
        ("Boris Johnson", dt.date(2015, 5, 1), "GBR", "GOV"),
        ("Tony Blair", dt.date(2019, 8, 2), "GBR", "ELI"),
        ("Putin", dt.date(1999, 1, 1), "RUS", "SPY"),
    ],
)
def test_a_person_is_what_they_were_on_the_day(
    words: str, on: dt.date, country: str, sectors: str
) -> None:
    assert codes(words, on) == (country, sectors)


def test_before_any_known_office_the_sector_is_unknown_and_says_so() -> None:
    actor = actors.resolve("Fumio Kishida", dt.date(1990, 1, 1))
    assert (actor.country, actor.sectors) == ("JPN", ())
    assert "no known office yet" in str(actor.reason)


def test_without_a_date_the_last_office_is_given_and_says_so() -> None:
    actor = actors.resolve("Angela Merkel")
    assert actor.sectors == ("GOV",)
    assert actor.reason == "no date: the last office known"


def test_after_the_data_end_an_open_term_is_given_with_a_warning() -> None:
    actor = actors.resolve("North Korean leader", dt.date(2090, 1, 1))
    assert actor.name == "Kim Jong Un"
    assert "offices are known to" in str(actors.resolve("Kim Jong Un", dt.date(2090, 1, 1)).reason)


@pytest.mark.parametrize(
    "words",
    [
        "Kim Jong Un", "Kim Jong-un", "Kim Jong‑Un", "KIM JONG UN", "Jong Un Kim", "Kim Jong Un's",
        "Kim Jong-eun", "North Korean leader Kim Jong Un", "leader Kim Jong-un",
    ],
)  # fmt: skip
def test_spellings_of_one_name_mean_one_person(words: str) -> None:
    actor = actors.resolve(words, DAY)
    assert (actor.name, actor.country) == ("Kim Jong Un", "PRK")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Moon Jae In", "Moon Jae-in"),
        ("Abe Shinzo", "Shinzo Abe"),
        ("Donald J. Trump", "Donald Trump"),
        ("D. Trump", "Donald Trump"),
        ("Bashar Assad", "Bashar al-Assad"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("Francois Hollande", "Francois Hollande"),
        ("François Hollande", "Francois Hollande"),
        ("Prayuth", "Prayuth Chan-ocha"),
        ("George W. Bush", "George W. Bush"),
        ("George H.W. Bush", "George H. W. Bush"),
    ],
)
def test_orders_initials_and_diacritics(words: str, name: str) -> None:
    assert actors.resolve(words, DAY).name == name


@pytest.mark.parametrize("words", ["John Trump", "Michael Jordan", "Paris Hilton", "Leon Barr"])
def test_a_name_nobody_knows_is_not_somebody_who_shares_part_of_it(words: str) -> None:
    actor = actors.resolve(words, DAY)
    assert (actor.country, actor.sectors) == (None, ())
    assert "nobody known" in str(actor.reason)


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("South Korea's Joint Chiefs of Staff", "KOR", "MIL"),
        ("the U.S. Joint Chiefs of Staff", "USA", "MIL"),
        ("the Joint Chiefs of Staff", None, "MIL"),
        ("KCNA", "PRK", "GOV JRN"),
        ("the Rodong Sinmun", "PRK", "GOV JRN"),
        ("Cheong Wa Dae", "KOR", "GOV"),
        ("the Pentagon", "USA", "MIL"),
        ("PACOM", "USA", "MIL"),
        ("NORAD", "USA", "MIL"),
        ("the Kremlin", "RUS", "GOV"),
        ("Iran's Revolutionary Guards", "IRN", "MIL"),
        ("the PLA", "CHN", "MIL"),
        ("U.N. Security Council", "UNO", "IGO"),
        ("European Union", "EUR", "IGO"),
        ("ASEAN", "IGO", "IGO"),
        ("the Red Cross", None, "NGO"),
        ("Seoul", "KOR", "GOV"),
        ("Washington", "USA", "GOV"),
        ("Taiwan", "TWN", ""),
        ("US", "USA", ""),
        ("Somaliland", "SOM", "PRE"),
        ("Islamic State", None, "REB"),
    ],
)
def test_bodies_capitals_and_states(words: str, country: str | None, sectors: str) -> None:
    assert codes(words) == (country, sectors)


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("soldiers", None, "MIL"),
        ("Burmese soldiers", "MMR", "MIL"),
        ("Norway's ambassador to Chile", "NOR", "GOV"),
        ("China's U.N. ambassador", "CHN", "GOV"),
        ("Peruvian rebels", "PER", "REB"),
        ("Iran-backed militia", None, "PRM"),
        ("Turkish-backed Syrian rebels", "SYR", "REB"),
        ("a spokesman for the Houthis", "YEM", "REB"),
        ("members of the Chilean navy", "CHL", "MIL"),
        ("the chairman of Toyota", "JPN", "BUS"),
        ("president of the University of Oslo", "NOR", "EDU"),
        ("residents of Osaka", "JPN", "CVL"),
        ("police in Lagos", "NGA", "COP"),
        ("dozens of Kenyan farmers", "KEN", "AGR"),
        ("a defense analyst", None, "EDU"),
        ("ex-minister", None, "ELI"),
        ("a retired general", None, "ELI"),
        ("an opposition lawmaker", None, "LEG OPP"),
        ("Trump administration officials", "USA", "GOV"),
        ("Hamas gunmen", "PSE", "REB"),
        ("masked gunmen", None, "UAF"),
        ("Italian anti-mafia prosecutors", "ITA", "JUD"),
        ("Muslim leaders in Spain", "ESP", "REL MOS"),
        ("he", None, "UNK"),
    ],
)
def test_agents_have_the_sector_of_their_noun_and_the_country_of_their_owner(
    words: str, country: str | None, sectors: str
) -> None:
    found_country, found_sectors = codes(words)
    assert found_country == country
    assert found_sectors.split()[:1] == sectors.split()[:1]


@pytest.mark.parametrize("words", ["", "…", "yesterday", "last week", "17", "a cat", "was, went"])
def test_what_is_no_actor_says_so(words: str) -> None:
    actor = actors.resolve(words)
    assert (actor.country, actor.sectors) == (None, ())
    assert actor.reason


def test_the_north_is_koreas_where_the_text_speaks_of_korea() -> None:
    assert codes("the North", context="Seoul said so")[0] == "PRK"
    assert codes("the South's military", context="the two Koreas") == ("KOR", "MIL")
    assert codes("the North", context="in Sudan")[0] is None


def test_an_office_without_a_country_takes_the_only_one_of_its_context() -> None:
    actor = actors.resolve("the president", DAY, "Protests filled the streets of France.")
    assert (actor.name, actor.reason) == ("Emmanuel Macron", "the country is the context's")
    assert codes("the president", context="France and Spain agreed")[0] is None


def test_a_body_that_few_countries_have_is_of_the_one_the_context_speaks_of_most() -> None:
    context = "South Korean officials told South Korea's neighbours and the United States."
    actor = actors.resolve("the Joint Chiefs of Staff", DAY, context)
    assert (actor.country, actor.name) == ("KOR", "Joint Chiefs of Staff")
    assert "speaks of most" in str(actor.reason)
    assert codes("the JCS", context="Japan waited.")[0] is None


def test_a_list_of_countries_is_no_one_country() -> None:
    actor = actors.resolve("Britain, France and Germany")
    assert actor.country is None
    assert actor.reason == "more than one country: GBR, FRA, DEU"
    assert [one.country for one in resolve_each("Britain, France and Germany")] == [
        "GBR", "FRA", "DEU",
    ]  # fmt: skip
    assert codes("the navies of Japan and Australia") == (None, "MIL")
    assert [one.sectors for one in resolve_each("French and Dutch soldiers")] == [("MIL",)] * 2


def test_one_letter_out_of_place_is_mended_and_says_so() -> None:
    actor = actors.resolve("Isreal")
    assert (actor.country, actor.reason) == ("ISR", "'Isreal' read as 'Israel'")
    assert actors.resolve("Afganistan").country == "AFG"


def test_a_title_before_a_name_nobody_knows_keeps_the_name() -> None:
    actor = actors.resolve("Ghanaian army spokesman Kofi Nkrumah-Appiah", DAY)
    assert (actor.name, actor.country) == ("Kofi Nkrumah-Appiah", "GHA")
    assert actor.sectors == ("MIL",)


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("the CGT of Argentina", "ARG", "LAB"),
        ("Tajik Renaissance Party", "TJK", "PTY"),
        ("the Labour Party of Malta", "MLT", "PTY"),
        ("the PKK of Iraq", "TUR", "REB"),
        ("the Security Council of the United Nations", "UNO", "IGO"),
    ],
)
def test_a_namesake_of_anothers_body_is_its_own_countrys(
    words: str, country: str, sectors: str
) -> None:
    assert codes(words) == (country, sectors)


@pytest.mark.parametrize(
    ("words", "country", "sectors"),
    [
        ("the Joint Chiefs of Staff (JCS) in Seoul", "KOR", "MIL"),
        ("an aide to President Macron", "FRA", "GOV"),
        ("troops loyal to Haftar", "LBY", "MIL"),
        ("an envoy to Poland", None, "GOV"),
        ("a Lagos-based bank", "NGA", "BUS"),
        ("MIT, Turkey's spy agency", "TUR", "SPY"),
        ("Sicilian fishermen", "ITA", "AGR"),
        ("Catalans", "ESP", ""),
    ],
)
def test_brackets_attachments_and_regions(words: str, country: str | None, sectors: str) -> None:
    assert codes(words) == (country, sectors)


@pytest.mark.parametrize(
    "words",
    [
        "Ann Carpenter",
        "Anwar al-Brindisi",
        "Lena Moreau-Burke",
        "Philip van Macron",
        "Lavrov Macron",
    ],
)
def test_a_part_of_a_name_is_nobody(words: str) -> None:
    assert codes(words) == (None, "")


@pytest.mark.parametrize(
    ("words", "sectors"),
    [
        ("The Economist", "JRN"),
        ("the economist", "BUS"),
        ("the Hindu pilgrims", "REL HIN"),
        ("a visa", ""),
    ],
)
def test_words_that_are_names_only_with_a_capital(words: str, sectors: str) -> None:
    assert codes(words)[1] == sectors


def test_a_context_that_names_koreans_speaks_of_korea() -> None:
    assert codes("the South", context="Kim Jong Un wrote to Moon Jae-in.") == ("KOR", "")
