"""Reports already scraped to text: title, body, credits and comments by structure and wording.

There is no markup left, so lines, blank lines and wording must do: a title stands
alone at the top; credits have their grammar; readers' comments begin at the line
that only a comment section prints, or where names and times begin to alternate
with text; headlines of other reports stand at the end, apart from the rest.
Plain text without any of these is all body.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from polybius.errors import NoBody
from polybius.nouns import Credit, Document, Link, Page, Published, Span
from polybius.nouns.document import UNDATED
from polybius.reading.about.language import language_of
from polybius.reading.characters import visible
from polybius.reading.comments.lines import Line, is_name_line
from polybius.reading.comments.paragraphs import cut_lines
from polybius.reading.comments.printed import Printed
from polybius.reading.comments.stamps import find_stamps, is_stamp, without_stamps
from polybius.reading.comments.wording import kinds_of
from polybius.reading.credits import Credited, take_credits
from polybius.reading.credits.bylines import byline_in, photo_in
from polybius.reading.credits.datelines import dateline_at
from polybius.reading.credits.words import months
from polybius.reading.decoding import decode
from polybius.reading.limits import LIMITS, Limits, check_size, check_text
from polybius.reading.reports import check_report

_BETWEEN = "\n\n"
_TOP = 8
"""Lines at the top among which a title's date, place and credits stand."""
_MOST_TITLE_WORDS = 30
_LEAST_TITLE_WORDS = 4
_REPORTED = re.compile(r"\bsaid on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""What sentences say and headlines do not."""
_WRAPPED = range(45, 101)
"""Characters of a line that a mail program or a terminal wrapped."""


@dataclass(slots=True)
class _Parts:
    """What the lines of a text are."""

    title: str | None = None
    day: str | None = None
    body: list[Line] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read_text(
    page: Page, published: Published | None = None, *, limits: Limits = LIMITS
) -> Document:
    """The document in a *page* that is text already; *published* overrides what it says.

    Raises:
        PageRefused: where the page is beyond one of *limits*.
        NoBody: where no report is found in it.
    """
    check_size(len(page.body), limits.raw_bytes, "the text")
    text = visible(decode(page.body, page.charset))
    lines = _lines(text)
    body, printed, controls = cut_lines(lines)
    parts = _top(body)
    credited = take_credits([line.text for line in parts.body], parts.title)
    if not credited.paragraphs:
        message = f"no report was found in {page.source}"
        raise NoBody(message)
    return _document(page, published, parts, credited, printed, controls)


def _document(
    page: Page,
    published: Published | None,
    parts: _Parts,
    credited: Credited,
    printed: Printed,
    controls: Sequence[Link],
) -> Document:
    text, paragraphs = _joined(credited.paragraphs)
    check_text(text)
    check_report(text, (parts.title, credited.paragraphs[0]), page.source)
    return Document(
        text=text,
        paragraphs=paragraphs,
        url=page.url,
        source=page.source,
        title=parts.title,
        published=published or _published(parts, credited),
        agency=credited.agency,
        language=language_of(text),
        dateline=Span(*credited.dateline) if credited.dateline else None,
        credits=tuple(dict.fromkeys((*parts.credits, *credited.credits))),
        comments=tuple(printed.comments),
        links=(*parts.links, *controls, *printed.links),
    ).identified()


def _joined(paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + len(_BETWEEN)
    return _BETWEEN.join(paragraphs), tuple(spans)


def _lines(text: str) -> list[Line]:
    """The lines that hold something, each with the blank lines before it; wrapped ones joined."""
    lines: list[Line] = []
    gap = 0
    for written in text.splitlines():
        line = written.strip()
        if line:
            lines.append(Line(line, gap=gap))
            gap = 0
        else:
            gap += 1
    return _unwrapped(lines)


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Paragraphs whole again, where a program broke their lines at a fixed width."""
    following = [b for a, b in itertools.pairwise(lines) if not b.gap]
    broken = [
        len(a.text) in _WRAPPED and a.text[-1] not in '.!?:”"’)'
        for a, b in itertools.pairwise(lines)
        if not b.gap
    ]
    if len(following) < 4 or 2 * sum(broken) < len(broken):
        return lines
    widest = max((len(line.text) for line in lines), default=0)
    if widest > _WRAPPED[-1]:
        return lines
    joined: list[Line] = []
    for line in lines:
        if joined and not line.gap and len(joined[-1].text) >= _WRAPPED[0]:
            joined[-1] = replace(joined[-1], text=f"{joined[-1].text} {line.text}")
        else:
            joined.append(line)
    return joined


def _top(body: Sequence[Line]) -> _Parts:
    """Tell the title, its date, photo credits and bylines at the top from the report."""
    parts = _Parts(body=list(body))
    while len(parts.body) > 1 and kinds_of(parts.body[0].text) & {"furniture", "after"}:
        _take_top(parts.body.pop(0), parts)
    if parts.body and _is_title(parts.body):
        parts.title = parts.body.pop(0).text
    above = next(
        (index for index, line in enumerate(parts.body) if _is_text(line.text)), len(parts.body)
    )
    above = min(above, _TOP)
    kept = [line for line in parts.body[:above] if not _take_top(line, parts)]
    parts.body = [*kept, *parts.body[above:]]
    return parts


def _is_text(line: str) -> bool:
    return line.count(" ") >= 20 or dateline_at(line) is not None


def _take_top(line: Line, parts: _Parts) -> bool:
    """Take a line above the report that is a date, the title again, or a page's control."""
    text = line.text.strip("•*- ,[]")
    if is_stamp(text):
        parts.day = parts.day or _day(text)
        return True
    if text == parts.title:
        return True
    if kinds_of(line.text) & {"furniture"}:
        parts.links.append(Link(line.text, None, "control"))
        if pictured := _caption_credit(line.text):
            parts.credits.extend(pictured)
        return True
    return False


def _caption_credit(line: str) -> list[Credit]:
    """The photo credit behind a page's controls: "Enlarge this image toggle caption A. Roe/AFP"."""
    words = line.split()
    for start in range(1, min(len(words), 8)):
        if found := photo_in(" ".join(words[start:])):
            return found
    return []


def _is_title(lines: Sequence[Line]) -> bool:
    """Whether the first line is a title: short, no sentence, and a report behind it."""
    first = lines[0].text
    words = first.split()
    if len(lines) < 2 or len(words) > _MOST_TITLE_WORDS or len(words) < 2:
        return False
    ended = first.rstrip("”\"’')")
    if ended.endswith(".") and not _is_abbreviation(words[-1]):
        return False
    stamps = find_stamps(first)
    if stamps and len(without_stamps(first, stamps).split()) < _LEAST_TITLE_WORDS:
        return False
    if dateline_at(first) or byline_in(first) or photo_in(first) or _REPORTED.search(first):
        return False
    if is_name_line(first) and len(words) < _LEAST_TITLE_WORDS and len(lines[1].text) < len(first):
        return False
    longest = max(len(line.text) for line in lines[1:])
    return longest > len(first) and not kinds_of(first)


def _is_abbreviation(word: str) -> bool:
    return word.count(".") > 1 or word in {"Corp.", "Inc.", "Co.", "Ltd.", "Jr.", "Govt.", "No."}


def _published(parts: _Parts, credited: Credited) -> Published:
    """When the text says it was published: a date line, or a dateline with its year."""
    if parts.day:
        return Published(parts.day, "text")
    if credited.dateline_day and not credited.dateline_day.startswith("--"):
        return Published(credited.dateline_day, "dateline")
    return UNDATED


_ISO_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|\d+")


def _day(stamp: str) -> str | None:
    """The calendar day of a time stamp in figures or English; None where it is not certain."""
    if found := _ISO_DAY.search(stamp):
        return found.group()
    shown = find_stamps(stamp)
    pieces = [piece.lower() for piece in _WORDS.findall(shown[0].text)] if shown else []
    named = [months()[piece] for piece in pieces if piece in months()]
    years = [piece for piece in pieces if len(piece) == 4 and piece.isdecimal()]
    days = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= 2]
    if len(named) != 1 or len(years) != 1 or not days:
        return None
    day = days[0] if ":" not in shown[0].text.split(str(days[0]))[-1][:1] else 0
    return f"{years[0]}-{named[0]:02}-{day:02}" if 1 <= day <= 31 else None
