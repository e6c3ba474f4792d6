from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from polybius.evaluating import actors as task
from tests.shared import gold

CASE = {
    "func": "agent_to_code",
    "args": ["Danish sailors", "", "2020-01-01"],
    "kw": {},
    "expect": {"code['country'] Eq": "'DNK'", "code['code_1'] Eq": "'MIL'"},
}


def accuracy(*cases: Mapping[str, object]) -> float:
    return task.run(cases, Path(), lambda: None).measures["accuracy"]


def test_country_and_sector_must_both_agree() -> None:
    assert accuracy(CASE) == 1
    assert accuracy({**CASE, "expect": {"code['country'] Eq": "'NOR'"}}) == 0
    assert accuracy({**CASE, "expect": {"code['code_1'] Eq": "'GOV'"}}) == 0
    assert accuracy({**CASE, "expect": {"code['country'] NotEq": "'NOR'"}}) == 1


def test_none_and_junk_ask_for_no_actor() -> None:
    nobody = {**CASE, "args": ["yesterday"]}
    assert accuracy({**nobody, "expect": {"code Is": "None"}}) == 1
    assert accuracy({**nobody, "expect": {"code['code_1'] Eq": "'JNK'"}}) == 1
    assert accuracy({**CASE, "expect": {"code Is": "None"}}) == 0


def test_a_case_that_cannot_be_run_is_wrong() -> None:
    outcome = task.run([{**CASE, "args": ["d['actor']"]}], Path(), lambda: None)
    assert outcome.measures["accuracy"] == 0
    assert outcome.measures["runnable"] == 0


def test_names_of_entities_may_differ_in_case_and_brackets() -> None:
    case = {"func": "query_wiki", "args": ["Kremlin"], "kw": {}}
    assert accuracy({**case, "expect": {"wiki['title'] Eq": "'The kremlin (Russia)'"}}) == 1


def test_predictions_have_the_golds_shape() -> None:
    (predicted,) = task.run([CASE], Path(), lambda: None).predictions
    assert predicted == CASE


def test_dates_as_the_cases_write_them() -> None:
    assert task.date_of("October 1, 2021") == dt.date(2021, 10, 1)
    assert task.date_of("2021-10-01") == dt.date(2021, 10, 1)
    assert task.date_of("today") == task.TODAY
    assert task.date_of("") is None


@pytest.mark.gold
def test_the_floor_on_anothers_unit_tests() -> None:
    records = gold("gold/actors/ngec_actor_tests.jsonl")
    assert task.run(records, Path(), lambda: None).measures["accuracy"] >= 0.85
