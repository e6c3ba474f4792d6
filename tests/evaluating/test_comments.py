from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from polybius.evaluating.comments import (
    TASK,
    Tally,
    count_body,
    count_comments,
    same_author,
    same_time,
    same_votes,
)
from polybius.nouns import Comment
from tests.reading import comment_pages as pages
from tests.reading.comment_pages import STORY, TALK, each, flat, page

GOLD: dict[str, Any] = {
    "file": "page.html",
    "body": list(STORY),
    "comments": [
        {
            "author": said.author,
            "time": said.shown,
            "votes": (said.up or 0) - (said.down or 0),
            "text": "\n".join(said.text),
        }
        for said, _ in flat()
    ],
}
READ = [
    Comment(said.author, "\n".join(said.text), said.moment, said.up, said.down)
    for said, _ in flat()
]


def test_a_page_read_whole(tmp_path: Path) -> None:
    source = page(f"<div>{each(TALK, pages.schema_org)}</div>")
    (tmp_path / "page.html").write_text(source, encoding="utf-8")
    seen: list[None] = []
    outcome = TASK.run([GOLD], tmp_path, lambda: seen.append(None))
    for name in ("found", "found_with_author", "text", "precision", "time", "votes", "body_recall"):
        assert outcome.measures[name] == 1, name
    assert outcome.measures["comment_share"] == 0
    assert outcome.measures["body_taken"] == 0
    assert len(seen) == 1
    (prediction,) = outcome.predictions
    assert prediction["comments"][0]["author"] == TALK[0].author
    assert set(prediction) == set(GOLD)


def test_comments_in_the_body_are_counted_by_words() -> None:
    tally = Tally()
    leaked = GOLD["comments"][1]["text"]
    count_body(tally, GOLD, "\n".join([*STORY, leaked]))
    words = len(leaked.replace("one’s", "ones").split())
    assert tally.comment_words == words
    assert tally.body_measures()["body_recall"] == 1
    assert tally.body_measures()["body_precision"] < 1


def test_a_short_comment_counts_as_a_paragraph_of_its_own() -> None:
    gold = {"body": ["So it is, he said."], "comments": [{"text": "So it is"}]}
    tally = Tally()
    count_body(tally, gold, "So it is, he said.")
    assert tally.comment_words == 0
    count_body(tally, gold, "So it is, he said.\nSo it is!")
    assert tally.comment_words == 3


def test_report_taken_for_a_comment_is_counted() -> None:
    tally = Tally()
    stolen = Comment("Ann", STORY[2])
    count_comments(tally, GOLD, [*READ, stolen], "\n".join([*STORY[:2], *STORY[3:]]))
    assert tally.measures()["body_taken"] > 0.1
    assert tally.measures()["precision"] == 3 / 4


def test_missed_and_anonymous_comments_count_against() -> None:
    tally = Tally()
    count_comments(tally, GOLD, [dataclasses.replace(READ[0], author=None), READ[1]], "")
    measures = tally.measures()
    assert measures["found"] == pytest.approx(2 / 3)
    assert measures["found_with_author"] == pytest.approx(1 / 3)
    assert measures["time"] == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("gold", "read", "same"),
    [
        ("May 14, 2019 at 6:34 am", "2019-05-14T06:34:00+02:00", True),
        ("May 14, 2019 at 6:34 pm", "2019-05-14T18:34:00", True),
        ("May 14, 2019", "2019-05-14T18:34:00", True),
        ("14. Mai 2019 um 18:34 Uhr", "2019-05-14T18:34:00", True),
        ("05/14/2019", "2019-05-14", True),
        ("May 14, 2019 at 6:34 am", "2019-06-14T06:34:00", False),
        ("May 14, 2019 at 6:34 am", "2019-05-15T06:34:00", False),
        ("May 14, 2019 at 6:34 am", "2019-05-14T06:35:00", False),
        ("05/14/2019", "2019-06-14", False),
        ("6 months ago", "6  months ago", True),
        ("6 months ago", "2019-05-14", False),
        ("6 months ago", None, False),
    ],
)
def test_same_time(gold: str, read: str | None, *, same: bool) -> None:
    assert same_time(gold, read) is same


def test_same_author_and_votes() -> None:
    assert same_author("Ann  Roe", "ann roe")
    assert same_author(None, None)
    assert not same_author("Ann Roe", None)
    assert same_votes(3, Comment(None, "x", votes_up=4, votes_down=1))
    assert same_votes(-2, Comment(None, "x", votes_down=2))
    assert not same_votes(0, Comment(None, "x"))
