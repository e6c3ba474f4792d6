"""The nouns of Polybius: what a page becomes on its way into the record.

Plain immutable values, with no behaviour beyond what follows from their own
fields. Every stage of the pipeline takes and gives these; none of them knows
a stage. ``docs/architecture.md`` draws the way of a page through them.
"""

from polybius.nouns.actor import Actor
from polybius.nouns.annotations import Annotations, Equivalent, Place, Quantity, Quotation, Timex
from polybius.nouns.claim import Claim
from polybius.nouns.document import Comment, Credit, Document, Link, Page, Published
from polybius.nouns.event import DateInterval, EventMention
from polybius.nouns.reading import Reading, ReadingWarning
from polybius.nouns.span import Span

__all__ = [
    "Actor",
    "Annotations",
    "Claim",
    "Comment",
    "Credit",
    "DateInterval",
    "Document",
    "Equivalent",
    "EventMention",
    "Link",
    "Page",
    "Place",
    "Published",
    "Quantity",
    "Quotation",
    "Reading",
    "ReadingWarning",
    "Span",
    "Timex",
]
