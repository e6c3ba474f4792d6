"""How far two people who label the same sentences agree.

``python -m training.scribe.agreement FIRST.txt SECOND.txt`` compares the sentences that both hold.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from training.scribe.marked import Event, Sentence, read

Span = tuple[int, int]


def pairs(first: Iterable[Sentence], second: Iterable[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """The sentences of the same words in both."""
    known = {each.text: each for each in first}
    return [(known[each.text], each) for each in second if each.text in known]


def matched(one: Sentence, two: Sentence) -> list[tuple[Event, Event]]:
    """Events of both whose triggers share a character, each used once."""
    found, used = [], set()
    for event in one.events:
        for number, other in enumerate(two.events):
            if number not in used and _meet(one.spans[event.trigger], two.spans[other.trigger]):
                used.add(number)
                found.append((event, other))
                break
    return found


def _meet(one: list[Span], two: list[Span]) -> bool:
    return any(a < d and c < b for a, b in one for c, d in two)


def agreement(both: list[tuple[Sentence, Sentence]]) -> dict[str, float]:
    """F1 of triggers, and of the matched events the share that agree in each label.

    ``codable`` is the share of sentences on which both say that there is an event, or
    that there is none. ``actors`` and ``recipients`` agree where every span of one shares
    words with one of the other, both ways.
    """
    events = [(a, b, e, f) for a, b in both for e, f in matched(a, b)]
    told = sum(len(each.events) for pair in both for each in pair)
    shares = {
        "type": [e.type == f.type for _, _, e, f in events],
        "mode, of one type": [e.mode == f.mode for _, _, e, f in events if e.type == f.type],
        "factuality": [e.factuality == f.factuality for _, _, e, f in events],
        "tense": [e.tense == f.tense for _, _, e, f in events],
        "historical": [e.historical == f.historical for _, _, e, f in events],
        "actors": [_alike(a, e.actors, b, f.actors) for a, b, e, f in events],
        "recipients": [_alike(a, e.recipients, b, f.recipients) for a, b, e, f in events],
        "a context shared": [
            bool({*e.contexts} & {*f.contexts}) or not (e.contexts or f.contexts)
            for _, _, e, f in events
        ],
    }
    codable = [bool(a.events) == bool(b.events) for a, b in both]
    return {
        "sentences": len(both),
        "codable": sum(codable) / len(codable),
        "triggers, F1": 2 * len(events) / told,
    } | {name: sum(share) / len(share) for name, share in shares.items()}


def _alike(a: Sentence, ones: tuple[str, ...], b: Sentence, twos: tuple[str, ...]) -> bool:
    left, right = [a.spans[name] for name in ones], [b.spans[name] for name in twos]
    return all(any(_meet(x, y) for y in right) for x in left) and all(
        any(_meet(x, y) for x in left) for y in right
    )


def main(first: list[Path], second: Path) -> None:
    """Print the agreement, one measure a line."""
    both = pairs([each for path in first for each in read(path)], read(second))
    for name, value in agreement(both).items():
        print(f"{name:20} {value:.3f}" if isinstance(value, float) else f"{name:20} {value}")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:-1]], Path(sys.argv[-1]))
