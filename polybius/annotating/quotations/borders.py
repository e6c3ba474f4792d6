"""Where what a cue reports ends because the report itself goes on."""

from __future__ import annotations

from collections.abc import Sequence

from polybius.annotating.quotations.cues import Cue, own_subject
from polybius.annotating.quotations.phrases import adverbials_end, extended
from polybius.annotating.quotations.units import Unit

_SUBORDINATORS = frozenset(
    ["while", "although", "though", "as", "if", "since", "because", "when", "after", "before"]
)


def limit_of(unit: Unit, cue: Cue, later: Sequence[Cue], occasions: frozenset[str]) -> int:
    """The token at which what *cue* reports must end."""
    limit = len(unit)
    for other in later:
        if other.first <= cue.after:
            continue
        end = _border(unit, cue, other, occasions)
        if end is not None:
            limit = end
            break
    for at in range(cue.after, min(limit, len(unit) - 1)):
        if unit.words[at] == "according" and unit.words[at + 1] == "to":
            limit = at - 1 if unit.shape[at - 1] == "," else at
            break
    limit = min(limit, _relative_end(unit, cue))
    return min(limit, before_main(unit, cue.first, cue.after, limit, finite=cue.form == "finite"))


def _relative_end(unit: Unit, cue: Cue) -> int:
    """Where a relative clause between commas ends: ", who knew it would fail, told"."""
    if cue.first > 1 and unit.shape[cue.first - 2 : cue.first] == ",w":
        comma = unit.shape.find(",", cue.after)
        while 0 < comma < len(unit) - 1:
            if unit.shape[comma + 1 : comma + 3].lstrip("r")[:1] in ("v", "A", "m"):
                return comma
            comma = unit.shape.find(",", comma + 1)
    return len(unit)


def _border(unit: Unit, cue: Cue, other: Cue, occasions: frozenset[str]) -> int | None:
    """Where *cue*'s content ends because *other* is said by the report, not in it."""
    shape, first = unit.shape, other.first
    if "Q" in shape[other.after : other.after + 3] and other.takes("quote"):
        comma = shape.rfind(",c", cue.after, first)
        if comma > 0:
            return comma
    if other.form == "participle" and shape[first - 1] == ",":
        return first - 1
    if other.form != "finite":
        return None
    adverbs = shape[first] == "r" and shape[first - 2] == "r"
    if shape[first - 1] == "c" and not adverbs:
        return first - 2 if shape[first - 2] == "," else first - 1
    return _before_subject(unit, cue, other, occasions)


def _before_subject(unit: Unit, cue: Cue, other: Cue, occasions: frozenset[str]) -> int | None:
    own = own_subject(unit, other.first)
    if own is None or own[0] <= cue.after + 1:
        return None
    start = own[0]
    if unit.shape[start - 1] == "c" and unit.shape[start - 2] in ",-":
        return start - 2
    if unit.shape[start - 1] == "," and other.takes("quote"):
        # "…, he said." closes the sentence that it reports.
        rest = adverbials_end(unit, other.after, occasions)
        return start - 1 if not unit.shape[rest:].strip(".") else None
    return None


def before_main(unit: Unit, first: int, after: int, limit: int, *, finite: bool) -> int:
    """Where the main clause starts, for a cue in what precedes it: "While Trump says …,".

    *limit* where the cue (from *first*, up to *after*) stands in the main clause itself.
    """
    if not _precedes_main(unit, first, finite=finite):
        return limit
    comma = unit.shape.find(",", after, limit)
    while comma > 0:
        end = extended(unit, comma + 1, appositions=True)
        while end < limit and unit.shape[end] in "r,":
            end += 1
        if end > comma + 1 and end < limit and unit.shape[end] in "vAm":
            return comma
        comma = unit.shape.find(",", comma + 1, limit)
    return limit


def _precedes_main(unit: Unit, first: int, *, finite: bool) -> bool:
    opener = next((at for at, letter in enumerate(unit.shape) if letter not in "cr,"), 0)
    earlier = unit.shape[opener + 1 : first]
    if unit.words[opener] in _SUBORDINATORS:
        return not any(letter in ",vAm" for letter in earlier)
    opens = unit.shape[opener] in "igjk" or opener == first
    return opens and not finite and not any(letter in "vAm" for letter in earlier)
