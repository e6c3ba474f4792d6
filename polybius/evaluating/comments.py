r"""How well readers' comments are told from the report, and what is read from them.

Words are what ``\w+`` matches, in lower case. The rules:

- **comment_share**: of the words of all bodies read, those that stand in a run of six
  words that the page's gold comments hold and its gold body does not; of a comment
  shorter than six words, a paragraph that is that comment and nothing else. Lower
  is better.
- **pairing**: a gold comment and one that was read belong together where their words,
  as bags, have an F1 of at least .5; best first, each used once.
- **found**: gold comments whose pair has a word F1 of at least .9. **found_with_author**:
  gold comments that are paired and whose author is the same but for case and white
  space, or is absent in both; over all gold comments. **text**: mean word F1 over all
  gold comments, an unpaired one counting 0. **precision**: comments read that are
  paired.
- **time**: of the gold comments with a time, those paired with one that says the same.
  Times are the same where they are written alike, or where the one read is ISO 8601 and
  its year, month, day and (where both have one) hour and minute are in the gold's words;
  a month that the gold spells in another language than English is not compared.
- **votes**: of the gold comments with votes (one figure, for less against), those paired
  with one of the same figure.
- **body_recall**, **body_precision**: runs of four words of body, summed over the pages.
- **body_taken**: of the runs of four words of the gold bodies, those that are in a
  comment read and not in the body read. It tells what was cut too much; lower is better.

The baseline is ``trafilatura.extract`` with its comments off, which gives a body alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from polybius.errors import UnreadablePage
from polybius.evaluating.pages import page_of
from polybius.evaluating.scores import Score, one_to_one
from polybius.evaluating.task import Advance, Outcome, Record, Task
from polybius.nouns import Comment, Page
from polybius.reading import read_page
from polybius.reading.credits.words import months

_WORD = re.compile(r"\w+")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d))?")
_CLOCK = re.compile(r"\d[:.]\d\d")
_COMMENT_RUN = 6
_BODY_RUN = 4
_PAIRED = 0.5
_FOUND = 0.9

GoldComment = Mapping[str, Any]
Run = tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """Counts over pages, of which the measures are made."""

    body_words: int = 0
    comment_words: int = 0
    body: Score = field(default_factory=Score)
    taken: int = 0
    runs: int = 0
    gold: int = 0
    read: int = 0
    paired: int = 0
    found: int = 0
    with_author: int = 0
    text: float = 0.0
    timed: int = 0
    same_time: int = 0
    voted: int = 0
    same_votes: int = 0

    def body_measures(self) -> dict[str, float]:
        """What can be said of a body alone."""
        return {
            "comment_share": self.comment_words / (self.body_words or 1),
            "body_recall": self.body.recall,
            "body_precision": self.body.precision,
        }

    def measures(self) -> dict[str, float]:
        """All measures; 1 where there was nothing to find."""
        gold = self.gold or 1
        return self.body_measures() | {
            "body_taken": self.taken / (self.runs or 1),
            "found": self.found / gold if self.gold else 1.0,
            "found_with_author": self.with_author / gold if self.gold else 1.0,
            "text": self.text / gold if self.gold else 1.0,
            "precision": self.paired / self.read if self.read else 1.0,
            "time": self.same_time / self.timed if self.timed else 1.0,
            "votes": self.same_votes / self.voted if self.voted else 1.0,
            "gold": float(self.gold),
            "read": float(self.read),
        }


def words_of(text: str) -> list[str]:
    """The words of *text*, in lower case."""
    return _WORD.findall(text.lower())


def runs_of(text: str, length: int) -> set[Run]:
    """The runs of *length* words in *text*."""
    words = words_of(text)
    return {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}


def likeness(gold: str, read: str) -> float:
    """F1 of the words of two texts, as bags."""
    wanted, found = Counter(words_of(gold)), Counter(words_of(read))
    both = wanted.total() + found.total()
    return 2 * (wanted & found).total() / both if both else 0.0


def same_author(gold: str | None, read: str | None) -> bool:
    """Whether two names are the same but for case and white space."""
    return " ".join((gold or "").split()).lower() == " ".join((read or "").split()).lower()


def same_time(gold: str, read: str | None) -> bool:  # noqa: PLR0911  (one return a rule)
    """Whether the time *read* is the one that *gold* shows (see the rules above)."""
    if read is None:
        return False
    if " ".join(gold.split()).lower() == " ".join(read.split()).lower():
        return True
    moment = _ISO.match(read)
    if moment is None:
        return False
    shown = words_of(gold.replace("am", " am").replace("pm", " pm"))
    figures = [int(word) for word in shown if word.isdecimal()]
    named = [months()[word] for word in shown if word in months()]
    year, month, day = (int(part) for part in moment.groups()[:3])
    spelt = any(word.isalpha() and len(word) > 2 for word in shown) and not named
    if day not in figures or not {year, year % 100} & set(figures):
        return False
    if named and month not in named:
        return False
    if not named and not spelt and month not in figures:
        return False
    if moment[4] is None or not _CLOCK.search(gold):
        return True
    hour, minute = int(moment[4]), int(moment[5])
    return bool({hour, hour % 12 or 12} & set(figures)) and minute in figures


def same_votes(gold: int, comment: Comment) -> bool:
    """Whether the votes for less the votes against are *gold*."""
    if comment.votes_up is None and comment.votes_down is None:
        return False
    return gold == (comment.votes_up or 0) - (comment.votes_down or 0)


def count_body(tally: Tally, record: Record, body: str) -> None:
    """Add to *tally* what *body*, read from the page of *record*, holds."""
    gold = _text(record["body"])
    words = words_of(body)
    tally.body_words += len(words)
    tally.comment_words += _words_of_comments(body, words, gold, record["comments"])
    wanted, found = runs_of(gold, _BODY_RUN), runs_of(body, _BODY_RUN)
    tally.body += Score(len(wanted & found), len(found - wanted), len(wanted - found))


def _words_of_comments(
    body: str, words: list[str], gold: str, comments: Sequence[GoldComment]
) -> int:
    told = set().union(*(runs_of(c["text"], _COMMENT_RUN) for c in comments))
    told -= runs_of(gold, _COMMENT_RUN)
    marked: set[int] = set()
    for at in range(len(words) - _COMMENT_RUN + 1):
        if tuple(words[at : at + _COMMENT_RUN]) in told:
            marked.update(range(at, at + _COMMENT_RUN))
    short = {tuple(words_of(c["text"])) for c in comments} - {()}
    paragraphs = [tuple(words_of(paragraph)) for paragraph in body.split("\n")]
    alone = sum(len(p) for p in paragraphs if len(p) < _COMMENT_RUN and p in short)
    return len(marked) + alone


def count_comments(tally: Tally, record: Record, comments: Sequence[Comment], body: str) -> None:
    """Add to *tally* the *comments* and the *body* read from the page of *record*."""
    gold: Sequence[GoldComment] = record["comments"]
    wanted = runs_of(_text(record["body"]), _BODY_RUN)
    said = set().union(*(runs_of(comment.text, _BODY_RUN) for comment in comments))
    written = set().union(*(runs_of(comment["text"], _BODY_RUN) for comment in gold))
    tally.runs += len(wanted)
    tally.taken += len((wanted & said) - runs_of(body, _BODY_RUN) - written)
    tally.gold += len(gold)
    tally.read += len(comments)
    tally.timed += sum(bool(comment.get("time")) for comment in gold)
    tally.voted += sum(comment.get("votes") is not None for comment in gold)
    pairs = one_to_one(gold, comments, _paired)
    tally.paired += len(pairs)
    for wanted_at, read_at in pairs:
        _count_pair(tally, gold[wanted_at], comments[read_at])


def _paired(gold: GoldComment, comment: Comment) -> float:
    alike = likeness(gold["text"], comment.text)
    # Readers write the same short words; a name tells them apart.
    return alike + 0.01 * same_author(gold.get("author"), comment.author) if alike >= _PAIRED else 0


def _count_pair(tally: Tally, gold: GoldComment, comment: Comment) -> None:
    alike = likeness(gold["text"], comment.text)
    tally.text += alike
    tally.found += alike >= _FOUND
    tally.with_author += same_author(gold.get("author"), comment.author)
    if gold.get("time"):
        tally.same_time += same_time(gold["time"], comment.posted)
    if gold.get("votes") is not None:
        tally.same_votes += same_votes(gold["votes"], comment)


def _text(body: str | Sequence[str]) -> str:
    return body if isinstance(body, str) else "\n".join(body)


def _ours(page: Page) -> tuple[list[str], tuple[Comment, ...]]:
    try:
        document = read_page(page)
    except UnreadablePage:
        return [], ()
    return [span.of(document.text) for span in document.paragraphs], document.comments


def _trafilatura(page: Page) -> str:
    import trafilatura  # noqa: PLC0415  (only where a comparison is asked for)

    return trafilatura.extract(page.body, url=page.url, include_comments=False) or ""


def _shape(comment: Comment) -> dict[str, Any]:
    shown = comment.votes_up is not None or comment.votes_down is not None
    return {
        "author": comment.author,
        "time": comment.posted,
        "votes": (comment.votes_up or 0) - (comment.votes_down or 0) if shown else None,
        "text": comment.text,
    }


def _run(records: Sequence[Record], folder: Path, advance: Advance) -> Outcome:
    ours, theirs = Tally(), Tally()
    predictions: list[Record] = []
    for record in records:
        page = page_of(record, folder)
        paragraphs, comments = _ours(page)
        body = "\n".join(paragraphs)
        count_body(ours, record, body)
        count_comments(ours, record, comments, body)
        count_body(theirs, record, _trafilatura(page))
        predictions.append(
            {**record, "body": paragraphs, "comments": [_shape(comment) for comment in comments]}
        )
        advance()
    return Outcome(
        measures=ours.measures() | {"records": float(len(records))},
        predictions=predictions,
        baseline=theirs.body_measures(),
        notes=("baseline: trafilatura.extract with include_comments=False",),
    )


class _Comment(msgspec.Struct):
    text: str
    author: str | None = None
    time: str | None = None
    votes: int | None = None


class _Record(msgspec.Struct):
    file: str
    body: str | list[str]
    comments: list[_Comment]
    url: str | None = None


TASK = Task(
    name="comments",
    summary="readers' comments told from the report, with author, time and votes",
    gold=(
        'one record a page: "file" (HTML, may be .gz, beside the gold file), "body" (paragraphs),'
        ' "comments": [{"author", "time", "votes", "text"}], null where the page shows none'
    ),
    run=_run,
    form=_Record,
)
