"""Whom a launch report's words mean as a speaker: "Seoul", "the ministry", "its count".

The annotators know who says a thing in so many words. Here are those who give a
figure without saying: the subjects of sentences, and names led back to the speakers
that the report has had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from polybius.annotating.quotations.cues import may_speak, own_subject, shared_subject
from polybius.annotating.quotations.lexicon import lexicon
from polybius.annotating.quotations.mentions import mention
from polybius.annotating.quotations.units import Unit, read, read_quiet
from polybius.annotating.speaking import SpeakersOf
from polybius.nouns import Actor, Document, Quotation, Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.words import words

_STAND_INS = frozenset(
    (
        *("one", "both", "each", "all", "its", "their", "that", "this", "these", "those", "two"),
        *("three", "some", "missiles", "missile", "rocket", "launch", "flight", "it", "they"),
        *("trajectory", "design", "high", "test", "range", "altitude"),
    )
)
"""What an annotator may take "they said" back to, and that never speaks."""
_PRONOUNS = frozenset(("it", "its", "they", "their", "he", "his", "she", "her"))
_PERSONAL = frozenset(("he", "his", "she", "her"))
_DEEDS = frozenset(("put", "puts", "named"))
"""Verbs of giving a figure that may be deeds, too: "it put up a rocket named …"."""
_STATE_MEDIA = re.compile(
    r"\b(?:state(?:-run|-controlled|-owned)? (?:media|television|tv|broadcaster|news agency|radio)"
    r"|(?:its|their) (?:official )?(?:news agency|state media))\b",
    re.IGNORECASE,
)
_HALF = re.compile(r"(?:[Tt]he )?(?P<half>North|South)(?:['’]s\b|$)")
_KOREAS = {"North": "PRK", "South": "KOR"}
_NO_SPEAKER = re.compile(
    r"\b(?:launch\w*|tests?|flight|figures?|numbers?|data|altitude|distance|height|speed|range"
    r"|landing|firing|weapons?|type)\b",
    re.IGNORECASE,
)
_NOTICE = re.compile(r"\b(?:notice|statement|report|announcement|message|release)s?\b")


class Speakers:
    """The speakers of one report, as its quotations and its sentences name them.

    ``state`` is who launched: "state media" without more words are of that state.
    """

    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        sentences: Sequence[Sentence],
        state: str | None,
    ) -> None:
        self._text = document.text
        self._sentences = sentences
        self._state = state
        self._korea = "Korea" in document.text or "Pyongyang" in document.text
        self._resolve = SpeakersOf(document.published.day)
        self._units: dict[int, Unit] = {}
        self._known: list[tuple[int, Actor]] = []
        self.quotations = tuple(self._mended(each) for each in quotations)

    def unit(self, sentence: Sentence) -> Unit:
        """The sentence with its light syntax."""
        if sentence.index not in self._units:
            unit = read(self._text, 0, sentence.span, (), lexicon())
            self._units[sentence.index] = read_quiet(unit)
        return self._units[sentence.index]

    def subject(self, sentence: Sentence, verb: int) -> Actor | None:
        """The speaker that the token *verb* of the sentence's unit has for its subject."""
        unit = self.unit(sentence)
        at = verb
        while verb and unit.shape[verb - 1] in "Amr":
            verb -= 1
        found = own_subject(unit, verb) or shared_subject(unit, verb)
        far = unit.words[at] not in _DEEDS
        return self._subject(unit, found, sentence, far=far) if found else None

    def _subject(
        self, unit: Unit, found: tuple[int, int], sentence: Sentence, *, far: bool = False
    ) -> Actor | None:
        span = unit.chars(*found)
        name = span.of(self._text)
        if name.lower() in _PRONOUNS:
            inside = self._own_subject(unit, found[0], sentence) if found[0] else None
            return inside or self.before(sentence, name, far=far)
        if _NOTICE.search(name):
            return self._of_notice(span, sentence)
        weapon = words().weapon.search(name)
        if weapon or _NO_SPEAKER.search(name) or not may_speak(unit, found[0]):
            return None
        return self.named(span, sentence)

    def _of_notice(self, span: Span, sentence: Sentence) -> Actor | None:
        """Whose "first statement" or "later notice" it is."""
        name = span.of(self._text)
        owner = re.match(r"(.{1,60}?)['’]s ", name)
        if owner is None:
            return self.before(sentence, "it")
        return self.named(Span(span.start, span.start + owner.end(1)), sentence)

    def _own_subject(self, unit: Unit, before: int, sentence: Sentence) -> Actor | None:
        """The speaker whom "it" takes up in its own sentence: "the navy said it detected"."""
        for verb in range(before - 1, 0, -1):
            found = own_subject(unit, verb) if unit.shape[verb] in "vA" else None
            if found and not _is_pronoun(unit, found):
                return self._subject(unit, found, sentence)
        return None

    def named(self, span: Span, sentence: Sentence) -> Actor | None:
        """Whom the words at *span* mean; None for what never speaks."""
        name = span.of(self._text).strip()
        if name.lower() in _PRONOUNS:
            return self.before(sentence, name)
        meant = mention(self._text, span)
        if not meant.words or meant.words.partition(" ")[0].lower() in _STAND_INS:
            return None
        known = self._spoken(meant.head, span.start) if " " not in meant.words else None
        if known is not None:
            return known
        full = " ".join(meant.name) if meant.name else meant.words
        words_ = f"{meant.role} {full}" if meant.role else full
        found = self._resolve(words_, sentence.text)
        actor = replace(found, name=full, role=meant.role or found.role, span=meant.span)
        return self._at_home(actor)

    def _spoken(self, head: str, before: int) -> Actor | None:
        """The last speaker before whose name or office has the word *head*."""
        for start, actor in reversed(self._known):
            described = f"{actor.name or ''} {actor.role or ''}".lower().split()
            if start < before and head in described and actor.country:
                return actor
        return None

    def before(self, sentence: Sentence, pronoun: str, *, far: bool = True) -> Actor | None:
        """Whom a pronoun means: the last speaker or subject before, in the same paragraph.

        *far* goes back to the last speaker of earlier paragraphs where this one has none.
        """
        personal = pronoun.lower() in _PERSONAL
        for earlier in self._paragraph_before(sentence):
            for actor in self._speaking(earlier):
                if not personal or mention(actor.name or "", Span(0, len(actor.name or ""))).person:
                    return actor
        start = sentence.span.start
        before = [actor for at, actor in self._known if far and at < start]
        return before[-1] if before else None

    def _paragraph_before(self, sentence: Sentence) -> Iterator[Sentence]:
        at = sentence.index
        while at and not self._sentences[at].opens_paragraph:
            at -= 1
            yield self._sentences[at]

    def _speaking(self, sentence: Sentence) -> Iterator[Actor]:
        """Who speaks in a sentence, last first; then its subject."""
        inside = [a for at, a in self._known if sentence.span.start <= at < sentence.span.end]
        yield from reversed(inside)
        unit = self.unit(sentence)
        verb = next((at for at, letter in enumerate(unit.shape) if letter in "vAm"), None)
        found = own_subject(unit, verb) if verb else None
        actor = (
            self._subject(unit, found, sentence) if found and not _is_pronoun(unit, found) else None
        )
        if actor is not None:
            yield actor

    def _mended(self, quotation: Quotation) -> Quotation:
        """The quotation without speakers that never speak, and with state media at home."""
        chain = quotation.chain or ((quotation.speaker,) if quotation.speaker else ())
        mended = tuple(each for actor in chain if (each := self._meant(actor, quotation)))
        start = (quotation.source or quotation.cue or quotation.content).start
        if mended and not quotation.attitude:
            self._known.append((start, mended[0]))
            self._known.sort(key=lambda each: each[0])
        if mended == quotation.chain:
            return quotation
        return replace(quotation, speaker=mended[0] if mended else None, chain=mended)

    def _meant(self, actor: Actor, quotation: Quotation) -> Actor | None:
        """The speaker himself; whoever spoke last, for "they" and "the statement"."""
        name = (actor.name or "").lower()
        weapon = words().weapon.fullmatch(name.removeprefix("the "))
        stands_in = name.partition(" ")[0] in _STAND_INS or _NOTICE.fullmatch(name)
        if not weapon and (actor.country is not None or not stands_in):
            return self._at_home(actor)
        start = (quotation.source or quotation.content).start
        before = [known for at, known in self._known if at < start]
        return before[-1] if before else None

    def _at_home(self, actor: Actor) -> Actor:
        """State media that no country is named with, as those of the state that launched."""
        name = actor.name or ""
        match = _STATE_MEDIA.search(name)
        alone = match is not None and not name[: match.start()].strip().removeprefix("the").strip()
        if alone and self._state and actor.country != self._state:
            return replace(actor, country=self._state, reason="the state that launched")
        half = _HALF.match(name)
        if half and self._korea and actor.country != _KOREAS[half["half"]]:
            return replace(actor, country=_KOREAS[half["half"]])
        return actor


def _is_pronoun(unit: Unit, found: tuple[int, int]) -> bool:
    return unit.words[found[0]] in _PRONOUNS and found[1] - found[0] == 1
