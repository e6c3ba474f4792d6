"""Paragraphs that a page parts by line breaks alone, or by items of no list.

Old pages write a whole report into one cell and part its paragraphs by two
``br`` in a row. An extractor that looks for paragraphs finds none there, so the
runs of text between such breaks are made into paragraphs.
"""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_HOLDERS = frozenset(
    {"div", "td", "font", "span", "center", "article", "section", "main", "body", "blockquote"}
)
_BLOCKS = frozenset(
    {"p", "div", "table", "ul", "ol", "dl", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"}
    | {"article", "section", "aside", "header", "footer", "nav", "form", "figure", "hr", "pre"}
)


def mend_lists(root: HtmlElement) -> None:
    """Make paragraphs of list items that stand in no list, in place: extractors pass over them."""
    for item in root.iter("li"):
        parent = item.getparent()
        if parent is not None and parent.tag not in _LISTS:
            item.tag = "p"


def part_at_breaks(root: HtmlElement) -> None:
    """Make paragraphs of what stands between double breaks under *root*, in place."""
    holders: dict[HtmlElement, None] = {}
    for second in root.iter("br"):
        first, holder = second.getprevious(), second.getparent()
        doubled = first is not None and first.tag == "br" and not (first.tail or "").strip()
        if doubled and holder is not None and holder.tag in _HOLDERS:
            holders[holder] = None
    for holder in holders:
        _part(holder)


def _part(holder: HtmlElement) -> None:
    children = list(holder)
    writer = _Paragraphs(holder)
    for child in children:
        holder.remove(child)
    writer.text(holder.text)
    holder.text = None
    for child in children:
        tail, child.tail = child.tail, None
        writer.child(child)
        writer.text(tail)
    writer.end()
    if holder.tag in {"font", "span"}:
        holder.tag = "div"


class _Paragraphs:
    """Fills an element with paragraphs, one run of text after the other."""

    def __init__(self, holder: HtmlElement) -> None:
        self._holder = holder
        self._run: HtmlElement | None = None
        self._breaks = 0

    def text(self, text: str | None) -> None:
        if not text or not (text.strip() or (self._run is not None and not self._breaks)):
            return
        run = self._open()
        if len(run):
            run[-1].tail = (run[-1].tail or "") + text
        else:
            run.text = (run.text or "") + text

    def child(self, child: HtmlElement) -> None:
        if child.tag == "br":
            self._breaks += 1
            if self._breaks > 1:
                self.end()
            return
        if child.tag in _BLOCKS:
            self.end()
            self._holder.append(child)
        else:
            self._open().append(child)

    def end(self) -> None:
        self._run = None
        self._breaks = 0

    def _open(self) -> HtmlElement:
        if self._run is None:
            self._run = etree.SubElement(self._holder, "p")
        elif self._breaks == 1:
            etree.SubElement(self._run, "br")
        self._breaks = 0
        return self._run
