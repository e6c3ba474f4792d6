"""Where the annotated data of other people lies, beside the project's root."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """A file or folder of ``../shared``; skips the test, saying so, where it is absent."""
    found = SHARED / path
    if not found.exists():
        pytest.skip(f"needs ../shared/{path}, which is not here")
    return found


def gold(path: str) -> list[dict[str, Any]]:
    """The records of a JSON Lines file under ``../shared``."""
    with shared(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
