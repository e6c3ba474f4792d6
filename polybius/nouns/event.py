"""One report of one happening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from polybius.nouns.actor import Actor
from polybius.nouns.annotations import Place
from polybius.nouns.span import Span

Factuality = Literal["asserted", "denied", "possible", "planned", "conditional", "called for"]
Tense = Literal["past", "present", "future"]


@dataclass(frozen=True, slots=True)
class DateInterval:
    """First and last calendar day of a happening, local to it (ISO 8601).

    Both are None where the text cannot be placed, with the ``reason``. ``span``
    is the time expression that gave it.
    """

    start: str | None
    end: str | None
    span: Span | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One report of one happening, in PLOVER and CAMEO terms.

    ``id`` is unique within the document. ``type``, ``mode`` and ``contexts``
    are PLOVER's; ``cameo`` is derived from them. ``pack`` holds the fields of a
    domain's own pack. ``confidence`` is a probability, or None where no measure
    of it exists yet.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    trigger: Span
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    date: DateInterval
    place: Place | None
    factuality: Factuality
    tense: Tense
    said_by: tuple[Actor, ...]
    confidence: float | None = None
    pack: Mapping[str, object] = field(default_factory=dict)
