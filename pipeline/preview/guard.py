"""Who may ask the studio, and what a browser may do with its answers."""

from __future__ import annotations

import re

from flask import Response, request

# A page elsewhere can point a name of its own at 127.0.0.1 and then read what it finds there (DNS rebinding), so the
# name that the browser asked for must be one of this machine's own.
_OWN_HOST = re.compile(r"(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)
_METHODS = ("GET", "HEAD")

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
# `sandbox` also holds where the mail is opened in a tab of its own: it may open links, and run and send nothing.
MAIL_POLICY = (
    "default-src 'none'; img-src https: data: 'self'; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": PAGE_POLICY,
}


def refuse() -> Response | None:
    """An answer to what the studio does not serve: a foreign or empty Host (403), or any wish to change (405)."""
    if not _OWN_HOST.fullmatch(request.environ.get("HTTP_HOST", "")):
        return Response("The studio answers only at 127.0.0.1 and localhost.\n", 403, mimetype="text/plain")
    if request.method not in _METHODS:
        allowed = {"Allow": ", ".join(_METHODS)}
        return Response("The studio only shows: nothing can be sent to it.\n", 405, allowed, mimetype="text/plain")
    return None


def harden(response: Response) -> Response:
    """The answer with the headers that every answer has; a policy of its own stays."""
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    response.headers["Cache-Control"] = "no-store"  # Flask gives static files one of its own
    return response
