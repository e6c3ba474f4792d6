"""What every command writes with: colour, progress, files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import typer

from polybius.errors import BadInput

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Advance = Callable[[], None]

WIDTH = 120
"""Columns where the output is no terminal (a file, a pipe) and COLUMNS says nothing."""


def console(*, stderr: bool = False) -> Console:
    """A console that colours only a terminal, and never when asked not to."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    if stream.isatty():
        return Console(stderr=stderr, highlight=False)
    columns = os.environ.get("COLUMNS", "")
    width = int(columns) if columns.isdecimal() and int(columns) else WIDTH
    plain = False if os.environ.get("NO_COLOR") else None
    return Console(stderr=stderr, highlight=False, width=width, force_terminal=plain)


def show(*parts: RenderableType) -> None:
    """Print for a person; without blanks at the ends of lines where that is no terminal."""
    screen = console()
    if screen.is_terminal:
        screen.print(*parts, sep="\n")
        return
    with screen.capture() as captured:
        screen.print(*parts, sep="\n")
    typer.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


def print_json(value: Any) -> None:
    """One line of JSON on standard output."""
    print_line(msgspec.json.encode(value))


def print_line(form: bytes) -> None:
    """A line of JSON on standard output: UTF-8, whatever the terminal's encoding."""
    typer.echo(form)


def complain(message: str) -> None:
    """One line on standard error."""
    typer.echo(f"polybius: {message}", err=True)


@contextmanager
def progress(what: str, total: int | None, *, quiet: bool = False) -> Iterator[Advance]:
    """A progress bar on standard error; none where that is no terminal, or for one thing."""
    if quiet or total == 1 or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def write_file(output: Path | None, content: bytes) -> None:
    """All of *content* to a file, or to standard output; never half a file.

    Raises:
        BadInput: where the file cannot be written.
    """
    if output is None or str(output) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
        return
    part = output.with_name(f".{output.name}.part-{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(output)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise BadInput(f"{output}: cannot be written ({error.strerror})") from error
