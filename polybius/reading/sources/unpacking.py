"""Unpacking what was compressed, to a stated size and no further."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable
from typing import Protocol

from fastwarc.stream_io import BrotliReader, GzipReader, ZstdReader

from polybius.errors import PageRefused, UnreadablePage

_CHUNK = 1 << 16
_MOST_LAYERS = 3
_GZIP_MARK = b"\x1f\x8b"


class Readable(Protocol):
    """What can be read from, a few bytes at a time."""

    def read(self, size: int = ..., /) -> bytes:
        """At most *size* bytes; none at the end."""


def read_at_most(stream: Readable, limit: int, source: str) -> bytes:
    """All that *stream* holds.

    Raises:
        PageRefused: with limit "bytes" where that is more than *limit* bytes.
    """
    held = bytearray()
    while chunk := stream.read(_CHUNK):
        held += chunk
        if len(held) > limit:
            message = f"{source} holds more than {limit:,} bytes; no more are read"
            raise PageRefused(message, limit="bytes")
    return bytes(held)


def unpacked(body: bytes, encodings: Iterable[str], limit: int, source: str) -> bytes:
    """*body* without its HTTP content *encodings*, given in the order they were applied.

    Raises:
        PageRefused: with limit "bytes" where it unpacks to more than *limit* bytes.
        UnreadablePage: where an encoding is unknown or the data is broken.
    """
    layers = [
        each
        for each in (encoding.strip().lower() for encoding in encodings)
        if each not in {"", "identity"}
    ]
    if len(layers) > _MOST_LAYERS:
        message = f"{source} is packed {len(layers)} times over"
        raise UnreadablePage(message)
    for layer in reversed(layers):
        opener = _OPENERS.get(layer)
        if opener is None:
            message = f"{source} is packed as {layer[:40]!r}, which cannot be unpacked here"
            raise UnreadablePage(message)
        body = _read(opener, body, limit, source)
    return body


def gunzipped(body: bytes, limit: int, source: str) -> bytes:
    """*body* unpacked where it is a gzip file, else as it is.

    Raises:
        PageRefused: with limit "bytes" where it unpacks to more than *limit* bytes.
        UnreadablePage: where the data is broken.
    """
    return _read(GzipReader, body, limit, source) if body.startswith(_GZIP_MARK) else body


def _read(opener: Callable[[io.BytesIO], Readable], body: bytes, limit: int, source: str) -> bytes:
    try:
        return read_at_most(opener(io.BytesIO(body)), limit, source)
    except (OSError, zlib.error, EOFError, ValueError) as error:
        message = f"{source} is packed, and the data is broken: {error}"
        raise UnreadablePage(message) from error


class _Deflated:
    """HTTP's "deflate": with or without zlib's own wrapping, as servers differ."""

    def __init__(self, packed: io.BytesIO) -> None:
        opening = packed.getvalue()[:2]
        wrapped = (
            len(opening) == 2
            and opening[0] & 0x0F == 8
            and (opening[0] << 8 | opening[1]) % 31 == 0
        )
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS if wrapped else -zlib.MAX_WBITS)
        self._waiting = packed.getvalue()

    def read(self, size: int = _CHUNK, /) -> bytes:
        unpacked_now = self._unpacker.decompress(self._waiting, size)
        self._waiting = self._unpacker.unconsumed_tail
        return unpacked_now


_OPENERS: dict[str, Callable[[io.BytesIO], Readable]] = {
    "gzip": GzipReader,
    "x-gzip": GzipReader,
    "deflate": _Deflated,
    "br": BrotliReader,
    "zstd": ZstdReader,
}
