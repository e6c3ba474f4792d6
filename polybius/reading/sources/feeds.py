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

from polybius.errors import NoBody, UnreadablePage
from polybius.nouns import Page
from polybius.reading.about.links import address
from polybius.reading.decoding import decode
from polybius.reading.limits import check_size
from polybius.reading.sources.warc import OnError

LONGEST_FEED = 5_000_000
MOST_ENTRIES = 1_000
# A summary shorter than this is a teaser, not a report; so is what ends as teasers do.
_LEAST_REPORT = 600
TEASER_END = re.compile(
    r"(?:…|\.\.\.|\[[.…]{1,3}\]|\b(?:read|see) (?:more|on|the (?:full|rest)[ \w]{0,30})"
    r"|\bcontinue reading[ \w]{0,80})[\s\W]{0,5}\Z",
    re.IGNORECASE,
)
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

    What an entry gives as its content (content:encoded, Atom's content) is the
    report, however short; a summary is one where it is as long as one. Entries that
    only tell where their report is are handed to *on_error* as NoBody, with that
    address and the entry as ``source``; without it they are left out.

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
        named = f"{source}, entry {number}"
        if content:
            yield _page(entry, content, named, link, feed.feed)
        elif on_error is not None:
            on_error(_pointer(named, link))


def _pointer(named: str, link: str | None) -> NoBody:
    elsewhere = f"it only points to its report at {link}" if link else "it holds a teaser at most"
    error = NoBody(f"no report was found in {named}: {elsewhere}")
    error.source = named
    return error


def _content(entry: Any) -> str | None:
    """The report in *entry*, as HTML; None where there is a teaser at most."""
    whole = max((part.get("value") or "" for part in entry.get("content", ())), key=len, default="")
    summary = entry.get("summary") or ""
    longest = max(whole, summary, key=len)
    plain = _TAG.sub("", whole).strip()
    if len(_TAG.sub("", longest)) >= _LEAST_REPORT:
        return longest
    return whole if plain and not TEASER_END.search(plain[-200:]) else None


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
    report = f"<article><h1>{title}</h1><div>{content}</div></article>"
    body = f"<!DOCTYPE html><html><head>{head}</head><body>{report}</body></html>"
    return Page(
        body.encode("utf-8", "replace"), source, url=link, media_type="text/html", charset="utf-8"
    )
