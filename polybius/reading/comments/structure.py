"""Comments of pages whose marks say nothing: found by the rhythm of their lines."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from polybius.nouns import Comment
from polybius.reading.comments.cleaning import says_who
from polybius.reading.comments.flow import FlowLine, flow_of
from polybius.reading.comments.rhythm import Line, Thread, find_thread
from polybius.reading.comments.wording import may_be_cue

_DIGIT = re.compile(r"\d")
_MOMENT = re.compile(
    r"\d[:.h]\d\d|\b(?:19|20)\d\d\b|\d/\d{1,2}/\d\d|\bago\b|\bvor (?:\d|ein)|\bil y a\b|\bhace \d"
)
_LONGEST = 160
_LEAST_MOMENTS = 2


def take_by_rhythm(root: HtmlElement) -> list[Comment]:
    """Find a comment section by its rhythm alone, and clear its lines from the tree."""
    if not _is_worth_reading(root):
        return []
    flow = flow_of(root)
    seen = [line for line in flow if not line.hidden]
    thread = find_thread([_line(line) for line in seen])
    if thread is None:
        return []
    _clear(flow, seen, thread)
    return list(thread.comments)


def _is_worth_reading(root: HtmlElement) -> bool:
    """A cheap look: at least two times, and one line that only comment sections have."""
    moments, cue = 0, False
    for text in root.itertext("*"):
        if len(text) < 3 or len(text) > _LONGEST or text.isspace():
            continue
        if _DIGIT.search(text) and _MOMENT.search(text):
            moments += 1
            cue = cue or says_who(text)
        elif not cue:
            cue = may_be_cue(text)
        if cue and moments >= _LEAST_MOMENTS:
            return True
    return False


def _line(line: FlowLine) -> Line:
    text = line.text
    return Line(text, linked=2 * line.linked > len(text), place=line.place)


def _clear(flow: list[FlowLine], seen: list[FlowLine], thread: Thread) -> None:
    """Empty the lines of *thread*, and the hidden ones between them."""
    first, last = seen[thread.start], seen[thread.end - 1]
    inside = False
    for line in flow:
        inside = inside or line is first
        if inside:
            for piece in line.pieces:
                piece.clear()
        if line is last:
            break
