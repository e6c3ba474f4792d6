"""Sentences with marks and labels, as GUIDE.md describes them: read, checked, counted.

``python training/scribe/marked.py FOLDER`` says what is wrong, and how many there are of each.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MODES: dict[str, frozenset[str]] = {
    name: frozenset(modes.split())
    for name, modes in {
        "AGREE": "",
        "CONSULT": "visit third-party multilateral phone",
        "SUPPORT": "",
        "CONCEDE": "",
        "COOPERATE": "",
        "AID": "",
        "RETREAT": "withdraw release disarm ceasefire access resign",
        "REQUEST": "assist change yield meet",
        "ACCUSE": "disapprove investigate allege",
        "REJECT": "assist change yield meet",
        "THREATEN": "restrict arrest relations expel territory violence",
        "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
        "SANCTION": "convict expel withdraw discontinue",
        "MOBILIZE": "troops weapons police militia",
        "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation"
        " cyber",
        "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives"
        " suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    }.items()
}
"""The types of PLOVER (manual draft 2.0, February 2024) and the modes of each."""

CONTEXTS = frozenset(
    [
        "military",
        "intelligence",
        "executive",
        "legislative",
        "election",
        "political_institutions",
        "pro_democracy",
        "pro_autocracy",
        "economic",
        "legal",
        "reparations",
        "human_rights",
        "rights_freedoms",
        "repression",
        "human_security",
        "gender",
        "lgbt",
        "religion_ethnicity",
        "inequality",
        "diplomatic",
        "territory",
        "peacekeeping",
        "health",
        "asylum",
        "migration",
        "disasters",
        "natural_resource",
        "environment",
        "technology",
        "terrorism",
        "cbrn",
        "cyber",
        "misinformation",
        "crime",
        "corruption",
        "illegal_drugs",
        "trafficking",
    ]
)
FACTUALITY = frozenset(["asserted", "denied", "possible", "planned", "conditional", "called_for"])
TENSES = frozenset(("past", "present", "future"))
_MARK = re.compile(r"<(/?)([aecq])(\d{1,2})>")
_EVENT = re.compile(
    r"(e\d+) ([A-Z]+)(?:/([a-z-]+))? ([a\d,]+|-) > ([a\d,]+|-) (\w+) (\w+) ([\w,]+|-)( historical)?"
)
_QUOTATION = re.compile(r"(q\d+) (a\d+|-) (c\d+|-)")

Spans = dict[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Event:
    """One labelled event; ``trigger``, ``actors`` and ``recipients`` are names of marks."""

    trigger: str
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    factuality: str
    tense: str
    contexts: tuple[str, ...]
    historical: bool


@dataclass(frozen=True, slots=True)
class Attribution:
    """One labelled attribution, by the names of its marks."""

    content: str
    source: str | None
    cue: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence without its marks; ``spans`` are offsets into ``text``, by name of mark."""

    text: str
    spans: Spans
    events: tuple[Event, ...]
    attributions: tuple[Attribution, ...]


class BadSentence(Exception):
    """A sentence that breaks the format, with the line that it begins on."""


def read(path: Path) -> Iterator[Sentence]:
    """Every sentence of a file.

    Raises:
        BadSentence: at the first that breaks the format.
    """
    for number, block in _blocks(path.read_text(encoding="utf-8")):
        try:
            yield sentence_of(block)
        except BadSentence as error:
            raise BadSentence(f"{path.name}:{number}: {error}") from error


def _blocks(text: str) -> Iterator[tuple[int, list[str]]]:
    block: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip() and not line.startswith("#"):
            block.append(line.strip())
        elif block and not line.strip():
            yield number - len(block), block
            block = []


def sentence_of(block: list[str]) -> Sentence:
    """A sentence from its line and those of its labels.

    Raises:
        BadSentence: where they break the format.
    """
    text, spans = _unmarked(block[0])
    labels = block[1:]
    if not labels:
        raise BadSentence("no label: none, e# or q#")
    events, attributions = [], []
    for label in labels:
        if found := _EVENT.fullmatch(label):
            events.append(_event(found))
        elif found := _QUOTATION.fullmatch(label):
            attributions.append(Attribution(found[1], _name(found[2]), _name(found[3])))
        elif label != "none" or len(labels) > 1:
            raise BadSentence(f"a label like no other: {label!r}")
    sentence = Sentence(text, spans, tuple(events), tuple(attributions))
    _check(sentence)
    return sentence


def _unmarked(line: str) -> tuple[str, Spans]:
    """The text without marks, and where they were."""
    pieces: list[str] = []
    spans: Spans = {}
    open_: list[tuple[str, int]] = []
    length = end = 0
    for mark in _MARK.finditer(line):
        pieces.append(line[end : mark.start()])
        length += len(pieces[-1])
        end = mark.end()
        name = mark[2] + mark[3]
        if not mark[1]:
            open_.append((name, length))
        elif not open_ or open_[-1][0] != name:
            raise BadSentence(f"</{name}> closes what is not open, or crosses another")
        else:
            spans.setdefault(name, []).append((open_.pop()[1], length))
    text = "".join([*pieces, line[end:]])
    if open_ or re.search(r"</?\w", text):
        raise BadSentence(f"a mark left open, or not of the kinds a, e, c, q: {line[:60]!r}")
    _check_edges(text, spans)
    return text, spans


def _check_edges(text: str, spans: Spans) -> None:
    for name, places in spans.items():
        for start, end in places:
            if start == end or text[start:end] != text[start:end].strip():
                raise BadSentence(f"{name} is empty, or begins or ends in a space")


def _event(found: re.Match[str]) -> Event:
    return Event(
        trigger=found[1],
        type=found[2],
        mode=found[3],
        actors=_names(found[4]),
        recipients=_names(found[5]),
        factuality=found[6],
        tense=found[7],
        contexts=_names(found[8]),
        historical=bool(found[9]),
    )


def _name(word: str) -> str | None:
    return None if word == "-" else word


def _names(words: str) -> tuple[str, ...]:
    return () if words == "-" else tuple(words.split(","))


def _check(sentence: Sentence) -> None:
    """What labels name is there, and what is marked is labelled."""
    used: set[str] = set()
    for event in sentence.events:
        _check_codes(event)
        used |= {event.trigger, *event.actors, *event.recipients}
    for each in sentence.attributions:
        used |= {each.content, *filter(None, (each.source, each.cue))}
    if missing := used - set(sentence.spans):
        raise BadSentence(f"labelled but not marked: {', '.join(sorted(missing))}")
    if idle := {name for name in set(sentence.spans) - used if name[0] != "a"}:
        raise BadSentence(f"marked but not labelled: {', '.join(sorted(idle))}")


def _check_codes(event: Event) -> None:
    if event.type not in MODES:
        raise BadSentence(f"{event.type} is no type")
    if event.mode and event.mode not in MODES[event.type]:
        raise BadSentence(f"{event.mode} is no mode of {event.type}")
    if event.factuality not in FACTUALITY or event.tense not in TENSES:
        raise BadSentence(f"{event.factuality} {event.tense}: no factuality, or no tense")
    if unknown := set(event.contexts) - CONTEXTS:
        raise BadSentence(f"no such context: {', '.join(sorted(unknown))}")


def faults(path: Path) -> Iterator[str]:
    """What is wrong in a file, one line a sentence."""
    for number, block in _blocks(path.read_text(encoding="utf-8")):
        try:
            sentence_of(block)
        except BadSentence as error:
            yield f"{path.name}:{number}: {error}"


def _counts(sentences: list[Sentence]) -> Iterator[str]:
    yield f"{len(sentences)} sentences, {len({each.text for each in sentences})} different"
    events = [event for each in sentences for event in each.events]
    yield f"{sum(not each.events for each in sentences)} without an event, {len(events)} events"
    for counted in (
        Counter(f"{event.type}/{event.mode or '-'}" for event in events),
        Counter(f"{event.factuality} {event.tense}" for event in events),
        Counter(context for event in events for context in event.contexts),
    ):
        yield ", ".join(f"{name} {count}" for name, count in counted.most_common())


def main(folder: Path) -> int:
    """Print faults, or else counts."""
    paths = sorted(folder.glob("*.txt")) if folder.is_dir() else [folder]
    wrong = [fault for path in paths for fault in faults(path)]
    if wrong:
        print("\n".join(wrong))
        return 1
    print("\n".join(_counts([each for path in paths for each in read(path)])))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
