"""Dark mode: told, written for both kinds of mail program, and covering every colour (finding 21)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selectolax.lexbor import LexborNode

from pipeline.contrast import luminance
from pipeline.model import Finding
from pipeline.preflight.email import cascade, css
from pipeline.preflight.email.cascade import Given, Scheme
from pipeline.preflight.email.css import Declaration
from pipeline.preflight.email.letter import Letter, attribute
from pipeline.preflight.wording import flat

GLARING = 0.4  # relative luminance of a ground that dazzles among dark ones
_METAS = ("color-scheme", "supported-color-schemes")
_INK = ("color",)
_GROUND = ("background-color", "background")
_BORDER = tuple(
    f"border{side}{color}" for side in ("", "-top", "-right", "-bottom", "-left") for color in ("", "-color")
)


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about dark mode."""
    yield from _told(letter)
    for scheme, what, how in (
        ("dark", "prefers-color-scheme: dark", "@media (prefers-color-scheme: dark) { … }"),
        ("outlook", "data-ogsc", "[data-ogsc] .name { … }"),
    ):
        if not _has_rules(letter, scheme):
            message = f"There are no rules for {what}, so some programs darken it as they like."
            place = letter.places.lines(r"<style\b") or "newsletter styles"
            yield Finding("dark-rules", "warning", place, message, f"Write {how} for every colour.")
        else:
            yield from _covered(letter, "dark" if scheme == "dark" else "outlook", what)


def _told(letter: Letter) -> Iterator[Finding]:
    metas = {attribute(meta, "name").casefold(): attribute(meta, "content") for meta in letter.tree.css("meta[name]")}
    missing = [name for name in _METAS if "dark" not in metas.get(name, "")]
    if missing:
        place = letter.places.lines(r"<head\b") or "newsletter"
        message = f"It does not say that it can be shown dark: no {' and no '.join(missing)}."
        remedy = f'Write <meta name="{missing[0]}" content="light dark"> in the head.'
        yield Finding("dark-meta", "warning", place, message, remedy)


def _has_rules(letter: Letter, scheme: str) -> bool:
    rules = [rule for sheet in letter.sheets for rule in sheet.rules]
    if scheme == "outlook":
        return any("[data-ogs" in selector for rule in rules for selector in rule.selectors)
    return any("prefers-color-scheme" in one and "dark" in one for rule in rules for one in rule.within)


def _covered(letter: Letter, scheme: Scheme, what: str) -> Iterator[Finding]:
    """Colours of elements that no dark rule changes. What still reads well may be meant, so that is only noted."""
    light = letter.styled["light"]
    dark = _dark_only(letter.styled[scheme], light)
    glaring: dict[str, None] = {}
    kept: dict[str, None] = {}
    for node in letter.tree.css("[style], [bgcolor], [color], [class]"):
        names = attribute(node, "class")
        own = cascade.declared(node, light)
        if not names or own.get("display", _NONE).value == "none" or _is_for_pictures(node):
            continue
        changed = {one.name for _, _, _, one in dark.get(node.mem_id, ())}
        ground = cascade.background(own) or css.color(attribute(node, "bgcolor"))
        if ground and not changed & set(_GROUND):
            is_light = luminance(cascade.hexadecimal(ground)) > GLARING
            (glaring if is_light else kept).setdefault(names.split()[0])
        if (_colored(own, _INK) and "color" not in changed) or (_colored(own, _BORDER) and not changed & set(_BORDER)):
            kept.setdefault(names.split()[0])
    yield from _named(glaring, letter, what, "warning")
    yield from _named({name: None for name in kept if name not in glaring}, letter, what, "note")


def _is_for_pictures(node: LexborNode) -> bool:
    """Whether an element is a picture, or lies behind pictures alone: these do not turn dark, so neither should it."""
    return node.tag == "img" or (node.css_first("img") is not None and not flat(node.text() or ""))


_NONE = Declaration("display", "", False, ())


def _dark_only(dark: Given, light: Given) -> Given:
    """The rules that only count in dark."""
    usual = {(node, one[2]) for node, found in light.items() for one in found}
    return {node: [one for one in found if (node, one[2]) not in usual] for node, found in dark.items()}


def _colored(own: Mapping[str, Declaration], names: tuple[str, ...]) -> bool:
    found = (css.color(own[name].value) for name in names if name in own)
    return any(color is not None and color[3] > 0 for color in found)


def _named(classes: Mapping[str, None], letter: Letter, what: str, severity: str) -> Iterator[Finding]:
    if not classes:
        return
    names = [f".{name}" for name in classes]
    shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
    place = letter.places.of_class(next(iter(classes)))
    if severity == "warning":
        message = f"Light grounds stay light in dark ({what}): {shown}."
        yield Finding("dark-incomplete", "warning", place, message, "Give them a dark colour there.")
    else:
        message = f"Colours that are the same in light and in dark ({what}): {shown}."
        yield Finding("dark-incomplete", "note", place, message, "Look whether they suit both.")
