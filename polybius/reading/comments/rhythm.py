"""The rhythm of a comment section in lines of text: a name, a time, some words; a name, a time.

Nothing here knows HTML: lines come from a page's tree, from extracted paragraphs or
from text already scraped, and what is found is told as ranges of them.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace

from polybius.nouns import Comment
from polybius.reading.comments.cleaning import name_in, tidy, uncut
from polybius.reading.comments.lines import (
    Header,
    Line,
    has_text,
    headers_of,
    is_name_line,
    name_before,
)
from polybius.reading.comments.stamps import LONGEST_STAMP
from polybius.reading.comments.wording import COMMENT_KINDS, LineKind, kinds_of, opens_comments

_NEAR = 8
"""Lines around a section in which its heading or form may stand."""
_STORY_WORDS = 40
_FAR_LONGER = 6
"""Times the usual length of a comment from which the first "comment" is the report."""
_MOST_MAKES = 4
_LEAST_NAMES = 4
"""Names that alternate with text, without a time, in a section that is headed as one."""
_CONTROLS: frozenset[LineKind] = frozenset({"item", "login", "load", "sort", "notify"})
_FENCES: frozenset[LineKind] = COMMENT_KINDS | {"after"}

Part = tuple[Header, int, int]
"""A header, and the lines ``[start, end)`` of its comment's text."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Lines ``[start, end)`` that are readers' comments, and the comments."""

    start: int
    end: int
    comments: tuple[Comment, ...]


def find_thread(lines: Sequence[Line], *, story_first: bool = True) -> Thread | None:
    """The comment section in *lines* by its rhythm; None where there is none.

    *story_first* asks for a report before it.
    """
    least = _story_end(lines) if story_first else 0
    if least is None:
        return None
    headers = [header for header in headers_of(lines) if header.start >= least]
    for alike in _makes(headers, lines):
        if 3 * sum(header.weak for header in alike) > len(alike):
            continue
        parts = _laid_out(alike, lines, least)
        parts = _behind_story([p for p in parts if has_text(lines[p[1] : p[2]])], lines)
        if parts and _is_thread(parts, lines):
            return _thread(parts, lines)
    parts = _names_alone(lines, least)
    return _thread(parts, lines) if parts else None


def _thread(parts: list[Part], lines: Sequence[Line]) -> Thread:
    comments = tuple(comment for part in parts if (comment := _comment(part, lines)))
    start = min(min(header.start, first) for header, first, _ in parts)
    end = max(max(header.end, last) for header, _, last in parts)
    return Thread(*_with_fences(start, end, lines), comments)


def _story_end(lines: Sequence[Line]) -> int | None:
    """The first line behind enough text to be a report; None where there is never enough."""
    words = 0
    for index, line in enumerate(lines):
        if words >= _STORY_WORDS:
            return index
        if len(line.text) > LONGEST_STAMP and not line.linked:
            words += line.text.count(" ") + 1
    return len(lines) if words >= _STORY_WORDS else None


def _makes(headers: list[Header], lines: Sequence[Line]) -> list[list[Header]]:
    """Headers made alike, those of most first: bylines and dates of other things stand apart."""
    makes: dict[tuple[bool, bool, int], list[Header]] = {}
    for header in headers:
        make = (header.presented, header.alone, lines[header.end - 1].place)
        makes.setdefault(make, []).append(header)
    return sorted(makes.values(), key=len, reverse=True)[:_MOST_MAKES]


def _laid_out(headers: list[Header], lines: Sequence[Line], least: int) -> list[Part]:
    """Each header with its text: behind it, before it, or between its name and its time."""
    if not headers[0].alone:
        below = _ends_section(headers, lines)
        return _text_before(headers, lines, least) if below else _text_behind(headers, lines)
    named = [_named_before(header, lines, least) for header in headers]
    named = _named_alike(named, lines)
    if 5 * sum(header.author is not None for header in named) >= 4 * len(named):
        below = _ends_section(headers, lines)
        return _text_before(named, lines, least) if below else _text_behind(named, lines)
    if _ends_section(headers, lines):
        return _text_between(headers, lines, least)
    return _text_behind([_named_behind(header, lines) for header in headers], lines)


def _named_before(header: Header, lines: Sequence[Line], least: int) -> Header:
    found = name_before(lines, header.start, least)
    return replace(header, start=found[0], author=found[1]) if found else header


def _named_alike(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """Names that are not written as names are, where those of the other headers stand."""
    places = {lines[header.start].place for header in headers if header.author is not None}
    if len(places) != 1 or places == {0}:
        return headers
    return [
        replace(header, start=header.start - 1, author=name_in(lines[header.start - 1].text))
        if header.author is None and header.start and lines[header.start - 1].place in places
        else header
        for header in headers
    ]


def _named_behind(header: Header, lines: Sequence[Line]) -> Header:
    text = lines[header.end].text if header.end < len(lines) else ""
    if is_name_line(text) and (name := name_in(text)):
        return replace(header, end=header.end + 1, author=name)
    return header


def _ends_section(headers: list[Header], lines: Sequence[Line]) -> bool:
    """Whether the last header has no text behind it, and the first one has some before it."""
    if _text_until_fence(lines, headers[-1].end) > headers[-1].end:
        return False
    before = headers[0].start - 1
    while before >= 0 and kinds_of(lines[before].text) & _CONTROLS:
        before -= 1
    return before >= 0 and not kinds_of(lines[before].text) and not lines[before].linked


def _text_behind(headers: list[Header], lines: Sequence[Line]) -> list[Part]:
    ends = [header.start for header in headers[1:]]
    places = {
        lines[index].place
        for header, end in zip(headers[:-1], ends, strict=True)
        for index in range(header.end, end)
    }
    last = _text_until_fence(lines, headers[-1].end, places)
    return [(h, h.end, max(h.end, end)) for h, end in zip(headers, [*ends, last], strict=True)]


def _text_before(headers: list[Header], lines: Sequence[Line], least: int) -> list[Part]:
    starts = [_section_start(headers[0].start, lines, least), *(h.end for h in headers[:-1])]
    return [(header, start, header.start) for header, start in zip(headers, starts, strict=True)]


def _text_between(headers: list[Header], lines: Sequence[Line], least: int) -> list[Part]:
    """A name, a text, and the time that closes it."""
    spans: list[Part] = []
    for header, start, end in _text_before(headers, lines, least):
        first = start
        while first < end and kinds_of(lines[first].text):
            first += 1
        spans.append((header, first, end))
    tops = [lines[first] for _, first, end in spans if first < end - 1]
    names = {line.place for line in tops if is_name_line(line.text)} - {0}
    parts: list[Part] = []
    for header, first, end in spans:
        line = lines[min(first, len(lines) - 1)]
        named = first < end - 1 and (is_name_line(line.text) or line.place in names)
        author = name_in(line.text) if named else None
        parts.append((replace(header, author=author), first + (author is not None), end))
    return parts


def _section_start(first: int, lines: Sequence[Line], least: int) -> int:
    """Where the text of the first comment begins, whose header stands below it."""
    start = first
    place = lines[first - 1].place if first else 0
    while start > max(least, first - 40):
        before = lines[start - 1]
        if kinds_of(before.text) & COMMENT_KINDS:
            return start
        if before.place != place:
            # One line more where it is the name: it need not stand as the text does.
            return start - 1 if is_name_line(before.text) else start
        if before.linked:
            return start
        start -= 1
    return max(start, first - 1)


def _text_until_fence(lines: Sequence[Line], start: int, places: set[int] | None = None) -> int:
    """The end of the text that begins at line *start*."""
    index = start
    while index < len(lines):
        line = lines[index]
        kinds = kinds_of(line.text)
        if (kinds & _FENCES and "item" not in kinds) or (line.linked and not kinds):
            break
        if places and line.place not in places and index > start:
            break
        index += 1
    return index


def _behind_story(parts: list[Part], lines: Sequence[Line]) -> list[Part]:
    """Without the byline that has the whole report for its text."""
    for at in range(len(parts) // 2, 0, -1):
        between = lines[parts[at - 1][1] : parts[at][0].start]
        if any("section" in kinds_of(line.text) for line in between):
            return parts[at:]
    lengths = [sum(len(line.text) for line in lines[s:e]) for _, s, e in parts]
    if len(parts) > 2 and lengths[0] > _FAR_LONGER * max(80, statistics.median(lengths[1:])):
        return parts[1:]
    return parts


def _names_alone(lines: Sequence[Line], least: int) -> list[Part]:
    """Comments whose pages print no time: names and texts in turn, in places of their own."""
    if not any(line.place for line in lines):
        return []
    headed = False
    for index in range(least, len(lines)):
        kinds = kinds_of(lines[index].text)
        if headed and not kinds:
            parts = _names_from(index, lines)
            if len(parts) >= _LEAST_NAMES:
                return parts
        headed = bool(kinds) and (headed or bool(kinds & COMMENT_KINDS))
    return []


def _names_from(first: int, lines: Sequence[Line]) -> list[Part]:
    if first >= len(lines) or lines[first].linked or not is_name_line(lines[first].text):
        return []
    place = lines[first].place
    end = _text_until_fence(lines, first)
    at = [index for index in range(first, end) if lines[index].place == place]
    if not all(is_name_line(lines[index].text) for index in at):
        return []
    headers = [Header(i, i + 1, name_in(lines[i].text), None) for i in at]
    places = {lines[index].place for index in range(first, at[-1]) if index not in at}
    ends = [*at[1:], _text_until_fence(lines, at[-1] + 1, places)]
    parts = [(h, h.end, stop) for h, stop in zip(headers, ends, strict=True)]
    return parts if all(has_text(lines[s:e]) for _, s, e in parts) else []


def _with_fences(start: int, end: int, lines: Sequence[Line]) -> tuple[int, int]:
    """The section with the heading before it, and the form's first lines behind it."""
    while start > 0 and kinds_of(lines[start - 1].text) & COMMENT_KINDS:
        start -= 1
    while end < len(lines) and kinds_of(lines[end].text) & (COMMENT_KINDS | {"item"}):
        end += 1
    return start, end


def _is_thread(parts: list[Part], lines: Sequence[Line]) -> bool:
    """Whether the headers are those of comments, and not of a list of articles.

    Names and times alone are not enough: lists of headlines, tour dates and live
    reports have them too. The wording of the section, or of its headers, must say so;
    or else the names, times and places in the page must be those of many comments.
    """
    headers = [header for header, _, _ in parts]
    count = len(parts)
    named = sum(header.author is not None for header in headers)
    linked = sum(any(_is_headline(line) for line in lines[s:e]) for _, s, e in parts)
    cued = _is_cued(parts, lines)
    if (2 * named < count if cued else 5 * named < 4 * count) or 2 * linked > count:
        return False
    presented = sum(header.presented for header in headers)
    exact = sum(header.exact for header in headers)
    controlled = _controlled(parts, lines)
    if count == 1:
        close = any(opens_comments(line.text) for line in _around(parts, lines, 3))
        return close and bool(exact or presented) and bool(presented or controlled)
    if 10 * presented >= 7 * count and exact:
        return True
    if cued or 2 * controlled >= count:
        return 2 * max(exact, controlled, presented) >= count
    authors = {header.author for header in headers}
    return count > 3 and exact == count and len(authors) > 2 and not linked


def _is_headline(line: Line) -> bool:
    return line.linked and line.text.count(" ") > 3 and not kinds_of(line.text)


def _is_cued(parts: list[Part], lines: Sequence[Line]) -> bool:
    first = min(parts[0][0].start, parts[0][1])
    heading = lines[max(0, first - 2) : first]
    return any(opens_comments(line.text) for line in _around(parts, lines, _NEAR)) or any(
        "section" in kinds_of(line.text) for line in heading
    )


def _controlled(parts: list[Part], lines: Sequence[Line]) -> int:
    """How many comments have a control of their own: "Reply", "Report this post"."""
    return sum(
        any(
            "item" in kinds_of(line.text)
            for line in lines[min(header.start, start) : max(end, header.end) + 2]
        )
        for header, start, end in parts
    )


def _around(parts: list[Part], lines: Sequence[Line], near: int) -> Sequence[Line]:
    first = min(parts[0][0].start, parts[0][1])
    return lines[max(0, first - near) : parts[-1][0].end + near]


def _comment(part: Part, lines: Sequence[Line]) -> Comment | None:
    header, start, end = part
    texts = [line.text for line in lines[start:end]]
    text, truncated = uncut("\n".join(tidy(texts, header.author, _CONTROLS)))
    if not any(map(str.isalnum, text)):
        return None
    return Comment(author=header.author, text=text, posted=header.posted, truncated=truncated)
