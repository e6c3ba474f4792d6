import gzip
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from polybius.errors import PageRefused, UnreadablePage
from polybius.nouns import Page
from polybius.reading.sources.warc import page_at, pages_of_warc

HTML = b"<html><body><p>The boats returned to port.</p></body></html>"


def record(
    body: bytes = HTML,
    *,
    url: str = "https://example.org/a",
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    encoding: str = "",
    warc_type: str = "response",
    length: int | None = None,
) -> bytes:
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n"
    http += f"Content-Encoding: {encoding}\r\n" if encoding else ""
    block = http.encode() + b"\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {warc_type}\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        "WARC-Date: 2019-08-02T05:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def pages(archive: bytes) -> tuple[list[Page], list[UnreadablePage]]:
    errors: list[UnreadablePage] = []
    return list(pages_of_warc(io.BytesIO(archive), "a.warc", errors.append)), errors


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_pages_of_an_archive(pack: Callable[[bytes], bytes]) -> None:
    records = [
        record(),
        record(warc_type="request"),
        record(kind="image/png"),
        record(status="404 Not Found"),
        record(url="https://example.org/b", kind="text/plain"),
    ]
    found, errors = pages(b"".join(map(pack, records)))
    assert [(page.url, page.media_type, page.charset) for page in found] == [
        ("https://example.org/a", "text/html", "utf-8"),
        ("https://example.org/b", "text/plain", None),
    ]
    assert found[0].body == HTML
    assert found[0].fetched is not None
    assert found[0].fetched.isoformat() == "2019-08-02T05:00:00+00:00"
    assert errors == []


def test_bodies_are_unpacked_and_bombs_are_not() -> None:
    bomb = gzip.compress(b"\0" * 100_000_000)
    found, errors = pages(
        record(gzip.compress(HTML), encoding="gzip") + record(bomb, encoding="gzip") + record()
    )
    assert [page.body for page in found] == [HTML, HTML]
    assert [type(error) for error in errors] == [PageRefused]


@pytest.mark.parametrize(
    ("archive", "before"),
    [
        (record() + record()[:-200], 1),
        (gzip.compress(record()) + gzip.compress(record(HTML * 100))[:-30], 1),
        (gzip.compress(record()) + b"garbage" * 20 + gzip.compress(record()), 1),
        (record() + record(length=-5) + record(), 1),
        (b"not an archive", 0),
        (b"", 0),
    ],
    ids=["cut", "cut in gzip", "garbage between", "negative length", "no archive", "empty"],
)
def test_what_a_broken_archive_held_up_to_the_break_is_given(archive: bytes, before: int) -> None:
    found, _ = pages(archive)
    assert len(found) >= before


def test_a_record_that_claims_more_than_there_is_is_bounded() -> None:
    found, errors = pages(record(length=2**63 - 1) + record())
    assert len(found) + len(errors) == 1


def test_a_record_packed_beyond_reason() -> None:
    found, errors = pages(
        record(encoding="gzip,gzip,gzip,gzip") + record(encoding="nonsense") + record()
    )
    assert len(found) == 1
    assert len(errors) == 2


def test_without_a_listener_the_first_error_is_raised() -> None:
    with pytest.raises(UnreadablePage, match=r"a\.warc"):
        list(pages_of_warc(io.BytesIO(b"not an archive"), "a.warc"))


def test_a_single_record(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    first = gzip.compress(record())
    path.write_bytes(first + gzip.compress(record(url="https://example.org/b")))
    assert page_at(path, len(first)).url == "https://example.org/b"
    for offset in (3, 10_000):
        with pytest.raises(UnreadablePage):
            page_at(path, offset)
    with pytest.raises(UnreadablePage):
        page_at(tmp_path / "none.warc", 0)
