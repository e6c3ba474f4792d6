"""Text as a row of letters: one letter a word, for the grammar to match.

"on Friday, Aug. 2, 2019" becomes ``iW,M.D,Y``. Words that have nothing to do with
time are ``x``; marks stand for themselves (a long dash is ``~``, a quotation mark
``"``); ``|`` stands between sentences. Letters for figures:

======  =====================================================
``D``   a whole number from 1 to 31
``Y``   four digits that may be a year, 1000 to 2199
``n``   another whole number
``f``   a decimal fraction
``r``   a common fraction ("1/2", "½")
``O``   an ordinal up to 31 ("5th", "fifth")
``X``   a decade ("1990s", "'90s", "nineties")
``I``   a whole date in figures ("2019-08-02", "02-15-98")
``H``   a clock time ("2:59")
``B``   a quarter ("Q3")
======  =====================================================
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from polybius.annotating.times.lexicon import Lexicon, Value, lexicon
from polybius.nouns import Span

TOKEN = re.compile(
    r"(?P<half>[AaPp]\.\s?[Mm]\b\.?|[Oo]['’]clock)"
    r"|(?P<quarter>[Qq][1-4]\b|[1-4](?<![\d.,].)Q\b)"
    r"|(?P<word>[^\W\d_]+)"
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d)|9/11(?![\d/])|\d{1,2}([-/.])\d{1,2}\5(?:\d{4}|\d\d)(?![/.-]?\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))"
    r"|(?P<decade>(?<!\w)['’`]?\d0['’]?s(?!\w)|(?<!\d)[12]\d\d0['’]?s(?!\w))"
    r"|(?P<fraction>[1-9]/[2-9](?![\d/])|[½¼¾])"
    r"|(?P<short>(?<!\w)['’`]\d\d(?!\w))"
    r"|(?P<figure>\d{1,9}(?:,\d{3}(?!\d)){0,3}(?:\.\d{1,6})?)(?P<th>(?:st|nd|rd|th)(?!\w))?"
    r"|(?P<clitic>['’][Ss]?(?!\w))"
    r"|(?P<long>--+|[–—])"
    r"|[^\s\w]|_"
)
WORD = re.compile(r"[^\W\d_]+")
# A year, a decade, an hour, or a date in figures.
TELLING_FIGURE = re.compile(
    r"\b[12]\d{3}\b|\d0['’]?s\b|\d:\d\d|\d[-/.]\d{1,2}[-/.]\d\d|\d\s?[AaPp]\.?\s?[Mm]\b|\bQ[1-4]|[1-4]Q\b"
)
_DIGIT = re.compile(r"\d")
_CALLED_MAY = ("Theresa May", "Mrs May", "Mrs. May", "Ms May", "Ms. May", "Minister May")
_MARKS = frozenset(",.-()/:;$%'")
# Words, too, where they are written small.
_NEEDS_CAPITAL = frozenset(["may", "march", "mar", "mon", "tue", "wed", "thu", "fri", "sat", "sun"])
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


class Token(NamedTuple):
    """A word or mark: its letter, itself in small letters, its value, and where it stands."""

    letter: str
    word: str
    value: Value
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexed:
    """The words of a document's sentences; ``letters`` has one letter for each.

    ``may_is_a_name`` says that the text names somebody called May.
    """

    text: str
    tokens: list[Token]
    letters: str
    may_is_a_name: bool = False

    def form(self, first: int, stop: int) -> str:
        """The text from token *first* up to token *stop*."""
        return self.text[self.tokens[first].start : self.tokens[stop - 1].end]

    def find(self, letters: str, first: int, stop: int) -> Token | None:
        """The first token from *first* up to *stop* that has one of *letters*."""
        for token in self.tokens[first:stop]:
            if token.letter in letters:
                return token
        return None

    def capital(self, index: int) -> bool:
        """Whether the word at *index* begins with a capital letter."""
        start = self.tokens[index].start
        return self.text[start : start + 1].isupper()

    def word(self, index: int) -> str:
        """The word at *index*; empty beyond either end."""
        return self.tokens[index].word if 0 <= index < len(self.tokens) else ""

    def letter(self, index: int) -> str:
        """The letter at *index*; the boundary of sentences beyond either end."""
        return self.letters[index] if 0 <= index < len(self.letters) else "|"


def lex(text: str, sentences: Sequence[Span]) -> Lexed:
    """The words of *sentences* as letters, with ``|`` before, between and after them.

    Sentences without any word or figure that could be a time are left out.
    """
    known = lexicon()
    tokens: list[Token] = []
    for start, end in sentences:
        if not _may_tell_time(text[start:end], known):
            continue
        tokens.append(Token("|", "", "", start, start))
        tokens += _lex_sentence(text, start, end, known)
    tokens.append(Token("|", "", "", len(text), len(text)))
    letters = "".join([token[0] for token in tokens])
    return Lexed(text, tokens, letters, any(name in text for name in _CALLED_MAY))


def _may_tell_time(sentence: str, known: Lexicon) -> bool:
    """A cheap check that spares most sentences the rest."""
    if not known.telling.isdisjoint(WORD.findall(sentence.lower())):
        return True
    return _DIGIT.search(sentence) is not None and TELLING_FIGURE.search(sentence) is not None


def _lex_sentence(text: str, start: int, end: int, known: Lexicon) -> list[Token]:
    words, phrases = known.words, known.phrases
    tokens: list[Token] = []
    pending = False
    for match in TOKEN.finditer(text, start, end):
        form = match[0]
        kind = match.lastgroup
        if kind == "word":
            word = form.lower()
            letter, value = words.get(word, _OTHER)
            if (word in _NEEDS_CAPITAL and not form[0].isupper()) or (
                letter == "Z" and not form.isupper()
            ):
                letter = "x"
            pending = pending or word in phrases
        else:
            word = form.replace("’", "'").lower()
            letter, value = _mark(form) if kind is None else _FIGURES[kind](match)
        tokens.append(Token(letter, word, value, match.start(), match.end()))
    return _join_phrases(tokens, known) if pending else tokens


_OTHER: tuple[str, Value] = ("x", "")


def _join_phrases(tokens: list[Token], known: Lexicon) -> list[Token]:
    """The tokens with each phrase of the lexicon made one."""
    joined: list[Token] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        for rest, (letter, value) in known.phrases.get(token.word, ()):
            stop = index + 1 + len(rest)
            if tuple(other.word for other in tokens[index + 1 : stop]) == rest:
                phrase = " ".join((token.word, *rest))
                token = Token(letter, phrase, value, token.start, tokens[stop - 1].end)
                index = stop - 1
                break
        joined.append(token)
        index += 1
    return joined


def _mark(form: str) -> tuple[str, Value]:
    if form in _MARKS:
        return form, ""
    return ('"', "") if form in '"“”‘`' else ("$", "") if form in "£€¥" else ("x", "")


def _figure(match: re.Match[str]) -> tuple[str, Value]:
    digits = match["figure"]
    if "." in digits:
        return "f", float(digits.replace(",", ""))
    number = int(digits.replace(",", ""))
    if "," in digits or (len(digits) == 4 and digits[0] == "0") or len(digits) > 4:
        return "n", number
    if len(digits) == 4 and number < 2200:
        return "Y", number
    return ("D" if 1 <= number <= 31 else "n"), number


def _ordinal(match: re.Match[str]) -> tuple[str, Value]:
    number = int(match["figure"].replace(",", "").partition(".")[0])
    return ("O" if 1 <= number <= 31 else "x"), number


def _decade(match: re.Match[str]) -> tuple[str, Value]:
    return "X", int(re.sub(r"\D", "", match["decade"]))


def _short_year(match: re.Match[str]) -> tuple[str, Value]:
    """A year without its century: "'98"."""
    number = int(match["short"][1:])
    return "Y", number + (1900 if number >= 40 else 2000)


def _fraction(match: re.Match[str]) -> tuple[str, Value]:
    form = match["fraction"]
    return "r", _FRACTIONS.get(form) or int(form[0]) / int(form[2])


def _half(match: re.Match[str]) -> tuple[str, Value]:
    first = match["half"][0].lower()
    return "t", "o'clock" if first == "o" else f"{first}m"


_FIGURES: dict[str, Callable[[re.Match[str]], tuple[str, Value]]] = {
    "date": lambda match: ("I", match["date"]),
    "clock": lambda match: ("H", match["clock"]),
    "decade": _decade,
    "fraction": _fraction,
    "short": _short_year,
    "figure": _figure,
    "th": _ordinal,
    "quarter": lambda match: ("B", int(match["quarter"].strip("Qq"))),
    "half": _half,
    "clitic": lambda _: ("'", ""),
    "long": lambda _: ("~", ""),
}
