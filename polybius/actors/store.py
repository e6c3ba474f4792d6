"""The tables, loaded once: from a compiled copy where there is one that fits.

Reading the TOML files takes about a second. The tables made of them are kept
in the user's cache folder under a name that follows from the content of every
file that went into them, so that an edited file, or another version of this
package, never meets an old copy. Where the cache cannot be written, the files
are read each time; the result is the same.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import msgspec
import platformdirs

from polybius.actors import sources
from polybius.actors.checking import problems
from polybius.actors.compiling import compile_tables
from polybius.actors.tables import Tables
from polybius.errors import BadData

_SHORT_DIGEST = 8
_forgetting: list[Callable[[], None]] = []


@cache
def tables() -> Tables:
    """The tables of the shipped files and the user's own.

    Raises:
        BadData: where a file breaks its format; the message names it and the entry.
    """
    files = sources.files_in_use()
    digest = _digest(files)
    copy = platformdirs.user_cache_path("polybius") / f"actors-{digest}.msgpack"
    return _from_copy(copy) or _to_copy(copy, _compiled(files))


@cache
def country_names() -> dict[str, str]:
    """The usual name of each country, by its code."""
    return {country.code: country.name for country in tables().countries}


def forget() -> None:
    """Drop the tables, and all that was worked out from them, after a file has changed."""
    tables.cache_clear()
    country_names.cache_clear()
    for step in _forgetting:
        step()


def on_forget(step: Callable[[], None]) -> None:
    """Have *step* called when the tables are dropped: it clears a cache built on them."""
    _forgetting.append(step)


def version() -> str:
    """The version of the actors' data: current to which day, and a digest of its content.

    ``+user`` says that a user's own file takes part.
    """
    return tables().version


def _compiled(files: Iterable[tuple[Path, bool]]) -> Tables:
    codes = sources.read_codes()
    kinds = sources.read_kinds()
    read = [sources.read_source(path, user=user) for path, user in files]
    wrong = [problem for problem in problems(read, codes, kinds) if problem.source.user]
    if wrong:
        raise BadData(f"{wrong[0]}; `polybius actors check` lists all")
    return compile_tables(read, kinds, sources.read_lexicon(), codes, _version(codes, read))


def _version(codes: sources.Codes, read: list[sources.Source]) -> str:
    data = hashlib.sha256()
    for path in sorted(sources.DATA.glob("*.toml")):
        data.update(path.read_bytes())
    user = "+user" if any(source.user for source in read) else ""
    return f"{codes.current_to}+{data.hexdigest()[:_SHORT_DIGEST]}{user}"


def _digest(files: Iterable[tuple[Path, bool]]) -> str:
    """A digest of all that the tables follow from: data, and the code that reads it."""
    content = hashlib.sha256()
    package = sorted(Path(__file__).parent.glob("*.py"))
    for path in (*package, *sorted(sources.DATA.glob("*.toml")), *(path for path, _ in files)):
        content.update(path.name.encode() + b"\0" + path.read_bytes())
    return content.hexdigest()[:32]


def _from_copy(path: Path) -> Tables | None:
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=Tables)
    except (OSError, msgspec.MsgspecError):
        return None


def _to_copy(path: Path, made: Tables) -> Tables:
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".actors-")
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.msgpack.encode(made))
        Path(name).replace(path)
        _drop_older(path)
    return made


def _drop_older(path: Path) -> None:
    copies = sorted(path.parent.glob("actors-*.msgpack"), key=lambda old: old.stat().st_mtime)
    for old in copies[:-4]:
        old.unlink(missing_ok=True)
