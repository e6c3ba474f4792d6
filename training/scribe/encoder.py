"""MiniLM as PyTorch modules, with letter case and roles as inputs beside the word pieces.

The architecture is BERT's (Devlin et al. 2019); the base weights are those of
all-MiniLM-L6-v2 (Apache-2.0), read from its safetensors file.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the base weights' file: nothing else is trained from."""

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
CASES = 5
"""Lower, Title, UPPER, miXed, and no letters."""
ROLES = 3
"""Neither, the one who does, the one it is done to: where both are given."""
_EPSILON = 1e-12


class Layer(nn.Module):
    """Self-attention and a feed-forward net, each with a residual and a norm after it."""

    def __init__(self) -> None:
        super().__init__()
        self.query = nn.Linear(WIDTH, WIDTH)
        self.key = nn.Linear(WIDTH, WIDTH)
        self.value = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """*pieces* is (batch, length, width); *mask* is added to the attention's scores."""
        batch, length, _ = pieces.shape
        shape = (batch, length, HEADS, WIDTH // HEADS)
        query = self.query(pieces).view(shape).transpose(1, 2)
        key = self.key(pieces).view(shape).transpose(1, 2)
        value = self.value(pieces).view(shape).transpose(1, 2)
        scores = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5 + mask
        mixed = torch.softmax(scores, dim=-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, WIDTH)
        pieces = self.norm(pieces + self.drop(self.out(mixed)))
        inner = self.down(nn.functional.gelu(self.up(pieces)))
        return self.last_norm(pieces + self.drop(inner))


class Encoder(nn.Module):
    """Word pieces with their case and role to vectors of ``WIDTH``, one a piece."""

    def __init__(self, vocabulary: int = 30522, positions: int = 512) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(positions, WIDTH)
        self.types = nn.Embedding(2, WIDTH)
        self.cases = nn.Embedding(CASES, WIDTH)
        self.roles = nn.Embedding(ROLES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        nn.init.normal_(self.cases.weight, std=0.01)
        nn.init.normal_(self.roles.weight, std=0.02)

    def forward(self, ids: Tensor, cases: Tensor, roles: Tensor) -> Tensor:
        """All three are (batch, length); id 0 is padding."""
        mask = (ids == 0).to(torch.float32)[:, None, None, :] * -1e4
        places = torch.arange(ids.shape[1], device=ids.device)
        pieces = self.words(ids) + self.positions(places) + self.types.weight[0]
        pieces = self.drop(self.norm(pieces + self.cases(cases) + self.roles(roles)))
        for layer in self.layers:
            pieces = layer(pieces, mask)
        return pieces


_NAMES = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "types",
    "embeddings.LayerNorm": "norm",
}
_LAYER_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "last_norm",
}


def based(path: Path) -> Encoder:
    """An encoder with the base weights of *path*, a safetensors file.

    Raises:
        ValueError: where the file is not the one that ``SHA256`` names.
    """
    body = path.read_bytes()
    if hashlib.sha256(body).hexdigest() != SHA256:
        raise ValueError(f"{path} is not the base weights: its SHA-256 differs")
    encoder = Encoder()
    encoder.load_state_dict(_renamed(_tensors(body)), strict=False)
    return encoder


def _tensors(body: bytes) -> dict[str, Tensor]:
    (length,) = struct.unpack("<Q", body[:8])
    header = json.loads(body[8 : 8 + length])
    found = {}
    for name, entry in header.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = (8 + length + place for place in entry["data_offsets"])
        array = np.frombuffer(body[start:end], dtype="<f4").reshape(entry["shape"])
        found[name] = torch.from_numpy(array.copy())
    return found


def _renamed(tensors: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The same under our names."""
    renamed = {}
    for name, tensor in tensors.items():
        stem, _, last = name.rpartition(".")
        if stem in _NAMES:
            renamed[f"{_NAMES[stem]}.{last}"] = tensor
        elif stem.startswith("encoder.layer."):
            _, _, number, rest = stem.split(".", 3)
            renamed[f"layers.{number}.{_LAYER_NAMES[rest]}.{last}"] = tensor
    return renamed
