"""Whom a source means: pronouns, short names and "the ministry" led back to full mentions."""

from __future__ import annotations

import bisect
import itertools
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from polybius.annotating.quotations.cues import may_speak, shared_subject
from polybius.annotating.quotations.mentions import Mention, mention, people
from polybius.annotating.quotations.names import Names
from polybius.annotating.quotations.phrases import Range, noun_phrase
from polybius.annotating.quotations.units import Unit, read_quiet
from polybius.nouns import Actor, Span

Resolve = Callable[[str, str], Actor]
"""Country, sectors and role for a speaker's words, with the sentence as context."""

_RELATIVE = frozenset(("who", "which", "that", "whom"))
_FIRST_PERSON = frozenset(("i", "we", "you", "my", "our", "your"))
_DEFINITE = re.compile(r"(?:the|this|that|both|these|those) ", re.IGNORECASE)
# How far back a pronoun is led: paragraphs, and sentences at most.
_REACH, _SENTENCES = 3, 20
# How many of the last speakers are searched for the same one.
_REMEMBERED = 60


class Speakers:
    """The speakers of one document, to be asked for in the order of the text."""

    def __init__(self, text: str, units: Sequence[Unit], resolve: Resolve | None = None) -> None:
        self._text = text
        self._units = units
        self._starts = [unit.span.start for unit in units]
        self._resolve = resolve
        self._met: deque[tuple[int, Mention]] = deque(maxlen=_REMEMBERED)
        self._names = Names(text)
        self._subjects: dict[int, Mention | None] = {}

    def named(self, source: Span, unit: Unit) -> tuple[Actor | None, str | None]:
        """Whom the words at *source* mean; None with the reason where that is not known."""
        words = source.of(self._text).strip(" ,")
        if words.lower() in _FIRST_PERSON:
            return None, f"“{words}” is not told by the report"
        meant = mention(self._text, source)
        full = self._antecedent(meant, unit)
        if full is None:
            return None, f"nobody named before “{words}” agrees with it"
        if _is_thing(full):
            return None, f"“{full.words}” is nobody who could say it"
        self._met.append((source.start, full))
        return self._actor(full, unit), None

    def _actor(self, full: Mention, unit: Unit) -> Actor:
        name = " ".join(full.name) if full.name else full.words
        if self._resolve is None:
            return Actor(name, role=full.role, span=full.span, reason="not looked up")
        words = f"{full.role} {name}" if full.role else name
        found = self._resolve(words, unit.span.of(self._text))
        return replace(found, name=name, role=full.role or found.role, span=full.span)

    def _antecedent(self, meant: Mention, unit: Unit) -> Mention | None:
        words = meant.words.lower()
        if words in _RELATIVE:
            return self._before_relative(meant.span, unit)
        if meant.pronoun:
            return self._pronoun(meant, unit)
        if meant.head in people()["words_put_out"] and " " not in meant.words:
            return self._put_out_by(meant, unit) or meant
        if words in people()["some_of"]:
            return self._some_of(meant)
        return self._full(meant)

    def _put_out_by(self, meant: Mention, unit: Unit) -> Mention | None:
        """Who acted last before "the message", and so sent it."""
        subjects = self._subjects_before(meant.span.start, unit.paragraph)
        return next((each for _, each in subjects if each.person or each.body), None)

    def _some_of(self, meant: Mention) -> Mention:
        """As in "others" and "some": of the people who spoke last, where these have no names."""
        kind = next((each for _, each in reversed(self._met) if _is_kind(each)), None)
        if kind is None:
            return meant
        which = "other" if meant.head == "others" else meant.words.lower()
        return replace(meant, words=f"{which} {kind.head}", head=kind.head)

    def _full(self, meant: Mention) -> Mention:
        """The longer mention before of the same speaker; *meant* itself where none is."""
        short = " " not in meant.words
        if short and _DEFINITE.match(meant.span.of(self._text)):
            return self._by_head(meant) or meant
        if len(meant.name) == 1 or (not meant.name and short):
            return self._by_name(meant) or meant
        return meant

    def _before_relative(self, span: Span, unit: Unit) -> Mention | None:
        """The noun phrase that "who" goes with."""
        at = next((i for i, start in enumerate(unit.starts) if start == span.start), 0)
        while at and unit.shape[at - 1] == ",":
            at -= 1
        first = at
        while first and unit.shape[first - 1] in "dnpj#s":
            first -= 1
        return self._full(mention(self._text, unit.chars(first, at))) if first < at else None

    def _pronoun(self, meant: Mention, unit: Unit) -> Mention | None:
        """The nearest speaker or subject before that agrees in number and gender."""
        pronoun, offset = meant.words.lower(), meant.span.start
        near = [each for each in self._met if each[0] < offset]
        near += self._subjects_before(offset, unit.paragraph)
        if pronoun in ("they", "their") and self._several(unit, offset):
            return None
        for _, candidate in sorted(near, key=lambda each: -each[0]):
            if _agrees(pronoun, candidate):
                return candidate
        return None

    def _several(self, unit: Unit, offset: int) -> bool:
        """Whether two people are named before in the sentence, whom "they" may join."""
        near = self._names.before(offset)
        inside = itertools.takewhile(lambda each: each.span.start >= unit.span.start, near)
        return len(list(inside)) > 1

    def _subjects_before(self, offset: int, paragraph: int) -> Iterator[tuple[int, Mention]]:
        last = bisect.bisect_left(self._starts, offset)
        for unit in reversed(self._units[max(0, last - _SENTENCES) : last]):
            if unit.paragraph < paragraph - _REACH:
                break
            subject = self._subject(unit)
            if subject is not None and subject.span.end <= offset and not subject.pronoun:
                yield subject.span.start, self._full(subject)

    def _subject(self, unit: Unit) -> Mention | None:
        start = unit.span.start
        if start not in self._subjects:
            unit = read_quiet(unit)
            found = _by_whom(unit) or (shared_subject(unit, len(unit)) if len(unit) else None)
            self._subjects[start] = mention(self._text, unit.chars(*found)) if found else None
        return self._subjects[start]

    def _by_name(self, meant: Mention) -> Mention | None:
        """The full name for "Pompeo", "Mr. Kim" or "JCS", a speaker's before any other."""
        short = meant.name[0] if meant.name else meant.words
        if short.isupper():
            bracketed = f"({short})"
            spoken = (each for _, each in self._met if bracketed in each.words)
            return next(spoken, None) or self._names.bracketed(bracketed)
        spoken = (each for _, each in self._met if _is_named(short, each))
        matching = [*spoken, *self._names.with_word(short)]
        before = [each for each in matching if each.span.start < meant.span.start] or matching
        best = max(before, key=_fullness, default=None)
        return best if best and _fullness(best) > _fullness(meant) else None

    def _by_head(self, meant: Mention) -> Mention | None:
        """The fuller mention before of "the ministry" or "the president"."""
        if meant.words.isupper():
            return self._by_name(meant)
        spoken = (each for at, each in reversed(self._met) if at < meant.span.start)
        for each in itertools.chain(spoken, self._names.before(meant.span.start)):
            described = f"{each.role or ''} {each.words}".lower().split()
            if meant.head in described and len(each.words) > len(meant.words):
                return each
        return None


def _by_whom(unit: Unit) -> Range | None:
    """Whom "It was the second slip by …" is about."""
    if unit.words[:1] != ["it"] or unit.shape[1:2] != "A":
        return None
    for at, word in enumerate(unit.words):
        if word == "by" and (end := noun_phrase(unit, at + 1)) > at + 1:
            proper = "p" in unit.shape[at + 1 : end] and may_speak(unit, at + 1)
            return (at + 1, end) if proper else None
    return None


def _is_thing(mention: Mention) -> bool:
    """Whether a common noun for a thing, or for a time, is all that is said of a speaker."""
    return not mention.name and mention.words.lower() in people()["things"]


def _is_kind(mention: Mention) -> bool:
    """Whether people are named by what they are: "analysts"."""
    return (
        mention.plural
        and not mention.name
        and mention.head.removesuffix("s") in people()["persons"]
    )


def _is_named(short: str, mention: Mention) -> bool:
    return bool(mention.name) and short in (mention.name[0], mention.name[-1])


def _fullness(mention: Mention) -> tuple[bool, bool]:
    """A full name is more than a surname, an office more than none; the first of equals wins."""
    return len(mention.name) > 1, mention.role is not None


def _agrees(pronoun: str, candidate: Mention) -> bool:
    if pronoun in ("he", "his", "him"):
        return candidate.person and candidate.gender != "f"
    if pronoun in ("she", "her"):
        return candidate.person and candidate.gender != "m"
    if pronoun in ("they", "their", "them"):
        return candidate.plural or candidate.body
    return candidate.body
