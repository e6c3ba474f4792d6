"""A worker that is lost costs one document (H20 of the table of hostile input)."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from polybius.errors import NoBody, PageRefused, UnreadablePage
from polybius.nouns import Page, Published
from polybius.reading import Sandbox, read_page
from polybius.reading.sandbox.exchange import Reply, Request, frame, message_in
from polybius.reading.sandbox.worker import answer
from tests.reading.fixtures import REPORT, article, page

# Small enough for the worker to start, too small for a page of a few megabytes.
TIGHT = 140 * 1024 * 1024


def test_it_reads_as_read_page_does() -> None:
    with Sandbox() as sandbox:
        for name in ("broadsheet", "weblog", "german"):
            assert sandbox.read_page(page(name)) == read_page(page(name))
        given = Published("2019-08-02", "given")
        assert sandbox.read_page(page("weblog"), given).published == given


def test_the_worker_stays_warm() -> None:
    with Sandbox() as sandbox:
        sandbox.read_page(article(*REPORT))
        first = sandbox.pid
        sandbox.read_page(page("broadsheet"))
        assert sandbox.pid == first


def test_typed_errors_come_through() -> None:
    with Sandbox() as sandbox:
        with pytest.raises(NoBody, match=r"menu\.html"):
            sandbox.read_page(Page(b"<html><nav>x</nav></html>", "menu.html"))
        with pytest.raises(UnreadablePage, match="PDF"):
            sandbox.read_page(Page(b"%PDF-1.7", "report.pdf"))
        with pytest.raises(PageRefused) as refused:
            sandbox.read_page(Page(b"x" * 10_000_001, "long.html"))
        assert refused.value.limit == "bytes"


def test_a_page_over_the_deadline_costs_itself_alone() -> None:
    slow = Page(b"<html><body>" + b"<p>x" * 120_000, "slow.html", media_type="text/html")
    with Sandbox(deadline=1.5) as sandbox:
        sandbox.read_page(article(*REPORT))
        start = time.monotonic()
        with pytest.raises(
            PageRefused, match=r"slow\.html was not read within 1\.5 seconds"
        ) as refused:
            sandbox.read_page(slow)
        assert refused.value.limit == "deadline"
        assert time.monotonic() - start < 3
        assert sandbox.read_page(article(*REPORT)).paragraphs


def test_a_page_over_the_memory_costs_itself_alone() -> None:
    large = Page(
        b"<html><body>" + b"<p>word <b>word</b></p>" * 90_000, "large.html", media_type="text/html"
    )
    with Sandbox(memory=TIGHT, deadline=20) as sandbox:
        with pytest.raises(PageRefused) as refused:
            sandbox.read_page(large)
        assert refused.value.limit == "memory"
        assert sandbox.read_page(article(*REPORT)).paragraphs


def test_a_worker_killed_between_and_during_pages() -> None:
    with Sandbox() as sandbox:
        sandbox.read_page(article(*REPORT))
        assert sandbox.pid is not None
        os.kill(sandbox.pid, signal.SIGKILL)
        with pytest.raises(PageRefused) as refused:
            sandbox.read_page(article(*REPORT))
        assert refused.value.limit == "crash"
        sandbox.read_page(article(*REPORT))
        killer = threading.Timer(0.3, os.kill, (sandbox.pid, signal.SIGKILL))
        killer.start()
        with pytest.raises(PageRefused):
            sandbox.read_page(
                Page(b"<html><body>" + b"<p>x" * 120_000, "slow.html", media_type="text/html")
            )
        killer.join()
        assert sandbox.read_page(article(*REPORT)).paragraphs


def test_no_worker_is_left_behind() -> None:
    with Sandbox() as sandbox:
        sandbox.read_page(article(*REPORT))
        pid = sandbox.pid
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert sandbox.pid is None


def test_threads_take_turns() -> None:
    names = ["broadsheet", "weblog", "german"] * 4
    with Sandbox() as sandbox, ThreadPoolExecutor(4) as threads:
        documents = list(threads.map(lambda name: sandbox.read_page(page(name)), names))
    assert documents == [read_page(page(name)) for name in names]


def test_a_script_without_a_guard_can_use_it(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        textwrap.dedent(
            f"""
            from polybius.nouns import Page
            from polybius.reading import Sandbox
            sandbox = Sandbox()
            page = Page({article(*REPORT).body!r}, "a", media_type="text/html")
            print(len(sandbox.read_page(page).paragraphs))
            sandbox.close()
            """
        )
    )
    (tmp_path / "lxml.py").write_text("raise SystemExit('a file of the folder posed as a library')")
    done = subprocess.run(
        [sys.executable, "-P", script], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.strip() == "4"


def test_importing_the_package_loads_no_library() -> None:
    code = (
        "import sys, polybius.reading; print('trafilatura' in sys.modules, 'lxml' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


@pytest.mark.parametrize(
    ("error", "outcome", "limit", "worn"),
    [
        (PageRefused("x", limit="nodes"), "page-refused", "nodes", False),
        (NoBody("x"), "no-body", "", False),
        (UnreadablePage("x"), "unreadable-page", "", False),
        (MemoryError(), "page-refused", "memory", True),
        (RecursionError(), "page-refused", "depth", False),
        (ZeroDivisionError("x"), "page-refused", "crash", True),
    ],
)
def test_what_a_worker_says_of_an_error(
    error: Exception, outcome: str, limit: str, worn: bool
) -> None:
    def fail(page: Page, published: Published | None) -> None:
        raise error

    reply = answer(Request(article(*REPORT)), fail)  # type: ignore[arg-type]  # it never returns
    assert (reply.outcome, reply.limit, reply.worn) == (outcome, limit, worn)


def test_messages_come_back_from_their_frames() -> None:
    document = read_page(page("broadsheet"))
    for message in (
        Request(page("weblog"), Published(None, "none", "x")),
        Reply("document", document),
    ):
        assert message_in(frame(message)[4:]) == message
