"""Which comment answers which."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from polybius.nouns import Comment
from polybius.reading.comments.items import Taken
from polybius.reading.comments.lexicon import roles_of
from polybius.reading.comments.markup import classes_of
from polybius.reading.comments.story import Story

_DEPTH = re.compile(r"(?:^|[-_])(?:depth|level|lvl|indent)[-_]?(\d{1,3})$")
_MOST_CLIMBED = 6
"""Elements between a comment and the list of replies that it stands in."""


def threaded(taken: Taken, story: Story) -> list[Comment]:
    """The comments in document order, each with the ``id`` of the one it answers.

    The page's own "in reply to" link is believed first; then the comment around it,
    the one before its list of replies, and the depth that classes tell.
    A comment that is answered and has no ``id`` on the page gets its number there.
    """
    comments = [found.comment for _, found in taken.items]
    places = {comment.id: place for place, comment in enumerate(comments) if comment.id}
    last: dict[HtmlElement, int] = {}
    around: list[tuple[int, int]] = []
    levels: list[tuple[int, int]] = []
    answered: list[int | None] = []
    for place, (item, found) in enumerate(taken.items):
        root = item.roots[0]
        while around and story.begin[root] >= around[-1][0]:
            around.pop()
        answers = places.get(found.answers) if found.answers else None
        if answers is None or answers == place:
            answers = around[-1][1] if around else _before_nest(root, last)
        if (depth := _depth(root)) is not None:
            while levels and levels[-1][0] >= depth:
                levels.pop()
            if answers is None and levels:
                answers = levels[-1][1]
            levels.append((depth, place))
        around.append((story.end[root], place))
        _remember(root, place, last)
        answered.append(answers)
    return _linked(comments, answered)


def _linked(comments: list[Comment], answered: list[int | None]) -> list[Comment]:
    for place in {place for place in answered if place is not None}:
        if comments[place].id is None:
            comments[place] = replace(comments[place], id=str(place + 1))
    return [
        comment if place is None else replace(comment, reply_to=comments[place].id)
        for comment, place in zip(comments, answered, strict=True)
    ]


def _remember(root: HtmlElement, place: int, last: dict[HtmlElement, int]) -> None:
    """Note *place* at the item and at the few elements that hold it, for what follows them."""
    element: HtmlElement | None = root
    for _ in range(_MOST_CLIMBED):
        if element is None:
            return
        last.setdefault(element, place)
        element = element.getparent()


def _before_nest(root: HtmlElement, last: dict[HtmlElement, int]) -> int | None:
    """The comment before the list of replies in which *root* stands."""
    element = root
    for _ in range(_MOST_CLIMBED):
        if "nesting" in roles_of(element):
            previous = element.getprevious()
            for _ in range(_MOST_CLIMBED):
                if previous is None:
                    break
                if previous in last:
                    return last[previous]
                previous = previous.getprevious()
        parent = element.getparent()
        if parent is None:
            return None
        element = parent
    return None


def _depth(root: HtmlElement) -> int | None:
    """How deep in its thread a comment is, where a class says so ("depth-2")."""
    for name in classes_of(root):
        if found := _DEPTH.search(name):
            return int(found[1])
    return None
