"""What mail programs take away or warn of: scripts, forms, frames, films; and fonts without another (finding 23)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from pipeline.model import Finding, Severity
from pipeline.preflight.email import css
from pipeline.preflight.email.letter import Letter, attribute

# Elements by how much it matters: the first make filters refuse a mail, the others are only taken out.
_ELEMENTS: tuple[tuple[Severity, frozenset[str]], ...] = (
    ("error", frozenset("script iframe object embed applet form base frame frameset portal".split())),
    ("warning", frozenset("video audio input button select textarea svg canvas dialog math marquee link".split())),
)
_GENERIC = frozenset(
    "serif sans-serif monospace cursive fantasy system-ui ui-serif ui-sans-serif ui-monospace inherit initial".split()
)
# Fonts that come with the usual systems: text in them needs no other.
_EVERYWHERE = frozenset(
    "arial,helvetica,verdana,tahoma,georgia,times,palatino,courier,impact,consolas,calibri,cambria,times new roman,"
    "trebuchet ms,courier new,segoe ui,arial black,comic sans ms,lucida console".split(",")
)
_RESOURCE = re.compile(r"url\(\s*[\"']?(http://[^)\"']*)", re.IGNORECASE)


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about forbidden things, each kind once."""
    yield from _elements(letter)
    yield from _handlers(letter)
    yield from _fonts(letter)
    yield from _bare_resources(letter)


def _elements(letter: Letter) -> Iterator[Finding]:
    for severity, names in _ELEMENTS:
        for name in sorted(names):
            for node in letter.tree.css(name)[:1]:
                place = letter.places.lines(rf"<{name}\b") or "newsletter"
                what = _told(name, node)
                yield Finding("forbidden", severity, place, f"{what}.", "Take it out, or link to a page that has it.")
    for meta in letter.tree.css("meta[http-equiv]"):
        if attribute(meta, "http-equiv").casefold() == "refresh":
            place = letter.places.lines(r"http-equiv\s*=\s*.refresh") or "newsletter"
            yield Finding("forbidden", "error", place, "A <meta> would send readers elsewhere.", "Take it out.")


def _told(name: str, node: LexborNode) -> str:
    if name == "link":
        return f"<link> loads {attribute(node, 'href') or 'something'}, which most mail programs do not"
    return f"<{name}> is taken out by mail programs, or makes them warn of the mail"


def _handlers(letter: Letter) -> Iterator[Finding]:
    for node in letter.tree.css("*"):
        for name, value in node.attributes.items():
            runs = re.sub(r"[\s\x00-\x20]", "", value or "").casefold().startswith(("javascript:", "vbscript:"))
            if re.fullmatch(r"on[a-z]{3,}", name) or (runs and name in {"href", "src", "action", "background"}):
                place = letter.places.lines(rf"\b{re.escape(name)}\s*=") or "newsletter"
                message = f"<{node.tag}> has a script in `{name}`; mail programs take it out or refuse the mail."
                yield Finding("forbidden", "error", place, message, "Take it out.")
                return


def _declared(letter: Letter) -> Iterable[css.Declaration]:
    for sheet in letter.sheets:
        for rule in sheet.rules:
            if "@font-face" not in rule.selectors:
                yield from rule.declarations
    for style in dict.fromkeys(node.attributes.get("style") or "" for node in letter.tree.css("[style]")):
        yield from css.declarations(style)


def _fonts(letter: Letter) -> Iterator[Finding]:
    """Fonts that a reader may lack, with none of the usual ones after them."""
    for value in dict.fromkeys(one.value for one in _declared(letter) if one.name in {"font-family", "font"}):
        if value in {"inherit", "initial", "unset"}:
            continue
        families = [family.strip(" \"'") for family in value.split(",")]
        last = re.sub(r"^.*?(?:\d[\w.%]*(?:/\S+)?\s+)", "", families[-1]).strip(" \"'")
        if last not in _GENERIC | _EVERYWHERE:
            place = letter.places.lines(re.escape(families[0])) or "newsletter styles"
            message = f"Who has no font “{last}” reads in whatever comes: no usual font stands after it."
            yield Finding("font-fallback", "warning", place, message, "End the list with serif or sans-serif.")
    for name in dict.fromkeys(one for sheet in letter.sheets for one in sheet.at_rules if one.startswith("import")):
        place = letter.places.lines(r"@import") or "newsletter styles"
        yield Finding(
            "forbidden", "warning", place, f"@{name} is loaded by few mail programs.", "Write its rules here."
        )


def _bare_resources(letter: Letter) -> Iterator[Finding]:
    """Pictures and styles over http: links are judged by themselves."""
    found = [
        *(attribute(node, "src") for node in letter.tree.css("[src]")),
        *(attribute(node, "background") for node in letter.tree.css("[background]")),
        *(match[1] for one in _declared(letter) for match in _RESOURCE.finditer(one.value)),
    ]
    for url in dict.fromkeys(one for one in found if one.casefold().startswith("http://")):
        place = letter.places.of_address(url) or f"image {url}"
        message = f"{url} is loaded without encryption; many mail programs show nothing then."
        yield Finding("not-encrypted", "warning", place, message, "Give its https address.")
