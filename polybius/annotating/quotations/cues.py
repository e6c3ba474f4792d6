"""Cues: the verbs and adjectives of a unit that report, with their subjects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from polybius.annotating.quotations.adjuncts import is_unit_of_time, past_adjunct
from polybius.annotating.quotations.lexicon import Lexicon, Sense, Words
from polybius.annotating.quotations.mentions import people
from polybius.annotating.quotations.phrases import (
    Range,
    base_before,
    noun_phrase,
    subject_before,
)
from polybius.annotating.quotations.units import Unit

_BE = frozenset((
    "is", "are", "was", "were", "am", "be", "been", "being", "'s", "'re", "'m",
))  # fmt: skip
_HAVE = frozenset(["has", "have", "had", "having", "'ve"])
_LINKING = frozenset(
    ["remain", "remains", "remained", "feel", "feels", "felt", "seem", "seems", "seemed", "become"]
)
_COPULAS = _BE | _LINKING
_GROUPED = _COPULAS | _HAVE
_NEGATIONS = frozenset(["not", "n't", "never", "neither", "nor", "no"])
_OBJECTIVE = frozenset(["me", "him", "us", "them"])


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may report, from its first auxiliary or adverb to its particle.

    ``form`` is "finite", "infinitive" or "participle". ``after`` is the token
    after the last. ``evidence`` says that it tells what shows ("indicated"),
    ``bare`` that a noun phrase after it can only open a clause ("said").
    """

    first: int
    head: int
    after: int
    name: str
    sense: Sense
    form: str
    passive: bool
    negated: bool
    evidence: bool = False
    bare: bool = False

    def takes(self, complement: str) -> bool:
        """Whether the word can have such a complement; see ``lexicon.toml``."""
        return complement in self.sense.takes


def cues(unit: Unit, lexicon: Lexicon) -> list[tuple[Cue, ...]]:
    """Every verb or adjective that may report, in order, with its readings.

    The first reading has the longest particle: "call for", then "call".
    """
    found = []
    adjectives, verbs = lexicon.adjectives.forms, lexicon.verbs.forms
    for at, word in enumerate(unit.words):
        adjective = adjectives.get(word)
        if adjective and unit.shape[at] in "jkri" and _is_predicate(unit, at):
            found.append(tuple(_readings(unit, at, adjective, lexicon.adjectives)))
            continue
        base = verbs.get(word)
        if base is not None and unit.shape[at] in "vbgk":
            readings = tuple(_readings(unit, at, base, lexicon.verbs))
            shows = base in lexicon.lists["evidence"]
            bare = base in lexicon.lists["bare"]
            if shows or bare:
                readings = tuple(replace(each, evidence=shows, bare=bare) for each in readings)
            found.append(readings)
    return [readings for readings in found if readings]


def _is_predicate(unit: Unit, at: int) -> bool:
    before = at - 1
    while before >= 0 and unit.shape[before] == "r":
        before -= 1
    return before >= 0 and unit.words[before] in _COPULAS


def _readings(unit: Unit, head: int, base: str, words: Words) -> Iterator[Cue]:
    for particle in (*words.particles[base], ()):
        sense = words.senses.get(" ".join((base, *particle)))
        after = _particle(unit, head + 1, particle)
        if sense and after:
            yield _cue(unit, head, after, " ".join((base, *particle)), sense)


def _particle(unit: Unit, at: int, particle: tuple[str, ...]) -> int | None:
    """Where *particle* ends, an adverb before it allowed; None where it is not there."""
    for start in (at, at + 1):
        end = start + len(particle)
        if tuple(unit.words[start:end]) == particle and "t" not in unit.shape[start:end]:
            return end
        if not particle or unit.shape[at : at + 1] != "r":
            break
    return None


def _cue(unit: Unit, head: int, after: int, name: str, sense: Sense) -> Cue:
    first = _group(unit, head)
    words = unit.words[first:head]
    form = _form(unit, first, head)
    passive = (
        unit.shape[head] == "k"
        and (form == "participle" or any(word in _BE for word in words))
        and name not in ("sure", "opposed to")
        and ("been" in words or not _HAVE & set(words))
    )
    negated = bool(_NEGATIONS & set(words))
    return Cue(first, head, after, name, sense, form, passive, negated)


def _group(unit: Unit, head: int) -> int:
    """Where the auxiliaries and adverbs of the verb at *head* start."""
    first = head
    while first:
        letter, word = unit.shape[first - 1], unit.words[first - 1]
        if letter in "mAr" or word in _GROUPED:
            first -= 1
        else:
            break
    while (
        first < head and unit.shape[first] == "r" and (first == 0 or unit.shape[first - 1] == ",")
    ):
        first += 1
    return first


def _form(unit: Unit, first: int, head: int) -> str:
    letters = unit.shape[first : head + 1]
    before = unit.shape[first - 1] if first else "^"
    if any(letter in "vAm" for letter in letters):
        return "finite"
    if "b" in letters:
        return "infinitive" if before in "tc" else "finite"
    if letters[-1] == "k" and before in "npoj)" and unit.words[head] not in _NAMING:
        # A past tense that looks like a participle: it has an object, or ends its clause.
        following = unit.shape[head + 1 : head + 2]
        said = "that" in unit.words[head + 1 : head + 9]
        first_verb = said and not any(letter in "vAm" for letter in unit.shape[:first])
        if following in ("d", "p", "o", "n", ",", ".", "") or first_verb:
            return "finite"
    return "participle"


_NAMING = frozenset(["called", "named", "dubbed", "labeled", "labelled", "branded", "titled"])


def source_of(unit: Unit, cue: Cue) -> Range | None:
    """The words that name who says it: the verb's own subject, or one that it shares."""
    if cue.form == "finite":
        return own_subject(unit, cue.first) or shared_subject(unit, cue.first)
    if cue.form == "participle":
        shared = noun_before(unit, cue.first) or shared_subject(unit, cue.first)
        if shared is None or may_speak(unit, shared[0]):
            return shared
        return _last_subject(unit, cue.first) or shared
    return shared_subject(unit, cue.first)


def may_speak(unit: Unit, at: int) -> bool:
    """Whether the noun phrase at *at* is a person, people, a body, or has a name."""
    head = noun_phrase(unit, at) - 1
    word = unit.words[head]
    lists = people()
    return (
        unit.shape[head] in "pow"
        or any(word.removesuffix("s") in lists[each] for each in ("persons", "bodies", "titles"))
        or word in lists["bodies"]
    )


def _last_subject(unit: Unit, before: int) -> Range | None:
    """The subject of the last finite verb before a participle, where it may speak."""
    for at in range(before - 1, 0, -1):
        if unit.shape[at] in "vAm" and unit.shape[at - 1] not in "vAmr":
            found = own_subject(unit, at)
            return found if found and may_speak(unit, found[0]) else None
    return None


def own_subject(unit: Unit, verb: int) -> Range | None:
    """The subject that stands right before the verb group at *verb*, or its apposition."""
    verb = _before_time(unit, verb)
    if not verb:
        return None
    letter, word = unit.shape[verb - 1], unit.words[verb - 1]
    if letter == "w" or (letter in "du" and word == "that"):
        return verb - 1, verb
    if letter == ",":
        return _over_apposition(unit, verb)
    if letter == "-" or word in _OBJECTIVE:
        return None
    start = subject_before(unit, verb)
    return (start, verb) if start < verb else None


def _before_time(unit: Unit, verb: int) -> int:
    """*verb* moved back over when it was said: "the ministry on Friday called"."""
    at = verb
    while at and unit.shape[at - 1] == "y":
        at -= 1
    if at < verb and at and unit.words[at - 1] in ("on", "in", "late", "early"):
        at -= 1
    if at > 2 and unit.words[at - 2] in ("this", "last") and is_unit_of_time(unit.words[at - 1]):
        at -= 2 + (unit.words[at - 3] in ("earlier", "late", "early"))
    return at if at and unit.shape[at - 1] in "np,o)" else verb


def _over_apposition(unit: Unit, verb: int) -> Range | None:
    """The subject of a verb after a comma: "Lankov, a director at Korea Group, said"."""
    start = _past_adjuncts(unit, _clause_start(unit, verb - 1), verb - 1)
    while start is not None and start < verb - 1:
        if unit.shape[start] in "dnpoj#k" and _first_verb(unit, start, verb - 1) is None:
            return start, _without_adjuncts(unit, start, verb)
        # "It flew 9 km, the minister, Ana Ruiz, said": the subject starts later.
        comma = unit.shape.find(",", start, verb - 1)
        start = comma + 1 if comma > 0 else None
    return None


def _past_adjuncts(unit: Unit, start: int, end: int) -> int | None:
    """Past conjunctions, and past phrases and clauses that a comma closes."""
    while start < end and unit.shape[start] in "cr,":
        start += 1
    while start < end and unit.shape[start] in "iugb":
        if unit.shape[start] == "i" and (cut := past_adjunct(unit, start + 1, end)) > start + 1:
            return cut
        comma = unit.shape.find(",", start, end)
        if comma < 0:
            return None
        start = comma + 1
    return start if start < end else None


def _without_adjuncts(unit: Unit, start: int, end: int) -> int:
    """Where a subject ends that an adjunct follows: "Trump, speaking in Ohio, said"."""
    comma = unit.shape.find(",", start, end)
    if 0 < comma < end - 1 and unit.shape[comma + 1] in "giu" and unit.words[comma + 1] != "of":
        return comma
    return end


def _clause_start(unit: Unit, end: int) -> int:
    """After the last mark, "that", or comma with a conjunction, before *end*."""
    for at in range(end - 1, -1, -1):
        if _opens_clause(unit, at):
            return at + 1
    return 0


def _opens_clause(unit: Unit, at: int) -> bool:
    letter, earlier = unit.shape[at], unit.shape[:at]
    if letter in ";:Q" or (letter == "u" and unit.words[at] == "that"):
        return True
    if letter == "-":
        # A dash after the dateline, not one within the sentence.
        return at > 0 and not any(each in "vAm" for each in earlier)
    joins = letter == "c" and unit.words[at] in ("and", "but")
    return joins and earlier.endswith(",") and "v" in earlier


def shared_subject(unit: Unit, before: int) -> Range | None:
    """The subject of the clause that the token *before* goes on with.

    Verbs in coordination ("and said"), participles (", saying") and infinitives
    ("to accuse") share it.
    """
    opening = 0
    for at in range(before - 1, 0, -1):
        own = unit.shape[at] == ";" or (
            unit.shape[at] == "c"
            and unit.shape[at - 1] == ","
            and unit.shape[at + 1 : at + 2] in "dnpoj#k"
            and _first_verb(unit, at + 1, before) is not None
        )
        if own:
            opening = at + 1
            break
    start = _past_adjuncts(unit, opening, before)
    if start is None:
        start = opening
    verb = _first_verb(unit, start, before)
    if verb is None:
        return None
    end = verb
    while end > start and unit.shape[end - 1] in "r,":
        end -= 1
    if unit.shape[verb - 1] == "," and "," in unit.shape[start : verb - 1]:
        return start, _without_adjuncts(unit, start, end)
    first = subject_before(unit, end)
    return (first, end) if first < end else None


def _first_verb(unit: Unit, start: int, before: int) -> int | None:
    """The first finite verb that is in no relative clause."""
    relative = False
    for at in range(start, before):
        letter = unit.shape[at]
        if letter == "w" or (letter == "d" and unit.words[at] == "that"):
            relative = True
        elif letter in "vAm":
            if not relative:
                return at
            if unit.shape[at + 1 : at + 2] not in "rbkvA":
                relative = False
        elif letter == ",":
            relative = False
    return None


def noun_before(unit: Unit, participle: int) -> Range | None:
    """The noun phrase right before a participle: "protesters chanting"."""
    if not participle or unit.shape[participle - 1] not in "npo)":
        return None
    start = base_before(unit, participle)
    return (start, participle) if start < participle else None
