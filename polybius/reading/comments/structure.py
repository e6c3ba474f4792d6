"""Comments of pages whose marks say nothing: found by the rhythm of their lines."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from polybius.nouns import Comment
from polybius.reading.comments.cleaning import says_who
from polybius.reading.comments.flow import FlowLine, flow_of
from polybius.reading.comments.lines import Line
from polybius.reading.comments.rhythm import Thread, find_thread
from polybius.reading.comments.wording import is_control, may_be_cue, opens_comments

_DIGIT = re.compile(r"\d")
_MOMENT = re.compile(
    r"\d[:.h]\d\d|\b(?:19|20)\d\d\b|\d/\d{1,2}/\d\d|\bago\b|\bvor (?:\d|ein)|\bil y a\b|\bhace \d"
)
_PRESENTS = re.compile(
    r"\s{0,40}(?:posted|submitted|comment|commented|geschrieben|verfasst|publicado|enviado|escrito|"
    r"écrit|posté|inviato|scritto|geplaatst) (?:by|von|por|par|da|door)\b",
    re.IGNORECASE,
)
_LONGEST = 160
_SHORT, _LONG = 40, 60
"""Characters up to which a text may be a name, and from which a sentence."""
_LEAST_TURNS = 4
"""Times that a short text turns into a long one, behind a section's heading."""
_LEAST_MOMENTS = 2
_NEAR, _FAR = 8, 30
"""Stretches of text between a comment section's own lines and the times in it, and the names."""


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
    """A cheap look: times, again and again near lines that only comment sections have."""
    moments = presented = near = turns = behind = 0
    since_cue = _FAR + 1
    short = False
    for text in root.itertext("*"):
        if len(text) < 3 or text.isspace():
            continue
        since_cue += 1
        turns += short and len(text) >= _LONG
        short = since_cue <= _FAR and len(text) <= _SHORT
        if len(text) > _LONGEST:
            continue
        if _DIGIT.search(text) and _MOMENT.search(text):
            moments += 1
            presented += says_who(text)
            near += since_cue <= _NEAR
            behind += since_cue <= _FAR
        elif _PRESENTS.match(text):
            presented += 1
        elif may_be_cue(text) and (is_control(text) or opens_comments(text)):
            since_cue = 0
        timed = near >= _LEAST_MOMENTS or (presented and moments >= _LEAST_MOMENTS)
        if timed or turns >= (_LEAST_TURNS if behind < _LEAST_MOMENTS else _LEAST_MOMENTS):
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
