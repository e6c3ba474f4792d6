"""Where pages come from: files, folders, archives, feeds and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from polybius.errors import UnreadablePage
from polybius.nouns import Page
from polybius.reading.limits import LIMITS
from polybius.reading.sources.unpacking import gunzipped, read_at_most
from polybius.reading.sources.warc import OnError, pages_of_warc

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_KINDS = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".shtml": "text/html",
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/plain",
}
_FEEDS = frozenset({".xml", ".rss", ".atom", ".rdf"})
_ARCHIVES = frozenset({".warc"})
_PACKED = frozenset({".gz"})


def pages_of(source: str | Path, *, on_error: OnError | None = None) -> Iterator[Page]:
    """The pages that *source* holds: a file, a folder, an http(s) address.

    Files are told by their suffix (HTML, plain text, feeds, WARC; each also with
    ".gz"), others by their opening. A folder gives the pages of all its known
    files, in order of name. What cannot be read is handed to *on_error* and the
    rest goes on; without it, the first failure is raised.

    Raises:
        UnreadablePage: naming the file or address, and the reason; among them
            FetchFailed for addresses and PageRefused for what is too large.
    """
    try:
        if isinstance(source, str) and _ADDRESS.match(source):
            yield from _fetched(source, on_error)
        else:
            yield from _pages_of_path(Path(source), on_error)
    except UnreadablePage as error:
        if on_error is None:
            raise
        on_error(error)


def _fetched(url: str, on_error: OnError | None) -> Iterator[Page]:
    from polybius.reading.sources.feeds import is_feed, pages_of_feed  # noqa: PLC0415  (only for feeds)
    from polybius.reading.sources.fetch import Fetcher  # noqa: PLC0415  (loads the HTTP client)

    page = Fetcher().fetch(url)
    if is_feed(page.body):
        yield from pages_of_feed(page.body, page.source, page.url, on_error)
    else:
        yield page


def sources_of(source: str) -> list[str]:
    """The files that a folder holds, in order of name; any other source is its own."""
    if _ADDRESS.match(source) or not Path(source).is_dir():
        return [source]
    found = (each for each in sorted(Path(source).rglob("*")) if each.is_file() and _kind(each))
    return [str(each) for each in found]


def _pages_of_path(path: Path, on_error: OnError | None) -> Iterator[Page]:
    if path.is_dir():
        for each in sources_of(str(path)):
            yield from pages_of(each, on_error=on_error)
        return
    try:
        if _kind(path) in _ARCHIVES:
            with path.open("rb") as stream:
                yield from pages_of_warc(stream, str(path), on_error)
        else:
            yield from _pages_of_file(path, on_error)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        message = f"{str(path)!r} cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UnreadablePage(message) from error


def _kind(path: Path) -> str:
    """The suffix that tells the file's kind, without ".gz"; empty where it tells none."""
    suffixes = [suffix.lower() for suffix in path.suffixes[-2:]]
    if suffixes and suffixes[-1] in _PACKED:
        suffixes.pop()
    last = suffixes[-1] if suffixes else ""
    return last if last in _KINDS or last in _FEEDS or last in _ARCHIVES else ""


def _pages_of_file(path: Path, on_error: OnError | None) -> Iterator[Page]:
    from polybius.reading.sources.feeds import is_feed, pages_of_feed  # noqa: PLC0415  (only for feeds)

    with path.open("rb") as stream:
        body = gunzipped(read_at_most(stream, LIMITS.raw_bytes, str(path)), LIMITS.bytes, str(path))
    kind = _kind(path)
    if kind in _FEEDS or (not kind and is_feed(body)):
        yield from pages_of_feed(body, str(path), None, on_error)
    else:
        yield Page(body, str(path), media_type=_KINDS.get(kind))
