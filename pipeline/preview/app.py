"""The studio: a small web app on this machine that shows built drafts. It reads one folder and changes nothing."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from flask import Flask, Response
from jinja2 import StrictUndefined
from waitress import create_server

from pipeline.errors import UsageError
from pipeline.preview import guard
from pipeline.preview.pages import Pages

ADDRESS = "127.0.0.1"  # nobody else on the network can reach it
_THREADS = 8  # pages ask often and get their answer in milliseconds


def create_app(folder: Path, *, brand_name: str) -> Flask:
    """The studio over `folder`, which may hold draft folders at most `tree.DEPTH` deep and may be missing or empty."""
    app = Flask(__name__)
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.filters["moment"] = _moment
    app.before_request(guard.refuse)
    app.after_request(guard.harden)
    pages = Pages(folder, brand_name)
    app.add_url_rule("/", "index", pages.index)
    for page in (pages.draft, pages.mail):
        # The folder itself can be a draft: its name is "".
        app.add_url_rule(f"/{page.__name__}/", page.__name__, page, defaults={"name": ""})
        app.add_url_rule(f"/{page.__name__}/<path:name>", page.__name__, page)
    app.add_url_rule("/file/<path:name>", "file", pages.card)
    app.add_url_rule("/version", "version", lambda: Response(pages.version(), mimetype="text/plain"))
    app.register_error_handler(404, pages.missing)
    return app


def serve(folder: Path, *, brand_name: str, port: int = 8765, announce: Callable[[str], None]) -> None:
    """Serve the studio over `folder` on this machine until Ctrl+C.

    Args:
        folder: Where the drafts are.
        brand_name: Whose drafts these are.
        port: 1 to 65535, or 0 for one that is free.
        announce: Is told the studio's address, such as `http://127.0.0.1:8765/`, once it can be asked.

    Raises:
        UsageError: The port is in use or not ours to use.
    """
    app = create_app(folder, brand_name=brand_name)
    with _listener(port) as listener:
        server = create_server(app, sockets=[listener], threads=_THREADS, ident=None)
        announce(f"http://{ADDRESS}:{listener.getsockname()[1]}/")
        server.run()


def _listener(port: int) -> socket.socket:
    """An open port. waitress could open it too, but leaves half-made things behind where it fails."""
    if not 0 <= port <= 65535:
        raise UsageError(f"There is no port {port}. Choose one from 1 to 65535, or 0 for any that is free.")
    try:
        return socket.create_server((ADDRESS, port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        raise UsageError(f"Port {port} cannot be used: {reason}. Stop what uses it, or choose another port.") from error


def _moment(time: datetime) -> str:
    """An aware time as people here say it: `2 April 2026, 09:00`."""
    here = time.astimezone()
    return f"{here.day} {here:%B %Y, %H:%M}"
