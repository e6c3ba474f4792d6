"""Where a page's own story is, so that nothing taken for a comment can be it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from polybius.reading.comments.markup import UNSEEN

LEAST_STORY = 140
"""Characters of running text in one place that can be a story."""

_FLOWING_ROW = (
    "p b i u s em strong span font small big sub sup mark cite q abbr acronym code time "
    "blockquote center tt ins del dfn kbd label"
)
_FLOWING = frozenset(_FLOWING_ROW.split())
"""Elements whose text belongs to the block around them. Links do not: menus are made of them."""


@dataclass(slots=True)
class Story:
    """The order of a page's elements, and how much running text each holds.

    ``begin`` and ``end`` number the elements in document order, so that what stands
    under an element is a range of numbers. ``size`` counts characters of text under
    an element; ``held`` those in its own paragraphs. ``headings`` are the numbers of
    the ``h1`` elements.
    """

    begin: dict[HtmlElement, int] = field(default_factory=dict)
    end: dict[HtmlElement, int] = field(default_factory=dict)
    size: dict[HtmlElement, int] = field(default_factory=dict)
    held: dict[HtmlElement, int] = field(default_factory=dict)
    headings: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, root: HtmlElement) -> Story:
        """Measure the tree under *root* in one walk."""
        story = cls()
        open_: list[list[int]] = [[0, 0]]
        walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walker:
            if event == "start":
                story._open(element, open_)
                if element.tag in UNSEEN and element.tag != "form":
                    walker.skip_subtree()
            elif event == "end":
                story._close(element, open_)
            else:
                _add(open_[-1], len((element.tail or "").strip()))
        return story

    def _open(self, element: HtmlElement, open_: list[list[int]]) -> None:
        number = len(self.begin)
        self.begin[element] = number
        tag = element.tag
        unseen = tag in UNSEEN and tag != "form"
        own = 0 if unseen else len((element.text or "").strip())
        open_.append([own, own])
        if tag == "h1":
            self.headings.append(number)

    def _close(self, element: HtmlElement, open_: list[list[int]]) -> None:
        size, held = open_.pop()
        self.end[element] = len(self.begin)
        self.size[element], self.held[element] = size, held
        around = open_[-1]
        around[0] += size
        around[1] += held if element.tag in _FLOWING else 0
        _add(around, len((element.tail or "").strip()))

    def holds(self, outer: HtmlElement, inner: HtmlElement) -> bool:
        """Whether *inner* is *outer* or stands under it."""
        return self.begin[outer] <= self.begin[inner] < self.end[outer]

    def has_heading(self, element: HtmlElement) -> bool:
        """Whether an ``h1`` stands under *element*."""
        at = bisect_right(self.headings, self.begin[element] - 1)
        return at < len(self.headings) and self.headings[at] < self.end[element]

    def outermost(self, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
        """Those of *elements* that stand in none of the others, in document order."""
        chosen: list[HtmlElement] = []
        until = -1
        for element in sorted(elements, key=self.begin.__getitem__):
            if self.begin[element] >= until:
                chosen.append(element)
                until = self.end[element]
        return chosen

    def stands_in(self, element: HtmlElement, outer: list[HtmlElement]) -> bool:
        """Whether *element* is one of *outer* (as ``outermost`` gives them) or under one."""
        at = bisect_right(outer, self.begin[element], key=self.begin.__getitem__) - 1
        return at >= 0 and self.holds(outer[at], element)

    def heart(self, taken: Iterable[HtmlElement]) -> HtmlElement | None:
        """The element that holds most of the running text outside *taken*.

        None where no place holds enough text to be a story.
        """
        outer = self.outermost(taken)
        best: HtmlElement | None = None
        for element, held in self.held.items():
            larger = held >= LEAST_STORY and (best is None or held > self.held[best])
            if larger and not self.stands_in(element, outer):
                best = element
        return best


def _add(counts: list[int], characters: int) -> None:
    counts[0] += characters
    counts[1] += characters
