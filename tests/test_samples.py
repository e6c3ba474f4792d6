"""The sample pages hold what their answer key says they hold."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from polybius import samples

LENGTHS = {"distance", "apogee", "standard_range", "capability_range"}


@cache
def expected() -> tuple[dict[str, Any], ...]:
    lines = samples.answers().read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def plain(text: str) -> str:
    return " ".join(text.split())


@cache
def visible(path: Path) -> str:
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".txt":
        return plain(source)
    tree = html.document_fromstring(source)
    body = tree.find("body")
    assert body is not None
    words = body.xpath(".//text()[not(ancestor::script or ancestor::style)]")
    assert isinstance(words, list)
    # Joined as it stands for links inside a sentence, and with gaps for elements that part words.
    return plain("".join(str(piece) for piece in words)) + " " + plain(" ".join(map(str, words)))


def text_of(record: dict[str, Any]) -> str:
    return visible(samples.answers().parent / "pages" / record["file"])


def digits(text: str) -> str:
    """Numbers without their thousands marks; the fraction stays."""
    return re.sub(r"(?<=\d)[,.](?=\d{3}(?!\d))", "", text)


each = pytest.mark.parametrize("record", expected(), ids=lambda record: record["file"])


@each
def test_what_the_key_quotes_is_on_the_page(record: dict[str, Any]) -> None:
    text = text_of(record)
    quoted = [record["title"], record["body_starts"], record["body_ends"], *record["subheadings"]]
    quoted += [fact["quote"] for fact in record["facts"]]
    quoted += [statement["fragment"] for statement in record["statements"]]
    quoted += [warning["fragment"] for warning in record["warnings"]]
    quoted += [comment["starts"] for comment in record["comments"]]
    quoted += [comment["author"] for comment in record["comments"] if comment["author"]]
    quoted += record["not_body"] + record["not_claims"] + record["never"]
    quoted += [record["dateline"]] if record["dateline"] else []
    assert [words for words in quoted if plain(words) not in text] == []


@each
def test_credits_are_on_the_page(record: dict[str, Any]) -> None:
    text = text_of(record).casefold()
    for credit in record["credits"]:
        for part in ("name", "place", "agency"):
            assert credit[part] is None or credit[part].casefold() in text


@each
def test_facts_are_well_formed(record: dict[str, Any]) -> None:
    launches = {launch["id"] for launch in record["launches"]}
    for fact in record["facts"]:
        assert fact["launch"] in launches
        assert fact["said_by"]
        assert len(fact["quote"].split()) <= 12
        if fact["property"] in LENGTHS:
            assert f"{fact['value']:g}" in digits(fact["quote"])


@each
def test_figures_from_comments_are_in_no_fact(record: dict[str, Any]) -> None:
    claimed = [fact["quote"] for fact in record["facts"]]
    claimed += [statement["fragment"] for statement in record["statements"]]
    assert not [figure for figure in record["never"] for words in claimed if figure in words]


def test_index_answers_and_files_agree() -> None:
    listed = samples.index()
    assert tuple(page.path for page in listed) == samples.paths()
    for page, record in zip(listed, expected(), strict=True):
        assert page.path.name == record["file"]
        assert (page.url, page.outlet, page.layout) == (
            record["url"],
            record["outlet"],
            record["layout"],
        )
        assert (page.title, page.published) == (record["title"], record["published"]["value"])
        assert list(page.launches) == [launch["id"] for launch in record["launches"]]


def test_there_are_enough_of_every_kind() -> None:
    records = expected()
    told = Counter(launch for r in records for launch in {fact["launch"] for fact in r["facts"]})
    assert sum(r["file"].endswith(".html") for r in records) >= 44
    assert len({r["layout"] for r in records}) >= 12
    assert sum(2017 <= int(launch[4:8]) <= 2024 for launch in told) >= 16
    assert sum(pages >= 2 for pages in told.values()) >= 16
    assert sum(not r["launches"] for r in records) >= 3
    assert sum(r["published"]["value"] is None for r in records) >= 2
    assert sum(bool(r["never"]) for r in records) >= 10


def test_a_revision_keeps_its_address_and_a_copy_its_sentences() -> None:
    by_file = {record["file"]: record for record in expected()}
    pages = samples.answers().parent / "pages"
    revisions = [r for r in expected() if "revision_of" in r]
    copies = [r for r in expected() if "copy_of" in r]
    assert revisions
    assert copies
    for record in revisions:
        assert record["url"] == by_file[record["revision_of"]]["url"]
        assert record["published"] == by_file[record["revision_of"]]["published"]
    for record in copies:
        original = visible(pages / record["copy_of"])
        quotes = [fact["quote"] for fact in record["facts"]]
        assert record["title"] not in original
        assert [words for words in quotes if words not in original] == []


def test_addresses_are_of_no_real_host() -> None:
    for page in samples.index():
        assert page.url is None or re.match(r"https?://[\w.-]+\.example/", page.url)
