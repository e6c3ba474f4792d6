"""``polybius serve``: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from polybius.cli.options import DEFAULT_RECORD, RecordOption

PORT = 8765


def serve(
    record: RecordOption = DEFAULT_RECORD,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.")] = PORT,
) -> None:
    """Show the record in a browser, until stopped with Ctrl-C."""
    import uvicorn

    from polybius.cli.records import open_existing
    from polybius.site import site

    with open_existing(record) as opened:
        typer.echo(f"{record} at http://{host}:{port}/ (Ctrl-C stops it)")
        uvicorn.run(site(opened), host=host, port=port, log_level="warning", server_header=False)
