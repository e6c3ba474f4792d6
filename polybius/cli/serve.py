"""``polybius serve``: the record in a browser."""

from __future__ import annotations

import socket
from typing import Annotated

import typer

from polybius.cli.console import complain
from polybius.cli.options import DEFAULT_RECORD, RecordOption

PORT = 8765


def serve(
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port to listen on; 0 for any that is free.")
    ] = PORT,
) -> None:
    """Show the record in a browser, until stopped with Ctrl-C."""
    import uvicorn

    from polybius.cli.records import open_existing
    from polybius.site import site

    with open_existing(record) as opened:
        config = uvicorn.Config(site(opened), log_level="warning", server_header=False)
        with _listening(host, port) as listener:
            shown = f"[{host}]" if ":" in host else host
            taken = listener.getsockname()[1]
            typer.echo(f"{record} at http://{shown}:{taken}/ (Ctrl-C stops it)")
            uvicorn.Server(config).run(sockets=[listener])


def _listening(host: str, port: int) -> socket.socket:
    """The open port; told before anything is announced where it is not to be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, UnicodeError) as error:
        why = getattr(error, "strerror", None) or error
        complain(f"{host}, port {port}: cannot be listened on ({why}); try another --port")
        raise typer.Exit(1) from error
