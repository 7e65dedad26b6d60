"""The page of a mail as a tree, and the steps that mail programs have in common. A step changes the tree in place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.preflight.clients import css
from pipeline.preflight.clients.support import Scheme, Support

_NEVER = (
    *("script", "noscript", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "template"),
    *("form", "input", "button", "select", "textarea", "audio", "video", "dialog", "portal"),
)
_KEPT_INSIDE = frozenset({"form", "noscript", "button", "dialog"})  # the element goes, its words stay
_ADDRESSES = frozenset({"href", "src", "background", "action", "formaction", "data", "poster", "xlink:href", "srcset"})
_SAFE = ("https:", "http:", "mailto:", "tel:", "data:image/", "cid:", "#")
# A page that is looked at asks nobody for anything but pictures, and runs nothing.
_POLICY = "default-src 'none'; img-src https: data:; style-src 'unsafe-inline'"
_OURS = "data-seen-by"  # marks what is not the mail's own


@dataclass
class Page:
    """A mail on its way through a mail program.

    Attributes:
        tree: The page.
        scheme: The colours that the reader's screen is set to.
    """

    tree: LexborHTMLParser
    scheme: Scheme

    def elements(self) -> Iterator[LexborNode]:
        """All elements, each before those inside it. They may lose attributes meanwhile, and not their place."""
        root = self.tree.root
        if root is not None:
            yield from (node for node in root.traverse() if node.is_element_node)

    def all(self, selector: str) -> list[LexborNode]:
        """The elements that `selector` chooses."""
        return list(self.tree.css(selector))


Step = Callable[[Page], None]


def harmless(page: Page) -> None:
    """Nothing that runs, asks or sends stays: what every mail program takes away."""
    for name in _NEVER:
        for node in reversed(page.all(name)):  # what is inside first
            if name in _KEPT_INSIDE:
                node.unwrap()
            else:
                node.decompose()
    for node in reversed(page.all(f"meta[http-equiv], [{_OURS}]")):
        node.decompose()
    for node in page.elements():
        for name, value in node.attributes.items():
            if name.startswith("on") or name in {"srcdoc", "ping"} or (name in _ADDRESSES and not _is_safe(value)):
                del node.attrs[name]


def _is_safe(address: str | None) -> bool:
    plain = "".join((address or "").split()).lower()
    return plain.startswith(_SAFE)


def styled(support: Support) -> Step:
    """The step that leaves of all CSS what `support` says."""

    def step(page: Page) -> None:
        _sheets(page, support)
        for node in page.elements():
            style = node.attributes.get("style")
            if style is not None:
                _put(node, "style", css.declarations(style, node.tag or "", support, page.scheme))
            for name in ("class", "id"):
                if support.prefix and (value := node.attributes.get(name)):
                    node.attrs[name] = " ".join(_prefixed(one, support.prefix) for one in value.split())

    return step


def _prefixed(name: str, prefix: str) -> str:
    return name if name.startswith(prefix) else prefix + name


def _sheets(page: Page, support: Support) -> None:
    total = 0
    for node in page.all("style"):
        written = node.text(deep=True)
        total += len(written.encode("utf-8", "surrogatepass"))
        is_over = support.most is not None and total > support.most
        kept = css.sheet(written, support, page.scheme) if support.sheets and not is_over else ""
        if kept:
            node.inner_html = kept
        else:
            node.decompose()


def _put(node: LexborNode, name: str, value: str) -> None:
    if value:
        node.attrs[name] = value
    elif name in node.attributes:
        del node.attrs[name]


def without(*selectors: str) -> Step:
    """The step that takes elements away, with what is inside them."""

    def step(page: Page) -> None:
        for selector in selectors:
            for node in reversed(page.all(selector)):  # what is inside first
                node.decompose()

    return step


def without_attributes(*names: str) -> Step:
    """The step that takes attributes away."""

    def step(page: Page) -> None:
        for name in names:
            for node in page.all(f"[{name}]"):
                del node.attrs[name]

    return step


def pictures_blocked(page: Page) -> None:
    """No picture is fetched: readers see what `alt` says."""
    for node in page.all("img[src]"):
        del node.attrs["src"]


def framed(paper: str, ink: str) -> Step:
    """The last step: the program's own ground and words, and nothing that the viewer's machine decides."""

    def step(page: Page) -> None:
        head = page.tree.head
        if head is None:
            return
        for node in page.all('meta[name="color-scheme" i], meta[name="supported-color-schemes" i]'):
            node.decompose()
        ground = page.tree.create_node("style")
        ground.attrs[_OURS] = ""
        ground.inner_html = f"html {{ color-scheme: {page.scheme}; background-color: {paper}; color: {ink} }}"
        for name, attributes in (
            ("base", {"target": "_blank"}),
            ("meta", {"name": "color-scheme", "content": page.scheme}),
            ("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        ):
            node = page.tree.create_node(name)
            for attribute, value in attributes.items():
                node.attrs[attribute] = value
            node.attrs[_OURS] = ""
            _first(head, node)
        _first(head, ground)

    return step


def _first(head: LexborNode, node: LexborNode) -> None:
    """Put `node` at the start of `head`, so that the mail's own comes after and wins."""
    child = head.first_child
    if child is None:
        head.insert_child(node)
    else:
        child.insert_before(node)
