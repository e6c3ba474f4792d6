"""A page's text as a reader sees it line by line, each line with where it stands in the tree."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml.html import HtmlElement

from polybius.reading.comments.markup import BLOCKS, UNSEEN, is_hidden

_SKIPPED = UNSEEN - {"form"}


@dataclass(slots=True)
class Piece:
    """A stretch of text in the tree: an element's text, or what follows the element."""

    element: HtmlElement
    tail: bool

    def clear(self) -> None:
        """Take the text out of the tree."""
        if self.tail:
            self.element.tail = None
        else:
            self.element.text = None


@dataclass(slots=True)
class FlowLine:
    """One line: its words, the pieces it is made of, and what place it stands in."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    linked: int = 0
    place: int = 0
    hidden: bool = False

    @property
    def text(self) -> str:
        """The line, white space collapsed."""
        return " ".join("".join(self.parts).split())


def flow_of(root: HtmlElement) -> list[FlowLine]:
    """The lines of the page, hidden ones marked, in document order.

    Lines whose three blocks around them are of the same tags share a *place*, however
    deep in their thread they stand.
    """
    return _Flow().read(root)


class _Flow:
    def __init__(self) -> None:
        self.lines: list[FlowLine] = []
        self.line = FlowLine()
        self.places: dict[tuple[str, ...], int] = {}

    def read(self, root: HtmlElement) -> list[FlowLine]:
        # Each entry is an element to open, or one to close with what it changed.
        stack: list[tuple[HtmlElement, bool, tuple[str, ...], bool, bool]] = [
            (root, True, (), False, False)
        ]
        while stack:
            element, opening, place, linked, hidden = stack.pop()
            if not opening:
                self._close(element, place, linked=linked, hidden=hidden)
                continue
            stack.append((element, False, place, linked, hidden))
            if not isinstance(element.tag, str) or element.tag in _SKIPPED:
                continue
            inner = self._open(element, place, linked=linked, hidden=hidden)
            stack.extend((child, True, *inner) for child in reversed(element))
        self._break((), hidden=False)
        return self.lines

    def _open(
        self, element: HtmlElement, place: tuple[str, ...], *, linked: bool, hidden: bool
    ) -> tuple[tuple[str, ...], bool, bool]:
        hidden = hidden or is_hidden(element)
        linked = linked or element.tag == "a"
        if element.tag in BLOCKS or element.tag == "br":
            if element.tag != "br":
                place = (*place[-2:], element.tag)
            self._break(place, hidden=hidden)
        if element.text:
            self._add(element, element.text, tail=False, linked=linked)
        return place, linked, hidden

    def _close(
        self, element: HtmlElement, place: tuple[str, ...], *, linked: bool, hidden: bool
    ) -> None:
        if isinstance(element.tag, str) and element.tag in BLOCKS:
            self._break(place, hidden=hidden)
        if element.tail:
            self._add(element, element.tail, tail=True, linked=linked)

    def _add(self, element: HtmlElement, text: str, *, tail: bool, linked: bool) -> None:
        self.line.parts.append(text)
        self.line.pieces.append(Piece(element, tail))
        if linked:
            self.line.linked += len(text.strip())

    def _break(self, place: tuple[str, ...], *, hidden: bool) -> None:
        if self.line.text:
            self.lines.append(self.line)
        number = self.places.setdefault(place, len(self.places))
        self.line = FlowLine(place=number, hidden=hidden)
