"""Every module-level pattern of the reading package is linear in its input."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import polybius.reading
from polybius.reading.about import agencies
from polybius.reading.body import trimming, vocabulary
from tests.linear import SEEDS, assert_linear

# Owned and tested beside their own modules.
ELSEWHERE = ("polybius.reading.comments", "polybius.reading.credits", "polybius.reading.scraped")
MARKUP = ("<", "<a ", '<a b="', "<!--", "<p>", "</", "<script>", "&#0;", "<a b='\"", "= ", "©")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for module in pkgutil.walk_packages(polybius.reading.__path__, "polybius.reading."):
        if module.name.startswith(ELSEWHERE):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name.removeprefix('polybius.reading.')}.{name}", _of_text(value)
    yield "agencies", agencies._names()
    yield "cues", vocabulary.cue()
    yield "names", vocabulary._names()
    for table, key in (
        ("anywhere", "asking"),
        ("tail", "asking"),
        ("release", "headings"),
        ("head", "lines"),
    ):
        yield f"trimming.{table}", trimming._pattern(table, key)


def _of_text(pattern: re.Pattern[str] | re.Pattern[bytes]) -> re.Pattern[str]:
    """The same pattern over text, where it is one over bytes."""
    written = pattern.pattern
    if isinstance(written, str):
        return re.compile(written, pattern.flags)
    return re.compile(written.decode("latin-1"), pattern.flags & ~re.LOCALE)


PATTERNS = dict(_patterns())


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    assert_linear(PATTERNS[name], seeds=(*SEEDS, *MARKUP))
