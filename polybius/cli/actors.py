"""``polybius actors``: look up who acts, add your own, check the files."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from polybius.cli.console import complain, print_json
from polybius.cli.options import JsonOption
from polybius.errors import BadInput

if TYPE_CHECKING:
    from polybius.actors import Holding
    from polybius.nouns import Actor

app = typer.Typer(
    name="actors",
    help="Who acts: countries, offices and their holders on a day, bodies.",
    no_args_is_help=True,
)
adding = typer.Typer(
    name="add",
    help="Add a person, an office's holder or a body to your own file; it takes part at once.",
    no_args_is_help=True,
)
app.add_typer(adding)

Country = Annotated[
    str, typer.Option("--country", "-c", metavar="CODE", help="ISO 3166 alpha-3 code, or UNO, EUR…")
]
Also = Annotated[
    list[str] | None, typer.Option("--also", metavar="NAME", help="Another spelling or title.")
]
Sector = Annotated[
    list[str] | None,
    typer.Option("--sector", metavar="CODE", help="PLOVER sector code (GOV, MIL, REB …)."),
]
From = Annotated[
    str, typer.Option("--from", metavar="DATE", help="First day: 2026-03-01, 2026-03 or 2026.")
]
To = Annotated[str, typer.Option("--to", metavar="DATE", help="Last day; none while it lasts.")]
OwnFile = Annotated[
    Path | None, typer.Option("--file", help="The file to add to, instead of your own.")
]


@app.command("show")
def show(
    words: Annotated[str, typer.Argument(help='A name, an office, a country: "French president".')],
    on: Annotated[
        str | None, typer.Option("--on", metavar="DATE", help="As of this day (2019-08-02).")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show whom words mean, and for a country who holds its offices."""
    from polybius import actors
    from polybius.actors import countries

    day = _day(on)
    code = countries.alpha_3(words)
    actor = actors.resolve(countries.name(code) or words if code else words, day)
    held = actors.holders(country=code, on=day) if code else ()
    if as_json:
        print_json({"words": words, "on": on, "actor": _with_reason(actor), "offices": held})
        return
    for line in (*_actor_lines(actor), *_office_lines(held)):
        typer.echo(line)


def _with_reason(actor: Actor) -> Actor:
    """The same, saying why there is no country or no name where nothing else says so."""
    missing = [what for what in ("country", "name") if getattr(actor, what) is None]
    if actor.reason or not missing:
        return actor
    return replace(actor, reason=f"the words alone tell no {' and no '.join(missing)}")


def _day(words: str | None) -> dt.date | None:
    if words is None:
        return None
    try:
        return dt.date.fromisoformat(words)
    except ValueError as error:
        raise BadInput(f"--on {words!r} is no day; write it as 2019-08-02") from error


def _actor_lines(actor: Actor) -> list[str]:
    rows = (
        ("name", actor.name),
        ("country", actor.country),
        ("sectors", " ".join(actor.sectors)),
        ("role", actor.role),
        ("note" if actor.country or actor.sectors else "unknown", actor.reason),
    )
    return [f"{label:8} {value}" for label, value in rows if value]


def _office_lines(held: tuple[Holding, ...]) -> list[str]:
    if not held:
        return []
    rows = [f"  {row.title}: {row.name} ({row.start or '?'} – {row.end or ''})" for row in held]
    return ["", *rows]


@app.command("check")
def check(
    files: Annotated[
        list[Path] | None, typer.Argument(help="Users' files to check beside the shipped ones.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check the shipped files and users' files: codes, dates, overlapping terms, names."""
    from polybius.actors import sources
    from polybius.actors.checking import problems

    read = [
        sources.read_source(path, user=user) for path, user in sources.files_in_use(files or ())
    ]
    found = problems(read, sources.read_codes(), sources.read_kinds())
    if as_json:
        print_json(
            [{"file": str(p.source.path), "entry": p.entry, "message": p.message} for p in found]
        )
    else:
        for problem in found:
            complain(str(problem))
        typer.echo(f"{len(read)} files, {len(found)} problems")
    if found:
        raise typer.Exit(1)


@adding.command("person")
def add_person(  # noqa: PLR0913, PLR0917  (a command has as many as it has options)
    name: Annotated[str, typer.Argument(help="The name as you would print it.")],
    country: Country,
    also: Also = None,
    role: Annotated[str, typer.Option("--role", help="What the person is, in words.")] = "",
    sector: Sector = None,
    start: From = "",
    end: To = "",
    file: OwnFile = None,
) -> None:
    """Add a person, or further spellings of one, with a role outside the listed offices."""
    if role and not sector:
        raise BadInput("a --role needs at least one --sector")
    roles = [[role, " ".join(sector or ()), start, end]] if role else []
    _add("person", file, name=name, country=country, names=also or [], roles=roles)


@adding.command("office")
def add_office(  # noqa: PLR0913, PLR0917  (a command has as many as it has options)
    title: Annotated[str, typer.Argument(help="The office: a listed one is found by any title.")],
    country: Country,
    holder: Annotated[str, typer.Option("--holder", help="Who holds it.")],
    start: From,
    end: To = "",
    also: Also = None,
    sector: Sector = None,
    kind: Annotated[str, typer.Option("--kind", help="foreign_minister, defence_minister, …")] = "",
    file: OwnFile = None,
) -> None:
    """Add the holder of an office; the open term of the one before ends that day."""
    from polybius.actors.adding import known_title

    _add(
        "office",
        file,
        title=known_title(title, country),
        kind=kind,
        country=country,
        titles=also or [],
        sectors=sector or [],
        holders=[[holder, start, end]],
    )


@adding.command("body")
def add_body(
    name: Annotated[str, typer.Argument(help="An armed force, ministry, party, company, group.")],
    country: Country,
    sector: Annotated[
        list[str], typer.Option("--sector", metavar="CODE", help="PLOVER sector code.")
    ],
    also: Also = None,
    local: Annotated[
        list[str] | None,
        typer.Option("--local", help="What it is called beside its country: parliament."),
    ] = None,
    file: OwnFile = None,
) -> None:
    """Add a body."""
    _add(
        "body",
        file,
        name=name,
        country=country,
        names=also or [],
        local=local or [],
        sectors=sector,
    )


def _add(table: str, file: Path | None, **form: str | list[str] | list[list[str]]) -> None:
    from polybius.actors.adding import add_entry, is_added

    done = "has already" if is_added(table, form, file) else "added"
    path = add_entry(table, form, file)
    typer.echo(f"{path}: {done} {table} {form.get('name') or form.get('title')}")
