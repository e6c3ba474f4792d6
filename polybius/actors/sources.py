"""The actors' files, read: TOML in, entries out, errors that name file and entry."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import platformdirs

from polybius.actors.entries import BodyEntry, CountryEntry, OfficeEntry, PersonEntry, Territory
from polybius.errors import BadData

DATA = Path(__file__).parent / "data"
USER_FILE_VARIABLE = "POLYBIUS_ACTORS"
"""Environment variable that names the user's own file instead of the usual one."""

_TABLES: Mapping[str, type[msgspec.Struct]] = {
    "office": OfficeEntry,
    "person": PersonEntry,
    "body": BodyEntry,
    "territory": Territory,
}
_Entry = TypeVar("_Entry", bound=msgspec.Struct)


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What offices of a kind have in common in all countries.

    ``rank`` orders the offices of one person on one day: 0 stands first.
    """

    titles: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ("GOV",)
    rank: int = 5


class AgentEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns and phrases for those who act, with their PLOVER sector codes.

    ``weak`` nouns take the sector of what stands beside them: "police
    spokesman", "members of parliament".
    """

    sectors: tuple[str, ...]
    words: tuple[str, ...]
    weak: bool = False


class Lexicon(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``agents.toml``: agent nouns, and the small words the rules turn on."""

    agent: tuple[AgentEntry, ...]
    words: Mapping[str, tuple[str, ...]]


class Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``codes.toml``: the codes that an entry may use, and what they mean."""

    current_to: str
    sectors: Mapping[str, str]
    bodies_of_states: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Source:
    """One file's entries. ``user`` tells a user's file from the shipped ones."""

    path: Path
    country: CountryEntry | None = None
    offices: tuple[OfficeEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    territories: tuple[Territory, ...] = ()
    user: bool = False

    def home(self, given: str) -> str:
        """The country code of an entry: its own, or else its file's."""
        return given or (self.country.code if self.country else "")


def user_file() -> Path:
    """Where the user's own actors are kept, whether or not the file is there."""
    named = os.environ.get(USER_FILE_VARIABLE)
    return Path(named) if named else platformdirs.user_data_path("polybius") / "actors.toml"


def shipped_files() -> list[Path]:
    """The entry files that come with the package, in order of name."""
    special = {"agents.toml", "codes.toml", "kinds.toml"}
    return sorted(path for path in DATA.glob("*.toml") if path.name not in special)


def read_source(path: Path, *, user: bool = False) -> Source:
    """The entries of one file.

    Raises:
        BadData: where the file cannot be read, is no TOML, or breaks the format;
            the message names the file and the entry.
    """
    return source_of(read_toml(path), path, user=user)


def source_of(form: Mapping[str, Any], path: Path, *, user: bool = False) -> Source:
    """The entries of a file's content, *path* being where it is or will be.

    Raises:
        BadData: where it breaks the format; the message names file and entry.
    """
    unknown = set(form) - {"country", *_TABLES}
    if unknown:
        raise BadData(f"{path}: unknown table {min(unknown)!r}; see docs/actors.md")
    country = form.get("country")
    return Source(
        path,
        country=converted(country, CountryEntry, path, "[country]") if country else None,
        offices=_entries(form, "office", OfficeEntry, path),
        people=_entries(form, "person", PersonEntry, path),
        bodies=_entries(form, "body", BodyEntry, path),
        territories=_entries(form, "territory", Territory, path),
        user=user,
    )


def read_kinds() -> dict[str, Kind]:
    """The kinds of office, by name."""
    path = DATA / "kinds.toml"
    return {
        name: converted(form, Kind, path, f"[{name}]") for name, form in read_toml(path).items()
    }


def read_lexicon() -> Lexicon:
    """The agent nouns and the rules' small words."""
    path = DATA / "agents.toml"
    return converted(read_toml(path), Lexicon, path, "the file")


def read_codes() -> Codes:
    """The codes that entries may use."""
    path = DATA / "codes.toml"
    return converted(read_toml(path), Codes, path, "the file")


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file as plain values.

    Raises:
        BadData: naming the file and what is wrong with it.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BadData(f"{path}: cannot be read ({error.strerror or error})") from error
    except UnicodeDecodeError as error:
        raise BadData(f"{path}: is not UTF-8 (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"{path}: is not TOML: {error}") from error


def converted(form: object, kind: type[_Entry], path: Path, entry: str) -> _Entry:
    """*form* as an entry of *kind*.

    Raises:
        BadData: naming *path*, *entry* and the field at fault.
    """
    try:
        return msgspec.convert(form, kind)
    except msgspec.ValidationError as error:
        raise BadData(f"{path}: {entry}: {error}") from error


def _entries(
    form: Mapping[str, Any], table: str, kind: type[_Entry], path: Path
) -> tuple[_Entry, ...]:
    rows = form.get(table, ())
    if not isinstance(rows, Sequence) or isinstance(rows, str):
        raise BadData(f"{path}: {table!r} must be a list of tables: write [[{table}]]")
    return tuple(
        converted(row, kind, path, f"{table} {_label(row, number)}")
        for number, row in enumerate(rows, start=1)
    )


def _label(row: object, number: int) -> str:
    if isinstance(row, Mapping):
        for name in ("name", "title"):
            if isinstance(row.get(name), str):
                return repr(row[name])
    return f"no. {number}"


def files_in_use(extra: Iterable[Path] = ()) -> list[tuple[Path, bool]]:
    """Shipped files, then the user's where it exists, then *extra*; True marks a user's."""
    files = [(path, False) for path in shipped_files()]
    own = user_file()
    if own.is_file():
        files.append((own, True))
    files.extend((path, True) for path in extra if path != own)
    return files
