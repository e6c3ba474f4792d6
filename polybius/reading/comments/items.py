"""Which elements of a page hold one reader's comment each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from polybius.reading.comments.fields import Found, read_item
from polybius.reading.comments.inside import Item
from polybius.reading.comments.lexicon import UNKNOWN, System, elements_of, roles_in, systems
from polybius.reading.comments.markup import (
    UNSEEN,
    Marks,
    classes_of,
)
from polybius.reading.comments.story import Story

_NUMBER = re.compile(r"\d+")
_LEAST_ITEM = 20
"""Characters of the shortest item of an unknown make: a name, a time and a word."""
MOST_READ = 5_000
"""Comments that are read from one page; further ones are taken out of it unread."""
_ITEM_TAGS = frozenset({"li", "div", "article", "section", "tr", "dd", "table", "blockquote"})
_MOST_GROUPS = 60
_SAMPLE = 6


@dataclass(slots=True)
class Taken:
    """The items found on a page, each with what was read from it, in document order.

    ``unread`` are elements of further items, beyond the number that is read.
    """

    items: list[tuple[Item, Found]] = field(default_factory=list)
    unread: list[HtmlElement] = field(default_factory=list)

    @property
    def roots(self) -> list[HtmlElement]:
        """All elements that hold a comment."""
        return [*self.unread, *(root for item, _ in self.items for root in item.roots)]


def find_items(marks: Marks, story: Story) -> Taken:
    """The comments of a page whose marks say what they are."""
    elsewhere = _elsewhere(marks, story)
    taken: Read = []
    claimed: list[HtmlElement] = []
    unread: list[HtmlElement] = []
    for system in systems():
        candidates = _free(_candidates(system, marks, story), claimed, story)
        candidates = [c for c in candidates if not story.stands_in(c[0], elsewhere)]
        found = _read(candidates, system)
        if found and _is_no_story(found, story):
            taken.extend(found)
            unread.extend(root for roots in candidates[MOST_READ:] for root in roots)
            claimed = [*unread, *(root for item, _ in taken for root in item.roots)]
    if not taken:
        named = _by_name(marks, story, elsewhere)
        listed = _by_container(marks, story, elsewhere) if len(named) < 2 else []
        taken = listed if len(listed) > len(named) else named
    taken.sort(key=lambda pair: story.begin[pair[0].roots[0]])
    return Taken(taken, unread)


Roots = tuple[HtmlElement, ...]
Read = list[tuple[Item, Found]]


def _candidates(system: System, marks: Marks, story: Story) -> list[Roots]:
    """What could be an item of *system*, each as the elements that hold it."""
    if system.start:
        return _runs(system, marks, story)
    found: dict[HtmlElement, None] = {}
    for selector in system.item:
        found.update(dict.fromkeys(marks.select(selector)))
    ordered = [e for e in found if e.tag not in UNSEEN and e in story.begin]
    ordered.sort(key=story.begin.__getitem__)
    if system.needs:
        needed = sorted(
            story.begin[e] for s in system.needs for e in marks.select(s) if e in story.begin
        )
        ordered = [e for e in ordered if _any_between(needed, story.begin[e], story.end[e])]
    return [(element,) for element in _unwrapped(ordered, story)]


def _any_between(numbers: list[int], start: int, end: int) -> bool:
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < start:
            low = middle + 1
        else:
            high = middle
    return low < len(numbers) and numbers[low] < end


def _unwrapped(ordered: list[HtmlElement], story: Story) -> list[HtmlElement]:
    """One element a comment: what has the number of the one around it says the same twice."""
    kept: list[HtmlElement] = []
    around: list[HtmlElement] = []
    for element in ordered:
        while around and story.begin[element] >= story.end[around[-1]]:
            around.pop()
        number = _number_of(element)
        if around and number and number == _number_of(around[-1]):
            continue
        around.append(element)
        kept.append(element)
    return kept


def _number_of(element: HtmlElement) -> str:
    numbers = _NUMBER.findall(element.get("id") or "")
    return numbers[0] if numbers else ""


def _runs(system: System, marks: Marks, story: Story) -> list[Roots]:
    """Comments that nothing wraps: a beginning and the siblings that belong to it."""
    runs: list[Roots] = []
    for selector in system.start:
        for start in marks.select(selector):
            if start not in story.begin or _has_around(start, system):
                continue
            run = [start]
            sibling = start.getnext()
            while sibling is not None and not selector.matches(sibling):
                if any(member.matches(sibling) for member in system.members):
                    run.append(sibling)
                elif story.size.get(sibling, 0) > 0:
                    break
                sibling = sibling.getnext()
            if len(run) > 1:
                runs.append(tuple(run))
    return runs


def _has_around(element: HtmlElement, system: System) -> bool:
    parent = element.getparent()
    return parent is not None and any(selector.matches(parent) for selector in system.outside)


def _elsewhere(marks: Marks, story: Story) -> list[HtmlElement]:
    """Boxes of the whole site's latest or most popular comments."""
    certain = elements_of(marks, "certain")
    boxes = [
        element
        for element in elements_of(marks, "elsewhere_lists")
        if element.tag not in {"body", "html"}
        and element in story.begin
        and (element in certain or "recentcomments" in classes_of(element))
    ]
    return story.outermost(boxes)


def _free(candidates: list[Roots], claimed: list[HtmlElement], story: Story) -> list[Roots]:
    """Those candidates that neither hold nor stand in what is claimed already."""
    if not claimed:
        return candidates
    outer = story.outermost(claimed)
    numbers = sorted(story.begin[element] for element in claimed)
    free = []
    for roots in candidates:
        inside = story.stands_in(roots[0], outer)
        around = any(_any_between(numbers, story.begin[r], story.end[r]) for r in roots)
        if not inside and not around:
            free.append(roots)
    return free


def _read(candidates: list[Roots], system: System) -> Read:
    """Read each candidate; keep those that hold text of their own.

    A candidate that only holds others keeps none. What has neither name nor time is
    kept where most of its kind are comments of the same make.
    """
    others = {root for roots in candidates for root in roots}
    found: Read = []
    for roots in candidates[:MOST_READ]:
        item = Item(roots, system, others)
        if read := read_item(item):
            found.append((item, read))
    known = [pair for pair in found if pair[1].comment.author or pair[1].comment.posted]
    if 2 * sum(read.linked for _, read in found) > len(found):
        return []
    nameless = system is not UNKNOWN and not known and len(found) > 1
    return found if nameless or 2 * len(known) > len(found) else known


def _is_no_story(found: Read, story: Story) -> bool:
    """Whether a story is left on the page outside of what was found, and before it."""
    roots = [root for item, _ in found for root in item.roots]
    if any(story.has_heading(root) for root in roots):
        return False
    told = [read for _, read in found if read.comment.author or read.comment.posted]
    if len(found) > 1 and told and found[0][0].system is not UNKNOWN:
        return True
    heart = story.heart(roots)
    if heart is None or (not told and story.begin[heart] > story.begin[roots[0]]):
        return False
    if len(found) > 1:
        return True
    # A lone box in the story that lacks a name or a time is the story's own.
    comment = found[0][1].comment
    whole = comment.author is not None and comment.posted is not None
    return heart is story.heart(()) and (whole or not story.holds(heart, roots[0]))


def _by_name(marks: Marks, story: Story, elsewhere: list[HtmlElement]) -> Read:
    """The comments of an unknown system, by the words in its class names and ids."""
    best: Read = []
    for name, elements in _groups(marks, story):
        alike = [element for element in elements if not story.stands_in(element, elsewhere)]
        found = _sampled(alike)
        if not any(read.comment.author or read.comment.posted for _, read in found):
            found = _sampled(_around(alike))
        if not _is_sure(name, found) or not _is_no_story(found, story):
            continue
        if len(found) > len(best) or (len(found) == len(best) and _is_inner(found, best, story)):
            best = found
    return best


def _sampled(alike: list[HtmlElement]) -> Read:
    """Read *alike*, where the first few of them turn out to be comments."""
    sample = _read([(element,) for element in alike[:_SAMPLE]], UNKNOWN)
    if 2 * len(sample) <= len(alike[:_SAMPLE]):
        return []
    return _read([(element,) for element in alike], UNKNOWN)


def _around(alike: list[HtmlElement]) -> list[HtmlElement]:
    """What is around each of *alike*, where that holds one of them: only texts have names."""
    parents = [parent for element in alike if (parent := element.getparent()) is not None]
    return parents if len(set(parents)) == len(alike) > 1 else []


def _by_container(marks: Marks, story: Story, elsewhere: list[HtmlElement]) -> Read:
    """The comments in a section that is named so, whose items have no names of their own."""
    for section in list(elements_of(marks, "certain"))[:_MOST_GROUPS]:
        if section.tag in {"html", "body"} or section not in story.begin:
            continue
        if (
            story.size[section] < 2 * _LEAST_ITEM
            or story.has_heading(section)
            or story.stands_in(section, elsewhere)
        ):
            continue
        for holder in _holders(section):
            for alike in _alike(holder):
                found = _read([(element,) for element in alike], UNKNOWN)
                whole = [f for _, f in found if f.comment.author and f.comment.posted]
                if 2 * len(whole) > len(alike) and _is_no_story(found, story):
                    return found
    return []


def _holders(section: HtmlElement) -> list[HtmlElement]:
    """*section*, its children, and theirs: one of them may hold the items."""
    near = [section]
    for level in ([section], list(section)[:_SAMPLE]):
        near.extend(child for element in level for child in list(element)[:_SAMPLE])
    return [element for element in near if len(element) > 1]


def _alike(holder: HtmlElement) -> list[list[HtmlElement]]:
    """The children of *holder* by their tag, where there are several of a kind."""
    kinds: dict[str, list[HtmlElement]] = {}
    for child in holder:
        if isinstance(child.tag, str) and child.tag in _ITEM_TAGS:
            kinds.setdefault(child.tag, []).append(child)
    return [elements for elements in kinds.values() if len(elements) > 1]


def _groups(marks: Marks, story: Story) -> Iterator[tuple[str, list[HtmlElement]]]:
    """Elements that share a class or a form of id that names comments."""
    number = 0
    for table in (marks.classes, marks.ids):
        for name, elements in table.items():
            roles = roles_in(name)
            if "comment" not in roles or "elsewhere" in roles:
                continue
            seen = [e for e in elements if e in story.begin and e.tag not in UNSEEN]
            if number < _MOST_GROUPS and any(story.size[e] >= _LEAST_ITEM for e in seen):
                number += 1
                yield name, seen


def _is_sure(name: str, found: Read) -> bool:
    """Whether what was found under *name* has the look of readers' comments."""
    whole = [read for _, read in found if read.comment.author and read.comment.posted]
    if "certain" in roles_in(name):
        return bool(whole) or len(found) > 1
    return len(whole) > 1 and 2 * len(whole) > len(found)


def _is_inner(found: Read, best: Read, story: Story) -> bool:
    """Of two names for as many items, the outer one, but for a lone item and its container."""
    inner = story.holds(best[0][0].roots[0], found[0][0].roots[0])
    return inner if len(found) == 1 else not inner
