import gzip
from pathlib import Path

import pytest

from polybius.errors import PageRefused, UnreadablePage
from polybius.reading import pages_of
from tests.reading.sources.test_feeds import RSS
from tests.reading.sources.test_warc import record

HTML = b"<html><body><p>The boats returned to port.</p></body></html>"


def write(folder: Path, name: str, body: bytes) -> Path:
    path = folder / name
    path.write_bytes(body)
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html"),
        ("a.HTM", "text/html"),
        ("a.xhtml", "application/xhtml+xml"),
        ("a.txt", "text/plain"),
        ("a.b.txt", "text/plain"),
        ("page", None),
        ("a.php", None),
    ],
)
def test_files_are_told_by_their_suffix(tmp_path: Path, name: str, kind: str | None) -> None:
    (page,) = pages_of(write(tmp_path, name, HTML))
    (packed,) = pages_of(write(tmp_path, f"{name}.gz", gzip.compress(HTML)))
    assert page.body == packed.body == HTML
    assert page.media_type == packed.media_type == kind
    assert page.source == str(tmp_path / name)


def test_a_folder_gives_all_its_pages_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    write(tmp_path, "b.html", HTML)
    write(tmp_path, "a.warc", record() + record(url="https://example.org/b"))
    write(tmp_path, "c.rss", RSS.encode())
    write(tmp_path / "sub", "d.txt", b"The boats returned.")
    write(tmp_path, "picture.png", b"\x89PNG")
    names = [Path(page.source.split(" at ")[0].split(",")[0]).name for page in pages_of(tmp_path)]
    assert names == ["a.warc", "a.warc", "b.html", "c.rss", "d.txt"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "a.html.gz", b"\x1f\x8b\x08 broken")
    write(tmp_path, "b.html", HTML)
    write(tmp_path, "c.rss", b"<!DOCTYPE rss><rss></rss>")
    write(tmp_path, "d.html.gz", gzip.compress(b"\0" * 50_000_000))
    errors: list[UnreadablePage] = []
    assert len(list(pages_of(tmp_path, on_error=errors.append))) == 1
    assert [type(error) for error in errors] == [UnreadablePage, UnreadablePage, PageRefused]
    assert all(str(tmp_path) in str(error) for error in errors)


@pytest.mark.parametrize("missing", ["none.html", "none", "none.warc", "\0"])
def test_a_file_that_is_not_there(tmp_path: Path, missing: str) -> None:
    with pytest.raises(UnreadablePage):
        list(pages_of(tmp_path / missing))


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "file:///etc/passwd", "ftp://example.org/"])
def test_addresses_go_through_the_guard(url: str) -> None:
    with pytest.raises(UnreadablePage):
        list(pages_of(url))
