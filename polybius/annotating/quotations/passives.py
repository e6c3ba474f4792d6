"""Reports in the passive, and by "quote … as saying"."""

from __future__ import annotations

from polybius.annotating.quotations.complements import Complement
from polybius.annotating.quotations.cues import Cue
from polybius.annotating.quotations.inversions import before
from polybius.annotating.quotations.phrases import Range, extended
from polybius.annotating.quotations.report import Report, report_of
from polybius.annotating.quotations.units import Unit

_SAYING = (["saying"], ["telling"], ["reporting"], ["confirming"])


def passive(
    unit: Unit, cue: Cue, subject: Range | None, complement: Complement | None
) -> Report | None:
    """As in "was asked if", "is expected to", "was criticized by": who says it is the agent."""
    if cue.form != "finite":
        return _described(unit, cue, complement)
    agent = _agent(unit, cue.after)
    if cue.name == "quote" and subject and _says_what(unit, cue.after, agent):
        return quoted_as(unit, cue, subject, [])
    ranges: list[Range] = []
    takes = complement.takes if complement else "object"
    if subject and (takes in ("infinitive", "urged", "as", "object")):
        ranges.append((subject[0], min(subject[1], cue.first)))
    if complement:
        ranges += complement.ranges
    if takes == "object" and not (agent and cue.takes("object")):
        return None
    asked_for = takes == "infinitive" and cue.name == "ask"
    return report_of(unit, cue, ranges, agent, takes) if ranges and not asked_for else None


def _says_what(unit: Unit, at: int, agent: Range | None) -> bool:
    """As in "was quoted as saying", "was quoted by KCNA reporting"."""
    after = agent[1] if agent else at
    return "as" in unit.words[at : at + 8] or unit.words[after : after + 1] in _SAYING


def quoted_as(unit: Unit, cue: Cue, source: Range, via: list[Range]) -> Report | None:
    """As in "was quoted as saying by KCNA", "KCNA quoted him as saying"."""
    agent = _agent(unit, cue.after)
    at = agent[1] if agent else cue.after
    if unit.words[at : at + 1] in _SAYING:
        at -= 1
    elif unit.words[at : at + 1] != ["as"]:
        at = unit.words.index("as", cue.after)
    if unit.words[at + 1 : at + 2] not in _SAYING:
        return None
    start, later = at + 2, _agent(unit, at + 2)
    if later:
        start = later[1]
    via = [each for each in (later, agent, *via) if each]
    last = len(unit)
    while last and unit.shape[last - 1] in ".,":
        last -= 1
    if start < last:
        content = [(start + (unit.shape[start] == ","), last)]
    else:
        said = before(unit, source[0])
        content = [said] if said else []
    report = report_of(unit, cue, content, source, "clause", at + 2)
    report.via = via
    return report if content else None


def _described(unit: Unit, cue: Cue, complement: Complement | None) -> Report | None:
    """A participle after a noun: "a website described by officials as hostile"."""
    agent = _agent(unit, cue.after)
    if complement is not None and complement.takes == "question":
        return report_of(unit, cue, list(complement.ranges), None, "question")
    if complement is None or agent is None or complement.takes != "as":
        return None
    return report_of(unit, cue, list(complement.ranges), agent, "as")


def _agent(unit: Unit, at: int) -> Range | None:
    while at < len(unit) and unit.shape[at] in "ry":
        at += 1
    if at < len(unit) and unit.words[at] == "by":
        end = extended(unit, at + 1)
        if unit.words[end - 1 : end] in _SAYING:
            end -= 1  # "by state media reporting that"
        if end > at + 1:
            return at + 1, end
    return None
