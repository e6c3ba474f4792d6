"""The attributions that verbs and adjectives make within one unit."""

from __future__ import annotations

from collections.abc import Sequence

from polybius.annotating.quotations.borders import limit_of
from polybius.annotating.quotations.chains import carried, cited
from polybius.annotating.quotations.complements import (
    Complement,
    clause_end,
    following,
    later_question,
)
from polybius.annotating.quotations.cues import Cue, may_speak, source_of
from polybius.annotating.quotations.inversions import after_content, as_clause, inverted
from polybius.annotating.quotations.lexicon import Lexicon
from polybius.annotating.quotations.passives import passive, quoted_as
from polybius.annotating.quotations.phrases import Range, extended, noun_phrase
from polybius.annotating.quotations.report import Report, report_of
from polybius.annotating.quotations.units import Unit


def verbal(unit: Unit, known: Sequence[tuple[Cue, ...]], lexicon: Lexicon) -> list[Report]:
    """Every attribution by a verb or adjective, in order."""
    found: list[Report] = []
    citing = cited(unit)
    if citing:
        known = [readings for readings in known if readings[0].first != citing[0]]
    for at, readings in enumerate(known):
        later = [others[0] for others in known[at + 1 :]]
        for cue in readings:
            report = _report(unit, cue, later, lexicon)
            if report is not None:
                found.append(_chained(report, citing))
                break
    return found


def _chained(report: Report, citing: tuple[int, Range] | None) -> Report:
    """The report with those whom its source cites, and those who passed it on."""
    unit, last = report.unit, report.cue[1]
    if citing and not report.attitude and not report.evidence:
        at, whom = citing
        gap = range(at - 1, whom[1])
        report.content = [part for each in report.content for part in _without(each, gap)]
        report.cited = [whom]
    start = min((a for a, _ in report.content if a >= last), default=len(unit))
    via = carried(unit, last, start)
    if via:
        report.via = [via]
    return report


def _without(content: Range, gap: range) -> list[Range]:
    """What is left of *content* on both sides of *gap*."""
    first, last = content
    if last <= gap.start or first >= gap.stop:
        return [content]
    return [part for part in ((first, gap.start), (gap.stop, last)) if part[0] < part[1]]


def _report(unit: Unit, cue: Cue, later: list[Cue], lexicon: Lexicon) -> Report | None:
    occasions = lexicon.lists["occasions"]
    report = inverted(unit, cue, occasions) or as_clause(unit, cue, occasions)
    if report is not None:
        return report
    source = source_of(unit, cue) or _later_subject(unit, cue)
    if source is None and not cue.passive:
        return None
    limit = limit_of(unit, cue, later, occasions)
    complement = following(unit, cue, limit, occasions) or _gapped(unit, cue, source, limit)
    if cue.passive or source is None:
        return passive(unit, cue, source, complement)
    if complement is None:
        return after_content(unit, cue, source, occasions)
    return _made(unit, cue, source, complement)


def _later_subject(unit: Unit, cue: Cue) -> Range | None:
    """Who says it, for a participle that opens the sentence: "Citing …, Trump said"."""
    if cue.form == "finite" or any(letter in "vAm" for letter in unit.shape[: cue.first]):
        return None
    comma = unit.shape.find(",", cue.after)
    while 0 < comma < len(unit) - 2:
        start = comma + 1
        end = extended(unit, start, appositions=True)
        verb = end + (unit.shape[end : end + 1] == ",")
        while unit.shape[verb : verb + 1] == "r":
            verb += 1
        if end > start and unit.shape[verb : verb + 1] in ("v", "A", "m"):
            return start, end
        comma = unit.shape.find(",", start)
    return None


def _made(unit: Unit, cue: Cue, source: Range, complement: Complement) -> Report | None:
    whom = noun_phrase(unit, cue.after)
    if whom > cue.after and cue.name == "quote" and unit.words[whom : whom + 1] == ["as"]:
        return quoted_as(unit, cue, (cue.after, whom), [source])
    # "The launches appear intended to address …" is nobody's address.
    acts = complement.takes == "object" and cue.form == "infinitive"
    if (acts or complement.takes == "named") and not may_speak(unit, source[0]):
        return None
    ranges = list(complement.ranges)
    if complement.takes == "quote":
        ranges = _quotation_before(unit, source[0]) + ranges
    return report_of(unit, cue, ranges, source, complement.takes, complement.cue_end)


def _quotation_before(unit: Unit, first: int) -> list[Range]:
    """The first half of a quotation that the cue splits."""
    at = first - 1
    while at >= 0 and unit.shape[at] in ",-":
        at -= 1
    return [(at, at + 1)] if at >= 0 and unit.shape[at] == "Q" else []


def _gapped(unit: Unit, cue: Cue, source: Range | None, limit: int) -> Complement | None:
    """A clause whose subject stands before: "launches that analysts say are tests"."""
    if cue.passive and cue.takes("question"):
        return later_question(unit, cue.after, limit)
    at = cue.after
    if source is None or not source[0] or not cue.takes("clause") or cue.form != "finite":
        return None
    relative = unit.words[source[0] - 1] in ("that", "which", "what", "who")
    while at < limit and unit.shape[at] == "r":
        at += 1
    if relative and at < limit and unit.shape[at] in "vAmk":
        return Complement(((cue.after, clause_end(unit, at, limit)),), "clause")
    return None
