"""Words to padded batches of word pieces."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from tokenizers import Tokenizer

from training.scribe.model import Batch

CLASSIFY, SEPARATE = 101, 102
LONGEST = 160
"""Pieces of a sentence that are read."""


class Pieces:
    """Makes batches; remembers the pieces of every word that it has seen."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        # The file asks for rows of 128 pieces, one word or many.
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def batch(
        self, sentences: Sequence[Sequence[str]], roles: Sequence[Sequence[int]] | None = None
    ) -> Batch:
        """One padded batch of *sentences*, with the *roles* of their words where given."""
        rows = [self._row(words) for words in sentences]
        length = max(len(ids) for ids, _, _ in rows)
        widest = max(len(words) for words in sentences)
        batch = Batch(
            ids=torch.zeros(len(rows), length, dtype=torch.long),
            cases=torch.zeros(len(rows), length, dtype=torch.long),
            roles=torch.zeros(len(rows), length, dtype=torch.long),
            first=torch.zeros(len(rows), widest, dtype=torch.long),
        )
        for number, (ids, cases, owners) in enumerate(rows):
            batch.ids[number, : len(ids)] = torch.tensor(ids)
            batch.cases[number, : len(cases)] = torch.tensor(cases)
            for place, owner in enumerate(owners):
                if owner < 0:
                    continue
                if roles is not None:
                    batch.roles[number, place] = roles[number][owner]
                if not batch.first[number, owner]:
                    batch.first[number, owner] = place
        return batch

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int], list[int]]:
        """Pieces, the case of the word of each, and its number; -1 for what is no word."""
        ids, cases, owners = [CLASSIFY], [4], [-1]
        for number, word in enumerate(words):
            pieces = self._of(word)
            if len(ids) + len(pieces) >= LONGEST:
                break
            ids += pieces
            cases += [case_of(word)] * len(pieces)
            owners += [number] * len(pieces)
        return [*ids, SEPARATE], [*cases, 4], [*owners, -1]

    def _of(self, word: str) -> list[int]:
        known = self._known.get(word)
        if known is None:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            known = self._known[word] = found or [100]
        return known


def case_of(word: str) -> int:
    """Lower 0, Title 1, UPPER 2, miXed 3, no letters 4."""
    if not any(map(str.isalpha, word)):
        return 4
    if word.islower():
        return 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() and not any(map(str.isupper, word[1:])) else 3
