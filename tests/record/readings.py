"""Readings made by hand, for tests of the record."""

from __future__ import annotations

from dataclasses import replace

from polybius.nouns import (
    Actor,
    Annotations,
    Claim,
    Comment,
    DateInterval,
    Document,
    EventMention,
    Place,
    Published,
    Reading,
    Span,
)

TEXT = "The North fired a missile. It flew 220 km, the Joint Chiefs of Staff said."
URL = "https://example.org/launch"
JCS = Actor("Joint Chiefs of Staff", "KOR", ("MIL",))


def a_reading(text: str = TEXT, url: str | None = URL, title: str = "A launch") -> Reading:
    """One launch with one claim, and one reader's comment."""
    document = replace(
        Document.of_text(text, Published("2019-08-02", "json-ld")),
        url=url,
        source="launch.html",
        title=title,
        outlet="The Example",
        comments=(Comment("Ann", "It flew 9,000 km."),),
    ).identified()
    event = EventMention(
        id="e1",
        type="MOBILIZE",
        mode="weapons",
        contexts=("military",),
        cameo="150",
        trigger=Span(10, 15),
        actors=(Actor("North Korea", "PRK"),),
        recipients=(),
        date=DateInterval("2019-08-02", "2019-08-02"),
        place=Place(Span(0, 3), "Hamhung", 39.9, 127.5, country="PRK"),
        factuality="asserted",
        tense="past",
        said_by=(JCS,),
    )
    claim = Claim("e1", "distance", 220.0, "km", Span(35, 41), (JCS,), "220 km", "km")
    return Reading(
        document,
        Annotations(sentences=(Span(0, 26), Span(27, 74))),
        (event,),
        (claim.identified(document.id, "2019-08-02"),),
        versions={"polybius": "test"},
    )
