"""Attributions by nouns and set phrases: "his claim that", "according to", "South Korea: …"."""

from __future__ import annotations

from collections.abc import Iterator

from polybius.annotating.quotations.borders import limit_of
from polybius.annotating.quotations.complements import clause_end, finite_between, object_end
from polybius.annotating.quotations.cues import Cue, cues, source_of
from polybius.annotating.quotations.inversions import before
from polybius.annotating.quotations.lexicon import Lexicon, Sense
from polybius.annotating.quotations.phrases import FINITE, Range, base_before, extended, noun_phrase
from polybius.annotating.quotations.report import Report, report_of
from polybius.annotating.quotations.units import Unit

_POSSESSIVES = frozenset(["his", "her", "its", "their", "our", "my", "your"])
_BE = frozenset(["is", "was", "are", "were", "'s"])


def nominal(unit: Unit, known: list[tuple[Cue, ...]], lexicon: Lexicon) -> Iterator[Report]:
    """Attributions whose cue is a noun: "the accusation that", "made calls for"."""
    for at, word in enumerate(unit.words):
        base = lexicon.nouns.forms.get(word)
        if base is None or unit.shape[at] not in "np":
            continue
        start = base_before(unit, at + 1)
        source, first = _whose(unit, start, at, known, lexicon)
        for particle in (*lexicon.nouns.particles[base], ()):
            name = " ".join((base, *particle))
            sense = lexicon.nouns.senses.get(name)
            after = at + 1 + len(particle)
            if sense is None or tuple(unit.words[at + 1 : after]) != particle:
                continue
            cue = Cue(first, at, after, name, sense, "noun", passive=False, negated=False)
            later = [each[0] for each in known if each[0].first > at]
            limit = limit_of(unit, cue, later, lexicon.lists["occasions"])
            report = _complement(unit, cue, source, limit)
            if report is not None:
                yield report
                break


def _whose(
    unit: Unit, start: int, noun: int, known: list[tuple[Cue, ...]], lexicon: Lexicon
) -> tuple[Range | None, int]:
    """Whose word it is, and where the cue starts: a possessor, or the light verb's subject."""
    for at in range(noun - 1, start - 1, -1):
        if unit.shape[at] == "s":
            return (start, at + 1), at + 1
        if unit.words[at] in _POSSESSIVES:
            return (at, at + 1), at + 1
    verb = start - 1
    if verb > 0 and unit.shape[verb] in "vbgkA":
        base = lexicon.verbs.forms.get(unit.words[verb], unit.words[verb])
        if base in lexicon.lists["light"] or unit.words[verb] in (
            "has",
            "had",
            "have",
            "made",
            "gave",
        ):
            cue = next((each[0] for each in known if each[0].head == verb), None)
            if cue is None:
                cue = _light(unit, verb)
            source = source_of(unit, cue)
            if source is not None:
                return source, cue.first
    return None, noun


def _light(unit: Unit, verb: int) -> Cue:
    first = verb
    while first and unit.shape[first - 1] in "mAr":
        first -= 1
    letter = unit.shape[verb]
    form = "participle" if letter in "gk" and first == verb else "finite"
    if letter == "b" and first and unit.shape[first - 1] == "t":
        form = "infinitive"
    nothing = Sense(frozenset(), frozenset(), denied=False)
    return Cue(first, verb, verb + 1, "", nothing, form, passive=False, negated=False)


def _complement(unit: Unit, cue: Cue, source: Range | None, limit: int) -> Report | None:
    at, sense = cue.after, cue.sense
    if at >= len(unit):
        return None
    if source is None and unit.words[at] in ("by", "from", "among", "of"):
        end = extended(unit, at + 1)
        if end > at + 1 and end < len(unit) and unit.words[end] == "that":
            source, at = (at + 1, end), end
    content: Range | None = None
    takes = ""
    if unit.words[at] == "that" and unit.shape[at] in "uw" and "clause" in sense.takes:
        content, takes = (at, _main_verb(unit, at, clause_end(unit, at + 1, limit))), "clause"
    elif source is None:
        return None
    elif unit.words[at] in _BE and at + 2 < limit and unit.words[at + 1] == "that":
        content, takes = (at + 1, clause_end(unit, at + 1, limit)), "clause"
    elif unit.shape[at] == "t" and "infinitive" in sense.takes:
        content, takes = (at, clause_end(unit, at + 1, limit)), "infinitive"
    elif "object" in sense.takes and (end := noun_phrase(unit, at)) > at:
        content, takes = (at, object_end(unit, end, limit)), "object"
    elif "gerund" in sense.takes and unit.shape[at] == "g":
        content, takes = (at, object_end(unit, at + 1, limit)), "gerund"
    if content is None:
        return None
    return report_of(unit, cue, [content], source, takes)


def _main_verb(unit: Unit, at: int, end: int) -> int:
    """Where a clause within the subject ends: "his claim that it failed was false"."""
    if finite_between(unit, 0, at):
        return end
    verbs = [
        here
        for here in range(at, end)
        if unit.shape[here] in FINITE and unit.shape[here - 1] not in "Am"
    ]
    joined = len(verbs) > 1 and any(letter in "uwc," for letter in unit.shape[verbs[0] : verbs[-1]])
    return verbs[-1] if len(verbs) > 1 and not joined else end


def phrasal(unit: Unit) -> Iterator[Report]:
    """Attributions by "according to", "per" and "in the words of"."""
    for at, word in enumerate(unit.words):
        following = unit.words[at + 1 : at + 2]
        if word == "according" and following == ["to"]:
            yield from _according(unit, at, at + 2)
        elif (
            word == "per"
            and at
            and unit.shape[at - 1] == ","
            and unit.shape[at + 1 : at + 2] in ("p", "d")
        ):
            yield from _according(unit, at, at + 1)
        elif word == "in" and unit.words[at + 1 : at + 4] in (
            ["the", "words", "of"],
            ["the", "view", "of"],
        ):
            yield from _according(unit, at, at + 4)
        elif word in ("words", "view", "opinion", "estimation", "telling"):
            yield from _in_whose(unit, at)


def _according(unit: Unit, first: int, start: int) -> Iterator[Report]:
    end = extended(unit, start, appositions=first > 0)
    if end == start:
        return
    content = _around(unit, first, end)
    if content:
        yield Report(unit, content, (first, start), (start, end), "according")


def _in_whose(unit: Unit, noun: int) -> Iterator[Report]:
    """As in "in Clinton's words", "in his view"."""
    start = base_before(unit, noun + 1)
    owned = unit.shape[noun - 1] == "s" or unit.words[noun - 1] in _POSSESSIVES
    if 0 < start < noun and unit.words[start - 1] == "in" and owned:
        content = _around(unit, start - 1, noun + 1)
        if content:
            yield Report(unit, content, (start - 1, noun + 1), (start, noun), "according")


def _around(unit: Unit, first: int, end: int) -> list[Range]:
    """What is said before and after a phrase that stands apart from it."""
    opens = first == 0 or all(letter in "cr" for letter in unit.shape[:first])
    last = len(unit)
    while last and unit.shape[last - 1] in ".,":
        last -= 1
    if opens:
        comma = unit.shape.find(",", end)
        start = comma + 1 if 0 <= comma <= end + 1 else end
        return [(start, last)] if start < last else []
    found = before(unit, first)
    if found is None:
        return []
    goes_on = unit.shape[end : end + 1] == "," and unit.shape[first - 1] == ","
    if goes_on and finite_between(unit, end + 1, last):
        return [found, (end + 1, last)]
    return [found]


def labelled(unit: Unit) -> Iterator[Report]:
    """As in "Pence: …", "…: South Korea" and "“…” — Jane Doe"."""
    colon = unit.shape.find(":")
    if 0 < colon <= 5 and _names(unit, 0, colon) and _speaks(unit, colon):
        last = len(unit)
        while unit.shape[last - 1] == ".":
            last -= 1
        if last > colon + 1:
            yield Report(unit, [(colon + 1, last)], (colon, colon + 1), (0, colon), "colon")
    elif (unit.titled or unit.bare) and colon > 2:
        last = len(unit) - (unit.shape[-1] == ".")
        if _names(unit, colon + 1, last):
            yield Report(unit, [(0, colon)], (colon, colon + 1), (colon + 1, last), "colon")
    dash = unit.shape.find("Q-")
    if dash >= 0:
        end = len(unit) - (unit.shape[-1] == ".")
        if _names(unit, dash + 2, end):
            yield Report(unit, [(dash, dash + 1)], (dash + 1, dash + 2), (dash + 2, end), "colon")


def _names(unit: Unit, first: int, last: int) -> bool:
    """Whether the tokens are a short name: every word of it capitalised, no verb."""
    return 0 < last - first <= 6 and all(
        (letter in "pn" and form[0].isupper()) or letter in "di"
        for letter, form in zip(unit.shape[first:last], unit.forms[first:last], strict=True)
    )


def _speaks(unit: Unit, colon: int) -> bool:
    """Whether what follows a name and a colon is said: quoted, in a headline, or a transcript."""
    after = unit.shape[colon + 1 : colon + 2]
    shouted = unit.forms[0].isupper() and len(unit.forms[0]) > 2
    return after == "Q" or unit.titled or unit.bare or (shouted and colon <= 3)


def all_cues(unit: Unit, lexicon: Lexicon) -> list[tuple[Cue, ...]]:
    """The unit's verbs and adjectives; none where it has no word of the lexicon."""
    return cues(unit, lexicon) if lexicon.may_report(unit.words) else []
