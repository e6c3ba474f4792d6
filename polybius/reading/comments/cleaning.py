"""Names, texts and signs of cutting, taken out of what pages print around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from polybius.reading.comments.stamps import find_stamps, is_stamp
from polybius.reading.comments.wording import LineKind, kinds_of

LONGEST_NAME = 100
MOST_NAME_WORDS = 14
_MOST_WRITTEN_WORDS = 6
_PARTICLES = frozenset(
    "de da do dos del di van von der den la le el al bin of the and y e und".split()  # noqa: SIM905  (a row of words reads best)
)
_MOST_CONTROL_WORDS = 6

_BEFORE_NAME = re.compile(
    r"(?:(?:posted|submitted|written|comment(?:ed)?|added|left|said|reply|review|geschrieben|"
    r"verfasst|kommentar|publicado|escrito|enviado|posté|écrit|scritto|inviato|geplaatst)\s+"
    r"(?:by|von|por|par|da|door)\b|by\b|von\b|par\b|por\b|from\b|posted\b|author\b|name\b|user\b|"
    r"autor\b|auteur\b)\s{0,3}:?\s{0,3}",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(r"#?\d{1,5}[.):]\s|#\d{1,9}\s|\d{4,9}\s")
_SAYING = (
    r"(?:says?|said|wrote|writes|commented|comments|replied|responded|posted|adds|added|"
    r"sagt|sagte|schrieb|schreibt|meint|meinte|kommentiert|a dit|a écrit|dit|écrit|dice|dijo|"
    r"escribió|escribe|comentó|disse|diz|escreveu|comentou|ha detto|ha scritto|scrive|scritto|"
    r"schreef|zegt|skrev|säger|skriver|napisał|napisała|pisze|пишет|написал|говорит|dedi|yazdı)"
)
# In lower case, or with a colon or points behind it: "Edward Said" is a name.
_AFTER_NAME = re.compile(
    rf"(?:^|\s{{1,3}})(?:{_SAYING}[\s.:…,]{{0,4}}|(?i:{_SAYING})\s?(?::|…|\.{{2,4}}))\s{{0,2}}$"
)
_LINKING_AFTER = re.compile(
    r"\s{1,3}(?:on|at|am|um|le|el|em|il|op|o|den|the|in|said on|says on|wrote on|posted on|wrote)$",
    re.IGNORECASE,
)
_NOT_VERIFIED = re.compile(
    r"\((?:not verified|nicht überprüft|non vérifié|no verificado)\)", re.IGNORECASE
)
_NO_NAMES_ROW = (
    "published updated posted modified last air date dates filed created originally time issued "
    "copyright © source photo image video tags today yesterday edited aktualisiert publié "
    "veröffentlicht publicado actualizado pubblicato gepubliceerd stand mis"
)
_NO_NAMES = frozenset(_NO_NAMES_ROW.split())
"""First words of lines that date a page or a picture, not a comment."""
_SEPARATORS = " \t\xa0,:;|·•–—-/»«>#"
_READ_MORE = re.compile(
    r"(?P<dots>…|\.{2,5}|\[…\]|\[\.\.\.\])?\s{0,3}[(\[]?\b(?:read more|see more|show more|"
    r"view more|more|full comment|mehr lesen|weiterlesen|mehr anzeigen|lire la suite|"
    r"lire plus|voir plus|afficher la suite|leer más|ver más|leia mais|ler mais|ver mais|"
    r"leggi tutto|leggi di più|mostra altro|lees meer|"
    r"meer lezen|läs mer|les mer|læs mere|czytaj więcej|читать далее|devamını oku|続きを読む)[)\]]?"
    r"\s{0,3}[»›>→…]{0,3}$",
    re.IGNORECASE,
)
_ENDS_CUT = re.compile(r"(?:…|\.\.\.)\s{0,3}$")


def name_in(line: str, *, certain: bool = False) -> str | None:
    """The name in a header such as "Posted by: A. Reader, Leeds on 9:35am" or "A. Reader says:".

    *certain* says that the line stands where only a name can: then "Top" and "007" are names.
    """
    stamps = find_stamps(line)
    if stamps and stamps[0].span.start > 0:
        line = line[: stamps[0].span.start]
    elif stamps:
        line = line[stamps[0].span.end :]
    name = _NOT_VERIFIED.sub(" ", line).strip()
    if number := _NUMBER_BEFORE.match(name):
        name = name[number.end() :]
    name = _AFTER_NAME.sub("", _LINKING_AFTER.sub("", name))
    name = _LINKING_AFTER.sub("", name.strip(_SEPARATORS))
    if (before := _BEFORE_NAME.match(name)) and len(name) > before.end():
        name = name[before.end() :]
    name = " ".join(name.strip(_SEPARATORS).split())
    return name if is_plausible_name(name, certain=certain) else None


def is_plausible_name(name: str, *, certain: bool = False) -> bool:
    """Whether *name* could be what a reader calls himself, given that it stands for a name."""
    if not name or len(name) > LONGEST_NAME or len(name.split()) > MOST_NAME_WORDS:
        return False
    if is_stamp(name) or not any(map(str.isalnum if certain else str.isalpha, name)):
        return False
    if name.split(maxsplit=1)[0].rstrip(":").lower() in _NO_NAMES:
        return False
    return certain or not (kinds_of(name) - {"after"})


def looks_like_name(name: str) -> bool:
    """Whether every word of *name* is written as names are: capitals, digits, or one nickname."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words or len(words) > _MOST_WRITTEN_WORDS:
        return False
    return len(words) == 1 or all(
        not word[0].isalpha() or not word[0].islower() or word in _PARTICLES for word in words
    )


def says_who(line: str) -> bool:
    """Whether the wording of *line* itself presents a writer: "Posted by", "says:"."""
    lead = line.strip(_SEPARATORS)
    before = _BEFORE_NAME.match(lead)
    if before and len(before.group().split()) > 1:
        return True
    return line.rstrip().endswith((":", "...", "…")) and bool(_AFTER_NAME.search(line))


def uncut(text: str) -> tuple[str, bool]:
    """*text* without its "Read more »", and whether the page had cut it short there."""
    found = _READ_MORE.search(text[-40:])
    if not found:
        return text, False
    start = max(0, len(text) - 40) + found.start()
    rest = text[:start].rstrip()
    # "… more" is a cut; the bare words "read more" may be the writer's own.
    marked = found["dots"] is not None or found.group()[-1] in "»›>→"
    if not marked and not _ENDS_CUT.search(rest):
        return text, False
    return rest + (found["dots"] or "").strip("[]"), True


def tidy(lines: Sequence[str], author: str | None, dropped: frozenset[LineKind]) -> list[str]:
    """*lines* of a comment without the header and the controls at their ends.

    Where nothing would be left, the lines are the comment: "Agree." is a control's
    wording and may well be all that somebody wrote.
    """
    start, end = 0, len(lines)
    while start < end and _is_around(lines[start], author, dropped):
        start += 1
    while end > start and _is_around(lines[end - 1], None, dropped):
        end -= 1
    return list(lines[start:end]) or [line for line in lines if line != author][:1]


def _is_around(line: str, author: str | None, dropped: frozenset[LineKind]) -> bool:
    if author is not None and line.strip(_SEPARATORS) == author:
        return True
    if not any(character.isalnum() for character in line):
        return True
    if len(line) > 160:
        return False
    control = line.count(" ") < _MOST_CONTROL_WORDS and bool(kinds_of(line) & dropped)
    if control or is_stamp(line) or line.strip("()[]+-–− ").isdecimal():
        return True
    if _AFTER_NAME.fullmatch(line):
        return True
    return author is not None and name_in(line) == author and _is_header(line)


def _is_header(line: str) -> bool:
    return says_who(line) or bool(find_stamps(line))
