"""What a number counts: "two short-range ballistic missiles" are missiles.

Without a parser: the first plural noun after the number, before any word that cannot
stand inside a noun phrase. Where there is none, a noun that the number stands before
as an adjective does ("12 page document").
"""

from __future__ import annotations

from typing import NamedTuple

from polybius.annotating.quantities.tokens import DASHES, Tokens
from polybius.annotating.quantities.vocabulary import listed, numbers, words

_FARTHEST = 6
_HYPHENS = 10


class Counted(NamedTuple):
    """A noun in the singular, and the token after its last; whether it was in the plural."""

    noun: str
    last: int
    plural: bool


def noun_after(cut: Tokens, at: int, value: float) -> Counted | None:
    """The noun that a number of *value* counts, where the noun phrase begins at *at*."""
    if cut.forms[at] in DASHES and cut.glued(at):
        return _hyphenated(cut, at + 1) if cut.glued(at + 1) else None
    start = at
    if cut.lower[at] == "of":
        at += 1
        while cut.lower[at] in listed("determiners"):
            at += 1
    beyond = _after_number(cut, at, of=at > start)
    if beyond > at:
        counted = noun_after(cut, beyond, 2)
        return counted and counted._replace(last=start)
    if cut.lower[at] in ("more", "other", "additional"):
        at += 1
    phrase = _phrase(cut, at)
    for position, (_, end) in enumerate(phrase):
        if is_plural(cut, end - 1):
            return _longest(cut, phrase[position:])
    return _singular(cut, phrase, value)


def _after_number(cut: Tokens, at: int, *, of: bool) -> int:
    """The token after a number at *at* that stands before the noun; *at* where none does.

    As in "one of the three missiles" (*of*), "six 3,000-ton submarines". The number has
    its own quantity, so that the noun is not in the span of the first.
    """
    if not (cut.forms[at][0].isdecimal() or cut.lower[at] in numbers().adding):
        return at
    tied = cut.forms[at + 1] in DASHES and cut.glued(at + 1) and cut.glued(at + 2)
    if tied and cut.forms[at + 2].isalpha():
        return at + 3
    return at + 1 if of and not tied else at


def is_plural(cut: Tokens, at: int) -> bool:
    """Whether the token looks like a plural noun."""
    word = cut.lower[at]
    if word in words().plurals:
        return True
    if len(word) < 4 or word[-1] != "s" or word[-2:] in ("ss", "us", "is", "'s"):
        return False
    return word not in listed("singular")


def _hyphenated(cut: Tokens, at: int) -> Counted | None:
    """As in "15-member", "12-page": the word after the hyphen."""
    word = cut.forms[at]
    if not word.isalpha() or not word.islower() or len(word) < 3:
        return None
    if word in listed("idioms") or word in listed("function"):
        return None
    return Counted(singular_of(word), at + 1, plural=False)


def _phrase(cut: Tokens, at: int) -> list[tuple[int, int]]:
    """Words from *at* that may belong to one noun phrase, hyphens joined: first and last token."""
    phrase: list[tuple[int, int]] = []
    function = listed("function") | numbers().adding
    while len(phrase) < _FARTHEST:
        if phrase and cut.lower[at : at + 2] == ["and", "other"]:
            at += 1
        elif not cut.forms[at][0].isalpha() or cut.lower[at] in function:
            return phrase
        end = _compound_end(cut, at)
        phrase.append((at, end))
        at = end
    return phrase


def _compound_end(cut: Tokens, at: int) -> int:
    """The token after a word with all that is tied to it: "surface-to-air", "U.S."."""
    end = at + 1
    while end < at + _HYPHENS and cut.forms[end] in DASHES:
        if not (cut.glued(end) and cut.glued(end + 1) and cut.forms[end + 1][0].isalnum()):
            break
        end += 2
    if len(cut.forms[at]) > 1:
        return end
    while cut.forms[end] == "." and cut.glued(end):  # initials
        end += 1
        if cut.glued(end) and len(cut.forms[end]) == 1 and cut.forms[end].isalpha():
            end += 1
    return end


def _longest(cut: Tokens, phrase: list[tuple[int, int]]) -> Counted:
    """The plural at the head of *phrase*, or a plural right after it: "weapons systems"."""
    end = phrase[0][1]
    if cut.lower[end - 1] in listed("attributive") and len(phrase) > 1:
        following = phrase[1][1]
        if is_plural(cut, following - 1):
            end = following
    return Counted(singular_of(cut.forms[end - 1]), end, plural=True)


def _singular(cut: Tokens, phrase: list[tuple[int, int]], value: float) -> Counted | None:
    nouns = [end for _, end in phrase if not _modifies(cut, end - 1)]
    if value == 1 and nouns:
        end = nouns[min(2, len(nouns) - 1)]
        return Counted(cut.forms[end - 1], end, plural=False)
    if len(nouns) > 1 and cut.forms[phrase[0][0]].islower():
        return Counted(cut.forms[nouns[0] - 1], nouns[0], plural=False)
    return None


def _modifies(cut: Tokens, at: int) -> bool:
    """Whether the token is no noun by its ending: adverb, participle, possessive."""
    return cut.lower[at].endswith(("ly", "ed", "ing", "'s"))


def singular_of(word: str) -> str:
    """The singular of an English plural noun; *word* itself where it is none."""
    lower = word.lower()
    irregular = words().plurals.get(lower) or words().plurals.get(word)
    if irregular is not None:
        return irregular
    if lower.endswith("ies") and len(lower) > 4:
        return f"{word[:-3]}y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
