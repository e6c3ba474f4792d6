"""Time expressions in TIMEX3 terms: "two days later" becomes a day, with the reason if not.

The way of a sentence: its words become a row of letters (``lexing``, with the words of
``lexicon.toml``), the letters are matched by one grammar (``grammar``), each match is
read by the rule of its name (``rules``) into what it means (``meanings``), what stands
together is joined (``joining``), and meanings are laid on the calendar (``placing``)
by the day of publication, the tense of the sentence (``tense``) and the days told of
before.

Conventions, where TIMEX3 leaves a choice: an article belongs to "the past week", a hedge
("about") does not but gives the modifier; weeks are ISO weeks; decades are three digits
("199"), fractions of years have a point (P2.5Y), those of hours are minutes; Greenwich
time ends in Z; the two ends of a range are two times; "Friday night" is one TIME.

Measured with ``polybius evaluate time``: relaxed spans, exact values. Rules were
written looking at one half of the news of TempEval-3's AQUAINT part and of MEANTIME
(by a hash of the id), never at the other. Value F1, seen and unseen half: AQUAINT .82
and .71, MEANTIME .88 and .84; right day of bare weekdays .95 and .89, 1 and 1. About
one AQUAINT value in eight follows no convention ("last week" as P1W, as a month or as
"W7"; "50 years ago" as "1949-XX"; "Friday" with the date of a Thursday), more in the
unseen half. A report of 600 words takes about 2 ms.
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
