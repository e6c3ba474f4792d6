"""Photo credits out of captions: the part of a caption that names a photographer or agency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from polybius.nouns import Credit
from polybius.reading.characters import line
from polybius.reading.credits.bylines import photo_in

_PARTS = ("span", "cite", "small", "em", "i", "p", "div", "figcaption")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,80})[)\]]\W{0,3}\Z")
_LAST_SENTENCE = re.compile(r"(?:[.!?:|–—]|\b(?=Photo|Image|Picture|Credit)) ?([^.!?|]{2,80})\.?\Z")
# Agencies and sellers of pictures that are not known by name, but called so.
_CALLED_AGENCY = re.compile(
    r"(?:[A-Z][\w&.-]{1,20} ){1,3}"
    r"(?:Newswires?|Wire|News Agency|Pictures|Images|Photos|Press|News|Photo Service)"
)
_LONGEST = 1000
_LONGEST_PART = 120


def photo_credits(caption: HtmlElement) -> tuple[Credit, ...]:
    """Whom *caption* credits with its picture, told from the smallest part that is a credit."""
    for part in _parts(caption):
        if found := tuple(_credits(part)):
            return found
    return ()


def _credits(part: str) -> Iterator[Credit]:
    name, slash, agency = part.rpartition("/")
    if slash and _CALLED_AGENCY.fullmatch(agency.strip()):
        for credit in photo_in(f"Photo: {name.strip()}"):
            yield replace(credit, agency=agency.strip())
        return
    if _CALLED_AGENCY.fullmatch(part):
        yield Credit(None, "photo", None, part)
        return
    for credit in photo_in(part):
        if credit.name and _CALLED_AGENCY.fullmatch(credit.name):
            yield replace(credit, name=None, agency=credit.name)
        elif credit.agency or (credit.name and " " in credit.name):
            yield credit


def _parts(caption: HtmlElement) -> Iterator[str]:
    """Texts in *caption* that may be a credit and nothing else."""
    for element in caption.iterdescendants(*_PARTS):
        text = line(element.text_content()[:_LONGEST])
        if text and len(text) <= _LONGEST_PART:
            yield text
    whole = line(caption.text_content()[:_LONGEST])
    if found := _BRACKETED.search(whole):
        yield found[1]
        yield f"Photo: {found[1]}"
    if found := _LAST_SENTENCE.search(whole):
        yield found[1]
    if len(whole) <= _LONGEST_PART:
        yield whole
