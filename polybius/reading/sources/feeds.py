"""Reports carried whole in feeds (RSS, Atom).

feedparser reads them. A feed that declares a document type or entities is
refused before: no news feed needs them, and half of a feed that abuses them
would be taken for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from polybius.errors import FetchFailed, UnreadablePage
from polybius.nouns import Page
from polybius.reading.about.links import address
from polybius.reading.decoding import decode
from polybius.reading.limits import check_size
from polybius.reading.sources.warc import OnError

LONGEST_FEED = 5_000_000
MOST_ENTRIES = 1_000
# A summary shorter than this is a teaser, not a report.
_LEAST_REPORT = 600
_DECLARATION = re.compile(r"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{1,2000}>")
_OPENING = re.compile(
    rb"\A\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)


def is_feed(body: bytes) -> bool:
    """Whether *body* opens as an RSS or Atom feed does."""
    return _OPENING.match(body[:4096].removeprefix(b"\xef\xbb\xbf")) is not None


def pages_of_feed(
    body: bytes, source: str, url: str | None = None, on_error: OnError | None = None
) -> Iterator[Page]:
    """The entries of a feed that carry their report whole, each as an HTML page.

    Entries that only tell where their report is are handed to *on_error*, with
    that address; without it they are left out.

    Raises:
        PageRefused: with limit "bytes" for a feed over five megabytes.
        UnreadablePage: where it is no feed, or declares a document type.
    """
    check_size(len(body), LONGEST_FEED, source)
    text = decode(body)
    if _DECLARATION.search(text):
        message = f"{source} declares a document type or entities, which no feed needs"
        raise UnreadablePage(message)
    import feedparser  # noqa: PLC0415  (slow to load, and rarely needed)

    feed = feedparser.parse(
        text.encode("utf-8"),
        sanitize_html=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )
    if not feed.entries and (feed.bozo or not feed.get("version")):
        message = (
            f"{source} is no feed that can be read: {feed.get('bozo_exception', 'no entries')}"
        )
        raise UnreadablePage(message)
    for number, entry in enumerate(feed.entries[:MOST_ENTRIES], start=1):
        content = _content(entry)
        link = address(entry.get("link"), url)
        if content:
            yield _page(entry, content, f"{source}, entry {number}", link, feed.feed)
        elif on_error is not None:
            message = f"{source}, entry {number}, only points to its report at {link}"
            on_error(FetchFailed(message))


def _content(entry: Any) -> str | None:
    """The report in *entry*, as HTML; None where there is a teaser at most."""
    whole = [part.get("value") or "" for part in entry.get("content", ())]
    summary = entry.get("summary") or ""
    longest = max([*whole, summary], key=len)
    return longest if len(_TAG.sub("", longest)) >= _LEAST_REPORT else None


def _page(entry: Any, content: str, source: str, link: str | None, feed: Any) -> Page:
    metas = {
        "og:title": entry.get("title"),
        "og:site_name": feed.get("title"),
        "feed:published": entry.get("published") or entry.get("created"),
        "author": entry.get("author"),
    }
    head = "".join(
        f'<meta property="{name}" content="{escape(value)}">'
        for name, value in metas.items()
        if value
    )
    title = escape(entry.get("title") or "")
    report = f"<article><h1>{title}</h1>{content}</article>"
    body = f"<!DOCTYPE html><html><head>{head}</head><body>{report}</body></html>"
    return Page(
        body.encode("utf-8", "replace"), source, url=link, media_type="text/html", charset="utf-8"
    )
