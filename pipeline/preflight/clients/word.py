"""What only Word does with a mail: properties and shapes of its own, and what it hides."""

from __future__ import annotations

from selectolax.lexbor import LexborNode

from pipeline.preflight.clients import css
from pipeline.preflight.clients.page import Page

_UNSEEN = (".webp", ".svg", ".avif", ".heic", ".apng")  # pictures that Word does not draw
_SHAPES = ("v:roundrect", "v:rect", "v:oval")


def own_styles(page: Page) -> None:
    """`mso-hide` hides, `mso-padding-alt` is the padding of a cell, `text-decoration` takes one word."""
    for node in page.elements():
        style = node.attributes.get("style")
        if style and "mso-" in style.lower():
            node.attrs["style"] = "; ".join(f"{name}: {value}" for name, value in _translated(css.pairs(style)))


def _translated(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    own = dict(found)
    kept = [(name, value) for name, value in found if not name.startswith("mso-")]
    if own.get("mso-hide") == "all":
        kept.append(("display", "none"))
    if padding := own.get("mso-padding-alt"):
        kept = [(name, value) for name, value in kept if not name.startswith("padding")]
        kept.append(("padding", padding))
    return kept


def shapes(page: Page) -> None:
    """VML as boxes of its size and colour; a browser knows none."""
    for name in _SHAPES:
        for node in page.all(name.replace(":", r"\:")):
            own = dict(css.pairs(node.attributes.get("style") or ""))
            size = [f"{side}: {own[side]}" for side in ("width", "height") if side in own]
            color = node.attributes.get("fillcolor")
            ground = [f"background-color: {color}"] if color and node.attributes.get("fill") != "f" else []
            node.attrs["style"] = "; ".join(["display: inline-block", "vertical-align: middle", *size, *ground])
    for node in page.all("xml"):
        node.decompose()


def unseen_pictures(page: Page) -> None:
    """Pictures of kinds that Word does not draw are their `alt`."""
    for node in page.all("img[src]"):
        if _kind(node).endswith(_UNSEEN):
            del node.attrs["src"]


def _kind(image: LexborNode) -> str:
    return (image.attributes.get("src") or "").partition("?")[0].partition("#")[0].lower()
