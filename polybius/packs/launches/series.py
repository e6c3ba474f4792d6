"""A launch's place in a series, as a report claims it: "third time in eight days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polybius.nouns import Span
from polybius.packs.launches.fields import Field
from polybius.packs.launches.sentence import Sentence

_FIRST_TWENTY = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
)
_TENS = {"twenty": 20, "thirty": 30, "forty": 40}
ORDINALS = {
    **{word: number for number, word in enumerate(_FIRST_TWENTY, 1)},
    "thirtieth": 30,
    **{
        f"{ten}-{_FIRST_TWENTY[unit - 1]}": value + unit
        for ten, value in _TENS.items()
        for unit in range(1, 10)
    },
}
"""English ordinals up to forty-ninth: no series of launches is told in words beyond."""

_LONGEST_FIRST = sorted(ORDINALS, key=len, reverse=True)
_ORDINAL = re.compile(
    rf"\b(?=[efnst\d])(?:{'|'.join(_LONGEST_FIRST)}|\d+(?:st|nd|rd|th))\b", re.IGNORECASE
)
_WINDOW = re.compile(
    r"\b(?:in|within|over|since|this|so far|for|of|during|just|after|following|past|last|from)\b",
    re.IGNORECASE,
)
_HAPPENING = re.compile(
    r"\b(?:times?|launch\w*|tests?|test-?\w+|firings?|rounds?|salvos?|occasions?|instances?"
    r"|missiles?|projectiles?|ICBM|weapons?)\b",
    re.IGNORECASE,
)
_OTHER_COUNT = re.compile(
    r"\b(?:stage|booster|day|anniversary|term|half|quarter|part|country|person|president"
    r"|nuclear test|meeting|summit|visit)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:met|meet(?:s|ings?)?|summits?|visit\w*|talks|gather\w*|elect\w*|spoke|shook hands)\b",
    re.IGNORECASE,
)
"""What people do for the first time in years, and missiles do not."""
_CALENDAR = re.compile(
    r"\b(?:days?|weeks?|months?|years?|(?:19|20)\d\d|Jan\w*|Feb\w*|March|April|May|June|July|Aug\w*"
    r"|Sept?\w*|Oct\w*|Nov\w*|Dec\w*|decades?|weekend|since|summit|office|time)\b"
)
_CLAUSE = re.compile(r",|\s(?:and|as|when|while|that)\s")
_SENTENCE_PART = re.compile(r"[;:.”\"]")
_GAP = re.compile(
    r"\b(?:(?:just|only|barely|less than|more than|about|some) )?"
    r"(?:(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\d{1,3}"
    r"|(?:a )?few|(?:a )?couple of|(?<=just )|(?<=only )|(?<=comes )|(?<=came )) ?)"
    r"(?:days?|weeks?|months?|hours?|years?) (?:after|since|from) "
    r"(?:the|its|their|it|Pyongyang|North Korea|another|an?)\b(?P<what>[^.;:]{0,60}?)"
    r"\b(?:launch(?:ed|es|ings?)?|tests?(?![\w-])|test-\w+|testing|tested|fir(?:ed|ings?))\b",
    re.IGNORECASE,
)
_ANOTHERS_DOING = re.compile(
    r"\b(?:said|says|indicated|announced|warned|vowed|pledged|agreed|that|would|could|might|nuclear"
    r"|plan\w*|condemn\w*|criticiz\w*)\b",
    re.IGNORECASE,
)
"""What keeps words from counting from a launch: "after it said that it would launch"."""
_NUCLEAR = re.compile(r"\bnuclear (?:weapons? )?tests?\b[^.;]{0,30}$", re.IGNORECASE)
_IN_ORDER = re.compile(
    rf"(?:['’]s?|\b(?:its|their|the))\s(?P<all>(?:latest )?(?:{'|'.join(_LONGEST_FIRST)})\s"
    r"(?:(?!stage|booster)[\w-]+\s){0,3}?(?:tests?|launch(?:es)?|firings?|flights?|drills?|failures?)"
    r"\sof\s(?!the (?:day|morning|two|three|pair|missiles?)\b)[^.;:,]{3,60})",
    re.IGNORECASE,
)
_EXTREME = re.compile(
    r"(?<!\bat )\b(?:longest|highest|farthest|furthest|biggest|largest|greatest|fastest"
    r"|most(?= (?:in|missiles|launch|it|that)))\b[^.;:,]{0,50}?"
    r"\b(?:ever\b|yet\b|on record\b|to date\b|so far\b|since (?:[\w-]+ ){0,2}\d{4}"
    r"|in (?:a|one) (?:single )?day\b|of any of its \w+)",
    re.IGNORECASE,
)
_AFTER = (
    "days after ",
    "day after ",
    "weeks after ",
    "week after ",
    "months after ",
    "month after ",
    "hours after ",
    "hour after ",
    "years after ",
    "year after ",
    " since ",
    "s from ",
)
_SUPERLATIVES = (
    *("longest", "highest", "farthest", "furthest", "biggest", "largest", "greatest", "fastest"),
    "most ",
)
_OCCASIONS = re.compile(
    r"\bon (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:separate )?"
    r"(?:days|occasions)\b(?: (?:since|this|in|over) [^.;:,]{3,30})?",
    re.IGNORECASE,
)

BETWEEN = 90
"""A window opens within this many characters of its ordinal."""
LONGEST = 80


def series(sentence: Sentence, *, about: bool) -> Iterator[Field]:
    """The places in a series that a sentence claims, as worded, cut after the window.

    *about* says that the sentence speaks of a launch or a missile, or goes on about one.
    """
    if not about:
        return
    taken: list[Span] = []
    for span in (*_counted(sentence), *_uncounted(sentence)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            words = sentence.text[span.start : span.end].rstrip(" ,.")
            whole = Span(span.start, span.start + len(words)).shifted(sentence.span.start)
            yield Field("series", " ".join(words.split()), whole)


def _uncounted(sentence: Sentence) -> Iterator[Span]:
    """Places in a series that no window closes: tests in order, records, gaps, days of firing."""
    text = sentence.text
    folded = sentence.folded
    if any(map(folded.__contains__, _AFTER)):
        for match in _GAP.finditer(text):
            if not _ANOTHERS_DOING.search(match["what"]):
                yield Span(*match.span())
    if _ORDINAL.search(text):
        yield from (Span(*match.span("all")) for match in _IN_ORDER.finditer(text))
    if any(map(folded.__contains__, _SUPERLATIVES)):
        yield from (Span(*match.span()) for match in _EXTREME.finditer(text))
    if " days" in folded or " occasions" in folded:
        yield from (Span(*match.span()) for match in _OCCASIONS.finditer(text))


def _counted(sentence: Sentence) -> Iterator[Span]:
    done = 0
    for ordinal in _ORDINAL.finditer(sentence.text):
        end = _end_of_series(sentence, ordinal) if ordinal.start() >= done else None
        if end is None:
            continue
        done = end
        words = sentence.text[ordinal.start() : end].rstrip(" ,")
        yield Span(ordinal.start(), ordinal.start() + len(words))


def _end_of_series(sentence: Sentence, ordinal: re.Match[str]) -> int | None:
    """Where the window of a counted launch ends; None where the ordinal counts no launches."""
    text = sentence.text
    stop = _SENTENCE_PART.search(text, ordinal.end())
    limit = min(stop.start() if stop else len(text), ordinal.end() + BETWEEN)
    if _NUCLEAR.search(text, max(0, ordinal.start() - 60), ordinal.start()):
        return None
    for window in _WINDOW.finditer(text, ordinal.end(), limit):
        what = text[ordinal.end() : window.start()]
        if _OTHER_COUNT.search(what):
            return None
        if what.strip() and not _HAPPENING.search(what):
            continue
        if what.strip() in {"", "time"} and _MEETING.search(_clause_before(text, ordinal.start())):
            return None
        tail = text[window.start() : window.start() + LONGEST]
        if _CALENDAR.search(tail):
            return _end_of_window(sentence, window.start(), window.start() + len(tail))
    return None


def _clause_before(text: str, end: int) -> str:
    """The words before an offset, in its clause and no farther than a window reaches."""
    return re.split(r"[;:,]", text[max(0, end - BETWEEN) : end])[-1]


def _end_of_window(sentence: Sentence, start: int, end: int) -> int:
    """Where the first time expression of the window ends; else where its clause does."""
    for timex in sentence.times:
        if start <= timex.span.start - sentence.span.start < end:
            return timex.span.end - sentence.span.start
    clause = _CLAUSE.search(sentence.text, start, end)
    return clause.start() if clause else end


def ordinal_of(words: str) -> int | None:
    """The number of the first ordinal in *words*: 3 of "third time", 28 of "28th firing"."""
    match = _ORDINAL.search(words)
    if match is None:
        return None
    digits = re.match(r"\d+", match[0])
    return int(digits[0]) if digits else ORDINALS[match[0].lower()]
