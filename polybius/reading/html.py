"""From an HTML page to a document.

The page is decoded, held against the limits and parsed once. Comments are
taken out of the tree, then furniture; trafilatura finds the body in what is
left; the paragraphs are then read again, for comments, credits and words about
the page that got through.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml import etree, html
from lxml.html import HtmlElement

from polybius.errors import NoBody, UnreadablePage
from polybius.nouns import Comment, Document, Link, Page, Published, Span
from polybius.reading.about.bylines import Authorship
from polybius.reading.about.dates import printed_on
from polybius.reading.about.facts import Facts, facts_of
from polybius.reading.about.language import language_of
from polybius.reading.about.structured import scripts_in
from polybius.reading.body.breaks import mend_lists, part_at_breaks
from polybius.reading.body.extraction import extract
from polybius.reading.body.furniture import Furniture, strip_machinery, take_furniture
from polybius.reading.body.tables import flatten_layout
from polybius.reading.body.trimming import trim
from polybius.reading.characters import printable
from polybius.reading.comments import cut_comments, take_comments
from polybius.reading.credits import Credited, take_credits
from polybius.reading.decoding import decode
from polybius.reading.limits import (
    LIMITS,
    Limits,
    check_depth,
    check_markup,
    check_size,
    check_text,
)
from polybius.reading.reports import check_report

_BETWEEN_PARAGRAPHS = "\n\n"


@dataclass(frozen=True, slots=True)
class _Body:
    """What was found in the page's tree.

    ``lines`` are short lines that stood above and below the report.
    """

    credited: Credited
    furniture: Furniture
    comments: list[Comment]
    links: list[Link]
    lines: list[str]


def read_html(
    page: Page, published: Published | None = None, *, limits: Limits = LIMITS
) -> Document:
    """The document that an HTML *page* holds; *published* overrides what the page says.

    Raises:
        PageRefused: where the page is beyond one of *limits*.
        NoBody: where no report is found in it.
    """
    root = parsed(page, limits)
    shown = root.findtext(".//title")
    scripts = scripts_in(root)
    strip_machinery(root)
    # lxml makes its Python objects anew for each walk over a tree, unless somebody holds them.
    held = list(root.iter())
    comments = take_comments(root)
    facts = facts_of(root, scripts, page, published)
    body = _body(root, facts)
    del held
    if not body.credited.paragraphs:
        message = f"no report was found in {page.source}"
        raise NoBody(message)
    document = _document(page, facts, body, comments)
    check_report(document.text, (document.title, shown), page.source)
    return document.identified()


def _body(root: HtmlElement, facts: Facts) -> _Body:
    """Take the tree apart, and read what is left of it as paragraphs."""
    flatten_layout(root)
    mend_lists(root)
    part_at_breaks(root)
    furniture = take_furniture(root, facts.titles, facts.url)
    trimmed = trim(extract(root), facts.titles, facts.names.persons)
    check_text("\n".join(block.text for block in trimmed.blocks))
    paragraphs, comments, links = cut_comments([block.text for block in trimmed.blocks])
    credited = _credited(paragraphs, facts.signoffs, facts.title)
    return _Body(credited, furniture, comments, links, trimmed.lines)


def _credited(body: Sequence[str], signoffs: Sequence[str], title: str | None) -> Credited:
    """The credits in *body*, and in *signoffs* that an extractor has left out of it."""
    text = "\n".join(body)
    left_out = [signoff for signoff in signoffs if signoff not in text]
    credited = take_credits([*body, *left_out], title)
    report = tuple(each for each in credited.paragraphs if each not in left_out)
    return replace(credited, paragraphs=report)


def _document(page: Page, facts: Facts, body: _Body, comments: Sequence[Comment]) -> Document:
    credited, furniture = body.credited, body.furniture
    text, paragraphs = joined(credited.paragraphs)
    names = facts.names.or_among(body.lines)
    lines = [*facts.below, *furniture.lines, *body.lines]
    printed = facts.published or printed_on(lines, credited.dateline_day)
    return Document(
        text=text,
        paragraphs=paragraphs,
        url=facts.url,
        source=page.source,
        title=facts.title,
        published=printed or facts.searched,
        agency=_agency(credited, names),
        outlet=names.outlet,
        language=language_of(text, facts.language),
        dateline=Span(*credited.dateline) if credited.dateline else None,
        credits=tuple(dict.fromkeys((*names.credits, *credited.credits, *furniture.credits))),
        comments=(*comments, *body.comments),
        links=_distinct([*facts.neighbours, *furniture.links, *body.links]),
    )


def _agency(credited: Credited, names: Authorship) -> str | None:
    """What the report names goes before what the page names.

    A picture's agency is the report's only where the page names no outlet of its own.
    """
    if credited.agency_basis == "photo credit":
        return names.agency or (None if names.outlet else credited.agency)
    return credited.agency or names.agency


def _distinct(links: Sequence[Link]) -> tuple[Link, ...]:
    """*links* without those that an earlier one shows too, in whatever role."""
    distinct: dict[tuple[str, str | None], Link] = {}
    for link in links:
        distinct.setdefault((link.text, link.url), link)
    return tuple(distinct.values())


def joined(paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    """*paragraphs* as one text, apart by blank lines, and where each stands in it."""
    spans: list[Span] = []
    start = 0
    for paragraph in paragraphs:
        spans.append(Span(start, start + len(paragraph)))
        start += len(paragraph) + len(_BETWEEN_PARAGRAPHS)
    return _BETWEEN_PARAGRAPHS.join(paragraphs), tuple(spans)


def parsed(page: Page, limits: Limits = LIMITS) -> HtmlElement:
    """The tree of *page*, once it is known to be within *limits*.

    Raises:
        PageRefused: with the name of the limit that was passed.
        UnreadablePage: where there is no markup in it.
    """
    check_size(len(page.body), limits.raw_bytes, f"{page.source} as fetched")
    markup = printable(decode(page.body, page.charset).encode("utf-8", "replace"))
    check_markup(markup, limits)
    # The caps above stand in for libxml2's own, which cut a page short without a word.
    parser = html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True
    )
    try:
        root = html.document_fromstring(markup, parser=parser, ensure_head_body=True)
    except (ValueError, etree.LxmlError) as error:
        message = f"{page.source} is empty, or holds no markup: {error}"
        raise UnreadablePage(message) from error
    check_depth(root, limits)
    return root
