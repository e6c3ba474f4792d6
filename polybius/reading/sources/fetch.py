"""Fetching one address, as an address of strangers deserves.

The name is looked up once, every answer must be public, and the address that was
checked is the one dialled. Redirects are followed here, hop by hop, under the
same rules; environment variables name no proxies; bodies are bounded as they
arrive and as they unpack; and all of it ends at one deadline.
"""

from __future__ import annotations

import datetime as dt
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpcore2
import httpx2

from polybius.errors import FetchFailed
from polybius.nouns import Page
from polybius.reading.limits import LIMITS, check_size
from polybius.reading.sources.addresses import is_public

_USER_AGENT = "Polybius/0.1 (+https://github.com/polybius-record/polybius)"
_ACCEPT = (
    "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,"
    "text/plain;q=0.9,*/*;q=0.5"
)
_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443})
_MOST_HOPS = 10
_STEP_SECONDS = 10.0
_LONGEST_ADDRESS = 2000
_REDIRECTS = frozenset({301, 302, 303, 307, 308})

Resolve = Callable[[str, int], list[str]]


def resolve(host: str, port: int) -> list[str]:
    """Every address that *host* has, from the system's resolver.

    Raises:
        OSError: where it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How addresses are fetched.

    ``seconds`` is the deadline of a whole fetch, redirects included. ``allowed``
    decides on each network address, ``resolve`` finds them: both are for tests
    and for networks of one's own.
    """

    seconds: float = 30.0
    ports: frozenset[int] = _PORTS
    allowed: Callable[[str], bool] = is_public
    resolve: Resolve = resolve
    headers: Mapping[str, str] = field(default_factory=dict)

    def fetch(self, url: str) -> Page:
        """The page at *url*, and where it was found in the end.

        Raises:
            FetchFailed: with the address and the reason.
            PageRefused: with limit "bytes" where the body is too large.
        """
        until = time.monotonic() + self.seconds
        hop = self._checked(url, None)
        for _ in range(_MOST_HOPS + 1):
            answer = self._one(hop, until)
            if isinstance(answer, Page):
                return answer
            hop = self._checked(answer, hop)
        message = f"{url} redirects more than {_MOST_HOPS} times"
        raise FetchFailed(message)

    def _checked(self, url: str, came_from: httpx2.URL | None) -> httpx2.URL:
        """*url* as it will be asked for, if it may be."""
        try:
            parsed = came_from.join(url) if came_from else httpx2.URL(url)
            reason = self._objection(url, parsed, came_from)
        except (httpx2.InvalidURL, ValueError, UnicodeError) as error:
            parsed, reason = httpx2.URL(), f"it is no address: {error}"
        if reason:
            message = f"{url[:200]!r} is not fetched: {reason}"
            raise FetchFailed(message)
        return parsed

    def _objection(self, url: str, parsed: httpx2.URL, came_from: httpx2.URL | None) -> str | None:
        if (
            len(url) > _LONGEST_ADDRESS
            or "\\" in url
            or not url.isprintable()
            or " " in url.strip()
        ):
            return "it holds characters that addresses have not"
        if parsed.scheme not in {"http", "https"} or not parsed.host:
            return "only http and https addresses are"
        if came_from is not None and came_from.scheme == "https" and parsed.scheme == "http":
            return "it leads from an encrypted address to an open one"
        if parsed.userinfo:
            return "it holds a name or password"
        if (parsed.port or {"http": 80, "https": 443}[parsed.scheme]) not in self.ports:
            return f"port {parsed.port} is not one of the web"
        return None

    def _one(self, url: httpx2.URL, until: float) -> Page | str:
        """One hop: the page, or the address it redirects to."""
        with (
            _Transport(_Guard(self, until)) as transport,
            httpx2.Client(
                transport=transport, trust_env=False, follow_redirects=False, timeout=_STEP_SECONDS
            ) as client,
        ):
            headers = {"User-Agent": _USER_AGENT, "Accept": _ACCEPT, **self.headers}
            try:
                with client.stream("GET", url, headers=headers) as response:
                    return self._answer(response, until)
            except httpx2.HTTPError as error:
                message = f"{url} could not be fetched: {_in_words(error)}"
                raise FetchFailed(message) from error
            except httpx2.InvalidURL as error:
                message = f"{url} is no address that can be asked for: {error}"
                raise FetchFailed(message) from error

    def _answer(self, response: httpx2.Response, until: float) -> Page | str:
        url = str(response.url)
        if response.status_code in _REDIRECTS and (target := response.headers.get("location")):
            return str(target)
        if response.status_code != httpx2.codes.OK:
            message = f"{url} answered {response.status_code} {response.reason_phrase}".rstrip()
            raise FetchFailed(message)
        body = _body(response, until)
        kind, parameters = _content_type(response.headers.get("content-type", ""))
        return Page(
            body, url, url=url, media_type=kind, charset=parameters.get("charset"),
            headers={name: value[:1000] for name, value in list(response.headers.items())[:100]},
            fetched=dt.datetime.now(dt.UTC).replace(microsecond=0),
        )  # fmt: skip


def _body(response: httpx2.Response, until: float) -> bytes:
    held = bytearray()
    for chunk in response.iter_bytes():
        held += chunk
        check_size(response.num_bytes_downloaded, LIMITS.raw_bytes, f"{response.url} as fetched")
        check_size(len(held), LIMITS.bytes, f"{response.url} unpacked")
        if time.monotonic() > until:
            message = f"{response.url} was still sending at the deadline"
            raise FetchFailed(message)
    return bytes(held)


def _content_type(value: str) -> tuple[str | None, dict[str, str]]:
    kind, *parameters = value.split(";")
    pairs = (parameter.partition("=") for parameter in parameters[:10])
    named = {name.strip().lower(): given.strip().strip("\"'") for name, _, given in pairs}
    return kind.strip().lower() or None, named


def _in_words(error: Exception) -> str:
    return str(error) or type(error).__name__


@cache
def _certificates() -> ssl.SSLContext:
    """The checks of certificates, never weakened; loaded once."""
    return httpx2.create_ssl_context(verify=True, trust_env=False)


class _Transport(httpx2.HTTPTransport):
    """httpx2's own transport over a network that is guarded."""

    def __init__(self, guard: _Guard) -> None:
        super().__init__(verify=_certificates(), trust_env=False)
        self._pool = httpcore2.ConnectionPool(ssl_context=_certificates(), network_backend=guard)


class _Guard(httpcore2.NetworkBackend):
    """Looks a name up once, refuses what may not be dialled, and dials what was checked."""

    def __init__(self, fetcher: Fetcher, until: float) -> None:
        self._fetcher = fetcher
        self._until = until
        self._network = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """A connection to one of the addresses of *host*, all of which are allowed."""
        addresses = self._addresses(host, port)
        for address in addresses[:-1]:
            try:
                return self._dial(address, port, timeout, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout):
                continue
        return self._dial(addresses[-1], port, timeout, local_address, socket_options)

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            found = self._fetcher.resolve(host.strip("[]"), port)
        except (OSError, UnicodeError) as error:
            message = f"{host} has no address: {error}"
            raise httpcore2.ConnectError(message) from error
        refused = [address for address in found if not self._fetcher.allowed(address)]
        if refused or not found:
            where = ", ".join(refused) or "nowhere"
            message = f"{host} leads to {where}, which is not on the public Internet"
            raise httpcore2.ConnectError(message)
        return found

    def _dial(
        self,
        address: str,
        port: int,
        timeout: float | None,
        local: str | None,
        options: Iterable[Any] | None,
    ) -> httpcore2.NetworkStream:
        seconds = _remaining(self._until, timeout, httpcore2.ConnectTimeout)
        stream = self._network.connect_tcp(address, port, seconds, local, options)
        return _Deadlined(stream, self._until)


class _Deadlined(httpcore2.NetworkStream):
    """A connection whose every step ends at the fetch's one deadline."""

    def __init__(self, stream: httpcore2.NetworkStream, until: float) -> None:
        self._stream = stream
        self._until = until

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _remaining(self._until, timeout, httpcore2.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _remaining(self._until, timeout, httpcore2.WriteTimeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        seconds = _remaining(self._until, timeout, httpcore2.ConnectTimeout)
        return _Deadlined(
            self._stream.start_tls(ssl_context, server_hostname, seconds), self._until
        )

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _remaining(until: float, timeout: float | None, error: type[Exception]) -> float:
    left = until - time.monotonic()
    if left <= 0:
        message = "the deadline has passed"
        raise error(message)
    return left if timeout is None else min(left, timeout)
