"""The text cut into numbers, words and single marks, with how they touch.

Numbers need a cut of their own: "3,000-km-range", "US$1.3bn" and "1 000 km" fall
apart into the pieces that their meaning is put together from, and nothing that
touches a number (a zero-width space, a letter, a colon) is lost sight of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Digits with the marks inside them; a word; any other mark. Line breaks are a mark,
# so that nothing is read across them.
# Control characters that Python takes for space do not show, and are marks, too.
TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[\n\x0b\x0c\x1c-\x1f\x85\u2028\u2029]|\S"
)

_PADDING = 8
BREAK = "\n"
DASHES = frozenset("-‐‑")
"""Hyphens, which tie words and numbers together."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists over the tokens of a text, padded with line breaks at both ends.

    ``lower`` is in lower case with straight apostrophes. Offsets are into the text;
    those of the padding lie outside it.
    """

    text: str
    forms: list[str] = field(default_factory=list)
    lower: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def glued(self, at: int) -> bool:
        """Whether the token touches the one before it."""
        return self.starts[at] == self.ends[at - 1]

    def count(self) -> int:
        """How many tokens the text itself has; the first of them is at ``FIRST``."""
        return len(self.forms) - 2 * _PADDING


FIRST = _PADDING


def tokens(text: str) -> Tokens:
    """The tokens of *text*."""
    found = Tokens(text)
    _pad(found, -2)
    for match in TOKEN.finditer(text):
        form = match[0]
        found.forms.append(form)
        found.lower.append(form.lower().replace("’", "'"))
        found.starts.append(match.start())
        found.ends.append(match.end())
    _pad(found, len(text) + 1)
    return found


def _pad(found: Tokens, offset: int) -> None:
    found.forms.extend([BREAK] * _PADDING)
    found.lower.extend([BREAK] * _PADDING)
    found.starts.extend([offset] * _PADDING)
    found.ends.extend([offset] * _PADDING)
