"""Reading: from a page as fetched to a document.

``read_page`` takes one page apart, in this process; ``Sandbox`` does the same in
a worker process with a deadline and a memory cap, as pages of strangers deserve;
``pages_of`` finds the pages in files, folders, archives, feeds and addresses.

Nothing is imported until it is used, so that importing the package is cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from polybius.reading.dispatch import read_page
    from polybius.reading.sandbox import Sandbox
    from polybius.reading.sources import pages_of

__all__ = ["Sandbox", "pages_of", "read_page"]

_HOMES = {"Sandbox": "sandbox", "pages_of": "sources", "read_page": "dispatch"}


def __getattr__(name: str) -> Any:
    """Load what *name* needs at its first use."""
    if name in _HOMES:
        return getattr(import_module(f"polybius.reading.{_HOMES[name]}"), name)
    message = f"module 'polybius.reading' has no attribute {name!r}"
    raise AttributeError(message)
