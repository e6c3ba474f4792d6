import pytest

from polybius.errors import PageRefused, UnreadablePage
from polybius.nouns import Published
from polybius.reading.html import read_html
from polybius.reading.sources.feeds import LONGEST_FEED, TEASER_END, is_feed, pages_of_feed
from tests.linear import assert_linear
from tests.reading.fixtures import REPORT

CONTENT = "".join(f"&lt;p&gt;{sentence} {sentence}&lt;/p&gt;" for sentence in REPORT)
RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Harbour Post</title>
<item><title>Boats &amp; letters meet</title><link>https://example.org/boats</link>
<dc:creator>Ann Roe</dc:creator><pubDate>Fri, 02 Aug 2019 05:31:00 +0900</pubDate>
<content:encoded>{CONTENT}</content:encoded></item>
<item><title>Teaser</title><link>https://example.org/t</link><description>Short.</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>T</title>
<link href="https://example.org/a"/><published>2019-08-02T05:31:00Z</published>
<content type="html">{CONTENT}</content></entry></feed>"""


def test_an_entry_that_carries_its_report_is_a_page() -> None:
    errors: list[UnreadablePage] = []
    (page,) = pages_of_feed(RSS.encode(), "feed.xml", None, errors.append)
    document = read_html(page)
    assert document.title == "Boats & letters meet"
    assert document.published == Published("2019-08-02T05:31:00+09:00", "feed")
    assert document.outlet == "Harbour Post"
    assert document.url == "https://example.org/boats"
    assert [credit.name for credit in document.credits] == ["Ann Roe"]
    assert len(document.paragraphs) == len(REPORT)
    assert "https://example.org/t" in str(errors[0])


def feed(*items: str) -> bytes:
    space = "http://purl.org/rss/1.0/modules/content/"
    channel = "".join(f"<item><title>Boats meet at sea</title>{item}</item>" for item in items)
    opening = f'<rss version="2.0" xmlns:content="{space}"><channel><title>Post</title>'
    return f"{opening}{channel}</channel></rss>".encode()


def test_content_is_the_report_however_short() -> None:
    short = f"<content:encoded>{REPORT[0]} {REPORT[1]}</content:encoded>"
    (page,) = pages_of_feed(feed(f"<description>Boats.</description>{short}"), "feed.xml")
    assert read_html(page).text == f"{REPORT[0]} {REPORT[1]}"


@pytest.mark.parametrize("end", ["…", " [...]", "... Read more", " Continue reading Boats meet →"])
def test_content_that_breaks_off_is_a_teaser(end: str) -> None:
    item = f"<content:encoded>{REPORT[0]} {REPORT[1][:30]}{end}</content:encoded>"
    assert list(pages_of_feed(feed(item), "feed.xml")) == []


def test_entries_without_report_are_told_apart() -> None:
    errors: list[UnreadablePage] = []
    items = [f"<link>https://e.example/{n}</link><description>S.</description>" for n in (1, 2)]
    assert list(pages_of_feed(feed(*items), "feed.xml", None, errors.append)) == []
    assert [error.code for error in errors] == ["no-body"] * 2
    assert [error.source for error in errors] == ["feed.xml, entry 1", "feed.xml, entry 2"]
    assert "https://e.example/2" in str(errors[1])


def test_teaser_ends_are_found_in_linear_time() -> None:
    assert_linear(TEASER_END)


def test_atom() -> None:
    (page,) = pages_of_feed(ATOM.encode(), "feed.xml")
    assert read_html(page).published == Published("2019-08-02T05:31:00Z", "feed")


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE rss [<!ENTITY a "b">]>',
        '<!DOCTYPE rss SYSTEM "http://example.org/x.dtd">',
        '<!doctype rss>',
        '<!ENTITY % a SYSTEM "file:///etc/passwd">',
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_feeds_that_declare_are_refused(declaration: str, encoding: str) -> None:
    feed = RSS.replace("<rss", f"{declaration}<rss", 1).replace("utf-8", encoding, 1)
    with pytest.raises(UnreadablePage, match="document type"):
        list(pages_of_feed(feed.encode(encoding), "feed.xml"))


def test_feeds_beyond_reason_are_refused() -> None:
    with pytest.raises(PageRefused):
        list(pages_of_feed(b"<rss>" + b" " * LONGEST_FEED, "feed.xml"))


@pytest.mark.parametrize("nothing", [b"", b"<html></html>", b"<rss", b"\x00\xff" * 100])
def test_what_is_no_feed(nothing: bytes) -> None:
    with pytest.raises(UnreadablePage):
        list(pages_of_feed(nothing, "feed.xml"))


@pytest.mark.parametrize(
    ("body", "is_one"),
    [
        (RSS.encode(), True),
        (b"\xef\xbb\xbf" + ATOM.encode(), True),
        (b"<!-- x --> <rss version='2.0'>", True),
        (b"<html><rss>", False),
        (b"", False),
        (b" " * 5000, False),
    ],
)
def test_feeds_are_told_by_their_opening(body: bytes, is_one: bool) -> None:
    assert is_feed(body) is is_one
