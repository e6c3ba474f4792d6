"""Reports whose content stands before their cue, or around it."""

from __future__ import annotations

from polybius.annotating.quotations.complements import finite_between
from polybius.annotating.quotations.cues import Cue, own_subject
from polybius.annotating.quotations.phrases import Range, adverbials_end, extended, noun_phrase
from polybius.annotating.quotations.report import Report, report_of
from polybius.annotating.quotations.units import Unit

_OCCASION_PREPOSITIONS = frozenset(("in", "on", "at", "during", "after", "via", "to", "by"))
_OBJECTIVE = frozenset(("me", "him", "us", "them"))


def inverted(unit: Unit, cue: Cue, occasions: frozenset[str]) -> Report | None:
    """As in "…, said Easley, an expert at …": verb first, then its subject."""
    end = _speaker_end(unit, cue)
    content = before(unit, cue.first)
    if end is None or content is None or not _is_statement(unit, content):
        return None
    start = cue.after
    end = _without_occasions(unit, start, end, occasions)
    return report_of(unit, cue, [content, *_resumed(unit, end)], (start, end), "before")


def _speaker_end(unit: Unit, cue: Cue) -> int | None:
    """Where the speaker after the verb ends; None where the verb's object stands there."""
    start = cue.after
    says = cue.takes("quote") and cue.takes("clause") and cue.form == "finite"
    if not says or not cue.first or unit.shape[cue.first - 1] not in ",Q-" or start >= len(unit):
        return None
    if unit.shape[start] == "y" or unit.words[start] in _OBJECTIVE:
        return None
    end = extended(unit, start, appositions=True)
    here = end
    while here < len(unit) and unit.shape[here] == "r":
        here += 1
    goes_on = here < len(unit) and unit.shape[here] in "vAm"
    return end if end > start and not goes_on else None


def as_clause(unit: Unit, cue: Cue, occasions: frozenset[str]) -> Report | None:
    """As in "As the ministry put it, …": the cue's clause stands first."""
    opener = next((at for at, letter in enumerate(unit.shape) if letter not in "cr,"), 0)
    if unit.words[opener] != "as" or cue.form != "finite" or not cue.takes("clause"):
        return None
    source = own_subject(unit, cue.first)
    if source is None or source[0] != opener + 1:
        return None
    end = adverbials_end(unit, cue.after, occasions)
    last = len(unit)
    while last and unit.shape[last - 1] in ".,":
        last -= 1
    if end >= last or unit.shape[end] != ",":
        return None
    return report_of(unit, cue, [(end + 1, last)], source, "before")


def after_content(
    unit: Unit, cue: Cue, source: Range | None, occasions: frozenset[str]
) -> Report | None:
    """As in "…, the ministry said." and "The talks, he said, had failed."""
    if source is None or cue.form != "finite":
        return None
    if not (cue.takes("quote") or cue.takes("clause")):
        return None
    start = source[0]
    if start == 0 or unit.shape[start - 1] not in ",Q-":
        return None
    content = before(unit, start)
    if content is None:
        return None
    end = adverbials_end(unit, cue.after, occasions)
    if cue.takes("told") and (hearer := noun_phrase(unit, end)) > end:
        end = adverbials_end(unit, hearer, occasions)
    ranges = [content, *_resumed(unit, end)]
    if len(ranges) == 1 and unit.shape[content[1] - 1] != "Q":
        ranges += _rest(unit, end)
    if not any(_is_statement(unit, each) for each in ranges):
        return None
    return report_of(unit, cue, ranges, source, "before")


def _rest(unit: Unit, at: int) -> list[Range]:
    """What goes on after a cue between commas."""
    last = len(unit)
    while last and unit.shape[last - 1] in ".,":
        last -= 1
    if at + 1 >= last or unit.shape[at] != "," or unit.shape[at + 1] in "wug":
        return []
    if finite_between(unit, at + 1, last):
        return [(at + 1, last)]
    return []


def before(unit: Unit, end: int) -> Range | None:
    """What stands before a cue that comes after its content."""
    last = end
    while last > 0 and unit.shape[last - 1] in ",-":
        last -= 1
    if last == 0:
        return None
    if unit.shape[last - 1] == "Q":
        return last - 1, last
    first = 0
    for at in range(last - 1, 0, -1):
        if unit.shape[at] in ";Q":
            first = at + 1
            break
    while first < last and unit.shape[first] in "c,-":
        first += 1
    return (first, last) if first < last else None


def _is_statement(unit: Unit, content: Range) -> bool:
    """Whether there is a verb or a whole quotation in it."""
    shape = unit.shape[content[0] : content[1]]
    adjunct = shape[:1] in ("k", "g") and "," not in shape
    return not adjunct and any(letter in "vAmQk" for letter in shape)


def _resumed(unit: Unit, at: int) -> list[Range]:
    """The further half of a quotation that the cue splits."""
    here = at
    while here < len(unit) and unit.shape[here] in ",.:-c":
        here += 1
    return [(here, here + 1)] if here < len(unit) and unit.shape[here] == "Q" else []


def _without_occasions(unit: Unit, start: int, end: int, occasions: frozenset[str]) -> int:
    """Where a speaker's name ends before when and where it was said."""
    for at in range(start + 1, end):
        if unit.shape[at] == "y":
            return at
        if unit.shape[at] == "i" and unit.words[at] in _OCCASION_PREPOSITIONS:
            stop = noun_phrase(unit, at + 1)
            if stop > at + 1 and (unit.words[stop - 1] in occasions or unit.shape[stop - 1] == "y"):
                return at
    return end
