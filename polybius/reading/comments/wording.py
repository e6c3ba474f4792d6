"""What a whole line says about itself: "12 Comments", "Notify of", "Leave a reply"."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Literal, cast

LineKind = Literal[
    "section", "sort", "notify", "login", "form", "closed", "item", "load", "after", "furniture"
]
COMMENT_KINDS: frozenset[LineKind] = frozenset(
    {"section", "sort", "notify", "login", "form", "closed", "load"}
)
"""Kinds that only stand around readers' comments."""

MOST_WORDS = 12
_MOST_CONTROL_WORDS = 20
_LONGEST_COUNT = 40
_LONG_KINDS = frozenset({"furniture", "form"})
# From here on Unicode's scripts write without spaces (U+2E80, CJK radicals).
_FIRST_WITHOUT_SPACES = "\u2e80"
_SIGNS = re.compile(r"[\W_]+")
_NUMBER = "0"
_DIGITS = re.compile(r"\d[\d.,]*[kKmM]?")


@cache
def _tables() -> tuple[dict[str, frozenset[LineKind]], dict[str, list[tuple[str, LineKind]]]]:
    """Kinds of whole lines, and beginnings of lines under their first word."""
    source = resources.files("polybius.reading.comments").joinpath("wording.toml")
    wording = tomllib.loads(source.read_text(encoding="utf-8"))
    lines: dict[str, set[LineKind]] = {}
    starts: dict[str, list[tuple[str, LineKind]]] = {}
    for name, table in wording.items():
        kind = cast("LineKind", name)
        for line in table["lines"]:
            lines.setdefault(_of_table(line), set()).add(kind)
        for start in table.get("starts", ()):
            beginning = _of_table(start)
            starts.setdefault(beginning.split()[0], []).append((beginning + " ", kind))
    return {line: frozenset(kinds) for line, kinds in lines.items()}, starts


def _of_table(line: str) -> str:
    return normalised(line.replace("#", "1"))


def normalised(line: str) -> str:
    """*line* in lower case, digits as one ``#``, signs dropped, spaces single."""
    words = _SIGNS.sub(" ", _DIGITS.sub(f" {_NUMBER} ", line.lower())).split()
    return " ".join("#" if word == _NUMBER else word for word in words)


@lru_cache(maxsize=4096)
def kinds_of(line: str) -> frozenset[LineKind]:
    """The kinds of page furniture that *line* can be; empty for prose and for names."""
    if len(line) > 160:
        return frozenset()
    plain = normalised(line)
    words = plain.split()
    if not words or len(words) > _MOST_CONTROL_WORDS:
        return frozenset()
    lines, starts = _tables()
    found = set(lines.get(plain, ()))
    for start, kind in starts.get(words[0], ()):
        long = len(words) > MOST_WORDS and kind not in _LONG_KINDS
        sentence = kind == "section" and line.rstrip().endswith(".")
        if not long and not sentence and (plain + " ").startswith(start):
            found.add(kind)
    if not found and len(words) <= MOST_WORDS and all("item" in lines.get(w, ()) for w in words):
        # "Reply Share Report": controls side by side.
        found.add("item")
    return frozenset(found)


def opens_comments(line: str) -> bool:
    """Whether *line* belongs to a comment section and to nothing else on a page.

    A lone word ("Comments", "Discussion", "Newest") may be a tab or a menu's.
    """
    kinds = kinds_of(line)
    if not kinds & COMMENT_KINDS or kinds & {"after", "furniture"}:
        return False
    words = normalised(line)
    return " " in words or (words[0] >= _FIRST_WITHOUT_SPACES and len(words) > 3)


@cache
def _cues() -> tuple[frozenset[str], tuple[str, ...]]:
    lines, starts = _tables()
    telling = COMMENT_KINDS | {"item"}
    whole = {line for line, kinds in lines.items() if kinds <= telling and "#" not in line}
    beginnings = [start for known in starts.values() for start, kind in known if kind in telling]
    return frozenset(whole), tuple(start.strip() for start in beginnings if "#" not in start)


def may_be_cue(text: str) -> bool:
    """A quick look: whether *text* may be a line that stands only around or in comments.

    It knows fewer forms than ``kinds_of``: for a first look over a whole page.
    """
    bare = text.strip(" \t\r\n:.?!…»()[]").lower()
    whole, beginnings = _cues()
    if bare in whole or bare.startswith(beginnings):
        return True
    # "12 Comments", "Comments (12)": a number and a word or two.
    numbered = len(bare) <= _LONGEST_COUNT and any(map(str.isdecimal, bare))
    return numbered and bool(kinds_of(bare) & COMMENT_KINDS)


def is_control(line: str) -> bool:
    """Whether *line* is a control inside a comment, and no other control of a page."""
    kinds = kinds_of(line)
    return "item" in kinds and not kinds & {"after", "furniture"}
