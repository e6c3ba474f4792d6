"""One launch report while it is read: its sentences, its launches, who launched."""

from __future__ import annotations

import bisect
import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cached_property

from polybius.nouns import Annotations, Document, Span
from polybius.packs.launches.dates import ahead, is_next_weekday, own_date
from polybius.packs.launches.episodes import Episode, Episodes
from polybius.packs.launches.measures import measures_of, settled
from polybius.packs.launches.mentions import LEAD, Mention, mentions
from polybius.packs.launches.moves import MOVES, moves
from polybius.packs.launches.sentence import Sentence, sentences_of
from polybius.packs.launches.states import (
    TOGETHER,
    Named,
    commonest,
    departed_from,
    home_of,
    is_owner,
    launching_state,
    others_launch,
    plain_subject,
    states_named,
)
from polybius.packs.launches.triggers import LAUNCHING, Trigger, is_attack, triggers, without_topic
from polybius.packs.launches.voices import Voices
from polybius.packs.launches.words import words


def _told_by(
    sentences: Sequence[Sentence],
) -> tuple[list[list[Trigger]], list[list[Trigger]]]:
    """The words of launching and the weapons on their way in each sentence.

    Plain words of launching ("the launch") only beside others. Sentences of attacks
    give none.
    """
    every: list[list[Trigger]] = []
    moved: list[list[Trigger]] = []
    for sentence in sentences:
        may = LAUNCHING.search(sentence.text) or MOVES.search(sentence.text)
        peaceful = may is not None and not is_attack(sentence)
        every.append(triggers(sentence) if peaceful else [])
        moved.append(list(moves(sentence)) if peaceful else [])
    alone = [without_topic(found) for found in every]
    told = any(trigger.told for found in (*alone, *moved[:1]) for trigger in found)
    return every if told else alone, moved


def _is_ahead(found: Sequence[Sequence[Trigger]], published: dt.date | None) -> bool:
    """Whether the first launch told of has its day by the calendar ahead of the report's.

    "On Thursday" in a report of Wednesday is no launch of six days ago.
    """
    told = (trigger for each in found for trigger in each if trigger.told)
    first = next(told, None)
    if first is None or published is None:
        return False
    timex = own_date(first.sentence, first.span, noun=first.noun)
    return timex is not None and is_next_weekday(first.sentence, timex, published)


class Report:
    """A report's sentences with the launches that each tells of.

    ``state`` is the state that most launches are
    laid to, and that a launch without a state of its own is.
    """

    def __init__(self, document: Document, annotations: Annotations) -> None:
        self.document = document
        self.quotations = annotations.quotations
        self._korea = "Korea" in document.text or "Pyongyang" in document.text
        self.sentences = sentences_of(document, annotations)
        self.triggers, self.moved = _told_by(self.sentences)
        if _is_ahead(self.triggers, document.published.day):
            self.sentences = [ahead(each, document.published.day) for each in self.sentences]
            self.triggers, self.moved = _told_by(self.sentences)
        self.measures = settled((each, measures_of(each)) for each in self.sentences)
        self._starts = [sentence.span.start for sentence in self.sentences]
        self._states: dict[Span, Named] = {}
        self._subjects: dict[Span, Named] = {}
        self._name_states()
        self.state = self._commonest_state()
        day = document.published.day
        self.told = list(self._mentions(day.isoformat() if day else None))
        self.episodes = Episodes(list(zip(self.sentences, self.told, strict=True)), day)

    @cached_property
    def voices(self) -> Voices:
        """Who speaks where."""
        return Voices(self.document, self.quotations, self.sentences, self.state)

    def _mentions(self, day: str | None) -> Iterator[list[Mention]]:
        first = True
        for each in zip(self.sentences, self.triggers, self.moved, self.measures, strict=True):
            found = mentions(*each, self._subjects, day, first=first)
            first = first and not found
            yield found

    def _commonest_state(self) -> str | None:
        """The state that most launches are laid to, by plain words before others."""
        plain = [country for _, country in self._subjects.values() if country != TOGETHER]
        every = [each for found in self.triggers for each in found]
        named = [state for each in every if (state := home_of(each) or departed_from(each))]
        loose = [country for _, country in self._states.values()]
        found = commonest(plain) or commonest(named) or commonest(self._flown_by())
        return found or commonest(loose) or self._named_beside_weapons()

    def _flown_by(self) -> list[str]:
        """The states that alone fly the weapons which the report names."""
        text = self.document.text
        return [country for country, names in words().homes for _ in names.finditer(text)]

    def _named_beside_weapons(self) -> str | None:
        """The state that is named most beside weapons.

        States that only own who speaks of it ("South Korea's defence minister") do not count.
        """
        beside = [
            (span, country)
            for sentence in self.sentences
            if sentence.has_weapon
            for span, country in states_named(sentence, korea=self._korea)
            if not is_owner(sentence, span)
        ]
        silent = [country for span, country in beside if not self._speaks(span)]
        return commonest(silent) or commonest([country for _, country in beside])

    def _speaks(self, span: Span) -> bool:
        return any(each.source and each.source.contains(span) for each in self.quotations)

    def _name_states(self) -> None:
        """The launching state of each trigger that names one."""
        for sentence, found, moved in zip(self.sentences, self.triggers, self.moved, strict=True):
            every = [*found, *moved] if found or sentence.index < LEAD else found
            named = states_named(sentence, korea=self._korea) if every else []
            for trigger in every:
                state = launching_state(trigger, named) if trigger.kind != "seen" else None
                if state and trigger.kind == "launch":
                    self._states[trigger.span] = state
                plain = plain_subject(trigger, named) if trigger.kind != "seen" else None
                if plain:
                    self._subjects[trigger.span] = plain
                elif others_launch(sentence, trigger):
                    self._subjects[trigger.span] = (trigger.span, TOGETHER)

    def state_of(self, trigger: Trigger) -> tuple[Span | None, str | None]:
        """Who launched, by a trigger's own words where it has them; else by the report."""
        return self._states.get(trigger.span, (None, self.state))

    def state_of_episode(self, episode: Episode) -> tuple[Span | None, str | None]:
        """Who launched: the first of its words that name a state; else the report's state."""
        for trigger in episode.triggers:
            named = self._subjects.get(trigger.span)
            if named is not None:
                return named
        return None, next(filter(None, map(home_of, episode.triggers)), None) or self.state

    def goes_on_about(self, episode: Episode, span: Span) -> bool:
        """Whether the sentence before the one at *span* ends about the same launch."""
        index = bisect.bisect_right(self._starts, span.start) - 1
        return index > 0 and self.episodes.spoken_of(self._starts[index] - 1) is episode

    def number(self, episode: Episode) -> str:
        """The id of a launch within the document."""
        return f"launch-{self.episodes.all.index(episode) + 1}"
