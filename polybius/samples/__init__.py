"""Sample pages: what the demo reads and what the tests check the reading against.

The outlets are invented and the sentences are ours; the launches, figures and
speakers are public record. ``README.md`` in this folder tells how they were
made and what each field of ``pages.toml`` and ``expected.jsonl`` means.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One page with what a reader cannot learn from its bytes, and what it is about.

    ``url`` is where the page claims to come from; None for text that was
    already scraped. ``published`` is ISO 8601, None for a page without a date.
    ``launches`` are ids of the launches that the page tells of: state
    (ISO 3166 alpha-3), local date, and a word where one day had two.
    """

    path: Path
    layout: str
    title: str
    url: str | None
    outlet: str | None
    published: str | None
    launches: tuple[str, ...]


def paths() -> tuple[Path, ...]:
    """Every sample page, HTML and scraped text, in order of file name."""
    return tuple(sorted((_HERE / "pages").iterdir()))


def index() -> tuple[SamplePage, ...]:
    """The sample pages as ``pages.toml`` lists them, in order of file name."""
    listed = tomllib.loads((_HERE / "pages.toml").read_text(encoding="utf-8"))["page"]
    return tuple(
        SamplePage(
            path=_HERE / "pages" / page["file"],
            layout=page["layout"],
            title=page["title"],
            url=page.get("url"),
            outlet=page.get("outlet"),
            published=page.get("published"),
            launches=tuple(page["launches"]),
        )
        for page in listed
    )


def answers() -> Path:
    """The file that says what a perfect reading of each page holds, one JSON object a line."""
    return _HERE / "expected.jsonl"
