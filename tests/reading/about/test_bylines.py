import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from polybius.nouns import Credit
from polybius.reading.about.agencies import agency_in, is_agency
from polybius.reading.about.bylines import Authorship, authorship, credits_in
from polybius.reading.about.head import Metas
from polybius.reading.about.structured import Structured


@pytest.mark.parametrize(
    ("byline", "persons"),
    [
        ("By Ann Roe", [("Ann Roe", None, None)]),
        (
            "By Ann Roe and Bo Chen, Reuters",
            [("Ann Roe", None, "Reuters"), ("Bo Chen", None, "Reuters")],
        ),
        (
            "Ann Roe in Seoul and Bo Chen in Washington",
            [("Ann Roe", "Seoul", None), ("Bo Chen", "Washington", None)],
        ),
        ("Ann Roe in Seoul 25 March 2021", [("Ann Roe", "Seoul", None)]),
        ("ANN ROE, Harbour Newswire", [("Ann Roe", None, "Harbour Newswire")]),
        ("Von Anna Müller", [("Anna Müller", None, None)]),
        ("Written by: José María de la Cruz", [("José María de la Cruz", None, None)]),
        ("Submitted by Ann Roe on 08/09/2012 13:01 -0400", [("Ann Roe", None, None)]),
        ("ANN ROE and BO CHEN", [("Ann Roe", None, None), ("Bo Chen", None, None)]),
        ("By Reuters", []),
        ("By Staff Writer", []),
        ("By Ledger Online Team", []),
        ("Admin", []),
        ("Música", []),
        ("By 3 contributors", []),
        ("https://example.org/by/ann", []),
        ("By Ann Roe, Ledger Politics", [("Ann Roe", None, None)]),
        ("", []),
    ],
)
def test_persons_in_bylines(byline: str, persons: list[tuple[str, str | None, str | None]]) -> None:
    found = [(each.name, each.place, each.agency) for each in credits_in(byline, "Ledger")]
    assert found == persons


def names(markup: str, structured: Structured | None = None, outlet: str = "Ledger") -> Authorship:
    root = html.document_fromstring(f"<html><head></head><body>{markup}<p>x</p></body></html>")
    return authorship(root, Metas.of(root), structured or Structured(), outlet=outlet)


def test_what_is_shown_completes_what_is_declared() -> None:
    shown = '<div class="byline">By Ann Roe in Seoul and Someone Else</div>'
    found = names(shown, Structured(authors=("Ann Roe",), organisations=("AFP",)))
    assert found.credits == (Credit("Ann Roe", "byline", "Seoul", None),)
    assert found.agency == "Agence France-Presse"


def test_what_is_shown_stands_alone_where_nothing_is_declared() -> None:
    assert names('<a rel="author" href="/a">Bo Chen</a>').persons == ("Bo Chen",)


@pytest.mark.parametrize(
    ("markup", "agency"),
    [
        ("<p>Copyright 2019 The Associated Press. All rights reserved.</p>", "Associated Press"),
        ("<p>© 2019 AFP</p>", "Agence France-Presse"),
        ("<p>Photo © REUTERS / Ann Roe</p>", None),
        ("<p>The AP reported the launch.</p>", None),
    ],
)
def test_copyright_lines_name_the_agency_and_pictures_do_not(
    markup: str, agency: str | None
) -> None:
    assert names(markup).agency == agency


def test_an_agency_s_own_site() -> None:
    assert names("", outlet="Reuters").agency == "Reuters"


def test_comments_and_forms_are_no_bylines() -> None:
    assert (
        names(
            '<p class="comment-author">Jim Poster</p><p class="comment-form-author">Name *</p>'
        ).credits
        == ()
    )


def test_agencies_by_their_forms() -> None:
    assert agency_in("Text: AFP/dpa") == "Agence France-Presse"
    assert agency_in("mapa of Apia") is None
    assert is_agency("The Associated Press")
    assert not is_agency("Reuters Institute")


@given(st.text(max_size=200), st.none() | st.text(max_size=20))
def test_any_byline_has_names_or_none(byline: str, outlet: str | None) -> None:
    for credit in credits_in(byline, outlet):
        assert credit.name
