"""Comments as a page's text prints them, once it is known where the section begins.

There a short line is a name and needs no time beside it. Systems print the name
above the text (wpDiscuz, WordPress, Disqus, Drupal); where the section begins with
text and ends with a name, it stands below. wpDiscuz prints the name twice, as the
description of the picture and as itself, and prints none at all for a writer whose
name is a picture's alone; so a text without a name above it is another's than the
text before it, if more blank lines stand between them than between name and text.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field

from polybius.nouns import Comment, Link
from polybius.reading.comments.cleaning import name_in, tidy, uncut
from polybius.reading.comments.lines import Line, is_name_line
from polybius.reading.comments.rhythm import find_thread
from polybius.reading.comments.stamps import find_stamps, is_stamp
from polybius.reading.comments.wording import COMMENT_KINDS, kinds_of

_FAR = 3
"""Blank lines that end a section, where two or fewer part its comments."""
_LEAST_HEADLINE_WORDS = 4
_MOST_HEADLINE_WORDS = 30
_SMALL_ROW = (
    "a an and as at but by for from in into nor of off on onto or over per so than the to up "
    "via vs with after amid says is are was its it's be not"
)
_SMALL = frozenset(_SMALL_ROW.split())


@dataclass(slots=True)
class Printed:
    """What stands behind a report: comments, controls, and headlines of other reports."""

    comments: list[Comment] = field(default_factory=list)
    controls: list[Link] = field(default_factory=list)
    headlines: list[Link] = field(default_factory=list)

    @property
    def links(self) -> list[Link]:
        """Controls, then headlines."""
        return [*self.controls, *self.headlines]


@dataclass(slots=True)
class _Draft:
    author: str | None = None
    posted: str | None = None
    up: int | None = None
    lines: list[str] = field(default_factory=list)


def read_section(lines: Sequence[Line]) -> Printed:
    """Comments, controls and neighbouring headlines in the lines behind a report."""
    printed = Printed()
    lines = _without_headlines(lines, printed)
    thread = find_thread(lines, story_first=False)
    if thread:
        printed.comments.extend(thread.comments)
        rest = [*lines[: thread.start], *lines[thread.end :]]
        printed.controls.extend(_control(line) for line in rest if kinds_of(line.text))
        return printed
    for draft in _drafts(lines, printed):
        if comment := _comment(draft):
            printed.comments.append(comment)
    return printed


def is_headline(line: str) -> bool:
    """Whether *line* is written as English headlines are: words with capitals, no full stop."""
    words = line.split()
    if not _LEAST_HEADLINE_WORDS <= len(words) <= _MOST_HEADLINE_WORDS:
        return False
    if line.rstrip("”\"’'").endswith((".", ":", ",", ";", "…", "!")):
        return False
    telling = [word for word in words if word[0].isalpha() and word.lower() not in _SMALL]
    return len(telling) >= 3 and sum(word[0].isupper() for word in telling) >= 0.75 * len(telling)


def _without_headlines(lines: Sequence[Line], printed: Printed) -> Sequence[Line]:
    """Take the headlines of other reports off the end: after a heading or a wide gap."""
    start = len(lines)
    while start > 0 and (
        is_headline(lines[start - 1].text) or "after" in kinds_of(lines[start - 1].text)
    ):
        start -= 1
    while start < len(lines) and not _begins_headlines(lines, start):
        start += 1
    role = "related"
    for line in lines[start:]:
        kinds = kinds_of(line.text)
        if "after" in kinds and not is_headline(line.text):
            role = _role(line.text)
            printed.headlines.append(Link(line.text, None, "control"))
            continue
        printed.headlines.append(Link(line.text, None, role))  # type: ignore[arg-type]
    return lines[:start]


def _begins_headlines(lines: Sequence[Line], start: int) -> bool:
    """Whether the headlines from line *start* on are set apart from what stands before them."""
    if "after" in kinds_of(lines[start].text):
        return True
    widest = max((line.gap for line in lines[1:start]), default=0)
    return lines[start].gap >= _FAR and lines[start].gap > widest


def _role(line: str) -> str:
    lowered = line.lower()
    if lowered.startswith(("prev", "vorherig", "précéd", "anterior")):
        return "previous"
    return "next" if lowered.startswith(("next", "nächst", "suivant", "siguiente")) else "related"


def _drafts(lines: Sequence[Line], printed: Printed) -> list[_Draft]:
    """Cut the lines into comments by names, times and blank lines."""
    drafts: list[_Draft] = []
    current = _Draft()
    usual = _usual_gap(lines)
    for index, line in enumerate(lines):
        text = line.text
        kinds = kinds_of(text)
        if kinds & COMMENT_KINDS or (kinds and not current.lines):
            printed.controls.append(_control(line))
            continue
        if "item" in kinds or _is_count(text):
            continue
        if is_stamp(text):
            current.posted = _stamp(text)
            continue
        if _is_name(lines, index):
            name = name_in(text)
            if current.lines or (current.author and current.author != name):
                drafts.append(current)
                current = _Draft()
            current.author = name
            continue
        if current.lines and line.gap > usual:
            drafts.append(current)
            current = _Draft()
        current.lines.append(text)
    return _ordered([*drafts, current])


def _usual_gap(lines: Sequence[Line]) -> int:
    """Blank lines between a name and its text; between paragraphs, where there are no names."""
    gaps = [
        lines[index].gap
        for index in range(1, len(lines))
        if _is_name(lines, index - 1) and not _is_name(lines, index)
    ]
    return max(gaps, default=1)


def _is_name(lines: Sequence[Line], index: int) -> bool:
    """Whether a line is a name: alone above a longer line, or printed twice."""
    text = lines[index].text
    if not is_name_line(text) or len(text.split()) > 4:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else None
    previous = lines[index - 1] if index else None
    if (following and following.text == text) or (previous and previous.text == text):
        return True
    if following is None:
        return True
    return not is_name_line(following.text) or is_stamp(following.text)


def _ordered(drafts: list[_Draft]) -> list[_Draft]:
    """Give each text its name where names stand below: first a text, last a name."""
    if len(drafts) > 1 and drafts[0].author is None and drafts[0].lines and not drafts[-1].lines:
        return [
            _Draft(below.author, below.posted, below.up, draft.lines)
            for draft, below in itertools.pairwise(drafts)
        ]
    return drafts


def _comment(draft: _Draft) -> Comment | None:
    text, truncated = uncut("\n".join(tidy(draft.lines, draft.author, frozenset({"item"}))))
    if not any(map(str.isalnum, text)):
        return None
    return Comment(draft.author, text, draft.posted, draft.up, truncated=truncated)


def _control(line: Line) -> Link:
    return Link(line.text, None, "control")


def _is_count(line: str) -> bool:
    return line.strip("+-−–() ").isdecimal() and len(line) <= 8


def _stamp(line: str) -> str:
    stamps = find_stamps(line)
    return stamps[0].text if stamps else line.strip()
