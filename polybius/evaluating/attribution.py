"""The task ``attribution``: who said what, on annotated reports.

A gold record has ``text`` and ``quotes``; each quote has ``content_spans``,
``cue_spans`` and ``source_spans`` (lists of ``[start, end]``, half-open, in code
points; the last two may be empty) and a ``type`` ("direct", "indirect",
"mixed"). ``content``, ``cue`` and ``source`` (one ``[start, end]`` or null) are
read where the lists are absent.

How a prediction counts, stated once for all measures:

* Tokens are words or single marks of punctuation. The likeness of two sets of
  spans is the intersection over union (IoU) of the tokens that start in them.
* *Content*: gold and predictions are paired one to one, best likeness first; a
  pair counts where the IoU of their contents is at least .5.
* *With source*: such a pair counts where also the IoU of the sources is at least
  .5, or where neither has a source.
* *With cue*: such a pair counts where also the cues share a token.
* *Outermost*: like PolNeAR, the gold annotates an attribution within another's
  content only as part of that content. Predictions whose cue stands within
  another prediction's content are therefore neither counted nor written. The
  measures that begin with ``every`` count them too, as spurious.
* *Speech*: gold in quotation marks, or whose cue has a form of a verb of speech
  in our lexicon, against predictions that are no attitude; a prediction that is
  paired with other gold counts neither way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from polybius.annotating.quotations import quotations
from polybius.annotating.quotations.lexicon import lexicon
from polybius.annotating.sentences import sentences
from polybius.evaluating.gold import SpanForm
from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Document, Quotation, Span

_TOKEN = re.compile(r"\w+|[^\w\s]")
_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class _Tokens:
    """One attribution as sets of the offsets at which its tokens start."""

    content: frozenset[int]
    cue: frozenset[int]
    source: frozenset[int]
    speech: bool


def _run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    del folder
    totals: dict[str, Score] = {}
    predictions = []
    for record in records:
        gold, every = _gold(record), _found(record["text"])
        outermost = [each for each in every if not _inside_another(each, every)]
        for name, score in _scores(record["text"], gold, every, outermost).items():
            totals[name] = totals.get(name, Score()) + score
        predictions.append({"id": record.get("id"), "quotes": [_form(q) for q in outermost]})
        advance()
    measures = {"records": float(len(records))}
    for name, score in totals.items():
        measures |= score.measures(name)
    return Outcome(measures, predictions)


def _found(text: str) -> tuple[Quotation, ...]:
    document = Document.of_text(text)
    return quotations(document, sentences(document))


def _gold(record: Record) -> list[_Tokens]:
    text = record["text"]
    found = []
    for quote in record["quotes"]:
        cue = _spans(quote, "cue")
        found.append(
            _Tokens(
                _starts(text, _spans(quote, "content")),
                _starts(text, cue),
                _starts(text, _spans(quote, "source")),
                quote.get("type") in ("direct", "mixed") or _is_speech(text, cue),
            )
        )
    return [each for each in found if each.content]


def _spans(quote: Record, name: str) -> list[Span]:
    listed = quote.get(f"{name}_spans")
    if listed is None:
        listed = [quote[name]] if quote.get(name) else []
    return [Span(*each) for each in listed]


def _is_speech(text: str, cue: Sequence[Span]) -> bool:
    words = {word.lower() for span in cue for word in _TOKEN.findall(span.of(text))}
    verbs = lexicon().verbs
    senses = [verbs.senses.get(verbs.forms.get(word, "")) for word in words]
    said = any(sense and sense.takes & {"quote", "told"} for sense in senses)
    return said or bool(words & {"according", ":", "per"})


def _scores(
    text: str, gold: Sequence[_Tokens], every: Sequence[Quotation], outermost: Sequence[Quotation]
) -> dict[str, Score]:
    predicted = [_tokens(text, each) for each in outermost]
    pairs = one_to_one(gold, predicted, _likeness)
    sourced = sum(_same_source(gold[g], predicted[p]) for g, p in pairs)
    cued = sum(bool(gold[g].cue & predicted[p].cue) for g, p in pairs)
    nested = [_tokens(text, each) for each in every]
    among_all = one_to_one(gold, nested, _likeness)
    return {
        "content": _score(len(pairs), len(predicted), len(gold)),
        "content_with_source": _score(sourced, len(predicted), len(gold)),
        "content_with_cue": _score(cued, len(predicted), len(gold)),
        "speech_content": _speech(gold, predicted, pairs),
        "every_content": _score(len(among_all), len(nested), len(gold)),
        "every_content_with_source": _score(
            sum(_same_source(gold[g], nested[p]) for g, p in among_all), len(nested), len(gold)
        ),
    }


def _score(right: int, predicted: int, gold: int) -> Score:
    return Score(right, predicted - right, gold - right)


def _speech(
    gold: Sequence[_Tokens], predicted: Sequence[_Tokens], pairs: Sequence[tuple[int, int]]
) -> Score:
    right = [p for g, p in pairs if gold[g].speech]
    elsewhere = {p for g, p in pairs if not gold[g].speech}
    wrong = [
        p for p, each in enumerate(predicted)
        if each.speech and p not in elsewhere and p not in right
    ]  # fmt: skip
    return Score(len(right), len(wrong), sum(each.speech for each in gold) - len(right))


def _tokens(text: str, quotation: Quotation) -> _Tokens:
    return _Tokens(
        _starts(text, quotation.pieces or (quotation.content,)),
        _starts(text, [quotation.cue] if quotation.cue else []),
        _starts(text, [quotation.source] if quotation.source else []),
        not quotation.attitude,
    )


def _starts(text: str, spans: Sequence[Span]) -> frozenset[int]:
    return frozenset(match.start() for span in spans for match in _TOKEN.finditer(text, *span))


def _likeness(wanted: _Tokens, found: _Tokens) -> float:
    value = _iou(wanted.content, found.content)
    return value if value >= _THRESHOLD else 0.0


def _same_source(wanted: _Tokens, found: _Tokens) -> bool:
    if not wanted.source and not found.source:
        return True
    return _iou(wanted.source, found.source) >= _THRESHOLD


def _iou(one: frozenset[int], other: frozenset[int]) -> float:
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def _inside_another(quotation: Quotation, every: Sequence[Quotation]) -> bool:
    cue = quotation.cue
    return cue is not None and any(
        piece.contains(cue) for other in every if other is not quotation for piece in other.pieces
    )


def _form(quotation: Quotation) -> dict[str, Any]:
    def listed(span: Span | None) -> list[list[int]]:
        return [list(span)] if span else []

    return {
        "content": list(quotation.content),
        "content_spans": [list(piece) for piece in quotation.pieces],
        "cue": list(quotation.cue) if quotation.cue else None,
        "cue_spans": listed(quotation.cue),
        "source": list(quotation.source) if quotation.source else None,
        "source_spans": listed(quotation.source),
        "type": quotation.kind,
        "speaker": quotation.speaker.name if quotation.speaker else None,
        "attitude": quotation.attitude,
        "denied": quotation.denied,
    }


class _Quote(msgspec.Struct):
    content_spans: list[SpanForm] | None = None
    cue_spans: list[SpanForm] | None = None
    source_spans: list[SpanForm] | None = None
    content: SpanForm | None = None
    cue: SpanForm | None = None
    source: SpanForm | None = None
    type: str | None = None

    def __post_init__(self) -> None:
        if self.content_spans is None and self.content is None:
            raise ValueError("a quote has neither `content_spans` nor `content`")


class _Record(msgspec.Struct):
    text: str
    quotes: list[_Quote]


TASK = Task(
    name="attribution",
    summary="who said what: content, cue and source of quotations and reported speech",
    gold="text, quotes[].content_spans, .cue_spans, .source_spans, .type",
    run=_run,
    form=_Record,
)
