"""Merge tags that readers would see or follow: unfilled, of another provider, or percent-encoded (finding 7).

A provider fills in its own tags where a design writes them, on the page and in the text part; whatever else looks like
a tag is shown as it is. What an author typed is shown on purpose, so it is no finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Finding, Severity
from pipeline.preflight.email.letter import Letter, attribute, words_of
from pipeline.preflight.wording import flat

# By the providers that use them; the words within tell a tag from what people write.
_TAGS = (
    (r"\*\|[A-Z0-9_:%-]{2,40}\|\*", "Mailchimp"),
    (r"\{%-?\s*[a-z]\w*[^%{}]{0,80}%\}", "Django and Liquid"),
    (r"\{\{\{?\s*[#/^&]?[A-Za-z_][\w.| :()'\"-]{0,80}\}?\}\}", "Jinja, Liquid and Handlebars"),
    (r"<%=?\s*[\w.@ ]{1,80}%>", "ERB and Maileon"),
    (r"\{\$[a-z_][\w.]{0,40}\}", "MailerLite"),
    (r"%%[A-Za-z_][\w -]{0,40}%%", "Salesforce and Acoustic"),
    (r"%[A-Z][A-Z0-9_]{2,30}%", "ActiveCampaign and GetResponse"),
    (r"%recipient\.\w+%", "Mailgun"),
    (r"\[\[[A-Za-z_][\w.:-]{1,40}\]\]", "GetResponse and Sarbacane"),
    (r"\[(?:unsubscribe|weblink|webversion|preferences|firstname|lastname|fullname|email)[\w,= -]{0,40}\]", "others"),
    (r"@TrackLink\b", "MailUp"),
    (r"\$\{[a-z_][\w.]{0,40}\}", "script languages"),
)
# Those that a channel fills in, by its type in config.yaml.
_FILLED = {"mailchimp": re.compile(r"\*\|.*"), "buttondown": re.compile(r"\{[{%].*")}
_URL = re.compile(r"https?://\S+")  # judged by itself: what is percent-encoded there may look like a tag
_TAG = re.compile("|".join(f"(?:{pattern})" for pattern, _ in _TAGS))
_ENCODED = re.compile(r"%7B%7B|%7B%25|%7B%24|\*%7C|%2A%7C|%5B%5B|%3C%25", re.IGNORECASE)


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about merge tags, each tag once."""
    email = letter.email
    parts = (
        ("newsletter subject", email.subject),
        ("newsletter preheader", email.preheader),
        ("newsletter", _URL.sub(" ", letter.words)),
        ("newsletter text", _URL.sub(" ", flat(email.text))),
    )
    told: set[str] = set()
    for part, text in parts:
        for tag in dict.fromkeys(found[0] for found in _TAG.finditer(text)):
            is_ours = part in {"newsletter", "newsletter text"} and _is_filled(tag, letter)
            if tag not in told and not is_ours and not _is_typed(tag, letter):
                told.add(tag)
                yield _shown(tag, letter.places.of_text(tag) or part)
    yield from _addresses(letter)


def _is_filled(tag: str, letter: Letter) -> bool:
    """Whether the design writes `tag`, and the newsletter's channel fills it in."""
    channel = letter.config.channels.get(letter.recipe.send_with)
    filled = _FILLED.get(channel.type) if channel else None
    return bool(filled and filled.fullmatch(tag)) and any(tag in own for own in letter.email.tags)


def _is_typed(tag: str, letter: Letter) -> bool:
    return letter.places.of_text(tag).startswith("article ")


def _shown(tag: str, place: str) -> Finding:
    whose = next(name for pattern, name in _TAGS if re.fullmatch(pattern, tag))
    message = f"Readers will see {tag} as it is: it is a tag of {whose}, and nothing fills it in."
    remedy = "Write the words themselves; for the two links use `unsubscribe` and `view_online`."
    return Finding("merge-tag", "error", place, message, remedy)


def _addresses(letter: Letter) -> Iterator[Finding]:
    seen = set()
    for name in ("href", "src"):
        for node in letter.tree.css(f"[{name}]"):
            address = attribute(node, name)
            if address in seen or UNSUBSCRIBE in address or VIEW_ONLINE in address:
                continue
            seen.add(address)
            encoded = _ENCODED.search(address)
            tag = _TAG.search(unquote(address))
            if tag and not _is_filled(tag[0], letter):
                place = letter.places.of_link(address, words_of(node))
                how = f"holds the tag {tag[0]}{', percent-encoded' if encoded else ''}, which nothing fills in"
                severity: Severity = "warning" if place.startswith("article ") else "error"
                yield Finding("merge-tag", severity, place, f"{address} {how}.", "Give the address it stands for.")
