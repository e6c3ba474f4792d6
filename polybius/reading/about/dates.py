"""When a page was published, and how that is known.

JSON-LD is right on 227 of 228 news pages that have it, then come meta
elements, time elements, the address and, last, htmldate's search. A date is
never taken from the clock, and modification dates are not publication dates.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime

from htmldate import find_date
from lxml.html import HtmlElement

from polybius.nouns import Published
from polybius.nouns.document import UNDATED, DateBasis
from polybius.reading.about.head import Metas
from polybius.reading.about.structured import Structured

# Longer strings are no dates; parsers elsewhere take seconds over them.
LONGEST_DATE = 64
# Dates that content systems write where they know none.
_NULLS = frozenset({dt.date(1, 1, 1), dt.date(1900, 1, 1), dt.date(1970, 1, 1)})
_EARLIEST, _LATEST = dt.date(1900, 1, 2), dt.date(2100, 1, 1)
_METAS = (
    *(
        "article:published_time",
        "og:article:published_time",
        "article:published",
        "article.published",
    ),
    *(
        "datepublished",
        "date_published",
        "published_time",
        "published_at",
        "og:published_time",
        "og:pubdate",
    ),
    *(
        "parsely-pub-date",
        "sailthru.date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime",
        "bt:pubdate",
    ),
    *(
        "pubdate",
        "pub_date",
        "publishdate",
        "publish-date",
        "publish_date",
        "publication_date",
        "publication-date",
    ),
    *(
        "article_date_original",
        "originalpublicationdate",
        "dc.date.issued",
        "dcterms.issued",
        "dc.issued",
    ),
    *(
        "dc.date.created",
        "dcterms.created",
        "dcterms.date",
        "dc.date",
        "citation_publication_date",
        "citation_date",
    ),
    *("sn-post-date", "displaydate", "date", "datecreated", "created", "rnews:datepublished"),
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("jan january", "feb february", "mar march", "apr april", "may", "jun june"),
            *("jul july", "aug august", "sep sept september", "oct october", "nov november"),
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[T ]\s?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?"
    r"\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?![\d:]))?",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\Z", re.IGNORECASE
)
_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_ASIAN = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]")
_NUMERIC = re.compile(
    r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-]*\d)"
    r"(?:[ ,|–-]{1,4}(\d{1,2}):(\d{2})(?: ?([+-]\d{4}))?)?"
)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})\b")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})"
    r"(?:[/_.-](0?[1-9]|1[0-2]|[a-z]{3})[/_.-](0?[1-9]|[12]\d|3[01])"
    r"|(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01]))(?!\d)"
)
_PUBLISHED_CLASS = re.compile(
    r"publi|entry-date|post-date|posted|pubdate|date-created", re.IGNORECASE
)
_MODIFIED_CLASS = re.compile(r"modif|updat", re.IGNORECASE)
_LEVELS_ABOVE_HEADLINE = 4
_LINES_BELOW = 4
_MOST_TIMES = 200
# Older pages give the moment in an abbreviation's title, or in microdata.
_MARKED = ("datetime", "content", "title")


def published_on(
    root: HtmlElement,
    metas: Metas,
    structured: Structured,
    url: str | None,
    fetched: dt.datetime | None = None,
) -> Published | None:
    """The publication date that the page in *root* declares; None where it declares none.

    Where the best source gives the day alone and another gives the same day
    with its time, the time is taken. Dates after *fetched* are not believed.
    """
    last = _last_day(fetched)
    known = [
        Published(value, basis)
        for basis, written in _candidates(root, metas, structured, url)
        if (value := normalised(written)) and dt.date.fromisoformat(value[:10]) <= last
    ]
    if not known:
        return None
    timed = (
        each for each in known if each.value and len(each.value) > 10 and each.day == known[0].day
    )
    return next(timed, known[0])


def printed_on(lines: Iterable[str], dateline_day: str | None = None) -> Published | None:
    """The date that stands in *lines* above or below a report, or in its dateline.

    A line that says when the report was changed does not count.
    """
    if dateline_day and (value := normalised(dateline_day)):
        return Published(value, "dateline")
    for text in lines:
        changed = _MODIFIED_CLASS.search(text) and not _PUBLISHED_CLASS.search(text)
        if not changed and (value := normalised(text)):
            return Published(value, "text")
    return None


def _last_day(fetched: dt.datetime | None) -> dt.date:
    return fetched.date() + dt.timedelta(days=2) if fetched else _LATEST


def normalised(written: str) -> str | None:
    """*written* as an ISO 8601 date, or date and time with its zone where given; None for no date.

    Midnight without a zone or in UTC is what systems write that know the day
    alone, and is read so. Of numeric dates only those whose order is plain are read.
    """
    text = written.strip()
    if not 6 <= len(text) <= LONGEST_DATE:
        return None
    try:
        moment = _moment(text)
    except (ValueError, OverflowError):
        return None
    if moment is None or moment.date() in _NULLS or not _EARLIEST <= moment.date() <= _LATEST:
        return None
    no_zone = moment.tzinfo is None or moment.utcoffset() == dt.timedelta(0)
    if no_zone and moment.time() == dt.time(0):
        return moment.date().isoformat()
    written_as = moment.isoformat(timespec="seconds")
    return written_as.replace("+00:00", "Z") if text[-1] in "zZ" else written_as


def _moment(text: str) -> dt.datetime | None:
    if "," in text and ":" in text and (mailed := _as_in_mail(text)):
        return mailed
    return _of_numbers(text) or _of_month_names(text)


def _of_numbers(text: str) -> dt.datetime | None:
    if found := _ISO.match(text) or _COMPACT.match(text):
        return _of_parts(*found.groups())
    if found := _YEAR_FIRST.search(text) or _ASIAN.search(text):
        return dt.datetime(int(found[1]), int(found[2]), int(found[3]))  # noqa: DTZ001  (a day alone)
    if found := _NUMERIC.search(text):
        return _of_day_and_month(*found.groups())
    if _EPOCH.match(text):
        return dt.datetime.fromtimestamp(int(text[:10]), tz=dt.UTC)
    return None


def _of_day_and_month(
    first: str,
    sign: str,
    second: str,
    year: str,
    hour: str | None,
    minute: str | None,
    zone: str | None,
) -> dt.datetime | None:
    """A date in figures, where its order is plain.

    It is where one figure is over 12 or both are equal, where points part them
    (as in Europe), or where a zone west of Greenwich stands behind (America).
    """
    a, b = int(first), int(second)
    american = zone is not None and zone.startswith("-")
    if not (a > 12 or b > 12 or a == b or sign == "." or zone is not None):
        return None
    day, month = (b, a) if b > 12 or (american and a <= 12) else (a, b)
    return _of_parts(year, str(month), str(day), hour, minute, None, zone)


def _of_month_names(text: str) -> dt.datetime | None:
    if found := _MONTH_FIRST.search(text):
        return _of_words(found[3], found[1], found[2])
    if found := _DAY_FIRST.search(text):
        return _of_words(found[3], found[2], found[1])
    return None


def _of_parts(
    year: str,
    month: str,
    day: str,
    hour: str | None,
    minute: str | None,
    second: str | None,
    zone: str | None,
) -> dt.datetime:
    offset = _offset(zone) if zone else None
    return dt.datetime(
        int(year),
        int(month),
        int(day),
        int(hour or 0),
        int(minute or 0),
        min(int(second or 0), 59),
        tzinfo=offset,
    )


def _offset(zone: str) -> dt.timezone:
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return dt.UTC
    digits = zone[1:].replace(":", "")
    ahead = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return dt.timezone(-ahead if zone[0] == "-" else ahead)


def _as_in_mail(text: str) -> dt.datetime | None:
    """RFC 5322, as in "Fri, 02 Aug 2019 05:31:00 +0900"."""
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError):
        return None


def _of_words(year: str, month: str, day: str) -> dt.datetime | None:
    number = _MONTHS.get(month.lower())
    return dt.datetime(int(year), number, int(day)) if number else None  # noqa: DTZ001  (a day alone)


def _candidates(
    root: HtmlElement, metas: Metas, structured: Structured, url: str | None
) -> Iterator[tuple[DateBasis, str]]:
    for written in metas.all("feed:published"):
        yield "feed", written
    if structured.published:
        yield "json-ld", structured.published
    for content in metas.all(*_METAS):
        yield "meta", content
    for written in _time_elements(root):
        yield "time-tag", written
    for element in root.iter("abbr", "span", "a", "div", "p"):
        if _is_marked(element):
            yield "time-tag", next(filter(None, map(element.get, _MARKED)), element.text or "")
    if url and (found := _in_address(url)):
        yield "url", found


def _is_marked(element: HtmlElement) -> bool:
    if "datePublished" in (element.get("itemprop") or ""):
        return True
    return element.tag == "abbr" and "published" in (element.get("class") or "").split()


def _time_elements(root: HtmlElement) -> Iterator[str]:
    """Time elements that say they are of publication, else the first beside the headline."""
    times = [time for _, time in zip(range(_MOST_TIMES), root.iter("time"), strict=False)]
    said = [time for time in times if _says_published(time)]
    for time in said or _beside_headline(root):
        yield time.get("datetime") or time.text_content()


def _says_published(time: HtmlElement) -> bool:
    if "datePublished" in time.get("itemprop", "") or time.get("pubdate") is not None:
        return True
    name = time.get("class", "").lower()
    if "published" in name.split():  # WordPress writes "published updated" where they are one
        return True
    return _PUBLISHED_CLASS.search(name) is not None and not _MODIFIED_CLASS.search(name)


def _beside_headline(root: HtmlElement) -> list[HtmlElement]:
    """The first time element below the headline, or in the part of the page that holds it."""
    heading = next(root.iter("h1"), None)
    if heading is None:
        return []
    places = [each for _, each in zip(range(_LINES_BELOW), heading.itersiblings(), strict=False)]
    above = heading.iterancestors()
    for _, each in zip(range(_LEVELS_ABOVE_HEADLINE), above, strict=False):
        if each.tag == "body":
            break
        places.append(each)
    for place in places:
        for time in place.iter("time"):
            if not _MODIFIED_CLASS.search(f"{time.get('class', '')} {time.get('itemprop', '')}"):
                return [time]
    return []


def _in_address(url: str) -> str | None:
    found = _IN_ADDRESS.search(url[:500].lower())
    if not found:
        return None
    month = found[2] or found[4]
    number = _MONTHS.get(month, 0) if month.isalpha() else int(month)
    return f"{found[1]}-{number:02}-{int(found[3] or found[5]):02}"


def searched(root: HtmlElement, fetched: dt.datetime | None = None) -> Published:
    """What htmldate finds in markup, without its guesses from free text."""
    try:
        found = find_date(
            root,
            extensive_search=False,
            original_date=True,
            max_date=_last_day(fetched).isoformat(),
        )
    except (
        ValueError,
        TypeError,
        OverflowError,
        RecursionError,
    ):  # on what its parsers cannot read
        found = None
    value = normalised(found) if found else None
    return Published(value, "htmldate") if value else UNDATED
