"""HTML source -> a tree that is no deeper than a parser and a reader can follow, with every word in its place.

No article nests a hundred elements; damaged pages do, where a program forgot to close what it opened.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 100  # levels of elements that are read; a level costs a reader five calls, and Python allows 1,000
_MOST_OPEN = 500  # far above DEEPEST; the parser looks through all open elements for each new one
_MOST_ATTRIBUTES = 1_000  # of one tag; the parser compares each with all before it
_MOST_STYLES = 8  # the parser opens these anew in each paragraph until they are closed

# Elements whose words never touch those of their neighbours.
BLOCKS = frozenset(
    {
        *("html", "body", "main", "article", "section", "header", "footer", "aside", "nav", "address", "center"),
        *("div", "p", "pre", "blockquote", "hr", "details", "summary", "dialog", "fieldset", "legend", "form"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "hgroup", "figure", "figcaption"),
        *("ul", "ol", "menu", "li", "dl", "dt", "dd", "option", "optgroup"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    }
)
CODE = frozenset({"script", "style", "template", "head", "title"})  # what they hold is for programs
_STYLES = frozenset({"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
# Elements that never hold others, and those that the next of their kind closes.
_NEVER_OPEN = frozenset(
    {
        *(
            "area",
            "base",
            "br",
            "col",
            "embed",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "param",
            "source",
            "track",
            "wbr",
        ),
        *("html", "head", "body", "p", "li", "dt", "dd", "tr", "th", "td", "thead", "tbody", "tfoot", "caption"),
        *("colgroup", "option", "optgroup", "rt", "rp"),
    }
)
_HTML = BLOCKS | _STYLES | {"span"}  # a slash does not close these: <div/> is read as <div>
# What is no markup, though it may look so, comes first: comments and code. A tag goes on to its ">" over whatever
# stands there: taken out in part, it would leave the beginning of a comment that swallows the rest.
_TAG = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(?P<raw>script|style|textarea|title)\b.*?(?:</(?P=raw)|\Z)"
    r"|<(?P<end>/?)(?P<name>[a-z][^\s/>]*)(?:=\s*\"[^\"]*\"|=\s*'[^']*'|[^>])*+>?",
    re.IGNORECASE | re.DOTALL,
)


def parse(source: str) -> LexborHTMLParser:
    """The tree of `source`, at most DEEPEST levels deep. What is deeper loses its markup, never its words."""
    tree = LexborHTMLParser(_shallow(source))
    _flatten(tree)
    return tree


def _shallow(source: str) -> str:
    """`source` without the tags that open far more elements than they close. Most pages have none of them."""
    return source if _is_shallow(source) else _without_open_tags(source)


_LONG_TAG = re.compile(rf"<[^<>]{{{_MOST_ATTRIBUTES}}}")


def _is_shallow(source: str) -> bool:
    """Whether `source` surely has no tag to be left out: looking takes half as long as judging each."""
    if _LONG_TAG.search(source):
        return False
    opened: dict[str, int] = defaultdict(int)
    styles = others = 0
    for _, end, written in _TAG.findall(source):
        name = written.lower()
        if not name or name in _NEVER_OPEN or (end and not opened[name]):
            continue
        step = -1 if end else 1
        opened[name] += step
        if name in _STYLES:
            styles += step
        else:
            others += step
        if styles > _MOST_STYLES or others > _MOST_OPEN:
            return False
    return True


def _without_open_tags(source: str) -> str:
    opened: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    styles = others = 0

    def judged(match: re.Match[str]) -> str:
        nonlocal styles, others
        name = (match["name"] or "").lower()
        if len(match[0]) > _MOST_ATTRIBUTES and len(match[0].split()) + match[0].count("=") > _MOST_ATTRIBUTES:
            return f"<{match['end']}{name}>" if name else match[0]
        if not name or name in _NEVER_OPEN or (name not in _HTML and match[0].endswith("/>")):
            return match[0]
        style = name in _STYLES
        if match["end"]:
            if removed[name]:
                removed[name] -= 1
                return "" if style else " "
            step = -1 if opened[name] else 0
        elif (styles >= _MOST_STYLES) if style else (others >= _MOST_OPEN):
            removed[name] += 1
            return "" if style else " "
        else:
            step = 1
        opened[name] += step
        styles, others = (styles + step, others) if style else (styles, others + step)
        return match[0]

    return _TAG.sub(judged, source)


def _flatten(tree: LexborHTMLParser) -> None:
    """Make what is below DEEPEST a run of words."""
    level = [tree.root] if tree.root is not None else []
    for _ in range(DEEPEST):
        level = [child for node in level for child in node.iter()]
        if not level:
            return
    for node in level:
        if node.tag not in CODE and (held := list(node.iter(include_text=True))):
            words = "".join(_word(inner) for inner in node.traverse(include_text=True))
            for child in held:
                child.decompose()
            node.insert_child(words)


def _word(node: LexborNode) -> str:
    """What a node says by itself; a picture says what it shows."""
    if node.tag == "-text":
        return "" if node.parent is not None and node.parent.tag in CODE else node.text_content or ""
    if node.tag == "img":
        return f" {node.attributes.get('alt') or ''} "
    return " " if node.tag in BLOCKS or node.tag == "br" else ""


def outermost(node: LexborNode, tags: frozenset[str]) -> list[LexborNode]:
    """The elements below `node` that carry one of `tags`, without those inside another such."""
    found: list[LexborNode] = []
    waiting = list(node.iter())[::-1]
    while waiting:
        child = waiting.pop()
        if child.tag in tags:
            found.append(child)
        else:
            waiting.extend(list(child.iter())[::-1])
    return found
