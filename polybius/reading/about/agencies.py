"""News agencies by the names that bylines, credits and copyright lines give them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


def agency_in(text: str) -> str | None:
    """The first news agency that *text* names, by its usual name; None where it names none.

    For short texts that name a source (a byline, a credit, a copyright line):
    in running text "PA" or "Mehr" may be anything.
    """
    found = _names().search(text)
    return _usual()[found[0]] if found else None


def is_agency(text: str) -> bool:
    """Whether *text* is the name of a news agency and nothing else."""
    return text.strip().removeprefix("The ").removeprefix("the ") in _usual()


# Agencies that are not known by name, but called so.
CALLED_AGENCY = re.compile(
    r"\b(?:[A-Z][a-z]\w{1,20} ){1,3}"
    r"(?:Newswires?|Wire(?: Service)?|News Agency|Press Agency|News Service)\b"
)


def called_agency(text: str) -> str | None:
    """The first name in *text* that says itself that it is an agency's: "Velm Newswire"."""
    found = CALLED_AGENCY.search(text)
    return found[0] if found else None


@cache
def _usual() -> dict[str, str]:
    text = (files("polybius.reading.about") / "agencies.toml").read_text(encoding="utf-8")
    return {form: usual for usual, forms in tomllib.loads(text).items() for form in forms}


@cache
def _names() -> re.Pattern[str]:
    forms = sorted(_usual(), key=len, reverse=True)
    return re.compile(r"(?<![\w.])(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
