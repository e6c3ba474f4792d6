"""How a source names its speaker: a name, an office, a body, or a pronoun."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from dataclasses import dataclass
from typing import Literal

from polybius.annotating.tokens import tokens
from polybius.nouns import Span

Gender = Literal["m", "f", ""]

_ARTICLES = frozenset((
    "a", "an", "the", "some", "several", "many", "most", "few", "one", "another", "other",
    "this", "that",
))  # fmt: skip
_PREPOSITIONS = frozenset((
    "of", "for", "from", "at", "in", "with", "to", "on", "by", "about", "who", "which", "that",
    "and", "or",
))  # fmt: skip
_LINKS = frozenset((
    "de", "del", "della", "van", "von", "der", "den", "bin", "ibn", "al", "el", "ul", "du",
    "da", "dos", "la", "le", "af",
))  # fmt: skip
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that names a speaker.

    ``words`` is the phrase without article and apposition. ``name`` is a
    person's name as tokens, empty for others; ``role`` the office before or
    after it. ``head`` is the noun in lower case ("official"); the last name for
    a person.
    """

    span: Span
    words: str
    name: tuple[str, ...]
    role: str | None
    head: str
    gender: Gender
    plural: bool
    pronoun: bool

    @property
    def person(self) -> bool:
        """Whether one person is meant, named or by an office."""
        return bool(self.name) or (self.head in people()["persons"] and not self.plural)

    @property
    def body(self) -> bool:
        """Whether an institution or a country is meant."""
        proper = self.words[:1].isupper() and self.head not in people()["persons"]
        return not self.name and not self.pronoun and (self.head in people()["bodies"] or proper)


@functools.cache
def people() -> dict[str, frozenset[str]]:
    """The word lists of ``people.toml``."""
    source = importlib.resources.files(__package__).joinpath("people.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def is_office(word: str) -> bool:
    """Whether *word*, in lower case, is a listed title or another word for a person."""
    return word in people()["persons"] or word in people()["titles"]


def mention(text: str, span: Span) -> Mention:
    """What the noun phrase ``text[span]`` names."""
    span = _trimmed(text, span)
    words = text[span.start : span.end]
    core, apposition = (words, "") if _LIST.search(words) else _parted(words)
    found = tokens(core)
    forms, lower = found.forms, found.words
    first = 0
    while (
        first < len(forms) - 1
        and lower[first] in _ARTICLES
        and not (lower[first + 1] in _PREPOSITIONS and forms[first + 1].islower())
    ):
        first += 1
    start = found.starts[first] if forms else 0
    forms, lower = forms[first:], lower[first:]
    stop = _head_end(forms, lower)
    joint = lower[stop : stop + 1] in (["and"], ["or"])
    name_start = _name_start(forms[:stop], lower[:stop])
    named_here = not joint and _is_name(lower[:stop], name_start)
    name = tuple(forms[name_start:stop]) if named_here else ()
    role: str | None = None
    named = _name_in_apposition(apposition) if not name and stop else ()
    if named and is_office(lower[stop - 1]):
        name, role = named, core[start:].strip()
    elif name:
        before = core[start : found.starts[first + name_start]].strip()
        role = before or _apposition(apposition)
    head = (name[-1] if name else (forms[stop - 1] if stop else "")).lower()
    return Mention(
        span,
        core[start:].strip(),
        name,
        role,
        head,
        _gender(name, lower),
        joint or _is_plural(name, lower, stop),
        len(forms) == 1 and lower[0] in people()["pronouns"],
    )


# "Britain, France and Germany": the comma opens no apposition.
_LIST = re.compile(r"[A-Z][\w.]*, (?:[A-Z][\w.]*, )*[A-Z][\w.]*,? (?:and|or) [A-Z]")


def _parted(words: str) -> tuple[str, str]:
    core, _, apposition = words.partition(",")
    return core, apposition


def _trimmed(text: str, span: Span) -> Span:
    """*span* without the comma, space and possessive ending at its end."""
    words = span.of(text).rstrip(" ,\u00a0")
    cut = _POSSESSIVE.search(words)
    if cut and cut.start():
        words = words[: cut.start() + (words[cut.start() - 1] == "s" and cut[0] in "'’")]
        words = words.rstrip("'’")
    return Span(span.start, span.start + len(words))


def _head_end(forms: list[str], lower: list[str]) -> int:
    """Where the noun phrase's own head ends: before "of", "for", a bracket or a clause."""
    lists = people()
    for at in range(1, len(forms)):
        if forms[at] == "(":
            return at
        if lower[at] in _PREPOSITIONS:
            titled = lower[at] == "of" and lower[at - 1] in lists["titles"]
            complement = lower[at + 1 : at + 2]
            if titled and complement and complement[0] in lists["title_complements"]:
                continue
            if lower[at] in ("and", "of", "the") and _runs_on(forms, lower, at):
                continue
            return at
    return len(forms)


def _runs_on(forms: list[str], lower: list[str], at: int) -> bool:
    """Whether a small word stands inside a title: "Minister of Trade and Industry X"."""
    return (
        at + 3 < len(forms)
        and forms[0][0].isupper()
        and lower[0] in people()["titles"]
        and all(form[0].isupper() for form in forms[at + 1 :])
    )


def _name_start(forms: list[str], lower: list[str]) -> int:
    lists = people()
    at = len(forms)
    while at:
        form, word = forms[at - 1], lower[at - 1]
        inner = word in _LINKS and at < len(forms)
        if not (form[0].isupper() or inner) or word in lists["titles"] or word in lists["bodies"]:
            break
        if word in lists["title_complements"] or (form.isupper() and form.endswith("S.")):
            break
        at -= 1
    while at < len(forms) and lower[at] in _LINKS and lower[at] not in ("van", "de", "al"):
        at += 1
    return at


def _is_name(lower: list[str], start: int) -> bool:
    """Whether the capitalised words from *start* on are a person's name."""
    length = len(lower) - start
    if length == 0 or length > 5:
        return False
    if start and (
        lower[start - 1] in people()["titles"] or lower[start - 1] in people()["persons"]
    ):
        return True
    if length > 1 and start == 0:
        return True
    return lower[start] in people()["masculine"] or lower[start] in people()["feminine"]


def _name_in_apposition(words: str) -> tuple[str, ...]:
    """The name in "the defense minister, Takeshi Iwaya,"."""
    forms = words.split(",", maxsplit=1)[0].split()
    return tuple(forms) if 1 < len(forms) < 5 and all(f[0].isupper() for f in forms) else ()


def _apposition(words: str) -> str | None:
    """The office in ", an expert at a university", without article and age."""
    parts = [part.strip() for part in words.split(",")]
    parts = [part for part in parts if part and not part.isdigit() and not part.startswith("who")]
    if not parts:
        return None
    first, _, rest = parts[0].partition(" ")
    return (rest if first.lower() in ("a", "an", "the") else parts[0]) or None


def _gender(name: tuple[str, ...], lower: list[str]) -> Gender:
    lists = people()
    if any(word in lists["feminine_words"] for word in lower):
        return "f"
    if any(word in lists["masculine_words"] for word in lower):
        return "m"
    if len(name) > 1:
        given = name[0].lower()
        masculine, feminine = given in lists["masculine"], given in lists["feminine"]
        if masculine != feminine:
            return "m" if masculine else "f"
    return ""


def _is_plural(name: tuple[str, ...], lower: list[str], stop: int) -> bool:
    if name or not stop:
        return False
    lists, head = people(), lower[stop - 1]
    if head in lists["bodies"]:
        return head == "media"
    return head in lists["several"] or (head.endswith("s") and not head.endswith("ss"))
