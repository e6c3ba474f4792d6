"""The JSON of a reading, there and back.

One object a document, with the names of ``docs/json.md``: the annotations lie
beside the document, spans are ``[start, end]``, and what the text does not give
is null. ``of_form(form_of(reading)) == reading``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec

from polybius.nouns.annotations import Annotations
from polybius.nouns.reading import Reading

_ANNOTATIONS = ("sentences", "quotations", "times", "places", "quantities")
_ORDER = ("document", *_ANNOTATIONS, "events", "claims", "warnings", "versions")

Form = dict[str, Any]


def form_of(reading: Reading) -> Form:
    """The reading as plain dictionaries, lists, strings, numbers and None."""
    form: Form = msgspec.to_builtins(reading)
    form |= form.pop("annotations")
    for quantity, source in zip(form["quantities"], reading.annotations.quantities, strict=True):
        quantity["approximate"] = source.approximate
    return {name: form[name] for name in _ORDER}


def of_form(form: Form) -> Reading:
    """The reading that *form* was made of.

    Raises:
        msgspec.ValidationError: where a field is missing or of another type.
    """
    rest = {name: value for name, value in form.items() if name not in _ANNOTATIONS}
    annotations = msgspec.convert({name: form[name] for name in _ANNOTATIONS}, Annotations)
    reading = msgspec.convert(rest, Reading)
    return replace(reading, annotations=annotations)


def encode(reading: Reading) -> bytes:
    """One line of JSON, UTF-8, without the line break."""
    return msgspec.json.encode(form_of(reading))


def decode(line: bytes | str) -> Reading:
    """The reading in one line of JSON."""
    return of_form(msgspec.json.decode(line))
