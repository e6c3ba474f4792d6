import pytest

from polybius.errors import UnreadablePage
from polybius.nouns import Page, Published
from polybius.reading import read_page
from tests.reading.fixtures import REPORT, article

MARKUP = article(*REPORT).body
TEXT = "\n\n".join(("Boats meet off the cape", *REPORT)).encode()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (MARKUP, "text/html"),
        (MARKUP, "Text/HTML"),
        (MARKUP, "application/xhtml+xml"),
        (MARKUP, None),
        (MARKUP, "application/octet-stream"),
        (b"\n\n  " + MARKUP, None),
        (MARKUP.removeprefix(b"<!DOCTYPE html><html><head></head><body>"), None),
        (TEXT, "text/plain"),
        (TEXT, None),
        (TEXT, "text/markdown"),
        (TEXT.decode().encode("utf-16"), "text/plain"),
        (TEXT.decode().encode("utf-16-le"), "text/plain"),
    ],
)
def test_each_kind_goes_to_its_reader(body: bytes, kind: str | None) -> None:
    document = read_page(Page(body, "page", media_type=kind))
    assert [span.of(document.text) for span in document.paragraphs][-4:] == list(REPORT)


@pytest.mark.parametrize(
    ("body", "kind", "words"),
    [
        (b"%PDF-1.7", None, "PDF"),
        (b"%PDF-1.7", "text/html", "PDF"),
        (b"\x89PNG\r\n", None, "image"),
        (b"PK\x03\x04", "application/octet-stream", "ZIP"),
        (b"\x1f\x8b\x08", None, "gzip"),
        (b"{}", "application/json", "application/json"),
        (b"<rss version='2.0'>", None, "feed"),
        (b"<feed xmlns='x'>", "application/xml", "feed"),
        (b"x", "application/rss+xml", "feed"),
        (bytes(range(256)) * 9, None, "control characters"),
        (bytes(range(256)) * 9, "text/html", "control characters"),
    ],
)
def test_what_holds_no_report_is_named(body: bytes, kind: str | None, words: str) -> None:
    with pytest.raises(UnreadablePage, match=words):
        read_page(Page(body, "thing", media_type=kind))


@pytest.mark.parametrize("body", [MARKUP, TEXT])
def test_a_date_given_stands_for_both(body: bytes) -> None:
    given = Published("2019-08-02", "given")
    document = read_page(Page(body, "page"), given)
    assert document.published == given
    assert document.id != read_page(Page(body, "page")).id
