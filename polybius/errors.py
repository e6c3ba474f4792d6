"""Every error that Polybius raises on purpose, under one root.

Each carries a stable ``code`` that a user can quote and a message that says
what was wrong, with what, and what to do about it.
"""

from __future__ import annotations


class PolybiusError(Exception):
    """The root. ``code`` is stable; ``str(error)`` is for people."""

    code = "error"


class UnreadablePage(PolybiusError):
    """A page that cannot be turned into a document; the rest of the batch goes on."""

    code = "unreadable-page"

    source: str | None = None
    """Which part of a file it was, where that holds several pages ("feed.xml, entry 2")."""


class PageRefused(UnreadablePage):
    """A page beyond a stated limit (size, nodes, depth, attributes, time, memory)."""

    code = "page-refused"

    def __init__(self, message: str, *, limit: str) -> None:
        """Name the *limit* that was passed, for counting: "bytes", "nodes", "deadline"."""
        super().__init__(message)
        self.limit = limit


class NoBody(UnreadablePage):
    """A page in which no report could be found."""

    code = "no-body"


class ReadingFailed(UnreadablePage):
    """A fault of ours while reading one page; the rest of the batch goes on."""

    code = "reading-failed"


class FetchFailed(UnreadablePage):
    """An address that could not be fetched, or must not be."""

    code = "fetch-failed"


class BadInput(PolybiusError):
    """What the user gave cannot be used: an option, a date, a file's format."""

    code = "bad-input"


class BadData(PolybiusError):
    """A data file (actors, launch sites, gold) that breaks its own format."""

    code = "bad-data"


class RecordError(PolybiusError):
    """The record cannot be opened, is of another version, or cannot be written."""

    code = "record"
