import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from polybius.reading.about.head import Metas
from polybius.reading.about.headlines import headings
from polybius.reading.about.outlets import domain_of, outlet_of
from polybius.reading.about.structured import Structured
from polybius.reading.about.titles import Titles


def title(head: str, body: str = "") -> str | None:
    root = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return headings(root, Metas.of(root)).headline


def outlet(
    head: str, body: str = "", url: str | None = None, publisher: str | None = None
) -> str | None:
    root = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>x</p></body></html>")
    return outlet_of(root, Metas.of(root), Structured(publisher=publisher), url)


WINDOW = "<title>Ferry crews end their strike | The Harbour Post</title>"
OPEN_GRAPH = '<meta property="og:title" content="Ferry crews end their strike">'
OPEN_GRAPH_WITH_SITE = OPEN_GRAPH.replace("strike", "strike - The Harbour Post")
SITE = '<meta property="og:site_name" content="The Harbour Post">'
LOGO = '<h1><a href="/">The Harbour Post</a></h1>'
H1 = "<h1>Ferry crews end their strike</h1>"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (WINDOW, H1),
        (WINDOW, ""),
        (OPEN_GRAPH, "<h1>Join our free prize draw today</h1>"),
        (WINDOW, f"<h1>The Harbour Post</h1>{H1}"),
        ("<title>The Harbour Post: Ferry crews end their strike</title>", LOGO + H1),
        ("<title>Harbour Post - Local - Ferry crews end their strike</title>", ""),
        ("", H1),
        (OPEN_GRAPH, f"<h1>{'word ' * 200_000}</h1>"),
        (f"{SITE}{OPEN_GRAPH_WITH_SITE}", ""),
    ],
)
def test_the_headline_among_titles(head: str, body: str) -> None:
    assert title(head, body) == "Ferry crews end their strike"


def test_a_headline_keeps_its_own_colon() -> None:
    assert title('<meta property="og:title" content="Two rockets fly over the strait: JCS">') == (
        "Two rockets fly over the strait: JCS"
    )


def test_no_title_is_none() -> None:
    assert title("") is None


@pytest.mark.parametrize(
    ("head", "body", "url", "publisher", "name"),
    [
        ('<meta property="og:site_name" content="@HarbourPost">', "", None, None, "HarbourPost"),
        ("", "", None, "Harbour Post", "Harbour Post"),
        (
            "<title>A headline - Harbour Post</title>",
            "",
            "https://www.harbourpost.example/a",
            None,
            "Harbour Post",
        ),
        ("", '<a href="/">HARBOUR POST</a>', "https://harbourpost.example/a", None, "Harbour Post"),
        ("<title>A strike ends</title>", "", "https://news.harbour.co.uk/a", None, "harbour.co.uk"),
        (
            "<title>Two boats meet over the strait</title>",
            "",
            "https://strait.example/",
            None,
            "strait.example",
        ),
        ("", "", None, None, None),
    ],
)
def test_the_outlet(
    head: str, body: str, url: str | None, publisher: str | None, name: str | None
) -> None:
    assert outlet(head, body, url, publisher) == name


@given(st.text(max_size=60))
def test_any_address_has_a_domain_or_none(url: str) -> None:
    domain_of(url)


def test_titles_are_told_by_their_words() -> None:
    titles = Titles.of(["Two rockets fly over the strait | The Harbour Post"])
    assert titles.names("Two Rockets Fly Over The Strait")
    assert titles.names("“Two rockets fly over the strait”")
    assert not titles.names("Two rockets")
    assert not titles.names("Officials said two rockets flew over the northern strait on Monday")
