"""The body of a report, found by trafilatura in a prepared tree.

trafilatura's fast mode finds the same body as its full cascade on most news
pages in half the time; the cascade runs where the fast result covers too
little of the page's prose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.settings import Document, Extractor

from polybius.reading.body.measure import measure
from polybius.reading.characters import line

_BLOCKS = frozenset(
    {
        "p",
        "head",
        "item",
        "quote",
        "code",
        "row",
        "list",
        "table",
        "div",
        "body",
        "main",
        "section",
        "article",
    }
    | {"h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "pre", "tr"}
)
_CELLS = frozenset({"cell", "td", "th"})
_HEADS = frozenset({"head", "h1", "h2", "h3", "h4", "h5", "h6"})
# The fast result is taken where it holds this share of the page's prose.
_ENOUGH = 0.7
_ENDS_SENTENCE = (".", "!", "?", ":", ";", "”", '"', "’", ")", "…", "。")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of the body as extracted; ``head`` for a heading within it."""

    text: str
    head: bool = False


def extract(root: HtmlElement) -> list[Block]:
    """The paragraphs and headings of the report in *root*, which is left as it is."""
    found = _run(root, fast=True)
    prose = measure(root).prose[root]
    if sum(len(block.text) for block in found) < prose * _ENOUGH or not found:
        full = _run(root, fast=False)
        if sum(len(block.text) for block in full) > sum(len(block.text) for block in found):
            return full
    return found


def _run(root: HtmlElement, *, fast: bool) -> list[Block]:
    options = Extractor(
        output_format="python", fast=fast, comments=False, tables=True, with_metadata=False
    )
    document = bare_extraction(root, options=options)
    return list(blocks(document.body)) if isinstance(document, Document) else []


def blocks(body: _Element) -> Iterator[Block]:
    """The blocks of trafilatura's *body*, in reading order."""
    writer = _Writer()
    _walk(body, writer)
    writer.end()
    yield from writer.blocks


class _Writer:
    """Gathers runs of text into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._run: list[str] = []
        self.head = False

    def write(self, text: str | None) -> None:
        if text:
            self._run.append(text)

    def end(self) -> None:
        text = line("".join(self._run))
        self._run.clear()
        if text:
            self.blocks.append(Block(text, self.head))

    def break_line(self, following: str | None) -> None:
        """A line break: a new paragraph, unless the sentence plainly goes on."""
        before = "".join(self._run).rstrip()
        after = (following or "").lstrip()
        if before and after[:1].islower() and not before.endswith(_ENDS_SENTENCE):
            self._run.append(" ")
        else:
            self.end()


def _walk(element: _Element, writer: _Writer) -> None:
    tag = element.tag
    if tag in {"lb", "br"}:
        writer.break_line(element.tail)
        return
    if tag in _BLOCKS:
        writer.end()
        writer.head = tag in _HEADS
    elif tag in _CELLS and element.getprevious() is not None:
        writer.write(" | ")
    writer.write(element.text)
    for child in element:
        _walk(child, writer)
        writer.write(child.tail)
    if tag in _BLOCKS:
        writer.end()
        writer.head = False
