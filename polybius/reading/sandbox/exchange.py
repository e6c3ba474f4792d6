"""What passes between a sandbox and its worker: frames of MessagePack over pipes.

A frame is its length in four bytes, big-endian, then a message. The worker
opens with one ``Ready``; then every ``Request`` gets one ``Reply``.
"""

from __future__ import annotations

import struct
from typing import Literal

import msgspec

from polybius.nouns import Document, Page, Published

LENGTH = struct.Struct(">I")
LONGEST_FRAME = 256 * 1024 * 1024

Outcome = Literal["document", "page-refused", "no-body", "unreadable-page"]


class Ready(msgspec.Struct, tag=True):
    """The worker has loaded its libraries and waits for pages."""


class Request(msgspec.Struct, tag=True):
    """A page to read."""

    page: Page
    published: Published | None = None


class Reply(msgspec.Struct, tag=True):
    """The document, or why there is none.

    ``limit`` is the limit that was passed, of a refused page. ``worn`` says that
    the worker has grown too large to be given another page.
    """

    outcome: Outcome
    document: Document | None = None
    message: str = ""
    limit: str = ""
    worn: bool = False


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Ready | Request | Reply)


def frame(message: Ready | Request | Reply) -> bytes:
    """*message* as it goes over a pipe."""
    body = _ENCODER.encode(message)
    return LENGTH.pack(len(body)) + body


def message_in(body: bytes) -> Ready | Request | Reply:
    """The message in a frame's *body*.

    Raises:
        msgspec.MsgspecError: where it is none.
    """
    message: Ready | Request | Reply = _DECODER.decode(body)
    return message
