"""Telling report from comment: what readers wrote under a report, apart from it.

``take_comments`` finds the comments of a page in its tree and takes them out;
``cut_comments`` looks once more, at the paragraphs that an extractor gave, and
knows nothing of the tree. ``systems.toml`` says what marks each comment system
leaves, ``wording.toml`` what pages print around comments, in many languages.
"""

from __future__ import annotations

from polybius.reading.comments.paragraphs import cut_comments
from polybius.reading.comments.tree import take_comments

__all__ = ["cut_comments", "take_comments"]
