"""Readers' comments out of a page's tree."""

from __future__ import annotations

from lxml.html import HtmlElement

from polybius.nouns import Comment
from polybius.reading.comments.items import find_items
from polybius.reading.comments.lexicon import signals
from polybius.reading.comments.markup import Marks
from polybius.reading.comments.story import Story
from polybius.reading.comments.structure import take_by_rhythm
from polybius.reading.comments.sweep import detach, to_sweep
from polybius.reading.comments.threads import threaded


def take_comments(root: HtmlElement) -> list[Comment]:
    """Find readers' comments under *root*, take them out of the tree, and return them.

    What stands around them goes too: threads, sort and notify controls, forms, headings
    such as "12 comments". The report itself never does: nothing is removed that holds the
    main heading or most of the page's running text outside of comments.

    Args:
        root: a parsed page; it is changed in place.

    Returns:
        The comments in document order. ``reply_to`` is the ``id`` of another of them.
    """
    comments, gone = _found(root)
    # Only now: libxml2's nodes outside a document are looked through each time that one of
    # Python's handles on them goes, and by now the few in *gone* are all there are.
    for element in gone:
        detach(element)
    return comments


def _found(root: HtmlElement) -> tuple[list[Comment], list[HtmlElement]]:
    """The comments that marks tell, or else rhythm, and the elements that go with them."""
    marks = Marks.of(root)
    if not marks.mention(signals()):
        return take_by_rhythm(root), []
    story = Story.of(root)
    taken = find_items(marks, story)
    comments = threaded(taken, story) or take_by_rhythm(root)
    return comments, to_sweep(marks, story, taken)
