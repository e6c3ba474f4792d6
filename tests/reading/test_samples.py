"""Every sample page comes apart as its answer key says."""

import json
from functools import cache
from typing import Any

import pytest

from polybius import samples
from polybius.nouns import Document, Page
from polybius.reading import read_page

ANSWERS = [json.loads(line) for line in samples.answers().read_text(encoding="utf-8").splitlines()]
PAGES = {sample.path.name: sample for sample in samples.index()}
HTML = [
    pytest.param(answer, id=answer["file"]) for answer in ANSWERS if answer["file"].endswith("html")
]


@cache
def document(file: str) -> Document:
    sample = PAGES[file]
    page = Page(sample.path.read_bytes(), file, url=sample.url, media_type="text/html")
    return read_page(page)


@pytest.mark.parametrize("answer", HTML)
def test_what_a_page_says_of_itself(answer: dict[str, Any]) -> None:
    found = document(answer["file"])
    assert found.title == answer["title"]
    assert found.outlet == answer["outlet"]
    if answer["published"]:
        assert (found.published.value, found.published.basis) == tuple(answer["published"].values())


@pytest.mark.parametrize("answer", HTML)
def test_the_body_opens_with_the_report_and_holds_nothing_else(answer: dict[str, Any]) -> None:
    found = document(answer["file"])
    assert found.text.startswith(answer["body_starts"])
    assert [words for words in answer["not_body"] if words in found.text] == []
    assert len(found.comments) == len(answer["comments"])


@pytest.mark.parametrize("answer", HTML)
def test_bylines(answer: dict[str, Any]) -> None:
    found = {credit.name for credit in document(answer["file"]).credits if credit.role == "byline"}
    wanted = {credit["name"] for credit in answer["credits"] if credit["role"] == "byline"}
    persons = {name for name in wanted if name and "Staff" not in name}
    assert persons <= found
