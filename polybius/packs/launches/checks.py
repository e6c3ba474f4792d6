"""What a launch's figures say together: the shape of its flight, and what cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from polybius.nouns import Claim, ReadingWarning
from polybius.packs.launches.flight import flight_arc, implausible

FLIGHT = ("distance", "apogee", "flight_time")


def flights(claims: Sequence[Claim]) -> list[dict[str, object]]:
    """The arc of each speaker's distance and apogee, where one speaker gives one of each."""
    found: list[dict[str, object]] = []
    for speaker, figures in _by_speaker(claims).items():
        distance, apogee = figures.get("distance"), figures.get("apogee")
        if distance and apogee:
            found.append({"said_by": speaker, **asdict(flight_arc(distance, apogee))})
    return found


def warnings_of(claims: Sequence[Claim]) -> Iterator[ReadingWarning]:
    """Figures of one launch that cannot be right together."""
    for event in dict.fromkeys(claim.event for claim in claims):
        own = [claim for claim in claims if claim.event == event]
        for figures in _by_speaker(own).values():
            reasons = implausible(*(figures.get(name) for name in FLIGHT))
            span = next((claim.span for claim in own if claim.property == "apogee"), None)
            for reason in reasons:
                yield ReadingWarning(span, "impossible-figure", reason)


def _by_speaker(claims: Sequence[Claim]) -> dict[str, dict[str, float]]:
    """Each speaker's flight figures that they give once only: two distances are two missiles."""
    found: dict[str, dict[str, list[float]]] = {}
    for claim in claims:
        if claim.property in FLIGHT and isinstance(claim.value, int | float):
            speaker = claim.said_by[0].name or "unnamed"
            found.setdefault(speaker, {}).setdefault(claim.property, []).append(claim.value)
    return {
        speaker: {name: values[0] for name, values in figures.items() if len(set(values)) == 1}
        for speaker, figures in found.items()
    }
