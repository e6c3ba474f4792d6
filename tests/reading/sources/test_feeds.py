import pytest

from polybius.errors import PageRefused, UnreadablePage
from polybius.nouns import Published
from polybius.reading.html import read_html
from polybius.reading.sources.feeds import LONGEST_FEED, is_feed, pages_of_feed
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
