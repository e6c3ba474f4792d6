"""Wait until a page answers: ``wait_for.py URL``; exit 1 after half a minute."""

from __future__ import annotations

import http.client
import sys
import time
import urllib.error
import urllib.request

PATIENCE_SECONDS = 30


def main() -> int:
    """Ask again and again, until the page answers."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(sys.argv[1], timeout=5) as answer:  # noqa: S310 (ours)
                return 0 if answer.status == http.client.OK else 1
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.2)
    return 1


if __name__ == "__main__":
    sys.exit(main())
