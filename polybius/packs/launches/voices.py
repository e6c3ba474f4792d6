"""Who gives what a report tells: whoever is quoted, else whoever measured it.

First the quotation that the words stand in. Then, in the same sentence: whose count it
is ("by Tokyo's count"); who puts, measures or detects it; whose figures they are; the
speaker of a clause that goes on after "it said". Last the speaker of the sentence
before, where this one goes on about the missile and names nobody ("They flew …").
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polybius.annotating.quotations.units import Unit
from polybius.nouns import Actor, Document, Quotation, Span
from polybius.packs.findings import Voice, narrator, voice_of
from polybius.packs.launches import parts
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.speakers import Speakers
from polybius.packs.launches.words import words

CARRIED_OVER = "the sentence names no speaker; it goes on from the one before"
GIVEN = "the words tell who gives it, not that it is said"
REACH = 160
"""Characters that may part a figure from the words that say whose count it is."""

TAKES_UP = re.compile(
    r"(?:(?:this time|at least one of|one of|all of|both of|but|and|later(?: in the day)?),? )?"
    r"(?:they|it|both|one|each|these|those|that one|neither"
    r"|the (?:\w+ )?(?:missiles?|rockets?|projectiles?|weapons?|flight|first|second|third|other|two"
    r"|pair|altitude|distance|height|type|estimates?|figure)"
    r"|(?:its|their) (?:\w+ )?(?:altitude|apogee|height|range|speed|peak|point|flight|distance)"
    r"|(?:launched|fired|flying) [^,]{1,60}, (?:it|they|the \w+))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about the missile of the sentence before it."""
_OF_THE_REPORT = re.compile(
    r"(?:it|this|that|the (?:\w+ )?(?:launch|test|firing)\w*) (?:was|is|were|would be|comes?|came"
    r"|marks?|marked|follow\w*) (?!launched|fired|detected|tracked|seen)",
    re.IGNORECASE,
)
"""How a sentence begins that sets the launch in its place: that is the report's own telling."""

_COUNT = (
    r"(?:count|reckoning|estimates?|account|measure(?:ment)?s?|calculations?|figures|analysis"
    r"|assessments?|data)"
)
_NAME = r"(?:the )?[A-Z][\w.-]*(?: (?:of |the |and )*[A-Z][\w.-]*){0,6}"
_BY_COUNT = re.compile(
    rf"\b[Bb]y (?:(?P<who>{_NAME}|the [\w-]+(?: [\w-]+)?|its|his|her|their)(?:['’]s?)?"
    rf" (?:own |revised |initial |first |later )?{_COUNT}|the {_COUNT} of (?P<of>{_NAME}))\b"
)
_FIGURES_OF = re.compile(
    rf"(?:^|[.;,] |\b(?:and|but) )(?P<who>{_NAME}|[Ii]ts|[Tt]heir|[Hh]is)(?:['’]s?)?"
    r" (?:own |revised |initial |first |latest )?"
    r"(?:figures|numbers|estimates?|account|data|analysis|calculations?|measurements?)\b"
)
_IN_LIST = re.compile(rf"[,;] (?:and |while )?(?P<who>{_NAME}) $")
_OTHER_CLAUSE = re.compile(r"[;:“”]|, (?:but|while|although|though|whereas|which|who)\b")
_UPS = frozenset(("orbit", "space", "up", "into", "satellite", "satellites"))
_DEED = 8
"""So many words tell what is put where."""


class Voices:
    """Who speaks at each place of one report."""

    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        sentences: Sequence[Sentence],
        state: str | None,
    ) -> None:
        self.narrator = narrator(document)
        self._sentences = sentences
        self._starts = [sentence.span.start for sentence in sentences]
        self._speakers = Speakers(document, quotations, sentences, state)
        self._quotations = self._speakers.quotations
        self._givers: dict[int, list[tuple[int, Actor]]] = {}
        self._around: dict[int, list[Quotation]] = {}
        self._cued: dict[int, list[Quotation]] = {}
        for quotation in self._quotations:
            self._place(quotation)

    def _place(self, quotation: Quotation) -> None:
        """Note the sentences that a quotation, and its cue, stand in."""
        content, cue = quotation.content, quotation.cue
        for index in self._indices(content):
            self._around.setdefault(index, []).append(quotation)
        if cue:
            for index in self._indices(cue):
                self._cued.setdefault(index, []).append(quotation)

    def _indices(self, span: Span) -> range:
        first = max(0, bisect.bisect_right(self._starts, span.start) - 1)
        return range(first, max(first + 1, bisect.bisect_left(self._starts, span.end)))

    def at(self, span: Span, *, carried: bool = True) -> Voice:
        """Who says the words at *span*; the report itself where nobody else does.

        *carried* allows the speaker of the sentence before.
        """
        sentence = self._sentences[max(0, bisect.bisect_right(self._starts, span.start) - 1)]
        voice = voice_of(span, self._around.get(sentence.index, ()), self.narrator)
        counted = self._counted(sentence, span)
        if voice.quotation is not None:
            own = [actor for actor in counted if actor.name != voice.said_by[0].name]
            return replace(voice, said_by=(*own, *voice.said_by))
        found = counted or self._given(sentence, span) or self._gone_on(sentence, span)
        if found:
            return Voice(tuple(found), reason=GIVEN)
        return (self._carried_over(sentence) if carried else None) or voice

    def _counted(self, sentence: Sentence, span: Span) -> list[Actor]:
        """Whose count a figure is: "by the North's own account"."""
        if "y " not in sentence.text:
            return []
        offset = sentence.span.start
        for match in _BY_COUNT.finditer(sentence.text):
            start, end = match.start() + offset, match.end() + offset
            between = sentence.between(min(end, span.end), max(start, span.start))
            heads = match.start() < 4
            near = 0 <= start - span.end <= REACH or 0 <= span.start - end <= REACH or heads
            if near and not _OTHER_CLAUSE.search(between):
                group = "who" if match["who"] else "of"
                actor = self._speakers.named(Span(*match.span(group)).shifted(offset), sentence)
                return [actor] if actor else []
        return []

    def _given(self, sentence: Sentence, span: Span) -> list[Actor]:
        """Who gives it in this sentence: the last one before it."""
        listed = self._listed(sentence, span)
        before = [actor for at, actor in self._giving(sentence) if at <= span.start]
        if listed and before:
            return listed
        return before[-1:]

    def _listed(self, sentence: Sentence, span: Span) -> list[Actor]:
        """One whose verb is that of the one before: "…, Tokyo about 1,100 km"."""
        hedges = [q.hedge for q in sentence.quantities if q.span.start == span.start and q.hedge]
        start = min([span.start, *(hedge.start for hedge in hedges)])
        match = _IN_LIST.search(sentence.before(start))
        if match is None:
            return []
        actor = self._speakers.named(
            Span(*match.span("who")).shifted(sentence.span.start), sentence
        )
        return [actor] if actor and actor.country else []

    def _giving(self, sentence: Sentence) -> list[tuple[int, Actor]]:
        """Those who give figures in a sentence, with where what they give begins."""
        if sentence.index not in self._givers:
            found = [*self._by_verbs(sentence), *self._by_nouns(sentence)]
            self._givers[sentence.index] = sorted(found, key=lambda each: each[0])
        return self._givers[sentence.index]

    def _by_verbs(self, sentence: Sentence) -> Iterator[tuple[int, Actor]]:
        verbs = words().giving
        if not any(word in verbs for word in sentence.tokens.words):
            return
        unit = self._speakers.unit(sentence)
        for at, word in enumerate(unit.words):
            if at and word in verbs and unit.shape[at] in "vkb" and not _is_deed(unit, at):
                actor = self._speakers.subject(sentence, at)
                if actor is not None:
                    yield unit.ends[at], actor

    def _by_nouns(self, sentence: Sentence) -> Iterator[tuple[int, Actor]]:
        for match in _FIGURES_OF.finditer(sentence.text):
            span = Span(*match.span("who")).shifted(sentence.span.start)
            actor = self._speakers.named(span, sentence)
            if actor is not None:
                yield match.end() + sentence.span.start, actor

    def _gone_on(self, sentence: Sentence, span: Span) -> list[Actor]:
        """The speaker of a clause that "it said" breaks: "…, it said, at 50 km"."""
        for quotation in self._cued.get(sentence.index, ()):
            cue, source = quotation.cue, quotation.source
            if not (cue and source and quotation.speaker and sentence.span.contains(cue)):
                continue
            end = max(cue.end, source.end)
            if quotation.content.end <= cue.start and end <= span.start:
                between = sentence.between(end, span.start)
                if between.startswith(",") and not _OTHER_CLAUSE.search(between):
                    return list(quotation.chain or (quotation.speaker,))
        return []

    def _carried_over(self, sentence: Sentence) -> Voice | None:
        """The speaker of the sentences before, or of parallel ones after: "The second …"."""
        here = sentence
        while here.index > 0 and self._goes_on(here):
            here = self._sentences[here.index - 1]
            found = self._teller(here)
            if found:
                return Voice(found, reason=CARRIED_OVER)
        return self._of_parallel(sentence)

    def _of_parallel(self, sentence: Sentence) -> Voice | None:
        """The speaker of "The second fell, he said", for "The first flew" right before it."""
        following = self._sentences[sentence.index + 1 : sentence.index + 2]
        if not following or following[0].opens_paragraph:
            return None
        pair = all(parts.opens(each.text) for each in (sentence, following[0]))
        found = self._teller(following[0]) if pair else ()
        return Voice(found, reason=CARRIED_OVER) if found else None

    def _teller(self, sentence: Sentence) -> tuple[Actor, ...]:
        """Who tells a sentence: its last speaker, else who gives figures in it."""
        around = self._around.get(sentence.index, ())
        told = [each for each in around if _tells(each, sentence.span)]
        if told:
            return voice_of(told[-1].content, told[-1:], self.narrator).said_by
        return tuple(actor for _, actor in self._giving(sentence)[-1:])

    def _goes_on(self, sentence: Sentence) -> bool:
        if sentence.opens_paragraph or not TAKES_UP.match(sentence.text):
            return False
        if _OF_THE_REPORT.match(sentence.text):
            return False
        return not any(
            each.speaker and each.content.overlaps(sentence.span)
            for each in self._around.get(sentence.index, ())
        )


def _is_deed(unit: Unit, verb: int) -> bool:
    """Whether "put" is something done: "put a satellite in orbit" gives no figure."""
    return unit.words[verb] == "put" and not _UPS.isdisjoint(unit.words[verb : verb + _DEED])


def _tells(quotation: Quotation, sentence: Span) -> bool:
    """Whether somebody known says (not thinks) what the sentence holds."""
    known = quotation.speaker is not None and not quotation.attitude
    return known and quotation.kind == "indirect" and sentence.contains(quotation.content)
