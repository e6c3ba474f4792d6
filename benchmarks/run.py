"""Speed and memory of reading pages, beside trafilatura alone on the same pages.

    python benchmarks/run.py [--shared ../shared] [--rounds 5] [--report docs/performance.md]

The readers take turns, round by round, over the same pages already in memory, so
that a busy machine slows all of them alike. What is timed is CPU time, of this
process and, for the sandbox, of its worker too. Peak memory is that of a fresh
process that reads every page once; both are told on Linux alone. Read are the
pages of the ``pages`` task, where ``../shared`` is there, and the sample pages
that come with the project.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Self

from polybius import samples
from polybius.annotating import annotate
from polybius.annotating.places import places
from polybius.annotating.quantities import quantities
from polybius.annotating.quotations import quotations
from polybius.annotating.sentences import sentences
from polybius.annotating.speaking import SpeakersOf
from polybius.annotating.times import times as times_of
from polybius.errors import UnreadablePage
from polybius.evaluating.pages import page_of
from polybius.nouns import Document, Page
from polybius.packs.launches import launches
from polybius.pipeline import reading_of
from polybius.reading import Sandbox, read_page

Reader = Callable[[Page], object]

ARTICLES = Path("pages/articles.jsonl")
BASELINE = "trafilatura, body alone"

INTRODUCTION = """# Performance

Written by `make bench`, on {machine}. CPU time, all readers in turn on the same pages in the same
run: the ratios hold, the absolute figures are those of a shared and busy machine. The baseline is
what a user would run for the body of a page alone; Polybius gives the document, its comments,
credits and date, every time, place, quantity and quotation, and the launch claims."""

HEAD = """
| reader | pages/s | ms/page | ratio | peak MB |
|---|---|---|---|---|"""


def pages_of_set(name: str, shared: Path) -> list[Page]:
    """The pages of a set: "articles" of the shared data, or "samples" of the project."""
    if name == "samples":
        paths = [path for path in samples.paths() if path.suffix == ".html"]
        return [Page(path.read_bytes(), path.name, media_type="text/html") for path in paths]
    gold = shared / ARTICLES
    with gold.open(encoding="utf-8") as lines:
        return [page_of(json.loads(line), gold.parent) for line in lines]


def _document(page: Page) -> Document | None:
    try:
        return read_page(page)
    except UnreadablePage:
        return None


def _whole(page: Page) -> object:
    document = _document(page)
    return reading_of(document) if document else None


def _trafilatura(page: Page) -> object:
    import trafilatura  # noqa: PLC0415  (not in the memory of the other readers)

    return trafilatura.extract(page.body, url=page.url, include_comments=False)


def _trafilatura_with_metadata(page: Page) -> object:
    import trafilatura  # noqa: PLC0415  (as above)

    return trafilatura.bare_extraction(
        page.body, url=page.url, include_comments=False, with_metadata=True
    )


READERS: dict[str, Reader] = {
    BASELINE: _trafilatura,
    "trafilatura, with metadata": _trafilatura_with_metadata,
    "polybius, page to document": _document,
    "polybius, page to claims": _whole,
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


def peak(name: str, pages: str, shared: Path) -> float:
    """The most memory, in MB, of a fresh process in which reader *name* reads every page."""
    command = [sys.executable, __file__, "--peak", name, "--set", pages, "--shared", str(shared)]
    done = subprocess.run(  # noqa: S603  (this very file)
        command, capture_output=True, text=True, check=True
    )
    return float(done.stdout)


def _held_at_most() -> float:
    # Not getrusage: its figure outlives exec, and would be the parent's.
    lines = Path("/proc/self/status").read_text().splitlines()
    return next((int(line.split()[1]) / 1024 for line in lines if line[:6] == "VmHWM:"), 0.0)


def compare(name: str, shared: Path, rounds: int) -> str:
    """The table of one set of pages, in Markdown."""
    pages = pages_of_set(name, shared)
    with Reading() as isolated:
        readers = READERS | {"polybius, page to claims, in the sandbox": isolated}
        times: dict[str, list[float]] = {reader: [] for reader in readers}
        for read in readers.values():
            seconds(read, pages[:5])
        for _ in range(rounds):
            for reader, read in readers.items():
                times[reader].append(seconds(read, pages, isolated.sandbox))
    alone = statistics.median(times[BASELINE])
    rows = []
    for reader, taken in times.items():
        memory = f"{peak(reader, name, shared):.0f}" if reader in READERS else ""
        rows.append(_row(reader, statistics.median(taken), alone, len(pages), memory))
    return "\n".join([f"## {name}: {len(pages)} pages, medians of {rounds} rounds", HEAD, *rows])


class Reading:
    """Page to claims, with the page taken apart in a worker process."""

    def __init__(self) -> None:
        self.sandbox = Sandbox()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.sandbox.close()

    def __call__(self, page: Page) -> object:
        """Read one page."""
        try:
            return reading_of(self.sandbox.read_page(page))
        except UnreadablePage:
            return None


def _row(name: str, taken: float, alone: float, count: int, memory: str) -> str:
    each = 1000 * taken / count
    cells = (name, f"{count / taken:.1f}", f"{each:.1f}", f"{taken / alone:.2f}", memory)
    return f"| {' | '.join(cells)} |"


def stages(name: str, shared: Path) -> str:
    """How long each annotator and pack takes for a page of the set, in Markdown."""
    documents = [found for page in pages_of_set(name, shared) if (found := _document(page))]
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    for document in documents[:5]:
        reading_of(document)
    rows = [
        f"| {stage} | {1000 * taken / len(documents):.1f} |"
        for stage, taken in _stage_seconds(documents).items()
    ]
    head = f"## Stages after the page, on {name} ({words:.0f} words a page)"
    return "\n".join([head, "", "| stage | ms/page |", "|---|---|", *rows])


def _stage_seconds(documents: Sequence[Document]) -> dict[str, float]:
    taken: dict[str, float] = {}
    for document in documents:
        for stage, seconds_taken in _stages_of(document):
            taken[stage] = taken.get(stage, 0.0) + seconds_taken
    return taken


def _stages_of(document: Document) -> Iterator[tuple[str, float]]:
    found = sentences(document)
    annotations, _ = annotate(document)
    work: dict[str, Callable[[], object]] = {
        "sentences": lambda: sentences(document),
        "times": lambda: times_of(document, found),
        "places": lambda: places(document, found),
        "quantities": lambda: quantities(document, found),
        "quotations": lambda: quotations(document, found, SpeakersOf(document.published.day)),
        "launches": lambda: launches(document, annotations),
    }
    for stage, run in work.items():
        start = time.process_time()
        run()
        yield stage, time.process_time() - start


def report(shared: Path, rounds: int) -> str:
    """All of ``docs/performance.md``."""
    sets = ["samples", *(["articles"] if (shared / ARTICLES).is_file() else [])]
    parts = [
        INTRODUCTION.format(machine=_machine()),
        *(compare(name, shared, rounds) for name in sets),
        stages(sets[0], shared),
    ]
    return "\n\n".join(parts) + "\n"


def _machine() -> str:
    cores = os.cpu_count()
    return f"Python {platform.python_version()}, {platform.machine()}, {cores} shared cores"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--report", type=Path, default=Path("docs/performance.md"))
    parser.add_argument("--peak", help=argparse.SUPPRESS)
    parser.add_argument("--set", default="samples", help=argparse.SUPPRESS)
    given = parser.parse_args()
    logging.disable(logging.ERROR)
    if given.peak:
        seconds(READERS[given.peak], pages_of_set(given.set, given.shared))
        print(_held_at_most())
        return
    told = report(given.shared, given.rounds)
    given.report.write_text(told, encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main()
