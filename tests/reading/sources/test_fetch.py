import gzip
import socket
import time
import zlib
from collections.abc import Callable, Iterator

import brotli  # type: ignore[import-untyped]  # it has none
import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from polybius.errors import FetchFailed, PageRefused
from polybius.reading.limits import LIMITS
from polybius.reading.sources.fetch import Fetcher

BODY = b"<html><body><p>The boats returned to port.</p></body></html>"


def local(server: HTTPServer, **changes: object) -> Fetcher:
    """A fetcher that may dial the test's own server, and nothing else."""
    settings = {
        "seconds": 5.0,
        "ports": frozenset({server.port}),
        "allowed": lambda address: address in {"127.0.0.1", "::1"},
        "resolve": lambda host, port: ["127.0.0.1"],
    }
    return Fetcher(**(settings | changes))  # type: ignore[arg-type]  # settings of several types


def test_a_page_comes_with_what_the_server_says_of_it(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(
        BODY, content_type='text/html; charset="utf-8"', headers={"ETag": "x"}
    )
    page = local(httpserver).fetch(httpserver.url_for("/a"))
    assert page.body == BODY
    assert page.url == httpserver.url_for("/a")
    assert (page.media_type, page.charset) == ("text/html", "utf-8")
    assert page.headers["etag"] == "x"
    assert page.fetched is not None


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("br", brotli.compress),
        ("gzip, gzip", lambda raw: gzip.compress(gzip.compress(raw))),
    ],
)
def test_packed_bodies_are_unpacked(
    httpserver: HTTPServer, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    packed = pack(BODY)
    httpserver.expect_request("/a").respond_with_data(
        packed, headers={"Content-Encoding": encoding}
    )
    assert local(httpserver).fetch(httpserver.url_for("/a")).body == BODY


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("br", lambda raw: brotli.compress(raw, quality=5)),
        ("deflate", zlib.compress),
    ],
)
def test_bombs_are_stopped(
    httpserver: HTTPServer, encoding: str, pack: Callable[[bytes], bytes]
) -> None:
    bomb = pack(b"\0" * (LIMITS.bytes * 3))
    httpserver.expect_request("/a").respond_with_data(bomb, headers={"Content-Encoding": encoding})
    with pytest.raises(PageRefused) as raised:
        local(httpserver).fetch(httpserver.url_for("/a"))
    assert raised.value.limit == "bytes"


def test_large_bodies_are_stopped(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(b"x" * (LIMITS.raw_bytes + 1))
    with pytest.raises(PageRefused):
        local(httpserver).fetch(httpserver.url_for("/a"))


def test_redirects_are_followed_and_the_last_address_told(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": "/b?c=d"})
    httpserver.expect_request("/b").respond_with_data(BODY)
    assert local(httpserver).fetch(httpserver.url_for("/a")).url == httpserver.url_for("/b?c=d")


def test_loops_end(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": "/a"})
    with pytest.raises(FetchFailed, match="redirects more than 10 times"):
        local(httpserver).fetch(httpserver.url_for("/a"))
    assert len(httpserver.log) == 11


@pytest.mark.parametrize(
    "target",
    [
        *("file:///etc/passwd", "gopher://127.0.0.1/", "ftp://127.0.0.1/", "data:text/html,x"),
        *("http://user:word@127.0.0.1/", "http://127.0.0.1:22/", "//127.0.0.1:6379/"),
        *("http://127.0.0.1\\@example.org/", "http://[::1/", "javascript:alert(1)"),
    ],
)
def test_no_redirect_leads_where_no_address_may(httpserver: HTTPServer, target: str) -> None:
    httpserver.expect_request("/a").respond_with_data("", 302, {"Location": target})
    with pytest.raises(FetchFailed):
        local(httpserver).fetch(httpserver.url_for("/a"))


@pytest.mark.parametrize(
    "url",
    [
        *("ftp://example.org/", "//example.org/", "/etc/passwd", "http://", "https:///a", "", "x"),
        *("http://example.org\r\nX: y/", "http://exa mple.org/", "http://u:p@example.org/"),
        *("http://example.org:22/", "http://example.org:99999/", "http://[::1", "http://\x00/"),
        "http://example.org/" + "a" * 3000,
    ],
)
def test_addresses_that_are_none(url: str) -> None:
    with pytest.raises(FetchFailed):
        Fetcher(resolve=lambda host, port: pytest.fail("looked up")).fetch(url)


@pytest.mark.parametrize(
    "answers", [["127.0.0.1"], ["8.8.8.8", "10.0.0.1"], ["::ffff:127.0.0.1"], []]
)
def test_one_private_answer_refuses_the_name(answers: list[str]) -> None:
    with pytest.raises(FetchFailed, match="not on the public Internet"):
        Fetcher(resolve=lambda host, port: answers).fetch("http://harbour.example/")


def test_a_name_is_looked_up_once_and_the_answer_is_dialled(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(BODY)
    lookups: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        lookups.append(host)
        return ["127.0.0.1"] if len(lookups) == 1 else ["10.0.0.1"]

    fetcher = local(httpserver, resolve=rebinding)
    assert fetcher.fetch(f"http://harbour.example:{httpserver.port}/a").body == BODY
    assert lookups == ["harbour.example"]


def test_an_address_that_does_not_answer_gives_way_to_the_next(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(BODY)
    fetcher = local(httpserver, resolve=lambda host, port: ["::1", "127.0.0.1"])
    assert fetcher.fetch(httpserver.url_for("/a")).body == BODY


@pytest.mark.parametrize("status", [204, 304, 400, 404, 429, 500, 503])
def test_other_answers_are_named(httpserver: HTTPServer, status: int) -> None:
    httpserver.expect_request("/a").respond_with_data("", status)
    with pytest.raises(FetchFailed, match=str(status)):
        local(httpserver).fetch(httpserver.url_for("/a"))


def test_a_slow_body_ends_at_the_deadline(httpserver: HTTPServer) -> None:
    def slowly(request: Request) -> Response:
        def drip() -> Iterator[bytes]:
            for _ in range(100):
                time.sleep(0.1)
                yield b"x"

        return Response(drip(), mimetype="text/html")

    httpserver.expect_request("/a").respond_with_handler(slowly)
    start = time.monotonic()
    with pytest.raises(FetchFailed):
        local(httpserver, seconds=0.6).fetch(httpserver.url_for("/a"))
    assert time.monotonic() - start < 3


def test_a_server_that_says_nothing_ends_at_the_deadline() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        fetcher = Fetcher(
            seconds=0.5,
            ports=frozenset({port}),
            allowed=lambda address: True,
            resolve=lambda host, port: ["127.0.0.1"],
        )
        with pytest.raises(FetchFailed):
            fetcher.fetch(f"http://silent.example:{port}/")


def test_proxies_of_the_environment_are_ignored(
    httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1/")
    httpserver.expect_request("/a").respond_with_data(BODY)
    assert local(httpserver).fetch(httpserver.url_for("/a")).body == BODY


def test_headers_beyond_reason(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/a").respond_with_data(BODY, headers={"X-Long": "y" * 1_000_000})
    with pytest.raises(FetchFailed):
        local(httpserver).fetch(httpserver.url_for("/a"))
