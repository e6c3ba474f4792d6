"""One attribution, in tokens of its unit."""

from __future__ import annotations

from dataclasses import dataclass, field

from polybius.annotating.quotations.cues import Cue
from polybius.annotating.quotations.phrases import Range
from polybius.annotating.quotations.units import Unit


@dataclass(slots=True)
class Report:
    """One attribution, in tokens of its unit.

    ``takes`` says how the content stands to its cue: a complement's name in
    ``lexicon.toml``, or "before", "according", "colon". ``evidence`` says that the
    cue tells what shows, not who says. ``cited`` are those whom the source cites,
    ``via`` those through whom its words came.
    """

    unit: Unit
    content: list[Range]
    cue: Range
    source: Range | None
    takes: str
    name: str = ""
    attitude: bool = False
    denied: bool = False
    evidence: bool = False
    cited: list[Range] = field(default_factory=list)
    via: list[Range] = field(default_factory=list)

    @property
    def stretches(self) -> set[int]:
        """The places of the quotations that stand by themselves in the content."""
        return {
            place
            for first, last in self.content
            for place in range(first, last)
            if self.unit.shape[place] == "Q"
        }


def report_of(
    unit: Unit, cue: Cue, ranges: list[Range], source: Range | None, takes: str, end: int = 0
) -> Report:
    """The report that *cue* makes of *ranges*, said by *source*."""
    return Report(
        unit,
        ranges,
        (cue.first, max(end, cue.after)),
        source,
        takes,
        name=cue.name,
        attitude=takes in cue.sense.attitudes
        or (takes == "before" and not cue.takes("quote") and "clause" in cue.sense.attitudes),
        denied=cue.sense.denied and not cue.negated,
        evidence=cue.evidence,
    )
