"""Taking comments, and what stands around them, out of a page's tree.

The guard is the same everywhere: nothing goes that holds the page's story (the
element with most running text outside of comments) or its main heading.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml.html import HtmlElement

from polybius.reading.comments.items import Taken
from polybius.reading.comments.lexicon import elements_of, furniture, roles_of
from polybius.reading.comments.markup import Marks, lines_of
from polybius.reading.comments.story import Story
from polybius.reading.comments.wording import kinds_of

_KEPT_TAGS = frozenset({"html", "body", "main", "head"})
_LITTLE = 80
"""Characters besides comments in an element that is only there for layout."""
_SOME = 1500
"""Characters besides comments (a form, its notes, a policy) in a comment section."""
_NEAR = 4
_LINE_TAGS = frozenset(
    "p span a li h1 h2 h3 h4 h5 h6 blockquote q em i b strong".split()  # noqa: SIM905  (a row of words reads best)
)


def to_sweep(marks: Marks, story: Story, taken: Taken) -> list[HtmlElement]:
    """What goes with *taken*: its items, and threads, forms, controls and headings around them.

    In document order; none stands in another.
    """
    roots = story.outermost(taken.roots)
    guard = _Guard(story, story.heart(roots))
    wrappers = _wrappers(roots, guard)
    gone = story.outermost([*roots, *wrappers, *_furniture(marks, guard)])
    known = set(gone)
    beside = [near for element in gone for near in _headings_beside(element, known)]
    return story.outermost({*gone, *beside})


def detach(element: HtmlElement) -> None:
    """Take *element* out of its tree, and leave the text behind it where it was."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail and element.tail.strip():
        # The text would be joined to that of the element before: a cost that grows with
        # the square of their number. An empty element in its place costs nothing.
        element.clear(keep_tail=True)
        element.tag = "span"
    else:
        parent.remove(element)


class _Guard:
    """What must not be taken."""

    def __init__(self, story: Story, heart: HtmlElement | None) -> None:
        self.story = story
        self.heart = heart

    def allows(self, element: HtmlElement) -> bool:
        """Whether *element* can go without the story."""
        if element.tag in _KEPT_TAGS or element not in self.story.begin:
            return False
        if self.story.has_heading(element):
            return False
        return self.heart is None or not self.story.holds(element, self.heart)


def _wrappers(roots: list[HtmlElement], guard: _Guard) -> set[HtmlElement]:
    """The largest elements around *roots* that hold comments and next to nothing else."""
    story = guard.story
    inside: dict[HtmlElement, int] = {}
    chosen: set[HtmlElement] = set()
    front = {root: story.size[root] for root in roots}
    while front:
        above: dict[HtmlElement, int] = {}
        for element, size in front.items():
            parent = element.getparent()
            if parent is not None:
                inside[parent] = inside.get(parent, 0) + size
                above[parent] = inside[parent]
        front = {}
        for parent, size in above.items():
            if not guard.allows(parent):
                continue
            rest = story.size[parent] - size
            marked = "certain" in roles_of(parent)
            if rest <= (_SOME if marked else _LITTLE):
                chosen.add(parent)
                front[parent] = size
    return chosen


def _furniture(marks: Marks, guard: _Guard) -> Iterable[HtmlElement]:
    """Forms, threads and counts that belong to comments, whether or not any were found."""
    story = guard.story
    known = {element for selector in furniture() for element in marks.select(selector)}
    for element in {**elements_of(marks, "certain"), **dict.fromkeys(known)}:
        if not guard.allows(element) or story.size[element] > _SOME:
            continue
        in_story = guard.heart is not None and story.holds(guard.heart, element)
        if (
            element in known
            or not (in_story or element.tag in _LINE_TAGS)
            or (story.size[element] <= 160 and kinds_of(" ".join(lines_of((element,)))))
        ):
            yield element


def _headings_beside(element: HtmlElement, known: set[HtmlElement]) -> list[HtmlElement]:
    """Short neighbours that say "12 Comments" or "Leave a reply"."""
    found = []
    for axis in (HtmlElement.getprevious, HtmlElement.getnext):
        sibling = axis(element)
        for _ in range(_NEAR):
            if sibling is None or sibling in known or not isinstance(sibling.tag, str):
                break
            lines = lines_of((sibling,)) if len(sibling) < 20 else ["", "", "", ""]
            if len(lines) > 3 or not all(kinds_of(line) for line in lines):
                break
            found.append(sibling)
            sibling = axis(sibling)
    return found
