"""Which country a speaker is of, where the speaker's own words do not say.

"The Joint Chiefs of Staff" or "the military" belongs to a country that the
report named before: that of the last speaker of the same sector ("South Korea's
military said … The Joint Chiefs of Staff said …").
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from polybius import actors
from polybius.nouns import Actor

CARRIED = "the country is that of an earlier speaker of the same sector"


class SpeakersOf:
    """Resolves the speakers of one document, in the order in which they speak.

    Called with a speaker's full words and the sentence around them, as
    ``polybius.annotating.quotations`` does.
    """

    def __init__(self, day: dt.date | None) -> None:
        self._day = day
        self._known: dict[tuple[str, str], Actor] = {}
        self._last_of: dict[str, str] = {}

    def __call__(self, words: str, context: str) -> Actor:
        """The actor that *words* name on the day of publication."""
        key = (words, context)
        if key not in self._known:
            self._known[key] = self._resolve(words, context)
        return self._known[key]

    def _resolve(self, words: str, context: str) -> Actor:
        actor = actors.resolve(words, self._day, context)
        if actor.country is None and actor.sectors:
            country = next(filter(None, map(self._last_of.get, reversed(actor.sectors))), None)
            if country:
                actor = replace(actor, country=country, reason=CARRIED)
        if actor.country:
            self._last_of |= dict.fromkeys(actor.sectors, actor.country)
        return actor
