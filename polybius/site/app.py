"""The site as an ASGI application."""

from __future__ import annotations

from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.templating import Jinja2Templates
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from polybius.errors import BadInput
from polybius.nouns.form import encode
from polybius.record import Record
from polybius.site.marking import marked_paragraphs
from polybius.wording import (
    basis_words,
    flight_words,
    launch_heading,
    long_date,
    plans_of,
    rows_of,
    speaker_words,
)

FOLDER = Path(__file__).parent
HEADERS = (
    (
        b"content-security-policy",
        (
            b"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; "
            b"frame-ancestors 'none'"
        ),
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
"""Sent with every answer: nothing runs, and nothing is fetched from elsewhere."""


def site(record: Record) -> Starlette:
    """The site over an open record, which it only reads."""
    pages = _Pages(record)
    return Starlette(
        routes=[
            Route("/", pages.home),
            Route("/documents/{name}.json", pages.form),
            Route("/documents/{name}", pages.document),
            Route("/style.css", pages.style),
        ],
        middleware=[Middleware(_Headers)],
        exception_handlers={BadInput: pages.missing, HTTPException: pages.missing},
    )


class _Pages:
    """One method a page."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._templates = Jinja2Templates(directory=str(FOLDER / "templates"))
        self._templates.env.filters |= {
            "basis": basis_words,
            "long_date": long_date,
            "speakers": speaker_words,
        }

    def home(self, request: Request) -> Response:
        """Every report of the record, newest first, and what could not be read."""
        documents, refusals = self._record.documents(), self._record.refusals()
        context = {"documents": documents, "refusals": refusals}
        return self._templates.TemplateResponse(request, "home.html", context)

    def document(self, request: Request) -> Response:
        """One report: its launches, its text with what was found in it, its comments."""
        reading = self._record.reading(request.path_params["name"])
        context = {
            "reading": reading,
            "document": reading.document,
            "edition": self._record.edition(reading.document.id),
            "cards": [
                (launch_heading(event), list(rows_of(reading, event)), flight_words(event))
                for event in reading.events
            ],
            "plans": plans_of(reading),
            "paragraphs": marked_paragraphs(reading),
        }
        return self._templates.TemplateResponse(request, "document.html", context)

    def form(self, request: Request) -> Response:
        """One report as JSON."""
        reading = self._record.reading(request.path_params["name"])
        return Response(encode(reading), media_type="application/json")

    def style(self, _request: Request) -> Response:
        """The one style sheet."""
        return FileResponse(FOLDER / "style.css", media_type="text/css")

    def missing(self, request: Request, error: Exception) -> Response:
        """There is no such page; say so in the site's own dress."""
        status = error.status_code if isinstance(error, HTTPException) else 404
        context = {"message": "There is no such page here."}
        return self._templates.TemplateResponse(request, "missing.html", context, status)


class _Headers:
    """Adds the headers that keep a page of scraped text harmless."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        await self._app(scope, receive, send_with_headers)
