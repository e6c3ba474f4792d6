"""One launch report while it is read: its sentences, its launches, who launched."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from polybius.nouns import Actor, Annotations, Document, Quotation, Span
from polybius.packs.findings import Voice, narrator, voice_of
from polybius.packs.launches.episodes import Episode, Episodes
from polybius.packs.launches.sentence import Sentence, sentences_of
from polybius.packs.launches.states import Named, commonest, launching_state, states_named
from polybius.packs.launches.triggers import LAUNCHING, Trigger, triggers

TAKES_UP = re.compile(
    r"(?:(?:this time|at least one of|one of|all of|both of),? )?"
    r"(?:they|it|both"
    r"|the (?:\w+ )?(?:missiles?|rockets?|projectiles?|weapons?|flight|first|second))\b",
    re.IGNORECASE,
)
"""How a sentence begins that goes on about the missile of the sentence before it."""


CARRIED_OVER = "the sentence names no speaker; it goes on from the one before"


def _tells(quotation: Quotation, sentence: Span) -> bool:
    """Whether somebody known says (not thinks) what the sentence holds."""
    known = quotation.speaker is not None and not quotation.attitude
    return known and quotation.kind == "indirect" and sentence.contains(quotation.content)


class Report:
    """A report's sentences with the launches that each tells of.

    ``narrator`` speaks where nobody is quoted; ``state`` is the state that most
    launches are laid to, and that a launch without a state of its own is.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.narrator: Actor = narrator(document)
        self.quotations: tuple[Quotation, ...] = annotations.quotations
        self.episodes = Episodes()
        self.sentences: list[tuple[Sentence, list[Trigger]]] = []
        for sentence in sentences_of(document, annotations):
            found = self._triggers(sentence)
            self.episodes.take(sentence, found)
            self.sentences.append((sentence, found))
        self._starts = [sentence.span.start for sentence, _ in self.sentences]
        self._states = dict(self._find_states())
        self.state = commonest([country for _, country in self._states.values()])

    def _triggers(self, sentence: Sentence) -> list[Trigger]:
        if not LAUNCHING.search(sentence.text):
            return []
        return triggers(sentence, on_topic=self.episodes.main is not None)

    def _find_states(self) -> Iterator[tuple[Span, Named]]:
        """The launching state of each trigger that names one."""
        korea = "Korea" in self.document.text or "Pyongyang" in self.document.text
        for sentence, found in self.sentences:
            named = states_named(sentence, korea=korea) if found else []
            for trigger in found:
                state = launching_state(trigger, named)
                if state:
                    yield trigger.span, state

    def state_of(self, trigger: Trigger) -> tuple[Span | None, str | None]:
        """Who launched, by a trigger's own words where it has them; else by the report."""
        return self._states.get(trigger.span, (None, self.state))

    def state_of_episode(self, episode: Episode) -> tuple[Span | None, str | None]:
        """Who launched: the first of its words that name a state; else the report's state."""
        for trigger in episode.triggers:
            if trigger.span in self._states:
                return self._states[trigger.span]
        return None, self.state

    def voice_at(self, span: Span) -> Voice:
        """Who says the words at *span*: whoever is quoted, else the report itself.

        In a paragraph, a sentence that takes up the missile of the sentence before
        ("They flew …") and quotes nobody goes on in the voice of that sentence.
        """
        voice = voice_of(span, self.quotations, self.narrator)
        if voice.quotation is not None:
            return voice
        return self._carried_over(span) or voice

    def _carried_over(self, span: Span) -> Voice | None:
        index = bisect.bisect_right(self._starts, span.start) - 1
        while index > 0 and self._goes_on(self.sentences[index][0]):
            index -= 1
            before = self.sentences[index][0].span
            speaking = [each for each in self.quotations if _tells(each, before)]
            if speaking:
                voice = voice_of(speaking[-1].content, speaking[-1:], self.narrator)
                return replace(voice, quotation=None, reason=CARRIED_OVER)
        return None

    def _goes_on(self, sentence: Sentence) -> bool:
        if sentence.opens_paragraph or not TAKES_UP.match(sentence.text):
            return False
        return not any(each.content.overlaps(sentence.span) for each in self.quotations)

    def number(self, episode: Episode) -> str:
        """The id of a launch within the document."""
        return f"launch-{self.episodes.all.index(episode) + 1}"
