"""The ``meta`` elements of a page, by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from polybius.reading.characters import line

_NAMED_BY = ("property", "name", "itemprop", "http-equiv")
_LONGEST = 600
_MOST = 500


@dataclass(frozen=True, slots=True)
class Metas:
    """Contents of the page's ``meta`` elements; names are in lower case."""

    contents: dict[str, list[str]]

    @classmethod
    def of(cls, root: HtmlElement) -> Metas:
        """Read every ``meta`` under *root*; contents too long to be a value are left out."""
        contents: dict[str, list[str]] = {}
        for count, meta in enumerate(root.iter("meta")):
            if count >= _MOST:
                break
            content = meta.get("content")
            if not content or len(content) > _LONGEST or not (content := line(content)):
                continue
            for attribute in _NAMED_BY:
                if name := meta.get(attribute):
                    contents.setdefault(name.strip().lower(), []).append(content)
        return cls(contents)

    def first(self, *names: str) -> str | None:
        """The first content under the first of *names* that has any."""
        return next(self.all(*names), None)

    def all(self, *names: str) -> Iterator[str]:
        """Every content under *names*, in their order."""
        for name in names:
            yield from self.contents.get(name, ())
