"""Whether what was found on a page is a report at all."""

from __future__ import annotations

import re
from collections.abc import Iterable

from polybius.errors import NoBody

# What titles of pages say that stand in for one that is gone.
ERROR_TITLE = re.compile(
    r"\b(?:page|file|url|article|story|document|site) (?:was |is |could |can)?not (?:be )?found\b"
    r"|\bpage (?:does not|doesn['’]t|no longer) exists?\b"
    r"|\A\W{0,4}(?:http |status )?(?:error )?(?:404|410|403|500|502|503)"
    r"(?:\W{0,4}\Z| ?[-–—|:•!]| (?:error|not found|page|file|forbidden|gone|bad|service|internal))"
    r"|\A\W{0,4}(?:not found|access denied|forbidden)\W{0,4}(?:\Z|[-–—|:•])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\w[.!?…。！？][\"'”’)\]]{0,3}(?:\s|\Z)")
_LEAST_WORDS, _LEAST_SENTENCE = 8, 3
_MOST_WORDS_OF_ERROR = 60
# From here on Unicode's scripts write without spaces (U+2E80, CJK radicals): two signs a word.
_FIRST_WITHOUT_SPACES = "\u2e80"


def check_report(text: str, titles: Iterable[str | None], source: str) -> None:
    """Raise NoBody where *text* is too little for a report, or an error page's.

    A report has eight words, or a sentence of three. An error page is told by one of
    its *titles* ("Page not found", "404 …") where its text has fewer than sixty words.
    """
    words = _words(text)
    if words < _LEAST_WORDS and (words < _LEAST_SENTENCE or not _SENTENCE.search(text)):
        message = f"no report was found in {source}: it holds no more than “{_short(text)}”"
        raise NoBody(message)
    said = next((each for each in titles if each and ERROR_TITLE.search(each[:200])), None)
    if said is not None and words < _MOST_WORDS_OF_ERROR:
        message = f"no report was found in {source}: it is an error page, “{_short(said)}”"
        raise NoBody(message)


def _words(text: str) -> int:
    unspaced = sum(letter >= _FIRST_WITHOUT_SPACES for letter in text[: 4 * _MOST_WORDS_OF_ERROR])
    return len(text.split()) + unspaced // 2


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else f"{text[:59]}…"
