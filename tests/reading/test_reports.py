import pytest

from polybius.errors import NoBody
from polybius.nouns import Page
from polybius.reading import read_page, reports
from polybius.reading.reports import check_report
from tests.linear import assert_linear
from tests.reading.fixtures import REPORT


def refused(text: str, *titles: str) -> bool:
    try:
        check_report(text, titles, "page.html")
    except NoBody:
        return True
    return False


@pytest.mark.parametrize(
    "text", ["x", "hello", "Menu Home Contact Search", "Yes.", "1 2 3 4 5 6 7"]
)
def test_too_little_for_a_report(text: str) -> None:
    assert refused(text)


@pytest.mark.parametrize(
    "text",
    [
        "The boats met.",
        "two boats met off the cape on Tuesday",
        "巡視船二隻が火曜日に北の岬の沖で出会った",
    ],
)
def test_enough_for_a_report(text: str) -> None:
    assert not refused(text)


@pytest.mark.parametrize(
    "title",
    [
        "Page not found - Velm Post", "404", "404 Not Found", "Error 404: page missing",
        "HTTP Error 503 – Service Unavailable", "The page could not be found",
        "This page does not exist", "Not Found", "403 Forbidden", "Velm Post | File not found",
    ],
)  # fmt: skip
def test_error_pages(title: str) -> None:
    assert refused(REPORT[0], title)
    assert refused(REPORT[0], "Sorry", title)
    assert not refused(" ".join(REPORT * 2), title), "a report of some length is read all the same"


@pytest.mark.parametrize(
    "title",
    [
        "404 soldiers return home",
        "Missile not found in northern sea",
        "500 boats meet",
        "Boats meet",
    ],
)
def test_titles_of_reports(title: str) -> None:
    assert not refused(REPORT[0], title)


@pytest.mark.parametrize("body", [b"x", b".", b"hello"])
@pytest.mark.parametrize("kind", ["text/plain", "text/html", None])
def test_pages_without_report(body: bytes, kind: str | None) -> None:
    with pytest.raises(NoBody):
        read_page(Page(body, "page", media_type=kind))


def test_the_pages_own_title_tells_an_error_page() -> None:
    markup = f"<title>Page not found - Velm Post</title><h1>Sorry!</h1><p>{REPORT[0]}</p>"
    with pytest.raises(NoBody, match="error page, “Page not found"):
        read_page(Page(markup.encode(), "page.html", media_type="text/html"))


def test_pattern_is_linear() -> None:
    assert_linear(reports.ERROR_TITLE)
    assert_linear(reports._SENTENCE)
