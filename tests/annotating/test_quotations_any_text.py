"""Whatever the text: no error, spans in the text, time in proportion."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.annotating import tokens as tokenising
from polybius.annotating.quotations import (
    assembling,
    hedging,
    marks,
    mentions,
    names,
    quotations,
    shapes,
)
from polybius.annotating.sentences import sentences
from polybius.nouns import Document, Quotation, Span
from tests.linear import assert_linear

PIECES = [
    "said", "says", "told", "that", "if", "according to", "citing", "per", "quoted as saying",
    "urged", "called", "as", "by", "claim", "who", "he", "she", "they", "it", "the ministry",
    "Mary Doe", "Mr. Roe", "Spain's", "the JCS (JCS)", "officials", "was", "to leave", "leaving",
    "rocket", "flew", "may", "about 3", "on Friday", "in an interview", "and", "but", "not",
    "“", "”", '"', "'", "‘", "’", "``", "''", "«", "»", ",", ".", ":", ";", "—", "(", ")",
    "\n\n", "?", "-", "n't", "don’t", "3,000",
]  # fmt: skip


def find(text: str) -> tuple[Quotation, ...]:
    document = Document.of_text(text)
    return quotations(document, sentences(document))


def check(text: str, found: tuple[Quotation, ...]) -> None:
    assert list(found) == sorted(found, key=lambda each: each.content)
    for each in found:
        assert each.pieces
        assert each.content.start == min(piece.start for piece in each.pieces)
        assert each.content.end == max(piece.end for piece in each.pieces)
        spans = [*each.pieces, *each.hedges, *filter(None, (each.cue, each.source))]
        spans += [actor.span for actor in each.chain if actor.span]
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
        assert each.cue is not None or each.reason
        assert each.speaker is not None or each.reason
        assert (each.speaker is None) == (not each.chain) or each.chain[0] == each.speaker


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text, find(text))


@given(st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_words_that_report(pieces: list[str]) -> None:
    text = " ".join(pieces)
    check(text, find(text))


@given(st.text(max_size=200), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200))))
def test_any_sentences(text: str, borders: list[tuple[int, int]]) -> None:
    spans = sorted(Span(min(a, b), max(a, b)) for a, b in borders)
    inside = [span for span in spans if span.start < span.end <= len(text)]
    check(text, quotations(Document.of_text(text), inside))


def test_the_same_text_gives_the_same() -> None:
    text = "“It failed,” Mary Doe told TV Lima. She said officials knew. They denied it."
    assert find(text) == find(text)


@pytest.mark.parametrize(
    "pattern",
    [
        tokenising.WORD,
        tokenising._CLITIC,
        marks._MARK,
        assembling.DATELINE,
        names.CAPITALS,
        names.DATED,
        names._PREPOSITION,
        mentions._POSSESSIVE,
        mentions._LIST,
        hedging._pattern(),
        *(slip for slip, _ in shapes._SLIPS),
    ],
    ids=lambda pattern: pattern.pattern[:30],
)
def test_patterns_are_linear(pattern: re.Pattern[str]) -> None:
    assert_linear(pattern)


def _seconds(text: str) -> float:
    """Of the processor's time: what else the machine does is not ours."""
    start = time.process_time()
    find(text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "seed",
    [
        "he said ", "“a ", "'a ", "said X, ", "A, ", "said that ", "it said. ", "He said so. ",
        "Mary Doe said it. He ", "a, and ", "citing a, ", "of the ", "“He said.” ",
        "(JCS) the JCS ",
        "\n\n“a b", "according to a, ",
    ],
)  # fmt: skip
def test_time_is_in_proportion_to_the_text(seed: str) -> None:
    seconds = []
    for size in (4_000, 16_000, 64_000):
        text = (seed * size)[:size]
        seconds.append(min(_seconds(text) for _ in range(3)))
    for before, after in itertools.pairwise(seconds):
        assert after < max(0.3, 10 * before), seconds
