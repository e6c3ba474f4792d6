"""Every pattern of ours takes time in proportion to its input (HOSTILE.md, R1)."""

from __future__ import annotations

import itertools
import re
import time

SEEDS = ("a", "1,", " ", "A ", "“a ", "( ", "a. ", "1 ", "-", "the ", "\n", "said ", "1.")
SIZES = (4_000, 16_000, 64_000)
# Four times the input may take four times as long; this leaves room for a noisy machine.
FOURFOLD = 9.0
# Below this a clock says more about the machine than about the pattern.
NEGLIGIBLE = 0.02


def assert_linear(pattern: re.Pattern[str], *, seeds: tuple[str, ...] = SEEDS) -> None:
    """Fail where *pattern* searched over a repeated seed grows faster than its input."""
    for seed in seeds:
        times = [_seconds(pattern, (seed * size)[:size]) for size in SIZES]
        for before, after in itertools.pairwise(times):
            assert after < max(NEGLIGIBLE, FOURFOLD * before), (
                f"{pattern.pattern[:80]!r} on {seed!r}: {times} seconds for {SIZES} characters"
            )


def _seconds(pattern: re.Pattern[str], text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _match in pattern.finditer(text):
            pass
        best = min(best, time.process_time() - start)
        if best < NEGLIGIBLE:
            break
    return best
