"""ONE table of rules: markup -> key point. Adding a form is adding a row here and a case beside the tests.

Three places ask it: lines (`bulb`), Markdown before it is parsed (`OPENINGS`), and HTML elements (`HTML_RULES`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pipeline.model import KeyPoint, KeyPointKind

# U+FE0E and U+FE0F choose how the bulb is drawn; `:bulb:` is its short name in Markdown editors.
_BULB = re.compile(r"^[\s>*_•·\-]*(?:💡[\ufe0e\ufe0f]?|:bulb:)\s*")
_KINDS: dict[str, KeyPointKind] = {
    "tip": "tip",
    "hint": "tip",
    "success": "tip",
    "check": "tip",
    "idea": "tip",
    "important": "key point",
    "key": "key point",
    "takeaway": "key point",
    "callout": "key point",
    "summary": "summary",
    "abstract": "summary",
    "tldr": "summary",
    "note": "note",
    "info": "note",
    "warning": "warning",
    "caution": "warning",
    "danger": "warning",
    "attention": "warning",
    "error": "warning",
}
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True))

# Emoji and icon names that open a callout, and what they make of it. A callout with any other emoji is ordinary text in a box.
ICONS: tuple[tuple[str, KeyPointKind], ...] = (
    ("💡", "key point"),
    ("light-bulb", "key point"),
    ("lightbulb", "key point"),
    ("⚠", "warning"),
    ("🚨", "warning"),
    ("🛑", "warning"),
)


@dataclass(frozen=True)
class Opening:
    """How a callout opens in Markdown source.

    Attributes:
        start: Matches its first line; may name the groups `kind`, `title` and `fence`.
        end: What closes it: a pattern (`{fence}` is filled in), `quoted` (while lines start with >) or `indented`.
        bulb_only: True where it is a key point only with a bulb inside.
    """

    start: re.Pattern[str]
    end: str
    bulb_only: bool = False


def _rule(start: str, end: str, *, bulb_only: bool = False) -> Opening:
    return Opening(re.compile(start.replace("NAMES", _NAMES), re.IGNORECASE), end, bulb_only)


# What a tag says of its callout: the title by its name, or quoted alone. Possessive, so that no line takes long.
_WORD = r"(?!%\}\})[^}>]"
_TITLE = (
    rf"(?:(?!\btitle=|\s[\"']){_WORD})*+"
    rf"(?:(?:\btitle=|\s)(?P<quote>[\"'])(?P<title>(?:(?!(?P=quote)).)*+)(?P=quote))?+(?:{_WORD})*+"
)
# The same of a box whose name does not tell its kind (`callout`, `admonition`).
_TYPED = rf"(?=(?:{_WORD})*\b(?:type|kind|variant|intent)=[\"'](?P<kind>NAMES)[\"'])" + _TITLE

OPENINGS: tuple[Opening, ...] = (
    # GitHub, Obsidian: > [!TIP]- Title
    _rule(r"^ {0,3}>\s*\[!(?P<kind>NAMES)\][+-]?\s*(?P<title>.*)$", "quoted"),
    # Docusaurus, VuePress, Starlight: :::tip[Title]{.class} or ::: tip Title
    _rule(
        r"^ {0,3}(?P<fence>:{3,})\s*(?P<kind>NAMES)(?![\w-])\s*(?P<bracket>\[)?"
        r"(?P<title>(?(bracket)[^\]]*|[^{\n]*))(?(bracket)\]).*$",
        r"^ {0,3}{fence}\s*$",
    ),
    # MkDocs: !!! tip "Title", also beside the text: !!! tip inline end "Title"
    _rule(r"^(?:!!!|\?\?\?\+?)\s+(?P<kind>NAMES)\b(?:\s+(?:inline|end)\b)*\s*\"?(?P<title>[^\"]*)\"?\s*$", "indented"),
    # MyST: ```{tip}
    _rule(r"^(?P<fence>`{3,}|:{3,})\{(?P<kind>NAMES)\}\s*(?P<title>.*)$", r"^{fence}\s*$"),
    # Hugo: {{< callout type="tip" title="Title" >}}, {{< callout emoji="💡" >}} and {{% tip %}}
    _rule(
        rf"^\s*\{{\{{[<%]\s*(?:callout|admonition|alert|notice|aside)\b{_TYPED}[>%]\}}\}}\s*$",
        r"^\s*\{\{[<%]\s*/\s*\w+\s*[>%]\}\}\s*$",
    ),
    _rule(rf"^\s*\{{\{{[<%]\s*(?P<kind>NAMES)\b{_TITLE}[>%]\}}\}}\s*$", r"^\s*\{\{[<%]\s*/\s*\w+\s*[>%]\}\}\s*$"),
    # GitBook: {% hint style="info" %}
    _rule(r"^\s*\{%\s*hint\s+style=\"(?P<kind>NAMES)\"\s*%\}\s*$", r"^\s*\{%\s*endhint\s*%\}\s*$"),
    # MDX components: <Callout type="tip" title="Title">, <Tip title="Title">
    _rule(rf"^\s*<(?-i:Callout|Admonition|Aside|Alert)\b{_TYPED}>\s*$", r"^\s*</\w+>\s*$"),
    _rule(
        rf"^\s*<(?P<kind>(?-i:Tip|Note|Warning|Info|Callout|Hint|Check))\b{_TITLE}>\s*$",
        r"^\s*</\w+>\s*$",
    ),
    # Notion: <aside>, a key point only with its bulb
    _rule(r"^\s*<aside>(?P<title>)\s*$", r"^\s*</aside>\s*$", bulb_only=True),
)


@dataclass(frozen=True)
class HtmlRule:
    """How a callout looks in HTML.

    Attributes:
        selector: CSS selector of the box.
        icon: Selector of its icon or emoji; where given, the icon decides the kind (see ICONS).
        title: Selector of its title, which is a label and not part of the text.
    """

    selector: str
    icon: str | None = None
    title: str | None = None


HTML_RULES: tuple[HtmlRule, ...] = (
    HtmlRule("[data-callout-kind]"),  # our own, made by markdown.py
    HtmlRule(".kg-callout-card", icon=".kg-callout-emoji"),  # Ghost
    HtmlRule("figure.callout, .callout.block-color-gray_background", icon=".icon"),  # Notion
    HtmlRule(".callout-block, [data-callout=true]"),  # Substack
    HtmlRule("[data-node-type=callout]", icon="[data-node-type=callout-emoji]"),  # Hashnode
    HtmlRule(".confluence-information-macro", title=".title"),  # Confluence
    HtmlRule(".theme-admonition", title="[class*=admonitionHeading], [class*=admonition-heading]"),  # Docusaurus
    HtmlRule(".admonition, details.tip, details.note", title=".admonition-title, summary"),  # MkDocs, Sphinx
    HtmlRule(".markdown-alert", title=".markdown-alert-title"),  # GitHub
)

# Headings, and words in an introduction ("Hier zijn enkele kernpunten:"), that say what follows are the key points.
_KEY_POINTS = (
    r"kern-?punten|key-?points?|hoofdpunten|in het kort|in 't kort|kort samengevat|samengevat|belangrijkste punten|de belangrijkste inzichten"
    r"|key take-?aways?|take-?aways?|tl;?\s?dr|at a glance|in short|in brief|the short version|highlights"
    r"|das wichtigste in kürze|das wichtigste|auf einen blick|kurz gesagt|kernpunkte|kernaussagen|zusammengefasst"
    r"|à retenir|en bref|l['’]essentiel|points clés|ce qu['’]il faut retenir"
    r"|puntos clave|lo esencial|en resumen|en pocas palabras|punti chiave|in breve|in sintesi|da ricordare"
    r"|pontos-chave|em resumo|najważniejsze|kluczowe punkty|hovedpunkter|kort fortalt|sammanfattning|i korthet"
)
_KEY_HEADING = re.compile(
    rf"^[\W\d]*(?:de |the |die |les |los |i )?(?:{_KEY_POINTS})(?: (?:punten|points|van dit artikel|of this article|im überblick))?[\W]*$",
    re.I,
)
_KEY_INTRODUCTION = re.compile(
    r"\b(kernpunten|hoofdpunten|key (?:points|takeaways)|kernpunkte|kernaussagen|points clés|puntos clave|punti chiave)\b[^.!?]*:$",
    re.I,
)


def bulb(text: str) -> str | None:
    """What follows the 💡 that opens `text`, or None where none opens it."""
    match = _BULB.match(text)
    return text[match.end() :].strip() if match else None


def kind_of(name: str) -> KeyPointKind | None:
    """The kind that a callout's name or class stands for (`tip`, `theme-admonition-warning`), or None."""
    words = [word for word in re.split(r"[\W_]+", name.casefold()) if word]
    return next((_KINDS[word] for word in words if word in _KINDS and word != "callout"), None)


def icon_kind(icon: str) -> KeyPointKind | None:
    """The kind that an icon stands for, or None for an icon of another meaning."""
    return next((kind for sign, kind in ICONS if sign in icon), None)


def announces_key_points(heading: str) -> bool:
    """Whether a heading such as "Key points" says that the list below it holds the key points."""
    return bool(_KEY_HEADING.match(heading.strip()))


def introduces_key_points(sentence: str) -> bool:
    """Whether a sentence such as "Hier zijn enkele kernpunten:" says so."""
    return bool(_KEY_INTRODUCTION.search(sentence.strip()))


# Labels that only name what follows, and the kind they name.
_LABELS: tuple[tuple[str, KeyPointKind], ...] = (
    (
        r"(?:praktische |handige |onze |gouden |practical |quick |pro |unser |praktischer )?(?:tipp?s?|hint|astuce|conseil|consejo|consiglio)(?: van \w+)?",
        "tip",
    ),
    (
        r"onthoud|kernpunt|key (?:point|take-?away)|take-?away|remember|merksatz|merke?|à retenir|important|belangrijk|wichtig|recuerda|ricorda"
        r"|note|noot|info|hinweis|remarque|nota",  # beside a 💡 these name a key point too
        "key point",
    ),
    (
        r"samengevat|kort gezegd|samenvatting|summary|in short|tl;?dr|kurz gesagt|zusammenfassung|fazit|en bref|en resumen|in breve",
        "summary",
    ),
    (r"let op|waarschuwing|pas op|warning|caution|attention|achtung|vorsicht|warnung|atención|attenzione", "warning"),
)
_LABEL = re.compile("|".join(f"(?P<l{number}>{words})" for number, (words, _) in enumerate(_LABELS)), re.IGNORECASE)
_LABEL_END = re.compile(r"\s*(?:[:!]|\s[-–—]|[-–—]\s)\s*(?=\S)")


def is_label(title: str) -> bool:
    """Whether a callout's title only names its kind ("Tip") and says nothing of its own."""
    words = title.strip(" \t\r\n:!")
    return not words or bool(_LABEL.fullmatch(words)) or (kind_of(words) is not None and len(words.split()) == 1)


def without_label(point: KeyPoint) -> KeyPoint:
    """`point` without an opening label such as "Tip:", whose kind it takes. A point that is only a label stays."""
    label = _LABEL.match(point.text)
    end = _LABEL_END.match(point.text, label.end()) if label else None
    if label is None or end is None or label.lastgroup is None:
        return point
    text = point.text[end.end() :]
    kind = _LABELS[int(label.lastgroup[1:])][1]
    return replace(point, text=text[0].upper() + text[1:], kind=kind if point.kind == "key point" else point.kind)
