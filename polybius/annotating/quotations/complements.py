"""What a cue reports: the tokens that are its content."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.annotating.quotations.cues import Cue
from polybius.annotating.quotations.phrases import (
    FINITE,
    Range,
    adverbials_end,
    extended,
    noun_phrase,
    starts_clause,
)
from polybius.annotating.quotations.units import Unit

_QUESTION = frozenset(
    ["if", "whether", "what", "who", "whom", "which", "when", "where", "why", "how"]
)
_SUBORDINATORS = frozenset((
    "while", "although", "though", "because", "since", "unless", "until", "after", "before",
    "when", "as", "if", "whereas", "once",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Complement:
    """``ranges`` of tokens said, and what sort of complement they are.

    ``takes`` is the complement's name in ``lexicon.toml``. ``cue_end`` is where the
    cue ends where it takes in more than its verb ("accused them of").
    """

    ranges: tuple[Range, ...]
    takes: str
    cue_end: int = 0


def following(unit: Unit, cue: Cue, limit: int, occasions: frozenset[str]) -> Complement | None:
    """The complement that comes after the verb; None where none does.

    *limit* is the token at which the content must end (the end of the unit, or
    where another cue's words begin).
    """
    at = adverbials_end(unit, cue.after, occasions)
    return (
        _quoted(unit, cue, at, limit)
        or (cue.takes("told") and _hearer(unit, cue, at, limit, occasions))
        or _worded(unit, cue, at, limit)
        or (unit.shape[cue.after : at][:1] in ("d", "j") and _worded(unit, cue, cue.after, limit))
        or _hearer(unit, cue, at, limit, occasions)
        or _object(unit, cue, cue.after, limit)
        or None
    )


def _quoted(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if not cue.takes("quote"):
        return None
    here = at
    while here < limit and (unit.shape[here] in ",:-" or unit.words[here] in ("that", "of")):
        here += 1
    if here < limit and unit.shape[here] == "Q":
        last = here + 1
        while last < limit and unit.shape[last] == "Q":
            last += 1
        return Complement(((here, last),), "quote")
    if at < limit and unit.shape[at] == ":" and at + 1 < limit:
        return Complement(((at + 1, limit),), "quote")
    return None


def _worded(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    """A clause, question, infinitive or other complement that starts at *at*."""
    if at >= limit:
        return None
    for shape in (_that_clause, _question, _infinitive, _as_phrase, _gerund, _bare_clause):
        found = shape(unit, cue, at, limit)
        if found is not None:
            return found
    return None


def _that_clause(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if unit.words[at] != "that" or not (_takes_clause(cue) or cue.takes("sentence")):
        return None
    letter, after = unit.shape[at], unit.shape[at + 1 : at + 2]
    opens = letter in "uwr" or (letter == "d" and after == ",")
    if opens or (letter == "d" and (starts_clause(unit, at + 1) or starts_clause(unit, at))):
        return Complement(((at, clause_end(unit, at + 1, limit)),), "clause")
    return None


def _takes_clause(cue: Cue) -> bool:
    return cue.takes("clause") or (cue.takes("told") and cue.passive)


def _question(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if unit.words[at] in _QUESTION and unit.shape[at] in "wu" and cue.takes("question"):
        return Complement(((at, phrase_end(unit, at + 1, limit)),), "question")
    return None


def _infinitive(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    reputed = cue.passive and (cue.takes("urged") or cue.takes("reputed"))
    wished = cue.takes("infinitive") or reputed
    if wished and unit.shape[at : at + 2].lstrip("r").startswith("t"):
        return Complement(((at, phrase_end(unit, at + 1, limit)),), "infinitive")
    return None


def _as_phrase(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if unit.words[at] == "as" and cue.takes("as") and at + 1 < limit:
        return Complement(((at + 1, object_end(unit, at + 1, limit)),), "as")
    return None


def _gerund(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if unit.shape[at] == "g" and cue.takes("gerund"):
        return Complement(((at, clause_end(unit, at + 1, limit)),), "gerund")
    return None


def _bare_clause(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if not _takes_clause(cue) or cue.passive:
        return None
    plain = cue.bare and noun_phrase(unit, at) > at
    if starts_clause(unit, at) or (plain and limit > at + 2):
        return Complement(((at, clause_end(unit, at, limit)),), "clause")
    return None


def later_question(unit: Unit, at: int, limit: int) -> Complement | None:
    """A question further on: "was asked, as he left for Ohio, if he agreed"."""
    for here in range(at, limit):
        if unit.words[here] in ("if", "whether"):
            return Complement(((here, phrase_end(unit, here + 1, limit)),), "question")
        if unit.shape[here] in ";:Q":
            break
    return None


def _hearer(
    unit: Unit, cue: Cue, at: int, limit: int, occasions: frozenset[str]
) -> Complement | None:
    """A complement after the person told or urged, or the thing described."""
    end = noun_phrase(unit, at)
    if end == at or cue.passive:
        return None
    wide = extended(unit, at)
    for stop in (end, wide) if wide > end else (end,):
        if stop < limit:
            found = _past_object(unit, cue, at, stop, limit)
            if found is None and cue.takes("told"):
                found = _told(unit, cue, stop, limit, occasions)
            if found is not None:
                return found
    if cue.takes("sentence") and unit.shape[wide : wide + 1] == "b":
        # A subjunctive: "demanded North Korea suspend".
        return Complement(((at, clause_end(unit, at, limit)),), "sentence")
    return None


def _past_object(unit: Unit, cue: Cue, at: int, stop: int, limit: int) -> Complement | None:
    """What follows an object that ends before *stop*: "to leave", "as a threat", "of lying"."""
    infinitive = unit.shape[stop : stop + 2].lstrip("r").startswith("t")
    if cue.takes("urged") and infinitive:
        return Complement(((at, phrase_end(unit, stop, limit)),), "urged")
    if cue.takes("as") and unit.words[stop] == "as":
        return Complement(((at, object_end(unit, stop + 1, limit)),), "as")
    if cue.takes("charged") and unit.words[stop] == "of":
        return Complement(((stop + 1, clause_end(unit, stop + 1, limit)),), "charged", stop + 1)
    return None


def _told(
    unit: Unit, cue: Cue, stop: int, limit: int, occasions: frozenset[str]
) -> Complement | None:
    """What a hearer who ends before *stop* is told, past when and where."""
    after = adverbials_end(unit, stop, occasions)
    quoted = _quoted(unit, cue, after, limit)
    if quoted is not None:
        return quoted
    for start in (after, stop):
        if start >= limit:
            continue
        asked = unit.words[start] in _QUESTION and cue.takes("question")
        if unit.words[start] == "that" or asked or starts_clause(unit, start):
            return Complement(((start, clause_end(unit, start + 1, limit)),), "told")
    return None


def _object(unit: Unit, cue: Cue, at: int, limit: int) -> Complement | None:
    if not (cue.takes("object") or cue.takes("named")) or at >= limit or cue.passive:
        return None
    start = at
    while start < limit and unit.shape[start] == "r":
        start += 1
    end = noun_phrase(unit, start)
    if start < limit and unit.shape[start] == "y":
        return None
    if end == start and not (start < limit and unit.words[start] in _QUESTION):
        return None
    takes = "object" if cue.takes("object") else "named"
    return Complement(((start, object_end(unit, end, limit)),), takes)


def clause_end(unit: Unit, at: int, limit: int) -> int:
    """Where a reported clause ends: the unit's end, or where the report goes on."""
    end = _trimmed(unit, at, limit)
    for here in range(at + 1, end):
        letter = unit.shape[here]
        if letter == ";":
            return here
        if letter == "Q" and unit.shape[here - 1] == ".":
            return here
    return end


def phrase_end(unit: Unit, at: int, limit: int) -> int:
    """Where a question or an infinitive ends: before what the report adds to it."""
    end = clause_end(unit, at, limit)
    for here in range(at, end - 1):
        if unit.shape[here] == "," and (
            unit.shape[here + 1] == "g" or unit.words[here + 1] in _ADDING
        ):
            return here
        if _opens_clause(unit, here, end):
            return here - (unit.shape[here - 1] == ",")
    return end


_ADDING = frozenset(["which", "who", "despite", "although"])


def object_end(unit: Unit, at: int, limit: int) -> int:
    """Where a noun phrase that is reported ends, with what hangs on it."""
    end = _trimmed(unit, at, limit)
    for here in range(at, end):
        letter, following = unit.shape[here], unit.shape[here + 1 : here + 2]
        if letter in ";:-" or (letter == "," and _leaves(unit, here, end)):
            return here
        if letter == "c" and (following in ("v", "A", "m") or _opens_clause(unit, here, end)):
            return here
        if letter == "i" and here > at and following in ("g", "y"):
            return here
        if unit.words[here] in _SUBORDINATORS and (
            letter == "u" or starts_clause(unit, here + 1) or following == "g"
        ):
            return here
    return end


def _opens_clause(unit: Unit, at: int, end: int) -> bool:
    """Whether a conjunction at *at* joins a whole clause: "and creditors look"."""
    if unit.shape[at] != "c" and unit.words[at] != "so":
        return False
    stop = extended(unit, at + 1)
    while stop < end and unit.shape[stop] == "r":
        stop += 1
    return at + 1 < stop < end and unit.shape[stop] in FINITE


def _leaves(unit: Unit, comma: int, end: int) -> bool:
    """Whether what follows a comma no longer belongs to the noun phrase before it."""
    following = unit.shape[comma + 1 : comma + 2]
    if following in ("j", "#", "k", "i"):
        return False
    if following in ("d", "n", "p"):
        stop = extended(unit, comma + 1)
        return stop < end and unit.shape[stop] in FINITE
    return not (following == "c" and unit.shape[comma + 2 : comma + 3] in tuple("dnpj#"))


def _trimmed(unit: Unit, at: int, limit: int) -> int:
    """*limit* without the punctuation before it."""
    end = limit
    while end > at and unit.shape[end - 1] in ".,;:-(":
        end -= 1
    return end


def finite_between(unit: Unit, first: int, last: int) -> bool:
    """Whether a finite verb stands between two tokens."""
    return any(letter in FINITE for letter in unit.shape[first:last])
