"""Pages with readers' comments, in the markup of the systems that print them.

The report and the comments were written for these tests; only the markup follows the
systems' templates.
"""
# ruff: noqa: E501  (markup reads best with its own line breaks)

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, field

TITLE = "Harbour town rehearses for a storm that may not come"
STORY = (
    (
        "The harbour town of Velm closed its sea gates for six hours on Tuesday in the largest"
        " rehearsal since the gates were built, the port authority said."
    ),
    (
        "Crews moved forty fishing boats to the inner basin and raised the steel doors at noon,"
        " while engineers watched the water from the old signal tower."
    ),
    (
        "“We wanted to know how long it takes, and now we know,” said Ada Brin, who runs the"
        " authority. She put the time at 52 minutes, eleven more than planned."
    ),
    (
        "Shopkeepers on the quay complained that they had been told of the closure only a day"
        " before. The council promised a letter of apology and a longer notice next time."
    ),
    (
        "A second rehearsal is planned for October, when the tides are higher and the ferries"
        " will be asked to take part as well."
    ),
)


@dataclass(frozen=True)
class Said:
    """A comment as a page should give it back."""

    number: int
    author: str
    shown: str
    moment: str
    text: tuple[str, ...]
    up: int | None = None
    down: int | None = None
    replies: tuple[Said, ...] = field(default=())


TALK = (
    Said(
        101,
        "Marten Oul",
        "May 14, 2019 at 9:12 am",
        "2019-05-14T09:12:00+02:00",
        (
            "Fifty-two minutes is not bad for the first try after so many years.",
            "My father worked on those doors and said they would never close again.",
        ),
        4,
        1,
        (
            Said(
                103,
                "quaywalker77",
                "May 14, 2019 at 11:40 am",
                "2019-05-14T11:40:00+02:00",
                ("Your father was almost right: one of the hinges had to be greased twice.",),
                2,
                0,
            ),
        ),
    ),
    Said(
        102,
        "Ines",
        "May 15, 2019 at 7:05 pm",
        "2019-05-15T19:05:00+02:00",
        ("I run the bakery at number nine and nobody told me anything at all.",),
        0,
        3,
    ),
)


def flat(talk: tuple[Said, ...] = TALK) -> list[tuple[Said, Said | None]]:
    """Each comment with the one it answers, in the order of the page."""
    found: list[tuple[Said, Said | None]] = []
    for said in talk:
        found.append((said, None))
        found.extend((reply, parent or said) for reply, parent in flat(said.replies))
    return found


def page(comments: str, *, body: str = "", after: str = "") -> str:
    """A news page with *comments* (HTML) after its report."""
    story = body or "".join(f"<p>{html.escape(text)}</p>" for text in STORY)
    return f"""<!DOCTYPE html><html lang="en"><head><title>{TITLE}</title></head>
<body class="single comments-open">
<header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<div id="page"><main><article class="post type-post"><h1>{TITLE}</h1>
<div class="entry-meta">By <a rel="author" href="/author/lena">Lena Task</a> | 14 May 2019 |
<a href="#comments" class="comments-link">3 Comments</a></div>
<div class="entry-content">{story}</div></article>
{comments}
</main><aside class="sidebar"><h3>Recent comments</h3><ul id="recentcomments">
<li class="recentcomments"><span class="comment-author-link">Bo</span> on
<a href="/x">A lighthouse for sale</a></li></ul></aside>{after}</div>
<footer>© Velm Courier</footer></body></html>"""


def paragraphs(said: Said) -> str:
    """The text of a comment as HTML paragraphs."""
    return "".join(f"<p>{html.escape(text)}</p>" for text in said.text)


def each(talk: tuple[Said, ...], render: Callable[[Said, int], str], depth: int = 1) -> str:
    return "".join(render(said, depth) for said in talk)


def wordpress_html5(said: Said, depth: int) -> str:
    children = each(said.replies, wordpress_html5, depth + 1)
    return f"""<li id="comment-{said.number}" class="comment even thread-even depth-{depth}">
<article id="div-comment-{said.number}" class="comment-body"><footer class="comment-meta">
<div class="comment-author vcard"><img alt="" class="avatar avatar-32 photo" src="a.png">
<b class="fn"><a href="http://x.example" rel="external nofollow" class="url">{said.author}</a></b>
<span class="says">says:</span></div><div class="comment-metadata">
<a href="/p#comment-{said.number}"><time datetime="{said.moment}">{said.shown}</time></a>
<span class="edit-link"><a href="#">Edit</a></span></div></footer>
<div class="comment-content">{paragraphs(said)}</div><div class="reply">
<a rel="nofollow" class="comment-reply-link" href="#">Reply</a></div></article>
{f'<ol class="children">{children}</ol>' if children else ""}</li>"""


def wordpress_old(said: Said, depth: int) -> str:
    children = each(said.replies, wordpress_old, depth + 1)
    return f"""<li class="comment odd alt depth-{depth}" id="comment-{said.number}">
<div id="div-comment-{said.number}" class="comment-body"><div class="comment-author vcard">
<cite class="fn">{said.author}</cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata"><a href="#comment-{said.number}">{said.shown}</a></div>
{paragraphs(said)}<div class="reply"><a class="comment-reply-link" href="#">Reply</a></div></div>
{f'<ul class="children">{children}</ul>' if children else ""}</li>"""


def wordpress_2008(said: Said, depth: int) -> str:
    return f"""<li class="alt" id="comment-{said.number}"><cite><a href="http://x.example"
rel="external nofollow">{said.author}</a></cite> Says: <br />
<small class="commentmetadata"><a href="#comment-{said.number}" title="">{said.shown}</a></small>
{paragraphs(said)}</li>""" + each(said.replies, wordpress_2008, depth + 1)


def wordpress_theme(said: Said, depth: int) -> str:
    children = each(said.replies, wordpress_theme, depth + 1)
    return f"""<li class="comment byuser comment-author-x bypostauthor even depth-{depth}"
id="li-comment-{said.number}"><div id="comment-{said.number}" class="single-comment clearfix">
<div class="comment-avatar"><img alt="{said.author}" class="avatar" src="a.png"></div>
<div class="comment-txt"><div class="comment-head"><h4>{said.author}</h4>
<span class="comment-date">{said.shown}</span></div>
<div class="comment-text">{paragraphs(said)}</div>
<a class="comment-reply-link" href="#">Reply</a></div></div>
<ul class="children">{children}</ul></li>"""


def wpdiscuz_7(said: Said, depth: int) -> str:
    children = each(said.replies, wpdiscuz_7, depth + 1)
    return f"""<div id="wpd-comm-{said.number}_0" class="comment even depth-{depth} wpd-comment
wpd_comment_level-{depth}"><div class="wpd-comment-wrap wpd-blog-guest">
<div class="wpd-comment-left"><div class="wpd-avatar"><img alt="{said.author}" src="a.png"></div>
<div class="wpd-comment-label">Guest</div></div>
<div id="comment-{said.number}" class="wpd-comment-right"><div class="wpd-comment-header">
<div class="wpd-comment-author">{said.author}</div><div class="wpd-comment-date"
title="{said.shown}"><i class="far fa-clock"></i> 6 months ago</div>
<div class="wpd-comment-share"><i class="fas fa-share-alt"></i></div></div>
<div class="wpd-comment-text">{paragraphs(said)}</div><div class="wpd-comment-footer">
<div class="wpd-vote"><div class="wpd-vote-up"></div>
<div class="wpd-vote-result wpd-vote-result-like">{said.up}</div>
<div class="wpd-vote-result wpd-vote-result-dislike">-{said.down}</div>
<div class="wpd-vote-down"></div></div>
<div class="wpd-reply-button"><span>Reply</span></div></div></div></div>
<div id="wpdiscuz_form_anchor-{said.number}_0"></div>{children}</div>"""


def wpdiscuz_5(said: Said, depth: int) -> str:
    children = each(said.replies, wpdiscuz_5, depth + 1)
    kind = "wc-comment wc-reply" if depth > 1 else "wc-comment"
    return f"""<div id="wc-comm-{said.number}_0" class="{kind} wc_comment_level-{depth}">
<div class="wc-comment-left"><img alt="{said.author}" class="avatar" src="a.png">
<div class="wc-blog-guest wc-comment-label"><span>Guest</span></div></div>
<div id="comment-{said.number}" class="wc-comment-right"><div class="wc-comment-header">
<div class="wc-comment-author">{said.author}</div><div class="wc-comment-link">
<span class="wc-comment-img-link"><i class="fas fa-link"></i></span></div>
<div class="wpdiscuz_clear"></div></div><div class="wc-comment-text">{paragraphs(said)}</div>
<div class="wc-comment-footer"><div class="wc-footer-left"><span class="wc-vote-link wc-up"></span>
<span class="wc-vote-result">{(said.up or 0) - (said.down or 0)}</span>
<span class="wc-vote-link wc-down"></span><span class="wc-reply-button">Reply</span></div>
<div class="wc-comment-date"><i class="far fa-clock"></i>1 year ago</div></div></div>
<div id="wpdiscuz_form_anchor-{said.number}_0"></div>{children}</div>"""


def wpdiscuz_2(said: Said, depth: int) -> str:
    children = each(said.replies, wpdiscuz_2, depth + 1)
    kind = "wc-comment wc-reply" if depth > 1 else "wc-comment"
    number = said.number
    return f"""<div id="wc-comm-{number}_0" class="{kind} wc_comment_level-{depth}">
<div class="wc-comment-left" id="comment-{number}"><img alt="avatar" class="avatar" src="a.png">
<div class="wc-blog-guest wc-comment-label">Guest</div></div><div class="wc-comment-right">
<div class="wc-comment-header"><div class="wc-comment-author">{said.author}</div>
<div class="wc-comment-date">2 days ago</div></div>
<div class="wc-comment-text">{paragraphs(said)}</div><div class="wc-comment-footer">
<div id="vote-count-{number}_0" class="wc-vote-result">{(said.up or 0) - (said.down or 0)}</div>
<span class="wc-vote-link wc-up"></span> &nbsp;|&nbsp; <span class="wc-vote-link wc-down"></span>
<span class="wc-reply-link" title="Reply">Reply</span> -&nbsp;<span class="wc-share-link">Share</span>
</div></div></div>{children}"""


def disqus(said: Said, depth: int) -> str:
    children = each(said.replies, disqus, depth + 1)
    number = said.number
    return f"""<li class="comment even depth-{depth}" id="dsq-comment-{number}">
<div id="dsq-comment-header-{number}" class="dsq-comment-header"><cite id="dsq-cite-{number}">
<span id="dsq-author-user-{number}">{said.author}</span></cite></div>
<div id="dsq-comment-body-{number}" class="dsq-comment-body">
<div id="dsq-comment-message-{number}" class="dsq-comment-message">{paragraphs(said)}</div></div>
</li>{f'<ul class="children">{children}</ul>' if children else ""}"""


def disqus_saved(said: Said, depth: int) -> str:
    children = each(said.replies, disqus_saved, depth + 1)
    return f"""<li class="post" id="post-{said.number}"><div data-role="post-content"
class="post-content"><div class="avatar hovercard"><a class="user"><img alt="Avatar" src="a"></a>
</div><div class="post-body"><header class="comment__header"><span class="post-byline">
<span class="author publisher-anchor-color"><a href="https://disqus.example/by/x">{said.author}</a>
</span></span><span class="post-meta"><span class="bullet time-ago-bullet">•</span>
<a href="#comment-{said.number}" class="time-ago" title="Tuesday">3 years ago</a></span></header>
<div class="post-body-inner"><div class="post-message-container"><div class="post-message">
{paragraphs(said)}</div></div></div><footer class="comment__footer"><menu>
<li class="voting"><a class="vote-up count-4"><span class="updatable count">{said.up}</span></a>
<span class="vote-down"><span class="count">{said.down}</span></span></li>
<li class="reply"><a href="#">Reply</a></li><li class="share"><a>Share ›</a></li></menu></footer>
</div></div><ul class="children">{children}</ul></li>"""


def drupal_6(said: Said, depth: int) -> str:
    children = each(said.replies, drupal_6, depth + 1)
    return f"""<a id="comment-{said.number}"></a><div class="comment clear-block">
<h3 class="title"><a href="#comment-{said.number}" class="active">Sea gates</a></h3>
<div class="submitted">Submitted by {said.author} (not verified) on {said.shown}.</div>
<div class="content">{paragraphs(said)}</div>
<div class="links"><ul class="links"><li class="comment_reply first last"><a href="/r">reply</a>
</li></ul></div></div>{f'<div class="indented">{children}</div>' if children else ""}"""


def drupal_7(said: Said, depth: int) -> str:
    children = each(said.replies, drupal_7, depth + 1)
    return f"""<a id="comment-{said.number}"></a>
<div class="comment comment-by-anonymous clearfix" about="/comment/{said.number}"
typeof="sioc:Post sioct:Comment"><div class="attribution"><div class="comment-submitted">
<p class="commenter-name"><span class="username" property="foaf:name">{said.author}</span></p>
<p class="comment-time"><span property="dc:date" content="{said.moment}">{said.shown}</span></p>
<p class="comment-permalink"><a href="/c/{said.number}" class="permalink">Permalink</a></p></div>
</div><div class="comment-text"><div class="content">
<div class="field field-name-comment-body field-type-text-long"><div class="field-items">
<div class="field-item even">{paragraphs(said)}</div></div></div></div>
<ul class="links inline"><li class="comment-reply first last"><a href="/r">reply</a></li></ul>
</div></div>{f'<div class="indented">{children}</div>' if children else ""}"""


def drupal_9(said: Said, depth: int) -> str:
    children = each(said.replies, drupal_9, depth + 1)
    return f"""<article data-comment-user-id="0" id="comment-{said.number}"
class="comment js-comment by-anonymous clearfix"><span class="hidden new" data-x="1"></span>
<footer class="comment__meta"><article class="profile"></article>
<p class="comment__author"><span lang="">{said.author}</span></p>
<p class="comment__time">{said.shown}</p><p class="comment__permalink"><a href="/c">Permalink</a>
</p></footer><div class="comment__content"><h3><a href="/c" class="permalink">Gates</a></h3>
<div class="clearfix text-formatted field field--name-comment-body field__item">
{paragraphs(said)}</div><ul class="links inline"><li><a href="/r">Reply</a></li></ul></div></article>
{f'<div class="indented">{children}</div>' if children else ""}"""


def isso(said: Said, depth: int) -> str:
    children = each(said.replies, isso, depth + 1)
    return f"""<div class="isso-comment" id="isso-{said.number}" data-hash="abc">
<div class="isso-avatar"></div><div class="isso-text-wrapper"><div class="isso-comment-header">
<span class="isso-author">{said.author}</span><span class="isso-spacer">•</span>
<a class="isso-permalink" href="#isso-{said.number}"><time title="x" datetime="{said.moment}">
3 days ago</time></a><span class="isso-note"></span></div><div class="isso-text">{paragraphs(said)}
</div><div class="isso-comment-footer"><span class="isso-votes">{said.up}</span>
<a class="isso-upvote" href="#"></a><span class="isso-spacer">|</span>
<a class="isso-downvote" href="#"></a><a class="isso-reply" href="#">Reply</a></div></div>
<div class="isso-follow-up">{children}</div></div>"""


def isso_old(said: Said, depth: int) -> str:
    children = each(said.replies, isso_old, depth + 1)
    return f"""<div class="isso-comment" id="isso-{said.number}"><div class="avatar"></div>
<div class="text-wrapper"><div class="isso-comment-header"><a class="author" href="http://x"
rel="nofollow">{said.author}</a><span class="spacer">•</span>
<a class="permalink" href="#isso-{said.number}"><time datetime="{said.moment}">a year ago</time></a>
</div><div class="text">{paragraphs(said)}</div><div class="isso-comment-footer">
<a class="reply" href="#">Reply</a></div></div><div class="isso-follow-up">{children}</div></div>"""


def discourse(said: Said, depth: int) -> str:
    reply = '<a class="in-reply-to" href="#post-101" data-link-to-post="101">in reply to</a>'
    return f"""<article class="post" id="post-{said.number}">
<a title="{said.shown}" class="post-date" target="_blank" href="https://talk.example/t/1/2">
14 May</a>{reply if depth > 1 else ""}<div class="author"><a href="https://talk.example/u/x">
<img src="a.png" alt=""></a></div><div class="cooked"><h3 class="username">
<a href="https://talk.example/u/x" class="">{said.author}</a></h3>{paragraphs(said)}</div>
</article>""" + each(said.replies, discourse, depth + 1)


def discourse_topic(said: Said, depth: int) -> str:
    return f"""<article class="boxed post" id="post_{said.number}"><div class="topic-avatar"></div>
<div class="topic-body"><div class="topic-meta-data"><div class="names"><span class="first username">
<a href="/u/x">{said.author}</a></span></div><div class="post-infos"><div class="post-info post-date">
<a href="/t/1/2" class="post-date"><span class="relative-date" title="{said.shown}">May 14, 2019</span>
</a></div></div></div><div class="regular contents"><div class="cooked">{paragraphs(said)}</div>
</div></div></article>""" + each(said.replies, discourse_topic, depth + 1)


def blogger_threaded(said: Said, depth: int) -> str:
    children = each(said.replies, blogger_threaded, depth + 1)
    number = said.number
    return f"""<li class="comment" id="c{number}"><div class="avatar-image-container"><img alt="" src="a">
</div><div class="comment-block" id="c{number}"><div class="comment-header"><cite class="user">
<a href="http://x" rel="nofollow">{said.author}</a></cite><span class="icon user "></span>
<span class="datetime secondary-text"><a rel="nofollow" href="#c{number}">{said.shown}</a></span></div>
<p class="comment-content">{"<br><br>".join(said.text)}</p><span class="comment-actions secondary-text">
<a class="comment-reply" target="_self">Reply</a><span class="item-control blog-admin">
<a target="_self" href="/d">Delete</a></span></span></div><div class="comment-replies">
<div class="comment-thread inline-thread" id="c{number}-rt"><span class="thread-toggle"><a>Replies</a>
</span><ol id="c{number}-ra" class="thread-chrome">{children}</ol></div></div></li>"""


def blogger_list(said: Said, depth: int) -> str:
    return f"""<dt class="comment-author" id="c{said.number}"><a name="c{said.number}"></a>
<a href="http://x" rel="nofollow">{said.author}</a> said...</dt><dd class="comment-body" id="Blog1_c">
{paragraphs(said)}</dd><dd class="comment-footer"><span class="comment-timestamp">
<a href="#c{said.number}" title="comment permalink">{said.shown}</a></span></dd>
""" + each(said.replies, blogger_list, depth + 1)


def typepad(said: Said, depth: int) -> str:
    return f"""<div class="comment comment-odd" id="comment-6a00e551{said.number}a">
<div class="comment-content font-entrybody" id="comment-6a00e551{said.number}a-content">
{paragraphs(said)}</div><p class="comment-footer font-entryfooter">Posted by:
<a rel="nofollow" title="http://x" href="http://x">{said.author}</a> |
<a rel="nofollow" href="#c">{said.shown}</a></p></div>""" + each(said.replies, typepad, depth + 1)


def typepad_bare(said: Said, depth: int) -> str:
    return f"""<a id="c{said.number}"></a><div class="comment-content">{paragraphs(said)}</div>
<p class="comment-footer">Posted by: <a href="http://x">{said.author}</a> |
<a href="#c{said.number}">{said.shown}</a></p>""" + each(said.replies, typepad_bare, depth + 1)


def movable_type_4(said: Said, depth: int) -> str:
    return f"""<div class="comment" id="comment-{said.number}"><div class="inner">
<div class="comment-header"><div class="asset-meta"><span class="byline"><span class="vcard author">
<a class="fn url" href="http://x">{said.author}</a></span> said:</span></div></div>
<div class="comment-content">{paragraphs(said)}</div><div class="comment-footer">
<a href="#comment-{said.number}"><abbr class="published" title="{said.moment}">{said.shown}</abbr></a>
</div></div></div>""" + each(said.replies, movable_type_4, depth + 1)


def movable_type_3(said: Said, depth: int) -> str:
    return f"""<div class="comments-body">{paragraphs(said)}<span class="comments-post">Posted by
<a href="http://x">{said.author}</a> at {said.shown}</span></div>
""" + each(said.replies, movable_type_3, depth + 1)


def schema_org(said: Said, depth: int) -> str:
    children = each(said.replies, schema_org, depth + 1)
    return f"""<div itemprop="comment" itemscope itemtype="https://schema.org/Comment"
id="k{said.number}"><span itemprop="author" itemscope itemtype="https://schema.org/Person">
<span itemprop="name">{said.author}</span></span>
<time itemprop="dateCreated" datetime="{said.moment}">{said.shown}</time>
<div itemprop="text">{paragraphs(said)}</div><meta itemprop="upvoteCount" content="{said.up}">
<meta itemprop="downvoteCount" content="{said.down}">{children}</div>"""


def schema_old(said: Said, depth: int) -> str:
    children = each(said.replies, schema_old, depth + 1)
    return f"""<section itemscope itemtype="http://schema.org/UserComments" id="r-{said.number}">
<p class="x1"><b itemprop="creator">{said.author}</b>, <i itemprop="commentTime"
datetime="{said.moment}">{said.shown}</i></p><div itemprop="commentText">{paragraphs(said)}</div>
{children}</section>"""


def own_names(said: Said, depth: int) -> str:
    children = each(said.replies, own_names, depth + 1)
    return f"""<div class="CommentItem_root__3fA9"><div class="CommentItem_top__x"><span
class="CommentItem_userName__q">{said.author}</span><span class="CommentItem_date__z">{said.shown}
</span></div><div class="CommentItem_text__r">{paragraphs(said)}</div><div class="CommentItem_like__k">
<button>Like</button><span class="CommentItem_likeCount__u">{said.up}</span></div>
<div class="CommentItem_replies__s">{children}</div></div>"""


def own_german(said: Said, depth: int) -> str:
    return f"""<div class="kommentar"><div class="kopf"><strong>{said.author}</strong>
<span class="datum">14.05.2019, 09:12 Uhr</span></div><div class="inhalt">{paragraphs(said)}</div>
<a class="melden" href="/m">Kommentar melden</a> <a href="/a">Antworten</a></div>
""" + each(said.replies, own_german, depth + 1)


def bare_paragraphs(said: Said, depth: int) -> str:
    text = "<br>".join(html.escape(text) for text in said.text)
    return f"""<p><b>{said.author}</b><br><i>{said.shown}</i><br>{text}</p><hr>
""" + each(said.replies, bare_paragraphs, depth + 1)


def bare_table(said: Said, depth: int) -> str:
    return f"""<tr><td bgcolor="#eeeeee"><font size="2"><b>{said.author}</b> - {said.shown}</font></td>
</tr><tr><td><font size="2">{"<br><br>".join(said.text)}</font></td></tr><tr><td>
<a href="/abuse?id={said.number}">Report abuse</a></td></tr>
""" + each(said.replies, bare_table, depth + 1)


def bare_posted_by(said: Said, depth: int) -> str:
    return f"""<div class="b_box"><b>Posted by:</b> {said.author} on <span>{said.shown}</span></div>
<div id="acom1" style="display:none">{said.text[0]}</div><div class="entry" id="com1">
<a name="x"></a>{"<br><br>".join(said.text)}</div><div class="b_box"><a href="#">Quote</a> |
<a href="#">Report this post</a></div>""" + each(said.replies, bare_posted_by, depth + 1)


def bare_text_first(said: Said, depth: int) -> str:
    return f"""{paragraphs(said)}<p><small>Posted by <a href="/u/1">{said.author}</a> |
{said.shown}</small></p>""" + each(said.replies, bare_text_first, depth + 1)


def bare_says(said: Said, depth: int) -> str:
    return f"""<div class="x7"><div class="x8"><strong>{said.author}</strong> says:</div>
<div class="x9">{said.shown}</div>{paragraphs(said)}<div><a href="#">Reply</a></div></div>
""" + each(said.replies, bare_says, depth + 1)


def bare_german(said: Said, depth: int) -> str:
    return f"""<div class="z1"><div><b>{said.author}</b> schrieb am 14.05.2019 um 09:12 Uhr:</div>
<div>{"<br>".join(said.text)}</div><div><a href="#">Antworten</a> · <a href="#">Melden</a></div></div>
""" + each(said.replies, bare_german, depth + 1)


def list_in_a_section(said: Said, depth: int) -> str:
    return f"""<li><b>{said.author}</b> <i>{said.shown}</i>{paragraphs(said)}
<a href="#">Reply</a></li>""" + each(said.replies, list_in_a_section, depth + 1)


def signed_below(said: Said, depth: int) -> str:
    return f"""<div class="comment">{paragraphs(said)}<p class="reader-info">- {said.author}</p></div>
""" + each(said.replies, signed_below, depth + 1)


def joomla(said: Said, depth: int) -> str:
    return f"""<div class="{"even" if depth % 2 else "odd"}" id="comment-item-{said.number}">
<div class="rbox"><div class="comment-box"><div class="comments-vote"><span
id="comment-vote-holder-{said.number}"><span class="comments-vote-good">+{said.up}</span></span></div>
<a class="comment-anchor" href="#" id="comment-{said.number}">#1</a>
<span class="comment-author">{said.author}</span><span class="comment-date">{said.shown}</span>
<div class="comment-body" id="comment-body-{said.number}">{"<br>".join(said.text)}</div>
<span class="comments-buttons"><a href="#">Quote</a></span></div></div></div>
""" + each(said.replies, joomla, depth + 1)


def numbered_rows(said: Said, depth: int) -> str:
    return f"""<div class="cmt"><div class="cmtInfo"><span class="cmtNumber">{said.number}</span>
<p class="cmtName">{said.author}</p><p class="cmtDate">14/05/2019 09:12:11</p></div>
<div class="cmtText">{paragraphs(said)}</div><div class="cmtTools"><a href="/r">Report
Unsuitable</a></div></div>""" + each(said.replies, numbered_rows, depth + 1)


def guardian_like(said: Said, depth: int) -> str:
    children = each(said.replies, guardian_like, depth + 1)
    return f"""<li class="d-comment d-comment--top-level" itemscope itemtype="http://schema.org/Comment"
id="comment-{said.number}"><div class="d-comment__inner"><div class="d-comment__meta">
<span class="d-comment__author" itemprop="author"><a href="/user/1"><span itemprop="name">{said.author}
</span></a></span><a class="d-comment__timestamp"><time itemprop="dateCreated"
datetime="{said.moment}">{said.shown}</time></a><span class="d-comment__recommend-count">{said.up}
</span></div><div class="d-comment__content"><div class="d-comment__body" itemprop="text">
{paragraphs(said)}</div><div class="d-comment__actions"><button>Report</button></div></div></div>
<ul class="d-thread--responses">{children}</ul></li>"""


def hashed_names(said: Said, depth: int) -> str:
    return f"""<div class="css-1a2b3c4"><div class="css-9z8y7x6"><span class="css-aaa111">{said.author}
</span><span class="css-bbb222">{said.shown}</span></div><div class="css-ccc333">{paragraphs(said)}</div>
<div class="css-ddd444"><span>Reply</span> <span>Share</span> <span>Report</span></div></div>
""" + each(said.replies, hashed_names, depth + 1)


def drupal_6_garland(said: Said, depth: int) -> str:
    children = each(said.replies, drupal_6_garland, depth + 1)
    return f"""<a id="comment-{said.number}"></a><div class="comment odd"><div class="clear-block">
<span class="submitted">{said.shown} — {said.author}</span><h3><a href="#">Sea gates again</a></h3>
<div class="content">{paragraphs(said)}</div></div><div class="links"><ul class="links"><li>
<a href="/r">reply</a></li></ul></div></div>{f'<div class="indented">{children}</div>' if children else ""}"""


def thesis(said: Said, depth: int) -> str:
    return f"""<dt class="comment" id="comment-{said.number}"><span class="comment_num"><a href="#">1</a>
</span> <span class="comment_author">{said.author}</span> <span class="comment_time">{said.shown}</span>
</dt><dd class="comment"><div class="format_text">{paragraphs(said)}</div></dd>
""" + each(said.replies, thesis, depth + 1)


def twenty_ten(said: Said, depth: int) -> str:
    children = each(said.replies, twenty_ten, depth + 1)
    return f"""<li class="comment even depth-{depth}" id="li-comment-{said.number}">
<div id="comment-{said.number}"><div class="comment-author vcard"><img class="avatar" alt="" src="a">
<cite class="fn">{said.author}</cite> <span class="says">says:</span></div>
<div class="comment-meta commentmetadata"><a href="#">{said.shown}</a> (<a href="#">Edit</a>)</div>
<div class="comment-body">{paragraphs(said)}</div><div class="reply"><a href="#">Reply</a></div></div>
{f'<ul class="children">{children}</ul>' if children else ""}</li>"""


def plain_ids(said: Said, depth: int) -> str:
    return f"""<div id="comment{said.number}2345" class="odd"><p class="postedby">Posted by
<strong>{said.author}</strong> on {said.shown}</p>{paragraphs(said)}</div>
""" + each(said.replies, plain_ids, depth + 1)


def bare_time_below(said: Said, depth: int) -> str:
    return f"""<li><div><strong><cite>{said.author}</cite></strong><br>{paragraphs(said)}
<div>{said.shown} |</div></div></li>""" + each(said.replies, bare_time_below, depth + 1)


def bare_names_alone(said: Said, depth: int) -> str:
    return f"""<li><div><cite><span>{said.author}</span></cite></div><div><div>{paragraphs(said)}
</div></div></li>""" + each(said.replies, bare_names_alone, depth + 1)


def bare_number_and_name(said: Said, depth: int) -> str:
    return f"""<div><div><span>{said.shown} | <a href="#">26915{said.number}</a></span> <b><a
href="/people">{said.author}</a></b></div><div>{paragraphs(said)}</div><ul><li><a href="/login">Login</a>
or <a href="/register">register</a> to post comments</li></ul></div>
""" + each(said.replies, bare_number_and_name, depth + 1)
