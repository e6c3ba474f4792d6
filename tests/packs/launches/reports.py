"""Short launch reports, written for the tests, and how to ask what they yield."""

from __future__ import annotations

from dataclasses import replace

from polybius.annotating import annotate
from polybius.nouns import Claim, Document, Published
from polybius.packs import Findings
from polybius.packs.launches import launches

DAY = "2019-08-02"  # a Friday


def findings(text: str, day: str | None = DAY) -> Findings:
    """What the pack finds in *text*, published on *day* by an agency of ours."""
    published = Published(day, "given") if day else Published(None, "none", "no publication date")
    document = replace(Document.of_text(text, published), agency="Meridian")
    return launches(document, annotate(document)[0])


def claims(text: str, name: str, day: str | None = DAY) -> list[Claim]:
    """The claims of one property, in text order."""
    return [claim for claim in findings(text, day).claims if claim.property == name]


def said(text: str, name: str) -> list[tuple[object, str | None]]:
    """Values of one property, each with its nearest speaker's name."""
    return [(claim.value, claim.said_by[0].name) for claim in claims(text, name)]
