"""The rhythm of a comment section in lines of text: a name, a time, some words; a name, a time.

Nothing here knows HTML: lines come from a page's tree, from extracted paragraphs or
from text already scraped, and what is found is told as ranges of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from polybius.nouns import Comment
from polybius.reading.comments.cleaning import (
    is_plausible_name,
    looks_like_name,
    name_in,
    says_who,
    tidy,
    uncut,
)
from polybius.reading.comments.stamps import LONGEST_STAMP, find_stamps, is_stamp, without_stamps
from polybius.reading.comments.wording import COMMENT_KINDS, LineKind, kinds_of, opens_comments

LONGEST_HEADER = 160
"""Characters of the longest line that can be a comment's header."""
_NEAR = 8
"""Lines around a section in which its heading or form may stand."""
_MOST_NAME_WORDS = 6
_STORY_WORDS = 40
_CONTROLS: frozenset[LineKind] = frozenset({"item", "login", "load", "sort", "notify"})
_FENCES: frozenset[LineKind] = COMMENT_KINDS | {"after"}


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
    """Lines ``[start, end)`` that say who wrote a comment, and when."""

    start: int
    end: int
    author: str | None
    posted: str | None
    exact: bool
    presented: bool


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
    headers = _headers(lines)
    headers = _after_story(headers, lines) if story_first else headers
    if not headers:
        return None
    text_first = _is_text_first(headers, lines)
    ranges = _ranges(headers, lines, text_first=text_first)
    kept = [
        (header, span)
        for header, span in zip(headers, ranges, strict=True)
        if _has_text(lines, *span)
    ]
    if not kept or not _is_thread([header for header, _ in kept], [s for _, s in kept], lines):
        return None
    comments = tuple(c for header, span in kept if (c := _comment(header, span, lines)))
    start = min(min(header.start, span[0]) for header, span in kept)
    end = max(max(header.end, span[1]) for header, span in kept)
    return Thread(*_with_fences(start, end, lines), comments)


def _with_fences(start: int, end: int, lines: Sequence[Line]) -> tuple[int, int]:
    """The section with the heading before it, and the form's first lines behind it."""
    while start > 0 and kinds_of(lines[start - 1].text) & COMMENT_KINDS:
        start -= 1
    while end < len(lines) and kinds_of(lines[end].text) & (COMMENT_KINDS | {"item"}):
        end += 1
    return start, end


def _headers(lines: Sequence[Line]) -> list[Header]:
    found: list[Header] = []
    index = 0
    while index < len(lines):
        header = _header_at(lines, index)
        if header is None:
            index += 1
            continue
        if found and header.start < found[-1].end:
            header = Header(found[-1].end, *_rest(header))
        found.append(header)
        index = header.end
    return found


def _rest(header: Header) -> tuple[int, str | None, str | None, bool, bool]:
    return header.end, header.author, header.posted, header.exact, header.presented


def _header_at(  # noqa: PLR0911  (one return a form of header)
    lines: Sequence[Line], index: int
) -> Header | None:
    """The header whose stamp, or whose "says:", stands in line *index*."""
    line = lines[index].text
    if len(line) > LONGEST_HEADER:
        return None
    stamps = find_stamps(line)
    presented = says_who(line)
    if not stamps:
        if not presented or not (name := name_in(line)):
            return None
        return _with_stamp(lines, index, name)
    stamp = stamps[0]
    if len(without_stamps(line, stamps).split()) > 2 or presented:
        name = name_in(line)
        if name is None or not (presented or looks_like_name(name)):
            return None
        return Header(index, index + 1, name, stamp.text, stamp.exact, presented)
    name = name_in(line) if len(line) > len(stamp.text) + 2 else None
    if name and (presented or looks_like_name(name)):
        return Header(index, index + 1, name, stamp.text, stamp.exact, presented)
    return _with_name(lines, index, stamp.text, exact=stamp.exact)


def _with_stamp(lines: Sequence[Line], index: int, author: str) -> Header:
    """A header "A. Reader says:", with the time in the line behind it where one is."""
    behind = lines[index + 1].text if index + 1 < len(lines) else ""
    if is_stamp(behind) and (stamps := find_stamps(behind)):
        stamp = stamps[0]
        return Header(index, index + 2, author, stamp.text, stamp.exact, presented=True)
    return Header(index, index + 1, author, None, exact=False, presented=True)


def _with_name(lines: Sequence[Line], index: int, posted: str, *, exact: bool) -> Header:
    """A header whose stamp stands alone, with the name in the line before or behind it."""
    for before in (index - 1, index - 2):
        if before < 0 or not _is_short(lines[before].text):
            break
        text = lines[before].text
        if (name := name_in(text)) and is_name_line(text):
            return Header(before, index + 1, name, posted, exact, says_who(text))
        if not kinds_of(text):
            break
    if index + 1 < len(lines) and _is_short(lines[index + 1].text):
        text = lines[index + 1].text
        if (name := name_in(text)) and is_name_line(text):
            return Header(index, index + 2, name, posted, exact, says_who(text))
    return Header(index, index + 1, None, posted, exact, presented=False)


def is_name_line(line: str) -> bool:
    """Whether *line* could be nothing but a commenter's name, maybe with "says:"."""
    if not _is_short(line):
        return False
    if says_who(line):
        return True
    bare = line.strip()
    words = bare.split()
    if len(words) > _MOST_NAME_WORDS or bare[-1] in '?!;,…”"»' or kinds_of(bare):
        return False
    if (
        bare[-1] == "."
        and len(words[-1].rstrip(".")) > 2
        and words[-1].lower() not in {"jr.", "sr.", "esq."}
    ):
        return False
    return looks_like_name(bare) and is_plausible_name(bare)


def _is_short(line: str) -> bool:
    return 0 < len(line) <= 80 and not line.isspace()


def _after_story(headers: list[Header], lines: Sequence[Line]) -> list[Header]:
    """The headers that stand after enough text to be a report."""
    words = 0
    index = 0
    for place, header in enumerate(headers):
        while index < header.start:
            text = lines[index].text
            if len(text) > LONGEST_STAMP and not lines[index].linked:
                words += text.count(" ") + 1
            index += 1
        if words >= _STORY_WORDS:
            return headers[place:]
    return []


def _is_text_first(headers: list[Header], lines: Sequence[Line]) -> bool:
    """Whether the page prints the name below the text ("Posted by …" as a footer)."""
    last = headers[-1]
    behind = _text_until_fence(lines, last.end, lines[last.start].place)
    if behind > last.end:
        return False
    before = headers[0].start - 1
    while before >= 0 and kinds_of(lines[before].text) & _CONTROLS:
        before -= 1
    return before >= 0 and not kinds_of(lines[before].text) and not lines[before].linked


def _ranges(
    headers: list[Header], lines: Sequence[Line], *, text_first: bool
) -> list[tuple[int, int]]:
    """The lines of text of each header's comment."""
    if text_first:
        starts = [_section_start(headers[0].start, lines)] + [h.end for h in headers[:-1]]
        return [(start, header.start) for start, header in zip(starts, headers, strict=True)]
    ends = [header.start for header in headers[1:]]
    places = {
        lines[index].place
        for header, end in zip(headers[:-1], ends, strict=True)
        for index in range(header.end, end)
    }
    last = headers[-1].end
    end = _text_until_fence(lines, last, None, places)
    return [(h.end, e) for h, e in zip(headers, [*ends, end], strict=True)]


def _section_start(first: int, lines: Sequence[Line]) -> int:
    """Where the text of the first comment begins, whose name stands below it."""
    start = first
    while start > 0 and first - start < 40:
        before = lines[start - 1]
        if kinds_of(before.text) & COMMENT_KINDS or before.linked:
            return start
        if before.place != lines[first - 1].place and start < first:
            return start
        start -= 1
    return max(start, first - 1)


def _text_until_fence(
    lines: Sequence[Line], start: int, place: int | None, places: set[int] | None = None
) -> int:
    """The end of the text that begins at line *start*."""
    del place
    index = start
    while index < len(lines):
        line = lines[index]
        kinds = kinds_of(line.text)
        if kinds & _FENCES and not kinds & {"item"}:
            break
        if line.linked and not kinds:
            break
        if places and line.place not in places and index > start:
            break
        index += 1
    return index


def _has_text(lines: Sequence[Line], start: int, end: int) -> bool:
    return any(
        not line.linked and not kinds_of(line.text) and any(map(str.isalpha, line.text))
        for line in lines[start:end]
    )


def _is_thread(headers: list[Header], spans: list[tuple[int, int]], lines: Sequence[Line]) -> bool:
    """Whether the headers are those of comments, and not of a list of articles.

    Names and times alone are not enough: lists of headlines, tour dates and live
    reports have them too. The wording of the section, or of its headers, must say so;
    or else the names, times and places in the page must be those of many comments.
    """
    count = len(headers)
    named = sum(header.author is not None for header in headers)
    linked = sum(any(_is_headline(line) for line in lines[s:e]) for s, e in spans)
    if 5 * named < 4 * count or 2 * linked > count or not _is_uniform(headers, lines):
        return False
    presented = sum(header.presented for header in headers)
    exact = sum(header.exact for header in headers)
    controlled = _controlled(headers, spans, lines)
    cued = any(opens_comments(line.text) for line in _around(headers, lines, _NEAR))
    cued = cued or any("section" in kinds_of(line.text) for line in _before(headers, lines))
    if count == 1:
        close = any(opens_comments(line.text) for line in _around(headers, lines, 3))
        return close and bool(exact or presented) and bool(presented or controlled)
    if 10 * presented >= 7 * count and exact:
        return True
    if cued or 2 * controlled >= count:
        return 2 * exact >= count or 2 * controlled >= count or 2 * presented >= count
    authors = {header.author for header in headers}
    return count > 3 and exact == count and len(authors) > 2 and not linked


def _is_headline(line: Line) -> bool:
    return line.linked and line.text.count(" ") > 3 and not kinds_of(line.text)


def _is_uniform(headers: list[Header], lines: Sequence[Line]) -> bool:
    """Whether most headers stand in the same kind of place."""
    places = [lines[header.start].place for header in headers]
    return 5 * max(map(places.count, set(places))) >= 4 * len(places)


def _controlled(headers: list[Header], spans: list[tuple[int, int]], lines: Sequence[Line]) -> int:
    """How many comments have a control of their own: "Reply", "Report this post"."""
    return sum(
        any(
            kinds_of(line.text) & {"item"}
            for line in lines[header.start : max(end, header.end) + 2]
        )
        for header, (_, end) in zip(headers, spans, strict=True)
    )


def _before(headers: list[Header], lines: Sequence[Line]) -> Sequence[Line]:
    return lines[max(0, headers[0].start - 2) : headers[0].start]


def _around(headers: list[Header], lines: Sequence[Line], near: int) -> Sequence[Line]:
    return lines[max(0, headers[0].start - near) : headers[-1].end + near]


def _comment(header: Header, span: tuple[int, int], lines: Sequence[Line]) -> Comment | None:
    texts = [line.text for line in lines[span[0] : span[1]]]
    text, truncated = uncut("\n".join(tidy(texts, header.author, _CONTROLS)))
    if not text:
        return None
    return Comment(author=header.author, text=text, posted=header.posted, truncated=truncated)
