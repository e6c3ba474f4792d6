"""Quotations and reported speech: who said what, by which words, with which hedges.

Rules over light syntax: the tagger of ``polybius.annotating.tagging``, a lexicon
of words that report (``lexicon.toml``), and noun phrases by their shape. The
stages, in order: ``marks`` finds quotation marks, ``units`` joins sentences that
a quotation spans, ``cues`` and ``nominal`` find the words that report,
``complements`` and ``reports`` what they report, ``assembling`` puts the parts of
a quotation together, ``speakers`` leads "he" and "the ministry" back to names.
"""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Sequence

from polybius.annotating.quotations.assembling import CONTINUED, Statement, statements
from polybius.annotating.quotations.hedging import hedges
from polybius.annotating.quotations.lexicon import lexicon
from polybius.annotating.quotations.marks import stretches
from polybius.annotating.quotations.speakers import Resolve, Speakers
from polybius.nouns import Actor, Document, Quotation, Span

__all__ = ["Resolve", "quotations"]


def quotations(
    document: Document, sentences: Sequence[Span], resolve: Resolve | None = None
) -> tuple[Quotation, ...]:
    """Every quotation and report of speech or thought, in order of content.

    What somebody reports somebody else to have said is there once for each of
    the two; the inner one's ``chain`` ends with the outer speaker. *resolve*
    gives a speaker's country and sectors from the full words that name the
    speaker and from the sentence; without it they are None.
    """
    marked = stretches(document.text, document.paragraphs)
    found, units = statements(document, sentences, marked, lexicon())
    speakers = Speakers(document.text, units, resolve)
    hedged = hedges(document.text)
    made: dict[int, Quotation] = {}
    for statement in sorted(found, key=_telling):
        made[id(statement)] = _quotation(statement, speakers, made, hedged)
    return tuple(made[id(statement)] for statement in found if _counts(statement, made))


def _telling(statement: Statement) -> tuple[int, int, int]:
    """Speakers are met in the order of their sources, the outer statement's first."""
    at = statement.source or statement.cue or statement.content
    depth, outer = 0, statement.outer
    while outer is not None:
        depth, outer = depth + 1, outer.outer
    return statement.unit.span.start, depth, at.start


def _quotation(
    statement: Statement,
    speakers: Speakers,
    made: dict[int, Quotation],
    hedged: Sequence[Span],
) -> Quotation:
    speaker, reason = _speaker(statement, speakers, made)
    report = statement.report
    inner = [speakers.named(span, statement.unit)[0] for span in statement.cited]
    outer = [speakers.named(span, statement.unit)[0] for span in statement.via]
    enclosing = made.get(id(statement.outer)) if statement.outer else None
    chain = [*inner, speaker, *outer, *(enclosing.chain if enclosing else ())]
    known = tuple(actor for actor in chain if actor is not None)
    return Quotation(
        kind=statement.kind,
        content=statement.content,
        cue=statement.cue,
        source=statement.source,
        speaker=known[0] if inner and known else speaker,
        pieces=tuple(statement.pieces),
        chain=known,
        hedges=_inside(statement, hedged),
        attitude=report is not None and report.attitude,
        denied=report is not None and report.denied,
        reason=reason,
    )


def _speaker(
    statement: Statement, speakers: Speakers, made: dict[int, Quotation]
) -> tuple[Actor | None, str | None]:
    if statement.follows is not None:
        before = made.get(id(statement.follows))
        return (before.speaker if before else None), CONTINUED
    if statement.source is None:
        return None, "no speaker is named"
    return speakers.named(statement.source, statement.unit)


def _inside(statement: Statement, hedged: Sequence[Span]) -> tuple[Span, ...]:
    """Hedges inside the content, and those of the cue ("reportedly said")."""
    spans = [*statement.pieces, *([statement.cue] if statement.cue else [])]
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    start = bisect.bisect_left(hedged, (first, first))
    near = itertools.takewhile(lambda hedge: hedge.start < last, hedged[start:])
    return tuple(hedge for hedge in near if any(span.contains(hedge) for span in spans))


def _counts(statement: Statement, made: dict[int, Quotation]) -> bool:
    """Whether a statement made within another's content has a speaker of its own.

    "He said he hoped" is one statement, his; "he said the ministry denied it" is two.
    """
    outer = statement.outer
    if outer is None:
        return True
    if statement.report is None or statement.report.attitude or statement.report.evidence:
        return False
    speaker, enclosing = made[id(statement)].speaker, made[id(outer)].speaker
    return speaker is not None and speaker != enclosing
