"""Train the scribe. Work in progress: no weights are shipped yet.

    python -m training.scribe.train --base model.safetensors --tokenizer tokenizer.json
        --corpora FOLDER --out scribe.pt

One seed, one order, one result on one machine.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from training.scribe.encoder import based
from training.scribe.examples import Example, of_gum, of_iob2, of_sentence
from training.scribe.marked import read
from training.scribe.model import Scribe
from training.scribe.pieces import Pieces

SENTENCES = Path(__file__).parent / "sentences"
SEED = 7
BATCH = 24
RATE, HEADS_RATE = 1e-4, 1e-3
WARM = 0.06


def main() -> None:
    """Train on the sentences and corpora of the command line, and write the weights."""
    given = _arguments()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(given.threads)
    examples = written(given.leave_out) + corpora(given.corpora)
    pieces = Pieces(Tokenizer.from_file(str(given.tokenizer)))
    scribe = Scribe(based(given.base))
    fit(scribe, pieces, examples, given.epochs)
    torch.save(scribe.state_dict(), given.out)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--tokenizer", type=Path, required=True)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--leave-out", type=int, default=0, help="every nth sentence is left out")
    return parser.parse_args()


def written(leave_out: int = 0) -> list[Example]:
    """Our own sentences, without every *leave_out*-th."""
    every = [each for path in sorted(SENTENCES.glob("*.txt")) for each in read(path)]
    return [of_sentence(s) for n, s in enumerate(every) if not leave_out or n % leave_out]


def held_out(leave_out: int) -> list[Example]:
    """Every *leave_out*-th of our own sentences."""
    every = [each for path in sorted(SENTENCES.glob("*.txt")) for each in read(path)]
    return [of_sentence(s) for n, s in enumerate(every) if n % leave_out == 0]


def corpora(folder: Path) -> list[Example]:
    """Openly licensed sentences with names marked."""
    gum = list(of_gum(folder / "ud_gum_open_train.conllu"))
    uner = [*of_iob2(folder / "uner_ewt_test.iob2")]
    return [each for each in (*gum, *uner) if 3 <= len(each.words) <= 60]


def batches(examples: Sequence[Example]) -> list[list[Example]]:
    """Batches of sentences of like length, in a random order."""
    order = random.Random(random.getrandbits(32))  # noqa: S311 (no secret is made)
    shuffled = sorted(examples, key=lambda each: len(each.words) + order.random() * 6)
    found = [shuffled[i : i + BATCH] for i in range(0, len(shuffled), BATCH)]
    random.shuffle(found)
    return found


def fit(scribe: Scribe, pieces: Pieces, examples: Sequence[Example], epochs: int) -> None:
    """Train in place, with a linear warm-up and a linear decay of the rate."""
    events = [each for each in examples if each.triggers is not None]
    named = [each for each in examples if each.triggers is None]
    encoder = list(scribe.encoder.parameters())
    known = {id(each) for each in encoder}
    heads = [each for each in scribe.parameters() if id(each) not in known]
    groups = [{"params": encoder, "lr": RATE}, {"params": heads, "lr": HEADS_RATE}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    # Names are many and easy: a share of them is enough each time.
    share = min(len(named), len(events) // 2)
    steps = epochs * (math.ceil(len(events) / BATCH) + math.ceil(share / BATCH))
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _rate(step, steps))
    scribe.train()
    for epoch in range(epochs):
        began, total = time.monotonic(), 0.0
        todo = batches(events) + batches(random.sample(named, share))
        random.shuffle(todo)
        for batch in todo:
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(scribe, pieces, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scribe.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        took = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total / len(todo):.3f}, {took:.0f} s", flush=True)


def _rate(step: int, steps: int) -> float:
    warm = WARM * steps
    return min(step / warm, max(0.0, (steps - step) / (steps - warm)))


def loss_of(scribe: Scribe, pieces: Pieces, examples: Sequence[Example]) -> Tensor:
    """What the heads get wrong on a batch."""
    words = scribe.words(pieces.batch([each.words for each in examples]))
    if examples[0].triggers is None:
        return _entity_loss(scribe, words, examples)
    loss = _type_loss(scribe, words, examples)
    if any(each.triggers for each in examples):
        loss = loss + _trigger_loss(scribe, words, examples)
    pairs = [(each.words, *pair) for each in examples for pair in each.relations]
    if pairs:
        batch = pieces.batch([pair[0] for pair in pairs], [pair[1] for pair in pairs])
        guesses = scribe.relation(scribe.drop(scribe.whole(batch)))
        loss = loss + 0.5 * cross_entropy(guesses, torch.tensor([pair[2] for pair in pairs]))
    return loss


def _padded(rows: Sequence[Sequence[int]], width: int) -> Tensor:
    return torch.tensor([[*row, *[-100] * width][:width] for row in rows])


def _entity_loss(scribe: Scribe, words: Tensor, examples: Sequence[Example]) -> Tensor:
    labels = _padded([each.entities or [] for each in examples], words.shape[1])
    return cross_entropy(scribe.entities(scribe.drop(words)).flatten(0, 1), labels.flatten())


def _type_loss(scribe: Scribe, words: Tensor, examples: Sequence[Example]) -> Tensor:
    rows = []
    for each in examples:
        row = [0] * len(each.words)
        for trigger in each.triggers or ():
            row[trigger.at] = trigger.type
        rows.append(row)
    labels = _padded(rows, words.shape[1])
    guesses = scribe.kind(scribe.drop(words)).flatten(0, 1)
    weight = torch.ones(guesses.shape[1])
    weight[0] = 0.4
    return 2 * cross_entropy(guesses, labels.flatten(), weight)


def _trigger_loss(scribe: Scribe, words: Tensor, examples: Sequence[Example]) -> Tensor:
    found = [(n, each) for n, example in enumerate(examples) for each in example.triggers or ()]
    rows = torch.tensor([n for n, _ in found])
    at = scribe.drop(words[rows, torch.tensor([each.at for _, each in found])])
    parts = scribe.parts(words[rows, torch.tensor([each.at for _, each in found])], words[rows])
    labels = _padded([each.parts for _, each in found], words.shape[1])
    weight = torch.tensor([0.5, 1.0, 1.0, 1.0, 1.0])
    return (
        1.5 * cross_entropy(parts.flatten(0, 1), labels.flatten(), weight)
        + 0.7 * cross_entropy(scribe.mode(at), torch.tensor([e.mode for _, e in found]))
        + 0.7 * cross_entropy(scribe.factuality(at), torch.tensor([e.factuality for _, e in found]))
        + 0.3 * cross_entropy(scribe.tense(at), torch.tensor([e.tense for _, e in found]))
        + 0.3 * cross_entropy(scribe.historical(at), torch.tensor([e.historical for _, e in found]))
        + binary_cross_entropy_with_logits(
            scribe.contexts(at), torch.tensor([e.contexts for _, e in found], dtype=torch.float32)
        )
    )


if __name__ == "__main__":
    main()
