"""Time stamps as comment systems print them: "6 months ago", "9. Mai 2012 um 14:23 Uhr".

A stamp is only recognised here, never resolved to a day: what a reader's comment
is dated is not evidence. Text is cut into tokens, each token gets one letter for
its kind, and a regular expression over those letters finds the stamps; so the
grammar is short, and adding a language means adding words to ``calendar.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from polybius.nouns import Span

LONGEST_STAMP = 120
"""A line longer than this many characters around a stamp is text, not a header."""

# One letter a token. D numeric date or ISO moment, C clock, c clock with a point,
# N number of one or two digits, Y year, n number word, M month, W weekday, U unit,
# u short unit, A "ago", B "vor", R relative by itself, J joining word, K "pm",
# k "am" (also German "am"), Z zone, O ordinal ending, S separator, X anything else.
_MONTH = "[Ma]"
_DATE = (
    rf"(?:D|{_MONTH}[SO]{{0,2}}N[SO]{{0,2}}S?J?Y?"
    rf"|N[SO]{{0,2}}J?S?{_MONTH}[SO]{{0,2}}J?S?[YN]?|{_MONTH}S?Y|YS?{_MONTH}[SO]?N)"
)
_CLOCK = r"(?:C[Kk]?S?Z?|[cN]K|Nk(?![SJ]{0,2}[NM])|c)"
_RELATIVE = r"(?:BS?[Nn]S?[Uu]|[NnY]S?[Uu](?:S?J?S?[Nn]S?[Uu])?S?[Aa]|R)"
_BETWEEN = r"[SJk]{0,4}"
_STAMP = re.compile(
    rf"(?:W[SO]{{0,2}}J?)?{_DATE}(?:{_BETWEEN}{_CLOCK}){{0,2}}"
    rf"|{_CLOCK}{_BETWEEN}(?:W[SO]{{0,2}}J?S?)?{_DATE}"
    rf"|W{_BETWEEN}C[Kk]?"
    rf"|{_RELATIVE}(?:{_BETWEEN}{_CLOCK})?"
)
_MOMENT = re.compile(r"[CcKRAB]|k$|[Uu]S?a")
_WHOLE = re.compile(r"[NY]S?[UuK]")

_NUMERIC_DATE = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_HINT = re.compile(r"\d")
_SIGNS = ",.-–—|@·•:;()[]/"
_TRIM = " \t\xa0,.-–—|@·•:;()[]/"
_DATING_ROW = (
    "posted published updated edited modified submitted last on at the date time from le el am "
    "um den vom publié publicado veröffentlicht erstellt aktualisiert geplaatst"
)
_DATING = frozenset(_DATING_ROW.split())
"""Words that may stand beside a time stamp in a line that is nothing else."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a time stamp stands in a line, and whether it tells the time of day."""

    span: Span
    text: str
    exact: bool


@cache
def _calendar() -> dict[str, dict[str, list[str]]]:
    source = resources.files("polybius.reading.comments").joinpath("calendar.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def _letters() -> dict[str, str]:
    """The letter of each word of the calendar; earlier kinds win over later ones."""
    calendar = _calendar()
    relative = calendar["relative"]
    kinds: list[tuple[str, list[str]]] = [
        ("a", ["ago"]),
        ("M", [word for words in calendar["months"].values() for word in words]),
        ("R", relative["alone"]),
        ("A", relative["after"]),
        ("B", relative["before"]),
        ("U", relative["units"]),
        ("n", relative["counts"]),
        ("k", ["am"]),
        ("K", calendar["clock"]["words"]),
        ("W", [word for words in calendar["weekdays"].values() for word in words]),
        ("J", calendar["joining"]["words"]),
        ("u", relative["short"]),
        ("O", ["st", "nd", "rd", "th", "er", "º", "ª"]),
    ]
    letters: dict[str, str] = {}
    for letter, words in kinds:
        for word in words:
            letters.setdefault(word.lower(), letter)
    return letters


@cache
def token_pattern() -> re.Pattern[str]:
    """The tokens of a line: phrases of the calendar first, then numbers, words and signs."""
    phrases = sorted((word for word in _letters() if " " in word), key=len, reverse=True)
    phrase = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in phrases)
    return re.compile(
        rf"\b(?:{phrase})\b"
        r"|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|[+-]\d\d:?\d\d)?"
        r"|\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]"
        r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
        r"|\d{1,2}[:.h]\d\d(?::\d\d)?(?!\d)|\d+"
        r"|[^\W\d_]+\d\w*|[ap]\.\s?m\.|[^\W\d_]+(?:-feira)?|\S",
        re.IGNORECASE,
    )


def find_stamps(line: str) -> tuple[Stamp, ...]:
    """The time stamps in *line*, left to right; none in a line that is clearly prose."""
    return _found(line) if len(line) <= 4 * LONGEST_STAMP else ()


@lru_cache(maxsize=1024)
def _found(line: str) -> tuple[Stamp, ...]:
    if not (_HINT.search(line) or (len(line) < LONGEST_STAMP and word_pattern().search(line))):
        return ()
    tokens = [(match.start(), match.end(), match.group()) for match in _tokens(line)]
    letters = "".join(_letter(token) for _, _, token in tokens)
    stamps = []
    for match in _STAMP.finditer(letters):
        start, end = tokens[match.start()][0], tokens[match.end() - 1][1]
        exact = bool(_MOMENT.search(match.group())) or ":" in line[start:end]
        stamps.append(Stamp(Span(start, end), line[start:end].strip(_TRIM), exact))
    return tuple(stamps)


def is_stamp(line: str) -> bool:
    """Whether *line* is a time stamp and nothing more than "Posted" or a number beside it."""
    if len(line) > LONGEST_STAMP:
        return False
    stamps = find_stamps(line)
    if not stamps:
        bare = line.strip(_TRIM)
        letters = "".join(_letter(match.group()) for match in _tokens(bare[:20]))
        return len(bare) <= 16 and bool(_WHOLE.fullmatch(letters))
    rest = without_stamps(line, stamps).lower().split()
    return len(rest) <= 2 and all(
        word.strip(_TRIM) in _DATING or not any(map(str.isalpha, word)) for word in rest
    )


def without_stamps(line: str, stamps: Sequence[Stamp]) -> str:
    """*line* with its stamps, and the signs that fenced them, taken out."""
    parts: list[str] = []
    end = 0
    for stamp in stamps:
        parts.append(line[end : stamp.span.start])
        end = stamp.span.end
    parts.append(line[end:])
    return " ".join(part.strip(_TRIM) for part in parts).strip()


def _tokens(line: str) -> list[re.Match[str]]:
    return list(token_pattern().finditer(line))


@cache
def word_pattern() -> re.Pattern[str]:
    """The words that make a stamp without a digit: "just now", "vor einem Monat"."""
    relative = _calendar()["relative"]
    words = sorted({*relative["alone"], *relative["before"], *relative["after"]})
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)", re.IGNORECASE)


def _letter(token: str) -> str:
    if token[0].isdecimal():
        return _number_letter(token)
    lowered = token.lower()
    found = _letters().get(lowered) or _letters().get(lowered.replace(" ", "").rstrip("."))
    if found:
        return found
    if lowered in {"a.m.", "p.m.", "a. m.", "p. m."}:
        return "K"
    if token in _zones():
        return "Z"
    return "S" if len(token) == 1 and token in _SIGNS else "X"


@cache
def _zones() -> frozenset[str]:
    return frozenset(_calendar()["clock"]["zones"])


def _number_letter(token: str) -> str:
    if len(token) >= 16 or "年" in token or "년" in token:
        return "D"
    date = _NUMERIC_DATE.fullmatch(token)
    if date:
        return "D" if _is_date(*map(int, date.groups())) else "X"
    if token.isdecimal():
        number = int(token) if len(token) <= 4 else 0
        if len(token) == 4:
            return "Y" if 1990 <= number <= 2099 else "X"
        return "N" if len(token) <= 2 else "X"
    hour, minute = int(re.split(r"[:.h]", token, flags=re.IGNORECASE)[0]), int(token[-2:])
    if hour > 24 or minute > 59:
        return "X"
    return "c" if "." in token else "C"


def _is_date(first: int, second: int, third: int) -> bool:
    if first > 1000:
        return 1990 <= first <= 2099 and 1 <= second <= 12 and 1 <= third <= 31
    year = third if third > 99 else 2000 + third
    both = 1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12
    return both and 1990 <= year <= 2099
