"""The form under which names are looked up: no case, no accents, no points, no hyphens."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence

_DROPPED = str.maketrans("", "", ".'’‘ʻʼ`´ʿʾ")
_SPACED = str.maketrans({**dict.fromkeys("-‐‑–/", " "), "&": " and "})
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})
_EXPANDED = {
    "st": "saint",
    "ste": "sainte",
    "mt": "mount",
    "ft": "fort",
    "co": "county",
}


@functools.lru_cache(maxsize=16_384)
def folded(word: str) -> str:
    """*word* in lower case, without accents, apostrophes and full stops.

    >>> folded("Türkiye"), folded("U.S.")
    ('turkiye', 'us')
    """
    return _folded(word)


def _folded(text: str) -> str:
    if text.isascii():
        return text.translate(_DROPPED).lower()
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return bare.translate(_DROPPED).lower().translate(_LETTERS)


def key_of_words(words: Sequence[str]) -> str:
    """The key of a name whose *words* are folded already; "St." and its like are spelt out."""
    if _EXPANDED.keys().isdisjoint(words):
        return " ".join(words)
    last = len(words) - 1
    return " ".join(
        _EXPANDED.get(word, word) if at < last else word for at, word in enumerate(words)
    )


def key(name: str) -> str:
    """The key under which *name* is stored.

    >>> key("St. Petersburg"), key("Tongch’ang-ri"), key("Côte d’Ivoire")
    ('saint petersburg', 'tongchang ri', 'cote divoire')
    """
    return key_of_words(_folded(name.translate(_SPACED)).split())
