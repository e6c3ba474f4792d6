"""The marks that a page's HTML leaves on its elements: classes, ids, properties, words in them.

Everything here walks a tree once and without recursion, so that a page of 100,000
nested comments costs no more for each than a page of ten.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

_DIGITS = re.compile(r"\d+")
_OPAQUE = re.compile(r"[0-9a-z]{8,}")
_MIXED = re.compile(r"\d[a-z]")
_SHORTEST_KEY = 8
_LONGEST_NAME = 200
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"([.#\[]?)([\w*-]+)\]?")

_UNSEEN_ROW = (
    "script style noscript template form button select option textarea input svg iframe object "
    "head audio video canvas"
)
UNSEEN = frozenset(_UNSEEN_ROW.split())
"""Elements whose text no reader reads as part of a report or a comment."""
_BLOCKS_ROW = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCKS_ROW.split())
_HIDING = re.compile(r"display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden", re.IGNORECASE)


@lru_cache(maxsize=16384)
def general(name: str) -> str:
    """A class or id with its numbers as ``*``: ``comment-123`` is ``comment-*``."""
    lowered = name[:_LONGEST_NAME].lower()
    if len(lowered) >= _SHORTEST_KEY and _DIGITS.search(lowered):
        lowered = _OPAQUE.sub(_hidden, lowered)
    return _DIGITS.sub("*", lowered)


def _hidden(key: re.Match[str]) -> str:
    """A key such as ``6a00d8341c630a`` as ``*``; ``comment12345`` as itself."""
    return "*" if _MIXED.search(key.group()) else key.group()


@lru_cache(maxsize=16384)
def words_in(name: str) -> frozenset[str]:
    """The words of a class or id: ``commentAuthor-12`` has ``comment`` and ``author``."""
    parted = _CAMEL.sub(" ", name[:500]).replace("_", " ")
    return frozenset(word.lower() for word in _WORD.findall(parted))


def classes_of(element: HtmlElement) -> list[str]:
    """The class names of *element*, as written."""
    return (element.get("class") or "").split()


def properties_of(element: HtmlElement) -> list[str]:
    """Its schema.org property and type names, in lower case, without the vocabulary's address."""
    part, kind = element.get("itemprop"), element.get("itemtype")
    if part is None and kind is None:
        return []
    return [name.rsplit("/", 1)[-1].lower() for name in f"{part or ''} {kind or ''}".split()]


def is_hidden(element: HtmlElement) -> bool:
    """Whether the element's own marks hide it from a reader."""
    style = element.get("style")
    return (style is not None and bool(_HIDING.search(style))) or element.get("hidden") is not None


@dataclass(frozen=True, slots=True)
class Selector:
    """A simple selector: ``tag.class#id[property]``, every part optional.

    Class and id are compared in their general form, so ``#comment-*`` means
    ``id="comment-123"``; a property is a schema.org property or type name.
    """

    tag: str = ""
    name: str = ""
    identifier: str = ""
    part: str = ""

    @classmethod
    def parse(cls, written: str) -> Selector:
        """The selector that *written* spells.

        Raises:
            ValueError: where it has no class, id or property to look up.
        """
        parts: dict[str, str] = dict(_PART.findall(written))
        selector = cls(
            parts.get("", ""), parts.get(".", ""), parts.get("#", ""), parts.get("[", "")
        )
        if not (selector.name or selector.identifier or selector.part):
            raise ValueError(f"{written!r} names no class, id or property")
        return selector

    def matches(self, element: HtmlElement) -> bool:
        """Whether *element* is meant."""
        return (
            (not self.tag or element.tag == self.tag)
            and (not self.name or any(general(name) == self.name for name in classes_of(element)))
            and (not self.identifier or general(element.get("id") or "") == self.identifier)
            and (not self.part or self.part in properties_of(element))
        )


@dataclass(slots=True)
class Marks:
    """Where the marks of a page are, each list in document order.

    ``elements`` are all elements of the page: as long as they are held, lxml need not
    make them again for each walk. ``told`` keeps what was found by role.
    """

    elements: list[HtmlElement] = field(default_factory=list)
    classes: dict[str, list[HtmlElement]] = field(default_factory=dict)
    ids: dict[str, list[HtmlElement]] = field(default_factory=dict)
    properties: dict[str, list[HtmlElement]] = field(default_factory=dict)
    told: dict[str, dict[HtmlElement, None]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: HtmlElement) -> Marks:
        """Index the marks of the tree under *root*."""
        # Not by XPath: libxml2 takes time with the square of the elements it finds.
        marks = cls(list(root.iter("*")))
        for element in marks.elements:
            name, identifier = element.get("class"), element.get("id")
            properties = properties_of(element)
            if name is None and identifier is None and not properties:
                continue
            if name:
                for one in dict.fromkeys(name.split()):
                    marks.classes.setdefault(general(one), []).append(element)
            if identifier:
                marks.ids.setdefault(general(identifier), []).append(element)
            for part in properties:
                marks.properties.setdefault(part, []).append(element)
        return marks

    def mention(self, signals: Iterable[str]) -> bool:
        """Whether one of *signals* (lower case) stands in a mark of the page."""
        names = " ".join((*self.classes, *self.ids, *self.properties))
        return any(signal in names for signal in signals)

    def select(self, selector: Selector) -> list[HtmlElement]:
        """The elements that *selector* means, in document order."""
        if selector.identifier:
            found = self.ids.get(selector.identifier, [])
        elif selector.name:
            found = self.classes.get(selector.name, [])
        else:
            found = self.properties.get(selector.part, [])
        return [element for element in found if selector.matches(element)]


def walk(
    roots: tuple[HtmlElement, ...], skipped: Container[HtmlElement] = ()
) -> Iterator[HtmlElement]:
    """The elements under *roots* and they themselves, in document order.

    What no reader sees, and the subtrees of *skipped* (but for the roots), are left out.
    """
    for root in roots:
        stack = [root]
        while stack:
            element = stack.pop()
            if not isinstance(element.tag, str) or element.tag in UNSEEN:
                continue
            if (element in skipped and element is not root) or is_hidden(element):
                continue
            yield element
            stack.extend(reversed(element))


def lines_of(roots: tuple[HtmlElement, ...], skipped: Container[HtmlElement] = ()) -> list[str]:
    """The text under *roots* as a browser breaks it into lines, white space collapsed.

    Subtrees of *skipped* are left out; their tails are not.
    """
    parts: list[str] = []
    for root in roots:
        parts.append("\n")
        _add_text(root, skipped, parts)
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return [line for line in lines if line]


def text_of(element: HtmlElement, skipped: Container[HtmlElement] = ()) -> str:
    """The text of one element on one line."""
    return " ".join(lines_of((element,), skipped))


def _add_text(root: HtmlElement, skipped: Container[HtmlElement], parts: list[str]) -> None:
    stack: list[HtmlElement | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            parts.append(node)
            continue
        if node is not root and node.tail:
            stack.append(node.tail.replace("\n", " "))
        if not isinstance(node.tag, str) or node.tag in UNSEEN:
            continue
        if (node in skipped and node is not root) or is_hidden(node):
            continue
        _add_node(node, parts, stack)


def _add_node(node: HtmlElement, parts: list[str], stack: list[HtmlElement | str]) -> None:
    if node.tag == "br":
        parts.append("\n")
        return
    block = node.tag in BLOCKS
    if block:
        parts.append("\n")
        stack.append("\n")
    if node.text:
        parts.append(node.text if node.tag == "pre" else node.text.replace("\n", " "))
    stack.extend(reversed(node))
