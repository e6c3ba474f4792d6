"""Who published a page, and who holds the rights in it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from courlan import extract_domain
from lxml.html import HtmlElement

from polybius.reading.about.head import Metas
from polybius.reading.about.headlines import pieces_of
from polybius.reading.about.structured import Structured
from polybius.reading.about.titles import words
from polybius.reading.characters import line

_SITES = (
    *("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher"),
    "publisher",
)
_RIGHTS = (
    *("copyright", "dc.rights", "dcterms.rights", "sourceorganization", "dc.source"),
    "article:source",
)
# With a year: without one it is a picture's.
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s?(?:\(c\)|©)?\s?\d{4},?\s?(?:by )?(.{2,60})", re.IGNORECASE
)
_SHORTEST_LABEL = 5
_MOST_OUTLET_WORDS = 6
_MOST_RIGHTS = 10


def outlet_of(
    root: HtmlElement, metas: Metas, structured: Structured, url: str | None
) -> str | None:
    """Who published the page: the site's own name for itself, else its registered domain.

    Where no field names the site, a part of the page's title or a link to its
    front page does that spells the domain ("Harbour Post" at harbourpost.example).
    """
    named = metas.first(*_SITES[:1]) or structured.publisher or metas.first(*_SITES[1:])
    if named and not named.startswith(("http:", "https:", "//")):
        return named.lstrip("@")[:100]
    domain = domain_of(url)
    return _spelt(root, domain) or domain


def _spelt(root: HtmlElement, domain: str | None) -> str | None:
    label = re.sub(r"[^a-z0-9]", "", (domain or "").split(".", 1)[0])
    if len(label) < _SHORTEST_LABEL:
        return None
    window = next(root.iter("title"), None)
    candidates = (
        [text for text, _, _ in pieces_of(line(window.text_content()[:1000]))]
        if window is not None
        else []
    )
    home = (
        anchor for anchor in root.iter("a") if anchor.get("href") in {"/", f"https://{domain}/"}
    )
    candidates += [
        line(anchor.text_content()[:200]) for _, anchor in zip(range(5), home, strict=False)
    ]
    for candidate in candidates:
        if _spells(label, words(candidate)):
            return candidate.title() if candidate.isupper() else candidate
    return None


def _spells(label: str, said: tuple[str, ...]) -> bool:
    """Whether *said*, or more than half of its words in order, runs together to *label*."""
    if not 1 <= len(said) <= _MOST_OUTLET_WORDS:
        return False
    used = {label: 0}
    for word in said:
        for rest in [rest for rest in used if rest.startswith(word)]:
            shorter = rest[len(word) :]
            used[shorter] = max(used.get(shorter, 0), used[rest] + 1)
    return used.get("", 0) > len(said) / 2


def domain_of(url: str | None) -> str | None:
    """The registered domain of *url* ("example.co.uk"); its host where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return extract_domain(url, fast=True) or host


def rights_of(root: HtmlElement, metas: Metas, structured: Structured) -> list[str]:
    """Whom the page names as holder of its text, in provider entries and copyright lines."""
    found = [structured.provider] if structured.provider else []
    found += metas.all(*_RIGHTS)
    for element in root.iter("p", "span", "div", "small", "font", "td", "li"):
        own = element.text
        if (
            own
            and len(own) < 200
            and ("©" in own or "opyright" in own)
            and (said := _COPYRIGHT.search(line(own)))
        ):
            found.append(said[1])
    return list(dict.fromkeys(found))[:_MOST_RIGHTS]
