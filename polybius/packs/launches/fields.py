"""The fields of a launch report that are words, not measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from polybius.nouns import Span
from polybius.nouns.claim import Value
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Trigger
from polybius.packs.launches.words import phrase, starts_with, words

DETERMINERS = 8
"""So many articles and adjectives may part "appeared to be" from the kind of missile."""

_NEGATED = re.compile(
    r"(?:\b(?:not|never|no|without|if|whether|should|worried about the|hopes? (?:of|for))"
    r"|n['’]t)\s(?:\w+\s){0,3}$",
    re.IGNORECASE,
)
_NO_LAUNCH = re.compile(
    r"\b(?:summits?|talks|meetings?|negotiat\w+|deals?|diplomacy|agreements?|polic(?:y|ies)"
    r"|sanctions|protests?|market|economy|conference|elections?|markets)\b[^.;:]*$",
    re.IGNORECASE,
)
"""What fails or breaks up and is no launch."""
_DONE = re.compile(
    r"\s(?:\w+ly )?(?:test|launch|fir|conduct|carri|complet|plac|put|deploy|flew|flown|hit|struck"
    r"|land|separat|perform|finish|orbit|intercept|demonstrat|achiev|execut|held|staged|reach|prov|enter"
    r"|met\b|and\b|in\b|at\b)",
    re.IGNORECASE,
)
"""What is done "successfully" in a launch; "successfully upgraded" tells of none."""
_SUPPOSED = re.compile(r"\b(?:if|would|were|had it|could)\b")
SUPPOSED_AFTER = 110
_ON_A = re.compile(r"\AOn an? (?:\w+ )?$")
"""What opens a supposed flight: "on a normal path … it could go"."""
_CLAUSE_MARK = re.compile(r"[;:]|, (?!and)")
_THREAT = re.compile(
    r"\b(?:(?:did|does|do|has|have)(?: not|n['’]t) (?:pose|posed|present|constitute)[^.;,]{0,160}"
    r"|pos(?:ed|es|ing) (?:no|an?) (?:immediate |direct |serious |grave |security )*threat"
    r"(?: to [^.;,]{0,120})?"
    r"|no (?:immediate |direct )?(?:threat|impact|damage|effect|danger)\b"
    r"(?! (?:and no|or|nor|can|could|will|would|shall|may)\b)[^.;,]{0,120})",
    re.IGNORECASE,
)
TAKES_UP = re.compile(
    r"(?:(?:but|and|both|then) )?(?:it|they|these|those|both|neither|all (?:of them|the \w+)"
    r"|the (?:first|second|third|fourth|other|latter|last|two|three|pair)\b"
    r"|the (?:launch|test|flight|attempt)\b"
    r"|(?:one|two|some) of them|[^,.;]{1,60} attempts?\b)",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about a launch or its missile without naming it."""
_THREATENING = ("threat", "impact", "damage", "effect", "danger", "pos", "present", "constitute")
"""One of these stands in every assessment of a threat."""
_UP_TO = re.compile(r"[^.;,]{0,120}")
_SUBJECT_OF_FLIGHT = re.compile(
    r"['’\"”]?(?:[- ](?:class|type))?(?: missiles?| ones?)?\s{1,4}"
    r"(?:that )?(?:has |had |have |which )?(?:\w+ly )?"
    r"(?:fl(?:ew|ies|own)|landed|fell|was|were|reached|travel\w*|exploded|failed)\b",
    re.IGNORECASE,
)


class Field(NamedTuple):
    """A property's value as a launch report words it."""

    property: str
    value: Value
    span: Span
    unit: str | None = None
    hedge: str | None = None
    upper: float | None = None
    reason: str | None = None


def names(sentence: Sentence) -> Iterator[Field]:
    """Names of systems: "Hwasong-15", "KN-23"."""
    if words().systems.search(sentence.text) is None:
        return
    taken: list[Span] = []
    for value, pattern in words().names:
        for match in pattern.finditer(sentence.text):
            span = Span(*match.span())
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            designation = match.groupdict().get("designation") or ""
            name = value.replace("#", designation).rstrip("-")
            yield Field("missile_name", name, span.shifted(sentence.span.start))


def classes(sentence: Sentence, found: list[Trigger]) -> Iterator[Field]:
    """Kinds of missile that were launched, the most specific at each place.

    Only what a launch speaks of, what is identified ("appeared to be …"), or
    what flew: a programme or a technology is no missile.
    """
    fired = [each.weapon for each in found if each.weapon and each.standing != "unreal"]
    for value, match in _most_specific(sentence):
        span = Span(*match.span()).shifted(sentence.span.start)
        if starts_with("not_fired", sentence.text[match.end() : match.end() + 24]):
            continue
        before = sentence.text[max(0, match.start() - 70) : match.start()]
        flew = _SUBJECT_OF_FLIGHT.match(sentence.text, match.end())
        named = flew or any(_same_thing(span, weapon) for weapon in fired)
        if named or _identifies(before) or _explains_name(sentence, match):
            yield Field("missile_class", value, span, hedge=_hedge_in(before))


def _explains_name(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a kind explains a name beside it: "the Sarmat, an intercontinental missile"."""
    before = sentence.text[max(0, match.start() - 80) : match.start()]
    apposition = _APPOSITION.search(before)
    if apposition is None:
        return False
    named = words().systems.finditer(before, 0, apposition.start())
    return any(each.end() == apposition.start() for each in named)


def _most_specific(sentence: Sentence) -> Iterator[tuple[str, re.Match[str]]]:
    taken: list[Span] = []
    for kind in words().classes:
        for match in kind.finditer(sentence.text, sentence.folded):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield kind.value, match


def _same_thing(span: Span, weapon: Span) -> bool:
    """Whether both name one thing: "Hwasong-12 intermediate-range ballistic missile"."""
    apart = max(span.start, weapon.start) - min(span.end, weapon.end)
    return apart <= 1


_BETWEEN = re.compile(
    r"[\"“‘']?(?:(?:an?|the|new|its|two|what|improved|type|of|modified|upgraded|domestically|developed|newly"
    r"|likely|either|North|Korean|so-called|class|a|them|it|these)\b[\s\"“‘']*)*"
)


_APPOSITION = re.compile(r"\W{1,3}(?:which is )?(?:an?|the|its)\s(?:[\w-]+\s){0,4}$")


def _identifies(before: str) -> bool:
    """Whether words that identify ("believed to be") lead up to what follows."""
    return any(
        _BETWEEN.fullmatch(before[match.end() :].lstrip()) is not None
        for match in phrase("identifying").finditer(before)
    )


def outcomes(sentence: Sentence) -> Iterator[Field]:
    """Success or failure, as worded."""
    for kind in words().outcomes:
        for match in kind.finditer(sentence.text, sentence.folded):
            before = sentence.text[max(0, match.start() - 32) : match.start()]
            if _NO_LAUNCH.search(sentence.text, max(0, match.start() - 70), match.start()):
                continue
            if not _NEGATED.search(before) and _is_of_launch(sentence, match):
                span = Span(*match.span()).shifted(sentence.span.start)
                yield Field("outcome", kind.value, span, hedge=_hedge_in(before))


def _is_of_launch(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether "successfully" goes with something that is done in a launch."""
    goes_on = re.match(r"\s[a-z]", sentence.text[match.end() : match.end() + 2])
    if not match[0].lower().endswith("fully") or not goes_on:
        return True
    return _DONE.match(sentence.text, match.end()) is not None


def trajectories(sentence: Sentence) -> Iterator[Field]:
    """Lofted, irregular, depressed or standard; not what "would be" on another."""
    for kind in words().trajectories:
        for match in kind.finditer(sentence.text, sentence.folded):
            before = sentence.text[max(0, match.start() - 70) : match.start()]
            after = sentence.text[match.end() : match.end() + SUPPOSED_AFTER]
            supposed = kind.value == "standard" and _SUPPOSED.search(after)
            if not (_SUPPOSED.search(before) or (supposed and _ON_A.search(before))):
                span = Span(*match.span()).shifted(sentence.span.start)
                yield Field("trajectory", kind.value, span)


def threats(sentence: Sentence) -> Iterator[Field]:
    """What it threatened: "did not pose a threat to North America", "no immediate impact on"."""
    if not any(stem in sentence.folded for stem in _THREATENING):
        return
    for match in _THREAT.finditer(sentence.text):
        yield _worded("threat_assessment", sentence, match.start(), match.end())


def likenesses(sentence: Sentence) -> Iterator[Field]:
    """What it was said to be like."""
    for match in phrase("alike").finditer(sentence.text):
        tail = _UP_TO.match(sentence.text, match.end())
        end = tail.end() if tail else match.end()
        yield _worded("similar_to", sentence, match.start(), end)


def _worded(name: str, sentence: Sentence, start: int, end: int) -> Field:
    value = sentence.text[start:end].rstrip()
    span = Span(start, start + len(value)).shifted(sentence.span.start)
    return Field(name, " ".join(value.split()), span)


def _hedge_in(before: str) -> str | None:
    found = [match[0] for match in phrase("hedges").finditer(before)]
    return found[-1] if found else None


def hedge_near(sentence: Sentence, span: Span) -> str | None:
    """The nearest hedging words within a clause before *span*."""
    before = sentence.before(span.start)[-48:]
    return _hedge_in(_CLAUSE_MARK.split(before)[-1])
