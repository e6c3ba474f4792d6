"""The words that report speech and thought, from ``lexicon.toml``."""

from __future__ import annotations

import functools
import importlib.resources
import tomllib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Sense:
    """What a word takes after it; see ``lexicon.toml``.

    ``attitudes`` are those complements with which it is thought rather than said.
    """

    takes: frozenset[str]
    attitudes: frozenset[str]
    denied: bool


@dataclass(frozen=True, slots=True)
class Words:
    """One part of speech: senses by base form, and base forms by inflected form.

    ``particles`` gives, for a base form, the words that may follow it as part of
    the entry ("call" has "for" and "on"), longest first.
    """

    senses: dict[str, Sense]
    forms: dict[str, str]
    particles: dict[str, tuple[tuple[str, ...], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The whole of ``lexicon.toml``.

    ``triggers`` are all inflected forms that may report by themselves, ``paired`` those
    that only report, or also, with a particle, each with the first words of these.
    """

    verbs: Words
    adjectives: Words
    nouns: Words
    lists: dict[str, frozenset[str]]
    triggers: frozenset[str]
    paired: dict[str, frozenset[str]]

    def may_report(self, words: Sequence[str]) -> bool:
        """A quick look: whether a sentence of *words* may hold a word that reports."""
        if not self.triggers.isdisjoint(words):
            return True
        paired = self.paired
        return any(not paired[word].isdisjoint(words) for word in words if word in paired)


@functools.cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    source = importlib.resources.files(__package__).joinpath("lexicon.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    verbs = _words(data["verbs"], lambda base: verb_forms(base, data["irregular"]))
    adjectives = _words(data["adjectives"], lambda base: (base,))
    nouns = _words(data["nouns"], lambda base: (base, *_with_s(base)))
    lists = {name: frozenset(words) for name, words in data["lists"].items()}
    every = (verbs, adjectives, nouns)
    alone = (form for each in every for form, base in each.forms.items() if base in each.senses)
    triggers = frozenset((*alone, *lists["other_cues"]))
    return Lexicon(verbs, adjectives, nouns, lists, triggers, _paired(every))


def _paired(every: Iterable[Words]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for each in every:
        for form, base in each.forms.items():
            for particle in each.particles[base]:
                found.setdefault(form, set()).add(particle[0])
    return {form: frozenset(first) for form, first in found.items()}


def _words(groups: list[dict[str, Any]], inflected: Callable[[str], Iterable[str]]) -> Words:
    senses = _senses(groups)
    particles: dict[str, list[tuple[str, ...]]] = {}
    for name in senses:
        base, *rest = name.split(" ")
        particles.setdefault(base, [])
        if rest:
            particles[base].append(tuple(rest))
    return Words(
        senses,
        {form: base for base in sorted(particles) for form in inflected(base)},
        {
            base: tuple(sorted(words, key=lambda each: (-len(each), each)))
            for base, words in particles.items()
        },
    )


def _senses(groups: list[dict[str, Any]]) -> dict[str, Sense]:
    takes: dict[str, set[str]] = {}
    attitudes: dict[str, set[str]] = {}
    denied: set[str] = set()
    for group in groups:
        for word in group["words"]:
            takes.setdefault(word, set()).update(group["takes"])
            if group["stance"] == "attitude":
                attitudes.setdefault(word, set()).update(group["takes"])
            if group.get("denied"):
                denied.add(word)
    return {
        word: Sense(frozenset(taken), frozenset(attitudes.get(word, ())), word in denied)
        for word, taken in takes.items()
    }


def verb_forms(base: str, irregular: dict[str, list[str]]) -> Iterator[str]:
    """The base form, -s, past, past participle and -ing forms of a verb."""
    yield base
    yield from _with_s(base)
    yield _with_vowel(base, "ing")
    yield from irregular.get(base) or [_with_vowel(base, "ed")]


def _with_s(base: str) -> Iterator[str]:
    if base.endswith("y") and base[-2] not in _VOWELS:
        yield base[:-1] + "ies"
    elif base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "veto", "echo"}:
        yield base + "es"
    else:
        yield base + "s"


def _with_vowel(base: str, ending: str) -> str:
    """*base* before an ending that starts with a vowel: denied, hoping, planned, lying."""
    if base.endswith("ie") and ending == "ing":
        return base[:-2] + "ying"
    if base.endswith("ee"):
        return base + ending.lstrip("e")
    if base.endswith("e"):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in _VOWELS and ending == "ed":
        return base[:-1] + "ied"
    return base + (base[-1] if _doubles(base) else "") + ending


_STRESSED_LAST = frozenset(
    ["admit", "refer", "infer", "prefer", "rebut", "permit", "submit", "compel", "commit", "regret"]
)


def _doubles(base: str) -> bool:
    """Whether the last consonant is doubled: plan, planned; admit, admitted."""
    if len(base) < 3 or base[-1] in "wxy" + _VOWELS or base[-2] not in _VOWELS:
        return False
    short = base[-3] not in _VOWELS and sum(letter in _VOWELS for letter in base) == 1
    return short or base in _STRESSED_LAST
