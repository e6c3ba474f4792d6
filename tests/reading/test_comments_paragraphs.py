from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from polybius.reading.comments import cut_comments
from tests.reading.comment_pages import STORY

REPORT = list(STORY)
READERS = [
    "Marten Oul",
    "May 14, 2019 at 9:12 am",
    "Fifty-two minutes is not bad for the first try after so many years.",
    "Reply",
    "quaywalker77",
    "May 14, 2019 at 11:40 am",
    "Your father was almost right: one of the hinges had to be greased twice.",
    "Reply",
    "Ines",
    "May 15, 2019 at 7:05 pm",
    "I run the bakery at number nine and nobody told me anything at all.",
    "Reply",
]


def test_plain_report_is_kept_whole() -> None:
    assert cut_comments(REPORT) == (REPORT, [], [])


def test_rhythm_of_names_and_times() -> None:
    body, comments, _ = cut_comments([*REPORT, *READERS])
    assert body == REPORT
    assert [comment.author for comment in comments] == ["Marten Oul", "quaywalker77", "Ines"]
    assert comments[2].posted == "May 15, 2019 at 7:05 pm"
    assert comments[0].text == READERS[2]


@pytest.mark.parametrize(
    "cue",
    [
        "What do you think?",
        "newest oldest most voted",
        "Notify of",
        "Leave a reply",
        "12 Comments",
        "Comments (12)",
        "3 thoughts on “Harbour town rehearses”",
        "Sort by: Newest",
        "Log in to comment",
        "Login or register to post comments",
        "Comments are closed.",
        "Kommentare (12)",
        "Schreibe einen Kommentar",
        "12 commentaires",
        "Laisser un commentaire",
        "Deja un comentario",
        "12 comentarios",
        "Deixe um comentário",
        "Lascia un commento",
        "Geef een reactie",
        "Dodaj komentarz",
        "Оставить комментарий",
        "コメントを残す",
    ],
)
def test_cue_lines_end_the_report(cue: str) -> None:
    body, comments, links = cut_comments([*REPORT, cue, "Ines", READERS[10]])
    assert body == REPORT
    assert [(comment.author, comment.text) for comment in comments] == [("Ines", READERS[10])]
    assert (cue, "control") in [(link.text, link.role) for link in links]


def test_control_beside_the_headline_goes_alone() -> None:
    body, comments, links = cut_comments(["12 Comments", *REPORT])
    assert body == REPORT
    assert comments == []
    assert [link.text for link in links] == ["12 Comments"]


def test_control_between_paragraphs_goes_alone() -> None:
    body, comments, _ = cut_comments(
        [REPORT[0], REPORT[1], "Leave a comment", *REPORT[2:], *REPORT]
    )
    assert body == [*REPORT, *REPORT]
    assert comments == []


@pytest.mark.parametrize(
    "paragraph",
    [
        "He declined to comment.",
        "The ministry had no comment on the report on Tuesday.",
        "Asked for a reply, the council said it would need until 14 May 2019 to answer.",
        "“What do you think?” she asked the pilots, and none of them had an answer ready.",
        "Ada Brin said: May 14, 2019 was the day on which the plan had been settled.",
        "Discussion of the budget will begin in September.",
        "Comments to the press were brief.",
        "12 comments on the plan had come in by Friday.",
    ],
)
def test_sentences_about_comments_are_report(paragraph: str) -> None:
    report = [*REPORT[:3], paragraph, *REPORT[3:]]
    assert cut_comments(report)[0] == report


def test_question_and_answer_is_report() -> None:
    interview = []
    for number, text in enumerate(STORY):
        interview += [f"Velm Courier: And what came then, in hour {number}?", f"Ada Brin: {text}"]
    assert cut_comments(interview) == (interview, [], [])


def test_minutes_of_a_day_are_report() -> None:
    live = [line for n, text in enumerate(STORY) for line in (f"1{n}:05 a.m.", text)]
    assert cut_comments(live)[0] == live


def test_further_headlines_behind_a_section_become_links() -> None:
    headlines = [
        "Ferry Company Orders Two New Ships From Yard",
        "Lighthouse for Sale After a Century",
    ]
    body, comments, links = cut_comments([*REPORT, "2 Comments", *READERS, "Related", *headlines])
    assert body == REPORT
    assert len(comments) == 3
    assert [link.text for link in links if link.role == "related"] == headlines


LINES = st.one_of(
    st.sampled_from([*READERS, *REPORT, "12 Comments", "Leave a reply", "Related", "", " ", "…"]),
    st.text(max_size=60),
)


@given(st.lists(LINES, max_size=25))
def test_any_paragraphs_are_taken_apart(paragraphs: list[str]) -> None:
    body, comments, links = cut_comments(paragraphs)
    kept = iter(paragraphs)
    assert all(any(line == other for other in kept) for line in body)
    assert all(comment.text.strip() for comment in comments)
    assert all(link.url is None for link in links)
