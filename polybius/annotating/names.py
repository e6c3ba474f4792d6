"""Who is a person: a cheap guess from titles, given names and what stands around.

"Paris Hilton", "Jordan Smith said" and, after "Hillary Clinton", "Clinton" alone are no places.
The lists lie in ``data/``: given names across the world, family names that are places too, and
the words around names. What only a careful reading could tell is left out: a name is found where
a title, a listed given name, or an age or a verb of saying after two capitals gives it away.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from polybius.gazetteer import key, look_up
from polybius.nouns import Span

_UPPER = "A-ZÀ-ÖØ-ÞĀČĎĐĒĞĢĪİĶŁŃŇŌŐŒŘŚŞŠŤŪŽ"
_REST = r"(?:[^\W\d_]|['’‘-](?=[^\W\d_]))*+"
_CAPITALISED = rf"[{_UPPER}]{_REST}"
_PARTICLE = r"(?:[ae]l|ap|bint?|d[aeiou]|dell?a?|d[eo]r|den|dos|ibn|la|le|te[nr]|ul|v[ao]n|zu)"
WORD = re.compile(rf"{_CAPITALISED}|(?<![^\W_]){_PARTICLE}(?=[ -])")
# What must not stand before is looked at behind the capital, to which re can skip.
RUN = re.compile(
    rf"[{_UPPER}](?<![^\W_.].){_REST}(?:\.?[ ](?:{_PARTICLE}[ -]){{0,2}}{_CAPITALISED})*+"
)
AFTER_PERSON = re.compile(r",? ?\(?\d{2}[,.;)]|, (?:an?|the|who|whose|[a-z]+ (?:of|for|at)) ")
NEXT_WORD = re.compile(r",? ([a-z]++)")
LAST_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]++)\.?[ -]\Z")

_LONGEST = 4
_TOWN = 200_000


class _Lists(NamedTuple):
    given: frozenset[str]
    family: frozenset[str]
    titles: frozenset[str]
    small_titles: frozenset[str]
    suffixes: frozenset[str]
    bodies: frozenset[str]
    leads: frozenset[str]
    doubtful: frozenset[str]
    family_first: frozenset[str]
    saying: frozenset[str]
    placing: frozenset[str]
    breaks: frozenset[str]
    compounds: frozenset[str]


class _Word(NamedTuple):
    start: int
    end: int
    form: str


@functools.cache
def _lists() -> _Lists:
    folder = resources.files("polybius.annotating") / "data"
    around = tomllib.loads((folder / "names.toml").read_text(encoding="utf-8"))
    words = {name: frozenset(around[name]) for name in _Lists._fields[2:]}
    return _Lists(listed(folder / "given_names.txt"), listed(folder / "surnames.txt"), **words)


def listed(file: resources.abc.Traversable) -> frozenset[str]:
    """The words of a list: parted by white space, but for the lines that start with #."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_family_name(word: str) -> bool:
    """Whether *word*, as written, is a listed family name that is a place name too."""
    return word in _lists().family


def is_given_name(word: str) -> bool:
    """Whether *word*, as written, is a listed given name."""
    return word in _lists().given


def person_spans(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Where *text* seems to name a person, in order, none overlapping another.

    A span holds the name without its title: "Moon Jae-in", not "President Moon Jae-in". A family
    name alone is a person where the text has named one in full by it.
    """
    runs = [run for sentence in sentences for run in _runs(text, sentence)]
    full = [span for run in runs for span in _full_names(text, run)]
    alone = {_called(span.of(text)) for span in full}
    taken = frozenset(at for span in full for at in range(span.start, span.end))
    lone = [span for run in runs for span in _lone(text, run, alone, taken)] if alone else []
    return tuple(sorted({*full, *lone}))


def _runs(text: str, sentence: Span) -> Iterator[list[_Word]]:
    for run in RUN.finditer(text, sentence.start, sentence.end):
        words = []
        for match in WORD.finditer(text, run.start(), run.end()):
            form = match[0]
            if form.endswith(("'s", "’s")):
                form = form[:-2]
            words.append(_Word(match.start(), match.start() + len(form), form))
        if words:
            yield words


def _full_names(text: str, run: list[_Word]) -> Iterator[Span]:
    lists = _lists()
    at = 0
    while at < len(run):
        length = _name_length(text, run, at, lists)
        if length:
            yield Span(run[at].start, run[at + length - 1].end)
        at += max(length, 1)


def _name_length(text: str, run: list[_Word], at: int, lists: _Lists) -> int:
    """How many words from *at* on are a person's name; 0 where none is."""
    form = run[at].form
    if form in lists.titles or (form.isupper() and len(form) > 3):
        return 0
    length = _stretch(text, run, at, lists)
    if length and _titled(text, run, at, lists):
        return length if _nameless([word.form for word in run[at : at + length]], lists) else 0
    if length < 2 or (at and run[at - 1].form in lists.leads):
        return 0
    if run[at + 1].form.isupper() and len(run[at + 1].form) == 1 and length > 2:
        return length
    if form in lists.given or form in lists.family_first:
        return length if _sure(text, run, at, length, lists) else 0
    whole = at == 0 and length == len(run)
    return length if whole and _behaves(text, run, length, lists) else 0


def _stretch(text: str, run: list[_Word], at: int, lists: _Lists) -> int:
    """The words from *at* on that could be one name; 0 where a body's word is among them."""
    length = 0
    for word in run[at : at + _LONGEST]:
        if word.form in lists.bodies and word.form not in lists.family:
            # "Victoria Police", "Washington Post": the whole stretch is no person.
            return 0
        if word.form.lower() in lists.breaks or word.form.rpartition("-")[2] in lists.compounds:
            break
        length += 1
        if text[word.end : word.end + 1] not in {" ", ".", "-"}:
            break
        if text[word.end] == "." and len(word.form) > 2:
            break
    while length and run[at + length - 1].form[0].islower():
        length -= 1
    return length


def _titled(text: str, run: list[_Word], at: int, lists: _Lists) -> bool:
    if at:
        return run[at - 1].form in lists.titles and not run[at].form.isupper()
    before = LAST_WORD.search(text, max(0, run[0].start - 20), run[0].start)
    return before is not None and before[1] in lists.small_titles


def _nameless(forms: Sequence[str], lists: _Lists) -> bool:
    """Whether the words after a title are not a place ("Commander Peshawar")."""
    return forms[0] in lists.given or forms[0] in lists.family or not _known(forms)


def _sure(text: str, run: list[_Word], at: int, length: int, lists: _Lists) -> bool:
    """Whether a listed given name with *length* words is a person, not "Virginia Beach"."""
    form, following = run[at].form, run[at + 1].form
    if form not in lists.doubtful:
        return not _known([word.form for word in run[at : at + length]])
    if following in lists.family or following in lists.given:
        return not _known([form, following])
    return at == 0 and length == len(run) and _behaves(text, run, length, lists)


def _behaves(text: str, run: list[_Word], length: int, lists: _Lists) -> bool:
    """Whether what follows the run is what follows persons: an age, an apposition, a verb."""
    if length > 3 or any(word.form in lists.leads or word.form.isupper() for word in run):
        return False
    end = run[-1].end
    verb = NEXT_WORD.match(text, end)
    if not AFTER_PERSON.match(text, end) and not (verb and verb[1] in lists.saying):
        return False
    forms = [word.form for word in run]
    return not _known(forms) and not any(_known([form], _TOWN) for form in forms)


def _known(forms: Sequence[str], floor: int = 0) -> bool:
    """Whether the gazetteer knows these words, together, as a place, or a town of that size."""
    name = key(" ".join(forms))
    return any(
        naming.entry.kind != "city" or naming.entry.population >= floor
        for naming in look_up([name]).get(name, ())
    )


def _called(name: str) -> str:
    """The word that a person named in full is later called by."""
    words = name.replace(".", "").split()
    lists = _lists()
    while len(words) > 1 and words[-1] in lists.suffixes:
        words.pop()
    first_is_family = words[0] in lists.family_first and words[0] not in {"Lee", "Park", "Song"}
    return words[0] if first_is_family and len(words) > 1 else words[-1]


def _lone(text: str, run: list[_Word], alone: set[str], taken: frozenset[int]) -> Iterator[Span]:
    lists = _lists()
    for at, word in enumerate(run):
        if word.form not in alone or word.start in taken:
            continue
        if at + 1 < len(run) and run[at + 1].form in lists.bodies:
            continue
        before = LAST_WORD.search(text, max(0, word.start - 20), word.start)
        if before is None or before[1] not in lists.placing:
            yield Span(word.start, word.end)
