"""All that was read from one page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from polybius.nouns.annotations import Annotations
from polybius.nouns.claim import Claim
from polybius.nouns.document import Document
from polybius.nouns.event import EventMention
from polybius.nouns.span import Span


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something in the text that a reader should check.

    ``kind`` is a stable slug ("units-disagree", "number-repaired",
    "impossible-figure", "undated", "language"); ``message`` says it in words.
    """

    span: Span | None
    kind: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything found in it, and the versions that found it."""

    document: Document
    annotations: Annotations = field(default_factory=Annotations)
    events: tuple[EventMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()
    versions: Mapping[str, str] = field(default_factory=dict)
