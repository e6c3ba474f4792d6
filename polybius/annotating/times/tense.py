"""Whether the sentence speaks of a time as past or as to come.

The verb that governs a time in English news nearly always stands before it ("said
Friday", "will meet on Friday"), nearest last; where none does ("On Friday, the two
met"), it is the first after it. Plans ("is due Friday", "set for Friday"),
deadlines ("until Friday") and timetables ("opens Friday") look ahead whatever the
form of the verb. The words are in ``tense.toml``.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, NamedTuple

from polybius.annotating.times.lexing import Lexed

Tense = Literal["past", "future"]

_SKIPPED = frozenset({"the", "of", "on", "at", "about", "around", "as", "early", "late"})
_SKIPPED_AT_MOST = 6
_FORWARD = 25  # words after the time that are searched for a verb
_BACKWARD = 60
_OBJECT = 5  # words after a verb of planning in which its object's noun stands


class _Words(NamedTuple):
    will: frozenset[str]
    modal: frozenset[str]
    be: frozenset[str]
    past_be: frozenset[str]
    have: frozenset[str]
    determiners: frozenset[str]
    plan: frozenset[str]
    dated: frozenset[str]
    occasions: frozenset[str]
    gatherings: frozenset[str]
    ahead: frozenset[str]
    back: frozenset[str]
    fixed: frozenset[str]
    fixed_after_pronouns: frozenset[str]
    arranged: frozenset[str]
    saying: frozenset[str]
    irregular: frozenset[str]
    not_past: frozenset[str]


@cache
def _words() -> _Words:
    raw = files("polybius.annotating.times").joinpath("tense.toml").read_text(encoding="utf-8")
    return _Words(**{name: frozenset(words.split()) for name, words in tomllib.loads(raw).items()})


def tense(lexed: Lexed, first: int, stop: int) -> Tense | None:
    """The tense in which the sentence speaks of the tokens from *first* up to *stop*.

    None where no verb tells.
    """
    near = _preposition(lexed, first, stop)
    if near:
        return near
    words = _words()
    if lexed.letter(stop) == "'" and lexed.word(stop + 1) not in words.occasions:
        return "past"  # "to discuss Friday's ruling"
    behind = _verb(lexed, stop, ahead=True) if lexed.word(first - 1) == "on" else None
    if behind:
        return behind  # "China on Friday said", "the talks on Friday will"
    before = _search(lexed, range(first - 1, max(-1, first - _BACKWARD), -1))
    if before is None:
        after = _search(lexed, range(stop, stop + _FORWARD))
        return after[0] if after else None
    found, at = before
    if found == "past" and first - at > 3 and lexed.word(at) in words.saying:
        after = _search(lexed, range(stop, stop + 2))
        if after and lexed.word(after[1]) in words.will | words.modal | words.be:
            return after[0]
    return found


def _preposition(lexed: Lexed, first: int, stop: int) -> Tense | None:
    """What the words straight before the time tell: "until", "since", "ahead of"."""
    words = _words()
    at = first - 1
    while at > first - _SKIPPED_AT_MOST and _is_skipped(lexed, at):
        at -= 1
    word = lexed.word(at)
    if word in words.back or (word == "up" and lexed.word(at + 1) == "to"):
        return "past"
    if word in words.ahead:
        return _deadline(lexed, at, stop)
    if word in {"ahead", "soon", "eve"} or (word in words.dated and lexed.letter(first - 1) != "d"):
        return "future"
    return "future" if _is_arranged(word, lexed.word(at - 1), lexed.word(stop)) else None


def _is_arranged(word: str, before: str, after: str) -> bool:
    """As in "planned for Friday", "a meeting for Friday", "set Friday as the deadline"."""
    words = _words()
    if word in {"set", "fixed", "named"}:
        return after == "as"
    if word == "for" and before in words.occasions:
        return True
    return word in {"for", "to", "from"} and before in words.plan


def _is_skipped(lexed: Lexed, at: int) -> bool:
    """Whether the word may stand between the preposition and the time: "by 11 a.m. on Friday"."""
    hour = lexed.letter(at) == "D" and lexed.letter(at + 1) == "t"
    return hour or lexed.word(at) in _SKIPPED or lexed.letter(at) in "HtZ"


def _deadline(lexed: Lexed, at: int, stop: int) -> Tense | None:
    """Tell "until Friday", ahead, from "had held until Friday" and "was contained by Friday"."""
    words = _words()
    if lexed.word(at - 1) == "up":
        return "past"
    governing = _search(lexed, range(at - 1, max(-1, at - _BACKWARD), -1))
    if governing is None:
        after = _search(lexed, range(stop, stop + _FORWARD))
        return after[0] if after else "future"
    tense_, verb = governing
    helped = lexed.word(verb - 1) in words.past_be | {"had"} or lexed.word(verb) == "had"
    done = lexed.word(at) == "by" and lexed.word(verb) not in words.saying | words.plan
    return "past" if tense_ == "past" and (helped or done) else "future"


def _search(lexed: Lexed, places: range) -> tuple[Tense, int] | None:
    """The first word of *places*, within the sentence, that tells a tense."""
    for at in places:
        if lexed.letter(at) == "|":
            return None
        found = _verb(lexed, at, ahead=places.step > 0)
        if found:
            return found, at
    return None


def _verb(lexed: Lexed, at: int, *, ahead: bool) -> Tense | None:  # noqa: PLR0911 - a form each
    """The tense that the word tells; *ahead* where it stands after the time."""
    words = _words()
    word = lexed.word(at)
    following = lexed.word(at + 1)
    if word in words.will:
        return "future"
    if word in words.modal:
        return None if lexed.capital(at) else _modal(word, following)
    if word == "to":
        return _infinitive(lexed, at)
    if word in words.past_be:
        return "past"
    if word in words.have:
        helping = word[0] == "h" or lexed.word(at - 1) == "'"
        return "past" if following != "to" and helping else None
    if word in words.be:
        return "future" if following in words.arranged else None
    if word in words.fixed or word in words.fixed_after_pronouns:
        return "future" if _is_fixed(lexed, at) else None
    return _participle(lexed, at, ahead=ahead) if _past_form(lexed, at) else None


def _modal(word: str, following: str) -> Tense:
    """A modal ("would meet") looks ahead; "would have met" and "could not say" look back."""
    return "past" if following == "have" or (word == "could" and following == "not") else "future"


def _infinitive(lexed: Lexed, at: int) -> Tense | None:
    """An infinitive ("to meet") looks ahead after words of planning and after forms of "be"."""
    words = _words()
    following = lexed.word(at + 1)
    if following in words.determiners or lexed.capital(at + 1) or not following.isalpha():
        return None
    before = lexed.word(at - 1)
    if before in words.plan or before in words.be or before in words.past_be:
        return "future"
    return None


def _is_fixed(lexed: Lexed, at: int) -> bool:
    """Whether a present form has its subject before it: a name, a noun or a pronoun."""
    word, before = lexed.word(at), lexed.word(at - 1)
    if word in _words().fixed_after_pronouns:
        return before in {"it", "he", "she", "which", "who", "that"}
    if not word.endswith("s"):
        return before in {"they", "we", "you", "i"}
    return before.isalpha() and before not in _words().determiners and lexed.letter(at - 1) == "x"


def _past_form(lexed: Lexed, at: int) -> bool:
    words = _words()
    word = lexed.word(at)
    if word in words.irregular:
        return True
    return (
        word.endswith("ed")
        and len(word) > 3
        and word not in words.not_past
        and not lexed.capital(at)
    )


def _participle(lexed: Lexed, at: int, *, ahead: bool) -> Tense | None:
    """A past form may be a participle: "the planned trip", "is released", "will be held"."""
    words = _words()
    word, before = lexed.word(at), lexed.word(at - 1)
    if before in words.determiners or before in {"be", "been", "being"}:
        return None  # what stands before "be" tells
    if word in words.plan and _planned(lexed, at):
        # "on Friday promised to leave" is past, "promised to leave Friday" is to come.
        helped = before in words.be or before in words.past_be or word in words.dated
        return "future" if helped or not ahead else "past"
    return None if before in words.be else "past"


def _planned(lexed: Lexed, at: int) -> bool:
    """Whether "for", "on", an infinitive or a gathering stands after a word of planning."""
    words = _words()
    following = lexed.word(at + 1)
    if following == "to":
        return _infinitive(lexed, at + 1) is not None
    if lexed.word(at) in {"scheduled", "planned"}:
        object_ = {lexed.word(place) for place in range(at + 1, at + 1 + _OBJECT)}
        if following in {"a", "an"} and object_ & (words.occasions | words.gatherings):
            return True
    return following in {"for", "on"} and lexed.word(at) in _words().dated | {"set"}
