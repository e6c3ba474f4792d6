"""Sentences: where one ends and the next begins, within paragraphs.

A candidate is a run of closing marks (``.``, ``?``, ``!``, ``…``), the quotation
marks and brackets that close with it, and white space. What stands before it
(a title, an initial, an abbreviation, a number) and what stands after (a small
letter, a digit, a word that starts sentences, a verb of saying) decide. The words
are in ``sentences.toml``.

Conventions: a sentence ends inside a quotation where the speaker's sentence ends
("“We will. We must,” he said." is two), but a verb of saying stays with the words
said ("“Must we?” he asked." is one). A bracket of its own ("(Reporting by …)") is
a sentence.

Measured on boundaries inside paragraphs, F1 (UD GUM news, EWT newsgroups and
weblogs, GUM biographies, interviews, speeches, court, travel): this module .96 .94
.98; syntok 1.4 .95 .93 .93; nupunkt 0.8 .95 .94 .93; blingfire 0.1.8 .95 .91 .97;
sentencex 1.0 .92 .89 .96; pysbd 0.3.4 .91 .89 .92. What is left in the news part is
unpunctuated headings and captions that the treebank splits. About 5 million
characters a second; the wire style's titles, zones and credits come with it.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from polybius.nouns import Document, Span

_CLOSERS = "\"'”’»)\\]"
_OPENERS = "\"'“‘«(\\[`"
# The mark, what closes with it (note numbers, "[12]", too), and white space. What must not
# stand before is looked at behind the first mark: re skips to a pattern's first character.
CANDIDATE = re.compile(
    rf"(?P<mark>[.!?…](?<![.!?…].)(?<![.!?…]\s.)(?:\s?[.!?…])*+)"
    rf"(?P<close>[{_CLOSERS}]*+(?:\s?\[\d{{1,3}}\])*+)"
    rf"\s++"
)
# Marks that lost the space after them: "fired.The second".
GLUED = re.compile(r"(?P<mark>[.!?])(?<=[a-z][a-z][a-z].)(?P<close>[”\"]?)(?=[A-Z][a-z]++\s)")
# What no sentence begins with: a comma, a dash, a year in brackets, stray closing marks.
GOES_ON = re.compile(rf"[,;:&–—]|\(\d{{4}}\)|[{_CLOSERS}]\s*+\Z")
WORD_BEFORE = re.compile(r"[^\s(\[“‘\"'«—–/-]++\Z")
WORD_AFTER = re.compile(rf"[{_OPENERS}]*+([^\W_]++(?:[’'.-][^\W_]++)*+)?")
SOME_TIME = re.compile(r"(?:[A-Z][\w.’'-]*+ ){1,3}[Tt]ime\b|\d|\(")
# A zone or a month, and not the beginning of a sentence's first name or of its subject.
ZONE_ALONE = re.compile(r"[A-Z][a-z]++(?= \d|[,;:)]| (?:on|in|to|and|or|for|until)\b|\.?\Z)")
COUNTED = re.compile(r"\d[ \u00a0\u202f]?[a-z]\.")
ACRONYM = re.compile(r"(?:[A-Za-z]\.)*+[A-Za-z]\Z")
NAME_THEN_SAYING = re.compile(r"(?:[A-Z][\w.’'-]*+ ){1,4}+([a-z]++)")


class _Words(NamedTuple):
    leading: frozenset[str]
    numbering: frozenset[str]
    either: frozenset[str]
    units: frozenset[str]
    counted_units: frozenset[str]
    compass: frozenset[str]
    clock: frozenset[str]
    starters: frozenset[str]
    after_clock: frozenset[str]
    after_clock_alone: frozenset[str]
    exclaiming: frozenset[str]
    saying: frozenset[str]


@cache
def _words() -> _Words:
    raw = files("polybius.annotating").joinpath("sentences.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)
    return _Words(**{name: frozenset(table[name].split()) for name in _Words._fields})


def sentences(document: Document) -> tuple[Span, ...]:
    """Spans of the sentences of ``document.text``, in order, without white space around them.

    No sentence crosses a paragraph, none is empty, and together they cover every
    character of the paragraphs but white space.
    """
    text = document.text
    return tuple(span for paragraph in document.paragraphs for span in _split(text, paragraph))


def _split(text: str, paragraph: Span) -> list[Span]:
    spans: list[Span] = []
    start, stop = paragraph
    for end, following in _boundaries(text, paragraph):
        if end > start:
            spans.append(Span(start, end))
            start = following
    if text[start:stop].strip():
        spans.append(Span(start, stop))
    return spans


def _boundaries(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """Where sentences end, and where the next begin."""
    found = [
        (match.end("close"), match.end())
        for match in CANDIDATE.finditer(text, *paragraph)
        if match.end() < paragraph.end and _ends(text, paragraph, match)
    ]
    found += [(match.end("close"), match.end()) for match in GLUED.finditer(text, *paragraph)]
    return sorted(found)


def _ends(text: str, paragraph: Span, match: re.Match[str]) -> bool:
    after = WORD_AFTER.match(text, match.end(), paragraph.end)
    following = (after and after.group(1)) or ""
    if GOES_ON.match(text, match.end(), paragraph.end) or _small(following):
        return False
    mark = match.group("mark")
    if len(mark) > 1 or mark == "…":
        return following != "I"
    before = WORD_BEFORE.search(text, max(paragraph.start, match.start() - 40), match.start())
    word = before.group() if before else ""
    if mark in "!?":
        return word not in _words().exclaiming and not _said_after(text, match)
    if word.isdecimal() and match.start() - len(word) == paragraph.start:
        return False  # "2. Background": the number of a heading or an item
    if word in _words().counted_units and COUNTED.search(
        text, max(0, match.start() - 3), match.start() + 1
    ):
        return following[:1].isupper()
    return _full_stop_ends(word, following, text[match.end() : match.end() + 40])


def _small(word: str) -> bool:
    """Whether *word* begins with a small letter, and not as "iPhone" does."""
    return word[:1].islower() and not word[1:2].isupper() and word != "http"


def _said_after(text: str, match: re.Match[str]) -> bool:
    """Whether a name and a verb of saying follow the quotation that closes here."""
    if not match.group("close").strip(")]"):
        return False
    name = NAME_THEN_SAYING.match(text, match.end())
    return bool(name and name.group(1) in _words().saying)


def _full_stop_ends(word: str, following: str, rest: str) -> bool:
    """Whether a full stop after *word* ends the sentence, with *following* next."""
    words = _words()
    if word in words.leading:
        return False
    if word in words.numbering:
        return not following[:1].isdigit()
    if word in words.clock:
        return not _clock_goes_on(following, rest)
    if word in words.units:
        return following[:1].isupper() and following not in words.compass
    if word in words.either or ACRONYM.match(word):
        return following in words.starters
    return True


def _clock_goes_on(following: str, rest: str) -> bool:
    """Whether a zone, a day or a date behind "7 a.m." belongs to it."""
    words = _words()
    if following in words.after_clock or SOME_TIME.match(rest):
        return True
    return following in words.after_clock_alone and ZONE_ALONE.match(rest) is not None
