"""``polybius evaluate``: measure Polybius on annotated data of your own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polybius.cli.console import print_json, progress, write_file
from polybius.cli.options import JsonOption, QuietOption
from polybius.errors import BadInput

if TYPE_CHECKING:
    from polybius.evaluating import Outcome


def evaluate(
    task: Annotated[str, typer.Argument(help="What to measure; see --explain.")] = "",
    gold: Annotated[
        Path | None, typer.Argument(help="Annotated data, JSON Lines; see --explain TASK.")
    ] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(
            "--predictions", help="Write what was predicted, in the gold file's own shape."
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say what each task measures and what it needs.")
    ] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Measure Polybius on annotated data.

    TASK is one of pages, comments, launches, samples, attribution, time, place,
    quantity, actors.
    """
    from polybius import actors
    from polybius.evaluating import registry
    from polybius.evaluating.gold import read_gold

    if explain or not task:
        _explain(task)
        return
    found = registry.task(task)
    if gold is None:
        raise BadInput(f"evaluate {task}: name the annotated data; --explain {task} says its form")
    actors.version()  # an error in the user's own file stops here
    records = read_gold(gold, found.form)
    with progress(f"evaluating {task}", len(records), quiet=quiet) as advance:
        outcome = found.run(records, gold.parent, advance)
    if predictions is not None:
        _write_predictions(predictions, outcome)
    _print(task, len(records), outcome, as_json=as_json)


def _explain(name: str) -> None:
    from polybius.evaluating import registry

    for each in [name] if name else registry.TASKS:
        found = registry.task(each)
        typer.echo(f"{found.name}: {found.summary}\n  gold: {found.gold}\n")


def _write_predictions(path: Path, outcome: Outcome) -> None:
    import msgspec

    lines = (msgspec.json.encode(each) + b"\n" for each in outcome.predictions)
    write_file(path, b"".join(lines))


def _print(task: str, records: int, outcome: Outcome, *, as_json: bool) -> None:
    if as_json:
        found = {"task": task, "records": records, "measures": dict(outcome.measures)}
        print_json(found | {"baseline": dict(outcome.baseline), "notes": list(outcome.notes)})
        return
    typer.echo(f"{task}, {records} records")
    width = max((len(name) for name in outcome.measures), default=0)
    for name, value in outcome.measures.items():
        beside = outcome.baseline.get(name)
        typer.echo(
            f"  {name:{width}}  {value:.3f}"
            + ("" if beside is None else f"  (beside: {beside:.3f})")
        )
    for note in outcome.notes:
        typer.echo(f"  {note}")
