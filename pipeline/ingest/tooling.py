"""What Markdown holds for editors and site builders, and readers never see: comments, scripts, anchors, properties."""

from __future__ import annotations

import re
from functools import cache
from html import escape
from itertools import takewhile

from pipeline.ingest import frontmatter
from pipeline.model import Dropped

# Signs of which one stands in every mark of a row, and the row. Code stands first: it keeps all it has.
# Each row ends before the next mark of its kind, so that a thousand unclosed ones take no longer than they must.
_ROWS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("```", "~~~"), r"(?P<code>^[ ]{0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*?(?:^[ ]{0,3}(?P=fence)[`~]*[ \t]*$|\Z))"),
    (("`",), r"(?P<span>`[^`\n]+`)"),
    (
        ("<!--", "%%"),
        r"""(?P<comment><!--(?:(?!<!--).)*?-->
        | ^%%[ \t]*\n(?:(?!^%%).)*^%%[ \t]*$ | ^%%(?:(?!%%).)+%%[ \t]*$ | %%[^%\n]+%%)""",
    ),
    (
        ("<!--", "<t", "<x", "<p", "<s", "<i", "<n"),
        r"(?P<open><(?:!--|(?P<tag>(?i:title|textarea|xmp|plaintext|style|script|iframe|noembed|noframes))\b))",
    ),
    (
        ("import ", "export "),
        r"""(?P<script>
        ^(?:import[ ][^'"\n]+[ ]from[ ]['"][^'"\n]+['"];?|export[ ](?:const|default)\b[^\n]*)[ \t]*$)""",
    ),
    (("toc",), r"(?P<contents>^(?:[*-][ ][^\n]*\n\{:[ ]?toc[^{}\n]*\}|\[\[?_?(?i:toc)_?\]?\])[ \t]*$)"),
    (("![[",), r"(?P<file>^!\[\[[^\[\]\n]*\]\][ \t]*$)"),
    (("{#",), r"(?P<anchor>(?<=\S)[ \t]*\{\#[\w-]+\}[ \t]*$)"),
    (("[^",), r"(?P<note>^\[\^[^\[\]\s]+\]:[ \t]*(?P<words>[^\n]+(?:\n(?:[ ]{2,}|\t)\S[^\n]*)*)$)"),
    (("[^",), r"(?P<mention>\[\^(?P<number>[^\[\]\s]+)\])"),
    (("[[",), r"(?P<page>\[\[(?:[^\[\]|\n]*\|)?(?P<shown>[^\[\]|\n]+)\]\])"),
    (("==",), r"(?P<mark>==(?P<marked>[^\s=](?:[^=\n]*[^\s=])?)==)"),
)


@cache
def _pattern(rows: tuple[str, ...]) -> re.Pattern[str]:
    """Rows as one pattern: most texts use few, and a pattern of all takes longer than parsing the text."""
    return re.compile("|".join(rows), re.MULTILINE | re.DOTALL | re.VERBOSE)


_REASONS = {
    "comment": "comment of the author",
    "contents": "table of contents",
    "script": "code of the page",
    "file": "embedded file",
    "anchor": "anchor of a heading",
}


# Elements whose content is no text in HTML: one that is never closed would swallow all that stands below.
_EMBEDS = ("style", "script", "iframe", "noembed", "noframes")


def without_marks(body: str) -> tuple[str, list[Dropped], list[str]]:
    """`body` without marks for tools, what they were, and the footnotes' texts."""
    dropped: list[Dropped] = []
    notes: list[str] = []
    lower = body.casefold()
    rows = tuple(row for signs, row in _ROWS if any(map(lower.__contains__, signs)))
    if not rows:
        return body, dropped, notes
    pattern = _pattern(rows)
    closed = {tag: lower.rfind(f"</{tag}") for tag in _EMBEDS}

    def shown(match: re.Match[str]) -> str:
        kind = match.lastgroup or ""
        dropped.extend(_told(match, kind))
        if kind == "note":
            notes.append(re.sub(r"\s+", " ", match["words"]))
        elif kind == "mark":
            return pattern.sub(shown, match["marked"])
        elif kind == "open":
            kept = closed.get((match["tag"] or "").casefold(), -1) > match.start()
            return match[0] if kept else f"&lt;{match[0][1:]}"
        elif kind in {"code", "span"}:
            return match[0]
        elif kind in {"mention", "page"}:
            return f"[{match['number']}]" if kind == "mention" else match["shown"]
        return ""

    return pattern.sub(shown, body), dropped, notes


def _told(match: re.Match[str], kind: str) -> list[Dropped]:
    """What of a mark is left out; beside a fence one word is the code's language, and braces name a callout."""
    if kind in _REASONS:
        return [Dropped(match[0].strip(), _REASONS[kind])]
    label = match[0].split("\n", 1)[0].strip("`~ \t") if kind == "code" else ""
    return [Dropped(label, "label of a code block")] if " " in label and not label.startswith("{") else []


# A line that is nothing but a tag of a site builder (Hugo, Liquid, kramdown); callouts are taken out before.
_TAG = re.compile(r"^\s*(?:\{\{[^{}]*\}\}|\{%[^{}]*%\}|\{:[^{}]*\})\s*$")
_FIGURE = re.compile(r"^\s*\{\{[<%]\s*(?:figure|image|img)\s")
_SAID = re.compile(r"\b(src|alt|caption|title)=\"([^\"]*)\"")


def without_tag(line: str) -> tuple[str, list[Dropped]]:
    """`line`, where it is nothing but a tag of a site builder as nothing, or as the picture that it shows."""
    if not _TAG.match(line):
        return line, []
    said = dict(_SAID.findall(line))
    if _FIGURE.match(line) and said.get("src"):
        caption = escape(said.get("caption") or said.get("title") or "")
        shown = f'<img src="{escape(said["src"])}" alt="{escape(said.get("alt", ""))}">'
        return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>", []
    return "", [Dropped(line.strip(), "tag of a site builder")]


_PROPERTY = re.compile(r"^([A-ZÀ-Þ][\w -]{1,24}): (\S.*)$")
_PROPERTIES = frontmatter.KEYS | {
    *("status", "statut", "estado", "stato", "tags", "tag", "labels", "type", "category", "categorie", "kategorie"),
    *("catégorie", "categoría", "categoria", "created", "created time", "created by", "last edited", "owner", "slug"),
    *("last edited time", "last edited by", "publish date", "published on", "gemaakt", "gemaakt op", "laatst bewerkt"),
    *("eigenaar", "publicatiedatum", "erstellt", "erstellt am", "zuletzt bearbeitet", "veröffentlicht", "autoren"),
    *("créé le", "modifié le", "date de publication", "étiquettes", "etiquetas", "etichette", "priority", "prioriteit"),
}


def properties(body: str) -> tuple[frontmatter.Fields, str]:
    """The properties that Notion writes in lines below a page's title, and `body` without them.

    A dialogue looks the same ("Anna: …"): two keys must be known ones and none may come twice, and only known ones go.
    """
    lines = body.split("\n")
    filled = (at for at, line in enumerate(lines) if line.strip())
    title, start = next(filled, 0), next(filled, 0)
    found = [match for line in takewhile(str.strip, lines[start:]) if (match := _PROPERTY.match(line))]
    end = start + sum(1 for _ in takewhile(str.strip, lines[start:]))
    keys = [match[1].casefold() for match in found]
    known = _PROPERTIES.intersection(keys)
    whole = len(found) == end - start and len(set(keys)) == len(keys)
    if not lines[title].startswith("# ") or start - title < 2 or len(known) < 2 or not whole:
        return (), body
    entries = tuple(frontmatter.Entry(key, match[2]) for key, match in zip(keys, found, strict=True) if key in known)
    rest = [match[0] for key, match in zip(keys, found, strict=True) if key not in known]
    return entries, "\n".join(lines[:start] + rest + lines[end:])
