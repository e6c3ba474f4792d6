r"""How much of an article's body is found on its page, and how much else with it.

The measure is that of the public article-extraction benchmark
(https://github.com/scrapinghub/article-extraction-benchmark, ``evaluate.py``):
a text is a bag of runs of four words, a word being what ``\w+`` matches, case
kept. Each page's right, spurious and missed runs are divided by their sum, so
that a long page weighs no more than a short one; precision is the mean over the
pages with a prediction, recall the mean over the pages with a gold body, and F1
their harmonic mean. The spread is the standard deviation over 1,000 samples of
the pages drawn with replacement, from a fixed seed.
"""

from __future__ import annotations

import gzip
import random
import re
import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from polybius.errors import BadData, UnreadablePage
from polybius.evaluating.scores import Score
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Page
from polybius.reading import read_page

_WORD = re.compile(r"\w+")
_RUN = 4
_SAMPLES = 1_000
_SEED = 2019


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words in *text*; all its words, where it has fewer."""
    words = _WORD.findall(text)
    runs = (tuple(words[start : start + _RUN]) for start in range(max(1, len(words) - _RUN + 1)))
    return Counter(run for run in runs if run)


def compared(gold: str, predicted: str) -> Score:
    """Right, spurious and missed runs as shares of all; all 0 where both texts are empty."""
    wanted, found = shingles(gold), shingles(predicted)
    right, spurious, missed = wanted & found, found - wanted, wanted - found
    whole = right.total() + spurious.total() + missed.total() or 1
    return Score(right.total() / whole, spurious.total() / whole, missed.total() / whole)


def measures_of(scores: Sequence[Score]) -> dict[str, float]:
    """Precision, recall and F1 as the benchmark averages them, each with its spread."""
    sampled: dict[str, list[float]] = {}
    draw = random.Random(_SEED)  # noqa: S311  (a bootstrap wants the same draw each time)
    for _ in range(_SAMPLES if len(scores) > 1 else 0):
        for name, value in _averages(draw.choices(scores, k=len(scores))).items():
            sampled.setdefault(name, []).append(value)
    spreads = {f"{name}_std": statistics.stdev(values) for name, values in sampled.items()}
    return _averages(scores) | spreads


def _averages(scores: Sequence[Score]) -> dict[str, float]:
    predicted = [score.precision for score in scores if score.right + score.spurious]
    wanted = [score.recall for score in scores if score.right + score.missed]
    precision = statistics.fmean(predicted) if predicted else 0.0
    recall = statistics.fmean(wanted) if wanted else 0.0
    both = precision + recall
    return {
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / both if both else 0.0,
    }


def page_of(record: Record, folder: Path) -> Page:
    """The page that *record* names, beside the gold file; gzip where its name ends so.

    Raises:
        BadData: where the file is not there.
    """
    path = folder / record["file"]
    try:
        body = path.read_bytes()
    except OSError as error:
        message = f"{path}, which the gold file names, cannot be read: {error.strerror}"
        raise BadData(message) from error
    body = gzip.decompress(body) if path.suffix == ".gz" else body
    return Page(body, record["file"], url=record.get("url"), media_type="text/html")


def _ours(page: Page) -> str:
    try:
        return read_page(page).text
    except UnreadablePage:
        return ""


def _trafilatura(page: Page) -> str:
    import trafilatura  # noqa: PLC0415  (only where a comparison is asked for)

    return trafilatura.extract(page.body, url=page.url, include_comments=False) or ""


def _run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    predictions: list[Record] = []
    readers: dict[str, Callable[[Page], str]] = {"ours": _ours, "trafilatura": _trafilatura}
    scores: dict[str, list[Score]] = {name: [] for name in readers}
    for record in records:
        page = page_of(record, folder)
        bodies = {name: read(page) for name, read in readers.items()}
        for name, body in bodies.items():
            scores[name].append(compared(record["body"], body))
        predictions.append({**record, "body": bodies["ours"]})
        advance()
    unread = sum(1 for record in predictions if not record["body"])
    counts = {"records": float(len(records)), "unread": float(unread)}
    return Outcome(
        measures=measures_of(scores["ours"]) | counts,
        predictions=predictions,
        baseline=measures_of(scores["trafilatura"]),
        notes=("baseline: trafilatura.extract with include_comments=False",),
    )


class _Record(msgspec.Struct):
    file: str
    body: str
    url: str | None = None


TASK = Task(
    name="pages",
    summary="the article's body on its HTML page",
    gold='one record a page: "file" (HTML, may be .gz, beside the gold file), "url", "body"',
    run=_run,
    form=_Record,
)
