from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.errors import NoBody, PageRefused
from polybius.nouns import Document, Page, Published
from polybius.reading.limits import Limits
from polybius.reading.scraped import read_text
from tests.reading.comment_pages import STORY, TITLE
from tests.shared import gold, shared

BODY = "\n\n".join(STORY)
SIGNOFF = "(Reporting by Ann Roe in VELM, Bo Lee and Ida Oul in KELM; Editing by Mo Ali)"
# The shape of a page of wpDiscuz once it is scraped: the names of writers with a picture
# are printed twice, those of others not at all; a long comment is cut short.
SECTION = """What do you think?


newest oldest most voted
Notify of

Marten Oul, your father was wrong about the hinges, and I would like to know who told him that the doors of the inner basin had been…\xa0Read more »

quaywalker77
quaywalker77

He was almost right. One of them had to be greased twice, and the crew lost eight minutes over it.

And the other one creaks.

Ines Task

I run the bakery at number nine and nobody told me anything.


Nine minutes more and the ferry would have missed its berth.


Close them for good.





Ferry Company Orders Two New Ships From Local Yard

Lighthouse on the Northern Cape Is for Sale Again"""  # noqa: E501  (a scraped line is long)
PAGE = f"{TITLE}\n\nAnn Roe-Lee/Reuters\n\n{BODY}\n\n{SIGNOFF}\n\n{SECTION}"


def read(text: str, published: Published | None = None) -> Document:
    return read_text(Page(text.encode(), "test.txt", media_type="text/plain"), published)


def paragraphs(document: Document) -> list[str]:
    return [span.of(document.text) for span in document.paragraphs]


def test_page_of_a_news_site_with_comments_comes_apart() -> None:
    document = read(PAGE)
    assert document.title == TITLE
    assert paragraphs(document) == list(STORY)
    assert [(c.role, c.name, c.place, c.agency) for c in document.credits] == [
        ("photo", "Ann Roe-Lee", None, "Reuters"),
        ("reporting", "Ann Roe", "VELM", None),
        ("reporting", "Bo Lee", "KELM", None),
        ("reporting", "Ida Oul", "KELM", None),
        ("editing", "Mo Ali", None, None),
    ]
    assert document.agency == "Reuters"
    assert [(c.author, c.truncated) for c in document.comments] == [
        (None, True),
        ("quaywalker77", False),
        ("Ines Task", False),
        (None, False),
        (None, False),
    ]
    assert document.comments[1].text.endswith("\nAnd the other one creaks.")
    assert document.comments[0].text.endswith("the inner basin had been…")
    assert [(link.text, link.role) for link in document.links] == [
        ("What do you think?", "control"),
        ("newest oldest most voted", "control"),
        ("Notify of", "control"),
        ("Ferry Company Orders Two New Ships From Local Yard", "related"),
        ("Lighthouse on the Northern Cape Is for Sale Again", "related"),
    ]
    assert document.published.value is None
    assert document.published.reason


@pytest.mark.gold
def test_first_page_comes_apart() -> None:
    document = read_text(Page(shared("pages/first_page.txt").read_bytes(), "first_page.txt"))
    text = shared("pages/first_page.txt").read_text(encoding="utf-8")
    assert document.title == text.split("\n", 1)[0]
    assert len(document.paragraphs) == 24
    assert len(document.credits) == 12
    roles = [credit.role for credit in document.credits]
    assert (roles.count("reporting"), roles.count("editing"), roles.count("photo")) == (9, 2, 1)
    assert all(credit.place for credit in document.credits if credit.role == "reporting")
    assert [credit.agency for credit in document.credits if credit.role == "photo"] == ["Reuters"]
    assert [bool(c.author) for c in document.comments] == [False, True, True, False, False]
    assert [comment.truncated for comment in document.comments] == [True] + [False] * 4
    lines = [line for line in text.split("\n") if line]
    for comment in document.comments[1:3]:
        # wpDiscuz prints the name above its text.
        last = len(lines) - 1 - lines[::-1].index(str(comment.author))
        assert lines[last + 1] == comment.text
    assert [link.role for link in document.links] == ["control"] * 3 + ["related"] * 2
    for comment in document.comments:
        assert comment.text[:40] not in document.text


@pytest.mark.gold
@pytest.mark.parametrize("path", ["gold/launches/reports.jsonl", "gold/launches/unlabelled.jsonl"])
def test_plain_reports_lose_nothing(path: str) -> None:
    for record in gold(path):
        document = read(record["text"])
        for fact in record.get("facts", ()):
            assert fact["quote"] in document.text, record["id"]
        assert not document.comments or record["id"].startswith("first-page"), record["id"]


def test_names_below_their_texts() -> None:
    section = (
        "3 Comments\n\nSo it is, and so it was.\n\nMarten Oul\n\nNot at all, I say.\n\nInes Task"
    )
    document = read(f"{TITLE}\n\n{BODY}\n\n{section}")
    assert [(c.author, c.text) for c in document.comments] == [
        ("Marten Oul", "So it is, and so it was."),
        ("Ines Task", "Not at all, I say."),
    ]


def test_names_with_times() -> None:
    section = (
        "2 responses to “Storm”\n\nMarten Oul\nMay 14, 2019 at 9:12 am\nSo it is.\nReply\n\n"
        "Ines Task\nMay 15, 2019 at 7:05 pm\nNot at all.\nAnd never was.\nReply"
    )
    document = read(f"{TITLE}\n\n{BODY}\n\n{section}")
    assert paragraphs(document) == list(STORY)
    assert [(c.author, c.posted, c.text) for c in document.comments] == [
        ("Marten Oul", "May 14, 2019 at 9:12 am", "So it is."),
        ("Ines Task", "May 15, 2019 at 7:05 pm", "Not at all.\nAnd never was."),
    ]


def test_headlines_behind_a_heading() -> None:
    document = read(
        f"{TITLE}\n\n{BODY}\n\nComments are closed.\n\nNext article\n\nLighthouse for Sale Again"
    )
    assert [(link.text, link.role) for link in document.links] == [
        ("Comments are closed.", "control"),
        ("Next article", "control"),
        ("Lighthouse for Sale Again", "next"),
    ]
    assert document.comments == ()


def test_plain_text_is_all_body() -> None:
    document = read(BODY)
    assert document.title is None
    assert document.text == BODY
    assert paragraphs(document) == list(STORY)
    assert (document.credits, document.comments, document.links) == ((), (), ())


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("May 14, 2019", "2019-05-14"),
        ("14, May. 2019", "2019-05-14"),
        ("Published : 2019-05-14 06:42", "2019-05-14"),
        ("• Tuesday, May 14, 2019 9:05 pm", "2019-05-14"),
        ("5 years ago", None),
        ("05/14/2019 18:10", None),
    ],
)
def test_date_line_under_the_title(line: str, day: str | None) -> None:
    document = read(f"{TITLE}\n\n{line}\n\n{BODY}")
    assert document.text == BODY
    assert document.published.value == day
    assert document.published.basis == ("text" if day else "none")


def test_given_date_comes_first() -> None:
    given_ = Published("2019-05-20", "given")
    assert read(f"{TITLE}\n\nMay 14, 2019\n\n{BODY}", given_).published == given_


def test_dateline_with_its_year_dates_the_report() -> None:
    document = read(f"VELM, May 14, 2019 (Reuters) - {BODY}")
    assert document.published == Published("2019-05-14", "dateline")
    assert document.dateline is not None
    assert document.dateline.of(document.text) == "VELM, May 14, 2019 (Reuters) -"


def test_lines_wrapped_by_a_program_are_joined() -> None:
    words, lines = BODY.replace("\n\n", " \n ").split(" "), [""]
    for word in words:
        if word == "\n":
            lines += ["", ""]
        elif len(lines[-1]) + len(word) > 70:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    assert read("\n".join(lines)).text == BODY


@pytest.mark.parametrize("text", ["", " \n\n ", "3 Comments\n\nLeave a reply"])
def test_no_report(text: str) -> None:
    with pytest.raises(NoBody):
        read(text)


def test_too_large() -> None:
    with pytest.raises(PageRefused):
        read_text(Page(b"word " * 100, "test.txt"), limits=Limits(raw_bytes=100))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    document = read_text(Page(BODY.encode(encoding), "test.txt"))
    assert document.text == BODY


@given(
    st.lists(st.sampled_from([*PAGE.split("\n"), "", "", "12", "Reply"]), max_size=40).map(
        "\n".join
    )
)
def test_spans_lie_in_the_text(text: str) -> None:
    try:
        document = read(text)
    except NoBody:
        return
    for span in document.paragraphs:
        assert span.of(document.text).strip()
    assert "\n\n".join(paragraphs(document)) == document.text


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    try:
        document = read(text)
    except NoBody:
        return
    assert "\n\n".join(paragraphs(document)) == document.text
