"""The shape of a sentence: one letter a token.

The tags of ``polybius.annotating.tagging``, with ``A`` for finite forms of be,
have and do, ``y`` for days and months, ``Q`` for a quotation that stands by
itself, and punctuation as ``, ; : ( ) - .``; some slips of the tagger that
reported speech is prone to are mended.
"""

from __future__ import annotations

import re
from collections.abc import Container

from polybius.annotating.quotations.lexicon import Lexicon
from polybius.annotating.tokens import Tokens

_AUXILIARIES = frozenset((
    "is", "are", "was", "were", "am", "be", "been", "being", "'s", "'re", "'m", "has", "have",
    "had", "having", "'ve", "'d", "do", "does", "did", "'ll",
))  # fmt: skip
_DETERMINERS = frozenset(("a", "an", "the", "its", "his", "their", "my", "our", "your"))
_PUNCTUATION = {
    ",": ",", ";": ";", ":": ":", "(": "(", "[": "(", ")": ")", "]": ")", "—": "-", "–": "-",
    "―": "-", "--": "-", "-": "-", "---": "-",
}  # fmt: skip
_NAMING = frozenset(("called", "named", "dubbed", "labeled", "labelled", "titled"))
_DAYS = frozenset(("today", "tomorrow", "yesterday", "tonight"))
# Slips seen in the letters alone, each mended to as many letters.
_SLIPS = (
    (re.compile(r"(?<=v)v(?=A)"), "n"),  # "said talks had failed"
    (re.compile(r"^g(?=[vAm])"), "p"),  # "Beijing said"
    (re.compile(r"^b(?=dnv)"), "p"),  # "Peru this week said"
    (re.compile(r"^gk"), "pv"),  # "Beijing urged"
    (re.compile(r"^v(?=[uwi])"), "k"),  # "Asked if"
    (re.compile(r"(?<![Amt]o)(?<=o)k"), "v"),  # "says it kept"
)


def shape_of(kept: Tokens, tagged: str, quoted: Container[int], lexicon: Lexicon) -> str:
    """The shape of the tokens *kept*; *quoted* are the places of quotations."""
    letters = list(tagged)
    times = lexicon.lists["time"]
    for at, (form, word) in enumerate(zip(kept.forms, kept.words, strict=True)):
        letter = letters[at]
        if at in quoted:
            letters[at] = "Q"
        elif word in _PUNCTUATION:
            letters[at] = _PUNCTUATION[word]
        elif word in _AUXILIARIES and (letter == "v" or letters[at : at + 2] == ["k", "k"]):
            letters[at] = "A"
        elif word in _DAYS or (word in times and letter in "np" and form[0].isupper()):
            letters[at] = "y"
        elif (
            letter in "rjvb"
            and form[0].isupper()
            and letters[at - 1 : at] == ["p"]
            and (letters[at + 1 : at + 2] == ["p"])
        ):
            letters[at] = "p"  # "Cheong Wa Dae"
        elif letter in "nvbdit":
            letters[at] = _mended(kept, letters, at, lexicon)
    shape = "".join(letters)
    for slip, right in _SLIPS:
        shape = slip.sub(right, shape)
    return shape


def _mended(kept: Tokens, letters: list[str], at: int, lexicon: Lexicon) -> str:
    """The letter of a word that the tagger may have got wrong beside its neighbours."""
    word, letter = kept.words[at], letters[at]
    before = letters[at - 1] if at else "^"
    after = letters[at + 1] if at + 1 < len(letters) else "$"
    if letter in "vb":
        return _mended_verb(kept, letters, lexicon, at)
    if letter == "n":
        return _mended_noun(kept, lexicon, at, before, after)
    if word == "that" and letter == "d" and before in "np" and after in "npod":
        return "w"  # "launches that analysts say": it joins a clause to the noun
    if word == "to" and after == "b" and kept.words[at - 1] != "according":
        return "t"
    return letter


def _mended_verb(kept: Tokens, letters: list[str], lexicon: Lexicon, at: int) -> str:
    letter, after = letters[at], letters[at + 1] if at + 1 < len(letters) else "$"
    if at and kept.words[at - 1] in _DETERMINERS:
        return "n"
    if kept.forms[at][0].isupper() and after in "vA":
        return "p"  # "Work told reporters"
    if kept.words[at] in _NAMING and at and letters[at - 1] == "n":
        return "k" if _has_verb(kept, letters, lexicon, at) else letter
    return "n" if kept.words[max(0, at - 2) : at] == ["according", "to"] else letter


def _has_verb(kept: Tokens, letters: list[str], lexicon: Lexicon, at: int) -> bool:
    """Whether the clause before *at* has its verb, so that "a rocket called …" is a noun phrase."""
    for here in range(at - 1, -1, -1):
        if letters[here] in "cuw,;:":
            return False
        if letters[here] in "vAm":
            base = lexicon.verbs.forms.get(kept.words[here])
            return base not in lexicon.lists["bare"]
    return False


def _mended_noun(kept: Tokens, lexicon: Lexicon, at: int, before: str, after: str) -> str:
    word = kept.words[at]
    if word == "reports" and before in "pn" and after in ",.":
        return "v"  # "…, the newspaper reports."
    if word.endswith("ing") and before == "A" and after in "dnpou":
        return "g"  # "is warning voters"
    if word in lexicon.verbs.particles and before == "n" and kept.words[at - 1].endswith("s"):
        # "environmentalists worry that"
        that = kept.words[at + 1 : at + 2] == ["that"]
        return "v" if that or after in "td" else "n"
    return "n"
