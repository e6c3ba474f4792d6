from __future__ import annotations

import dataclasses
import gzip
import time
from typing import Any

import lxml.html
import pytest
from lxml import etree

from polybius.reading.comments import take_comments
from tests.reading import comment_pages as pages
from tests.reading.comment_pages import STORY, TALK, Said, each, flat, page
from tests.shared import gold, shared

THREAD = """<section id="comments" class="comments-area"><h2 class="comments-title">3 thoughts on
“Storm”</h2><{0} class="comment-list">{1}</{0}><div id="respond" class="comment-respond">
<h3>Leave a Reply</h3><form id="commentform"><p class="comment-notes">Your email address will not
be published.</p><label>Name</label><input name="author"></form></div></section>"""
BARE_THREAD = "<h4>3 Comments</h4><{0}>{1}</{0}><p>Post a comment</p>"

# What each system's template shows: the time ("shown", "moment", or other words; None where
# it has none), votes ("both", "up", "score", None), and whether replies are told.
SYSTEMS: dict[str, tuple[str | None, str | None, bool]] = {
    "wordpress_html5": ("moment", None, True),
    "wordpress_old": ("shown", None, True),
    "wordpress_2008": ("shown", None, False),
    "wordpress_theme": ("shown", None, True),
    "wpdiscuz_7": ("6 months ago", "both", True),
    "wpdiscuz_5": ("1 year ago", "score", True),
    "wpdiscuz_2": ("2 days ago", "score", True),
    "disqus": (None, None, True),
    "disqus_saved": ("3 years ago", "both", True),
    "drupal_6": ("shown", None, True),
    "drupal_7": ("moment", None, True),
    "drupal_9": ("shown", None, True),
    "isso": ("moment", "up", True),
    "isso_old": ("moment", None, True),
    "discourse": ("14 May", None, True),
    "discourse_topic": ("May 14, 2019", None, False),
    "blogger_threaded": ("shown", None, True),
    "blogger_list": ("shown", None, False),
    "typepad": ("shown", None, False),
    "typepad_bare": ("shown", None, False),
    "movable_type_4": ("moment", None, False),
    "movable_type_3": ("shown", None, False),
    "schema_org": ("moment", "both", True),
    "schema_old": ("moment", None, True),
    "own_names": ("shown", "up", True),
    "drupal_6_garland": ("shown", None, True),
    "thesis": ("shown", None, False),
    "twenty_ten": ("shown", None, True),
    "plain_ids": ("shown", None, False),
    "list_in_a_section": ("shown", None, False),
    "signed_below": (None, None, False),
    "joomla": ("shown", "up", False),
    "numbered_rows": ("14/05/2019 09:12:11", None, False),
    "guardian_like": ("moment", "up", True),
    "own_german": ("14.05.2019, 09:12 Uhr", None, False),
}
BARE: dict[str, str] = {
    "bare_paragraphs": "<h3>Your comments</h3>{}<h3>Related stories</h3>",
    "bare_table": "<table><tr><td><b>Comments (3)</b></td></tr>{}</table>",
    "bare_posted_by": "<a>Add Comment</a>{}",
    "bare_text_first": "<h3>Comments</h3>{}<h3>Post a comment</h3>",
    "bare_says": "<h3>3 responses to this story</h3>{}<p>Leave a reply</p>",
    "bare_time_below": "<h6>3 Responses</h6><ol>{}</ol><h3>Post a comment</h3>",
    "bare_number_and_name": "<h2>Comment viewing options</h2>{}",
    "hashed_names": "<h2>Comments (3)</h2>{}",
    "bare_german": "<h3>Kommentare (3)</h3>{}<p>Kommentar schreiben</p>",
}


def tree(source: str) -> Any:
    return lxml.html.document_fromstring(source)


def words(root: Any) -> str:
    return " ".join(root.text_content().split())


def rendered(name: str, talk: tuple[Said, ...] = TALK) -> str:
    return each(talk, getattr(pages, name))


def assert_story_alone(root: Any) -> None:
    left = words(root)
    for paragraph in STORY:
        assert paragraph in left
    for said, _ in flat():
        for text in said.text:
            assert text not in left
        assert said.author not in left


def votes_shown(said: Said, votes: str | None) -> tuple[int | None, int | None]:
    up, down = said.up or 0, said.down or 0
    if votes == "score":
        return (up - down, None) if up >= down else (None, down - up)
    return (up if votes else None, down if votes == "both" else None)


@pytest.mark.parametrize("thread", [THREAD, BARE_THREAD], ids=["theme", "bare"])
@pytest.mark.parametrize("name", SYSTEMS)
def test_system(name: str, thread: str) -> None:
    posted, votes, replies = SYSTEMS[name]
    markup = rendered(name)
    tag = "ol" if markup.lstrip().startswith("<li") else "dl" if "<dt" in markup[:40] else "div"
    root = tree(page(thread.format(tag, markup)))
    comments = take_comments(root)
    expected = flat()
    assert [comment.author for comment in comments] == [said.author for said, _ in expected]
    assert [comment.text for comment in comments] == ["\n".join(s.text) for s, _ in expected]
    for comment, (said, answered) in zip(comments, expected, strict=True):
        assert comment.posted == getattr(said, str(posted), posted)
        assert (comment.votes_up, comment.votes_down) == votes_shown(said, votes)
        assert not comment.truncated
        if replies:
            parent = None if answered is None else comments[0].id
            assert comment.reply_to == parent
    assert_story_alone(root)


@pytest.mark.parametrize("name", BARE)
def test_page_without_helpful_names(name: str) -> None:
    root = tree(page(BARE[name].format(rendered(name))))
    comments = take_comments(root)
    assert [c.author for c in comments] == [said.author for said, _ in flat()]
    assert [c.text for c in comments] == ["\n".join(said.text) for said, _ in flat()]
    assert all(comment.posted for comment in comments)
    left = words(root)
    assert all(paragraph in left for paragraph in STORY)
    assert not any(text in left for said, _ in flat() for text in said.text)


def test_page_without_helpful_names_or_times() -> None:
    talk = (*TALK, *TALK)
    root = tree(page(f"<h3>Post a Comment</h3><ul>{rendered('bare_names_alone', talk)}</ul>"))
    comments = take_comments(root)
    assert [c.author for c in comments] == [said.author for said, _ in flat(talk)]
    assert [c.text for c in comments] == ["\n".join(said.text) for said, _ in flat(talk)]
    assert_story_alone(root)


def test_headings_sort_and_notify_controls_and_forms_go() -> None:
    sort = """<div id="wpdcom"><div class="wpd-form-wrap"><div class="wpd-sbs-title">Subscribe</div>
    <form><label>Notify of</label></form></div><div class="wpdiscuz-sort-buttons">
    <span>newest</span> <span>oldest</span> <span>most voted</span></div>"""
    root = tree(page(f"{sort}<div class='wpd-thread-list'>{rendered('wpdiscuz_7')}</div></div>"))
    take_comments(root)
    left = words(root)
    for control in ("Notify of", "most voted", "Subscribe", "Reply", "Guest"):
        assert control not in left
    assert_story_alone(root)


def test_answer_by_the_reports_own_author_stays_a_comment() -> None:
    root = tree(page(f"<ol>{rendered('wordpress_theme')}</ol>"))
    assert "bypostauthor" in lxml.html.tostring(root).decode()
    assert len(take_comments(root)) == 3


def test_cut_short() -> None:
    cut = dataclasses.replace(TALK[1], text=("I run the bakery at number nine and nobody…",))
    markup = rendered("wpdiscuz_7", (cut,)).replace(
        "nobody…", "nobody… <span id='wpdiscuz-readmore-102_0'>Read more »</span>"
    )
    (comment,) = take_comments(tree(page(markup)))
    assert comment.truncated
    assert comment.text == "I run the bakery at number nine and nobody…"


def test_comment_that_quotes_another_with_its_header() -> None:
    quoting = dataclasses.replace(
        TALK[1], text=("quaywalker77 says:", "May 14, 2019 at 11:40 am", "He was right", "No.")
    )
    comments = take_comments(tree(page(f"<ol>{rendered('wordpress_html5', (quoting,))}</ol>")))
    assert [comment.author for comment in comments] == ["Ines"]
    assert comments[0].text.startswith("quaywalker77 says:\n")


def test_lists_of_recent_comments_are_no_comments_of_the_page() -> None:
    widget = """<div class="widget recent-comments"><ul><li class="comment" id="comment-9">
    <b class="fn">Bo</b> <span class="date">May 3, 2019</span>
    <p>Nice lighthouse</p></li></ul></div>"""
    root = tree(page(widget))
    assert take_comments(root) == []
    assert "Nice lighthouse" not in words(root)
    assert "A lighthouse for sale" not in words(root)


@pytest.mark.parametrize(
    "around",
    [
        '<div class="comment">{}</div>',
        '<article class="comment opinion" id="comment-1">{}</article>',
        '<div id="comments">{}</div>',
        '<div class="post-comment-wrapper"><span class="author">Lena</span>{}</div>',
        '<div itemscope itemtype="https://schema.org/Comment">{}</div>',
    ],
)
def test_a_report_in_a_box_named_comment_stays(around: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    source = page("", body="x").replace('<div class="entry-content">x</div>', around.format(body))
    root = tree(source)
    take_comments(root)
    assert all(paragraph in words(root) for paragraph in STORY)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="comment"><strong>Our view</strong><p>The doors held, and well.</p></div>',
        '<blockquote class="comment"><p>The doors held.</p><cite>Ada Brin</cite></blockquote>',
        '<p class="comment">The doors held, and that is good.</p>',
    ],
)
def test_a_box_in_the_story_stays(box: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    root = tree(page("", body=body.replace("<p>“We", f"{box}<p>“We")))
    assert take_comments(root) == []
    assert "The doors held" in words(root)


def test_links_named_comment_are_no_comments() -> None:
    link = '<ul><li class="comment"><a href="/comment">Comment and analysis</a></li></ul>'
    root = tree(page(link + link))
    assert take_comments(root) == []


def test_a_live_report_is_no_thread() -> None:
    entries = "".join(
        f"<p><b>{hour}:05 am Wed 9 Jan 2019</b></p><p>{text}</p>"
        for hour, text in zip(range(5, 10), STORY, strict=True)
    )
    root = tree(page("<p>Leave a comment</p>", body=entries))
    assert take_comments(root) == []
    assert all(paragraph in words(root) for paragraph in STORY)


def test_lists_of_further_reports_are_no_thread() -> None:
    teasers = "".join(
        f'<div><h3><a href="/{n}">Ferry number {n} back in service after repair</a></h3>'
        f"<p>By Lena Task, May {n}, 2019 9:1{n} am</p><p>It sails again at noon.</p></div>"
        for n in range(1, 6)
    )
    root = tree(page(f"<h3>Comments (0)</h3>{teasers}"))
    assert take_comments(root) == []


def test_empty_thread_of_a_script_goes() -> None:
    root = tree(
        page(
            '<div id="disqus_thread"></div><noscript>Please enable JavaScript to view the comments'
            "</noscript><div class='comments-area'><p class='nocomments'>Comments are closed."
            "</p></div>"
        )
    )
    assert take_comments(root) == []
    assert "Comments are closed" not in words(root)


def test_a_page_without_comments_is_left_as_it_is() -> None:
    body = "".join(f"<p>{text}</p>" for text in STORY)
    source = f"<html><body><h1>Storm</h1><div>{body}</div></body></html>"
    root = tree(source)
    before = lxml.html.tostring(root)
    assert take_comments(root) == []
    assert lxml.html.tostring(root) == before


@pytest.mark.parametrize("source", ["<p></p>", "<html></html>", "<div class=comment></div>", "x"])
def test_next_to_nothing(source: str) -> None:
    assert take_comments(tree(source)) == []


def _many(count: int) -> Any:
    talk = tuple(dataclasses.replace(TALK[1], number=number) for number in range(count))
    return tree(page(f"<ol>{rendered('wordpress_html5', talk)}</ol>"))


def _deep(count: int) -> Any:
    root = tree(page(""))
    element = root.find("body")
    for number in range(count):
        element = etree.SubElement(element, "div")
        element.set("class", "comment text author reply children")
        element.set("id", f"comment-{number}")
        etree.SubElement(element, "b").text = f"Reader {number}"
        etree.SubElement(element, "p").text = "So it is."
    return root


def _tails(count: int) -> Any:
    item = '<div class="comment" id="comment-{}"><b class="fn">A</b><p>Yes it is so.</p></div>x'
    return tree(page("".join(item.format(number) for number in range(count))))


def _bare(count: int) -> Any:
    return tree(page("<p>Posted by Bo on May 3, 2019 5:00 pm</p><p>So it is.</p>" * count))


def _starts(count: int) -> Any:
    starts = '<dt class="comment-author" id="c1">Bo said</dt><dd class="x"></dd>' * count
    return tree(page(f"<dl>{starts}</dl>"))


@pytest.mark.hostile
@pytest.mark.parametrize("build", [_many, _deep, _tails, _bare, _starts])
def test_time_grows_with_the_page(build: Any) -> None:
    small, large = (min(_seconds(build(count)) for _ in range(3)) for count in (300, 1200))
    # Four times the page: linear is 4, the square 16. Short times say more about the machine.
    assert large < max(0.5, 10 * small)


def _seconds(root: Any) -> float:
    start = time.process_time()
    take_comments(root)
    return time.process_time() - start


@pytest.mark.gold
def test_gold_pages_stripped_of_all_names_still_tell() -> None:
    found = total = 0
    for record in gold("pages/comments.jsonl"):
        source = gzip.decompress((shared("pages") / record["file"]).read_bytes())
        root = lxml.html.document_fromstring(source, lxml.html.HTMLParser(encoding="utf-8"))
        for element in root.iter("*"):
            for name in {"class", "id", "itemprop", "itemtype", "rel"} & set(element.keys()):
                del element.attrib[name]
        names = [comment.author for comment in take_comments(root)]
        total += len(record["comments"])
        found += sum(comment["author"] in names for comment in record["comments"])
    assert found >= 0.9 * total


@pytest.mark.gold
def test_gold_pages_keep_their_comments_apart() -> None:
    from polybius.evaluating.comments import TASK  # noqa: PLC0415  (loads the extractor)

    records = gold("pages/comments.jsonl")
    outcome = TASK.run(records, shared("pages/comments.jsonl").parent, lambda: None)
    assert outcome.measures["comment_share"] <= 0.01
    assert outcome.measures["found_with_author"] >= 0.9
    assert outcome.measures["body_taken"] == 0
