"""Make ``polybius/annotating/tagging.model.xz``.

    python -m training.tagging.train TREEBANK.conllu … --dev DEV.conllu …

Trained on UD English EWT (CC BY-SA 4.0) and the openly licensed part of UD GUM
(CC BY 4.0). No sentence of them is kept: only words with their tags, and
weights. The same treebanks and seed give the same file.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter, defaultdict
from pathlib import Path

from polybius.annotating.tagging import OPEN, TAGS, Model, features, packed, plain, tags, unpacked
from training.tagging.treebank import Sentence, sentences

OUT = Path(__file__).parents[2] / "polybius" / "annotating" / "tagging.model.xz"
IRREGULAR = Path(__file__).with_name("irregular.txt")
WORDS = Path(__file__).with_name("words.txt")
SEED = 2
EPOCHS = 7
# A word is looked up where it was seen this often, with one tag this exclusively.
SEEN, SHARE = 4, 0.985
# A tag that a word has less often than this is taken for a slip.
RARE = 0.01
# A feature is kept where one of its weights is at least this, on a scale to 127.
KEPT = 14


def main() -> None:
    """Train on the treebanks of the command line, write the model, and say how good it is."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("train", nargs="+", type=Path)
    arguments.add_argument("--dev", nargs="*", type=Path, default=[])
    given = arguments.parse_args()
    data = trained([sentence for path in given.train for sentence in sentences(path)])
    OUT.write_bytes(lzma.compress(data, preset=9 | lzma.PRESET_EXTREME))
    model = unpacked(data)
    print(f"{OUT.stat().st_size:,} bytes, {len(model.weights):,} features")
    for path in given.dev:
        print(path.name, f"{accuracy(model, list(sentences(path))):.4f}")


def accuracy(model: Model, gold: list[Sentence]) -> float:
    """Share of tokens with the right tag."""
    right = total = 0
    for forms, wanted in gold:
        found = tags(forms, [form.lower().replace("’", "'") for form in forms], model)
        right += sum(a == b for a, b in zip(found, wanted, strict=True))
        total += len(wanted)
    return right / total


def trained(gold: list[Sentence]) -> bytes:
    """The model, packed."""
    fixed, classes = lexicon(gold)
    model = Model(fixed, classes, {})
    weights: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(TAGS))
    order, step = random.Random(SEED), 0  # noqa: S311 - it shuffles sentences
    gold = list(gold)
    for _ in range(EPOCHS):
        order.shuffle(gold)
        for forms, wanted in gold:
            step += 1
            _learn(forms, wanted, model, weights, totals, step)
    averaged = {
        feature: [w - t / step for w, t in zip(row, totals[feature], strict=True)]
        for feature, row in weights.items()
    }
    return packed(fixed, classes, _quantised(averaged))


def lexicon(gold: list[Sentence]) -> tuple[dict[str, str], dict[str, str]]:
    """Words with one tag, and the tags that other frequent words may have."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for forms, wanted in gold:
        for form, tag in zip(forms, wanted, strict=True):
            seen[form.lower().replace("’", "'")][tag] += 1
    possible = {
        word: {t for t, n in counts.items() if n >= RARE * counts.total()}
        for word, counts in seen.items()
    }
    fixed, classes = {}, {}
    for word, counts in sorted(seen.items()):
        tag, most = counts.most_common(1)[0]
        alike = possible[word] | _kin(word, possible)
        alone = alike <= {tag, "p"} and (tag != "p" or alike == {tag})
        if counts.total() >= SEEN and most >= SHARE * counts.total() and alone:
            fixed[word] = tag
        elif counts.total() >= SEEN:
            classes[word] = "".join(sorted(alike, key=TAGS.index))
    for line in WORDS.read_text(encoding="utf-8").splitlines():
        word, _, own = line.partition(" ")
        if not line.startswith("#") and word not in fixed and word not in classes:
            (fixed if len(own) == 1 else classes)[word] = own
    for word, tags_of in _irregular().items():
        if word not in fixed and word not in classes:
            classes[word] = "".join(sorted(tags_of | possible.get(word, set()), key=TAGS.index))
    return fixed, classes


def _irregular() -> dict[str, set[str]]:
    """The forms of irregular verbs, which treebanks of this size do not all show."""
    forms: dict[str, set[str]] = defaultdict(set)
    for line in IRREGULAR.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            for each, marked in zip(line.split(), ("bv", "v", "k"), strict=True):
                for form in each.split("/"):
                    forms[form] |= set(marked)
    return forms


def _kin(word: str, possible: dict[str, set[str]]) -> set[str]:
    """Tags that *word* must have because its other forms have theirs."""
    own = possible[word]
    kin: set[str] = set()
    if own & {"b", "v"} and not word.endswith(("s", "ed")):
        kin |= {"b", "v"}
    if word.endswith("s") and own & set(OPEN):
        stem = possible.get(word[:-1], set()) | possible.get(word[:-2], set())
        kin |= {"n"} if "n" in stem else set()
        kin |= {"v"} if "b" in stem else set()
    if word.endswith("ed") and own & {"v", "k"}:
        kin |= {"v", "k"}
    if word.endswith("ing") and own & {"g", "n", "j"} and own - {"n"}:
        kin |= {"g", "n"}
    return kin


def _learn(
    forms: list[str],
    wanted: list[str],
    model: Model,
    weights: dict[str, list[float]],
    totals: dict[str, list[float]],
    step: int,
) -> None:
    words = [form.lower().replace("’", "'") for form in forms]
    before, earlier = "^", "^"
    for at, tag in enumerate(wanted):
        possible = found = plain(forms[at], words[at], at, model)
        if len(possible) > 1:
            seen = features(forms, words, at, before, earlier, model)
            found = _best(possible, weights, seen)
            if found != tag and tag in possible:
                for feature in seen:
                    for column, sign in ((TAGS.index(tag), 1), (TAGS.index(found), -1)):
                        weights[feature][column] += sign
                        totals[feature][column] += sign * step
        before, earlier = found, before


def _best(possible: str, weights: dict[str, list[float]], seen: tuple[str, ...]) -> str:
    rows = [weights[feature] for feature in seen if feature in weights]
    return max(possible, key=lambda tag: sum(row[TAGS.index(tag)] for row in rows))


def _quantised(weights: dict[str, list[float]]) -> dict[str, bytes]:
    # The few largest weights are clipped: they decide alone in any case.
    largest = sorted(abs(w) for row in weights.values() for w in row)[-200]
    scale = 127 / largest
    rows = {f: [max(-127, min(127, round(w * scale))) for w in row] for f, row in weights.items()}
    return {
        feature: bytes(w + 128 for w in row)
        for feature, row in rows.items()
        if max(map(abs, row)) >= KEPT
    }


if __name__ == "__main__":
    main()
