"""All that a page says about its report, gathered in one place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from polybius.nouns import Link, Page, Published
from polybius.reading.about.bylines import Authorship, authorship
from polybius.reading.about.dates import published_on, searched
from polybius.reading.about.head import Metas
from polybius.reading.about.headlines import headings
from polybius.reading.about.links import address, neighbours_of
from polybius.reading.about.outlets import outlet_of
from polybius.reading.about.signoffs import signoffs_in
from polybius.reading.about.structured import structured_data
from polybius.reading.about.titles import Titles


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says about its report.

    ``titles`` are all forms of the headline ``title``, ``below`` the lines that
    stand under it. ``published`` is what the page declares, None where it
    declares nothing; ``searched`` what a search of its markup then finds.
    ``language`` is as declared, and often wrong.
    """

    url: str | None
    title: str | None
    titles: Titles
    below: tuple[str, ...]
    published: Published | None
    searched: Published
    names: Authorship
    neighbours: tuple[Link, ...]
    signoffs: tuple[str, ...]
    language: str | None


def facts_of(
    root: HtmlElement, scripts: Sequence[str], page: Page, published: Published | None = None
) -> Facts:
    """What the page in *root* says, with the JSON-LD *scripts* that stood in it.

    *published* is the date that the user gives, which stands before all others.
    """
    metas = Metas.of(root)
    heading = headings(root, metas)
    structured = structured_data(scripts, heading.titles)
    url = page.url or _own_address(root, metas)
    declared = published or published_on(root, metas, structured, url, page.fetched)
    outlet = outlet_of(root, metas, structured, url)
    return Facts(
        url=url,
        title=heading.headline or next(iter(structured.headlines), None),
        titles=heading.titles.joined(structured.headlines),
        below=heading.below,
        published=declared,
        searched=declared or searched(root, page.fetched),
        names=authorship(root, metas, structured, outlet=outlet, below=heading.below),
        neighbours=tuple(neighbours_of(root, url)),
        signoffs=tuple(signoffs_in(root)),
        language=root.get("lang") or metas.first("og:locale", "content-language"),
    )


def _own_address(root: HtmlElement, metas: Metas) -> str | None:
    """The address that a page without one gives as its own."""
    for link in root.iter("link"):
        if link.get("rel") == "canonical" and (own := address(link.get("href"), None)):
            return own
    return address(metas.first("og:url"), None)
