"""Hostile pages, each through a sandbox: a document or a refusal by name, in 5 seconds and 512 MB.

``H1`` to ``H20`` are those of the table of hostile input that the project was
planned by.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from polybius.errors import NoBody, PageRefused, UnreadablePage
from polybius.nouns import Document, Page
from polybius.reading.sandbox import Sandbox
from tests.hostile.attacks import ATTACKS, report
from tests.hostile.attacks import page as hostile_page

pytestmark = pytest.mark.hostile

# What a page is promised; a worker's own deadline lies a little below.
SECONDS = 5.0
MEMORY = 512 * 1024 * 1024


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as shared:
        shared.read_page(honest())
        yield shared


def honest() -> Page:
    return hostile_page(report())


def peak(sandbox: Sandbox) -> int:
    """The most memory in bytes that the worker has held; 0 where it is gone."""
    try:
        status = Path(f"/proc/{sandbox.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    lines = (line.split() for line in status.splitlines())
    return next(int(line[1]) * 1024 for line in lines if line[0] == "VmHWM:")


@pytest.mark.parametrize("name", ATTACKS)
def test_each_ends_in_a_document_or_a_refusal_and_the_batch_goes_on(
    sandbox: Sandbox, name: str
) -> None:
    page = ATTACKS[name]()
    start = time.monotonic()
    try:
        outcome: Document | UnreadablePage = sandbox.read_page(page)
    except UnreadablePage as error:
        outcome = error
    assert time.monotonic() - start < SECONDS
    assert peak(sandbox) <= MEMORY
    if isinstance(outcome, PageRefused):
        assert outcome.limit != "crash", outcome
        assert str(outcome)
    assert sandbox.read_page(honest()).paragraphs


def text_of(sandbox: Sandbox, name: str) -> str:
    return sandbox.read_page(ATTACKS[name]()).text


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("H1 nested div", "depth"),
        ("H2 nested inline", "depth"),
        ("H3 tag with attributes", "attributes"),
        ("H3 tag with quoted attributes", "attributes"),
        ("H3 attributes after a comment", "attributes"),
        ("H4 unclosed p", "nodes"),
        ("H5 paragraphs", "nodes"),
        ("H6 links", "nodes"),
        ("H8 nested tables", "depth"),
        ("H9 one line", "bytes"),
        ("H9 one line, under the cap", "text"),
    ],
)
def test_limits_are_told_by_name(sandbox: Sandbox, name: str, limit: str) -> None:
    with pytest.raises(PageRefused) as refused:
        sandbox.read_page(ATTACKS[name]())
    assert refused.value.limit == limit


def test_numbers_are_what_a_reader_sees(sandbox: Sandbox) -> None:
    assert "It flew 220 km and rose to 25 km, it said." in text_of(
        sandbox, "H16 zero-width in numbers"
    )
    digits = text_of(sandbox, "H17 digits of other scripts")
    assert "It flew 220 km, or ٢٢٠ km, or \u0b68\u0b680 km, or 22O km." in digits


def test_comments_are_never_body(sandbox: Sandbox) -> None:
    document = sandbox.read_page(ATTACKS["H18 comments as the article"]())
    assert "9,999" not in document.text
    assert len(document.comments) == 200


def test_hidden_text_is_no_body_and_orders_are_data(sandbox: Sandbox) -> None:
    text = text_of(sandbox, "H19 hidden text")
    assert "ninety" not in text
    assert "Ignore previous" not in text


@pytest.mark.parametrize(
    "name", ["H13 every shape of JSON-LD", "H15 author of 1 MB", "H11 no such charset"]
)
def test_an_honest_report_survives_hostile_company(sandbox: Sandbox, name: str) -> None:
    assert len(sandbox.read_page(ATTACKS[name]()).paragraphs) == 4


@pytest.mark.parametrize("name", ["nothing at all", "white space", "no page", "H11 0xFF runs"])
def test_what_is_no_page_is_said_to_be_none(sandbox: Sandbox, name: str) -> None:
    with pytest.raises(UnreadablePage) as raised:
        sandbox.read_page(ATTACKS[name]())
    assert isinstance(raised.value, NoBody) or type(raised.value) is UnreadablePage
