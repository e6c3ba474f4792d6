"""The second look at an extracted body: what speaks of the page, not of the news.

An extractor decides by structure. These checks read the paragraphs: the
headline repeated, a byline or a date above the report, an invitation to
subscribe below it, a press release's words about its company.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from polybius.reading.about.bylines import is_names
from polybius.reading.about.titles import Titles
from polybius.reading.body.extraction import Block

_HEAD = 6
_BEFORE_HEADLINE = 15
_MOST_BEFORE = 0.4
_TAIL = 8
_MOST_WORDS = 45
_MOST_HEAD_WORDS = 16
_MOST_HEADING_WORDS = 8
# "Like this? Subscribe …"
_LEAD = r"\A\W{0,5}(?:(?:like|love|liked|enjoy|enjoyed|want|need|looking)\b[^.!?]{1,40}[?!] )?"
_QUOTED = re.compile(r"[“”„«»]|(?<!\w)\"|\"(?!\w)")


@dataclass(frozen=True, slots=True)
class Trimmed:
    """The report's own blocks, and the lines that stood above and below them."""

    blocks: list[Block]
    lines: list[str]


def trim(blocks: list[Block], titles: Titles, authors: Iterable[str] = ()) -> Trimmed:
    """*blocks* without what is above, below and between the paragraphs of the report."""
    body = _without_release(_without_head(_from_headline(blocks, titles), titles))
    tail = max(0, len(body) - _TAIL)
    names = tuple(name for name in authors if " " in name)
    kept = [
        block
        for index, block in enumerate(body)
        if not _asks(block, in_tail=index >= tail)
        and not (index >= tail and _is_biography(block, names))
    ]
    while kept and kept[-1].head:
        kept.pop()
    return Trimmed(kept, [block.text for block in blocks if block not in kept])


def _from_headline(blocks: list[Block], titles: Titles) -> list[Block]:
    """*blocks* from the headline on, where it stands among them with little before it."""
    for index, block in enumerate(blocks[:_BEFORE_HEADLINE]):
        if titles.names(block.text):
            before = sum(len(each.text) for each in blocks[:index])
            after = sum(len(each.text) for each in blocks[index:])
            return blocks[index:] if before < after * _MOST_BEFORE else blocks
    return blocks


def _without_head(blocks: list[Block], titles: Titles) -> list[Block]:
    opening = [
        block
        for block in blocks[:_HEAD]
        if not titles.names(block.text) and not _is_head_line(block.text)
    ]
    return opening + blocks[_HEAD:]


def _is_head_line(text: str) -> bool:
    if len(text.split()) > _MOST_HEAD_WORDS:
        return False
    return bool(_pattern("head", "lines").match(text) or is_names(text))


def _without_release(blocks: list[Block]) -> list[Block]:
    first = len(blocks) - int(len(blocks) * _rules()["release"]["within"]) - 1
    for index in range(max(first, 1), len(blocks)):
        if _is_short(blocks[index]) and _pattern("release", "headings").match(blocks[index].text):
            return blocks[:index]
    return blocks


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _MOST_HEADING_WORDS


def _asks(block: Block, *, in_tail: bool) -> bool:
    text = block.text
    if len(text.split()) > _MOST_WORDS or _QUOTED.search(text):
        return False
    if _pattern("anywhere", "asking").match(text):
        return True
    return in_tail and _pattern("tail", "asking").match(text) is not None


def _is_biography(block: Block, names: tuple[str, ...]) -> bool:
    """A last paragraph about the author: it opens with the name in the byline."""
    text = block.text
    return (
        any(text.startswith(name) for name in names)
        and re.match(r"(?:’s|'s|,)? ?\b", text) is not None
    )


@cache
def _pattern(table: str, key: str) -> re.Pattern[str]:
    return re.compile(_LEAD + "(?:" + "|".join(_rules()[table][key]) + ")", re.IGNORECASE)


@cache
def _rules() -> dict[str, Any]:
    text = (files("polybius.reading.body") / "trimming.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
