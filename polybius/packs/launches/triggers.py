"""Where a report tells of a launch: "fired two missiles", "the launch", "missile tests"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from polybius.nouns import Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.words import ends_with, phrase, starts_with, words

Standing = Literal["asserted", "denied", "planned", "possible", "unreal"]
"""How the words put it. "unreal" is a ban, a threat, a condition, a habit: no event."""
Kind = Literal["launch", "seen", "flight", "weapon", "figure"]
"""What the words tell: that somebody launched; that a launch was seen; that something
flew; a weapon with its day ("Wednesday's missiles"); a figure with its day."""

LAUNCHING = re.compile(
    r"""\b(?=[abdflmprstw])(?:
    (?:(?:test|flight|re)[-‑ ]?)?(?:fir(?:ed|es|ings?)|launch(?:ed|es|ings?)?)\b
    |(?:(?:flight|missile|weapons?|rocket)[- ])?test(?:s|ed|ing|ings)?(?:[-‑ ]fires?)?\b
    |lobb(?:ed|ing)\b|shot(?!\ down\b)\b|blast(?:ed)?[- ]?off\b|lift(?:ed)?[- ]?off\b
    |attempts?\b(?=,?\ (?:on|in)\ [A-Z])|(?:first|second|third|fourth|fifth)\b(?=,\ on\ [A-Z])
    |took\ off\b|send(?:s|ing)\b(?=\ .{0,60}\b(?:hurtling|soaring|flying|over)\b)
    |(?:let|lets|letting|sets?|setting)\ off\b|sen(?:t|ds)\b
    |(?:maiden|test|first|full|second|third)\ flights?\b(?=\ (?:of|by)\b)
    |detect(?:s|ed|ing)\b|spotted\b|picked\ up\b
    |fire\b(?=\ (?:of\ )?(?:a|an|more|another|two|its|the\ same|missiles|rockets)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that may tell of a launch. What the first look is for saves trying every word."""
_HYPHENS = frozenset(("-", "‑"))
_TEST_FIRED = re.compile(r"(?:test|flight)\s(?=fir|launch|test)", re.IGNORECASE)
"""Written apart, the verb is the second word: "test fired a missile"."""
_TRIED = re.compile(
    r"\b(?:attempt(?:s|ed)?|bid|tried|fail(?:s|ed|ure)?|managed|succeeded)(?: \w+)? to$"
)
"""A launch that was tried took place: "the last attempt to fire a missile"."""
_PAST_LIKE_BASE = frozenset(("let", "set"))
_IN_GENERAL = frozenset(("once", "if", "when", "ever", "unless", "until"))
"""What stands before "fired" where no launch is meant: "harder to detect once fired"."""
_PLAIN_NOUN = re.compile(r"(?:test[-‑ ]?)?(?:launch|firing|test|attempt)", re.IGNORECASE)
_IN_A_ROW = re.compile(r"first|second|third|fourth|fifth", re.IGNORECASE)
_ITS_WEAPON = re.compile(r"\s{1,4}(?:of|from|with)\b")
_DEFINITE = re.compile(
    r"\b(?:the|this|that|these|those|its|their|latest|last|both|first|second|third|\w+['’]s?)"
    r"\s(?:[\w-]+\s){0,3}$",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:(?:has|have|had) been|is|are|was|were|been|keeps?|kept|continu\w+|of|while|despite"
    r"|against|on|by)$"
)
_UNREAL_NOUN = re.compile(
    r"\b(?:no|any|den(?:y|ies|ied|ying)|further|future|additional|more|all|possible|potential"
    r"|planned|upcoming|next|bans?|banned|prohibit\w*|halt\w*|stop\w*|suspend\w*|cease\w*"
    r"|go(?:es|ing)? ahead with|call\w* off|cancel\w*|scrap\w*|delay\w*|postpon\w*|notice of"
    r"|consider\w*|regard\w* as|amount\w* to|in reality|disguised"
    r"|moratorium on|resum\w+|prepar\w+ for|plan\w* (?:for|to))\s(?:[\w-]+\s){0,3}$"
)
_NOT_HELD = re.compile(
    r"\b(?:has|have|had|did) ?(?:not|n['’]t|never|yet to) (?:\w+ )?(?:conduct\w*|carr\w+ out"
    r"|h[eo]ld|stag\w+|made?|attempt\w*|tried) (?:[\w-]+ ){0,4}$"
)
_IS_NEVER = re.compile(
    r"\bnever\b|\b(?:not|n['’]t) (?:\w+ ){1,3}(?:any|a single)\b"
    r"|\b(?:has|have|had) ?(?:not|n['’]t|been) (?:[\w-]+ ){1,9}(?:since|for (?:\w+ )?"
    r"(?:days|weeks|months|years)|in (?:\w+ )?(?:days|weeks|months|years|\d{4})|so far"
    r"|this (?:week|month|year))\b"
    r"|\b(?:no|neither|nor)\b.{0,40} (?:has|have|had) been\b"
)
"""What denies launches in general ("has not fired any since May"), not one told of."""
_ONE_MORE = re.compile(
    r"\s{1,4}(?:another(?: one)?|[\w-]+ (?:more|others?)|twice|again|(?:three|four|five) times)\b",
    re.IGNORECASE,
)
_STANDS_FOR_WEAPON = re.compile(
    r"\b(?:(?:it|they|both|these|those|one|all|(?:the )?(?:pair|two|three|four|first|second|third"
    r"|other)(?: (?:more|others?|of them))?)\s(?:were|was|had been|has been|have been)\s(?:\w+ly )?"
    r"|(?:the|that) (?:one|ones|pair|two)\s)$",
    re.IGNORECASE,
)
_DID = re.compile(r"\bdid(?: not| n['’]t)?$")
_PASSIVE = re.compile(r"\b(?:was|were|been|being|be)(?: \w+ly)?\s$")
_CONDITION = re.compile(r"\b(?:if|unless|would|whether)\b")
_CLAUSE_ENDS = frozenset((";", ":", "“", '"', "”", "that", "and", "but", "when", "while", "after"))
_DASHES = frozenset((",", "–", "—", "--"))

_FIRED_AT = re.compile(
    r"\b(?:fir(?:ed|ing)|launch(?:ed|ing)|rain(?:ed|ing)|lobb(?:ed|ing)|shot)\b[^.;]{0,60}?"
    r" (?:at|against|on) (?:the |(?:south|north|east|west|centr)[a-z]{2,6} )?(?=[A-Z])"
)
_GROUND = re.compile(
    r"(?:['’]s)?\s(?:[A-Z]\w+ ){0,2}(?:Airport|Airfield|Air Base|Naval Base|Test|Launch|Cosmodrome)"
)
"""What follows a place whose ground is launched from: "launched at Pyongyang Airfield"."""
_SEEN = re.compile(r"(?:detect\w*|spotted|picked up)", re.IGNORECASE)
_LOOSE = re.compile(r"(?:sen|let|set)\w*(?: off)?", re.IGNORECASE)
_ITS_WAY = re.compile(
    r"(?:['’]?s)?\s{1,2}(?:up|over|into|towards?|across|from|out|high|soaring|hurtling|flying|crashing"
    r"|splashing|streaking|on|through|off|\d)\b"
)
OBJECT = 45
"""A loose verb ("sent", "let off", "detected") has its weapon within this many characters."""
BEFORE_VERB, BEFORE_NOUN, AFTER = 14, 3, 16
"""How many words from its launch a weapon may stand: "the missiles that … were fired"."""
GOVERNING = 5
"""How many words before it may govern a verb in -ing: "banned from ever launching"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of a launch. ``token`` is their first word's number in the sentence."""

    span: Span
    sentence: Sentence
    token: int
    standing: Standing
    weapon: Span | None
    kind: Kind = "launch"
    noun: bool = False

    @property
    def told(self) -> bool:
        """Whether a launch is told of that happened, may have, or is denied."""
        return self.standing not in {"unreal", "planned"}

    @property
    def start(self) -> int:
        """Where the words begin that speak of it: its weapon, where that stands before."""
        return min(self.span.start, self.weapon.start) if self.weapon else self.span.start


def triggers(sentence: Sentence) -> list[Trigger]:
    """The launches that a sentence tells of, in order.

    Plain ones, too ("the launch"): they tell of a launch beside others only, see
    ``without_topic``. A sentence of an attack tells of no test.
    """
    found = (_trigger(sentence, match) for match in LAUNCHING.finditer(sentence.text))
    return [trigger for trigger in found if trigger is not None]


def without_topic(found: Sequence[Trigger]) -> list[Trigger]:
    """Those of a sentence's launches that need no other launch in the report to be one."""
    first = next((at for at, each in enumerate(found) if each.weapon is not None), len(found))
    return list(found[first:])


def is_attack(sentence: Sentence) -> bool:
    """Whether weapons were used in it: people harmed by them, or a place fired at."""
    if phrase("harm").search(sentence.text):
        return True
    aims = {match.end() + sentence.span.start for match in _FIRED_AT.finditer(sentence.text)}
    return any(
        place.span.start in aims and not _GROUND.match(sentence.after(place.span.end))
        for place in sentence.places
        if place.kind not in {"sea", "launch_site"} and not place.adjective
    )


def _trigger(sentence: Sentence, match: re.Match[str]) -> Trigger | None:
    if ends_with("other_tests", sentence.text[: match.start()]) or _names_a_thing(sentence, match):
        return None
    if sentence.text[max(0, match.start() - 1) : match.start()] in _HYPHENS:
        return None  # "submarine-launched" is a kind of missile
    span = Span(*match.span()).shifted(sentence.span.start)
    two_words = _TEST_FIRED.match(match[0])
    token = sentence.token_at(span.start + (two_words.end() if two_words else 0))
    kind: Kind = "seen" if _SEEN.fullmatch(match[0]) else "launch"
    noun = _is_noun(sentence, token, match)
    weapon = _weapon_beside(sentence, match, token, noun=noun)
    if (kind == "seen" or _LOOSE.fullmatch(match[0])) and not _handles(sentence, match, weapon):
        return None
    if weapon is None and not _is_told_of(sentence, match, noun=noun):
        return None
    standing = _standing(sentence, token, noun=noun)
    return Trigger(span, sentence, token, standing, weapon, kind, noun)


def _handles(sentence: Sentence, match: re.Match[str], weapon: Span | None) -> bool:
    """Whether a verb that may be about anything is about a weapon on its way."""
    if weapon is None:
        return False
    start, end = weapon.start - sentence.span.start, weapon.end - sentence.span.start
    if start < match.start():
        return _PASSIVE.search(sentence.text[: match.start()]) is not None
    if match.end() + OBJECT < start or "," in sentence.text[match.end() : start]:
        return False
    return not match[0].startswith("sen") or _ITS_WAY.match(sentence.text, end) is not None


def _is_noun(sentence: Sentence, token: int, match: re.Match[str]) -> bool:
    tag = sentence.tags[token]
    before = sentence.tags[token - 1] if token else "^"
    if _IN_A_ROW.fullmatch(match[0]):
        return True
    if tag in "np" or match[0].lower().startswith(("missile", "weapon", "rocket")):
        return True
    of = sentence.text[match.end() :].startswith(" of ")
    return tag in "gb" and (before in "djs" or (tag == "g" and of))


def _names_a_thing(sentence: Sentence, match: re.Match[str]) -> bool:
    inflected = match[0].lower().endswith(("ed", "es"))
    return not inflected and starts_with("things", sentence.text[match.end() : match.end() + 16])


def _weapon_beside(
    sentence: Sentence, match: re.Match[str], token: int, *, noun: bool
) -> Span | None:
    """The weapon spoken of: "missile launch", "launch of a missile", "fired two missiles"."""
    if not sentence.has_weapon:
        return None
    tokens = sentence.tokens
    back = BEFORE_NOUN if noun else BEFORE_VERB
    first = tokens.starts[max(0, token - back)]
    last = tokens.ends[min(len(tokens.ends) - 1, token + AFTER)]
    after = words().weapon.search(sentence.text, match.end(), last)
    passive = _PASSIVE.search(sentence.text[: match.start()])
    its = not noun or _is_its_weapon(sentence, match)
    if after and not passive and its:
        return Span(*after.span()).shifted(sentence.span.start)
    before = list(words().weapon.finditer(sentence.text, first, match.end()))
    return Span(*before[-1].span()).shifted(sentence.span.start) if before else None


def _is_its_weapon(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a noun's weapon follows it: "launch of", "its launch using"."""
    if _ITS_WEAPON.match(sentence.text, match.end()):
        return True
    using = sentence.text.startswith(" using ", match.end())
    return using and _DEFINITE.search(sentence.text[: match.start()]) is not None


def _is_told_of(sentence: Sentence, match: re.Match[str], *, noun: bool) -> bool:
    """Whether it is one told of already, or one more: "Friday's tests", "fired two others"."""
    if not noun:
        before = sentence.text[: match.start()]
        again = _ONE_MORE.match(sentence.text, match.end()) is not None
        return again or _STANDS_FOR_WEAPON.search(before) is not None
    if _IN_A_ROW.fullmatch(match[0]):
        return not sentence.text[: match.start()].strip(" ").lower().strip("a the")
    plain = _PLAIN_NOUN.match(match[0])
    return plain is not None and _DEFINITE.search(sentence.text[: match.start()]) is not None


def _standing(sentence: Sentence, token: int, *, noun: bool) -> Standing:
    """How a launch is put, by the words that govern it."""
    forms, tags = sentence.tokens.words, sentence.tags
    start = _clause_start(tags, forms, token)
    governing = " ".join(forms[start:token])
    if noun:
        unreal = _UNREAL_NOUN.search(governing + " ") or _NOT_HELD.search(governing + " ")
        return "unreal" if unreal else "asserted"
    if token and forms[token - 1] in _IN_GENERAL:
        return "unreal"
    base = tags[token] == "b" and forms[token] not in _PAST_LIKE_BASE
    bare = base or (token > 0 and tags[token - 1] in "tm")
    if bare and not _DID.search(governing):
        return _to_come(governing)
    if tags[token] == "g" and _is_no_event(sentence, forms[start:token], token):
        return "unreal"
    group, after = forms[max(start, token - 4) : token], forms[token : token + GOVERNING * 2]
    return _past_standing(governing, " ".join(group), " ".join(after))


def _to_come(governing: str) -> Standing:
    """Tell what is planned ("plans to launch") from what is not: "can launch", "threatened to"."""
    if _TRIED.search(governing):
        return "asserted"
    planned = phrase("planned").search(governing) and not phrase("negation").search(governing)
    return "planned" if planned else "unreal"


def _past_standing(governing: str, group: str, after: str) -> Standing:
    if phrase("negation").search(group):
        return "unreal" if _IS_NEVER.search(governing + " " + after) else "denied"
    if _CONDITION.search(governing):
        return "unreal"
    return "possible" if phrase("possible").search(group) else "asserted"


def _is_no_event(sentence: Sentence, governing: list[str], token: int) -> bool:
    """Whether a verb in -ing tells of a habit ("has been testing") or of what must not be."""
    if _HABIT.search(" ".join(governing[-2:])) and not _is_dated(sentence, token):
        return True
    return phrase("unreal").search(" ".join(governing[-GOVERNING:])) is not None


def _is_dated(sentence: Sentence, token: int) -> bool:
    """Whether a date follows within a few words: then even "was firing" is one launch."""
    start = sentence.span.start + sentence.tokens.ends[token]
    return any(
        timex.type in {"DATE", "TIME"} and start <= timex.span.start <= start + 60
        for timex in sentence.times
    )


def _clause_start(tags: str, forms: list[str], token: int) -> int:
    """The number of the word after the last mark that ends a clause before *token*."""
    for number in range(token - 1, -1, -1):
        if forms[number] in _CLAUSE_ENDS or (tags[number] == "." and forms[number] in _DASHES):
            return number + 1
    return 0
