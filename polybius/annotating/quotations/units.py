"""Stretches of text that are read as one sentence, as tokens with light syntax."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from polybius.annotating.quotations.lexicon import Lexicon, lexicon
from polybius.annotating.quotations.marks import Stretch
from polybius.annotating.quotations.shapes import shape_of
from polybius.annotating.tagging import tags, uncapitalised
from polybius.annotating.tokens import Tokens, tokens
from polybius.nouns import Span

_MARKS = frozenset(("“", "”", '"', "``", "''", "«", "»", "„", "‘", "’", "'", "‹", "›"))
_PHRASE = 3
"""A stretch of so few words, with no sentence of its own, is a phrase within the report."""
LONGEST = 400
"""Tokens of the longest unit that is read; what is longer is no sentence."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence of the report, with its quotations taken as single words.

    ``shape`` has one letter for each token (``shapes``). ``quoted`` maps the places
    of ``Q`` to their stretches. Quoted phrases keep their words, but their marks,
    whose offsets are ``marks``, are no tokens. ``titled`` says that it is a
    headline, each word of it capitalised; ``bare`` that no mark ends it.
    """

    text: str
    span: Span
    paragraph: int
    forms: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    shape: str
    quoted: dict[int, Stretch]
    marks: frozenset[int]
    titled: bool
    bare: bool

    def __len__(self) -> int:
        return len(self.words)

    def chars(self, first: int, last: int) -> Span:
        """The characters of the tokens from *first* up to, not including, *last*.

        Quotation marks that open right before or close right after belong to them.
        """
        start, end = self.starts[first], self.ends[last - 1]
        if start - 1 in self.marks and start - 1 >= self.span.start:
            start = _widened(start, -1, self.marks)
        if end + 1 in self.marks and self.text[end] in ".,!?":
            end += 1
        if end in self.marks:
            end = _widened(end, 1, self.marks)
        return Span(start, end)


def _widened(at: int, step: int, marks: frozenset[int]) -> int:
    while (at if step > 0 else at - 1) in marks:
        at += step
    return at


def units(
    paragraphs: Sequence[Span], sentences: Sequence[Span], stretches: Sequence[Stretch]
) -> Iterator[tuple[int, Span, list[Stretch]]]:
    """Sentences joined where a quotation runs over their border.

    Gives the paragraph's number, the span, and the stretches inside, in order.
    """
    borders = _borders(paragraphs, sentences)
    at = 0
    held: list[Stretch] = []
    start: int | None = None
    for number, sentence in borders:
        start = sentence.start if start is None else start
        while at < len(stretches) and stretches[at].span.start < sentence.end:
            held.append(stretches[at])
            at += 1
        if held and held[-1].span.end > sentence.end and sentence.end < paragraphs[number].end:
            continue
        yield number, Span(start, sentence.end), held
        held, start = [], None


def _borders(paragraphs: Sequence[Span], sentences: Sequence[Span]) -> Iterator[tuple[int, Span]]:
    """Sentences by paragraph, cut to it; whole paragraphs where no sentence lies in them."""
    at = 0
    for number, paragraph in enumerate(paragraphs):
        while at < len(sentences) and sentences[at].end <= paragraph.start:
            at += 1
        first = at
        covered = paragraph.start
        while at < len(sentences) and sentences[at].start < paragraph.end:
            end = min(sentences[at].end, paragraph.end)
            yield number, Span(max(sentences[at].start, covered), end)
            covered = end
            if sentences[at].end > paragraph.end:
                break
            at += 1
        if at == first and covered == paragraph.start:
            yield number, paragraph


def read(
    text: str, paragraph: int, span: Span, inside: Sequence[Stretch], lexicon: Lexicon
) -> Unit:
    """The tokens and the syntax of one unit; without its shape where nothing in it reports."""
    found = tokens(text, *span)
    if not inside and ":" not in found.words and not lexicon.may_report(found.words):
        return Unit(text, span, paragraph, *found, "", {}, frozenset(), titled=False, bare=False)
    kept, quoted, marks = _without_marks(text, found, inside, lexicon)
    titled = _titled(kept.forms)
    bare = kept.forms[-1:] not in ([], ["."], ["?"], ["!"], ["“”"]) and not quoted
    forms = uncapitalised(kept.forms, kept.words) if titled else kept.forms
    shape = shape_of(kept, tags(forms, kept.words), quoted, lexicon)
    return Unit(text, span, paragraph, *kept, shape, quoted, frozenset(marks), titled, bare)


def read_quiet(unit: Unit) -> Unit:
    """The unit with its shape, also where nothing in it reports."""
    if unit.shape or not unit.words:
        return unit
    kept = Tokens(unit.forms, unit.words, unit.starts, unit.ends)
    return replace(unit, shape=shape_of(kept, tags(unit.forms, unit.words), (), lexicon()))


def _titled(forms: list[str]) -> bool:
    words = [form for form in forms if len(form) > 3 and form[0].isalpha()]
    return len(words) > 2 and sum(form[0].isupper() for form in words) > 0.8 * len(words)


def _without_marks(
    text: str, found: Tokens, inside: Sequence[Stretch], lexicon: Lexicon
) -> tuple[Tokens, dict[int, Stretch], set[int]]:
    if not inside and _MARKS.isdisjoint(found.words):
        return found, {}, set()
    kept = Tokens([], [], [], [])
    quoted: dict[int, Stretch] = {}
    marks: set[int] = set()
    waiting = list(reversed(inside))
    for form, word, start, end in zip(*found, strict=True):
        while waiting and waiting[-1].span.end <= start:
            waiting.pop()
        stretch = waiting[-1] if waiting and waiting[-1].span.start <= start else None
        if stretch and start == stretch.span.start and _stands_alone(text, stretch, kept, lexicon):
            quoted[len(kept.words)] = stretch
            _append(kept, "“”", "“”", *stretch.span)
        elif kept.ends and start < kept.ends[-1]:
            continue
        elif word in _MARKS and stretch:
            marks.update(range(start, end))
        elif word not in _MARKS or word == "'":
            _append(kept, form, word, start, end)
    return kept, quoted, marks


def _append(kept: Tokens, form: str, word: str, start: int, end: int) -> None:
    kept.forms.append(form)
    kept.words.append(word)
    kept.starts.append(start)
    kept.ends.append(end)


def _stands_alone(text: str, stretch: Stretch, before: Tokens, lexicon: Lexicon) -> bool:
    """Whether a quotation is a statement of its own rather than a phrase in the report's."""
    inner = stretch.inner.of(text).strip()
    if not inner:
        return False
    if (
        inner[-1] not in ",.?!…—-"
        and text[stretch.span.end : stretch.span.end + 2].strip().islower()
    ):
        return False
    words = inner.count(" ") + 1
    last = before.words[-1] if before.words else ""
    finished = inner[-1] in ",.?!…—-" or stretch.open
    if not last or last in ":—–―-":
        return finished or words > _PHRASE
    if last in ",;(":
        return finished or words > 2 * _PHRASE
    spoken = last in lexicon.verbs.forms or last in ("that", "by", "monday", "friday")
    capital = inner[0].isupper() and words > _PHRASE
    return finished and capital and (spoken or text[stretch.inner.end - 1] in ".?!,")
