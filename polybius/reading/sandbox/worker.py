"""The process that reads pages for a ``Sandbox``: ``python -m polybius.reading.sandbox.worker``.

It takes pages from its standard input and writes documents to its standard
output. It holds itself to the memory it was given, dies of its own alarm should
its parent be gone, and offers itself first where the machine runs out of memory.
"""

from __future__ import annotations

import gc
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from polybius.errors import NoBody, PageRefused, UnreadablePage
from polybius.nouns import Document, Page, Published
from polybius.reading.sandbox.exchange import LENGTH, Ready, Reply, Request, frame, message_in

# The parent ends a worker at the deadline; this is for a worker whose parent died.
_ALARM_AFTER = 3
# A worker that holds more than this share of its memory between pages is replaced.
_WORN = 0.6


def main(deadline: float, memory: int) -> None:
    """Answer requests on standard input until it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    pages, documents = _private_pipes()
    _volunteer()
    read = _loaded()
    resource.setrlimit(resource.RLIMIT_DATA, (memory, memory))
    documents.write(frame(Ready()))
    while (request := _next(pages)) is not None:
        signal.setitimer(signal.ITIMER_REAL, deadline + _ALARM_AFTER)
        reply = answer(request, read)
        signal.setitimer(signal.ITIMER_REAL, 0)
        reply.worn = reply.worn or _held() > memory * _WORN
        documents.write(frame(reply))


def answer(request: Request, read: Callable[[Page, Published | None], Document]) -> Reply:
    """What to say of the page in *request*: its document, or the reason there is none."""
    try:
        return Reply("document", read(request.page, request.published))
    except UnreadablePage as error:
        return _told(error)
    except MemoryError:
        message = f"{request.page.source} needs more memory than a page is given"
        return Reply("page-refused", message=message, limit="memory", worn=True)
    except RecursionError:
        message = f"{request.page.source} nests its parts too deeply"
        return Reply("page-refused", message=message, limit="depth")
    except Exception as error:  # noqa: BLE001  (a fault of ours or a library's loses one page, not the batch)
        message = f"{request.page.source} could not be read: {type(error).__name__}: {error}"
        return Reply("page-refused", message=message[:500], limit="crash", worn=True)


def _told(error: UnreadablePage) -> Reply:
    if isinstance(error, PageRefused):
        return Reply("page-refused", message=str(error), limit=error.limit)
    return Reply("no-body" if isinstance(error, NoBody) else "unreadable-page", message=str(error))


def _private_pipes() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the parent, out of reach of libraries that print."""
    pages = os.fdopen(os.dup(0), "rb")
    documents = os.fdopen(os.dup(1), "wb", buffering=0)
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 0)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return pages, documents


def _volunteer() -> None:
    """Be the first to go where memory runs out, so that the parent stays (Linux)."""
    try:
        Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    except OSError:
        return


def _loaded() -> Callable[[Page, Published | None], Document]:
    """The reader, once it has read a page: libraries load what they need at first use."""
    from polybius.reading.dispatch import read_page  # noqa: PLC0415  (after the pipes are safe)

    sentence = "<p>The ministry said on Friday that talks would go on next week in the capital.</p>"
    warm = Page(
        f"<html><body><h1>Talks go on</h1>{sentence * 4}</body></html>".encode(),
        "warm-up",
        media_type="text/html",
    )
    answer(Request(warm), read_page)
    gc.collect()
    gc.freeze()  # the libraries stay; the collector need not look at them again
    return read_page


def _next(pages: BinaryIO) -> Request | None:
    head = pages.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    request = message_in(pages.read(LENGTH.unpack(head)[0]))
    return request if isinstance(request, Request) else None


def _held() -> int:
    """Bytes of memory now resident."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0
    return pages * resource.getpagesize()


if __name__ == "__main__":
    main(float(sys.argv[1]), int(sys.argv[2]))
