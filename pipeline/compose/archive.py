"""The archive's list of editions, as a page and as a feed. Pure but for the template.

The feed is Atom: https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote, urlsplit

from pipeline.compose import templates, words
from pipeline.compose.colors import palette
from pipeline.compose.locales import day_in_words, direction, primary
from pipeline.compose.look import look
from pipeline.compose.online import GUARD, Addresses
from pipeline.config.shape import Config
from pipeline.errors import ConfigError

TEMPLATE = "email/archive/index.html"
NEWEST = 50  # entries of the feed; the page has all
_ATOM = "http://www.w3.org/2005/Atom"
_NO_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # https://www.w3.org/TR/xml/#charsets


@dataclass(frozen=True)
class Entry:
    """An edition in the archive.

    Attributes:
        newsletter, label: Which one: `weekly`, `2026-W47`.
        place: Its folder in the archive, `weekly/2026-W47`.
        title, summary: The mail's subject and preheader.
        day: When it goes out, where the brand is.
        published: When it goes out, aware UTC.
        updated: When it was last corrected; as `published` where it never was.
    """

    newsletter: str
    label: str
    place: str
    title: str
    summary: str
    language: str
    day: date
    published: datetime
    updated: datetime


@dataclass(frozen=True)
class EntryView:
    """An edition as the template of the list sees it; `foreign` where it is not in the brand's language."""

    title: str
    summary: str
    url: str
    day: str
    iso_day: str
    newsletter: str
    language: str
    dir: str
    foreign: bool


def addresses(config: Config, place: str = "") -> Addresses:
    """Where readers find the edition in the folder `place` of the archive, and the archive.

    Raises:
        ConfigError: config.yaml has no archive.
    """
    if config.archive is None:
        raise ConfigError("config.yaml has no archive. Write archive: with a folder and an address.")
    root = config.archive.address
    return Addresses(f"{root}/{quote(place)}/" if place else f"{root}/", f"{root}/", f"{root}/feed.xml")


def newest_first(entries: Sequence[Entry]) -> list[Entry]:
    """By the day they went out, and of one day in the order of their names."""
    return sorted(sorted(entries, key=lambda entry: entry.place), key=lambda entry: entry.published, reverse=True)


def index(entries: Sequence[Entry], config: Config) -> str:
    """The page that lists `entries`, by the template `email/archive/index.html`, in the brand's language.

    Raises:
        TemplateError: the template or its words are missing or broken.
    """
    brand = config.brand
    several = len({entry.newsletter for entry in entries}) > 1
    variables = {
        "language": brand.language,
        "dir": direction(brand.language),
        "words": words.load(brand.language, config.folder),
        "colors": palette(brand.colors.main, brand.colors.accent),
        "fonts": look(brand).fonts,
        "corners": look(brand).corners,
        "brand": brand,
        "home": f"{brand.site}/",
        "address": addresses(config).index,
        "feed": addresses(config).feed,
        "guard": GUARD,
        "editions": [_view(entry, config, several=several) for entry in newest_first(entries)],
    }
    env = templates.environment(config.folder)
    env.filters.update(fill=words.fill)
    return templates.render(env, TEMPLATE, variables)


def _view(entry: Entry, config: Config, *, several: bool) -> EntryView:
    ours = config.brand.language
    return EntryView(
        title=entry.title,
        summary=entry.summary,
        url=addresses(config, entry.place).page,
        day=day_in_words(entry.day, ours, config.brand.timezone),
        iso_day=entry.day.isoformat(),
        newsletter=entry.newsletter if several else "",
        language=entry.language,
        dir=direction(entry.language),
        foreign=primary(entry.language) != primary(ours),
    )


def feed(entries: Sequence[Entry], config: Config) -> bytes:
    """The Atom feed of the newest `entries`. The name of each stays the same wherever the archive moves on its host."""
    brand, at = config.brand, addresses(config)
    newest = newest_first(entries)[:NEWEST]
    ET.register_namespace("", _ATOM)
    root = ET.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": brand.language})
    _say(root, "id", at.feed)
    _say(root, "title", brand.name)
    _say(root, "updated", _moment(max(entry.updated for entry in newest)) if newest else "1970-01-01T00:00:00Z")
    _link(root, "self", at.feed, "application/atom+xml")
    _link(root, "alternate", at.index, "text/html")
    _say(ET.SubElement(root, f"{{{_ATOM}}}author"), "name", brand.name)
    _say(root, "generator", "Lichtpunt")
    for entry in newest:
        _entry(root, entry, config)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _entry(root: ET.Element, entry: Entry, config: Config) -> None:
    at = addresses(config, entry.place)
    node = ET.SubElement(root, f"{{{_ATOM}}}entry", {"{http://www.w3.org/XML/1998/namespace}lang": entry.language})
    # A tag URI (RFC 4151): whoever had the host on that day, and a name below it.
    _say(node, "id", f"tag:{urlsplit(at.page).hostname},{entry.day.isoformat()}:{quote(entry.place)}")
    _say(node, "title", entry.title)
    _link(node, "alternate", at.page, "text/html")
    _say(node, "published", _moment(entry.published))
    _say(node, "updated", _moment(entry.updated))
    _say(node, "summary", entry.summary)


def _say(above: ET.Element, name: str, text: str) -> None:
    ET.SubElement(above, f"{{{_ATOM}}}{name}").text = _NO_XML.sub("", text)


def _link(above: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(above, f"{{{_ATOM}}}link", {"rel": rel, "type": kind, "href": href})


def _moment(moment: datetime) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
