"""From the attributions of units to those of a document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from polybius.annotating.quotations.lexicon import Lexicon
from polybius.annotating.quotations.marks import Stretch
from polybius.annotating.quotations.nominal import all_cues, labelled, nominal, phrasal
from polybius.annotating.quotations.report import Report
from polybius.annotating.quotations.reports import verbal
from polybius.annotating.quotations.units import LONGEST, Unit, read, units
from polybius.nouns import Document, Span
from polybius.nouns.annotations import QuotationKind

# In these first paragraphs a report may open with its place: "SEOUL, Jan. 11 (Yonhap) -- ".
_OPENING = 3
DATELINE = re.compile(
    r"[A-Z]{2,}[A-Z .'/-]{0,30}(?:,[^\n()—–]{0,40})?\s?(?:\([^()\n]{2,30}\)\s?)?(?:--|[-–—:])\s++"
)
# Complements that begin with the verb of a cue within them.
_WITH_VERB = frozenset(("infinitive", "gerund", "urged"))
CONTINUED = "no cue: goes on with the statement before"


@dataclass(slots=True)
class Statement:
    """An attribution of the document, in characters.

    ``outer`` is the statement in whose content this one is made. ``follows`` is
    the statement that one without a cue goes on with.
    """

    pieces: list[Span]
    unit: Unit
    report: Report | None
    outer: Statement | None = None
    follows: Statement | None = None
    cited: list[Span] = field(default_factory=list)
    via: list[Span] = field(default_factory=list)

    @property
    def content(self) -> Span:
        """From the first to the last character said."""
        return Span(min(p.start for p in self.pieces), max(p.end for p in self.pieces))

    @property
    def kind(self) -> QuotationKind:
        """How the words are given: in quotation marks, reported, or partly each."""
        marks = self.unit.marks
        whole = self.report is None or all(
            self.unit.shape[first:last].strip("Q,.-") == "" for first, last in self.report.content
        )
        if whole:
            return "direct"
        partly = self.report is not None and bool(self.report.stretches)
        inside = any(piece.start <= mark < piece.end for piece in self.pieces for mark in marks)
        return "mixed" if partly or inside else "indirect"

    @property
    def cue(self) -> Span | None:
        """The words that report; None where the statement has none."""
        return self.unit.chars(*self.report.cue) if self.report else None

    @property
    def source(self) -> Span | None:
        """The words that name the speaker; None where there are none."""
        if self.report is None or self.report.source is None:
            return None
        return self.unit.chars(*self.report.source)


def statements(
    document: Document, sentences: Sequence[Span], marked: Sequence[Stretch], lexicon: Lexicon
) -> tuple[list[Statement], list[Unit]]:
    """Every statement of the document, in order, and the units that were read."""
    text, paragraphs = document.text, document.paragraphs
    found: list[Statement] = []
    seen: list[Unit] = []
    for number, whole, inside in units(paragraphs, sentences, marked):
        span = _past_dateline(document, number, whole)
        unit = read(text, number, span, inside, lexicon)
        if not 0 < len(unit) <= LONGEST:
            continue
        if not unit.shape:
            seen.append(unit)
            continue
        here = [_statement(report) for report in _settled(_reports(unit, lexicon))]
        found += _joined(unit, here, found, seen)
        seen.append(unit)
    _nest(found)
    same = {id(each) for each in found if _goes_with_outer(each)}
    for each in found:
        while each.outer is not None and id(each.outer) in same:
            each.outer = each.outer.outer
    found = [each for each in found if id(each) not in same]
    return sorted(found, key=lambda each: each.content), seen


def _past_dateline(document: Document, paragraph: int, span: Span) -> Span:
    """*span* without "SEOUL (Reuters) –", which is no part of what is said after it."""
    known = document.dateline
    if known is not None and known.start <= span.start < known.end < span.end:
        return Span(known.end, span.end)
    if paragraph < _OPENING and document.paragraphs[paragraph].start == span.start:
        found = DATELINE.match(document.text, *span)
        if found:
            return Span(found.end(), span.end)
    return span


def _reports(unit: Unit, lexicon: Lexicon) -> list[Report]:
    known = all_cues(unit, lexicon)
    found = [*nominal(unit, known, lexicon), *phrasal(unit), *verbal(unit, known, lexicon)]
    every = [*labelled(unit), *found]
    for report in every:
        report.content = [(first, last) for first, last in report.content if first < last]
    return [report for report in every if report.content]


def _settled(found: list[Report]) -> list[Report]:
    """Without those that say again what another says: same quotation, or same cue words."""
    kept: list[Report] = []
    taken: set[int] = set()
    order = {"colon": 0, "before": 1, "quote": 1}
    for report in sorted(found, key=lambda each: order.get(each.takes, 2)):
        places = report.stretches
        if places and places <= taken:
            _pass_on(report, kept)
            continue
        first, last = report.cue
        if any(first < r.cue[1] and r.cue[0] < last for r in kept):
            continue
        taken |= places
        kept.append(report)
    return sorted(kept, key=lambda each: each.cue)


def _pass_on(report: Report, kept: Sequence[Report]) -> None:
    """Make a chain of "…, the navy said, according to TV Lima"."""
    if report.takes == "according" and report.source:
        for other in kept:
            if any(first <= other.cue[0] < last for first, last in report.content):
                other.via.append(report.source)


def _statement(report: Report) -> Statement:
    unit = report.unit
    return Statement(
        [unit.chars(*each) for each in report.content],
        unit,
        report,
        cited=[unit.chars(*each) for each in report.cited],
        via=[unit.chars(*each) for each in report.via],
    )


def _joined(
    unit: Unit, here: list[Statement], found: list[Statement], seen: Sequence[Unit]
) -> list[Statement]:
    """The unit's statements, with quotations that go on with an earlier one added to it."""
    claimed = set[int]().union(*(s.report.stretches for s in here if s.report))
    new = list(here)
    for place in sorted(unit.quoted):
        if place in claimed:
            continue
        stretch = unit.quoted[place]
        earlier = _earlier(unit, place, stretch, found, seen)
        if earlier is None:
            continue
        same = unit.paragraph == earlier.unit.paragraph or stretch.reopens
        if same and earlier.report is not None:
            earlier.pieces.append(stretch.span)
        else:
            new.append(Statement([stretch.span], unit, None, follows=earlier))
    return new


def _earlier(
    unit: Unit, place: int, stretch: Stretch, found: Sequence[Statement], seen: Sequence[Unit]
) -> Statement | None:
    """The statement that an unattributed quotation goes on with, if any."""
    alone = len(unit) == 1 or unit.shape.strip("Q.,-") == ""
    if not found or place != 0 or not seen or not (alone or stretch.reopens):
        return None
    before = seen[-1]
    near = list(itertools.takewhile(lambda each: each.unit is before, reversed(found)))
    quoting = [each for each in near if _is_quotation(each)]
    said = [each for each in near if each.report is None or not each.report.attitude]
    if unit.paragraph > before.paragraph + 1:
        return None
    return next(iter(quoting or said), None)


def _is_quotation(statement: Statement) -> bool:
    return statement.report is None or bool(statement.report.stretches)


def _nest(found: Iterable[Statement]) -> None:
    """Tell each statement in which other's content its cue stands, the closest around it."""
    for _, group in itertools.groupby(found, key=lambda each: each.unit.span.start):
        every = sorted(group, key=lambda each: each.content.length)
        for at, inner in enumerate(every):
            cue = inner.cue
            if cue is not None:
                around = (o for o in every[at + 1 :] if any(p.contains(cue) for p in o.pieces))
                inner.outer = next(around, None)


def _goes_with_outer(statement: Statement) -> bool:
    """Whether it only says again what the cue around it says: "hoping to discuss"."""
    outer = statement.outer
    if outer is None or statement.report is None or outer.report is None:
        return False
    starts = {first for first, _ in outer.report.content}
    same = statement.unit is outer.unit and outer.report.takes in _WITH_VERB
    return same and bool(starts & {statement.report.cue[0], statement.report.cue[0] - 1})
