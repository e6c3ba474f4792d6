"""Polybius reads news pages and keeps a sourced record of events.

The three calls most people need::

    import polybius

    reading = polybius.read(html, url="https://example.org/report")
    for claim in reading.claims:
        print(claim.property, claim.value, claim.unit, claim.said_by[0].name)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from polybius.nouns import Claim, Comment, Document, EventMention, Page, Quotation, Reading, Span

if TYPE_CHECKING:
    from polybius.pipeline import read

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Comment",
    "Document",
    "EventMention",
    "Page",
    "Quotation",
    "Reading",
    "Span",
    "__version__",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load the pipeline at its first use, so that ``polybius --help`` stays quick."""
    if name == "read":
        from polybius.pipeline import read  # noqa: PLC0415  (see above)

        return read
    raise AttributeError(f"module 'polybius' has no attribute {name!r}")
