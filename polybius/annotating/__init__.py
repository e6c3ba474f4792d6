"""What a document's words are about: from Document to Annotations.

``annotate`` runs the annotators in order; each is a function of its own that
can be used alone. Nothing is loaded until it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polybius.annotating.together import annotate

__all__ = ["annotate"]


def __getattr__(name: str) -> Any:
    """Load the annotators at their first use: a stage that needs one loads no other."""
    if name == "annotate":
        from polybius.annotating.together import annotate  # noqa: PLC0415 (see above)

        return annotate
    message = f"module 'polybius.annotating' has no attribute {name!r}"
    raise AttributeError(message)
