"""Where words stand in a document."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open character offsets into ``Document.text``, in Unicode code points.

    ``document.text[span.start:span.end]`` is the words. In JSON a span is the
    list ``[start, end]``.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that this span covers in *text*."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same span, *by* characters further on."""
        return Span(self.start + by, self.end + by)

    @property
    def length(self) -> int:
        """Number of code points covered."""
        return self.end - self.start
