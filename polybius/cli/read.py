"""``polybius read``: what a page says, told to a person or as JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import typer

from polybius.cli.console import complain, print_line, progress, show
from polybius.cli.options import JsonOption, Paths, PublishedOption, QuietOption, UrlOption
from polybius.errors import BadInput

if TYPE_CHECKING:
    from polybius.errors import PolybiusError, UnreadablePage
    from polybius.nouns import Page, Published, Reading
    from polybius.pipeline import Reader

    OnError = Callable[[UnreadablePage], None]

Attempt = tuple[str, "Reading | PolybiusError"]

ONE_ADDRESS = "--url {} is the address of one page, and these are {}; add them one by one"


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
    failed = told = 0
    for source, result in attempts(paths, published, url, quiet=quiet):
        if isinstance(result, Exception):
            complain(str(result) if source in str(result) else f"{source}: {result}")
            failed += 1
        else:
            _print(result, as_json=as_json, first=not told)
            told += 1
    if failed:
        raise typer.Exit(1)


def attempts(
    paths: list[str], published: str | None, url: str | None, *, quiet: bool
) -> Iterator[Attempt]:
    """Each page's source with its reading, or with the error that stood in the way.

    What is wrong with the command itself is raised here, before any page is read.

    Raises:
        BadInput: where the paths, the date or the address cannot be used together.
        BadData: where the user's own actors break their format.
    """
    from polybius.pipeline import given_date

    date = given_date(published)
    sources = _sources(paths, url)
    _prepare(quiet=quiet)
    return _attempts(sources, date, url, quiet=quiet)


def _sources(paths: list[str], url: str | None) -> list[str]:
    """The files and addresses that *paths* name; the empty folders among them are told."""
    from polybius.reading.sources import sources_of

    if not all(path.strip() for path in paths):
        raise BadInput("an empty path names no page; for the folder you are in, write .")
    found = {path: sources_of(path) for path in paths}
    for path, within in found.items():
        if not within:
            complain(f"{path}: there are no pages in this folder")
    sources = [source for path in paths for source in found[path]]
    if not sources:
        raise typer.Exit(1)
    if url and len(sources) > 1:
        raise BadInput(ONE_ADDRESS.format(url, len(sources)))
    return sources


def _attempts(
    sources: list[str], date: Published | None, url: str | None, *, quiet: bool
) -> Iterator[Attempt]:
    from polybius.pipeline import Reader

    with Reader() as reader, progress("reading", len(sources), quiet=quiet) as advance:
        for source in sources:
            errors: list[UnreadablePage] = []
            for page in _pages(source, url, errors.append):
                yield page.source, _attempt(reader, page, date)
            yield from ((error.source or source, error) for error in errors)
            advance()


def _prepare(*, quiet: bool) -> None:
    """Load the actors, the user's own among them; build the gazetteer where this is the first run.

    An error in the user's file stops the command here, once, and not at every page.
    """
    from polybius import actors, gazetteer

    def tell(what: str, _count: int) -> None:
        if not quiet and sys.stderr.isatty():
            typer.echo(f"first run, building the gazetteer: {what}", err=True)

    actors.version()
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
    pages = pages_of(source, on_error=on_error)
    if url is None:
        yield from pages
        return
    first = list(islice(pages, 2))
    if len(first) > 1:
        raise BadInput(ONE_ADDRESS.format(url, f"more than one ({source})"))
    yield from (replace(page, url=url) for page in first)


def _print(reading: Reading, *, as_json: bool, first: bool) -> None:
    if as_json:
        from polybius.nouns.form import encode

        print_line(encode(reading))
        return
    from rich.rule import Rule

    from polybius.cli.render import rendered

    if not first:
        show("", Rule(style="dim"), "")
    show(rendered(reading))
