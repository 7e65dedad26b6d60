"""Callouts of HTML -> key points, and what stands in their boxes besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.ingest import callouts, inline, labels
from pipeline.ingest.callouts import HTML_RULES, HtmlRule
from pipeline.ingest.elements import Element, Heading
from pipeline.ingest.names import Names, found_by, selectors
from pipeline.model import Block, Dropped, KeyPoint, KeyPointKind

SURE = ", ".join(rule.selector for rule in HTML_RULES if not rule.weak)
_RULES = tuple((rule, selectors(rule.selector)) for rule in HTML_RULES)
LABEL = "label of a key point"
ICON = "icon of a key point"
_LONGEST = 1_000  # characters
_ALERT = re.compile(r"\[!(?P<kind>[\w-]+)\][+-]?\s*")


@dataclass
class Said:
    """What a box says: key points and pictures, and what was left out."""

    elements: list[Element] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)


@dataclass(frozen=True)
class Opening:
    """What stands at the head of a box, and is taken out of it."""

    kind: KeyPointKind
    title: str = ""
    icon: str = ""


def found(tree: LexborHTMLParser, used: Names) -> Mapping[int, HtmlRule]:
    """The nodes of a page that may be callouts, each with its first rule, looked up at once for all."""
    boxed: dict[int, HtmlRule] = {}
    for rule, listed in _RULES:
        for node in found_by(tree, listed, used):
            boxed.setdefault(node.mem_id, rule)
    return boxed


def open_box(node: LexborNode, rule: HtmlRule) -> Opening | None:
    """The head of a callout that looks like `rule`, which is taken out of `node`; None for a box that is none."""
    titled, icon = _part(node, rule.title), _part(node, rule.icon)
    kind = _kind(node, rule, icon)
    if kind is None:
        if icon is not None and not re.search(r"\w", icon.text() or "") and icon.css_first("img") is None:
            icon.decompose()  # a sign above a text that is no key point says nothing by itself
        return None
    stated = node.attributes.get("data-callout-title")
    title = re.sub(r"\*\*|__|`", "", stated) if stated else ""
    title = inline.from_nodes([titled], None).text if titled is not None else title
    sign = inline.from_nodes([icon], None).text if icon is not None else ""
    for part in (titled, icon):
        if part is not None:
            _take_out(part)
    return Opening(kind, title, sign)


def _take_out(part: LexborNode) -> None:
    """Take a title or icon out of its box; its pictures stay there."""
    for image in part.css("img"):
        if not inline.is_emoji_picture(image):
            part.insert_before(image)
    part.decompose()


def _part(node: LexborNode, selector: str | None) -> LexborNode | None:
    return next((part for part in node.css(selector) if part.mem_id != node.mem_id), None) if selector else None


def _kind(node: LexborNode, rule: HtmlRule, icon: LexborNode | None) -> KeyPointKind | None:
    own = node.attributes.get("data-callout-kind")
    if own:
        return callouts.kind_of(own) or "key point"
    if rule.icon:
        return callouts.icon_kind(icon.html or "") if icon is not None else None
    stated = f"{node.attributes.get('class') or ''} {node.attributes.get('data-callout') or ''}"
    text = node.text() or ""
    if named := callouts.kind_of(stated):
        return named
    # A box that only its bulb tells from others is a key point as long as it is short; a longer one holds a text.
    return "key point" if callouts.bulb(text) is not None and len(text) <= _LONGEST else None


def contents(inside: list[Element], opening: Opening) -> Said:
    """A box's content as key points: a bare list gives one an item, anything else is one together.

    Pictures stay pictures, after the key points.
    """
    said = Said(dropped=[Dropped(opening.icon, ICON)] if re.search(r"\w", opening.icon) else [])
    body = _without_pictures(inside, said)
    title, kind = opening.title or _own_title(body), opening.kind
    if title:
        title = callouts.bulb(title) or title
        kind = labels.with_label(KeyPoint("", kind), title).kind
    if labels.is_label(title) or labels.announces_key_points(title):
        said.dropped += [Dropped(title, LABEL)] if title.strip() else []
        title = ""
    if kind == "note" and any(isinstance(element, KeyPoint) for element in body):
        kind = "key point"
    said.elements[:0] = _points(body, kind, title)
    return said


def _own_title(body: list[Element]) -> str:
    """The title that opens a box, which is taken out of `body`: a heading, or a line that only names the kind."""
    if body and isinstance(body[0], Heading):
        return body.pop(0).text
    named = len(body) > 1 and not (isinstance(body[0], Block) and body[0].items) and labels.is_label(body[0].text)
    return body.pop(0).text if named else ""


def alert(inside: list[Element]) -> Opening | None:
    """The head of a quote that opens with `[!TIP]`, which is taken out of `inside`; None for another quote."""
    first = inside[0] if inside else None
    match = _ALERT.match(first.text) if isinstance(first, Block) and first.kind == "paragraph" else None
    kind = callouts.kind_of(match["kind"]) if match else None
    if match is None or kind is None or not isinstance(first, Block):
        return None
    rest = inline.tidy(_ALERT.sub("", first.html, count=1))
    inside[:1] = [Block("paragraph", rest.text, rest.html)] if rest else []
    return Opening(kind)


def _without_pictures(inside: list[Element], said: Said) -> list[Element]:
    """`inside` without its pictures, which are said as they are; an icon only tells the kind."""
    words: list[Element] = []
    for element in inside:
        if not isinstance(element, Block) or element.kind != "image":
            words.append(element)
        elif callouts.icon_kind(element.url or "") is not None:
            said.dropped.append(Dropped(element.text or element.url or "", ICON))
        else:
            said.elements.append(element)
    return words


def _points(body: list[Element], kind: KeyPointKind, title: str) -> list[Element]:
    if len(body) == 1 and isinstance(body[0], Block) and body[0].items:
        above = [Block("paragraph", title, inline.from_text(title).html)] if title else []
        return [*above, *(KeyPoint(item.text, kind) for item in body[0].items)]
    text = " ".join(element.text.replace("\n", " ") for element in body)
    if title and text:
        text = f"{title.rstrip(': ')}{' ' if title.rstrip()[-1] in '.!?…' else ': '}{text}"
    return [KeyPoint(text or title, kind)] if text or title else []
