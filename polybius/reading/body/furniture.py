"""Taking the furniture out of a page's tree, before an extractor looks for the report.

Furniture is what a page puts around and into its report: boxes of other
headlines, links between paragraphs, shares, subscriptions, captions, the deck
under the headline, and whatever a browser would not show. Links to other
headlines and captions are handed back; the rest is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from lxml import etree
from lxml.html import HtmlElement

from polybius.nouns import Credit, Link
from polybius.reading.about.links import link_of
from polybius.reading.about.titles import Titles
from polybius.reading.body.captions import photo_credits
from polybius.reading.body.measure import Measures, measure
from polybius.reading.body.vocabulary import Kind, cue, kind_of
from polybius.reading.characters import line

Verdict = Kind | Literal["hidden", "title", "header", "line"]

# No text lies in these at all.
_MACHINERY = (
    *("script", "style", "template", "noscript", "svg", "math", "iframe", "object", "embed"),
    *("canvas", "audio", "video", "map", "datalist"),
)
# No text of a report lies in these; the extractor drops them too, but one by one.
_NEVER_TEXT = ("head", "select", "textarea", "input", "button", "dialog")
_STRUCTURE = frozenset({"html", "body", "main", "form", "tbody", "thead", "tr"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol", "table"})
_BY_TAG: dict[str, Kind] = {
    "nav": "neighbours",
    "aside": "related",
    "figure": "captions",
    "figcaption": "captions",
    "footer": "about_page",
}
_BY_ROLE: dict[str, Kind] = {
    "navigation": "neighbours",
    "complementary": "related",
    "search": "asking",
    "dialog": "asking",
    "contentinfo": "about_page",
}
_HIDING_STYLE = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden|font-size\s{0,3}:\s{0,3}0(?![.\d])"
)
_TWEET = re.compile(r"\b(?:twitter|instagram|bluesky|mastodon)-(?:tweet|media|embed|video)\b")
# An element with more of the page's prose than this is the report, or holds it.
_MOST_PROSE = 0.35
# A page that would be left with less text than this was hidden until a script shows it.
_LEAST_LEFT = 120
_LONGEST_LINK_LINE = 300
_LONGEST_DECK = 500
_LONGEST_LINE = 100
_MOST_PROSE_IN_HEADER = 0.2
_MOST_LINKS = 200
# White space and the like between a quoted post and the element around it.
_WRAPPING = 40


@dataclass(slots=True)
class Furniture:
    """What was taken out and is worth keeping.

    ``credits`` are those of pictures; ``lines`` the short lines above the report,
    among which its date may stand.
    """

    links: list[Link] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def strip_machinery(root: HtmlElement) -> None:
    """Remove from *root*, in place, scripts, styles and what else is never text."""
    etree.strip_elements(root, *_MACHINERY, with_tail=False)


def take_furniture(root: HtmlElement, titles: Titles, url: str | None) -> Furniture:
    """Remove the furniture from *root*, which holds no machinery, and hand back what is kept."""
    etree.strip_elements(root, *_NEVER_TEXT, with_tail=False)
    measures = measure(root)
    _free_embedded_posts(root, measures)
    taken = Furniture()
    for element, verdict in _Judge(measures, titles).verdicts(root):
        _keep(element, verdict, taken, url)
        if verdict in {"title", "header"}:
            # The extractor tells a page's own article by its h1: an empty one stays.
            tail = element.tail
            element.clear()
            element.tag, element.tail = "h1", tail
        else:
            element.drop_tree()
    return taken


def _free_embedded_posts(root: HtmlElement, measures: Measures) -> None:
    """Name posts quoted from social media so that an extractor keeps them as quotations."""
    for post in root.iter("blockquote"):
        if _TWEET.search(post.get("class", "")):
            longest = measures.text[post] + _WRAPPING
            around: HtmlElement | None = post
            while around is not None and measures.text[around] <= longest:
                around.attrib.clear()
                if around.tag == "figure":
                    around.tag = "div"
                around = around.getparent()


class _Judge:
    """Tells furniture from report, element by element, in document order."""

    def __init__(self, measures: Measures, titles: Titles) -> None:
        self._measures = measures
        self._titles = titles
        self._whole = measures.prose[measures.elements[0]]
        self._seen_prose = False
        self._seen_title = False

    def verdicts(self, root: HtmlElement) -> list[tuple[HtmlElement, Verdict]]:
        """The outermost elements that are furniture, each with what it is."""
        found: list[tuple[HtmlElement, Verdict]] = []
        inside: set[HtmlElement] = set()
        for element in self._measures.elements:
            if element is root:
                continue
            if element.getparent() in inside:
                inside.add(element)
                continue
            verdict = self._verdict(element)
            if verdict:
                inside.add(element)
                found.append((element, verdict))
            elif element.tag == "p" and self._measures.prose[element]:
                self._seen_prose = True
        return found

    def _verdict(self, element: HtmlElement) -> Verdict | None:
        tag = element.tag
        if tag in _STRUCTURE:
            return None
        if self._is_hidden(element):
            return "hidden"
        if (about_title := self._title_verdict(element)) is not None:
            return about_title
        kind = self._kind(element)
        if kind and self._is_small(element, kind):
            return kind
        if tag in _LISTS:
            return self._list_verdict(element)
        return self._line_verdict(element) if tag == "p" or tag in _HEADINGS else None

    def _title_verdict(self, element: HtmlElement) -> Verdict | None:
        if element.tag in _HEADINGS and self._is_title(element):
            return "title"
        return "header" if element.tag == "header" and self._holds_title(element) else None

    def _is_hidden(self, element: HtmlElement) -> bool:
        hidden = (
            element.get("hidden") is not None
            or element.get("aria-hidden") == "true"
            or (
                (style := element.get("style")) is not None
                and _HIDING_STYLE.search(style.lower()) is not None
            )
        )
        text = self._measures.text
        return hidden and text[self._measures.elements[0]] - text[element] >= _LEAST_LEFT

    def _is_title(self, element: HtmlElement) -> bool:
        if self._measures.text[element] > self._titles.longest:
            return False
        if not self._titles.names(line(element.text_content())):
            return False
        self._seen_title = True
        return True

    def _holds_title(self, header: HtmlElement) -> bool:
        """Whether *header* is the report's own: headline, deck, byline, and no report."""
        heading = next(header.iter("h1"), None)
        return (
            heading is not None
            and self._measures.prose[header] <= self._whole * _MOST_PROSE_IN_HEADER
            and self._is_title(heading)
        )

    def _kind(self, element: HtmlElement) -> Kind | None:
        tag = element.tag
        kind = _BY_TAG.get(tag) or _BY_ROLE.get(element.get("role", ""))
        if kind is None:
            name = f"{element.get('class', '')} {element.get('id', '')}"
            kind = kind_of(name) if name != " " else None
        if kind is None and tag in _HEADINGS and self._seen_title and not self._seen_prose:
            before = element.getprevious()
            kind = "decks" if before is not None and before.tag == "h1" else None
        return kind

    def _is_small(self, element: HtmlElement, kind: Kind) -> bool:
        """Whether *element* is too small a part of the page to be its report."""
        if kind == "decks" and (self._seen_prose or self._measures.text[element] > _LONGEST_DECK):
            return False
        return self._measures.prose[element] <= self._whole * _MOST_PROSE

    def _list_verdict(self, element: HtmlElement) -> Verdict | None:
        """A list or table of links."""
        share = self._measures.link_share(element)
        if element.tag == "table":
            return "line" if share > 0.5 and not self._measures.prose[element] else None
        return "line" if share > 0.9 and len(element) > 1 else None

    def _line_verdict(self, element: HtmlElement) -> Verdict | None:
        """A paragraph that is nothing but links, or opens with words for them."""
        length = self._measures.text[element]
        share = self._measures.link_share(element)
        if not 0 < length <= _LONGEST_LINK_LINE or (length > 150 and share < 0.5):
            return None
        if share > 0.9 and element.tag == "p":
            return "line"
        opening = cue().match(text := line(element.text_content()))
        if opening is None:
            return None
        rest = len(text) - opening.end()
        if rest:
            return "line" if self._measures.linked[element] >= 0.7 * rest else None
        return "line" if self._opens_links(element) else None

    def _opens_links(self, element: HtmlElement) -> bool:
        """Whether a heading, or the words of a link, stand over links and not over a report."""
        following = element.getnext()
        over = following if following is not None else element
        return bool(self._measures.linked[element]) or self._measures.link_share(over) > 0.5


def _keep(element: HtmlElement, verdict: Verdict, taken: Furniture, url: str | None) -> None:
    if verdict == "captions":
        taken.credits.extend(photo_credits(element))
    elif verdict in {"about_page", "header"}:
        taken.lines.extend(_short_lines(element))
    elif verdict in {"related", "line", "neighbours"}:
        for anchor in element.iter("a"):
            if len(taken.links) >= _MOST_LINKS:
                return
            link = link_of(anchor, "related", url, headline=True)
            if link is not None:
                taken.links.append(link)


def _short_lines(element: HtmlElement) -> Iterator[str]:
    for text in element.itertext():
        if len(text) <= _LONGEST_LINE and (said := line(text)):
            yield said
