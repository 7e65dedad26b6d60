"""Mark addresses with UTM parameters, without touching what is there. Pure."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit


def with_utm(url: str, *, source: str, medium: str, campaign: str, content: str | None = None) -> str:
    """`url` with UTM parameters added.

    Parameters that are there already, the fragment, and addresses other than http and https stay as they are.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        return url
    present = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    wanted = {"utm_source": source, "utm_medium": medium, "utm_campaign": campaign, "utm_content": content}
    added = urlencode([(name, value) for name, value in wanted.items() if value and name not in present])
    query = "&".join(part for part in (parts.query, added) if part)
    return urlunsplit(parts._replace(query=query))
