"""A user's own entries, added to their file and checked before anything is written."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from polybius.actors import sources, store
from polybius.actors.checking import Problem, problems
from polybius.actors.keys import key_of
from polybius.errors import BadData, BadInput

Value = str | bool | Sequence[str] | Sequence[Sequence[str]]
Form = Mapping[str, Value]
"""An entry's fields, as they are to be written."""


def add_entry(table: str, form: Form, path: Path | None = None) -> Path:
    """Add an entry to a user's file, and let it take part from now on.

    An entry that the file has already, the same in every field, changes nothing.

    Args:
        table: "office", "person" or "body".
        form: the entry's fields; those without a value are left out.
        path: the file; None for the user's usual one. It is made where missing.

    Returns:
        The file.

    Raises:
        BadInput: where the entry breaks a rule, or the file cannot be written.
        BadData: where the file was broken already.
    """
    path = path or sources.user_file()
    before = _text(path)
    if _has(_parsed(path, before), table, form):
        return path
    gap = "" if before.endswith("\n") or not before else "\n"
    content = before + gap + _block(table, form)
    wrong = problems_with(path, content)
    if wrong:
        raise BadInput(f"nothing was added: {wrong[0]}")
    _write(path, content)
    store.forget()
    return path


def is_added(table: str, form: Form, path: Path | None = None) -> bool:
    """Whether a user's file has the very entry already.

    Raises:
        BadData: where the file cannot be read.
    """
    path = path or sources.user_file()
    return _has(_parsed(path, _text(path)), table, form)


def _has(content: Mapping[str, object], table: str, form: Form) -> bool:
    held = content.get(table)
    return isinstance(held, list) and _filled(form) in held


def _filled(form: Form) -> dict[str, Value]:
    """The fields that have a value."""
    return {name: value for name, value in form.items() if value}


def problems_with(path: Path, content: str | None = None) -> list[Problem]:
    """What is wrong with a user's file, or would be with *content* in it, beside the shipped files.

    Raises:
        BadData: where it cannot be read or breaks the format.
    """
    shipped = [sources.read_source(file) for file in sources.shipped_files()]
    if content is None:
        own = sources.read_source(path, user=True)
    else:
        own = sources.source_of(_parsed(path, content), path, user=True)
    found = problems([*shipped, own], sources.read_codes(), sources.read_kinds())
    return [problem for problem in found if problem.source.path == path]


def known_title(title: str, country: str) -> str:
    """The title under which an office is listed for *country*; *title* itself where none is.

    "foreign secretary" of GBR is listed as "Foreign Secretary".
    """
    tables = store.tables()
    places = tables.seats.get(f"{country}|{key_of(title)}", ())
    return tables.offices[places[0]].title if len(places) == 1 else title


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(f"{path}: cannot be read ({error})") from error


def _parsed(path: Path, content: str) -> dict[str, object]:
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"{path}: is not TOML: {error}") from error


def _block(table: str, form: Form) -> str:
    """An entry as TOML. JSON's strings and lists of strings are TOML's too."""
    lines = [f"{name} = {json.dumps(value)}" for name, value in _filled(form).items()]
    return "\n".join(["", f"[[{table}]]", *lines, ""])


def _write(path: Path, content: str) -> None:
    """All of the file or nothing of it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, delete=False
        ) as part:
            part.write(content)
        Path(part.name).replace(path)
    except OSError as error:
        raise BadInput(f"{path}: cannot be written ({error.strerror or error})") from error
