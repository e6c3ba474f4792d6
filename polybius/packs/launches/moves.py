"""Weapons on their way, told without a word for launching: "rose from the coast", "flew".

Such words tell of a launch of their own only where they open a report or have their
own day; else they speak of one that is told of already. So do a weapon with its day
("Wednesday's missiles") and a figure with its day ("a Hwasong-15 rose to 4,475 km in
2017").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polybius.nouns import Span, Timex
from polybius.packs.launches.dates import own_date
from polybius.packs.launches.measures import Measure, is_figure_of_flight
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Standing, Trigger
from polybius.packs.launches.words import phrase, starts_with, words

MOVES = re.compile(
    r"\b(?=[bceflprstw])(?:flew|flown|rose|risen|soared|climbed|went|took off|lifted off"
    r"|blasted off|left|came down|landed|fell|crashed|splashed(?: down)?|exploded"
    r"|bl(?:ew|own) up|(?:broke|broken|came|come) apart|broke up|crossed|passed over|followed"
    r"|failed|reached|travell?ed|covered|lasted)\b",
    re.IGNORECASE,
)
SUBJECT = 14
"""A weapon is the subject of a verb at most this many words after it."""

_RELATIVE = re.compile(r"\s{0,2},?\s{0,2}(?:that|which|who|it|they|the [A-Z])\b")
_STAND_IN = re.compile(
    r"\b(?:the (?:pair|two|three|four|first|second|third|other|latter|same type)|that one"
    r"|at least \w+|another|two|three|four)\s$",
    re.IGNORECASE,
)
_STOPS = re.compile(r"[;:“”\"]")
_OF_A_DAY = re.compile(r"\s(?:of|from)\s(?:early |late )?$")
_WEAPON_OF_DAY = re.compile(
    r"['’]s?\s(?:[\w-]+\s){0,3}?(?P<weapon>(?:missile|rocket|projectile|weapon)s?|pair|salvo"
    r"|volley|ones|two|three|ICBMs?|event)\b(?!\s(?:test|launch|fir|program|defen|tech))",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:did not|didn['’]t|never|nor)\s(?:\w+\s)?$")
_SUPPOSED = re.compile(r"\b(?:would|could|can|will|might|may|should|if|to)\s(?:\w+\s){0,2}$")


def moves(sentence: Sentence) -> Iterator[Trigger]:
    """The weapons that a sentence, of no attack, tells to have flown, risen, fallen …, in order."""
    for match in MOVES.finditer(sentence.text):
        weapon = _subject(sentence, match)
        if weapon is not None:
            span = Span(*match.span()).shifted(sentence.span.start)
            standing = _standing(sentence.text[: match.start()])
            token = sentence.token_at(span.start)
            yield Trigger(span, sentence, token, standing, weapon, "flight")


def _standing(before: str) -> Standing:
    if _SUPPOSED.search(before):
        return "unreal"
    return "denied" if _DENIED.search(before) else "asserted"


def _subject(sentence: Sentence, match: re.Match[str]) -> Span | None:
    """The weapon that a verb of moving has for its subject."""
    before = sentence.text[: match.start()]
    stand_in = _STAND_IN.search(before)
    if stand_in:
        return Span(stand_in.start(), stand_in.end() - 1).shifted(sentence.span.start)
    named = list(words().weapon.finditer(before)) if sentence.has_weapon else []
    if not named or starts_with("not_fired", before[named[-1].end() :]):
        return None
    gap = before[named[-1].end() :]
    if _STOPS.search(gap) or gap.count(" ") > SUBJECT:
        return None
    first = sentence.token_at(sentence.span.start + named[-1].end())
    last = sentence.token_at(sentence.span.start + match.start())
    verbs = sum(tag in "vm" for tag in sentence.tags[first:last])
    allowed = 1 if _RELATIVE.match(gap) or phrase("auxiliary").search(gap) else 0
    return Span(*named[-1].span()).shifted(sentence.span.start) if verbs <= allowed else None


def weapons_of_days(sentence: Sentence) -> Iterator[tuple[Trigger, Timex]]:
    """Weapons with their day: "Wednesday's missiles", "the two missiles of 25 March"."""
    for timex in sentence.times:
        if timex.type != "DATE" or timex.start is None:
            continue
        span = _weapon_of(sentence, timex)
        if span is not None:
            token = sentence.token_at(span.start)
            yield Trigger(span, sentence, token, "asserted", span, "weapon", noun=True), timex


def _weapon_of(sentence: Sentence, timex: Timex) -> Span | None:
    end = timex.span.end - sentence.span.start
    after = _WEAPON_OF_DAY.match(sentence.text, end)
    if after:
        return Span(*after.span("weapon")).shifted(sentence.span.start)
    before = sentence.before(timex.span.start)
    joined = _OF_A_DAY.search(before)
    if joined is None:
        return None
    named = list(words().weapon.finditer(before, max(0, joined.start() - 40), joined.start()))
    if not named or named[-1].end() != joined.start():
        return None
    return Span(*named[-1].span()).shifted(sentence.span.start)


def dated_figures(
    sentence: Sentence, measures: Sequence[Measure]
) -> Iterator[tuple[Trigger, Timex]]:
    """Figures of a flight with their own day: "it rose to 4,475 km in November 2017"."""
    for measure in measures:
        if not is_figure_of_flight(measure):
            continue
        span = measure.quantity.span
        timex = own_date(sentence, span)
        if timex is not None and timex.start is not None:
            token = sentence.token_at(span.start)
            yield Trigger(span, sentence, token, "asserted", None, "figure"), timex
