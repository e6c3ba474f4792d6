"""Noun phrases, subjects and adverbials by the shape of a unit.

Ranges are half-open over tokens: ``(first, last)``.
"""

from __future__ import annotations

from polybius.annotating.quotations.adjuncts import past_adjunct
from polybius.annotating.quotations.units import Unit

Range = tuple[int, int]

FINITE = "vAm"
_HEAD = "np#yo"
_OCCASION_PREPOSITIONS = frozenset((
    "in", "on", "at", "during", "after", "before", "via", "to", "through", "over", "by", "from",
    "with", "of", "for", "about", "from",
))  # fmt: skip


def noun_phrase(unit: Unit, at: int) -> int:
    """Where the noun phrase that starts at *at* ends, without what follows its head.

    *at* itself where none starts there.
    """
    shape = unit.shape + "$"
    if shape[at : at + 1] == "o":
        return at + 1
    here, headed = at, False
    while here < len(unit):
        letter, following = shape[here], shape[here + 1]
        if letter in "nps#y":
            headed = letter in "np" or (letter == "#" and following not in "jnp#k")
            headed = headed or (letter == "y" and following != "s")
        elif letter == "k" and headed:
            if not (following == "n" and shape[here - 1] == "p"):
                break
        elif headed or not _precedes_head(letter, following):
            break
        here += 1
    return here


def _precedes_head(letter: str, following: str) -> bool:
    """Whether a word belongs to a noun phrase whose head is still to come."""
    if letter == "r":
        return following in "j#kd"
    if letter in "kg":
        return following in "jnpk#"
    return letter in "dj"


def extended(unit: Unit, at: int, *, appositions: bool = False) -> int:
    """Where the noun phrase at *at* ends with what hangs on it.

    That is prepositional phrases, coordination, brackets and reduced relative
    clauses; with *appositions* also ", an expert at …" and ", who …".
    """
    here = noun_phrase(unit, at)
    if here == at:
        return at
    while here < len(unit):
        further = _post_modifier(unit, here)
        if further == here and appositions and unit.shape[here] == ",":
            further = _apposition(unit, here)
        if further == here and appositions and unit.words[here] in ("who", "whose"):
            further = _comma_or_end(unit, here)
        if further == here:
            break
        here = further
    return here


def _post_modifier(unit: Unit, at: int) -> int:
    letter = unit.shape[at]
    if letter == "(":
        closing = unit.shape.find(")", at)
        return closing + 1 if 0 < closing < at + 12 else at
    if letter == "i" and unit.words[at] not in ("as", "per", "than", "despite"):
        end = noun_phrase(unit, at + 1)
        return end if end > at + 1 else at
    if letter == "c" and unit.words[at] in ("and", "or", "&"):
        end = noun_phrase(unit, at + 1)
        return end if end > at + 1 and _next(unit, end) not in FINITE else at
    if letter == "s":
        end = noun_phrase(unit, at + 1)
        return max(end, at + 1)
    return at


def _apposition(unit: Unit, comma: int) -> int:
    """Where an apposition or relative clause after *comma* ends; *comma* where none is."""
    here = comma + 1
    if here >= len(unit):
        return comma
    if unit.shape[here] == "w":
        return _comma_or_end(unit, here)
    if unit.shape[here] == "#" and _next(unit, here + 1) in ",.":
        return here + 1
    if unit.shape[here] in "dpnj#kr" or unit.words[here] in ("of", "from"):
        start = here + 1 if unit.shape[here] == "i" else here
        end = noun_phrase(unit, start)
        while end < len(unit) and (further := _post_modifier(unit, end)) > end:
            end = further
        if end > start and _next(unit, end) in ",.;-$wgkirt" + FINITE:
            return _comma_or_end(unit, end) if _next(unit, end) in "wgkirt" else end
    return comma


def _comma_or_end(unit: Unit, at: int) -> int:
    while at < len(unit) and unit.shape[at] not in ",;-.Q":
        at += 1
    return at


def _next(unit: Unit, at: int) -> str:
    return unit.shape[at] if at < len(unit) else "$"


def starts_clause(unit: Unit, at: int) -> bool:
    """Whether a subject and its finite verb stand at *at*, or an adjunct and then these."""
    end = extended(unit, at)
    if end > at:
        return (
            _verb_follows(unit, end)
            or _verb_follows(unit, extended(unit, at, appositions=True))
            or (_next(unit, end) == "c" and _verb_follows(unit, noun_phrase(unit, end + 1)))
        )
    opener = _next(unit, at)
    if opener == "u" and unit.words[at] not in ("if", "unless", "although", "though"):
        return False
    if opener in "iug" or (opener == "r" and unit.words[at] != "not"):
        rest = unit.shape[at:]
        return any(letter in FINITE for letter in rest)
    return opener == "w" and any(letter in FINITE for letter in unit.shape[at:])


def _verb_follows(unit: Unit, at: int) -> bool:
    """Whether a finite verb comes at *at*, past adverbs and a restrictive clause."""
    here = at
    if _next(unit, here) == ",":
        here += 1
    if _next(unit, here) in "wkg" or (_next(unit, here) == "d" and unit.words[here] == "that"):
        return _restricted(unit, here)
    while _next(unit, here) == "r":
        here += 1
    # After a pronoun a verb is finite, whatever its form: "said it put".
    pronoun = here > 0 and unit.shape[here - 1] == "o"
    return _next(unit, here) in FINITE or (pronoun and _next(unit, here) == "b")


def _restricted(unit: Unit, at: int) -> bool:
    """Whether a relative or reduced relative clause at *at* is followed by the main verb."""
    missing = 2 if unit.shape[at] in "wd" else 1
    for here in range(at + 1, len(unit)):
        letter, last = unit.shape[here], unit.shape[here - 1]
        if letter in ",;.Q:":
            return False
        if letter in FINITE and last not in "uc" + FINITE:
            missing -= 1
            if missing == 0:
                return True
    return False


def base_before(unit: Unit, end: int) -> int:
    """Where the noun phrase that ends before *end* starts; *end* where there is none."""
    shape, here = unit.shape, end
    if here and shape[here - 1] == "o":
        return here - 1
    while here > 0 and _belongs(shape, here - 1, end):
        here -= 1
        if shape[here] == "d" and not (here and shape[here - 1] == "d"):
            break
    while here < end and shape[here] in "sr":
        here += 1
    return here


def _belongs(shape: str, at: int, end: int) -> bool:
    """Whether the token *at* is part of the noun phrase that goes on after it up to *end*."""
    letter, last = shape[at], at + 1 == end
    if letter in "np#sjd":
        return True
    if letter == "y":
        return last or shape[at + 1] == "s"
    if letter in "kg":
        return not last and (at < 1 or shape[at - 1] in "djc,i#")
    return letter == "r" and not last and shape[at + 1] in "j#k"


_NEVER_WITHIN = frozenset(
    ["as", "like", "after", "before", "since", "until", "than", "because", "while", "if"]
)
"""Prepositions that open a clause where a verb follows their noun."""


def subject_before(unit: Unit, end: int) -> int:
    """Where the noun phrase that ends before *end* starts, with all that hangs on it.

    *end* where there is none.
    """
    shape = unit.shape
    here = _before_bracket(unit, end)
    start = base_before(unit, here)
    if start == here:
        return end
    while start > 1:
        before = shape[start - 1]
        further = start
        if before == "i" and unit.words[start - 1] not in _NEVER_WITHIN:
            further = _base_or(unit, start - 1, start)
        if further < start:
            pass
        elif before in "kg" or (before in "ri" and shape[start - 2] in "kg"):
            further = _reduced(unit, start - 1 if before in "kg" else start - 2, start)
        elif before == "c" and unit.words[start - 1] in ("and", "or", "&"):
            further = _coordinated(unit, start, end)
        elif before in "vAb":
            further = _relative(unit, start)
        if further == start:
            break
        start = further
    return past_adjunct(unit, start, end)


def _before_bracket(unit: Unit, end: int) -> int:
    if end and unit.shape[end - 1] == ")":
        opening = unit.shape.rfind("(", 0, end)
        return opening if opening > 0 else end
    return end


def _base_or(unit: Unit, end: int, otherwise: int) -> int:
    end = _before_bracket(unit, end)
    start = base_before(unit, end)
    return start if start < end else otherwise


def _reduced(unit: Unit, participle: int, otherwise: int) -> int:
    """The noun phrase that a participle right after it narrows: "a report released"."""
    if participle and unit.shape[participle - 1] in "np":
        return _base_or(unit, participle, otherwise)
    return otherwise


def _coordinated(unit: Unit, start: int, verb: int) -> int:
    """The first of several subjects, where no verb could own those before."""
    shape = unit.shape
    here = start - 1
    while here > 0 and shape[here - 1] == ",":
        here -= 1
    first = base_before(unit, here)
    if first == here:
        return start
    first = _listed(unit, first)
    while first > 1 and shape[first - 1] == "i":
        end = first - 1 - (shape[first - 2] == "k")
        earlier = base_before(unit, end)
        if earlier == end:
            break
        first = earlier
    before = shape[first - 1] if first else "^"
    opens = before in "^Q;.-w" or (
        before == "u" and unit.words[first - 1] in ("that", "if", "whether")
    )
    if before in "c,r" and not any(letter in FINITE for letter in shape[:first]):
        opens = True
    if before == "," and not shape[verb + 1 :].strip(".ry"):
        opens = True  # "…, U.S. and South Korean officials said."
    return first if opens else start


def _listed(unit: Unit, first: int) -> int:
    """The first name of a list: "Britain, France and Germany"."""
    shape = unit.shape
    while first > 1 and shape[first - 1] == ",":
        earlier = base_before(unit, first - 1)
        names = set(shape[earlier : first - 1]) == {"p"}
        alone = earlier == 0 or shape[earlier - 1] == ","
        if earlier == first - 1 or not (names or (alone and "y" not in shape[earlier:first])):
            break
        first = earlier
    return first


def _relative(unit: Unit, start: int) -> int:
    """The noun phrase of a restrictive relative clause: "people who know him"."""
    shape = unit.shape
    here = start - 1
    while here > 0 and here > start - 8 and shape[here] not in ",;.Q:wu":
        here -= 1
    if here > 0 and shape[here] == "w" and unit.words[here] in ("who", "that", "which"):
        return _base_or(unit, here, start)
    return start


def adverbials_end(unit: Unit, at: int, occasions: frozenset[str]) -> int:
    """Where the adverbs, times, hearers and occasions that start at *at* end."""
    here = at
    while here < len(unit):
        letter = unit.shape[here]
        further = here
        if letter == "y" or (letter == "r" and unit.words[here] not in _OF_NOUNS):
            further = _date_end(unit, here + 1) if letter == "y" else here + 1
        elif letter in "iu":
            further = _occasion(unit, here, occasions)
        elif letter in "jd":
            further = _time(unit, here)
        elif letter == ",":
            further = _interrupted(unit, here, past=here > at)
        elif letter in "kv" and unit.words[here + 1 : here + 2] == ["by"] and here > at:
            further = extended(unit, here + 2)
        if further == here:
            break
        here = further
    return here


def _date_end(unit: Unit, at: int) -> int:
    """Past the day and the year of "September 15, 2017"."""
    if _next(unit, at) == "#":
        at += 1
        if unit.shape[at : at + 2] == ",#":
            at += 2
    return at


_OF_NOUNS = frozenset(("early", "only", "more", "most", "less", "nearly", "almost", "roughly"))
"""Adverbs that rather belong to the noun after them: "said nearly all of them"."""


def _time(unit: Unit, at: int) -> int:
    """The end of "last week", "late Tuesday", "this month"."""
    end = at
    while end < len(unit) and unit.shape[end] in "jdr":
        end += 1
    if (
        end > at
        and end < len(unit)
        and (unit.shape[end] == "y" or unit.words[end] in _SPANS_OF_TIME)
    ):
        return end + 1
    return at


_SPANS_OF_TIME = frozenset(
    ["week", "month", "year", "weekend", "morning", "afternoon", "evening", "night", "time", "day"]
)


def _occasion(unit: Unit, at: int, occasions: frozenset[str]) -> int:
    """The end of a prepositional phrase that tells when, where or to whom, else *at*."""
    if unit.words[at] not in _OCCASION_PREPOSITIONS:
        return at
    start = at + 1
    if _next(unit, start) == "g":
        start += 1
    end = noun_phrase(unit, start)
    if end == start and _next(unit, start) == "y":
        end = start + 1
    if end == start:
        return at
    last = end
    while last < len(unit) and unit.shape[last] == "i" and unit.words[last] != "as":
        further = noun_phrase(unit, last + 1)
        if further == last + 1:
            break
        last = further
    known = unit.words[end - 1] in occasions or unit.shape[end - 1] == "y"
    if _next(unit, last) in ",:Q.$;u" or unit.words[last : last + 1] == ["that"]:
        return last
    if known:
        return end
    if unit.words[at] == "to" or (_next(unit, end) == "y"):
        return end
    return at


def _interrupted(unit: Unit, comma: int, *, past: bool) -> int:
    """Past a comma to "that" or a quotation, as in "said on Friday, that", or past "citing …"."""
    after = comma + 1
    if unit.words[after : after + 1] in (["citing"], ["quoting"]):
        end = extended(unit, after + 1)
        return end + 1 if _next(unit, end) == "," else comma
    if past and (_next(unit, after) == "Q" or unit.words[after : after + 1] == ["that"]):
        return after
    return comma
