"""How much text the elements of a page hold, and how much of it is links."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

_PARAGRAPHS = frozenset({"p", "blockquote", "pre", "li", "dd", "td"})
# Shorter blocks are labels, buttons and bylines.
_PARAGRAPH_LENGTH = 50


@dataclass(frozen=True, slots=True)
class Measures:
    """Characters of text by element, counted once, bottom up.

    ``text`` is all text, ``linked`` the text within links, ``prose`` the unlinked
    text of blocks long enough to be paragraphs. ``elements`` are in document order.
    """

    elements: list[HtmlElement]
    text: dict[HtmlElement, int]
    linked: dict[HtmlElement, int]
    prose: dict[HtmlElement, int]

    def link_share(self, element: HtmlElement) -> float:
        """Share of the element's text that lies within links."""
        text = self.text.get(element, 0)
        return self.linked.get(element, 0) / text if text else 0.0


def measure(root: HtmlElement) -> Measures:
    """Count the text of every element under *root*, in one pass."""
    elements: list[HtmlElement] = list(root.iter("*"))
    text = dict.fromkeys(elements, 0)
    linked = dict.fromkeys(elements, 0)
    prose = dict.fromkeys(elements, 0)
    for element in reversed(elements):
        own = text[element]
        if written := element.text:
            own += len(written.strip())
            text[element] = own
        tag = element.tag
        if tag == "a":
            linked[element] = own
        elif tag in _PARAGRAPHS and not prose[element]:
            unlinked = own - linked[element]
            prose[element] = unlinked if unlinked >= _PARAGRAPH_LENGTH else 0
        parent = element.getparent()
        if parent is not None and element is not root:
            tail = element.tail
            text[parent] += own + len(tail.strip()) if tail else own
            linked[parent] += linked[element]
            prose[parent] += prose[element]
    return Measures(elements, text, linked, prose)
