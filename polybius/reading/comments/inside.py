"""The inside of one comment: its elements without those of the comments that answer it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from polybius.reading.comments.lexicon import UNKNOWN, Selectors, System, roles_of
from polybius.reading.comments.markup import lines_of, walk

_HEADER = frozenset({"author", "posted"})

SHORT = 200
"""Characters up to which an element can be a header, a name or a control."""


@dataclass(slots=True)
class Item:
    """The elements that hold one comment.

    ``roots`` stand side by side, in document order. ``others`` are the roots of all
    items of the page: reading this one stops where another begins.
    """

    roots: tuple[HtmlElement, ...]
    system: System = UNKNOWN
    others: Container[HtmlElement] = ()


@dataclass(slots=True)
class Inside:
    """The elements inside one item, in document order, and how much text each holds."""

    item: Item
    elements: list[HtmlElement]
    size: dict[HtmlElement, int] = field(default_factory=dict)
    roles: dict[HtmlElement, frozenset[str]] = field(default_factory=dict)
    text: tuple[HtmlElement, ...] = ()
    covered: set[HtmlElement] = field(default_factory=set)

    @classmethod
    def of(cls, item: Item) -> Inside:
        """Walk *item* once, and find the elements of its text."""
        inside = cls(item, list(walk(item.roots, item.others)))
        size = inside.size
        for element in reversed(inside.elements):
            size[element] = len((element.text or "").strip()) + sum(
                size.get(child, 0) + len((child.tail or "").strip()) for child in element
            )
        inside.roles = {element: roles_of(element) for element in inside.elements}
        for root in item.roots:
            inside.roles[root] = frozenset()
        inside.text = inside.outermost(list(_text_elements(inside)))
        inside.covered = set(walk(inside.text, item.others)) if inside.text else set()
        return inside

    def select(self, selectors: Selectors) -> Iterator[HtmlElement]:
        """What the selectors mean, the first selector's finds first."""
        for selector in selectors:
            for element in self.elements:
                if selector.matches(element):
                    yield element

    def named(self, role: str) -> Iterator[HtmlElement]:
        """What the words in its marks mean; the item's own roots mean the item."""
        for element, roles in self.roles.items():
            if role in roles:
                yield element

    def lines(
        self, roots: tuple[HtmlElement, ...], skipped: Container[HtmlElement] = ()
    ) -> list[str]:
        """The lines of text under *roots*, without *skipped* and without other items."""
        return lines_of(roots, _Either(skipped, self.item.others))

    def above(self, elements: Container[HtmlElement]) -> set[HtmlElement]:
        """The elements of this item that hold one of *elements*, and these themselves."""
        found: set[HtmlElement] = set()
        for element in reversed(self.elements):
            if element in elements or any(child in found for child in element):
                found.add(element)
        return found

    def outermost(self, elements: list[HtmlElement]) -> tuple[HtmlElement, ...]:
        """Those of *elements* (in document order) that stand in none of the others."""
        chosen: list[HtmlElement] = []
        under: set[HtmlElement] = set()
        for element in elements:
            if element not in under:
                chosen.append(element)
                under.update(walk((element,), self.item.others))
        return tuple(chosen)


@dataclass(frozen=True, slots=True)
class _Either:
    first: Container[HtmlElement]
    second: Container[HtmlElement]

    def __contains__(self, element: object) -> bool:
        return element in self.first or element in self.second


def _text_elements(inside: Inside) -> Iterator[HtmlElement]:
    """The elements that hold what the reader wrote; none where only the whole item does."""
    roots = inside.item.roots
    for selector in inside.item.system.text:
        found = [e for e in inside.elements if selector.matches(e) and inside.size[e]]
        if found:
            yield from found
            return
    named = [
        element
        for element in inside.named("text")
        if inside.size[element] and "avatar" not in inside.roles[element] and element.tag != "a"
    ]
    if not named:
        return
    headed = {
        element
        for element, roles in inside.roles.items()
        if element not in roots
        and inside.size[element] <= SHORT
        and (not roles.isdisjoint(_HEADER) or element.tag in {"time", "cite"})
    }
    above = inside.above(headed)
    pure = [element for element in named if element not in above]
    if pure:
        most = max(inside.size[element] for element in pure)
        yield from (element for element in pure if inside.size[element] * 4 >= most)
