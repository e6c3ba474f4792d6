"""Speed and memory of reading pages, beside trafilatura alone on the same pages.

    python benchmarks/reading.py [GOLD.jsonl] [--rounds 5]

The readers take turns, round by round, over the same pages already in memory, so
that a busy machine slows all of them alike. What is timed is CPU time, of this
process and, for the sandbox, of its worker too. Peak memory is that of a fresh
process that reads every page once; both are told on Linux alone. Without a gold file of the
``pages`` task, the sample pages that come with the project are read.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from polybius import samples
from polybius.errors import UnreadablePage
from polybius.evaluating.pages import page_of
from polybius.nouns import Page
from polybius.reading import Sandbox, read_page

Reader = Callable[[Page], object]


def pages_of_gold(gold: Path | None) -> list[Page]:
    """The pages that *gold* names, or the HTML pages among the samples."""
    if gold is None:
        paths = [path for path in samples.paths() if path.suffix == ".html"]
        return [Page(path.read_bytes(), path.name, media_type="text/html") for path in paths]
    with gold.open(encoding="utf-8") as lines:
        return [page_of(json.loads(line), gold.parent) for line in lines]


def _ours(page: Page) -> object:
    try:
        return read_page(page)
    except UnreadablePage:
        return None


def _trafilatura(page: Page) -> object:
    import trafilatura  # noqa: PLC0415  (not in the memory of the other readers)

    return trafilatura.extract(page.body, url=page.url, include_comments=False)


def _trafilatura_with_metadata(page: Page) -> object:
    import trafilatura  # noqa: PLC0415  (as above)

    return trafilatura.bare_extraction(
        page.body, url=page.url, include_comments=False, with_metadata=True
    )


READERS: dict[str, Reader] = {
    "trafilatura, body alone": _trafilatura,
    "trafilatura, with metadata": _trafilatura_with_metadata,
    "polybius": _ours,
}


def seconds(read: Reader, pages: Sequence[Page], sandbox: Sandbox | None = None) -> float:
    """CPU time that *read* takes over all *pages*, here and in the worker of *sandbox*."""
    start = time.process_time() + _cpu_of(sandbox)
    for page in pages:
        read(page)
    return time.process_time() + _cpu_of(sandbox) - start


def _cpu_of(sandbox: Sandbox | None) -> float:
    """CPU seconds that the worker of *sandbox* has used so far."""
    try:
        fields = Path(f"/proc/{sandbox.pid if sandbox else None}/stat").read_text().split()
    except OSError:
        return 0.0
    return (int(fields[13]) + int(fields[14])) / os.sysconf("SC_CLK_TCK")


def peak(name: str, gold: Path | None) -> float:
    """The most memory, in MB, of a fresh process in which reader *name* reads every page."""
    command = [sys.executable, __file__, "--peak", name, *([str(gold)] if gold else [])]
    done = subprocess.run(  # noqa: S603  (this very file)
        command, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _held_at_most() -> float:
    # Not getrusage: its figure outlives exec, and would be the parent's.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line[:6] == "VmHWM:"), 0.0)


def compare(pages: Sequence[Page], rounds: int, gold: Path | None) -> None:
    """Print the table."""
    with Sandbox() as sandbox:
        readers = READERS | {"polybius, sandboxed": sandbox.read_page}
        times: dict[str, list[float]] = {name: [] for name in readers}
        for read in readers.values():
            seconds(read, pages[:5])
        for _ in range(rounds):
            for name, read in readers.items():
                times[name].append(seconds(read, pages, sandbox))
    print(f"{len(pages)} pages, {rounds} rounds, medians")
    alone = statistics.median(times["trafilatura, body alone"])
    print(f"{'':30}{'pages/s':>9}{'ms/page':>9}{'ratio':>7}{'peak MB':>9}")
    for name, taken in times.items():
        memory = f"{peak(name, gold):9.0f}" if name in READERS else ""
        _row(name, statistics.median(taken), alone, len(pages), memory)


def _row(name: str, taken: float, alone: float, count: int, memory: str) -> None:
    each = 1000 * taken / count
    print(f"{name:30}{count / taken:9.1f}{each:9.1f}{taken / alone:7.2f}{memory}")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    pages = pages_of_gold(given.gold)
    if given.peak:
        seconds(READERS[given.peak], pages)
        print(_held_at_most())
    else:
        compare(pages, given.rounds, given.gold)


if __name__ == "__main__":
    main()
