"""Which words a person would see in a source, found without the readers that are judged."""

from __future__ import annotations

import re
import unicodedata

from selectolax.lexbor import LexborHTMLParser

_UNSEEN = {"script", "style", "template", "head", "title", "iframe", "noembed", "noframes", "datalist"}

# Signs that are written in letters.
_SIGNS = re.compile(r":[a-z_+-]+:|&#?\w+;?|\[!\w+\]", re.IGNORECASE)


def in_text(source: str) -> list[str]:
    """Words with a letter; a number may be that of a list."""
    return [word for word in re.findall(r"\w+", _plain(source)) if re.search(r"[^\W\d_]", word)]


def _plain(source: str) -> str:
    return unaccented(_SIGNS.sub(" ", source.replace("\0", "")))


def unaccented(text: str) -> str:
    """`text` without marks that go with a letter: what separates them changes which letter that is."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))


_KIND = r"\b(?:begin_|end_)?(?:tip|note|hint|info|warning|important|caution|success|danger|callout|admonition|end\w+)\b"
# What Markdown's markup is made of: its words are for programs.
_MARKUP = (
    re.compile(r"\A\s*(---|\+\+\+)\n.*?\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL),
    re.compile(r"<!--.*?(?:-->|\Z)|<[a-zA-Z/!?](?:\"[^\"]*\"|'[^']*'|[^'\">])*+(?:>|[\"'].*\Z|\Z)", re.DOTALL),
    re.compile(r"\]\([^)]*\)|\]\[[^\]]*\]|^\s{0,3}\[[^\]]+\]:.*$|\[\^[^\]\s]+\]|\[![^\]]*\][-+]?", re.MULTILINE),
    re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{[^{}]*\}|^\s*[`~]{3,}.*$|^\s*:{3,}.*$|^\s*(?:!!!|\?\?\?\+?).*$", re.MULTILINE),
    # How some programs write a box.
    re.compile(
        r"\[\[[^\]|]*\||^\s*\.\. [\w-]+::.*$|^\s*#\+\w+.*$|^\[\w+\]\s*$|^\s*\w+:$|<[^<>]*\Z|" + _KIND,
        re.MULTILINE | re.IGNORECASE,
    ),
    re.compile(r"https?://\S+|&#?\w+;|^\s*(?:import|export)\b.*$|^\s*:[\w-]+:.*$|\^[\w-]+\s*$|#[\w-]+", re.MULTILINE),
)


def in_markdown(source: str) -> list[str]:
    for pattern in _MARKUP:
        source = pattern.sub(" ", source)
    return in_text(source)


def in_html(source: str) -> list[str]:
    body = LexborHTMLParser(source).body
    if body is None:
        return []
    said: list[str] = []
    unseen: set[int] = set()
    for node in body.traverse(include_text=True):
        if node.tag in _UNSEEN or (node.parent is not None and node.parent.mem_id in unseen):
            unseen.add(node.mem_id)
        elif node.tag == "-text":
            said.append(node.text_content or "")
    return in_text(" ".join(said))
