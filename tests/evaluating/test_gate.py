from __future__ import annotations

import json
from pathlib import Path

import pytest

from polybius.evaluating.gate import main
from polybius.evaluating.gold import digest


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shared = tmp_path / "shared"
    shared.mkdir()
    record = {
        "id": "1",
        "text": "It flew 220 km.",
        "quantities": [{"value": 220, "unit": "km", "span": [8, 14]}],
    }
    (shared / "gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    write_entries(tmp_path, {"value_f1": 1.0}, digest(shared / "gold.jsonl"))
    return tmp_path


def write_entries(folder: Path, floors: dict[str, float], sha256: str = "") -> None:
    entry = {"task": "quantity", "gold": "gold.jsonl", "sha256": sha256, "floors": floors}
    entries = [entry | {"aims": {"value_f1": 0.88}, "known": "others .72"}]
    (folder / "evaluation.json").write_text(json.dumps(entries), encoding="utf-8")


def gate(folder: Path, *options: str) -> int:
    return main([
        "--shared", str(folder / "shared"),
        "--entries", str(folder / "evaluation.json"),
        "--report", str(folder / "accuracy.md"),
        *options,
    ])  # fmt: skip


def floors_of(folder: Path) -> dict[str, float]:
    (entry,) = json.loads((folder / "evaluation.json").read_text())
    found: dict[str, float] = entry["floors"]
    return found


def test_the_report_is_written_and_the_gate_opens(folder: Path) -> None:
    assert gate(folder) == 0
    assert (
        "| quantity | `gold.jsonl` | 1 | value_f1 | 1.000 | 0.880 | 1.000 |"
        in (folder / "accuracy.md").read_text()
    )


def test_the_gate_shuts_below_a_floor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = folder / "shared" / "gold.jsonl"
    gold.write_text(gold.read_text().replace("220, ", "230, "), encoding="utf-8")
    write_entries(folder, {"value_f1": 1.0}, digest(gold))
    assert gate(folder) == 1
    assert "below its floor" in capsys.readouterr().out


def test_the_gate_shuts_where_the_data_has_changed(folder: Path) -> None:
    write_entries(folder, {"value_f1": 1.0}, "another digest")
    assert gate(folder) == 1


def test_a_floor_is_raised_but_not_lowered_unasked(folder: Path) -> None:
    write_entries(folder, {"value_f1": 0.5})
    gate(folder, "--update")
    assert floors_of(folder) == {"value_f1": 1.0}
    gold = folder / "shared" / "gold.jsonl"
    gold.write_text(gold.read_text().replace("220, ", "230, "), encoding="utf-8")
    gate(folder, "--update")
    assert floors_of(folder) == {"value_f1": 1.0}
    gate(folder, "--update", "--lower")
    assert floors_of(folder) == {"value_f1": 0.0}


def test_absent_data_is_said_to_be_absent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_entries(tmp_path, {"value_f1": 1.0})
    assert gate(tmp_path) == 0
    assert "not here" in capsys.readouterr().out


def test_the_projects_own_data_needs_no_shared_folder_of_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = folder / "own"
    own.mkdir()
    (folder / "shared" / "gold.jsonl").rename(own / "gold.jsonl")
    monkeypatch.setattr("polybius.evaluating.gate.OWN", own)
    assert gate(folder) == 0
    assert "| quantity | `gold.jsonl` | 1 |" in (folder / "accuracy.md").read_text()
