"""Days that a report tells from another day: "the night before", "a day after it fired"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from polybius.nouns import Span, Timex

FROM_ANOTHER_DAY = "told from another day"

_NUMBERS = {
    word: number
    for number, group in enumerate(
        ("a an one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
    for word in group.split()
}
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|\d{{1,2}})"
_STOP = (
    r"(?=\s{0,2}(?:[,.;)—–]|$|(?:had|has|was|were|is|from|at|in|on|near|flew|did|by|and|as|off)\b))"
)
_EARLIER = re.compile(
    rf"\b(?:the (?:day|night|evening|morning|afternoon) before{_STOP}"
    rf"|{_COUNT} (?P<unit>days?|weeks?) (?:earlier(?! (?:this|in|than)\b)|before{_STOP}"
    rf"|previously))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    rf"\b(?:{_COUNT} (?P<unit>days?|weeks?)|(?P<some>days|weeks|months)) after\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Relative:
    """Words that lay a happening some days before another.

    ``follows`` says that what happened then is told after the words ("a day after
    the North fired"), not beside them ("fired the night before"). ``days`` is None where
    the words do not count ("days after it fired").
    """

    span: Span
    days: int | None
    follows: bool

    def timex(self) -> Timex:
        """The words as a date that is not placed yet."""
        return Timex(self.span, "DATE", None, reason=FROM_ANOTHER_DAY)

    def placed(self, anchor: str) -> Timex | None:
        """The words as a date, told from the day *anchor* (ISO 8601)."""
        if self.days is None:
            return None
        day = (dt.date.fromisoformat(anchor) - dt.timedelta(days=self.days)).isoformat()
        return Timex(self.span, "DATE", day, day, day)


def relatives(text: str, offset: int) -> Iterator[Relative]:
    """The days in *text* that are told from another, in no order; spans from *offset* on."""
    if "before" in text or "earlier" in text or "previously" in text:
        for match in _EARLIER.finditer(text):
            yield Relative(Span(*match.span()).shifted(offset), _days(match), follows=False)
    if " after" in text:
        for match in _AFTER.finditer(text):
            yield Relative(Span(*match.span()).shifted(offset), _days(match), follows=True)


def _days(match: re.Match[str]) -> int | None:
    if match.groupdict().get("some"):
        return None
    count = match["count"]
    if count is None:
        return 1
    number = _NUMBERS[count.lower()] if count.lower() in _NUMBERS else int(count)
    return number * (7 if match["unit"].lower().startswith("week") else 1)
