"""The words that say how sure a number is: "about", "at least", "or so"."""

from __future__ import annotations

from typing import NamedTuple

from polybius.annotating.quantities.tokens import Tokens
from polybius.annotating.quantities.vocabulary import listed, words
from polybius.nouns.annotations import Bound


class Hedge(NamedTuple):
    """How a number is bound, and the tokens of the words that say so."""

    bound: Bound
    first: int
    last: int


def hedge_before(cut: Tokens, at: int) -> Hedge | None:
    """The hedge that ends right before token *at*: "at least about" has both."""
    found: Hedge | None = None
    start = at
    while (bound_and_first := _ending(cut, start)) is not None:
        bound, start = bound_and_first
        if found is not None and bound == "about":
            bound = found.bound
        found = Hedge(bound, start, at)
    return _adjective(cut, at) if found is None else _denied(cut, found)


def start_of(cut: Tokens, at: int) -> int:
    """The token at which the hedge before *at* begins; *at* where there is none."""
    hedge = hedge_before(cut, at)
    return hedge.first if hedge else at


# "did not go higher than 1,000 km" is at most that.
_DENIED: dict[Bound, Bound] = {"more_than": "at_most", "less_than": "at_least"}


def _denied(cut: Tokens, found: Hedge) -> Hedge:
    turned = _DENIED.get(found.bound)
    if turned is None:
        return found
    for word in cut.lower[max(0, found.first - 3) : found.first]:
        if word in listed("negating") or word.endswith("n't"):
            return found._replace(bound=turned)
    return found


def _adjective(cut: Tokens, at: int) -> Hedge | None:
    """As in "an estimated altitude of": the adjective hedges the number."""
    if cut.lower[at - 1] != "of":
        return None
    for before in (at - 3, at - 4):
        if cut.lower[before] in ("estimated", "approximate"):
            return Hedge("about", before, before + 1)
    return None


def _ending(cut: Tokens, at: int) -> tuple[Bound, int] | None:
    for phrase, bound in words().before.get(cut.lower[at - 1], ()):
        first = at - len(phrase)
        if first >= 0 and tuple(cut.lower[first:at]) == phrase:
            return bound, first
    return None


def hedge_after(cut: Tokens, at: int) -> Hedge | None:
    """The hedge that begins at token *at*: "or more", "-odd", "+"."""
    for phrase, bound in words().after.get(cut.lower[at], ()):
        if tuple(cut.lower[at : at + len(phrase)]) == phrase:
            if phrase[0] in "-+" and not cut.glued(at):
                return None
            return Hedge(bound, at, at + len(phrase))
    return None
