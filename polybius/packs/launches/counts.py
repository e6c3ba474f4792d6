"""How many were launched: "two missiles", "a missile", "two more", "a pair", "several".

A count is of what a launch's words are about. Words that give no number ("several",
"a salvo of") are kept without one. A part of a salvo ("one at 5:34 and the other at
5:57", "one of the three") is no count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from polybius.nouns import Quantity, Span
from polybius.packs.launches.fields import Field
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.series import ordinal_of
from polybius.packs.launches.triggers import Trigger
from polybius.packs.launches.words import ends_with, phrase, words

NEAR_TRIGGER = 14
"""A count stands within this many words of the launch that it counts."""
LONGEST = 9
"""So many words may stand between "a" and the missile that it counts."""
MOST = 400
"""A bare number beyond this counts no missiles: it is a year or a model."""

MOST_MADE = 12
"""A later missile than this ("a 25th") is the year's, not the day's."""

NO_NUMBER = "the words give no number"

_NUMBERS = {
    word: number
    for number, group in enumerate(
        (
            *("one single lone", "two pair couple both", "three trio", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        1,
    )
    for word in group.split()
}
_ARTICLES = frozenset(("a", "an", "another"))
_SINGLE = _ARTICLES | {"single", "lone"}
_EACH = re.compile(r"\beach(?:\s\w+)?\s{0,2}$", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:(?:and|then|by|before) (?:another|one more|a second|the (?:other|second|next)|two more)"
    r"|the other|one after)\b",
    re.IGNORECASE,
)
_IS = re.compile(r"\b(?:was|were|is|been|be)\s$", re.IGNORECASE)
_WHAT = re.compile(r"\bwhat\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:the|them|its|their|those|these|[A-Z])")
_OTHER = re.compile(r"\bother\b")
_OBJECT = re.compile(r"\s{0,2}(?:(?:another|also|yet|a further|what it called)\s{0,2})?")
_STANDS_ALONE = re.compile(
    r"\s{0,2}(?:more|others?|additional)?\s{0,2}(?:[,.;)—–]|$|(?:from|at|on|in|into|towards?|off"
    r"|and|over|this|last|late|early|yesterday|today)\b)"
)
_SUBJECT = re.compile(
    r"\s(?:(?:more|others?|additional|such \w{4,12}|further \w{4,12})\s)?"
    r"(?:(?:were|was|had been|have been)\s(?:\w+ly )?$|$)"
)
_NUMBERED = re.compile(
    r"\b(?:(?:put|gave) (?:the|their) (?:number|count|total) (?:at|as)|spoke of"
    r"|(?:number|count|total) (?:was|stood at))\s"
    rf"(?:at least |about |around )?(?P<number>{'|'.join(_NUMBERS)}|\d{{1,3}})\b"
    r"(?=\s{0,2}(?:[,.;]|and\b|but\b|while\b|$))",
    re.IGNORECASE,
)
_GROUPS = frozenset(("pair", "couple", "trio"))
_MANY = frozenset(("several", "multiple", "numerous"))
_QUOTES = frozenset(("“", '"', "‘", "”", ",", "'"))
_PAYLOADS = frozenset(("satellite", "warhead", "weapon", "shell"))
"""What rides on a rocket, or may be anything: "a satellite" counts no launch."""
_PAIR = re.compile(r"\b(?:the|both|that|a) (?P<group>pair|trio)\b(?! of)", re.IGNORECASE)


class Count(NamedTuple):
    """A count as a field, and where the words stand of the launch that it counts.

    ``by_article`` says that only "a" or "an" gives the number: it tells less than any
    other count of the same launch.
    """

    field: Field
    at: Span
    by_article: bool = False


def counts(sentence: Sentence, found: Sequence[Trigger], moved: Sequence[Trigger]) -> list[Count]:
    """The counts of a sentence, each once.

    *found* are its words of launching, *moved* its weapons on their way.
    """
    told = [trigger for trigger in found if trigger.standing != "unreal"]
    taken: list[Count] = []
    for count in _candidates(sentence, told, moved):
        if not any(count.field.span.overlaps(other.field.span) for other in taken):
            taken.append(count)
    return taken


def _candidates(
    sentence: Sentence, told: Sequence[Trigger], moved: Sequence[Trigger]
) -> Iterator[Count]:
    for quantity in sentence.quantities:
        at = _counted(sentence, quantity, told, moved)
        if at is not None:
            yield Count(_of_quantity(sentence, quantity), at)
    for trigger in (*told, *moved):
        if trigger.weapon is not None and trigger.told and trigger.standing != "denied":
            yield from _of_group(sentence, trigger)
            yield from _of_article(sentence, trigger)
    for trigger in (*told, *moved):
        yield from _of_pair(sentence, trigger)
    yield from _numbered(sentence)


def _of_quantity(sentence: Sentence, quantity: Quantity) -> Field:
    whole = quantity.value.is_integer()
    value = int(quantity.value) if whole else quantity.value
    hedge = bound_words(sentence, quantity)
    return Field("count", value, quantity.span, quantity.unit, hedge, quantity.upper)


def bound_words(sentence: Sentence, quantity: Quantity) -> str | None:
    """The words that hedge a number: "about", "at least"."""
    if quantity.bound in {"exact", "between"}:
        return None
    if quantity.hedge is None:
        return quantity.bound.replace("_", " ")
    return sentence.between(quantity.hedge.start, quantity.hedge.end)


def _counted(
    sentence: Sentence, quantity: Quantity, told: Sequence[Trigger], moved: Sequence[Trigger]
) -> Span | None:
    """Where the words stand of the launch that a quantity counts; None where it counts none."""
    if _is_part(sentence, quantity):
        return None
    if (quantity.unit or "").lower() in words().counted:
        return _of_weapons(sentence, quantity, told, moved)
    if quantity.unit is None and quantity.value <= MOST:
        return next(
            (each.span for each in (*told, *moved) if _goes_with(sentence, quantity, each)), None
        )
    return None


def _of_weapons(
    sentence: Sentence, quantity: Quantity, told: Sequence[Trigger], moved: Sequence[Trigger]
) -> Span | None:
    if ends_with("detected", sentence.before(quantity.span.start), most=4):
        return quantity.span
    if told:
        nearest = min(told, key=lambda each: _words_between(sentence, quantity, each))
        if _words_between(sentence, quantity, nearest) <= NEAR_TRIGGER:
            return nearest.span
    for trigger in moved:
        subject = trigger.weapon is not None and trigger.weapon.overlaps(quantity.span)
        whole = quantity.value > 1 and not _OTHER.search(sentence.between(*quantity.span))
        if subject and whole and trigger.standing == "asserted":
            return trigger.span
    there = re.search(
        r"\bthere (?:had been|were|was)\s", sentence.before(quantity.span.start)[-30:]
    )
    return quantity.span if there else None


def _goes_with(sentence: Sentence, quantity: Quantity, trigger: Trigger) -> bool:
    """Whether a bare number is what was launched: "fired two more", "two were fired"."""
    if trigger.noun or not trigger.told:
        return False
    start = min(
        quantity.span.start, quantity.hedge.start if quantity.hedge else quantity.span.start
    )
    if start >= trigger.span.end:
        alone = _STANDS_ALONE.match(sentence.after(quantity.span.end))
        object_ = _OBJECT.fullmatch(sentence.between(trigger.span.end, start))
        return alone is not None and object_ is not None and trigger.kind == "launch"
    between = sentence.between(quantity.number.end, trigger.span.start)
    followed = sentence.between(*trigger.span) == "followed"
    passive = between.rstrip().endswith(("were", "was", "been", "ly"))
    return (passive or followed) and _SUBJECT.fullmatch(between) is not None


def _is_part(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether it counts no launch: "one of the three", "a stock of 60 missiles"."""
    before = sentence.before(quantity.span.start)[-30:]
    after = sentence.after(quantity.span.end)
    if _OF_THEM.search(sentence.between(*quantity.span)):
        return True
    if quantity.value == 1 and (after.startswith(" of") or _PART.search(after)):
        return True
    return ends_with("parts", before, most=1) or _EACH.search(before) is not None


def _words_between(sentence: Sentence, quantity: Quantity, trigger: Trigger) -> int:
    return abs(sentence.token_at(quantity.span.start) - trigger.token)


def _of_group(sentence: Sentence, trigger: Trigger) -> Iterator[Count]:
    """Counts of groups: "a pair of missiles", "several projectiles"."""
    weapon = _whole(sentence, trigger.weapon) if trigger.weapon else None
    if weapon is None or not _is_head(sentence, weapon):
        return
    words_before = sentence.tokens.words
    for number in _leading(sentence, weapon):
        word = words_before[number]
        group = words_before[number - 1] if word == "of" and number else ""
        if word in _MANY or group in _GROUPS:
            first = number if word in _MANY else number - 1
            span = Span(sentence.tokens.starts[first] + sentence.span.start, weapon.end)
            yield Count(_in_words(group or word, span), trigger.span)


def _leading(sentence: Sentence, weapon: Span) -> Iterator[int]:
    """The words that lead up to a weapon, from it back to the first that is none of its own."""
    at = sentence.token_at(weapon.start)
    for number in range(at - 1, max(-1, at - 1 - LONGEST), -1):
        yield number
        plain = sentence.tags[number] in "jnpkgr#" or sentence.tokens.words[number] in _QUOTES
        if not plain or sentence.tokens.words[number] in _MANY:
            return


def _of_pair(sentence: Sentence, trigger: Trigger) -> Iterator[Count]:
    """Pairs without a noun: "the pair launched on Tuesday"."""
    if trigger.noun or ("pair" not in sentence.text and "trio" not in sentence.text):
        return
    for match in _PAIR.finditer(sentence.text):
        span = Span(*match.span()).shifted(sentence.span.start)
        between = sentence.between(min(span.end, trigger.span.end), max(span.start, trigger.start))
        if between.count(" ") <= 3:
            yield Count(_in_words(match["group"].lower(), span), trigger.span)


def _in_words(word: str, span: Span) -> Field:
    number = _NUMBERS.get(word)
    if number is None:
        return Field("count", None, span, "missile", hedge=word, reason=NO_NUMBER)
    return Field("count", number, span, "missile")


def _of_article(sentence: Sentence, trigger: Trigger) -> Iterator[Count]:
    """Counts by the article: "a missile" is one; "a seventh missile" makes seven."""
    weapon = _whole(sentence, trigger.weapon) if trigger.weapon else None
    if weapon is None or not _is_single(sentence, trigger, weapon):
        return
    tokens = sentence.tokens
    for number in _leading(sentence, weapon):
        if tokens.words[number] in _SINGLE:
            inner = sentence.text[tokens.ends[number] : weapon.start - sentence.span.start]
            made = ordinal_of(inner)
            span = Span(tokens.starts[number] + sentence.span.start, weapon.end)
            plain = made is None and tokens.words[number] in _ARTICLES
            told = not _only_names(sentence, trigger, tokens.starts[number])
            if told and (made or 1) <= MOST_MADE:
                yield Count(Field("count", made or 1, span, "missile"), trigger.span, plain)


def _only_names(sentence: Sentence, trigger: Trigger, start: int) -> bool:
    """Whether "a …" only tells what was launched: "what it fired was a …", "the missile, a …"."""
    before = sentence.text[:start]
    if before.endswith(", "):
        return True
    fired = trigger.span.end - sentence.span.start
    between = before[fired:] if fired <= start else before[-12:]
    return _IS.search(between) is not None and not _WHAT.search(between)


def _whole(sentence: Sentence, weapon: Span) -> Span:
    """The weapon with the nouns that go on with it: "Hwasong-15" in "Hwasong-15 … missile"."""
    tokens, tags = sentence.tokens, sentence.tags
    end = weapon.end
    first = sentence.token_at(weapon.end - 1) + 1
    for number in range(first, min(len(tags), first + 5)):
        if tags[number] not in "jnp#":
            break
        if words().weapon.fullmatch(tokens.forms[number]):
            end = tokens.ends[number] + sentence.span.start
    return Span(weapon.start, end)


def _is_single(sentence: Sentence, trigger: Trigger, weapon: Span) -> bool:
    if (
        trigger.kind == "flight"
        or trigger.noun
        or _EACH.search(sentence.before(trigger.span.start)[-20:])
    ):
        return False
    if weapon.end <= trigger.span.start:
        part = _PART.search(sentence.after(trigger.span.end))
    else:
        part = _PART.search(sentence.after(weapon.end))
    return part is None and _is_head(sentence, weapon) and not _is_plural(sentence, weapon)


def _is_plural(sentence: Sentence, weapon: Span) -> bool:
    last = sentence.tokens.words[sentence.token_at(weapon.end - 1)]
    return last.endswith("s") or last in _PAYLOADS


def _is_head(sentence: Sentence, weapon: Span) -> bool:
    """Whether a weapon is what the words are about, not "a missile test" nor "a launcher"."""
    name = sentence.between(*weapon)
    last = name.lower().split()[-1].removesuffix("s")
    if last not in words().counted and not name[:1].isupper():
        return False
    following = sentence.after(weapon.end)
    if not following.startswith((" ", "-")):
        return True
    token = sentence.token_at(weapon.end + 1)
    return sentence.tags[token] not in "ng" or bool(phrase("auxiliary").match(following.strip()))


def _numbered(sentence: Sentence) -> Iterator[Count]:
    """Bare counts that somebody gives: "put their number at two", "spoke of three"."""
    if not any(map(sentence.folded.__contains__, ("number", "count", "total", "spoke of"))):
        return
    for match in _NUMBERED.finditer(sentence.text):
        word = match["number"].lower()
        number = _NUMBERS[word] if word in _NUMBERS else int(word)
        span = Span(*match.span("number")).shifted(sentence.span.start)
        yield Count(Field("count", number, span, "missile"), span)
