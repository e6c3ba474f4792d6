"""The smallest fact in the record."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from polybius.nouns.actor import Actor
from polybius.nouns.span import Span

Value = str | float | int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value of one property of one event, said by somebody in a document.

    ``event`` is the id of an event mention of the same document. ``value`` is
    normalised to ``unit``; ``printed`` is the words it was read from
    (``span.of(document.text)``). ``upper`` is the higher end of a range. ``hedge``
    is the hedging words as written ("about", "at least", "appeared to").
    ``said_by`` runs from the nearest speaker to the farthest; the outlet alone
    where nobody is quoted. It is never empty.
    """

    event: str
    property: str
    value: Value
    unit: str | None
    span: Span
    said_by: tuple[Actor, ...]
    printed: str
    printed_unit: str | None = None
    upper: float | None = None
    hedge: str | None = None
    denied: bool = False
    reason: str | None = None
    document: str = ""
    published: str | None = None
    id: str = ""

    def identified(self, document: str, published: str | None) -> Claim:
        """The same claim, tied to its document, with the id its content gives it."""
        speakers = "|".join(f"{actor.country}:{actor.name}" for actor in self.said_by)
        parts = (document, self.event, self.property, str(self.value), str(self.span), speakers)
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
        return replace(self, id=digest.hexdigest()[:16], document=document, published=published)
