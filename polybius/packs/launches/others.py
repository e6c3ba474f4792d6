"""Weapons that are not the launch's own: another state's, or those of treaties.

A report of one state's launch compares: "the newest of India's, Agni-5, reaches …". The
name of a system that another state alone flies is no claim of this launch, nor is
the reach or the kind that a sentence gives of it. Nor are the missiles that states agree
to tell each other of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polybius.nouns import Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Trigger
from polybius.packs.launches.words import words

OF_A_WEAPON = frozenset(("missile_class", "capability_range", "standard_range", "similar_to"))
"""What is told of a weapon, not of a flight."""

_TREATY = re.compile(
    r"\b(?:(?:under|by|in) (?:an?|the|their|its|that) (?:[\w-]+ ){0,3}(?:agreement|treaty|pact"
    r"|accord|convention|deal|moratorium)|(?:treaty|pact|accord|agreement|convention)"
    r" (?:of|on|that|which|bans?|covers?|limits?|between))\b|\bINF\b",
    re.IGNORECASE,
)


def systems_flown(sentence: Sentence) -> Iterator[tuple[Span, str]]:
    """The systems that a sentence names, with the one state that flies each."""
    if words().systems.search(sentence.text) is None:
        return
    for country, names in words().homes:
        for match in names.finditer(sentence.text):
            yield Span(*match.span()).shifted(sentence.span.start), country


def is_of_others(
    name: str, span: Span, sentence: Sentence, found: Sequence[Trigger], state: str | None
) -> bool:
    """Whether the claim *name* at *span* is of another state's weapon than the launch's.

    Args:
        name: the claim's property.
        span: its words.
        sentence: where they stand.
        found: the sentence's words of launching.
        state: who launched; None or several states leave every claim.
    """
    told = any(trigger.told and not trigger.noun for trigger in found)
    if name in OF_A_WEAPON and not told and _TREATY.search(sentence.text):
        return True
    if state is None or len(state) != len("PRK"):
        return False
    flown = list(systems_flown(sentence))
    if name == "missile_name":
        return any(system.overlaps(span) and country != state for system, country in flown)
    own = not flown or any(country == state for _, country in flown)
    return name in OF_A_WEAPON - {"similar_to"} and not own and not told
