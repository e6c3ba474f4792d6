"""Training examples: words with what each head should say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from polybius.annotating.tokens import Tokens, tokens
from training.scribe.marked import CONTEXTS, MODES, Sentence

TYPES = ("-", *MODES)
ALL_MODES = ("-", *(f"{name}/{mode}" for name, modes in MODES.items() for mode in sorted(modes)))
FACTUALITIES = ("asserted", "denied", "possible", "planned", "conditional", "called_for")
TENSES = ("past", "present", "future")
CONTEXT_LIST = tuple(sorted(CONTEXTS))
ENTITIES = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")
PARTS = ("O", "B-actor", "I-actor", "B-recipient", "I-recipient")


@dataclass(slots=True)
class Trigger:
    """One event of an example; ``parts`` labels every word in its eyes."""

    at: int
    type: int
    mode: int
    factuality: int
    tense: int
    historical: int
    contexts: list[int]
    parts: list[int]


@dataclass(slots=True)
class Example:
    """Words and labels. None where a source says nothing of a task."""

    words: list[str]
    triggers: list[Trigger] | None = None
    entities: list[int] | None = None
    relations: list[tuple[list[int], int]] = field(default_factory=list)
    """Roles of all words, and the type that the pair so named has."""


def of_sentence(sentence: Sentence) -> Example:
    """What a marked sentence teaches: its triggers, their parts, and the type of each pair."""
    found = tokens(sentence.text)
    example = Example(found.forms, triggers=[])
    for event in sentence.events:
        (start, end), *_ = sentence.spans[event.trigger]
        at = _first(found, start, end)
        if at is None or example.triggers is None:
            continue
        mode = f"{event.type}/{event.mode}" if event.mode else "-"
        parts = [0] * len(found.forms)
        for names, label in ((event.recipients, 3), (event.actors, 1)):
            for name in names:
                _mark(parts, found, _nearest(sentence.spans[name], start), label)
        example.triggers.append(
            Trigger(
                at=at,
                type=TYPES.index(event.type),
                mode=ALL_MODES.index(mode),
                factuality=FACTUALITIES.index(event.factuality),
                tense=TENSES.index(event.tense),
                historical=int(event.historical),
                contexts=[int(context in event.contexts) for context in CONTEXT_LIST],
                parts=parts,
            )
        )
        if event.actors and event.recipients:
            roles = [0 if part == 0 else 1 if part < 3 else 2 for part in parts]
            example.relations.append((roles, TYPES.index(event.type)))
    return example


def _nearest(spans: list[tuple[int, int]], trigger: int) -> tuple[int, int]:
    """Of the mentions of one actor the one nearest to the trigger."""
    return min(spans, key=lambda span: abs(span[0] - trigger))


def _first(found: Tokens, start: int, end: int) -> int | None:
    """The first word that lies in a span."""
    for index, (left, right) in enumerate(zip(found.starts, found.ends, strict=True)):
        if left < end and right > start:
            return index
    return None


def _mark(labels: list[int], found: Tokens, span: tuple[int, int], first: int) -> None:
    """Label the words of a span: the first with *first*, the others with the next number."""
    label = first
    for index, (left, right) in enumerate(zip(found.starts, found.ends, strict=True)):
        if left < span[1] and right > span[0]:
            labels[index] = label
            label = first + 1


_IOB = {"PER": 1, "ORG": 3, "LOC": 5}


def of_iob2(path: Path) -> Iterator[Example]:
    """The sentences of a Universal NER file."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        rows = [row for row in rows if row[0].isdecimal()]
        if rows:
            yield Example([row[1] for row in rows], entities=[_iob(row[2]) for row in rows])


def _iob(label: str) -> int:
    kind = label[2:]
    return _IOB[kind] + (label[0] == "I") if kind in _IOB else 0


_GUM = {"person": 1, "organization": 3, "place": 5}
_OPEN = re.compile(r"\((\d+)-([a-z]+)|(\d+)\)")


def of_gum(path: Path) -> Iterator[Example]:
    """The sentences of a GUM file; names are entities of a kind whose words hold a proper noun."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        rows = [row for row in rows if row[0].isdecimal()]
        if rows:
            yield Example([row[1] for row in rows], entities=_names(rows))


def _names(rows: list[list[str]]) -> list[int]:
    """The runs of proper nouns, each of the kind of the smallest entity around it."""
    kinds = _kinds(rows)
    labels, last = [], 0
    for row, kind in zip(rows, kinds, strict=True):
        first = _GUM.get(kind or "", 0) if row[3] == "PROPN" else 0
        labels.append(0 if not first else first + 1 if last == first else first)
        last = first
    return labels


def _kinds(rows: list[list[str]]) -> list[str | None]:
    """The kind of the innermost entity that each word stands in."""
    open_: dict[str, str] = {}
    kinds = []
    for row in rows:
        noted = re.search(r"Entity=([^|]+)", row[9])
        closing = []
        for found in _OPEN.finditer(noted[1] if noted else ""):
            if found[1]:
                open_[found[1]] = found[2]
                opening = noted[1][found.end() :] if noted else ""
                alone = re.match(r"[^()]*\)", opening)
                if alone:
                    closing.append(found[1])
            else:
                closing.append(found[3])
        kinds.append(list(open_.values())[-1] if open_ else None)
        for number in closing:
            open_.pop(number, None)
    return kinds
