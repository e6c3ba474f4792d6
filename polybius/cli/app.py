"""The command line as a whole."""

from __future__ import annotations

import io
import os
import sys
from typing import Annotated

import typer

from polybius import __version__
from polybius.cli import actors, add, evaluate, export, listing, read, serve, show
from polybius.errors import BadData, BadInput, PolybiusError

app = typer.Typer(
    name="polybius",
    help="Read news pages, and keep a sourced record of events: who did what to whom, "
    "when, where, with which reported figures, and according to whom.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

app.command("read")(read.read)
app.command("add")(add.add)
app.command("list")(listing.list_documents)
app.command("show")(show.show)
app.command("export")(export.export)
app.command("evaluate")(evaluate.evaluate)
app.command("serve")(serve.serve)
app.add_typer(actors.app, name="actors")


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"polybius {__version__}")
        raise typer.Exit


@app.callback()
def options(
    no_color: Annotated[
        bool, typer.Option("--no-color", help="Never colour the output (NO_COLOR does the same).")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version and stop.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Take the options that every command shares."""
    if no_color:
        os.environ["NO_COLOR"] = "1"


def main() -> None:
    """Run the command line; an error of ours is one line, not a traceback.

    Exit status: 0 done; 1 something could not be read or failed; 2 the command
    was given something it cannot use, a broken data file among them; 130 stopped by the user.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal may not know every character
    try:
        _run()
    except PolybiusError as error:
        typer.echo(f"polybius: {error}", err=True)
        sys.exit(2 if isinstance(error, BadInput | BadData) else 1)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone ("polybius list | head"): nothing is wrong.
        _drop_output()
        sys.exit(0)
    except OSError as error:
        _drop_output()
        typer.echo(
            f"polybius: {error.filename or 'the output'}: {error.strerror or error}", err=True
        )
        sys.exit(1)


def _run() -> None:
    """Run, and write all output while an error in that can still be told.

    ``--no-color`` is known before a command and after it.
    """
    words = sys.argv[1:]
    if "--no-color" in words:
        words = ["--no-color", *(word for word in words if word != "--no-color")]
    try:
        app(words)
    finally:
        sys.stdout.flush()


def _drop_output() -> None:
    """Let nothing more be written: the interpreter would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
