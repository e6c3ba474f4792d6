from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating import sentences as module
from polybius.annotating.sentences import sentences
from polybius.nouns import Document, Span
from tests.linear import assert_linear


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(Document.of_text(text))]


@pytest.mark.parametrize(
    "text",
    [
        "He met U.S. Secretary of State Anna Bell in Oslo.",
        "The order came from Lt. Gen. Kim Tae-ho and Adm. R. J. Smith.",
        "It was held in Building No. 2 of the yard.",
        "The missile rose at 5:30 a.m. local time on Jan. 5 and fell at 6 a.m. GMT.",
        "The launch was at 5 a.m. (2000 GMT) and ended at 7 p.m. Jakarta time.",
        "They flew to St. Petersburg with J. Smith and Bell Inc. chairman P. D. Moor.",
        "“We must go at once,” he said.",
        "“Must we go?” he asked.",
        "“Must we go?” Kim Min-jun asked.",
        "“We go!” the minister shouted.",
        "It flew 3.5 km, or 2.2 miles, in the U.N. zone.",
        "It was … well, a surprise.",
        "The maker of the iPhone (founded 1976) is in Calif. and sells abroad.",
        "Shares of Yahoo! Japan fell.",
        "2. Background of the talks",
        "It fell at 7 a.m. Tokyo time on Aug. 2 off Lt. Gen. Bell's base.",
        "It fell at 7 a.m. EST and again at 7 a.m. Friday, 40 km. NE of the port.",
        "It flew at 7 p.m. New York time, 8 p.m. U.S. Eastern time and 9 p.m. May 5.",
        "It fell at 7 a.m. Eastern on Monday, or 8 a.m. Pacific, in Ft. Lowell.",
        "It was 5 m. long and 3 ft. wide, as M. Duval said.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It travelled 1,500 km. Peru did not confirm it.",
         ["It travelled 1,500 km.", "Peru did not confirm it."]),
        ("It flew 50 km. Chile saw it rise 30 mi. Lima, 9 ft. “Bell” did not.",
         ["It flew 50 km.", "Chile saw it rise 30 mi.", "Lima, 9 ft.", "“Bell” did not."]),
        ("It weighs 500 kg. Lima said it rose 300 m. Quito did not.",
         ["It weighs 500 kg.", "Lima said it rose 300 m.", "Quito did not."]),
        ("It fell at 7 a.m. Japan said so. It fell at 8 p.m. Seoul said.",
         ["It fell at 7 a.m.", "Japan said so.", "It fell at 8 p.m.", "Seoul said."]),
        ("It fell at 7 a.m. Pacific Command saw it at 9 a.m. May said so.",
         ["It fell at 7 a.m.", "Pacific Command saw it at 9 a.m.", "May said so."]),
        ("“We will. We must,” he said.", ["“We will.", "We must,” he said."]),
        ("He left the U.S. The talks failed.", ["He left the U.S.", "The talks failed."]),
        ("It fell at 5 a.m. No ship was hit.", ["It fell at 5 a.m.", "No ship was hit."]),
        ("“We never did. I have no problem,” he said. He left.",
         ["“We never did.", "I have no problem,” he said.", "He left."]),
        ("“It is so.” Officials disagreed.", ["“It is so.”", "Officials disagreed."]),
        ("Nobody knew. (Reporting by A. Bell in SEOUL; Editing by C. Dorn)",
         ["Nobody knew.", "(Reporting by A. Bell in SEOUL; Editing by C. Dorn)"]),
        ("Was it No. Yes. It was.", ["Was it No.", "Yes.", "It was."]),
        ("It was known.[12] Later it was not. [3] [4] Now it is.",
         ["It was known.[12]", "Later it was not. [3] [4]", "Now it is."]),
        ("Two were fired.The second fell.", ["Two were fired.", "The second fell."]),
        ("``It was,'' he said. ``It is.'' He left.",
         ["``It was,'' he said.", "``It is.''", "He left."]),
        ("He waited ... The ship came.", ["He waited ...", "The ship came."]),
    ],
)  # fmt: skip
def test_several_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_never_across_paragraphs() -> None:
    assert split("A title without a stop\n\nThe first line\nand another") == [
        "A title without a stop",
        "The first line",
        "and another",
    ]


def test_a_paragraph_is_where_the_document_says() -> None:
    text = "First. Second.\nThird."
    document = Document(text=text, paragraphs=(Span(7, len(text)),))
    assert [span.of(text) for span in sentences(document)] == ["Second.", "Third."]


@given(st.text(alphabet='aA. 1\n"”’?!…()[],–', max_size=60))
def test_sentences_cover_all_but_white_space(text: str) -> None:
    document = Document.of_text(text)
    spans = sentences(document)
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans))
    assert all(any(p.contains(span) for p in document.paragraphs) for span in spans)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)


@given(st.text(max_size=80))
def test_any_text_has_sentences(text: str) -> None:
    sentences(Document.of_text(text))


@pytest.mark.parametrize(
    "name",
    [
        "CANDIDATE", "GLUED", "GOES_ON", "WORD_BEFORE", "WORD_AFTER", "NAME_THEN_SAYING",
        "SOME_TIME", "ZONE_ALONE", "COUNTED",
    ],
)  # fmt: skip
def test_patterns_are_linear(name: str) -> None:
    assert_linear(getattr(module, name), seeds=("a", ". ", " ", "A ", ".", "”", "[1]", ". [1] "))
