import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from polybius.nouns import Published
from polybius.reading.about.dates import normalised, printed_on, published_on, searched
from polybius.reading.about.head import Metas
from polybius.reading.about.structured import Structured


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2019-08-02", "2019-08-02"),
        ("2019-08-02T05:31:00+09:00", "2019-08-02T05:31:00+09:00"),
        ("2019-08-02T05:31:00.123Z", "2019-08-02T05:31:00Z"),
        ("2019-08-02T05:31:00+00:00", "2019-08-02T05:31:00+00:00"),
        ("2019-08-02T05:31", "2019-08-02T05:31:00"),
        ("2019-08-02 05:31:00 +0900", "2019-08-02T05:31:00+09:00"),
        ("2019-08-02T00:00:00Z", "2019-08-02"),
        ("2019-08-02T00:00:00+09:00", "2019-08-02T00:00:00+09:00"),
        ("20190802T053100Z", "2019-08-02T05:31:00Z"),
        ("20190802", "2019-08-02"),
        ("2019/8/2", "2019-08-02"),
        ("www.example.kp (2019.08.02.)", "2019-08-02"),
        ("2019年8月2日", "2019-08-02"),
        ("2019년 8월 2일", "2019-08-02"),
        ("Fri, 02 Aug 2019 05:31:00 +0900", "2019-08-02T05:31:00+09:00"),
        ("August 2, 2019", "2019-08-02"),
        ("Posted on Aug. 2nd, 2019", "2019-08-02"),
        ("2 August 2019", "2019-08-02"),
        ("02-Aug-2019", "2019-08-02"),
        ("All News 16:42 July 04, 2017", "2017-07-04"),
        ("15.01.2019 10:30", "2019-01-15T10:30:00"),
        ("02.08.2019", "2019-08-02"),
        ("08/22/2019", "2019-08-22"),
        ("22/08/2019", "2019-08-22"),
        ("08/08/2019", "2019-08-08"),
        ("Submitted by Ann Roe on 08/09/2012 13:01 -0400", "2012-08-09T13:01:00-04:00"),
        ("09/08/2012 13:01 +0100", "2012-08-09T13:01:00+01:00"),
        ("1564693860", "2019-08-01T21:11:00+00:00"),
        ("1564693860000", "2019-08-01T21:11:00+00:00"),
    ],
)
def test_dates_as_pages_write_them(written: str, value: str) -> None:
    assert normalised(written) == value


@pytest.mark.parametrize(
    "written",
    [
        *("", "Friday", "today", "6 months ago", "02/08/2019", "2019", "2019-13-40", "2019-02-30"),
        *("1970-01-01T00:00:00Z", "0001-01-01", "1900-01-01", "9999-12-31", "31 Foo 2019"),
        *("2019-08-02" + "0" * 2000, "Friday " * 200, "99999999999999", "1,220 km in 2019"),
    ],
)
def test_what_is_no_date(written: str) -> None:
    assert normalised(written) is None


def published(
    body: str = "", head: str = "", *, ld: str | None = None, url: str | None = None
) -> Published | None:
    root = html.document_fromstring(
        f"<html><head>{head}<title>x</title></head><body>{body}<p>y</p>"
    )
    fetched = dt.datetime(2021, 1, 1, tzinfo=dt.UTC)
    return published_on(root, Metas.of(root), Structured(published=ld), url, fetched)


META = '<meta property="article:published_time" content="2019-08-03T01:00:00Z">'
TIME = '<h1>H</h1><time datetime="2019-08-04T07:00:00+09:00">4 August</time>'
URL = "https://example.org/2019/aug/05/launch"


def test_the_surest_source_goes_first() -> None:
    assert published(TIME, META, ld="2019-08-02T10:00:00Z", url=URL) == Published(
        "2019-08-02T10:00:00Z", "json-ld"
    )
    assert published(TIME, META, url=URL) == Published("2019-08-03T01:00:00Z", "meta")
    assert published(TIME, url=URL) == Published("2019-08-04T07:00:00+09:00", "time-tag")
    assert published(url=URL) == Published("2019-08-05", "url")
    assert published() is None


def test_a_day_takes_its_time_from_a_source_that_agrees() -> None:
    assert published("", META, ld="2019-08-03") == Published("2019-08-03T01:00:00Z", "meta")
    assert published("", META, ld="2019-08-02") == Published("2019-08-02", "json-ld")


def test_changes_are_no_publication() -> None:
    changed = '<meta property="article:modified_time" content="2019-08-03">'
    tag = '<h1>H</h1><time class="updated" datetime="2019-08-04">x</time>'
    assert published(tag, changed) is None


def test_dates_after_the_fetch_are_not_believed() -> None:
    assert published(ld="2031-01-01", url=URL) == Published("2019-08-05", "url")


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2019/08/02/x", "2019-08-02"),
        ("https://a.example/news/2019-08-02-x.html", "2019-08-02"),
        ("https://a.example/20190802/x", "2019-08-02"),
        ("https://a.example/2019/8/2/x", "2019-08-02"),
        ("https://a.example/x-201908021077343476", None),
        ("https://a.example/2019/99/02", None),
        ("https://a.example/1080/720/60", None),
    ],
)
def test_days_in_addresses(url: str, day: str | None) -> None:
    found = published(url=url)
    assert (found.value if found else None) == day


def test_microdata_and_abbreviations() -> None:
    abbr = '<abbr class="published" title="2020-02-10T09:40:00+05:30">9:40</abbr>'
    assert published(abbr) == Published("2020-02-10T09:40:00+05:30", "time-tag")
    span = '<span itemprop="datePublished" content="2020-02-10">x</span>'
    assert published(span) == Published("2020-02-10", "time-tag")


def test_printed_dates() -> None:
    lines = ["By Ann Roe", "Updated: 5 August 2019", "Friday, August 2, 2019"]
    assert printed_on(lines) == Published("2019-08-02", "text")
    assert printed_on(lines, "2019-08-01") == Published("2019-08-01", "dateline")
    assert printed_on(lines, "--08-01") == Published("2019-08-02", "text")
    assert printed_on(["It flew 220 km in 2019."]) is None


def test_htmldate_has_the_last_word_and_never_the_clock() -> None:
    dated = html.document_fromstring('<html><body><p class="date">2 August 2019</p><p>x</p></body>')
    assert searched(dated) == Published("2019-08-02", "htmldate")
    empty = searched(html.document_fromstring("<html><body><p>No date here.</p></body>"))
    assert empty.value is None
    assert empty.reason


@given(st.text(max_size=100))
def test_any_text_is_a_date_or_none(text: str) -> None:
    value = normalised(text)
    if value is not None:
        dt.datetime.fromisoformat(value)


@given(st.datetimes(dt.datetime(1971, 1, 1), dt.datetime(2090, 1, 1), timezones=st.just(dt.UTC)))  # noqa: DTZ001  (bounds are naive by the strategy's rule)
def test_iso_moments_come_back(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=0)
    value = normalised(moment.isoformat())
    assert value is not None
    assert moment.isoformat().startswith(value)
