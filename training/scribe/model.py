"""The scribe in PyTorch: one encoder, and a head for each thing asked of words."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.scribe.encoder import WIDTH, Encoder
from training.scribe.examples import (
    ALL_MODES,
    CONTEXT_LIST,
    ENTITIES,
    FACTUALITIES,
    PARTS,
    TENSES,
    TYPES,
)

PAIR = 128
"""Width of the vectors in which a trigger and a word meet."""


@dataclass(slots=True)
class Batch:
    """Padded tensors; ``first`` is the place of each word's first piece, 0 where there is none."""

    ids: Tensor
    cases: Tensor
    roles: Tensor
    first: Tensor


class Scribe(nn.Module):
    """Word vectors, and what the heads make of them."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.2)
        self.kind = nn.Linear(WIDTH, len(TYPES))
        self.mode = nn.Linear(WIDTH, len(ALL_MODES))
        self.factuality = nn.Linear(WIDTH, len(FACTUALITIES))
        self.tense = nn.Linear(WIDTH, len(TENSES))
        self.historical = nn.Linear(WIDTH, 2)
        self.contexts = nn.Linear(WIDTH, len(CONTEXT_LIST))
        self.entities = nn.Linear(WIDTH, len(ENTITIES))
        self.relation = nn.Linear(WIDTH, len(TYPES))
        self.of_trigger = nn.Linear(WIDTH, PAIR)
        self.of_word = nn.Linear(WIDTH, PAIR)
        self.meeting = nn.Parameter(torch.randn(len(PARTS), PAIR, PAIR) * 0.02)
        self.alone = nn.Linear(PAIR, len(PARTS))

    def words(self, batch: Batch) -> Tensor:
        """One vector a word, that of its first piece; (batch, words, width)."""
        pieces = self.encoder(batch.ids, batch.cases, batch.roles)
        return pieces.gather(1, batch.first[..., None].expand(-1, -1, WIDTH))

    def whole(self, batch: Batch) -> Tensor:
        """One vector a sentence, that of its opening mark; (batch, width)."""
        return self.encoder(batch.ids, batch.cases, batch.roles)[:, 0]

    def parts(self, trigger: Tensor, words: Tensor) -> Tensor:
        """How much each word is a part of an event; (events, words, parts).

        *trigger* is (events, width) and *words* (events, words, width).
        """
        left = torch.relu(self.of_trigger(self.drop(trigger)))
        right = torch.relu(self.of_word(self.drop(words)))
        met = torch.einsum("ep,kpq,ewq->ewk", left, self.meeting, right)
        return met + self.alone(right)
