"""Numbers that begin with a word: "four thousand five hundred", "half a million", "a dozen".

Runs of plain number words are added up by text2num; what it does not read is put
around it here: "half a million", "a dozen", "two-thirds", "and a half", "thousands of".
"""

from __future__ import annotations

from dataclasses import replace

from text_to_num import text2num  # type: ignore[import-untyped]  # it has no stubs

from polybius.annotating.quantities.numeral import Numeral, scaled, with_point
from polybius.annotating.quantities.printed import step_of
from polybius.annotating.quantities.tokens import DASHES, Tokens
from polybius.annotating.quantities.vocabulary import numbers

_LONGEST_RUN = 24


def in_words(cut: Tokens, at: int) -> Numeral | None:
    """The number whose first word is the token at *at*."""
    word, known = cut.lower[at], numbers()
    if word in ("a", "an"):
        return _after_article(cut, at)
    if word == "half":
        return _half(cut, at, at)
    if word in known.vague:
        return _vague(cut, at)
    if word in known.small:
        return _run(cut, at)
    if word in known.multiplying and not _untold(cut, at):
        run = _run(cut, at)
        return run if run and run.last > at + 1 else None
    return None


def after_words(cut: Tokens, at: int) -> int:
    """The token after the number words at *at*, where they make no number together."""
    adding = numbers().adding
    if cut.lower[at] not in adding:
        return at + 1
    while cut.lower[at] in adding or (cut.forms[at] in DASHES and cut.lower[at + 1] in adding):
        at += 1
    return at


def _untold(cut: Tokens, at: int) -> bool:
    untold = numbers().lists["untold"]
    return cut.lower[at - 1] in untold or cut.lower[at - 2] in untold


def _after_article(cut: Tokens, at: int) -> Numeral | None:
    """As in "a hundred and five", "a dozen", "a quarter million", "a third of"."""
    word, after, known = cut.lower[at + 1], cut.lower[at + 2], numbers()
    if word == "dozen":
        return Numeral(at, at + 2, 12.0, 1.0, worded=True)
    if word == "half":
        return _half(cut, at, at + 1)
    if word in known.multiplying:
        run = _run(cut, at + 1)
        return run and replace(run, first=at)
    if word == "quarter" and after in known.scales:
        scale = known.scales[after]
        return Numeral(at, at + 3, scale / 4, scale / 100, worded=True)
    if cut.forms[at + 1] in known.parts and after == "of":  # in capitals: "a Fourth of July"
        return Numeral(at, at + 2, 1 / known.parts[word], 0.01, worded=True, fraction=True)
    return None


def _half(cut: Tokens, first: int, at: int) -> Numeral | None:
    """As in "half a million", "half a mile", "half of"; *at* is the token of "half"."""
    known = numbers()
    halved = known.lists["halved"]
    article = cut.lower[at + 1] in ("a", "an")
    last = at + 1 + (article or cut.forms[at + 1] in DASHES)
    if cut.lower[last] in known.scales:
        scale = known.scales[cut.lower[last]]
        return Numeral(first, last + 1, scale / 2, scale / 10, worded=True)
    if article and cut.lower[last] in halved:
        return Numeral(first, last, 0.5, 0.1, worded=True, fraction=True)
    of = cut.lower[at + 1] == "of" and cut.lower[first - 1] not in known.lists["halving"]
    if of or (first < at and cut.lower[last] in halved):
        return Numeral(first, at + 1, 0.5, 0.1, worded=True, fraction=True)
    return None


def _vague(cut: Tokens, at: int) -> Numeral:
    """As in "tens of thousands", "hundreds", "dozens": between one scale and the next."""
    known = numbers().vague
    low, high = known[cut.lower[at]]
    last = at + 1
    if cut.lower[last] == "of" and cut.lower[last + 1] in known:
        scale = known[cut.lower[last + 1]][0]
        low, high = low * scale, None if high is None else high * scale
        last += 2
    return Numeral(at, last, low, low, upper=high, worded=True, vague=True)


def _run(cut: Tokens, at: int) -> Numeral | None:
    """A run of number words, as far as it makes one number."""
    parts, last = _run_words(cut, at)
    value = _added_up(parts) if len(parts) < _LONGEST_RUN else None
    while value is None and "and" in parts:
        parts = parts[: len(parts) - 1 - parts[::-1].index("and")]
        last = _end_of(cut, at, len(parts))
        value = _added_up(parts)
    if value is None or _ordinal_follows(cut, last):
        return None  # "nineteen eighty", "twenty-first"
    found = Numeral(at, last, value, step_of(f"{value:.0f}"), worded=True)
    found = _part_of(cut, found) or _and_a_half(cut, found) or with_point(cut, found)
    return scaled(cut, found)


def _run_words(cut: Tokens, at: int) -> tuple[list[str], int]:
    known = numbers()
    parts = [cut.lower[at]]
    last = at + 1
    while len(parts) < _LONGEST_RUN:
        hyphen = cut.forms[last] in DASHES and cut.glued(last) and cut.glued(last + 1)
        joined = cut.lower[last] == "and" and parts[-1] in known.multiplying
        following = last + (hyphen or joined)
        if cut.lower[following] not in known.adding:
            break
        parts.extend(["and", cut.lower[following]] if joined else [cut.lower[following]])
        last = following + 1
    return parts, last


def _end_of(cut: Tokens, at: int, count: int) -> int:
    """The token after the first *count* words of the run at *at*, hyphens not counted."""
    while count:
        count -= cut.forms[at] not in DASHES
        at += 1
    return at


def _added_up(parts: list[str]) -> float | None:
    try:
        return float(text2num(" ".join(parts), "en"))
    except ValueError:
        return None


def _ordinal_follows(cut: Tokens, at: int) -> bool:
    if cut.forms[at] not in DASHES or not cut.glued(at):
        return False
    word, known = cut.lower[at + 1], numbers()
    return word in known.lists["ordinals"] and word not in known.parts


def _part_of(cut: Tokens, found: Numeral) -> Numeral | None:
    """As in "two-thirds", "one third of", "three quarters of"."""
    at = found.last
    hyphen = cut.forms[at] in DASHES
    part = numbers().parts.get(cut.lower[at + hyphen])
    if part is None or not (hyphen or cut.lower[at + 1] == "of") or found.value > 20:
        return None
    value = found.value / part
    return replace(found, last=at + hyphen + 1, value=value, step=0.01, fraction=True)


def _and_a_half(cut: Tokens, found: Numeral) -> Numeral | None:
    at = found.last
    words = [word for word in cut.lower[at : at + 6] if word not in DASHES][:3]
    if words != ["and", "a", "half"]:
        return None
    last = cut.lower.index("half", at) + 1
    return replace(found, last=last, value=found.value + 0.5, step=0.1)
