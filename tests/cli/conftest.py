"""Running the command as a person would, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

PAGE = """<!doctype html><html lang="en"><head><title>Two missiles fly – The Example</title>
<meta property="og:title" content="Two missiles fly">
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2019-08-02T06:00:00+09:00">
<link rel="canonical" href="https://news.example/two-missiles"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Two missiles fly</h1>
<p>North Korea fired two short-range ballistic missiles into the sea on Friday, South Korea's
military said, in the third such launch in eight days.</p>
<p>The missiles flew about 220 km (135 miles) and reached an altitude of 25 km, the Joint Chiefs of
Staff said in a statement to reporters.</p>
<p>Envoys of the two countries are to meet next week in Bangkok to talk about the launches and about
exercises that are planned for later this month, officials said.</p></article>
<footer>About us · Contact · Terms of use</footer></body></html>"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``polybius`` with arguments; the folder is the test's own."""

    def command(
        *arguments: str, stdin: str = "", stdout: IO[str] | int = subprocess.PIPE, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"NO_COLOR": "1", "COLUMNS": "120"} | variables
        return subprocess.run(
            [sys.executable, "-c", "from polybius.cli import main; main()", *arguments],
            cwd=tmp_path,
            env=environment,
            input=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            timeout=60,
        )

    return command


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A small news page with one launch."""
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    return file
