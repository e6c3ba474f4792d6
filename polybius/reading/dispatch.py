"""Which reader a page wants: that of HTML, or that of text already scraped."""

from __future__ import annotations

import codecs
import re

from polybius.errors import UnreadablePage
from polybius.nouns import Document, Page, Published

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_UNTOLD = frozenset(
    {None, "", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"}
)
_FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_OPENING = 4096
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|script|meta|link|div|p|table|article|main|section|h[1-6]|ul|span|br|!--)[\s/>-]",
    re.IGNORECASE,
)
_KINDS = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"RIFF", "an image or a recording"),
    (b"\x1f\x8b", "a gzip file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDE_ZEROS = 0.2
"""From this share of zero bytes on, text may be UTF-16, whose halves look like controls."""
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\f\x1b"))
_MOST_CONTROLS = 0.05
"""Random bytes are a tenth of control characters; the worst pages of text, a few in a thousand."""


def read_page(page: Page, published: Published | None = None) -> Document:
    """The document that *page* holds, HTML or plain text; *published* overrides what it says.

    The page's media type decides; where it has none, its first bytes do. Reads
    in this process, without a deadline: ``Sandbox`` is for pages of strangers.

    Raises:
        PageRefused: where the page is beyond a stated limit.
        NoBody: where no report is found in it.
        UnreadablePage: where it is no page of text at all.
    """
    if _is_html(page):
        from polybius.reading.html import read_html  # noqa: PLC0415  (loads the extractor)

        return read_html(page, published)
    from polybius.reading.scraped import read_text  # noqa: PLC0415  (not needed for HTML)

    return read_text(page, published)


def _is_html(page: Page) -> bool:
    kind = page.media_type.lower() if page.media_type else None
    opening = page.body[:_OPENING]
    if kind in _FEEDS or (kind in _UNTOLD and _FEED.search(opening)):
        message = f"{page.source} is a feed, not a page: its entries are pages"
        raise UnreadablePage(message)
    _check_text(page, opening)
    if kind in _HTML:
        return True
    if kind in _UNTOLD:
        return _MARKUP.search(opening) is not None
    if kind is not None and kind.startswith("text/"):
        return False
    message = f"{page.source} is of type {kind}, which holds no report to read"
    raise UnreadablePage(message)


def _check_text(page: Page, opening: bytes) -> None:
    for mark, what in _KINDS:
        if opening.startswith(mark):
            message = f"{page.source} is {what}, not a page of text"
            raise UnreadablePage(message)
    wide = opening.startswith(_WIDE) or opening.count(0) > len(opening) * _WIDE_ZEROS
    if not wide and len(opening.translate(None, _CONTROLS)) < len(opening) * (1 - _MOST_CONTROLS):
        message = f"{page.source} is full of control characters: it is no page of text"
        raise UnreadablePage(message)
