"""Links as the page shows them, with addresses that may be followed or none."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from polybius.nouns import Link
from polybius.nouns.document import LinkRole
from polybius.reading.characters import line

_LONGEST_TEXT = 300
_FEWEST_HEADLINE_WORDS = 4
_LONGEST_ENTRY = 30
_SHORTEST_HEADLINE = 8
_LONGEST_ADDRESS = 2000
_FOLLOWED = frozenset({"http", "https"})
_ROLES: dict[str, LinkRole] = {"prev": "previous", "previous": "previous", "next": "next"}
_MOST_NEIGHBOURS = 20
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)


def link_of(
    anchor: HtmlElement, role: LinkRole, base: str | None, *, headline: bool = False
) -> Link | None:
    """The link that *anchor* shows; None where it shows no words.

    With *headline*, also None where the words are an entry of a menu and not
    another report's headline.
    """
    shown = anchor.text_content()[: 4 * _LONGEST_TEXT]
    if headline and len(shown) < _SHORTEST_HEADLINE:
        return None
    text = line(shown)[:_LONGEST_TEXT]
    if not text or (headline and not is_headline(text)):
        return None
    return Link(text, address(anchor.get("href"), base), role)


def is_headline(text: str) -> bool:
    """Whether a link's words are as long as a headline."""
    return len(text) >= _LONGEST_ENTRY or len(text.split()) >= _FEWEST_HEADLINE_WORDS


def address(target: str | None, base: str | None) -> str | None:
    r"""*target* as an absolute http(s) address; None for any other kind.

    Control characters and white space, which browsers skip ("java\nscript:"),
    make an address none.
    """
    if not target or len(target) > _LONGEST_ADDRESS:
        return None
    target = target.strip()
    if not target.isprintable() or len(target.split()) != 1:
        return None
    try:
        whole = target if not base or _ABSOLUTE.match(target) else urljoin(base, target)
        parts = urlsplit(whole)
    except ValueError:
        return None
    return whole if parts.scheme in _FOLLOWED and parts.hostname else None


def neighbours_of(root: HtmlElement, base: str | None) -> list[Link]:
    """Links of *root* that say they lead to the previous or the next page of the site."""
    found: list[Link] = []
    for anchor in root.iter("a"):
        role = _ROLES.get(anchor.get("rel", "").lower())
        if role and len(found) < _MOST_NEIGHBOURS and (link := link_of(anchor, role, base)):
            found.append(link)
    return found
