"""One comment, out of the elements that hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from polybius.nouns import Comment
from polybius.reading.comments.cleaning import tidy, uncut
from polybius.reading.comments.header import (
    author_by_wording,
    author_of,
    posted_of,
    stamp_among,
)
from polybius.reading.comments.inside import SHORT, Inside, Item
from polybius.reading.comments.markup import walk
from polybius.reading.comments.votes import votes_of
from polybius.reading.comments.wording import LineKind

LONGEST_TEXT = 100_000
"""Characters of one comment that are kept."""
CONTROLS: frozenset[LineKind] = frozenset({"item", "login", "load", "sort", "notify"})

_IDENTIFIER = re.compile(
    r"(?:li-|div-)?((?:dsq-)?(?:comment|isso|kommentar|reply|post|message|com|c)[-_]?[0-9a-f]*\d[\w-]*)"
)
_READ_MORE = re.compile(r"read-?more|show-?more|see-?more", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A comment, the fragment of the page's address that it says it answers, and a doubt.

    ``linked`` says that most of its text is a link, as in a list of headlines.
    """

    comment: Comment
    answers: str | None
    linked: bool


def read_item(item: Item) -> Found | None:
    """The comment that *item* holds; None where it holds no text."""
    inside = Inside.of(item)
    author, author_element = author_of(inside)
    posted, posted_element = posted_of(inside)
    fenced = {author_element, posted_element} - {None, *item.roots}
    lines = _written(inside, fenced | set(_beside(inside)))
    if author is None or posted is None:
        header = inside.lines(item.roots, inside.text)
        posted = posted or stamp_among(header)
        author = author or author_by_wording(header)
    text, truncated = uncut("\n".join(tidy(lines, author, CONTROLS))[:LONGEST_TEXT])
    if not any(character.isalnum() for character in text):
        return None
    votes = votes_of(inside)
    return Found(
        Comment(
            author=author,
            text=text,
            posted=posted,
            votes_up=votes.up,
            votes_down=votes.down,
            truncated=truncated or _is_cut(inside),
            id=_identifier(inside),
        ),
        _answers(inside),
        _is_link(inside, len(text)),
    )


def _written(inside: Inside, skipped: set[HtmlElement]) -> list[str]:
    """The lines that the reader wrote."""
    if inside.text:
        return inside.lines(inside.text, skipped - set(inside.text))
    return inside.lines(inside.item.roots, skipped)


def _beside(inside: Inside) -> Iterator[HtmlElement]:
    """Small elements that stand beside a comment's text: controls, avatars, headers.

    Inside the text only those count that are controls by name; a long element is
    text, whatever its marks say.
    """
    avoided = inside.covered if inside.text else ()
    above = inside.above(inside.text)
    for element in inside.named("beside"):
        if element in avoided and "avatar" not in inside.roles[element]:
            continue
        if inside.size[element] <= SHORT and element not in above:
            yield element


def _is_link(inside: Inside, length: int) -> bool:
    elements = inside.covered or inside.elements
    linked = sum(inside.size[element] for element in elements if element.tag == "a")
    return 10 * linked >= 8 * length


def _is_cut(inside: Inside) -> bool:
    return any(
        _READ_MORE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
        for element in inside.elements
        if inside.size[element] <= SHORT
    )


def _identifier(inside: Inside) -> str | None:
    """The page's own name for the comment, without the theme's ``li-`` and ``div-``."""
    near = [*inside.item.roots, *inside.elements[:40]]
    previous = inside.item.roots[0].getprevious()
    if previous is not None and previous.tag == "a":
        near.append(previous)
    names = [element.get("id") or element.get("name") or "" for element in near]
    for name in names:
        if found := _IDENTIFIER.fullmatch(name):
            return found[1]
    own = inside.item.roots[0].get("id") or ""
    return own if any(character.isdigit() for character in own) else None


def _answers(inside: Inside) -> str | None:
    """The fragment in a link "in reply to"."""
    marked = [*inside.select(inside.item.system.reply_to), *inside.named("reply_to")]
    for element in marked[:4]:
        for link in walk((element,), inside.item.others):
            _, sign, fragment = (link.get("href") or "").partition("#")
            if sign and fragment:
                return fragment
    return None
