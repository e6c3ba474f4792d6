import time

import pytest
from lxml import html

from polybius.errors import PageRefused
from polybius.reading.limits import (
    Limits,
    check_depth,
    check_markup,
    check_size,
    check_text,
)

SMALL = Limits(raw_bytes=100, bytes=10_000, attributes=4, nodes=10, depth=8, text=50)


def refused(markup: bytes) -> str | None:
    try:
        check_markup(markup, SMALL)
    except PageRefused as error:
        return error.limit
    return None


@pytest.mark.parametrize(
    ("markup", "limit"),
    [
        (b"<p a=1 b=2 c=3 d=4>x</p>", None),
        (b"<p a=1 b=2 c=3 d=4 e=5>x</p>", "attributes"),
        (b"<P A B C D E>x", "attributes"),
        (b'<p a=">" b=">" c=\'>\' d=">" e=">">x', "attributes"),
        (b"<p a='1'b='2'c='3'd='4'e='5'>", "attributes"),
        (b"<!-- <script> --><p a b c d e>", "attributes"),
        (b"<script>if (a<b && c || d, e, f, g, h)</script>", None),
        (b"<!-- <p a b c d e f> -->", None),
        (b"<textarea><p a b c d e f></textarea>", None),
        (b"<script></scrip><p a b c d e f></script><p a b c d e>", "attributes"),
        (b"<p>" * 10, None),
        (b"<p>" * 11, "nodes"),
        (b"x" * 10_001, "bytes"),
        (b"<", None),
        (b"<a", None),
        (b'<a b="', None),
        (b"", None),
    ],
)
def test_markup_is_counted_as_a_browser_reads_it(markup: bytes, limit: str | None) -> None:
    assert refused(markup) == limit


@pytest.mark.parametrize(
    "seed",
    [
        b"<a",
        b'<a b="',
        b"<a b=' ",
        b"<!-- ",
        b"<!",
        b"<script>",
        b"<a b=c ",
        b"<a / ",
        b"a= ",
        b"<a\n",
    ],
)
def test_counting_is_linear(seed: bytes) -> None:
    limits = Limits(nodes=10**9, attributes=10**9)

    def seconds(size: int) -> float:
        markup = (seed * size)[:size]
        start = time.process_time()
        check_markup(markup, limits)
        return time.process_time() - start

    small, large = min(seconds(100_000) for _ in range(3)), min(seconds(800_000) for _ in range(3))
    assert large < max(0.3, 25 * small)


def test_depth() -> None:
    check_depth(html.document_fromstring("<div>" * 5 + "x"), SMALL)
    with pytest.raises(PageRefused) as raised:
        check_depth(html.document_fromstring("<div>" * 20 + "x"), SMALL)
    assert raised.value.limit == "depth"


def test_sizes_are_refused_with_words() -> None:
    check_size(100, 100, "the page")
    with pytest.raises(PageRefused, match="the page is 1,000 bytes long; at most 100 are read"):
        check_size(1000, 100, "the page")
    with pytest.raises(PageRefused, match="51 characters"):
        check_text("x" * 51, SMALL)
