"""Light parts of speech: one letter a token.

An averaged perceptron (Collins 2002, "Discriminative Training Methods for
Hidden Markov Models") over words, their endings and their neighbours, read from
left to right. Most words have one tag and are looked up. ``training/tagging``
makes the model from Universal Dependencies treebanks; ``docs/data.md`` names
them and their licences.

====  =====================================  ====  ==============================
tag   what                                   tag   what
====  =====================================  ====  ==============================
``d``  determiner, possessive pronoun        ``i``  preposition
``j``  adjective                             ``u``  subordinator ("that", "if")
``n``  common noun                           ``c``  coordinator
``p``  proper noun                           ``t``  "to" of an infinitive
``o``  personal pronoun, "there"             ``w``  "who", "which", "what", "how"
``#``  number                                ``s``  possessive "'s"
``v``  finite verb                           ``m``  modal verb
``b``  verb, base form                       ``r``  adverb, particle, "not"
``g``  verb in -ing                          ``.``  punctuation
``k``  past participle
====  =====================================  ====  ==============================
"""

from __future__ import annotations

import functools
import importlib.resources
import lzma
from collections.abc import Sequence
from dataclasses import dataclass

TAGS = "djnpo#vbgkmriuctws."
OPEN = "njpvbgkr#"
"""What a word that no treebank showed may be."""

# Signs that are read as words; all others are punctuation.
_SIGNS = frozenset(("$", "%", "&", "#", "£", "€", "¥", "+", "="))
_MODEL = "tagging.model.xz"


@dataclass(frozen=True, slots=True)
class Model:
    """``fixed``: words with one tag. ``classes``: tags that an ambiguous word may have.

    ``weights``: for each feature one number that holds a weight for each of
    ``TAGS`` in lanes of 16 bits, the last tag lowest. Weights are kept 128 too
    high so that no lane borrows from the next; the excess is the same for every
    tag and cancels out.
    """

    fixed: dict[str, str]
    classes: dict[str, str]
    weights: dict[str, int]


def tags(forms: Sequence[str], words: Sequence[str], model: Model | None = None) -> str:
    """A string of one-letter tags, one for each token."""
    used = model or _model()
    found: list[str] = []
    before, earlier = "^", "^"
    for at, word in enumerate(words):
        tag = plain(forms[at], word, at, used)
        if len(tag) > 1:
            tag = _decide(tag, used.weights, features(forms, words, at, before, earlier, used))
        found.append(tag)
        before, earlier = tag, before
    return "".join(found)


def plain(form: str, word: str, at: int, model: Model) -> str:
    """The tags that *word* may have here: one where that is plain without its neighbours.

    Within a sentence a capital makes a name of every word that may be a name,
    a noun or an adjective.
    """
    possible = model.fixed.get(word) or model.classes.get(word)
    if form[0].isupper():
        return _capitalised(possible, at)
    if possible is None:
        return _unknown(form)
    return possible.replace("p", "") or possible


def _capitalised(possible: str | None, at: int) -> str:
    if possible is None:
        return "p" if at else OPEN
    if at and (possible in "npj" or possible in _NOMINAL):
        return "p"
    return possible + "p" if at and "p" not in possible else possible


def _unknown(form: str) -> str:
    if form[0].isalpha():
        return _LOWER
    if form[0].isdigit():
        return "#"
    return "n" if form in _SIGNS else "."


_LOWER = OPEN.replace("p", "").replace("#", "")
_NOMINAL = frozenset(("np", "jp", "jnp", "jn"))


def uncapitalised(forms: Sequence[str], words: Sequence[str]) -> list[str]:
    """The forms of a headline, with capitals only on words known as names, and unknown ones."""
    known = _model()
    return [
        form if "p" in (known.fixed.get(word) or known.classes.get(word) or "p") else word
        for form, word in zip(forms, words, strict=True)
    ]


def features(
    forms: Sequence[str], words: Sequence[str], at: int, before: str, earlier: str, model: Model
) -> tuple[str, ...]:
    """What is seen of the token *at*: each a key of ``Model.weights``."""
    word = words[at]
    form = forms[at]
    last = words[at - 1] if at else "^"
    if at + 1 < len(words):
        following = words[at + 1]
        ahead = model.fixed.get(following) or model.classes.get(following) or following[-2:]
        if forms[at + 1][0].isupper():
            ahead += "A"
    else:
        following = ahead = "$"
    ending = word[-3:]
    return (
        "w" + word,
        ("A" if form[0].isupper() else "a") + ending,
        f"b{before}{earlier}",
        f"B{before}{word}",
        "l" + last,
        "n" + following,
        f"N{ahead} {word}",
        f"h{before}{ahead}",
        f"x{before}{ending}",
    )


def _decide(possible: str, weights: dict[str, int], seen: tuple[str, ...]) -> str:
    total = 0
    for feature in seen:
        if feature in weights:
            total += weights[feature]
    best, most = possible[0], -1
    for tag in possible:
        score = total >> _LANE[tag] & 0xFFFF
        if score > most:
            best, most = tag, score
    return best


_LANE = {tag: 16 * (len(TAGS) - 1 - at) for at, tag in enumerate(TAGS)}


@functools.cache
def _model() -> Model:
    source = importlib.resources.files("polybius.annotating").joinpath(_MODEL)
    return unpacked(lzma.decompress(source.read_bytes()))


def packed(fixed: dict[str, str], classes: dict[str, str], rows: dict[str, bytes]) -> bytes:
    """A model as bytes: three lists of words by line, then the rows of weights.

    A row has one byte for each of ``TAGS``, 128 for a weight of nothing.
    """
    lists = (
        [word + tag for word, tag in sorted(fixed.items())],
        [f"{word}\t{possible}" for word, possible in sorted(classes.items())],
        sorted(rows),
    )
    head = "\0".join("\n".join(lines) for lines in lists).encode()
    return len(head).to_bytes(4, "big") + head + b"".join(rows[each] for each in sorted(rows))


def unpacked(data: bytes) -> Model:
    """The model that ``packed`` was given."""
    size = int.from_bytes(data[:4], "big")
    fixed, classes, seen = data[4 : 4 + size].decode().split("\0")
    width = 2 * len(TAGS)
    lanes = bytearray(2 * (len(data) - 4 - size))
    lanes[1::2] = data[4 + size :]
    number = int.from_bytes
    return Model(
        {line[:-1]: line[-1] for line in fixed.split("\n")},
        {word: possible for word, _, possible in (x.partition("\t") for x in classes.split("\n"))},
        {
            feature: number(lanes[at * width : (at + 1) * width], "big")
            for at, feature in enumerate(seen.split("\n"))
        },
    )
