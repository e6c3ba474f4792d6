import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from polybius.errors import NoBody, PageRefused, PolybiusError, UnreadablePage
from polybius.nouns import Page, Published
from polybius.reading.html import joined, read_html
from polybius.reading.limits import Limits
from tests.reading.fixtures import REPORT, article, body, page


@pytest.mark.parametrize("name", ["broadsheet", "weblog", "german"])
def test_the_body_is_the_report_and_nothing_else(name: str) -> None:
    document = read_html(page(name))
    assert [span.of(document.text) for span in document.paragraphs] == body(name)


def test_what_a_broadsheet_says_of_itself() -> None:
    document = read_html(page("broadsheet"))
    assert document.title == "Coastal state tests second rocket in a week"
    assert document.published == Published("2021-03-25T07:45:00+09:00", "json-ld")
    assert document.outlet == "The Morning Ledger"
    assert document.agency == "Agence France-Presse"
    assert document.language == "en"
    assert document.url == "https://ledger.example/world/2021/mar/25/second-rocket-in-a-week"
    bylines = [credit.name for credit in document.credits if credit.role == "byline"]
    assert bylines == ["Ines Okafor", "Tomasz Lindqvist"]


def test_neighbouring_headlines_are_links_and_never_body() -> None:
    document = read_html(page("broadsheet"))
    links = {link.text: link for link in document.links}
    related = links["Republic fires first rocket of the year, days after talks fail"]
    assert related.role == "related"
    assert related.url == "https://ledger.example/world/2021/mar/21/first-launch-of-the-year"
    assert links["Minister says budget will be late again this year"].url is None
    assert links["Ferry strike enters its third day on the islands"].role == "previous"
    assert links["Fishermen count the cost of a closed sea"].role == "next"
    assert not any(text in document.text for text in links)


def test_a_weblog_tells_its_post_from_its_own_name() -> None:
    document = read_html(page("weblog"))
    assert document.title == "Harbour watchers count third launch"
    assert document.published == Published("2017-09-15T09:12:33+00:00", "time-tag")
    assert [credit.name for credit in document.credits if credit.role == "byline"] == [
        "Pilar Nomura"
    ]
    assert document.outlet == "strait.example"


def test_a_page_of_layout_tables_in_an_old_encoding() -> None:
    document = read_html(page("tables", url="http://gazette.example/2002/08/02/navy.htm"))
    paragraphs = [span.of(document.text) for span in document.paragraphs]
    assert paragraphs[0].startswith("Ministers met on Thursday")
    assert paragraphs[2].startswith("Its commander, Rear Adm. José Núñez, said")
    assert "Aurora | frigate" in paragraphs
    assert document.title == "Ministers weigh reply to naval exercise"
    assert document.agency == "Associated Press"
    assert document.published == Published("2002-08-02", "url")


def test_a_german_page() -> None:
    document = read_html(page("german"))
    assert document.language == "de"
    assert document.agency == "dpa"
    assert document.published == Published("2022-01-11T08:05:00+01:00", "meta")
    assert document.credits == ()
    assert [link.text for link in document.links] == [
        "Konferenz über die Küste vertagt sich ohne Beschluss"
    ]


def test_a_date_given_by_the_user_stands() -> None:
    given_date = Published("2019-08-02", "given")
    assert read_html(page("broadsheet"), given_date).published == given_date


def test_an_undated_page_says_so() -> None:
    published = read_html(article(*REPORT)).published
    assert published.value is None
    assert published.reason == "no publication date"


def test_numbers_come_out_as_a_reader_sees_them() -> None:
    hidden = "<span style='display:none'>9</span>"
    odd = f"It flew 2\u200b20 km and rose ２５ km, or 2{hidden}2 km, it said."
    text = read_html(article(*REPORT, odd)).text
    assert "It flew 220 km and rose 25 km, or 22 km, it said." in text


def test_hidden_text_is_no_body_but_a_page_that_is_all_hidden_is_read() -> None:
    hidden = "<div hidden>Ninety boats were sunk by the ministry's own guns on Monday.</div>"
    assert "Ninety" not in read_html(article(*REPORT, after=hidden)).text
    wrapped = article(*REPORT, before="<div style='display: none'>", after="</div>")
    assert "Ninety" not in read_html(wrapped).text
    assert REPORT[0] in read_html(wrapped).text


def test_the_same_page_twice_is_one_document() -> None:
    first, second = read_html(page("broadsheet")), read_html(page("broadsheet"))
    assert first == second
    assert first.id
    assert read_html(page("weblog")).id != first.id


@pytest.mark.parametrize("nothing", [b"", b"   ", b"\n\n"])
def test_an_empty_page_is_unreadable(nothing: bytes) -> None:
    with pytest.raises(UnreadablePage, match=r"empty\.html"):
        read_html(Page(nothing, "empty.html"))


@pytest.mark.parametrize("picture", ["", "<p>Cy Dorn/Reuters</p>"])
def test_an_outlets_own_signoff_makes_it_no_agencys(picture: str) -> None:
    signed = "(Reporting by Ann Roe in SEOUL; Editing by Bo Lee)"
    head = '<meta property="og:site_name" content="Harbour Herald">'
    document = read_html(article(*REPORT, signed, head=head, before=picture))
    assert (document.agency, document.outlet) == (None, "Harbour Herald")
    assert [credit.name for credit in document.credits][-2:] == ["Ann Roe", "Bo Lee"]


def test_a_page_without_report_says_so() -> None:
    with pytest.raises(NoBody, match=r"no report was found in menu\.html"):
        read_html(Page(b"<html><nav><a href='/a'>A</a></nav></html>", "menu.html"))


def test_limits_are_named() -> None:
    with pytest.raises(PageRefused) as raised:
        read_html(article(*REPORT), limits=Limits(nodes=3))
    assert raised.value.limit == "nodes"


@given(st.lists(st.text(min_size=1)))
def test_spans_are_the_paragraphs(paragraphs: list[str]) -> None:
    text, spans = joined(paragraphs)
    assert [span.of(text) for span in spans] == paragraphs


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.text(max_size=300))
def test_any_page_is_a_document_or_a_typed_error(raw: bytes, text: str) -> None:
    for markup in (raw, f"<html><body><article><p>{text}</p></article>".encode("utf-8", "replace")):
        try:
            document = read_html(Page(markup, "any"))
        except PolybiusError:
            continue
        for span in document.paragraphs:
            assert span.of(document.text).strip()
