from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import polybius
from polybius.errors import PageRefused
from polybius.nouns.form import decode
from polybius.record import Record
from polybius.site import site
from tests.record.readings import TEXT, a_reading

EVIL = "<script>alert(1)</script>"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "record.db") as opened:
        yield opened


@pytest.fixture
def client(record: Record) -> TestClient:
    return TestClient(site(record))


def test_home_lists_the_reports_and_the_refusals(record: Record, client: TestClient) -> None:
    record.add(a_reading())
    record.refuse("bad.html", PageRefused("too deep", limit="depth"))
    page = client.get("/").text
    assert "A launch" in page
    assert "bad.html" in page


def test_a_report_shows_its_claims_with_their_speakers(record: Record, client: TestClient) -> None:
    reading = a_reading()
    record.add(reading)
    page = client.get(f"/documents/{reading.document.id}").text
    assert "220 km" in page
    assert "Joint Chiefs of Staff [KOR]" in page
    assert f'href="#c-{reading.claims[0].id}"' in page
    assert f'id="c-{reading.claims[0].id}"' in page


def test_a_report_shows_what_arithmetic_makes_of_its_flights(
    record: Record, client: TestClient
) -> None:
    reading = polybius.read(
        "North Korea fired a missile on Friday, the Joint Chiefs of Staff said. It flew 950 km at"
        " an altitude of 4,475 km, they said.\n\nIt fell into the sea, Japan said.",
        published="2017-11-29",
    )
    record.add(reading)
    assert "lofted: 950 km at 4475 km" in client.get(f"/documents/{reading.document.id}").text


def test_comments_stand_apart(record: Record, client: TestClient) -> None:
    reading = a_reading()
    record.add(reading)
    page = client.get(f"/documents/{reading.document.id}").text
    report, comments = page.split('class="comments"')
    assert "9,000 km" in comments
    assert "9,000 km" not in report


def test_a_report_as_json_is_the_reading(record: Record, client: TestClient) -> None:
    reading = a_reading()
    record.add(reading)
    assert decode(client.get(f"/documents/{reading.document.id}.json").content) == reading


@pytest.mark.parametrize("path", ["/documents/nothing", "/nowhere", "/documents/ab.json"])
def test_what_is_not_there_is_said_so(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Not here" in answer.text


def test_scraped_text_is_only_ever_text(record: Record, client: TestClient) -> None:
    reading = a_reading(TEXT + EVIL, title=EVIL)
    document = replace(reading.document, url="javascript:alert(1)", outlet=EVIL).identified()
    claims = tuple(c.identified(document.id, None) for c in reading.claims)
    record.add(replace(reading, document=document, claims=claims))
    for path in ("/", f"/documents/{document.id}"):
        page = client.get(path).text
        assert EVIL not in page
        assert 'href="javascript:' not in page


@pytest.mark.parametrize("path", ["/", "/style.css", "/nowhere"])
def test_every_answer_carries_the_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_a_superseded_revision_links_to_the_latest(record: Record, client: TestClient) -> None:
    first, second = a_reading(), a_reading(TEXT + " It was the third.")
    record.add(first)
    record.add(second)
    page = client.get(f"/documents/{first.document.id}").text
    assert "Revision 1 of 2" in page
    assert f'href="/documents/{second.document.id}"' in page
    assert "Revision" not in client.get(f"/documents/{second.document.id}").text


def test_the_agency_is_named_before_the_outlet(record: Record, client: TestClient) -> None:
    reading = a_reading()
    document = replace(reading.document, agency="The Wire").identified()
    claims = tuple(c.identified(document.id, None) for c in reading.claims)
    record.add(replace(reading, document=document, claims=claims))
    assert record.documents()[0].publisher == "The Wire"
    assert '<td class="wide">The Wire</td>' in client.get("/").text
