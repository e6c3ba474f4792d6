from __future__ import annotations

import re
import time
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating.places import places, senses, weighing, words
from polybius.annotating.sentences import sentences
from polybius.nouns import Document, Place, Span
from tests.linear import assert_linear


def found(text: str) -> tuple[Place, ...]:
    document = Document.of_text(text)
    return places(document, sentences(document))


def named(text: str) -> dict[str, Place]:
    return {place.span.of(text): place for place in found(text)}


def countries(text: str) -> Mapping[str, str | None]:
    return {name: place.country for name, place in named(text).items()}


def test_a_launch_report() -> None:
    text = (
        "SEOUL (AP) — North Korea fired two missiles from near Sinpo toward the Sea of Japan, "
        "South Korea's Joint Chiefs of Staff said. Washington called for restraint."
    )
    places_named = named(text)
    assert countries(text) == {
        "SEOUL": "KOR",
        "North Korea": "PRK",
        "Sinpo": "PRK",
        "Sea of Japan": None,
        "South Korea": "KOR",
        "Washington": "USA",
    }
    assert places_named["Sinpo"].kind == "launch_site"
    assert places_named["Sinpo"].latitude == pytest.approx(40.02, abs=0.05)
    assert places_named["Sea of Japan"].kind == "sea"
    assert places_named["SEOUL"].kind == "capital"


@pytest.mark.parametrize(
    ("name", "latitude", "longitude"),
    [
        ("Mupyong-ni", 40.6, 126.4),
        ("Tongchang-ri", 39.7, 124.7),
        ("Dongchang-ri", 39.7, 124.7),
        ("Musudan-ri", 40.9, 129.7),
        ("Gitdaeryong", 39.0, 127.6),
        ("Punggye-ri", 41.3, 129.1),
        ("Hodo", 39.4, 127.5),
        ("Chandipur", 21.4, 87.0),
        ("Wheeler Island", 20.8, 87.1),
        ("Sonmiani", 25.2, 66.8),
        ("Plesetsk", 62.9, 40.6),
        ("Kapustin Yar", 48.6, 45.9),
        ("Palmachim", 31.9, 34.7),
        ("Vandenberg", 34.7, -120.6),
        ("Kwajalein", 8.7, 167.7),
    ],
)
def test_launch_sites_under_their_names(name: str, latitude: float, longitude: float) -> None:
    place = named(f"The missile was launched from {name} at dawn.")[name]
    assert place.kind == "launch_site"
    assert place.latitude == pytest.approx(latitude, abs=0.1)
    assert place.longitude == pytest.approx(longitude, abs=0.1)


@pytest.mark.parametrize(
    ("text", "name", "country", "region_latitude"),
    [
        ("He lives in Springfield, Ill., with his dog.", "Springfield", "USA", 39.8),
        ("A fire broke out in Alexandria, Louisiana.", "Alexandria", "USA", 31.3),
        ("She moved to Paris, Texas, in May.", "Paris", "USA", 33.7),
        ("The plant in London, Ontario, will close.", "London", "CAN", 43.0),
        ("Police in Portland, ME, arrested two.", "Portland", "USA", 43.7),
        ("A rocket hit Tripoli, Lebanon.", "Tripoli", "LBN", 34.4),
        ("The president landed in Paris.", "Paris", "FRA", 48.9),
        ("A bridge fell in Athens.", "Athens", "GRC", 38.0),
    ],
)
def test_what_is_written_beside_a_name_places_it(
    text: str, name: str, country: str, region_latitude: float
) -> None:
    place = named(text)[name]
    assert place.country == country
    assert place.latitude == pytest.approx(region_latitude, abs=0.3)


def test_a_name_keeps_its_sense_through_the_document() -> None:
    text = "A school in Paris, Texas, burned down. Nobody in Paris was hurt."
    assert {place.country for place in found(text)} == {"USA"}
    assert len(found(text)) == 3


def test_towns_that_keep_each_other_company() -> None:
    text = "Crews from Norfolk, Columbus, Wayne, Pierce and Stanton came. Norfolk sent three."
    assert named(text)["Norfolk"].latitude == pytest.approx(42.0, abs=0.2)


def test_countries_of_the_document_count() -> None:
    state = "In Georgia, voters in Atlanta and Savannah went to the polls, as in Alabama."
    country = "Georgia and Armenia closed the border; in Tbilisi, protesters marched."
    assert countries(state)["Georgia"] == "USA"
    assert countries(country)["Georgia"] == "GEO"


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "Jordan Smith said so. Smith and Jordan Smith left.",
        "Reading is fun, and nice people read.",
        "Nice work, said the teacher.",
        "She spoke in English.",
        "The hotel stands on Hampton Avenue.",
        "Tell us more, said the boy.",
        "On March 4 they left.",
        "The Hwasong-12 flew far.",
        "It flew at Mach 6.",
        "The U.N. met. WHO knew?",
        "Of course. Most did. Police came.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert named(text) == {}


def test_ordinary_words_are_places_where_the_text_says_so() -> None:
    assert countries("A train stopped in Reading, England.") == {
        "Reading": "GBR",
        "England": "GBR",
    }
    assert countries("He flew to Nice, France.")["Nice"] == "FRA"


@pytest.mark.parametrize(
    ("text", "name", "metonym"),
    [
        ("Pyongyang said it would respond.", "Pyongyang", True),
        ("The spokesman in Seoul said it would respond.", "Seoul", False),
        ("Washington’s policy has not changed.", "Washington", True),
        ("Talks between Washington and Moscow stalled.", "Washington", True),
        ("Talks between Washington and Moscow stalled.", "Moscow", True),
        ("Trains run between London and Paris.", "London", False),
        ("It signed a treaty with the United States.", "United States", True),
        ("It lies on the border with China.", "China", False),
        ("North Korea fired a missile.", "North Korea", True),
        ("It fell near Japan.", "Japan", False),
        ("The Kremlin denied it.", "Kremlin", True),
        ("It was sunny over Tokyo.", "Tokyo", False),
    ],
)
def test_capitals_and_countries_as_governments(text: str, name: str, metonym: bool) -> None:
    assert named(text)[name].metonym is metonym


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("A North Korean missile fell.", "North Korean", "PRK"),
        ("British and Dutch ships sailed.", "Dutch", "NLD"),
        ("Two Kurdish fighters fled.", "Kurdish", None),
        ("European leaders met.", "European", None),
    ],
)
def test_adjectives(text: str, name: str, country: str | None) -> None:
    place = named(text)[name]
    assert place.adjective
    assert not place.metonym
    assert place.country == country
    assert place.latitude is not None


@pytest.mark.parametrize(
    "text", ["The Egyptians left.", "Many Mexicans stayed.", "The Irish, he said, won."]
)
def test_a_people_is_not_ground(text: str) -> None:
    (place,) = found(text)
    assert (place.latitude, place.longitude) == (None, None)
    assert place.reason == "a people, not ground"
    assert place.country is not None
    assert place.adjective


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the U.S.", "USA"),
        ("the U.K.", "GBR"),
        ("N. Korea", "PRK"),
        ("the DPRK", "PRK"),
        ("the UAE", "ARE"),
        ("Burma", "MMR"),
        ("Côte d’Ivoire", "CIV"),
        ("Bosnia-Herzegovina", "BIH"),
        ("the Democratic Republic of Congo", "COD"),
        ("Trinidad & Tobago", "TTO"),
    ],
)
def test_countries_by_other_names(name: str, country: str) -> None:
    (place,) = found(f"The ship left {name} yesterday.")
    assert place.country == country
    assert place.kind == "country"


def test_offsets_count_code_points() -> None:
    text = "🚀 Müller’s “Αθήνα” trip: from Tokyo to Kyiv."
    assert {"Tokyo", "Kyiv"} <= named(text).keys()


def test_a_dateline_is_a_place() -> None:
    text = "CHINCOTEAGUE (AP) — The launch was put off.\nA second one is planned."
    document = Document.of_text(text)
    assert [place.span.of(text) for place in places(document, sentences(document))] != []
    dated = Document(text, document.paragraphs, dateline=Span(0, 19))
    assert places(dated, sentences(dated))[0].country == "USA"


def test_a_county_of_many_follows_its_state() -> None:
    text = "The fire in Orange County, Florida, spread. Orange County officials were told."
    assert named(text)["Orange County"].latitude == pytest.approx(28.5, abs=0.3)


@given(
    st.text(max_size=120)
    | st.lists(
        st.sampled_from(["Paris", ",", "Texas", "U.S.", "the", "of", "-", "North", "Korea", "’s"])
    ).map(" ".join)
)
def test_any_text_has_its_places_in_order_and_apart(text: str) -> None:
    end = 0
    for place in found(text):
        assert end <= place.span.start < place.span.end <= len(text)
        end = place.span.end
        assert (place.latitude is None) == (place.longitude is None)
        assert place.latitude is not None or place.reason


def test_the_same_text_has_the_same_places() -> None:
    text = "In Columbus, Madison and Lancaster, and from Georgia to Jordan, people waited."
    assert found(text) == found(text)


@pytest.mark.parametrize(
    "pattern", [words.WORD, words.ELIDED, weighing.BASED, weighing.DATELINE, senses.PARTIES]
)
def test_patterns_are_linear(pattern: re.Pattern[str]) -> None:
    assert_linear(pattern)


def test_long_hostile_texts_are_read_in_proportion() -> None:
    for seed in ("Paris, ", "A ", "St. ", "North Korea’s ", "U.S.-", "of the "):
        start = time.perf_counter()
        found(seed * (40_000 // len(seed)))
        assert time.perf_counter() - start < 10
