"""Through whom words came: "citing a defense official", "carried by KCNA"."""

from __future__ import annotations

from polybius.annotating.quotations.cues import may_speak
from polybius.annotating.quotations.phrases import Range, extended
from polybius.annotating.quotations.units import Unit

CITING = frozenset(("citing", "quoting"))
CARRIED = frozenset(
    ["carried", "quoted", "cited", "published", "released", "broadcast", "reported", "relayed"]
)


def cited(unit: Unit) -> tuple[int, Range] | None:
    """The token "citing" and those whom it names, where they are speakers.

    "Citing a shortage of fuel" gives a reason, not a speaker.
    """
    for at, word in enumerate(unit.words):
        if word in CITING and (at == 0 or unit.shape[at - 1] == ","):
            end = extended(unit, at + 1)
            if end > at + 1 and may_speak(unit, at + 1):
                return at, (at + 1, end)
    return None


def carried(unit: Unit, at: int, end: int) -> Range | None:
    """Who passed the words on, where "carried by" stands between two tokens."""
    for here in range(at, min(end, len(unit) - 2)):
        if unit.words[here] in CARRIED and unit.words[here + 1] == "by":
            last = extended(unit, here + 2)
            if last > here + 2:
                return here + 2, last
    return None
