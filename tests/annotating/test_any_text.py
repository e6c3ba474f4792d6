"""All annotators and packs together survive any text, and their spans are its words."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from polybius.annotating import annotate
from polybius.nouns import Document, Published
from polybius.packs import PACKS

WORDS = (
    *(
        "North",
        "Korea",
        "the",
        "The",
        "a",
        "missile",
        "missiles",
        "fired",
        "launch",
        "said",
        "that",
    ),
    *("he", "they", "who", "which", "and", "to", "of", "in", "on", "Friday", "last", "week", "220"),
    *(
        "km",
        "miles",
        "(135",
        "135)",
        "about",
        "at",
        "least",
        "“",
        "”",
        '"',
        "’s",
        "'",
        ",",
        ".",
        ";",
    ),
    *(
        "U.S.",
        "Lt.",
        "Gen.",
        "Kim",
        "according",
        "reports",
        "condemned",
        "called",
        "for",
        "—",
        "(AP)",
    ),
    *("2:59", "a.m.", "GMT", "third", "time", "eight", "days", "Pyongyang", "Seoul", "told", "it"),
    *(
        "\n\n",
        "May",
        "2017",
        "not",
        "would",
        "have",
        "been",
        "whether",
        "if",
        "as",
        "by",
        "its",
        ":",
    ),
)


@settings(deadline=None)  # the first words to need it load the data
@given(st.lists(st.sampled_from(WORDS), max_size=60))
def test_any_words_in_any_order(words: list[str]) -> None:
    _annotated(" ".join(words))


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_characters(text: str) -> None:
    _annotated(text)


def _annotated(text: str) -> None:
    document = Document.of_text(text, Published("2019-08-02", "given"))
    annotations, warnings = annotate(document)
    spans = [
        *annotations.sentences,
        *(each.span for each in annotations.times),
        *(each.span for each in annotations.places),
        *(each.span for each in annotations.quantities),
        *(each.content for each in annotations.quotations),
        *(each.span for each in warnings if each.span),
    ]
    for pack in PACKS:
        spans += [claim.span for claim in pack(document, annotations).claims]
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
