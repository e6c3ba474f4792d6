"""Reading pages of strangers in a process that may be lost.

The extractor has no deadline of its own, and a page of 200 kB can hold it for
minutes. A worker process is kept warm and given one page at a time; where it
takes too long, takes too much memory or dies, it is ended, the page is refused
by name of the limit, and the next page gets a new worker.
"""

from __future__ import annotations

import os
import selectors
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

import polybius
from polybius.errors import NoBody, PageRefused, UnreadablePage
from polybius.nouns import Document, Page, Published
from polybius.reading.limits import LIMITS, check_size
from polybius.reading.sandbox.exchange import (
    LENGTH,
    LONGEST_FRAME,
    Ready,
    Reply,
    Request,
    frame,
    message_in,
)

_START_WITHIN = 60.0
_CHUNK = 1 << 18
# A worker that dies holding this share of its memory died of it.
_MEMORY_DEATH = 0.8


class Sandbox:
    """A worker process that reads pages, one at a time, under a deadline and a memory cap.

    Use it as a context manager, or close it. It may be shared between threads:
    they take turns. It starts its worker with the first page.
    """

    def __init__(self, *, deadline: float = 4.8, memory: int = 512 * 1024 * 1024) -> None:
        """Give each page *deadline* seconds, and the worker *memory* bytes.

        The defaults keep the promise of five seconds and 512 MB a page, refusals
        included.
        """
        self._deadline = deadline
        self._memory = memory
        self._worker: _Worker | None = None
        self._turn = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the worker; a page read later starts another."""
        with self._turn:
            self._drop()

    @property
    def pid(self) -> int | None:
        """Process id of the worker, for those who watch it; None where none runs."""
        return self._worker.pid if self._worker else None

    def read_page(self, page: Page, published: Published | None = None) -> Document:
        """The document that *page* holds, as ``polybius.reading.read_page`` gives it.

        Raises:
            PageRefused: with limit "deadline", "memory" or "crash" where the worker
                was lost over this page; else as the limits say.
            NoBody: where no report is found in it.
            UnreadablePage: where it is no page of text.
        """
        check_size(len(page.body), LIMITS.raw_bytes, f"{page.source} as fetched")
        with self._turn:
            reply = self._reply(page, Request(page, published))
        return _document(reply, page)

    def _reply(self, page: Page, request: Request) -> Reply:
        if self._worker is None:
            self._worker = _Worker(self._deadline, self._memory)
        try:
            reply = self._worker.ask(request, self._deadline)
        except TimeoutError:
            self._drop()
            message = f"{page.source} was not read within {self._deadline:g} seconds"
            raise PageRefused(message, limit="deadline") from None
        except (EOFError, OSError, msgspec.MsgspecError) as error:
            raise self._loss(page) from error
        except BaseException:  # an interrupt leaves half a reply in the pipe
            self._drop()
            raise
        if reply.worn:
            self._drop()
        return reply

    def _loss(self, page: Page) -> PageRefused:
        """Why the worker died over *page*."""
        peak = self._drop()
        if peak > self._memory * _MEMORY_DEATH:
            given = f"{self._memory >> 20} MiB"
            message = f"{page.source} needs more memory than the {given} that a page is given"
            return PageRefused(message, limit="memory")
        message = f"the worker process died while it read {page.source}"
        return PageRefused(message, limit="crash")

    def _drop(self) -> int:
        worker, self._worker = self._worker, None
        return worker.end() if worker else 0


def _document(reply: Reply, page: Page) -> Document:
    if reply.outcome == "document" and reply.document is not None:
        return reply.document
    if reply.outcome == "page-refused":
        raise PageRefused(reply.message, limit=reply.limit)
    if reply.outcome == "no-body":
        raise NoBody(reply.message)
    raise UnreadablePage(reply.message or f"{page.source} could not be read")


class _Worker:
    """One worker process and the pipes to it."""

    def __init__(self, deadline: float, memory: int) -> None:
        package = str(Path(polybius.__file__).resolve().parents[1])
        paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH"))))
        # -P keeps files of the working directory from posing as libraries; a fixed
        # hash seed gives sets of strings, in libraries too, one order on every run.
        self._process = subprocess.Popen(  # noqa: S603  (our own interpreter and module)
            [
                sys.executable,
                "-P",
                "-m",
                "polybius.reading.sandbox.worker",
                str(deadline),
                str(memory),
            ],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": "0"},
        )
        if (
            self._process.stdin is None or self._process.stdout is None
        ):  # pragma: no cover  (asked for above)
            message = "the worker process has no pipes"
            raise OSError(message)
        self._pages, self._documents = self._process.stdin.fileno(), self._process.stdout.fileno()
        os.set_blocking(self._pages, False)
        os.set_blocking(self._documents, False)
        try:
            ready = self._receive(time.monotonic() + _START_WITHIN)
        except (EOFError, TimeoutError) as error:
            self.end()
            message = "the worker process did not start"
            raise RuntimeError(message) from error
        assert isinstance(ready, Ready)  # noqa: S101  (the first frame of our own module)

    @property
    def pid(self) -> int:
        return self._process.pid

    def ask(self, request: Request, deadline: float) -> Reply:
        """Send *request* and wait for its reply, both within *deadline* seconds."""
        until = time.monotonic() + deadline
        self._send(frame(request), until)
        reply = self._receive(until)
        if not isinstance(reply, Reply):
            raise EOFError  # noqa: TRY004  (to the caller, a worker that talks nonsense is lost)
        return reply

    def end(self) -> int:
        """End the process, and tell the most memory in bytes that it held."""
        process = self._process
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        process.kill()
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except ChildProcessError:
            process.poll()
            return 0
        process.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def _send(self, data: bytes, until: float) -> None:
        waiting = memoryview(data)
        while waiting:
            _wait(self._pages, selectors.EVENT_WRITE, until)
            waiting = waiting[os.write(self._pages, waiting[:_CHUNK]) :]

    def _receive(self, until: float) -> Ready | Request | Reply:
        (length,) = LENGTH.unpack(self._exactly(LENGTH.size, until))
        if length > LONGEST_FRAME:
            raise EOFError
        return message_in(self._exactly(length, until))

    def _exactly(self, length: int, until: float) -> bytes:
        received = bytearray()
        while len(received) < length:
            _wait(self._documents, selectors.EVENT_READ, until)
            chunk = os.read(self._documents, min(_CHUNK, length - len(received)))
            if not chunk:
                raise EOFError
            received += chunk
        return bytes(received)


def _wait(pipe: int, event: int, until: float) -> None:
    """Until *pipe* is ready for *event*.

    Raises:
        TimeoutError: at the moment *until* of the monotonic clock.
    """
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, event)
        if not selector.select(max(0.0, until - time.monotonic())):
            raise TimeoutError
