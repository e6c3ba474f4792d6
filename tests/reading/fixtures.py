"""Pages written for these tests, in the manners of real sites.

In each file under ``pages`` the elements of the report carry ``data-body``: what
a reader of the page would call its body, and what must come out of it.
"""

from __future__ import annotations

from pathlib import Path

from lxml import html

from polybius.nouns import Page

FOLDER = Path(__file__).parent / "pages"


def tree(markup: str | bytes) -> html.HtmlElement:
    """The tree of *markup*."""
    root: html.HtmlElement = html.document_fromstring(markup, parser=html.HTMLParser())
    return root


def page(name: str, url: str | None = None) -> Page:
    """The page in the file *name*, without its suffix."""
    path = FOLDER / f"{name}.html"
    return Page(path.read_bytes(), path.name, url=url, media_type="text/html")


def body(name: str) -> list[str]:
    """The paragraphs that the page in the file *name* marks as its report's."""
    root = html.document_fromstring((FOLDER / f"{name}.html").read_bytes().decode())
    marked = [element for element in root.iter("*") if element.get("data-body") is not None]
    return [_own_text(element) for element in marked]


def _own_text(element: html.HtmlElement) -> str:
    """Its text up to the next marked element within it."""
    text = element.text_content()
    for inner in element.iterdescendants():
        if inner.get("data-body") is not None:
            text = text.replace(inner.text_content(), "")
    return " ".join(text.split())


def article(*paragraphs: str, head: str = "", before: str = "", after: str = "") -> Page:
    """A plain page around *paragraphs*, each the content of a ``p``."""
    inner = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    body = f"{before}<article>{inner}</article>{after}"
    markup = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return Page(markup.encode(), "article.html", media_type="text/html")


REPORT = (
    "The harbour ministry said on Tuesday that two patrol boats had met off the northern cape.",
    "Neither crew was hurt, and both boats returned to port under their own power, it said.",
    "An inquiry will begin next week, according to an official who asked not to be named.",
    "The last such meeting, four years ago, ended with an exchange of letters and a treaty.",
)
