"""The way of a page: from bytes to a reading.

Each step is a package of its own, usable alone; this module only joins them.
"""

from __future__ import annotations

import atexit
import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Self

from polybius import __version__, actors, gazetteer
from polybius.annotating import annotate
from polybius.errors import BadInput, ReadingFailed
from polybius.nouns import Annotations, Document, Page, Published, Reading, ReadingWarning
from polybius.packs import PACKS, Findings
from polybius.reading import read_page
from polybius.reading.about.language import name_of
from polybius.reading.sandbox import Sandbox
from polybius.reading.sources import pages_of


def read(
    source: str | bytes | Path | Page,
    *,
    url: str | None = None,
    published: str | dt.date | None = None,
) -> Reading:
    """Read one page: HTML or plain text, or a file that holds one.

    Args:
        source: the page itself (text or bytes), or the ``Path`` of its file.
        url: where it came from; it helps to name the outlet and find the date.
        published: when it was published, where the page does not say so itself.

    Raises:
        UnreadablePage: where there is no report in it, or it is beyond a limit.
        BadInput: where *published* is no date, or the file cannot be read.
    """
    return _shared_reader().read(_page(source, url), given_date(published))


@cache
def _shared_reader() -> Reader:
    reader = Reader()
    atexit.register(reader.close)
    return reader


class Reader:
    """Reads many pages, each HTML page in a worker process that may be killed.

    A page that takes too long or too much memory costs the worker, not the
    batch: it is refused, and the next page gets a new worker.
    """

    def __init__(self, *, isolated: bool = True) -> None:
        """*isolated* False reads in this process, without deadline or memory cap."""
        self._sandbox = Sandbox() if isolated else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the worker go."""
        if self._sandbox is not None:
            self._sandbox.close()

    def read(self, page: Page, published: Published | None = None) -> Reading:
        """Read one page, published at *published* where that is known better.

        Raises:
            UnreadablePage: where there is no report in it, or it is beyond a limit;
                ReadingFailed where we are at fault, with the fault as its cause.
        """
        take_apart = self._sandbox.read_page if self._sandbox else read_page
        document = take_apart(page, published)
        try:
            return reading_of(document)
        except Exception as error:
            message = (
                f"{page.source}: a fault of ours while reading it ({error!r}); please report it"
            )
            raise ReadingFailed(message) from error


def reading_of(document: Document) -> Reading:
    """Annotate a document, and let every pack find its events and claims."""
    annotations, warnings = annotate(document)
    found = [pack(document, annotations) for pack in PACKS]
    return Reading(
        document=document,
        annotations=annotations,
        events=tuple(event for findings in found for event in findings.events),
        claims=tuple(claim for findings in found for claim in findings.claims),
        warnings=(*_foreign(document), *_undated(document, annotations), *warnings, *_odd(found)),
        versions=versions(),
    )


def _odd(found: Sequence[Findings]) -> Iterator[ReadingWarning]:
    for findings in found:
        yield from findings.warnings


def _foreign(document: Document) -> Iterator[ReadingWarning]:
    """One warning where the report is in another language than English."""
    if document.language not in (None, "en"):
        message = (
            f"the report is in {name_of(document.language)}; only English is read, "
            "so quotations, times and events are missing or wrong"
        )
        yield ReadingWarning(None, "language", message)


def _undated(document: Document, annotations: Annotations) -> Iterator[ReadingWarning]:
    """One warning where words like "Friday" could not be placed, and why."""
    unplaced = [timex for timex in annotations.times if timex.value is None]
    if document.published.value is None and unplaced:
        words = ", ".join(dict.fromkeys(t.span.of(document.text) for t in unplaced[:5]))
        message = f"no publication date, so these cannot be placed: {words}"
        yield ReadingWarning(unplaced[0].span, "undated", message)


@cache
def versions() -> dict[str, str]:
    """What made a reading: it changes only when one of these does."""
    return {
        "polybius": __version__,
        "scribe": "none",
        "gazetteer": gazetteer.version(),
        "actors": actors.version(),
    }


def _page(source: str | bytes | Path | Page, url: str | None) -> Page:
    if isinstance(source, Page):
        return source
    if isinstance(source, Path):
        (page,) = pages_of(str(source))
        return replace(page, url=url) if url else page
    body = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    charset = "utf-8" if isinstance(source, str) else None
    return Page(body, url or "the given text", url=url, charset=charset)


def given_date(value: str | dt.date | None) -> Published | None:
    """What the user says of the publication date.

    Raises:
        BadInput: where it is no ISO 8601 date or time.
    """
    if value is None:
        return None
    text = value if isinstance(value, str) else value.isoformat()
    try:
        dt.datetime.fromisoformat(text)
    except ValueError as error:
        message = f"{text!r} is not a date; write it as 2019-08-02, or 2019-08-02T08:10+09:00"
        raise BadInput(message) from error
    return Published(text, "given")
