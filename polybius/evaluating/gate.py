"""``make evaluate``: every measure against its floor, and ``docs/accuracy.md``.

``evaluation.json`` names what is measured: task, gold file (in the folder of
shared data, or else the project's own), the SHA-256 of the data that the floors
were set on, the floors, and what others reach. A floor is
raised by ``--update`` and never lowered silently: ``--lower`` is needed too.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from polybius.errors import PolybiusError
from polybius.evaluating.gold import digest, read_gold
from polybius.evaluating.registry import task
from polybius.evaluating.task import Outcome

CEILINGS = frozenset(("comment_share", "comment_figures_claimed", "not_claims_claimed"))
"""Measures of harm: their floors are ceilings."""

OWN = Path(__file__).parents[2]
"""The project's root, where it is read from its own tree."""

UNTOLD = frozenset(("records", "seconds"))
"""Measures that differ from run to run, or stand elsewhere in the report."""

SLACK = 0.0005
"""Floating-point sums in another order differ by less than this."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One gold file that a task is measured on."""

    task: str
    gold: str
    sha256: str
    floors: Mapping[str, float]
    aims: Mapping[str, float]
    known: str


@dataclass(frozen=True, slots=True)
class Measured:
    """An entry with what came out; ``outcome`` is None where the gold is absent."""

    entry: Entry
    outcome: Outcome | None
    records: int
    problems: Sequence[str]


def measure(entry: Entry, shared: Path) -> Measured:
    """Run the task and hold its measures against the floors."""
    path = _place_of(entry, shared)
    if not path.is_file():
        return Measured(entry, None, 0, ())
    asked = task(entry.task)
    records = read_gold(path, asked.form)
    outcome = asked.run(records, path.parent, lambda: None)
    problems = list(_below(entry, outcome))
    if entry.sha256 and digest(path) != entry.sha256:
        problems.append("the data is not what the floors were set on; set them anew")
    return Measured(entry, outcome, len(records), problems)


def _place_of(entry: Entry, shared: Path) -> Path:
    """Where the gold file is: the project's own data is named from its root."""
    return OWN / entry.gold if (OWN / entry.gold).is_file() else shared / entry.gold


def _below(entry: Entry, outcome: Outcome) -> Sequence[str]:
    return [
        f"{name} is {outcome.measures.get(name, 0.0):.4f}, below its floor of {floor:.4f}"
        if not _is_ceiling(name)
        else f"{name} is {outcome.measures.get(name, 1.0):.4f}, above its ceiling of {floor:.4f}"
        for name, floor in entry.floors.items()
        if _fails(name, outcome.measures.get(name), floor)
    ]


def _is_ceiling(name: str) -> bool:
    """Measures of harm may only fall."""
    return name in CEILINGS


def _fails(name: str, value: float | None, floor: float) -> bool:
    if value is None:
        return True
    return value > floor + SLACK if _is_ceiling(name) else value < floor - SLACK


def load(path: Path) -> list[Entry]:
    """The entries of ``evaluation.json``."""
    return [Entry(**entry) for entry in json.loads(path.read_text(encoding="utf-8"))]


def _raised(result: Measured, shared: Path, *, lower: bool) -> Measured:
    """The same with its floors at what was reached (rounded down to three places)."""
    entry = result.entry
    if result.outcome is None:
        return result
    floors = {}
    for name, floor in entry.floors.items():
        reached = _rounded(name, result.outcome.measures[name])
        better = min if _is_ceiling(name) else max
        floors[name] = reached if lower else better(floor, reached)
    entry = replace(entry, floors=floors, sha256=digest(_place_of(entry, shared)))
    return replace(result, entry=entry)


def _rounded(name: str, value: float) -> float:
    thousandths = int(value * 1000)
    return (thousandths + 1) / 1000 if _is_ceiling(name) else thousandths / 1000


HEAD = """# Accuracy

Written by `make evaluate`, which fails where a measure falls below its floor (`evaluation.json`).
The annotated data was made by others and is not part of the project; what each measure counts is
said by `polybius evaluate --explain TASK`. "Aim" is what we set out to reach; "beside it" is the
library a user would pick instead, run on the same data; "known" is what others have published.

| task | data | records | measure | Polybius | aim | floor | beside it | known |
|---|---|---|---|---|---|---|---|---|
"""


def report(results: Sequence[Measured]) -> str:
    """``docs/accuracy.md``."""
    measured = [result for result in results if result.outcome is not None]
    rows = [row for result in measured for row in _rows(result)]
    more = [line for result in measured for line in _more(result)]
    return HEAD + "\n".join(rows) + "\n\n## Further measures\n\n" + "\n".join(more) + "\n"


def _rows(result: Measured) -> list[str]:
    """A row of the table for each measure that has a floor."""
    entry, outcome = result.entry, result.outcome or Outcome({})
    known = entry.known
    rows = []
    for name in entry.floors:
        cells = [
            entry.task,
            f"`{Path(entry.gold).name}`",
            str(result.records),
            name,
            f"{outcome.measures[name]:.3f}",
            _share(entry.aims.get(name)),
            _share(entry.floors.get(name)),
            _share(outcome.baseline.get(name)),
            known,
        ]
        rows.append("| " + " | ".join(cells) + " |")
        known = ""
    return rows


def _more(result: Measured) -> list[str]:
    """One line with all other measures, and the task's notes."""
    entry, outcome = result.entry, result.outcome or Outcome({})
    others = [
        f"{name} {value:.3f}" if value <= 1 else f"{name} {value:g}"
        for name, value in outcome.measures.items()
        if name not in entry.floors and name not in UNTOLD
    ]
    notes = [f" ({note})" for note in outcome.notes]
    return [f"- {entry.task} on `{Path(entry.gold).name}`: {', '.join(others)}{''.join(notes)}"]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, write the report, and say what failed."""
    options = _options().parse_args(arguments)
    if not options.shared.is_dir():
        print(f"{options.shared} is not here: nothing to measure on, nothing was measured")
        return 0
    results = []
    for entry in load(options.entries):
        began = dt.datetime.now(tz=dt.UTC)
        results.append(measure(entry, options.shared))
        took = (dt.datetime.now(tz=dt.UTC) - began).total_seconds()
        print(_line(results[-1], took), flush=True)
    if options.update:
        results = [_raised(result, options.shared, lower=options.lower) for result in results]
        entries = [asdict(result.entry) for result in results]
        options.entries.write_text(json.dumps(entries, indent=1) + "\n", encoding="utf-8")
    options.report.write_text(report(results), encoding="utf-8")
    return 1 if any(result.problems for result in results) and not options.update else 0


def _line(result: Measured, seconds: float) -> str:
    entry = result.entry
    if result.outcome is None:
        return f"{entry.task:12} {entry.gold}: absent, skipped"
    shown = {name: f"{result.outcome.measures.get(name, 0.0):.3f}" for name in entry.floors}
    line = f"{entry.task:12} {entry.gold} ({seconds:.0f} s): " + ", ".join(
        f"{name} {value}" for name, value in shown.items()
    )
    return "\n".join([line, *(f"  FAILS: {problem}" for problem in result.problems)])


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make evaluate", description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--entries", type=Path, default=Path("evaluation.json"))
    parser.add_argument("--report", type=Path, default=Path("docs/accuracy.md"))
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--lower", action="store_true", help="with --update: lower them too")
    return parser


if __name__ == "__main__":
    try:
        sys.exit(main())
    except PolybiusError as error:
        sys.exit(f"polybius: {error}")
