"""``polybius read``: what a page says, told to a person or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import typer

from polybius.cli.console import complain, console, progress
from polybius.cli.options import JsonOption, Paths, PublishedOption, QuietOption, UrlOption

if TYPE_CHECKING:
    from polybius.errors import PolybiusError, UnreadablePage
    from polybius.nouns import Page, Published, Reading
    from polybius.pipeline import Reader

    OnError = Callable[[UnreadablePage], None]

Attempt = tuple[str, "Reading | PolybiusError"]


def read(
    paths: Paths,
    published: PublishedOption = None,
    url: UrlOption = None,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read pages and tell what they say: the events, the figures, and who said them.

    Nothing is kept; `polybius add` keeps.
    """
    failed = 0
    for source, result in attempts(paths, published, url, quiet=quiet):
        if isinstance(result, Exception):
            complain(str(result) if source in str(result) else f"{source}: {result}")
            failed += 1
        else:
            _print(result, as_json=as_json)
    if failed:
        raise typer.Exit(1)


def attempts(
    paths: list[str], published: str | None, url: str | None, *, quiet: bool
) -> Iterator[Attempt]:
    """Each page's source with its reading, or with the error that stood in the way."""
    from polybius.pipeline import Reader, given_date
    from polybius.reading.sources import sources_of

    date = given_date(published)
    sources = [source for path in paths for source in sources_of(path)]
    _prepare(quiet=quiet)
    with Reader() as reader, progress("reading", len(sources), quiet=quiet) as advance:
        for source in sources:
            errors: list[UnreadablePage] = []
            for page in _pages(source, url, errors.append):
                yield page.source, _attempt(reader, page, date)
            yield from ((source, error) for error in errors)
            advance()


def _prepare(*, quiet: bool) -> None:
    """Build the gazetteer where this is the first run: it takes some seconds, once."""
    from polybius import gazetteer

    def tell(what: str, _count: int) -> None:
        if not quiet and sys.stderr.isatty():
            typer.echo(f"first run, building the gazetteer: {what}", err=True)

    gazetteer.ready(tell)


def _attempt(reader: Reader, page: Page, date: Published | None) -> Reading | PolybiusError:
    from polybius.errors import PolybiusError

    try:
        return reader.read(page, date)
    except PolybiusError as error:
        return error


def _pages(source: str, url: str | None, on_error: OnError) -> Iterator[Page]:
    from dataclasses import replace

    from polybius.nouns import Page
    from polybius.reading import pages_of

    if source == "-":
        yield Page(sys.stdin.buffer.read(), "standard input", url=url)
        return
    for page in pages_of(source, on_error=on_error):
        yield replace(page, url=url) if url else page


def _print(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        from polybius.nouns.form import encode

        typer.echo(encode(reading).decode())
        return
    from polybius.cli.render import rendered

    console().print(rendered(reading))
