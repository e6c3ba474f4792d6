"""What a page may be, checked before any extractor sees it.

Extractors grow worse than linearly on hostile pages (HTML parsers themselves do
on a tag of many attributes), so the checks here count with one linear scan of
the bytes, and refuse with the limit's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lxml.etree import XPath
from lxml.html import HtmlElement

from polybius.errors import PageRefused


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a page may hold.

    ``raw_bytes`` as fetched, ``bytes`` once unpacked and as UTF-8,
    ``attributes`` in one tag, ``nodes`` as start tags, ``depth`` of elements
    within elements, ``text`` in characters of the body that was found.
    """

    raw_bytes: int = 10_000_000
    bytes: int = 20_000_000
    attributes: int = 256
    nodes: int = 200_000
    depth: int = 512
    text: int = 1_000_000


LIMITS = Limits()

# A start tag as the HTML standard reads it, so that a ">" within quotes does not end it.
# Possessive throughout: what was read is never read again. White space is written out, and
# "<" stands before the alternatives, because re scans for such patterns twice as fast.
_ATTRIBUTE = (
    rb"""[^ \t\n\r\f\v/>=]++(?:[ \t\n\r\f\v]*+=[ \t\n\r\f\v]*+"""
    rb"""(?:"[^"]*+"?|'[^']*+'?|[^ \t\n\r\f\v>"'][^ \t\n\r\f\v>]*+)?)?"""
)
_INSIDE = rb"(?:[ \t\n\r\f\v/]*+" + _ATTRIBUTE + rb"|[ \t\n\r\f\v/]++|=)*+>?"
# Comments, and elements whose content is no markup, are stepped over whole.
_START_TAG = re.compile(
    rb"<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+)"
    rb"|((script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>])" + _INSIDE + rb")"
    rb"[^<]*+(?:<(?!/\2)[^<]*+)*+"
    rb"|([a-z][^ \t\n\r\f\v/>]*+" + _INSIDE + rb"))"
)
_ATTRIBUTES = re.compile(_ATTRIBUTE)
# A tag too short to hold one attribute more than the limit need not be counted.
_SHORTEST_ATTRIBUTE = 2


def check_size(size: int, limit: int, what: str) -> None:
    """Refuse *what* ("the page as fetched") where its *size* in bytes is over *limit*.

    Raises:
        PageRefused: with limit "bytes".
    """
    if size > limit:
        message = f"{what} is {size:,} bytes long; at most {limit:,} are read"
        raise PageRefused(message, limit="bytes")


def check_markup(markup: bytes, limits: Limits = LIMITS) -> None:
    """Count start tags, and the attributes of each, in time linear in *markup*.

    Raises:
        PageRefused: with limit "bytes", "nodes" or "attributes".
    """
    check_size(len(markup), limits.bytes, "the page unpacked")
    long = limits.attributes * _SHORTEST_ATTRIBUTE
    nodes = 0
    for tag in _START_TAG.finditer(markup.lower()):
        if tag.lastindex is None:
            continue
        start, end = tag.span(tag.lastindex)
        nodes += 1
        if end - start > long:
            _check_attributes(markup[start - 1 : end], limits.attributes)
        if nodes > limits.nodes:
            message = f"the page has more than {limits.nodes:,} elements"
            raise PageRefused(message, limit="nodes")


def _check_attributes(tag: bytes, limit: int) -> None:
    name_end = re.match(rb"<[^\s/>]*+", tag)
    count = len(_ATTRIBUTES.findall(tag, name_end.end() if name_end else 0))
    if count > limit:
        message = f"a tag of the page has {count:,} attributes; at most {limit} are read"
        raise PageRefused(message, limit="attributes")


def check_depth(root: HtmlElement, limits: Limits = LIMITS) -> None:
    """Refuse a tree whose elements are nested too deeply for what comes after.

    Raises:
        PageRefused: with limit "depth".
    """
    if _at_depth(limits.depth + 1)(root):
        message = f"the page nests elements more than {limits.depth} deep"
        raise PageRefused(message, limit="depth")


def check_text(text: str, limits: Limits = LIMITS) -> None:
    """Refuse a body longer than any report: what reads it next is no faster than linear.

    Raises:
        PageRefused: with limit "text".
    """
    if len(text) > limits.text:
        message = f"the body has {len(text):,} characters; at most {limits.text:,} are read"
        raise PageRefused(message, limit="text")


@cache
def _at_depth(depth: int) -> XPath:
    return XPath("boolean(" + "/*" * depth + ")")
