"""Pictures: words for them, their width, their format, and whether they are there (findings 13 to 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from pipeline.model import Finding, Severity
from pipeline.preflight.email.letter import Letter, attribute
from pipeline.preflight.email.links import is_ours_alone
from pipeline.preflight.wording import flat

WIDEST = 600  # pixels: the width of a mail
HEAVY = 1_000_000  # bytes that take a second or more on a phone
_FILE_NAME = re.compile(r"(?:\S*[/\\])?[\w ().%-]+\.(?:jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?)", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:img|dsc|dscn|dscf|pxl|image|photo|foto|screenshot)[-_ ]?\d[\w-]*", re.IGNORECASE)
_FORMAT = re.compile(r"\.(svgz?|webp|avif|heic|heif|tiff?|bmp)$|[?&](?:fm|format|f)=(svg|webp|avif)\b", re.IGNORECASE)


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about pictures."""
    yield from _logo(letter)
    images = letter.tree.css("img")
    for image in images:
        place = _place(image, letter)
        yield from _words(image, place)
        yield from _width(image, place)
        yield from _format(image, place)
        yield from _address(attribute(image, "src"), place)
    if letter.around.reach:
        yield from _there(images, letter)


def _logo(letter: Letter) -> Iterator[Finding]:
    brand = letter.config.brand
    if brand.logo and not brand.logo.as_posix().startswith("https:"):
        there = (letter.config.folder / brand.logo).is_file()
        why = "a file on this machine, which no reader can see" if there else "no file here, and no https address"
        remedy = "Put it on your site and give its https address." if there else "Correct its name in config.yaml."
        yield Finding("logo-file", "warning", "brand.logo", f"{brand.logo} is {why}; the mail goes without.", remedy)


def _place(image: LexborNode, letter: Letter) -> str:
    src = attribute(image, "src")
    return letter.places.of_address(src) or f"image {src[:80]}"


def _words(image: LexborNode, place: str) -> Iterator[Finding]:
    """An empty alternative text says that the picture adds nothing to the words; none at all says nothing."""
    alt = attribute(image, "alt")
    silent = "alt" not in image.attributes and attribute(image, "role") not in {"presentation", "none"}
    alone = "alt" in image.attributes and not alt and _is_whole_link(image)
    if silent or alone or _FILE_NAME.fullmatch(alt) or _NUMBERED.fullmatch(alt):
        what = f"Its words are a file's name, “{alt}”" if alt else "It has no words"
        message = f"The picture {attribute(image, 'src')[:80]} says nothing to those who cannot see it. {what}."
        yield Finding("image-alt", "warning", place, message, "Write its alt text in the article.")


def _is_whole_link(image: LexborNode) -> bool:
    """Whether a picture is all that a link has to say."""
    above = image.parent
    while above is not None and above.tag not in {"a", "td", "body", "div", "p"}:
        above = above.parent
    return above is not None and above.tag == "a" and not flat(above.text() or "")


def _width(image: LexborNode, place: str) -> Iterator[Finding]:
    width = attribute(image, "width")
    if not width.isdecimal():
        how = f"says width=“{width}”" if width else "does not say its width"
        message = f"The picture {how}; Outlook on Windows then shows it as large as its file."
        yield Finding("image-width", "warning", place, message, f'Write width="…" in pixels, at most {WIDEST}.')
    elif int(width) > WIDEST:
        message = f"The picture is {width} pixels wide, and the mail {WIDEST}."
        yield Finding("image-width", "warning", place, message, f"Give it at most {WIDEST}.")


def _format(image: LexborNode, place: str) -> Iterator[Finding]:
    src = attribute(image, "src")
    if src[:5].casefold() == "data:":
        message = "The picture stands in the mail itself (a data: address); Gmail and Outlook do not show it."
        yield Finding("image-format", "warning", place, message, "Put it on your site, and give its address.")
    elif found := _FORMAT.search(src.split("#")[0]) or _FORMAT.search(src.split("#")[0].split("?")[0]):
        kind = next(filter(None, found.groups())).upper()
        message = f"The picture is {kind}, which not every mail program shows, and there is no other in its place."
        yield Finding("image-format", "warning", place, message, "Give it as JPEG or PNG.")


def _address(src: str, place: str) -> Iterator[Finding]:
    try:
        parts = urlsplit(src)
        scheme, host = parts.scheme.casefold(), (parts.hostname or "").rstrip(".")
    except ValueError:
        scheme, host = "", ""
    if scheme in {"http", "https"} and is_ours_alone(host):
        message = f"The picture {src} can only be seen on the machine it was made on, or near it."
        yield Finding("image-address", "error", place, message, "Put it on your site, and give its address.")
    elif scheme not in {"http", "https", "data"}:  # http is told as not-encrypted, data as a format
        message = f"The picture {src[:80] or 'without an address'} is nowhere for a reader."
        yield Finding("image-address", "warning", place, message, "Give its whole https address.")


def _there(images: list[LexborNode], letter: Letter) -> Iterator[Finding]:
    """What only the network tells."""
    wanted = dict.fromkeys(attribute(image, "src") for image in images)
    urls = [url for url in wanted if url.casefold().startswith("https://")]
    reach = letter.around.reach
    for url, reached in (reach(urls) if reach else {}).items():
        place = letter.places.of_address(url) or f"image {url}"
        if reached.trouble:
            message = f"The picture could not be loaded: {reached.trouble}"
            severity: Severity = "error" if reached.gone else "warning"
            yield Finding("image-missing", severity, place, message, "Put it there, or give its new address.")
        elif reached.size and reached.size > HEAVY:
            message = f"The picture {url} has {reached.size / 1_000_000:.1f} MB; on a phone that takes seconds."
            yield Finding("image-weight", "warning", place, message, "Save it smaller: 1200 pixels wide is enough.")
