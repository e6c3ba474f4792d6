"""``polybius add``: read pages and keep them in the record."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from polybius.cli.console import complain, print_json
from polybius.cli.options import (
    DEFAULT_RECORD,
    JsonOption,
    Paths,
    PublishedOption,
    QuietOption,
    RecordOption,
    UrlOption,
)
from polybius.cli.read import Attempt, attempts

if TYPE_CHECKING:
    from polybius.record import Record


def add(
    paths: Paths,
    published: PublishedOption = None,
    url: UrlOption = None,
    record: RecordOption = DEFAULT_RECORD,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read pages and keep them in the record.

    The same page again changes nothing; an edited page becomes a new revision;
    a page that cannot be read is listed with its reason, and the rest goes on.
    """
    from polybius.record import Record

    counts: Counter[str] = Counter()
    tried = attempts(paths, published, url, quiet=quiet)
    with Record(record) as opened:
        for attempt in tried:
            row = _keep(opened, attempt)
            counts[str(row["outcome"])] += 1
            if as_json:
                print_json(row)
    if not as_json:
        typer.echo(_summary(record, counts))
    if counts["refused"]:
        raise typer.Exit(1)


def _keep(record: Record, attempt: Attempt) -> dict[str, object]:
    source, result = attempt
    if isinstance(result, Exception):
        complain(str(result) if source in str(result) else f"{source}: {result}")
        record.refuse(source, result)
        reason = {"code": result.code, "reason": str(result)}
        return {"source": source, "outcome": "refused", "document": None, **reason}
    added = record.add(result)
    return {"source": source, **asdict(added)}


def _summary(record: str, counts: Counter[str]) -> str:
    parts = [
        f"{counts['new']} new",
        f"{counts['revision']} revised" if counts["revision"] else "",
        f"{counts['same']} already there" if counts["same"] else "",
        f"{counts['refused']} could not be read (polybius list --refused)"
        if counts["refused"]
        else "",
    ]
    return f"{record}: " + ", ".join(part for part in parts if part)
