"""Telling tables of data from tables that only lay out a page.

Old pages put the report, or the whole page, into table cells, and an extractor
takes such a table for one long row of data. Tables that lay out are turned
into plain blocks; tables of data stay.
"""

from __future__ import annotations

from lxml.html import HtmlElement

_PARTS = frozenset(
    {"table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col", "center"}
)
_BLOCKS = ("p", "div", "h1", "h2", "h3", "article", "section", "ul", "ol", "form", "blockquote")
# A cell with more text than this holds paragraphs, not a value.
_LONGEST_VALUE = 300
_LONGEST_CAPTION = 250
# An extractor pads every row of a table to its widest, which grows as the square.
_MOST_CELLS = 5_000
_SPANS = ("colspan", "rowspan")


def flatten_layout(root: HtmlElement) -> None:
    """Turn the tables that lay out the page under *root* into blocks, in place."""
    tables = list(root.iter("table"))
    for table in tables:
        for cell in table.iter("td", "th"):
            for span in _SPANS:
                cell.attrib.pop(span, None)
    for table in tables:
        if _is_picture(table):
            table.tag = "figure"
        elif _lays_out(table):
            _flatten(table)


def _is_picture(table: HtmlElement) -> bool:
    """Whether *table* holds a picture and its caption, and nothing more."""
    picture = next(table.iter("img"), None)
    if picture is None or next(table.iterdescendants("table"), None) is not None:
        return False
    return 0 < sum(len(text.strip()) for text in table.itertext()) <= _LONGEST_CAPTION


def _lays_out(table: HtmlElement) -> bool:
    if table.get("role") in {"presentation", "none"}:
        return True
    if next(table.iterdescendants("table"), None) is not None:
        return True
    cells = list(table.iter("td", "th"))
    if len(cells) <= 1 or len(cells) > _MOST_CELLS:
        return True
    if next(table.iterdescendants("th"), None) is not None:
        return False
    return any(_holds_paragraphs(cell) for cell in cells)


def _holds_paragraphs(cell: HtmlElement) -> bool:
    paragraphs = sum(1 for _ in cell.iter(*_BLOCKS))
    return paragraphs > 3 or sum(len(text.strip()) for text in cell.itertext()) > _LONGEST_VALUE


def _flatten(table: HtmlElement) -> None:
    """Rename the table's own parts; those of a data table within it stay."""
    waiting = [table]
    while waiting:
        part = waiting.pop()
        if part is not table and part.tag == "table":
            continue
        waiting.extend(child for child in part if child.tag in _PARTS)
        part.tag = "div"
