"""Lines of a page, and which of them say who wrote a comment, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polybius.reading.comments.cleaning import (
    is_plausible_name,
    looks_like_name,
    name_in,
    says_who,
)
from polybius.reading.comments.stamps import find_stamps, is_stamp, without_stamps
from polybius.reading.comments.wording import kinds_of

LONGEST_HEADER = 160
"""Characters of the longest line that can be a comment's header."""
_LONGEST_NAME_LINE = 80
_MOST_NAME_WORDS = 6
_TITLES = frozenset({"jr.", "sr.", "esq."})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page.

    ``linked``: most of it is a link. ``place``: lines in one kind of place look alike.
    ``gap``: blank lines before it, where the text has them.
    """

    text: str
    linked: bool = False
    place: int = 0
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Header:
    """Lines ``[start, end)`` that say who wrote a comment, and when.

    ``presented``: the wording itself presents a writer ("Posted by", "says:").
    ``alone``: a time with no name in its line. ``weak``: what stands beside the time is
    not written as names are; only its likeness to other headers makes it one.
    """

    start: int
    end: int
    author: str | None
    posted: str | None
    exact: bool = False
    presented: bool = False
    alone: bool = False
    weak: bool = False


def headers_of(lines: Sequence[Line]) -> list[Header]:
    """What could be headers of comments; a time alone is not yet given its name."""
    found: list[Header] = []
    index = 0
    while index < len(lines):
        header = _header_at(lines, index)
        if header is not None:
            found.append(header)
        index = header.end if header is not None else index + 1
    return found


def name_before(lines: Sequence[Line], index: int, least: int = 0) -> tuple[int, str] | None:
    """The name in the line before *index*, or before one control ("Reply to B"), and where."""
    for before in (index - 1, index - 2):
        if before < least:
            return None
        text = lines[before].text
        if is_name_line(text) and (name := name_in(text)):
            return before, name
        if not kinds_of(text):
            return None
    return None


def is_name_line(line: str) -> bool:
    """Whether *line* could be nothing but a commenter's name, maybe with "says:"."""
    if not line or len(line) > _LONGEST_NAME_LINE or line.isspace():
        return False
    if says_who(line):
        return True
    bare = line.strip()
    words = bare.split()
    if len(words) > _MOST_NAME_WORDS or bare[-1] in '?!;,…”"»' or kinds_of(bare):
        return False
    last = words[-1].lower()
    if bare[-1] == "." and len(last) > 3 and last not in _TITLES:
        return False
    return looks_like_name(bare) and is_plausible_name(bare)


def has_text(lines: Sequence[Line]) -> bool:
    """Whether one of *lines* is something that a reader can have written."""
    return any(
        not line.linked and not kinds_of(line.text) and any(map(str.isalpha, line.text))
        for line in lines
    )


def _header_at(lines: Sequence[Line], index: int) -> Header | None:
    """The header whose time, or whose "says:", stands in line *index*."""
    line = lines[index].text
    if len(line) > LONGEST_HEADER:
        return None
    stamps = find_stamps(line)
    presented = says_who(line)
    if not stamps:
        name = name_in(line) if presented else None
        return _with_stamp(lines, index, name) if name else None
    stamp = stamps[0]
    name = name_in(line)
    if name and (presented or looks_like_name(name)):
        return Header(index, index + 1, name, stamp.text, stamp.exact, presented)
    if not presented and len(without_stamps(line, stamps).split()) <= 2:
        return Header(index, index + 1, None, stamp.text, stamp.exact, alone=True)
    at_end = stamp.span.start == 0 or stamp.span.end >= len(line.rstrip(" |·•,.:-–—"))
    if name and at_end and not presented:
        return Header(index, index + 1, name, stamp.text, stamp.exact, weak=True)
    return None


def _with_stamp(lines: Sequence[Line], index: int, author: str) -> Header:
    """A header "A. Reader says:", with the time in the line behind it where one is."""
    behind = lines[index + 1].text if index + 1 < len(lines) else ""
    if is_stamp(behind) and (stamps := find_stamps(behind)):
        stamp = stamps[0]
        return Header(index, index + 2, author, stamp.text, stamp.exact, presented=True)
    return Header(index, index + 1, author, None, presented=True)
