"""Time expressions in TIMEX3 terms: "two days later" becomes a day, with the reason if not.

The way of a sentence: its words become a row of letters (``lexing``, with the words of
``lexicon.toml``), the letters are matched by one grammar (``grammar``), each match is
read by the rule of its name (``rules``) into what it means (``meanings``), what stands
together is joined (``joining``), and meanings are laid on the calendar (``placing``)
by the day of publication, the tense of the sentence (``tense``) and the days told of
before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from polybius.annotating.times.drafts import Draft
from polybius.annotating.times.grammar import GRAMMAR
from polybius.annotating.times.joining import joined
from polybius.annotating.times.lexing import Lexed, lex
from polybius.annotating.times.placing import Placer
from polybius.annotating.times.rules import READERS
from polybius.nouns import Document, Span, Timex

__all__ = ["times"]


def times(document: Document, sentences: Sequence[Span]) -> tuple[Timex, ...]:
    """The time expressions of ``document.text``, in order, none overlapping another.

    Relative ones are anchored to ``document.published.day``; without it their value is
    None, with the reason. *sentences* are spans of ``document.text``, in order.
    """
    lexed = lex(document.text, sentences)
    drafts = joined(lexed, _drafts(lexed))
    return tuple(Placer(lexed, document.published.day).place(drafts))


def _drafts(lexed: Lexed) -> list[Draft]:
    drafts: list[Draft] = []
    for match in GRAMMAR.finditer(lexed.letters):
        if match.lastgroup:
            found = READERS[match.lastgroup](lexed, match.start(), match.end())
            drafts += [_without_full_stop(lexed, draft) for draft in found]
    return drafts


def _without_full_stop(lexed: Lexed, draft: Draft) -> Draft:
    """Leave out the stop of "in May.", which ends the sentence; that of "in Aug." stays."""
    last = draft.stop - 1
    if lexed.letter(last) != "." or (
        lexed.letter(last - 1) == "m" and lexed.word(last - 1) not in {"may", "march"}
    ):
        return draft
    return replace(draft, stop=last)
