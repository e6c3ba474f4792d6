"""Who acts, and who speaks."""

from __future__ import annotations

from dataclasses import dataclass

from polybius.nouns.span import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """A country and a role (sector), with a name where there is one.

    ``country`` is an ISO 3166 alpha-3 code, or one of the codes that PLOVER
    adds for bodies of states (``IGO``, ``EUR``, ``UNO`` …); None where the text
    does not tell, with ``reason``. ``sectors`` are PLOVER sector codes, the
    most specific first. ``role`` is the office or body in words ("Joint Chiefs
    of Staff"). ``span`` is where the document names the actor; None for an
    actor the document implies, such as the outlet itself.
    """

    name: str | None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    span: Span | None = None
    reason: str | None = None
