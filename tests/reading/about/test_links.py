import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from polybius.nouns import Link
from polybius.reading.about.links import address, link_of, neighbours_of

BASE = "https://example.org/a/b"


@pytest.mark.parametrize(
    ("target", "whole"),
    [
        ("/c", "https://example.org/c"),
        ("c?d=e", "https://example.org/a/c?d=e"),
        ("//other.example/c", "https://other.example/c"),
        ("http://other.example/c", "http://other.example/c"),
        ("HTTPS://other.example/c", "HTTPS://other.example/c"),
        (" /c ", "https://example.org/c"),
        ("#top", "https://example.org/a/b#top"),
    ],
)
def test_addresses_are_made_whole(target: str, whole: str) -> None:
    assert address(target, BASE) == whole


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JaVaScRiPt:1"),
        *(
            "\x01javascript:1",
            "\u2028javascript:1",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc",
        ),
        *("mailto:a@example.org", "tel:1", "ftp://example.org/", "http://", "https://[", "", None),
        *("http://a b/", "/\u202ec", "x" * 5000),
    ],
)
def test_what_must_not_be_followed_is_none(target: str | None) -> None:
    assert address(target, BASE) is None


def test_relative_addresses_need_a_base() -> None:
    assert address("/c", None) is None


@given(st.text(max_size=50), st.none() | st.text(max_size=20))
def test_any_address_is_http_or_none(target: str, base: str | None) -> None:
    whole = address(target, base)
    assert whole is None or whole.lower().startswith(("http://", "https://"))


def test_links_and_neighbours() -> None:
    before, after = (
        '<a href="/1" rel="prev">Before</a>',
        '<a href="javascript:0" rel="next">After</a>',
    )
    root = html.document_fromstring(f"<p>{before}{after}<a> </a></p>")
    assert neighbours_of(root, BASE) == [
        Link("Before", "https://example.org/1", "previous"),
        Link("After", None, "next"),
    ]
    menu, empty = next(root.iter("a")), list(root.iter("a"))[-1]
    assert link_of(menu, "related", BASE, headline=True) is None
    assert link_of(empty, "related", BASE) is None
