"""The task ``actors``: whom words mean, on another coder's unit tests.

The gold is unit tests of the actor resolution of NGEC (A. Halterman), one a
line: ``func``, its ``args`` and ``kw``, and in ``expect`` what is asserted of the
result. Each is asked of ``polybius.actors`` as follows.

===================== ==========================================================
their function        ours
===================== ==========================================================
agent_to_code         ``resolve(args[0], on=args[2] or query_date, context=args[1])``
short_text_to_agent   the same
trf_agent_match       the same
query_wiki            ``resolve(args[0]).name``: the entity's name
search_nat            ``countries.nationality(args[0])``
===================== ==========================================================

A case is **right** where every country and every sector it asserts is ours:

- ``country`` is ``Actor.country``, "" standing for None; ``code_1`` is the first
  and ``code_2`` the second of ``Actor.sectors``, "" standing for none.
- ``code is None`` (no actor) asks for neither country nor sectors; so does their
  ``JNK`` (junk), for which we have no code.
- ``title`` of query_wiki, which asks for nothing else, is compared with the name:
  equal but for case, diacritics, hyphens and a bracket that Wikipedia adds to
  tell namesakes apart. ``cc`` and ``text`` of search_nat are compared as they
  are, runs of spaces being one.
- ``wiki`` (a Wikipedia title) beside a code is measured apart, as ``name``; job
  titles, matched patterns and lengths of articles, which are NGEC's inner
  workings, are not asked.

"today" is taken as the last day of 2022, when the suite was written: the clock
has no say in a measure. A case whose arguments are names of variables
(``d['actor']``) cannot be run and counts as wrong; ``runnable_accuracy`` leaves
those out. The headline is ``accuracy``, over all records.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import msgspec

from polybius import actors
from polybius.actors import countries
from polybius.actors.keys import key_of
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Actor

TODAY = dt.date(2022, 12, 31)
_VARIABLE = re.compile(r"d\['\w+'\]|code")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_IN_BRACKETS = re.compile(r" \([^()]*\)$")
_ARTICLE = re.compile(r"^the ")
_MONTHS = {dt.date(2000, month, 1).strftime("%B"): month for month in range(1, 13)}
_WRITTEN = re.compile(r"([A-Z][a-z]+) (\d{1,2}), (\d{4})")

Answer = Mapping[str, str | None]
"""What we answer, under the names that the assertions use; "" for nothing."""


def run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    """Ask every case; see the module's own words for what counts as right."""
    del folder
    right: defaultdict[str, list[bool]] = defaultdict(list)
    names: list[bool] = []
    runnable = 0
    predictions: list[Record] = []
    for record in records:
        asked = is_runnable(record)
        answer = answer_to(record) if asked else {}
        runnable += asked
        right[str(record["func"])].append(asked and is_right(record, answer))
        if asked and "code['wiki'] Eq" in record["expect"]:
            names.append(_agrees("code['wiki'] Eq", record["expect"]["code['wiki'] Eq"], answer))
        predictions.append({**record, "expect": _in_their_shape(record, answer)})
        advance()
    return Outcome(_measures(right, names, runnable), predictions, notes=_notes(records, runnable))


def _measures(
    right: Mapping[str, Sequence[bool]], names: Sequence[bool], runnable: int
) -> dict[str, float]:
    total = sum(map(len, right.values()))
    hits = sum(map(sum, right.values()))
    measures = {"accuracy": _share(hits, total), "runnable_accuracy": _share(hits, runnable)}
    for function, outcomes in sorted(right.items()):
        measures[f"{function}_accuracy"] = _share(sum(outcomes), len(outcomes))
    measures["name_accuracy"] = _share(sum(names), len(names))
    return {**measures, "records": total, "runnable": runnable}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _notes(records: Sequence[Record], runnable: int) -> list[str]:
    blank = len(records) - runnable
    return [f"{blank} cases name variables for arguments; they count as wrong"] if blank else []


def is_runnable(record: Record) -> bool:
    """Whether the case's arguments are values, not names of variables."""
    return not any(_VARIABLE.fullmatch(str(argument)) for argument in record["args"])


def answer_to(record: Record) -> Answer:
    """What ``polybius.actors`` says to a case."""
    return _ANSWERS[str(record["func"])](record)


def _resolution(record: Record) -> Answer:
    actor = _resolve(record)
    first, second, *_ = (*actor.sectors, "", "")
    return {
        "code['country']": actor.country or "",
        "code['code_1']": first,
        "code['code_2']": second,
        "code['wiki']": actor.name or "",
        "code": None if actor.country is None and not actor.sectors else "an actor",
    }


def _resolve(record: Record) -> Actor:
    arguments = [*record["args"], "", "", ""]
    keywords = record["kw"]
    day = keywords.get("query_date", "").strip("'\"") or arguments[2]
    known = keywords.get("known_country", keywords.get("country", "")).strip("'\"")
    context = arguments[1] or countries.name(known) or ""
    return actors.resolve(arguments[0], on=date_of(day), context=context)


def date_of(words: str) -> dt.date | None:
    """A date as the cases write it: ISO, "October 1, 2021", or "today"; None for ""."""
    if words == "today":
        return TODAY
    if _ISO.fullmatch(words):
        return dt.date.fromisoformat(words)
    match = _WRITTEN.fullmatch(words)
    if match:
        return dt.date(int(match[3]), _MONTHS[match[1]], int(match[2]))
    return None


def _entity(record: Record) -> Answer:
    return {"wiki['title']": _resolve(record).name or ""}


def _nationality(record: Record) -> Answer:
    code, rest = countries.nationality(record["args"][0])
    return {"cc": code or "", "text": rest}


_ANSWERS: Mapping[str, Callable[[Record], Answer]] = {
    "agent_to_code": _resolution,
    "short_text_to_agent": _resolution,
    "trf_agent_match": _resolution,
    "query_wiki": _entity,
    "search_nat": _nationality,
}

_ASKED = frozenset(
    (
        "code['country']",
        "code['code_1']",
        "code['code_2']",
        "code",
        "wiki['title']",
        "cc",
        "text",
    )
)


def is_right(record: Record, answer: Answer) -> bool:
    """Whether *answer* meets every assertion of the case that asks for country or sector."""
    asked = {
        assertion: wanted
        for assertion, wanted in record["expect"].items()
        if assertion.rsplit(" ", 1)[0] in _ASKED
    }
    return all(_agrees(assertion, wanted, answer) for assertion, wanted in asked.items())


def _agrees(assertion: str, wanted: str, answer: Answer) -> bool:
    subject, relation = assertion.rsplit(" ", 1)
    given = answer.get(subject)
    if wanted == "None":
        return (given is None) == (relation in {"Eq", "Is"})
    value = wanted.strip("'\"")
    if subject == "code['code_1']" and value == "JNK":
        return answer.get("code") is None
    if subject in {"code['wiki']", "wiki['title']"}:
        same = _entity_key(value) == _entity_key(given or "")
    else:
        same = " ".join(value.split()) == (given or "")
    return same == (relation == "Eq")


def _entity_key(name: str) -> str:
    return _ARTICLE.sub("", key_of(_IN_BRACKETS.sub("", name)))


def _in_their_shape(record: Record, answer: Answer) -> dict[str, Any]:
    """The case's own assertions, with our values in place of the wanted ones."""
    return {
        assertion: repr(answer.get(assertion.rsplit(" ", 1)[0]))
        for assertion in record["expect"]
        if assertion.rsplit(" ", 1)[0] in answer
    }


class _Record(msgspec.Struct):
    func: str
    args: Annotated[list[str], msgspec.Meta(min_length=1)]
    kw: dict[str, str]
    expect: dict[str, str]

    def __post_init__(self) -> None:
        if self.func not in _ANSWERS:
            raise ValueError(f"`func` {self.func!r} is none of {', '.join(_ANSWERS)}")


TASK = Task(
    name="actors",
    summary="whom words mean: country and sector of an actor",
    gold="func, args, kw, expect: unit tests of actor resolution",
    run=run,
    form=_Record,
)
