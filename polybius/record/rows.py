"""A reading as rows of the record's tables."""

from __future__ import annotations

from typing import Any

import msgspec

from polybius.nouns import Claim, EventMention, Reading, Span
from polybius.nouns.form import encode

Row = dict[str, Any]


def address_of(reading: Reading) -> str:
    """What stays the same when the page is edited: its URL, else where it lay."""
    document = reading.document
    return document.url or document.source or document.id


def document_row(reading: Reading, revision: int) -> Row:
    """The row of the document itself, the whole reading in ``form``."""
    document = reading.document
    return {
        "id": document.id,
        "address": address_of(reading),
        "revision": revision,
        "source": document.source or address_of(reading),
        "title": document.title,
        "published": document.published.value,
        "published_basis": document.published.basis,
        "outlet": document.outlet,
        "agency": document.agency,
        "language": document.language,
        "comments": len(document.comments),
        "form": encode(reading).decode(),
    }


def event_row(reading: Reading, event: EventMention) -> Row:
    """The row of one event mention."""
    place = event.place
    return {
        "document": reading.document.id,
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "cameo": event.cameo,
        "actor_countries": " ".join(actor.country for actor in event.actors if actor.country),
        "date_start": event.date.start,
        "date_end": event.date.end,
        "factuality": event.factuality,
        "tense": event.tense,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def claim_row(reading: Reading, claim: Claim) -> Row:
    """The row of one claim, with its sentence and its speaker."""
    number = claim.value if isinstance(claim.value, int | float) else None
    speaker = claim.said_by[0]
    return {
        "id": claim.id,
        "document": reading.document.id,
        "event": claim.event,
        "property": claim.property,
        "value_text": None if claim.value is None else str(claim.value),
        "value_number": number,
        "upper": claim.upper,
        "unit": claim.unit,
        "printed": claim.printed,
        "hedge": claim.hedge,
        "denied": claim.denied,
        "speaker": speaker.name or "unnamed",
        "speaker_country": speaker.country,
        "said_by": msgspec.json.encode(claim.said_by).decode(),
        "sentence": sentence_of(reading, claim.span),
        "span_start": claim.span.start,
        "span_end": claim.span.end,
    }


def sentence_of(reading: Reading, span: Span) -> str:
    """The sentence that *span* stands in (all of them, where it runs over several)."""
    within = [each for each in reading.annotations.sentences if each.overlaps(span)]
    if not within:
        return span.of(reading.document.text)
    return Span(within[0].start, within[-1].end).of(reading.document.text)
