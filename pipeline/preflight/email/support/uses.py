"""Which features a mail uses, and what to look for to find them in a template. Pure.

Inside @media and @supports only the condition counts: what stands there is for those who know it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser

from pipeline.preflight.email import css
from pipeline.preflight.email.css import Declaration, Sheet
from pipeline.preflight.email.support import facts


@dataclass(frozen=True)
class Use:
    """A feature in a mail.

    Attributes:
        feature: Its name among the facts.
        written: How it is written there.
        pattern: Finds it in a template.
        is_backed: Whether it is a picture or gradient with a plain colour behind, which stays where it is lost.
    """

    feature: str
    written: str
    pattern: str
    is_backed: bool = False


# Properties whose feature has another name than theirs.
_NAMED = {
    "background-image": "css-background-image", "word-wrap": "css-word-wrap", "column-gap": "css-gap", "row-gap": "css-gap",
    "grid-template-columns": "css-grid-template", "grid-template-rows": "css-grid-template", "flex-flow": "css-flex-wrap",
    "grid-template-areas": "css-grid-template", "columns": "css-column-count", "left": "css-left-right-top-bottom",
    "right": "css-left-right-top-bottom", "top": "css-left-right-top-bottom", "bottom": "css-left-right-top-bottom",
    "flex": "css-display-flex", "-webkit-background-clip": "css-background-clip",
}  # fmt: skip
_FAMILIES = (
    (r"border-(?:top|bottom)-(?:left|right)-radius", "css-border-radius"),
    (r"column-(?:rule|fill|span|width).*", "css-column-layout-properties"),
    (r"(?:margin|padding)-(?:top|right|bottom|left)", "css-{0}"),
    (r"(?:margin|padding)-(?:inline|block)-(?:start|end)", "css-{0}-{1}-start-end"),
    (r"(?:margin|padding)-(?:inline|block)", "css-{0}-inline-block"),
)
_DISPLAYS = {"flex": "css-display-flex", "inline-flex": "css-display-flex", "grid": "css-display-grid"} | {
    "inline-grid": "css-display-grid", "none": "css-display-none"
}  # fmt: skip
_FUNCTIONS = {
    "calc": "css-unit-calc", "clamp": "css-function-clamp", "max": "css-function-max", "min": "css-function-min",
    "var": "css-variables", "linear-gradient": "css-linear-gradient", "repeating-linear-gradient": "css-linear-gradient",
    "radial-gradient": "css-radial-gradient", "repeating-radial-gradient": "css-radial-gradient",
    "conic-gradient": "css-conic-gradient", "light-dark": "css-function-light-dark", "lch": "css-modern-color",
    "oklch": "css-modern-color", "lab": "css-modern-color", "oklab": "css-modern-color", "rgb": "css-rgb",
    "rgba": "css-rgba", "url": "css-background-image",
}  # fmt: skip
_BEHIND = {"css-background-image", "css-linear-gradient", "css-radial-gradient", "css-conic-gradient"}
_KEYWORDS = {
    "fit-content": "css-intrinsic-size", "min-content": "css-intrinsic-size", "max-content": "css-intrinsic-size",
    "system-ui": "css-sytem-ui", "ui-serif": "css-sytem-ui", "ui-sans-serif": "css-sytem-ui",
}  # fmt: skip
_CONDITIONS = (
    ("prefers-color-scheme", "css-at-media-prefers-color-scheme"), ("hover", "css-at-media-hover"),
    ("orientation", "css-at-media-orientation"), ("device-pixel-ratio", "css-at-media-device-pixel-ratio"),
    ("prefers-reduced-motion", "css-at-media-prefers-reduced-motion"),
)  # fmt: skip
_AT_RULES = {"font-face": "css-at-font-face", "import": "css-at-import", "supports": "css-at-supports"} | {
    "keyframes": "css-at-keyframes", "-webkit-keyframes": "css-at-keyframes"
}  # fmt: skip
# Elements and attributes; those that any mail has are judged by what they do to it, in other findings.
_ELEMENTS = "audio video form object svg picture select textarea meter progress marquee ruby base link dialog".split()
_SELECTORS = {
    'button[type="submit"]': "html-button-submit", 'button[type="reset"]': "html-button-reset",
    'input[type="text"]': "html-input-text", 'input[type="checkbox"]': "html-input-checkbox",
    'input[type="radio"]': "html-input-radio", "img[usemap]": "html-image-maps", "[hidden]": "html-hidden",
    "[background]": "html-background", "[popover]": "html-popover", "img[srcset]": "html-srcset",
}  # fmt: skip
_FORMATS = {"svg": "svg", "webp": "webp", "avif": "avif", "bmp": "bmp", "tif": "tiff", "tiff": "tiff", "heic": "heif"} | {
    "heif": "heif", "ico": "ico", "mp4": "mp4", "apng": "apng"
}  # fmt: skip


def uses(tree: LexborHTMLParser, sheets: Sequence[Sheet]) -> Iterator[Use]:
    """The features of a mail that the facts know, each way of writing once."""
    known, seen = facts.features(), set()
    for use in (*_sheets(sheets), *_attributes(tree), *_elements(tree), *_images(tree)):
        if use.feature in known and (use.feature, use.written, use.is_backed) not in seen:
            seen.add((use.feature, use.written, use.is_backed))
            yield use


def _sheets(sheets: Sequence[Sheet]) -> Iterator[Use]:
    for sheet in sheets:
        for condition in sheet.at_rules:
            yield from _condition(condition)
        for rule in sheet.rules:
            if rule.within or "@font-face" in rule.selectors:
                continue
            for selector in rule.selectors:
                yield from _pseudos(selector)
                if "[data-ogs" not in selector:  # written for those programs alone that set this attribute
                    yield from _together(rule.declarations)


def _condition(rule: str) -> Iterator[Use]:
    name = rule.split(" ", 1)[0]
    if name == "media":
        yield Use("css-at-media", "@media", "@media")
        yield from (Use(feature, f"@media ({words})", words) for words, feature in _CONDITIONS if words in rule)
    elif name in _AT_RULES:
        yield Use(_AT_RULES[name], f"@{name}", f"@{name}")


def _pseudos(selector: str) -> Iterator[Use]:
    for colons, name in re.findall(r"(::?)([a-z-]+)", selector):
        kind = "element" if colons == "::" or name in {"before", "after", "first-letter", "first-line"} else "class"
        yield Use(f"css-pseudo-{kind}-{name}", f"{colons}{name}", f"{colons}{name}")


def _attributes(tree: LexborHTMLParser) -> Iterator[Use]:
    for style in dict.fromkeys(node.attributes.get("style") or "" for node in tree.css("[style]")):
        declared = css.declarations(style)
        if not any(one.name == "mso-hide" for one in declared):  # hidden in every way there is
            yield from _together(declared)


def _together(declared: Sequence[Declaration]) -> Iterator[Use]:
    """The uses of declarations for one element."""
    plain = any(one.name == "background-color" and css.color(one.value) for one in declared)
    for one in declared:
        for use in _declaration(one):
            yield replace(use, is_backed=True) if plain and use.feature in _BEHIND else use


def _declaration(one: Declaration) -> Iterator[Use]:
    if one.name.startswith(("mso-", "-ms-")):
        return  # for one program alone
    if one.name.startswith("--"):
        yield Use("css-variables", one.name, re.escape(one.name))
    written, pattern = f"{one.name}", rf"(?<![\w-]){re.escape(one.name)}\s*:"
    if one.name == "display":
        feature = _DISPLAYS.get(one.value)
        if feature:
            yield Use(feature, f"display: {one.value}", rf"display\s*:\s*{re.escape(one.value)}")
    elif one.name in {"flex-direction", "flex-wrap"} and one.value in {"row", "nowrap"}:
        return
    elif not (one.name == "opacity" and one.value in {"0", "1"}) and one.value not in {"none", "static", "normal"}:
        yield Use(_feature(one.name), written, pattern)
    yield from _values(one)


def _feature(name: str) -> str:
    if name in _NAMED:
        return _NAMED[name]
    for family, feature in _FAMILIES:
        if re.fullmatch(family, name):
            return feature.format(*name.split("-"))
    return f"css-{name.removeprefix('-webkit-').removeprefix('-moz-')}"


def _values(one: Declaration) -> Iterator[Use]:
    for name in re.findall(r"([a-z-]+)\(", one.value):
        feature = _FUNCTIONS.get(name)
        if feature and (name != "url" or one.name in {"background", "background-image"}):
            yield Use(feature, f"{name}()" if name != "url" else f"{one.name}: url()", re.escape(f"{name}("))
    for word in re.findall(r"(?<![\w-])(?:ui-|system-|fit-|min-|max-)[a-z-]+(?!\()", one.value):
        if word in _KEYWORDS:
            yield Use(_KEYWORDS[word], word, word)
    for unit in re.findall(r"(?<![\w#.-])-?[\d.]+(v[wh]|vmin|vmax|ch|ex)\b", one.value):
        yield Use(f"css-unit-{unit}", f"{one.name} in {unit}", rf"\d{unit}\b")


def _elements(tree: LexborHTMLParser) -> Iterator[Use]:
    for name in _ELEMENTS:
        if tree.css_first(name) is not None:
            yield Use(f"html-{name}", f"<{name}>", rf"<{name}\b")
    for selector, feature in _SELECTORS.items():
        if tree.css_first(selector) is not None:
            written = re.sub(r"^img|\W*\[|\]", " ", selector).strip()
            yield Use(feature, written, re.escape(written.split('"')[0]))


def _images(tree: LexborHTMLParser) -> Iterator[Use]:
    for image in tree.css("img[src]"):
        src = (image.attributes.get("src") or "").casefold()
        if src.startswith("data:"):
            yield Use("image-base64", "data:", "data:image")
        ending = src.partition("?")[0].partition("#")[0].rpartition(".")[2]
        if ending in _FORMATS:
            yield Use(f"image-{_FORMATS[ending]}", ending.upper(), rf"\.{ending}\b")
