"""All annotators over one document."""

from __future__ import annotations

from polybius.annotating.places import places
from polybius.annotating.quantities import quantities
from polybius.annotating.quotations import quotations
from polybius.annotating.sentences import sentences
from polybius.annotating.speaking import SpeakersOf
from polybius.annotating.times import times
from polybius.nouns import Annotations, Document, ReadingWarning


def annotate(document: Document) -> tuple[Annotations, tuple[ReadingWarning, ...]]:
    """Sentences, times, places, quantities and quotations, with what is odd about them.

    A time that its text and the publication date cannot place has no value and a
    reason; a speaker's country and sectors are those of the publication date.
    """
    found = sentences(document)
    measured, warnings = quantities(document, found)
    annotations = Annotations(
        sentences=found,
        times=times(document, found),
        places=places(document, found),
        quantities=measured,
        quotations=quotations(document, found, SpeakersOf(document.published.day)),
    )
    return annotations, warnings
