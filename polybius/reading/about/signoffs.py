"""Lines of credit that stand outside the report's body, where an extractor does not look."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from polybius.reading.characters import line

_SAYS_CREDIT = re.compile(
    r"\b(?:Reporting|Writing|Editing|Additional reporting|Compiled|Edited|Reported) (?:by|from)\b"
    r"|\bcontribut(?:ed|ing)\b|\breported from\b"
)
# One of these stands in every credit: a quick look that spares most elements the pattern.
_HINTS = (" by", " from", "contribut")
_LONGEST = 600
_MOST = 5


def signoffs_in(root: HtmlElement) -> list[str]:
    """Short lines anywhere in *root* that say who reported, wrote or edited.

    Whether each is a credit, the grammar of credits decides.
    """
    found: dict[str, None] = {}
    for element in root.iter("p", "div", "span", "em", "i", "small", "footer", "section"):
        own = element.text
        if own and len(own) <= _LONGEST and _says_credit(own) and len(found) < _MOST:
            text = line(element.text_content()[: 2 * _LONGEST])
            if len(text) <= _LONGEST:
                found[text] = None
    return list(found)


def _says_credit(text: str) -> bool:
    return any(hint in text for hint in _HINTS) and _SAYS_CREDIT.search(text) is not None
