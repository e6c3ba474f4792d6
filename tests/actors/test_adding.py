from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from polybius import actors
from polybius.cli.actors import app
from polybius.errors import BadData, BadInput

runner = CliRunner()


def call(*arguments: str) -> str:
    result = runner.invoke(app, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_a_person_added_takes_part_at_once(own_file: Path) -> None:
    assert actors.resolve("Anouk Vermeer-Dubois").country is None
    call("add", "person", "Anouk Vermeer-Dubois", "-c", "BEL", "--also", "A. Vermeer",
         "--role", "budget minister", "--sector", "GOV", "--from", "2026-02")  # fmt: skip
    actor = actors.resolve("Anouk Vermeer-Dubois", dt.date(2026, 3, 1))
    assert (actor.country, actor.sectors, actor.role) == ("BEL", ("GOV",), "budget minister")
    assert actors.version().endswith("+user")
    assert own_file.is_file()


def test_a_new_holder_ends_the_open_term_before(own_file: Path) -> None:
    call("add", "office", "foreign secretary", "-c", "GBR",
         "--holder", "Edith Thornbury", "--from", "2027-01-10")  # fmt: skip
    held = [
        actors.resolve("British foreign secretary", dt.date(2027, 1, day)).name for day in (9, 10)
    ]
    assert held == ["Yvette Cooper", "Edith Thornbury"]
    assert 'title = "Foreign Secretary"' in own_file.read_text(encoding="utf-8")


def test_the_same_entry_twice_changes_nothing(own_file: Path) -> None:
    same = ("add", "office", "foreign secretary", "-c", "GBR",
            "--holder", "Edith Thornbury", "--from", "2027-01-10")  # fmt: skip
    assert "added office" in call(*same)
    before = own_file.read_bytes()
    assert "has already office" in call(*same)
    assert own_file.read_bytes() == before


def test_a_body_added_is_found_in_text(own_file: Path) -> None:
    call("add", "body", "Granite Brigade", "-c", "CHE", "--sector", "MIL", "--also", "GBX")
    assert [a.name for _, a in actors.mentions("The Granite Brigade left.")] == ["Granite Brigade"]
    assert actors.resolve("GBX").country == "CHE"
    assert own_file.read_text(encoding="utf-8").count("[[body]]") == 1


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("body", "Guild", "-c", "QQQ", "--sector", "SOC"), "country 'QQQ' is no known code"),
        (("body", "Guild", "-c", "FRA", "--sector", "ABC"), "sector 'ABC' is no known code"),
        (
            ("office", "Duke", "-c", "FRA", "--holder", "A B", "--from", "soon"),
            "'soon' is no date",
        ),
        (
            ("office", "foreign minister", "-c", "KOR", "--holder", "A B", "--from", "2019-05-01",
             "--to", "2019-06-01"),
            "A B would hold it on days of Kang Kyung-wha",
        ),
        (("person", "A B", "-c", "FRA", "--role", "duke"), "needs at least one --sector"),
    ],
)  # fmt: skip
def test_what_breaks_a_rule_is_refused_and_nothing_is_written(
    arguments: tuple[str, ...], message: str, own_file: Path
) -> None:
    result = runner.invoke(app, ["add", *arguments])
    assert isinstance(result.exception, BadInput)
    assert message in str(result.exception)
    assert not own_file.exists()


def test_a_broken_own_file_is_named_with_its_reason(own_file: Path) -> None:
    own_file.parent.mkdir()
    own_file.write_text('[[body]]\nname = "Guild"\ncountry = "FRA"\nsectors = ["ABC"]\n', "utf-8")
    with pytest.raises(BadData, match=r"actors\.toml: body 'Guild': sector 'ABC'"):
        actors.resolve("Guild")
    result = runner.invoke(app, ["check"])
    assert result.exit_code == 1


def test_check_reads_files_given(tmp_path: Path) -> None:
    path = tmp_path / "other.toml"
    path.write_text('[[office]]\ntitle = "Duke"\n', encoding="utf-8")
    result = runner.invoke(app, ["check", str(path), "--json"])
    assert result.exit_code == 1
    (problem,) = json.loads(result.stdout)
    assert problem["file"] == str(path)
    assert call("check").endswith("0 problems\n")


def test_show_as_json() -> None:
    shown = json.loads(call("show", "U.S. Secretary of State", "--on", "2019-08-02", "--json"))
    assert shown["actor"]["name"] == "Mike Pompeo"
    offices = json.loads(call("show", "JPN", "--on", "2019-08-02", "--json"))["offices"]
    assert {"Shinzo Abe", "Takeshi Iwaya"} <= {office["name"] for office in offices}


def test_show_for_people() -> None:
    assert "Minister for Foreign Affairs: Taro Kono" in call("show", "Japan", "--on", "2019-08-02")
    assert call("show", "Quentin Atall").startswith("unknown  nobody known")
    result = runner.invoke(app, ["show", "Japan", "--on", "friday"])
    assert isinstance(result.exception, BadInput)


def test_what_is_not_known_has_a_reason_in_json() -> None:
    for words in ("president", "Quentin Atall", "rebels"):
        actor = json.loads(call("show", words, "--json"))["actor"]
        assert actor["reason"], words
