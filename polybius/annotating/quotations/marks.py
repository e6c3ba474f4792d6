"""Quotation marks: which stretches of a document they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from polybius.nouns import Span

_MARK = re.compile(r"``|''|[“”\"«»„‟‘’'‹›]")
_CLOSERS = {
    "“": ("”",), "«": ("»",), "„": ("“", "”"), "‹": ("›",), "``": ("''",), "‘": ("’",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text in quotation marks, the marks included.

    ``open`` says that no closing mark stands before the end of the paragraph,
    ``reopens`` that the stretch goes on with what an earlier open one began.
    """

    span: Span
    inner: Span
    open: bool = False
    reopens: bool = False


def stretches(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """Every stretch between outermost quotation marks, in order.

    A paragraph that opens a mark and does not close it goes on to its end where
    the next one reopens it, the custom for quotations of several paragraphs, or
    where all of it is quoted; elsewhere a lone mark is taken for a slip.
    """
    found: list[Stretch] = []
    continued = False
    for at, paragraph in enumerate(paragraphs):
        following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
        inside = list(_paragraph(text, paragraph, following))
        if inside and continued and inside[0].span.start == paragraph.start:
            first = inside[0]
            inside[0] = Stretch(first.span, first.inner, first.open, reopens=True)
        continued = bool(inside) and inside[-1].open
        found += inside
    return tuple(found)


def _paragraph(text: str, paragraph: Span, following: Span | None) -> Iterator[Stretch]:
    start: re.Match[str] | None = None
    marks = list(_MARK.finditer(text, *paragraph))
    last = {mark[0]: mark.start() for mark in marks if _ends_word(text, mark)}
    for mark in marks:
        if start is None:
            if _opens(text, mark, paragraph, last):
                start = mark
        elif _closes(text, mark, start, paragraph):
            yield Stretch(Span(start.start(), mark.end()), Span(start.end(), mark.start()))
            start = None
    if start is not None and _runs_on(text, start, paragraph, following):
        yield Stretch(
            Span(start.start(), paragraph.end), Span(start.end(), paragraph.end), open=True
        )


def _runs_on(text: str, start: re.Match[str], paragraph: Span, following: Span | None) -> bool:
    reopened = following is not None and text.startswith(start[0], following.start)
    return reopened or start.start() == paragraph.start


def _opens(text: str, mark: re.Match[str], paragraph: Span, last: dict[str, int]) -> bool:
    """Whether a mark can open: nothing but a space, bracket or dash before, a word after.

    A single mark must be closed in its paragraph, or it is an apostrophe: *last*
    is where each mark stands last at the end of a word.
    """
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if mark[0] in _CLOSERS and mark[0] != "‘":
        return True
    if mark[0] in ("»", "›"):
        return False
    spaced = before.isspace() or before in "([—–-/:,…"
    if mark[0] in ("'", "’", "‘"):
        closer = "'" if mark[0] == "'" else "’"
        return spaced and after.isalpha() and last.get(closer, -1) > mark.start()
    return not after.isspace() and (spaced or not before.isalnum())


def _ends_word(text: str, mark: re.Match[str]) -> bool:
    after = text[mark.end() : mark.end() + 1]
    return not text[mark.start() - 1].isspace() and not after.isalnum()


def _closes(text: str, mark: re.Match[str], start: re.Match[str], paragraph: Span) -> bool:
    opener = start[0]
    if mark[0] not in _CLOSERS.get(opener, (opener,)):
        # A straight mark may close a curly one, and two single ones a double.
        return {opener, mark[0]} <= {"“", '"', "''", "``", "”"} and _ends_word(text, mark)
    if opener in ("'", "‘", "’"):
        return _ends_word(text, mark)
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    before = text[mark.start() - 1]
    # In "''I am,'' he said" a mark with a space before and a word after opens again.
    return not (opener == mark[0] and before.isspace() and after.isalnum())
