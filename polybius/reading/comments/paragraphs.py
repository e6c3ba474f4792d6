"""Comments that an extractor took for report: the second check, on paragraphs alone."""

from __future__ import annotations

from collections.abc import Sequence

from polybius.nouns import Comment, Link
from polybius.reading.comments.lines import Line, is_name_line
from polybius.reading.comments.printed import Printed, read_section
from polybius.reading.comments.rhythm import find_thread
from polybius.reading.comments.wording import is_control, kinds_of, opens_comments

_STORY_WORDS = 40
"""Words before a cue that can be a report."""
_REST = 0.25
"""Share of a text that can go behind a cue which nothing else bears out."""


def cut_comments(paragraphs: Sequence[str]) -> tuple[list[str], list[Comment], list[Link]]:
    """Tell what readers wrote from what the report says, by wording and rhythm alone.

    A report ends where names and times begin to alternate with text, or at a line
    that only comment sections print ("newest oldest most voted", "Leave a reply",
    "12 Comments"). A single such line above most of the text is a control beside the
    headline: it goes, and the text stays.

    Returns:
        The body kept, the comments found behind it, and the controls and
        neighbouring headlines cut.
    """
    body, printed, controls = cut_lines([Line(paragraph) for paragraph in paragraphs])
    return [line.text for line in body], printed.comments, [*controls, *printed.links]


def cut_lines(lines: Sequence[Line]) -> tuple[list[Line], Printed, list[Link]]:
    """The same for lines and their gaps: the body, what is behind it, and controls in it."""
    cut = _cut_at(lines)
    printed = read_section(lines[cut:]) if cut < len(lines) else Printed()
    kept, controls = _without_controls(lines[:cut])
    return kept, printed, controls


def _cut_at(lines: Sequence[Line]) -> int:
    """The line at which the report ends."""
    thread = find_thread(lines)
    first = thread.start if thread else len(lines)
    words = [len(line.text.split()) for line in lines]
    before, whole = 0, sum(words)
    for index, line in enumerate(lines[:first]):
        told = thread or whole - before <= _REST * whole or _has_company(lines, index)
        if before >= _STORY_WORDS and opens_comments(line.text) and told:
            return index
        before += words[index]
    return first


def _has_company(lines: Sequence[Line], index: int) -> bool:
    """Whether another line of a comment section, or a name, stands near line *index*."""
    near = lines[index + 1 : index + 6]
    return any(
        opens_comments(line.text) or is_control(line.text) or is_name_line(line.text)
        for line in near
    )


def _without_controls(body: Sequence[Line]) -> tuple[list[Line], list[Link]]:
    """The body without lone controls in it, and without those that end it."""
    end = len(body)
    while end > 0 and kinds_of(body[end - 1].text):
        end -= 1
    kept: list[Line] = []
    controls: list[Link] = []
    for index, line in enumerate(body):
        if index >= end or (opens_comments(line.text) and not kinds_of(line.text) & {"after"}):
            controls.append(Link(line.text, None, "control"))
        else:
            kept.append(line)
    return kept, controls
