"""Credits as a grammar: who reported, wrote, edited and photographed, from where, for whom.

A text is cut into tokens; small recursive-descent parsers read sign-offs
(``signoff``), bylines, photo credits and source lines (``bylines``), datelines
(``datelines``) and what agencies print behind a report (``tails``). Each takes what it
knows and leaves the rest: a line that is not wholly credits stays body.
"""

from __future__ import annotations

from polybius.reading.credits.taking import Credited, take_credits

__all__ = ["Credited", "take_credits"]
