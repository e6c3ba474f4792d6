"""Words and punctuation marks, with their offsets.

English in newspaper style: "U.S.", "Gen." and "1,100.5" are one token each,
"short-range" is one, and clitics stand apart ("don't" is "do" and "n't",
"Trump’s" is "Trump" and "’s"), as in the treebanks that the tagger learnt from.
"""

from __future__ import annotations

import re
from typing import NamedTuple

WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S., a.m.
    r"|(?:Mr|Mrs|Ms|Dr|St|Jr|Sr|Gen|Lt|Col|Maj|Capt|Adm|Sgt|Sen|Rep|Reps|Sens|Gov|Prof|Rev|Hon"
    r"|Vice-Adm|vs|No|Inc|Co|Corp|Ltd|[A-Z])\.(?=\s)"
    r"|\d++(?:[.,:/]\d++)*+(?:st|nd|rd|th)?+(?!-?[^\W\d_])"
    r"|[^\W_]+(?:[-‐‑'’&/][^\W_]+)*"
    r"|(?<=[.\w])['’](?:s|re|ve|ll|d|m)\b"
    r"|''|``|--+|\.\.+"
    r"|\S"
)
_CLITIC = re.compile(r"(?:(?<=[^\W\d_])n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)


class Tokens(NamedTuple):
    """Parallel lists over the tokens of a stretch of text, in order.

    ``forms`` are the words as written; ``words`` the same in lower case with a
    straight apostrophe; ``starts`` and ``ends`` are offsets into the whole text.
    """

    forms: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]


def tokens(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of ``text[start:end]``."""
    forms: list[str] = []
    starts: list[int] = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        form, first = match[0], match.start()
        if "'" in form or "’" in form:
            clitic = _CLITIC.search(form)
            if clitic is not None and clitic.start():
                forms.append(form[: clitic.start()])
                starts.append(first)
                form, first = clitic[0], first + clitic.start()
        forms.append(form)
        starts.append(first)
    words = [form.lower().replace("’", "'") for form in forms]
    ends = [first + len(form) for first, form in zip(starts, forms, strict=True)]
    return Tokens(forms, words, starts, ends)
