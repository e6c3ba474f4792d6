"""Pages in web archives (WARC, ISO 28500), whole files or single records.

FastWARC reads the records; bodies are read and unpacked here, bounded, since a
record of two kilobytes may unpack to a gigabyte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from polybius.errors import UnreadablePage
from polybius.nouns import Page
from polybius.reading.limits import LIMITS
from polybius.reading.sources.unpacking import read_at_most, unpacked

OnError = Callable[[UnreadablePage], None]
_READ = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_OK = 200


def pages_of_warc(stream: BinaryIO, source: str, on_error: OnError | None = None) -> Iterator[Page]:
    """The HTML and text pages that were answered with 200 in the archive *stream*.

    A record that cannot be read is handed to *on_error* and left out; without
    it, the first ends the reading. What a broken archive held up to the break is given.

    Raises:
        UnreadablePage: naming the record and the reason.
    """
    records = iter(
        ArchiveIterator(stream, record_types=WarcRecordType.response, auto_decode="transfer")
    )
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except (OSError, ValueError, EOFError) as error:
            message = f"{source} is broken as an archive: {error}"
            _raise_or_tell(UnreadablePage(message), on_error)
            return
        try:
            page = _page(record, source)
        except UnreadablePage as error:
            _raise_or_tell(error, on_error)
            continue
        if page is not None:
            yield page


def page_at(path: Path, offset: int) -> Page:
    """The page in the one record that begins at byte *offset* of the archive *path*.

    Raises:
        UnreadablePage: where no page begins there.
    """
    try:
        with path.open("rb") as stream:
            stream.seek(offset)
            page = next(pages_of_warc(stream, f"{path} at {offset}"), None)
    except (OSError, ValueError) as error:
        message = f"{path} cannot be read at {offset}: {error}"
        raise UnreadablePage(message) from error
    if page is None:
        message = f"{path} holds no page at {offset}"
        raise UnreadablePage(message)
    return page


def _raise_or_tell(error: UnreadablePage, on_error: OnError | None) -> None:
    if on_error is None:
        raise error
    on_error(error)


def _page(record: WarcRecord, source: str) -> Page | None:
    http = record.http_headers
    if http is None or http.status_code != _OK:
        return None
    kind = record.http_content_type
    if kind is not None and kind.lower() not in _READ:
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    name = f"{source} at {record.stream_pos} ({url})"
    try:
        raw = read_at_most(record.reader, LIMITS.raw_bytes, name)
    except (OSError, ValueError, EOFError) as error:
        message = f"{name} is broken: {error}"
        raise UnreadablePage(message) from error
    encodings = ",".join(http.get_multiple("Content-Encoding")).split(",")
    return Page(
        unpacked(raw, encodings, LIMITS.bytes, name),
        name,
        url=url,
        media_type=kind.lower() if kind else None,
        charset=record.http_charset,
        headers={key: value[:1000] for key, value in http.items()[:100]},
        fetched=record.record_date,
    )
