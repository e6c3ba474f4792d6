"""How readers voted on a comment, where the page shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from polybius.reading.comments.inside import Inside
from polybius.reading.comments.lexicon import Selectors, roles_of
from polybius.reading.comments.markup import text_of

_INTEGER = re.compile(r"(?<![\d.,])([+\-−–]?)\s?(\d{1,7})(?![\d.,]*\d)")
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Votes:
    """Votes for and against; None where not shown.

    A page that shows one figure, votes for less votes against, gives it as ``up``,
    or as ``down`` where it is negative.
    """

    up: int | None = None
    down: int | None = None


def votes_of(inside: Inside) -> Votes:
    """The votes on the comment *inside*."""
    system = inside.item.system
    up, down = _first(inside, system.up), _first(inside, system.down)
    if up is not None or down is not None:
        return Votes(_size(up), _size(down))
    score = _first(inside, system.score)
    if score is None:
        up, down, score = _by_marks(inside)
    if up is not None or down is not None or score is None:
        return Votes(_size(up), _size(down))
    return Votes(up=score) if score >= 0 else Votes(down=-score)


def _by_marks(inside: Inside) -> tuple[int | None, int | None, int | None]:
    """Up, down and score by the words in the marks of elements outside the text."""
    found: dict[str, int] = {}
    for element in inside.named("vote"):
        if element in inside.covered:
            continue
        number = _number(element, inside)
        if number is not None:
            found.setdefault(_direction(element), number)
    return found.get("up"), found.get("down"), found.get("score")


def _direction(element: HtmlElement) -> str:
    parent = element.getparent()
    for near in (element, parent):
        seen = roles_of(near) if near is not None else frozenset[str]()
        if "down" in seen:
            return "down"
        if "up" in seen:
            return "up"
    return "score"


def _first(inside: Inside, selectors: Selectors) -> int | None:
    for element in inside.select(selectors):
        number = _number(element, inside)
        if number is not None:
            return number
    return None


def _number(element: HtmlElement, inside: Inside) -> int | None:
    if inside.size[element] > _LONGEST:
        return None
    shown = text_of(element, inside.item.others) if inside.size[element] else ""
    for text in (shown, element.get("content"), element.get("title"), element.get("data-count")):
        numbers = _INTEGER.findall(text or "")
        if len(numbers) == 1:
            sign, digits = numbers[0]
            return -int(digits) if sign in {"-", "−", "–"} and sign else int(digits)
    return None


def _size(number: int | None) -> int | None:
    return None if number is None else abs(number)
