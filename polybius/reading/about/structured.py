"""What a page says of itself to machines: JSON-LD, of any shape and however broken.

Publishers write schema.org's vocabulary (https://schema.org/NewsArticle) into
script elements. Every value may be of any type, a list, or nested without end;
what cannot be read is left out, and never raises.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

from polybius.reading.about.titles import Titles
from polybius.reading.characters import line

_ARTICLES = frozenset(
    {"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle"}
    | {
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "AdvertiserContentArticle",
    }
    | {
        "LiveBlogPosting",
        "BlogPosting",
        "Report",
        "SocialMediaPosting",
        "TechArticle",
        "ScholarlyArticle",
    }
    | {"SatiricalArticle", "Review", "CreativeWork"}
)
_PAGES = frozenset({"WebPage", "ItemPage", "VideoObject", "MediaObject"})
_ORGANISATIONS = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "NewsAgency"})
_LONGEST_SCRIPT = 2_000_000
_MOST_SCRIPTS = 50
_MOST_NODES = 5_000
_LONGEST_VALUE = 600
_MOST_NAMES = 40
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|;)\s*\Z"
)
_TRAILING_COMMA = re.compile(r",(?=\s*+[}\]])")
_FIELD = re.compile(r'"(headline|datePublished)"\s{0,5}:\s{0,5}"((?:[^"\\]|\\.){1,600}+)"')


@dataclass(frozen=True, slots=True)
class Structured:
    """The article's own entry in the page's JSON-LD; empty where there is none.

    ``published`` is as written. ``organisations`` are authors that are no
    persons; ``provider`` is who supplied the text, where that is told.
    """

    headlines: tuple[str, ...] = ()
    published: str | None = None
    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    publisher: str | None = None
    provider: str | None = None


def scripts_in(root: HtmlElement) -> list[str]:
    """The JSON-LD of the page in *root*, as written; scripts beyond reason are left out."""
    found = (
        script.text or ""
        for script in root.iter("script")
        if "ld+json" in script.get("type", "").lower()
    )
    return [text for _, text in zip(range(_MOST_SCRIPTS), found, strict=False) if text.strip()]


def structured_data(scripts: Sequence[str], titles: Titles) -> Structured:
    """The JSON-LD of the page's article: the one whose headline is in *titles*, else the first."""
    texts = [text for text in scripts if len(text) <= _LONGEST_SCRIPT]
    trees = [_parsed(text) for text in texts]
    nodes = list(_nodes([tree for tree in trees if tree is not None]))
    article = _article(nodes, titles)
    if article is None:
        return _rescued(texts)
    return _of_article(article, nodes)


def _parsed(text: str) -> Any:
    for attempt in (text, _TRAILING_COMMA.sub("", _WRAPPING.sub("", _WRAPPING.sub("", text)))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(trees: list[Any]) -> Iterator[dict[str, Any]]:
    """Every object in *trees*, outermost and first written first."""
    waiting = trees[::-1]
    seen = 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, list):
            waiting.extend(reversed(node[:_MOST_NODES]))
        elif isinstance(node, dict):
            yield node
            waiting.extend(
                value for value in reversed(node.values()) if isinstance(value, list | dict)
            )


def _types(node: dict[str, Any]) -> set[str]:
    kinds = node.get("@type", ())
    kinds = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else ()
    return {kind.rsplit("/", 1)[-1] for kind in kinds if isinstance(kind, str)}


def _article(nodes: list[dict[str, Any]], titles: Titles) -> dict[str, Any] | None:
    for wanted in (_ARTICLES, _PAGES):
        found = [
            node
            for node in nodes
            if _types(node) & wanted and ("headline" in node or "datePublished" in node)
        ]
        for node in found:
            if any(titles.names(headline) for headline in _texts(node.get("headline"))):
                return node
        if found:
            return found[0]
    return None


def _of_article(article: dict[str, Any], nodes: list[dict[str, Any]]) -> Structured:
    named = {
        node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node
    }
    authors, organisations = _authors(article.get("author") or article.get("creator"), named)
    return Structured(
        headlines=tuple(_texts(article.get("headline"))),
        published=next(_texts(article.get("datePublished")), None),
        authors=authors,
        organisations=organisations,
        publisher=next(_names(article.get("publisher"), named), None),
        provider=next(
            _names(article.get("provider") or article.get("sourceOrganization"), named), None
        ),
    )


def _authors(value: Any, named: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    persons: dict[str, None] = {}
    organisations: dict[str, None] = {}
    for entry in _listed(value):
        known = _referred(entry, named)
        is_body = isinstance(known, dict) and _types(known) & _ORGANISATIONS
        (organisations if is_body else persons).update(dict.fromkeys(_names(known, named)))
    return tuple(persons)[:_MOST_NAMES], tuple(organisations)[:_MOST_NAMES]


def _referred(entry: Any, named: dict[str, Any]) -> Any:
    """What *entry* refers to by its id, where it says no more itself."""
    if isinstance(entry, dict) and "name" not in entry:
        identity = entry.get("@id")
        return named.get(identity, entry) if isinstance(identity, str) else entry
    return entry


def _listed(value: Any) -> list[Any]:
    return value[:_MOST_NAMES] if isinstance(value, list) else [] if value is None else [value]


def _names(value: Any, named: dict[str, Any]) -> Iterator[str]:
    for entry in _listed(value):
        known = _referred(entry, named)
        yield from _texts(known.get("name") if isinstance(known, dict) else known)


def _texts(value: Any) -> Iterator[str]:
    """The strings that *value* holds directly, in a list or as a JSON-LD value object."""
    for entry in _listed(value):
        text = entry.get("@value") if isinstance(entry, dict) else entry
        if (
            isinstance(text, str)
            and len(text) <= _LONGEST_VALUE
            and (text := line(html.unescape(text)))
        ):
            yield text


def _rescued(texts: Iterable[str]) -> Structured:
    """Headline and date from JSON too broken to parse, told by their names."""
    fields: dict[str, str] = {}
    for text in texts:
        for field, value in _FIELD.findall(text):
            fields.setdefault(
                field, line(html.unescape(value.replace('\\"', '"').replace("\\/", "/")))
            )
    headline = fields.get("headline")
    return Structured(
        headlines=(headline,) if headline else (), published=fields.get("datePublished")
    )
