"""Where a text has words that the gazetteer knows, and in which use they may stand there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from polybius.annotating.places.words import Run, Words, runs_of
from polybius.gazetteer import Naming, look_up
from polybius.nouns import Span


@dataclass(slots=True)
class Mention:
    """Words that the gazetteer knows, and what they may name.

    ``first`` and ``last`` count words. ``namings`` are those whose use fits how the words are
    written.
    """

    span: Span
    first: int
    last: int
    key: str
    namings: tuple[Naming, ...]


def mentions_of(words: Words) -> list[Mention]:
    """The longest known names, from left to right, none overlapping another."""
    by_start: dict[int, list[Run]] = defaultdict(list)
    for run in runs_of(words):
        by_start[run.first].append(run)
    known = look_up({run.key for runs in by_start.values() for run in runs})
    mentions: list[Mention] = []
    free = 0
    for first, runs in by_start.items():
        if first >= free:
            mention = _longest(words, runs, known)
            if mention is not None:
                mentions.append(mention)
                free = mention.last + 1
    return mentions


def _longest(words: Words, runs: list[Run], known: dict[str, tuple[Naming, ...]]) -> Mention | None:
    for run in reversed(runs):
        fitting = tuple(naming for naming in known.get(run.key, ()) if _fits(naming, run, words))
        if fitting:
            end = words.ends[run.last]
            if any(naming.usage == "dotted" for naming in fitting) and words.text[end] == ".":
                end += 1
            return Mention(
                Span(words.starts[run.first], end), run.first, run.last, run.key, fitting
            )
    return None


def _fits(naming: Naming, run: Run, words: Words) -> bool:
    """Whether a name may be written as the run is."""
    form = words.forms[run.first]
    end = words.ends[run.last]
    single = run.first == run.last
    if naming.usage == "acronym":
        return form.replace(".", "").isupper() if single else form[0].isupper()
    if naming.usage == "postal":
        return single and form.isupper() and len(form) == 2 and _after_town(words, run.first)
    if naming.usage == "dotted":
        return words.text[end : end + 1] == "." and not (
            single and form.isupper() and len(form) > 2
        )
    # "U.N.", "IT", "WHO", "AP": short words in capitals are something else.
    return not single or ("." not in form and not (len(form) <= 3 and form.isupper()))


def _after_town(words: Words, at: int) -> bool:
    return at > 0 and words.gap(at - 1) in {", ", " "} and words.forms[at - 1][0].isupper()
