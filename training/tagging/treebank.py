"""Universal Dependencies files as tokens of ours with one-letter tags."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from polybius.annotating.tokens import tokens

Sentence = tuple[list[str], list[str]]
"""Forms and their tags."""

_BY_XPOS = {
    "PRP": "o", "EX": "o", "VB": "b", "VBD": "v", "VBP": "v", "VBZ": "v", "VBG": "g", "VBN": "k",
    "MD": "m", "POS": "s", "WDT": "w", "WP": "w", "WP$": "w", "WRB": "w", "DT": "d", "PDT": "d",
    "PRP$": "d", "CD": "#", "RP": "r", "TO": "t", "CC": "c", "IN": "i", "NNP": "p", "NNPS": "p",
    "NN": "n", "NNS": "n", "JJ": "j", "JJR": "j", "JJS": "j", "RB": "r", "RBR": "r", "RBS": "r",
}  # fmt: skip
_BY_UPOS = {
    "ADJ": "j", "ADP": "i", "ADV": "r", "AUX": "v", "CCONJ": "c", "DET": "d", "INTJ": "r",
    "NOUN": "n", "NUM": "#", "PART": "r", "PRON": "o", "PROPN": "p", "SCONJ": "u", "SYM": "n",
    "VERB": "v", "X": "n", "PUNCT": ".",
}  # fmt: skip


def sentences(path: Path) -> Iterator[Sentence]:
    """Every sentence of a CoNLL-U file, retokenised by ours."""
    text, rows = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            text = line[len("# text = ") :]
        elif line and not line.startswith("#"):
            rows.append(line.split("\t"))
        elif not line and rows:
            yield _retokenised(text, rows)
            rows = []


# Words that open a clause with a finite verb; treebanks count others in before -ing.
_SUBORDINATORS = frozenset((
    "that", "if", "because", "while", "although", "though", "whether", "as", "since", "after",
    "before", "until", "till", "unless", "than", "once", "so", "whereas", "lest", "except",
    "like", "cause", "cos", "'cause",
))  # fmt: skip


def tag_of(form: str, upos: str, xpos: str) -> str:
    """One letter for a treebank's two tags; see ``polybius.annotating.tagging``."""
    if upos == "SCONJ" and xpos == "IN":
        return "u" if form.lower() in _SUBORDINATORS else "i"
    return _BY_XPOS.get(xpos) or _BY_UPOS[upos]


def _retokenised(text: str, rows: list[list[str]]) -> Sentence:
    spans = _spans(text, rows)
    found = tokens(text)
    tags = []
    for start, end in zip(found.starts, found.ends, strict=True):
        inside = [tag for s, e, tag in spans if s < end and start < e]
        words = [tag for tag in inside if tag != "."]
        tags.append((words or inside or ["."])[-1])
    return found.forms, tags


def _spans(text: str, rows: list[list[str]]) -> list[tuple[int, int, str]]:
    spans, at = [], 0
    for name, form, _, upos, xpos, *_ in rows:
        start = text.find(form, at, at + len(form) + 4)
        if start >= 0 and name.isdigit():
            at = start + len(form)
            spans.append((start, at, tag_of(form, upos, xpos)))
    return spans
