"""The documents say what the code does: every command, task, key and dependency; examples run."""

from __future__ import annotations

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from polybius.evaluating.registry import TASKS
from polybius.nouns import (
    Actor,
    Claim,
    Comment,
    Credit,
    Document,
    EventMention,
    Link,
    Place,
    Quantity,
    Quotation,
    ReadingWarning,
    Timex,
)
from polybius.wording import ORDER
from tests.cli.test_commands import COMMANDS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_example_of_the_readme_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", text_of("README.md"), re.DOTALL)
    names: dict[str, object] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102 (our own README)
    assert "reading" in names


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    readme = text_of("README.md")
    assert f"polybius {command}" in readme or command == "serve"


@pytest.mark.parametrize("task", TASKS)
def test_every_task_is_described(task: str) -> None:
    assert f"| `{task}` |" in text_of("docs/evaluating.md")


@pytest.mark.parametrize(
    "noun",
    [
        *(Actor, Claim, Comment, Credit, Document, EventMention, Link, Place, Quantity),
        *(Quotation, ReadingWarning, Timex),
    ],
)
def test_every_key_of_the_json_is_described(noun: type) -> None:
    described = text_of("docs/json.md")
    for field in dataclasses.fields(noun):
        assert f"`{field.name}`" in described, field.name


def test_every_dependency_earns_its_place() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    described = text_of("docs/dependencies.md").lower()
    for requirement in project["dependencies"]:
        name = re.split(r"[><=~\[ ]", requirement)[0].lower()
        assert name in described, name


def test_every_property_of_a_launch_is_described_and_shown() -> None:
    rows = re.findall(r"^\| (`[^|]*`) \|", text_of("docs/launches.md"), re.MULTILINE)
    described = {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    # The state and the day head the card.
    assert described - {"state", "date"} == set(ORDER)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_the_lock_names_no_index() -> None:
    lock = text_of("requirements.lock")
    assert "://" not in lock
    assert all("--hash=sha256:" in block for block in re.split(r"\n(?=\S)", lock.strip()))
