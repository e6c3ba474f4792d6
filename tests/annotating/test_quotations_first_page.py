"""The statements of the first page, each with its speaker.

The page is third-party text: its statements are found here by a word or two.
"""

from __future__ import annotations

import pytest

from polybius.nouns import Span
from tests.annotating.quoting import Said, said
from tests.shared import shared

pytestmark = pytest.mark.gold

NEW = "new short-range"


@pytest.fixture(scope="module")
def page() -> str:
    text = shared("pages/first_page.txt").read_text(encoding="utf-8")
    return text[text.index("\n\n", text.index("/Reuters")) : text.index("(Reporting by")]


@pytest.fixture(scope="module")
def statements(page: str) -> list[Said]:
    return said(page)


def about(statements: list[Said], words: str) -> Said:
    """The outermost statement with these words in its content."""
    found = [each for each in statements if words in each.content]
    assert found, words
    return max(found, key=lambda each: each.quotation.content.length)


@pytest.mark.parametrize(
    ("words", "speaker", "role"),
    [
        ("improve military", "analysts", None),
        ("going on", "Mike Pompeo", "U.S. Secretary of State"),
        (NEW, "South Korea’s government", None),
        ("220 km", "Joint Chiefs of Staff (JCS) in Seoul", None),
        ("at least one", "U.S. official", None),
        ("initial information", "U.S. officials", None),
        ("oversaw", "North Korean state media", None),
        ("assiduously", "Leif-Eric Easley", "international relations expert"),
        ("The aim", "Leif-Eric Easley", "international relations expert"),
        ("promises", "Donald Trump", "U.S. President"),
        ("they were short-range", "Donald Trump", "U.S. President"),
        ("We never", "Donald Trump", "U.S. President"),
        ("he never", "Donald Trump", "U.S. President"),
        ("re-establish", "15-member United Nations Security Council", None),
        ("negative impact", "Thai foreign ministry official", None),
        ("meaningful", "representatives of Britain, France and Germany", None),
        ("sanctions need", "representatives of Britain, France and Germany", None),
        ("remained fully", "Mike Pompeo", "U.S. Secretary of State"),
        ("We’re working", "Mike Pompeo", "U.S. Secretary of State"),
        ("disappointed", "Mike Pompeo", "U.S. Secretary of State"),
        ("another set", "Mike Pompeo", "U.S. Secretary of State"),
        ("too long", "Mike Pompeo", "U.S. Secretary of State"),
        ("immediate impact", "Japan’s defense ministry", None),
        ("no longer", "Andrei Lankov", "director of Korea Risk Group"),
        ("On the contrary", "Andrei Lankov", "director of Korea Risk Group"),
    ],
)
def test_who_said_what(statements: list[Said], words: str, speaker: str, role: str | None) -> None:
    found = about(statements, words)
    actor = found.quotation.speaker
    assert actor is not None
    assert actor.name == speaker
    assert (actor.role is None) if role is None else (actor.role or "").startswith(role)
    assert not found.quotation.attitude


def test_the_figures_are_the_jcs_own(statements: list[Said]) -> None:
    found = about(statements, "220 km")
    assert found.content.startswith("They flew")
    assert found.content.endswith("(15 miles)")
    assert found.quotation.kind == "indirect"


@pytest.mark.parametrize(
    ("words", "hedges"),
    [
        (NEW, ("appeared to be",)),
        ("at least one", ("at least", "possibly")),
        ("initial information", ("initial information indicated",)),
        ("going on", ("may have",)),
        ("220 km", ()),
    ],
)
def test_hedges(statements: list[Said], words: str, hedges: tuple[str, ...]) -> None:
    assert about(statements, words).hedges == hedges


def test_a_paragraph_without_a_cue_says_why(statements: list[Said]) -> None:
    found = about(statements, "The aim")
    assert found.cue is None
    assert found.quotation.reason is not None
    assert found.quotation.kind == "direct"


def test_a_split_quotation_is_one(statements: list[Said]) -> None:
    found = about(statements, "another set")
    assert len(found.quotation.pieces) == 2
    assert about(statements, "too long").quotation is found.quotation


def test_trump_is_asked_by_nobody_named(statements: list[Said]) -> None:
    found = about(statements, "testing him")
    assert found.cue == "was asked"
    assert found.quotation.speaker is None
    assert found.quotation.reason is not None


def test_plans_and_wishes_are_attitudes(statements: list[Said]) -> None:
    assert about(statements, "revive the stalled").quotation.attitude


def test_what_the_outlet_tells_is_said_by_nobody_else(page: str, statements: list[Said]) -> None:
    told = page.index("eight days")
    assert not any(each.quotation.content.contains(Span(told, told + 1)) for each in statements)
