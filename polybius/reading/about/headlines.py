"""The headline of a page, among the many titles that it has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from polybius.reading.about.head import Metas
from polybius.reading.about.titles import Titles, words
from polybius.reading.characters import line

_HEADLINES = (
    *("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title", "sailthru.title"),
    "headline",
)
_SITE_SEPARATOR = re.compile(r" [|–—·•»«›‹⋆~-] | ?[|»] ?")
# A piece of a title with no more words than this is a section of the site.
_SECTION_WORDS = 3
_LONGEST_HEADLINE = 400
_LINES_BELOW = 4
_LONGEST_LINE = 100


@dataclass(frozen=True, slots=True)
class Headings:
    """The headline as shown, every form of it that the page gives, and the lines below it."""

    headline: str | None
    titles: Titles
    below: tuple[str, ...]


def headings(root: HtmlElement, metas: Metas) -> Headings:
    """Find the headline: the h1 that the page's other titles agree with, else the best of those."""
    shown = dict(_shown(root))
    element = next(root.iter("title"), None)
    window = _short(element.text_content()) if element is not None else None
    told = [each for each in metas.all(*_HEADLINES) if len(each) <= _LONGEST_HEADLINE]
    site = metas.first("og:site_name")
    agreed = _agreed([each for each in shown if words(each) != words(site or "")], told, window)
    return Headings(
        agreed or _best(told, list(shown), window, site),
        Titles.of([*told, window, *shown]),
        tuple(_below(shown.get(agreed or ""))),
    )


def _agreed(shown: list[str], told: list[str], window: str | None) -> str | None:
    """The first of the headings *shown* that the page's other titles have too.

    A window's title opens with the headline and closes with the site's name, so
    the heading it opens with goes before one that it merely holds.
    """
    opening = words(window or "")
    if told:
        return next(filter(Titles.of(told).names, shown), None)
    return next(
        (
            each
            for agrees in (
                lambda text: opening[: len(words(text))] == words(text),
                Titles.of([window]).names,
            )
            for each in shown
            if agrees(each)
        ),
        None,
    )


def _shown(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """The page's headings of the first level, but one that only leads to the front page."""
    for _, heading in zip(range(20), root.iter("h1"), strict=False):
        anchor = next(heading.iter("a"), None)
        leads_home = anchor is not None and anchor.get("href") in {"/", "./", "index.html"}
        if not leads_home and (text := _short(heading.text_content())):
            yield text, heading


def _below(heading: HtmlElement | None) -> Iterator[str]:
    """The short lines after *heading*, where a page without class names puts byline and date."""
    for _ in range(_LINES_BELOW):
        heading = heading.getnext() if heading is not None else None
        if heading is None:
            return
        text = line(heading.text_content()[:_LONGEST_HEADLINE])
        if 3 < len(text) <= _LONGEST_LINE:
            yield text


def _short(text: str) -> str | None:
    folded = line(text[: 4 * _LONGEST_HEADLINE])
    return folded if folded and len(folded) <= _LONGEST_HEADLINE else None


def _best(told: list[str], shown: list[str], window: str | None, site: str | None) -> str | None:
    if told:
        return _without_site(told[0], site)
    if len(shown) == 1 or (shown and window is None):
        return shown[0]
    return _without_site(window, site) if window else None


def _without_site(title: str, site: str | None) -> str:
    """*title* without the site's name and section at its ends."""
    own = set(words(site or "")) | {"news", "com"}
    pieces = pieces_of(title)
    longest = max(len(words(text)) for text, _, _ in pieces)

    def is_none_of_it(text: str) -> bool:
        said = words(text)
        return set(said) <= own or len(said) <= min(_SECTION_WORDS, longest - 2)

    while len(pieces) > 1 and is_none_of_it(pieces[-1][0]):
        pieces.pop()
    while len(pieces) > 1 and is_none_of_it(pieces[0][0]):
        pieces.pop(0)
    return title[pieces[0][1] : pieces[-1][2]]


def pieces_of(title: str) -> list[tuple[str, int, int]]:
    """The parts of *title* between separators, each with where it stands."""
    cuts = [(found.start(), found.end()) for found in _SITE_SEPARATOR.finditer(title)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(title)]
    return [
        (title[a:b], a, b) for a, b in zip(starts, ends, strict=True) if title[a:b].strip()
    ] or [(title, 0, len(title))]
