"""Who wrote a comment, and when, out of the elements and lines around its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from polybius.reading.comments.cleaning import looks_like_name, name_in, says_who
from polybius.reading.comments.inside import SHORT, Inside
from polybius.reading.comments.markup import classes_of, properties_of, walk
from polybius.reading.comments.stamps import find_stamps, without_stamps

MOST_TRIED = 12
"""Elements of one kind that are looked at; no comment has more."""

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?"
)
_PROFILE = re.compile(
    r"/(?:users?|profiles?|authors?|members?|people|persona|u|~[^/]{1,30})/|profile", re.IGNORECASE
)
_SIGNED = re.compile(r"[-–—~]{1,2}\s?(\S.{1,80})$")
_HEADINGS = frozenset(
    "b strong h2 h3 h4 h5 h6 dt cite".split()  # noqa: SIM905  (a row of words reads best)
)

Sourced = tuple[str | None, HtmlElement | None]
"""A value, and the element that gave it."""


def author_of(inside: Inside) -> Sourced:
    """The commenter's name; None where the page prints none."""
    tried: set[HtmlElement] = set()
    for element, certain in _author_elements(inside):
        if len(tried) >= 4 * MOST_TRIED:
            break
        if element in tried or not 0 < inside.size[element] <= SHORT:
            continue
        tried.add(element)
        if name := _name_under(element, inside, certain=certain):
            return name, element
    return None, None


def author_by_wording(lines: list[str]) -> str | None:
    """The name in lines such as "Posted by A. Reader on 5 May" or "A. Reader says:"."""
    for line in lines[:MOST_TRIED]:
        if len(line) <= SHORT and (says_who(line) or find_stamps(line)):
            name = name_in(line)
            if name:
                return name
    signed = _SIGNED.match(lines[-1]) if lines else None
    name = name_in(signed[1]) if signed else None
    return name if name and looks_like_name(name) else None


def posted_of(inside: Inside) -> Sourced:
    """When it was posted: ISO 8601 where the page gives that, else as it shows it."""
    outside = [e for e in inside.elements if e not in inside.covered]
    for element in outside:
        if moment := _machine_readable(element):
            return moment, element
    for kind in (inside.select(inside.item.system.posted), inside.named("posted")):
        for element in list(kind)[: 4 * MOST_TRIED]:
            if element in inside.covered or not inside.size[element] <= SHORT:
                continue
            if stamp := _shown(element, inside):
                return stamp, element
    return None, None


def stamp_among(lines: list[str]) -> str | None:
    """The first time stamp in *lines*; None where there is none."""
    for line in lines[:MOST_TRIED]:
        for stamp in find_stamps(line)[:1]:
            return stamp.text
    return None


def _author_elements(inside: Inside) -> Iterator[tuple[HtmlElement, bool]]:
    """Elements that may hold the name, the surest first; True where nothing else stands there."""
    roles = inside.roles
    free = [e for e in inside.elements if e not in inside.covered and e not in inside.item.roots]
    free = [e for e in free if "avatar" not in roles[e]]
    yield from ((e, True) for e in inside.select(inside.item.system.author))
    yield from ((e, True) for e in free if {"author", "creator"} & set(properties_of(e)))
    yield from ((e, True) for e in inside.elements if "fn" in classes_of(e))
    yield from ((e, True) for e in free if "exact_author" in roles[e])
    covered = (e for e in inside.elements if e in inside.covered)
    yield from ((e, False) for e in covered if "exact_author" in roles[e])
    yield from ((e, False) for e in free if "author" in roles[e])
    yield from ((e, False) for e in free if e.tag == "cite" or e.get("rel") == "author")
    yield from ((e, False) for e in free if e.tag == "a" and _PROFILE.search(e.get("href") or ""))
    yield from ((e, False) for e in free if "posted" in roles[e] and _presents(e, inside))
    yield from ((e, False) for e in free if e.tag in _HEADINGS)


def _presents(element: HtmlElement, inside: Inside) -> bool:
    """Whether the words of *element* present a writer: "Submitted by A. Reader on ..."."""
    if not 0 < inside.size[element] <= SHORT:
        return False
    for line in inside.lines((element,))[:3]:
        stamps = find_stamps(line)
        if says_who(line) or (stamps and without_stamps(line, stamps) and name_in(line)):
            return True
    return False


def _name_under(element: HtmlElement, inside: Inside, *, certain: bool) -> str | None:
    times = {
        under
        for under in walk((element,), inside.item.others)
        if under.tag == "time" or "posted" in inside.roles.get(under, ())
    }
    if "text" in inside.roles[element] and "exact_author" not in inside.roles[element]:
        return None
    lines = inside.lines((element,), times) or inside.lines((element,))
    for line in lines[:3]:
        if name := name_in(line, certain=certain):
            return name
    return None


def _machine_readable(element: HtmlElement) -> str | None:
    for name in ("datetime", "content", "title", "data-datetime", "data-time"):
        value = (element.get(name) or "").strip()
        if value and _ISO.fullmatch(value):
            return value
    return None


def _shown(element: HtmlElement, inside: Inside) -> str | None:
    lines = inside.lines((element,)) or [element.get("title") or ""]
    shown = stamp_among(lines[:3])
    if shown is None and "posted" in inside.roles[element]:
        return stamp_among([element.get("title") or ""])
    return shown
