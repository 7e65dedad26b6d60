"""ONE table of rules: markup -> key point. Adding a form is adding a row here and a file of cases beside the tests.

Three places ask it: lines (`bulb`, `cuts`), Markdown before it is parsed (`OPENINGS`), and HTML elements (`HTML_RULES`).
What names key points in words, by language, stands in `labels.py`. How to add a form: docs/adding-a-format.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import KeyPointKind

# U+FE0E and U+FE0F choose how the bulb is drawn; its names are those of Markdown editors and chat programs, its numbers
# what programs write that fear emoji.
BULB = r"(?:💡[\ufe0e\ufe0f]?|:(?:electric_)?(?:light_?)?bulb:|&#(?:128161|[xX]0*1[fF]4[aA]1);?)"
_OPENS = re.compile(rf"^[\s>*_•·\-]*{BULB}\s*")
_KINDS: dict[str, KeyPointKind] = {
    **dict.fromkeys(("tip", "tips", "protip", "hint", "success", "check", "done", "idea"), "tip"),
    **dict.fromkeys(("important", "key", "takeaway", "takeaways", "callout", "keypoint", "keypoints"), "key point"),
    **dict.fromkeys(("summary", "abstract", "tldr"), "summary"),
    **dict.fromkeys(("note", "info"), "note"),
    **dict.fromkeys(("warning", "warn", "caution", "danger", "attention", "error", "alert"), "warning"),
}
# Words of classes and names that only say that something is a box.
_NO_KIND = frozenset({"callout", "alert", "attention", "hint"})
_NAMES = "|".join(sorted(_KINDS, key=len, reverse=True))

# Emoji and icon names that open a callout, and what they make of it. A callout with any other emoji is text in a box.
ICONS: tuple[tuple[str, KeyPointKind], ...] = (
    ("💡", "key point"),
    ("1f4a1", "key point"),
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
        name: The row's name; its cases stand under it beside the tests.
        start: Matches its first line; may name the groups `kind`, `title`, `fence`, and `beside` (text on that line).
        end: What closes it: a pattern, or what `fence` matched where there is one; `quoted` (while lines start with >),
            `indented`, `paragraph` (at a blank line), or `delimited` (a line of signs below it, and the next such).
        bulb_only: True where it is a key point only with a bulb inside.
    """

    name: str
    start: re.Pattern[str]
    end: str
    bulb_only: bool = False


def _rule(name: str, start: str, end: str, *, bulb_only: bool = False) -> Opening:
    return Opening(name, re.compile(start.replace("NAMES", _NAMES), re.IGNORECASE), end, bulb_only)


# What a tag says of its callout: the title by its name, or quoted alone. Possessive, so that no line takes long.
_WORD = r"(?!%\}\})[^}>]"
_TITLE = (
    rf"(?:(?!\btitle=|\s[\"']){_WORD})*+"
    rf"(?:(?:\btitle=|\s)(?P<quote>[\"'])(?P<title>(?:(?!(?P=quote)).)*+)(?P=quote))?+(?:{_WORD})*+"
)
# The same of a box whose name does not tell its kind (`callout`, `admonition`).
_TYPED = rf"(?=(?:{_WORD})*\b(?:type|kind|variant|intent|style)=[\"'](?P<kind>NAMES)[\"'])" + _TITLE
# The same between {% and %}.
_TAGGED = (
    r"(?=[^%}]*\b(?:type|kind|style)=[\"'](?P<kind>NAMES)[\"'])(?:(?!\btitle=)[^%}])*+"
    r"(?:title=(?P<quote>[\"'])(?P<title>(?:(?!(?P=quote))[^%}])*+)(?P=quote))?+[^%}]*+"
)
_BOX = r"(?:callout|admonition|alert|notice|aside|hint)"
_SHORTCODE_END = r"^\s*\{\{[<%]\s*/\s*\w+\s*[>%]\}\}\s*$"
_TAG_END = r"^\s*\{%-?\s*(?:end|/\s*)\w+\s*-?%\}\s*$"
_ANY = r"[a-z][\w-]*"  # a box of any name is a box: its body is never code

OPENINGS: tuple[Opening, ...] = (
    # GitHub, GitLab, Obsidian, Typora: > [!TIP]- Title
    _rule("alert", rf"^ {{0,3}}>\s*\[!(?P<kind>{_ANY})(?:\|[^\]]*)?\][+-]?\s*(?P<title>.*)$", "quoted"),
    # GitLab, over several lines: >>> [!tip] Title
    _rule("fenced alert", r"^>>>\s*\[!(?P<kind>NAMES)\]\s*(?P<title>.*)$", r"^>>>\s*$"),
    # Quarto: ::: {.callout-tip title="Title"}
    _rule(
        "Quarto",
        r"^ {0,3}(?P<fence>:{3,})\s*\{[^}]*\.callout-(?P<kind>NAMES)\b"
        r"(?:[^}]*?\btitle=(?P<quote>[\"'])(?P<title>(?:(?!(?P=quote)).)*)(?P=quote))?[^}]*\}\s*$",
        "fence",
    ),
    # Docusaurus, VuePress, VitePress, Starlight, HackMD: :::tip[Title]{.class} or ::: tip Title
    _rule(
        "directive",
        rf"^ {{0,3}}(?P<fence>:{{3,}})\s*(?P<kind>{_ANY})\s*(?P<bracket>\[)?"
        r"(?P<title>(?(bracket)[^\]]*|[^{\n]*))(?(bracket)\]).*$",
        "fence",
    ),
    # MkDocs: !!! tip "Title", also beside the text: !!! tip inline end "Title"
    _rule(
        "MkDocs",
        rf"^(?:!!!|\?\?\?\+?)\s+(?P<kind>{_ANY})\b(?:\s+(?:inline|end)\b)*\s*\"?(?P<title>[^\"]*)\"?\s*$",
        "indented",
    ),
    # MyST: ```{tip}, and ```{admonition} Title with a class below
    _rule("MyST", r"^(?P<fence>`{3,}|:{3,})\{(?P<kind>NAMES)\}\s*(?P<title>.*)$", "fence"),
    _rule("MyST with a class", r"^(?P<fence>`{3,}|:{3,})\{admonition\}\s*(?P<title>.*)$", "fence", bulb_only=True),
    # reStructuredText: .. tip:: text, and .. admonition:: Title with a class below
    _rule("reStructuredText", r"^\.\. (?P<kind>NAMES)::[ \t]*(?P<beside>.*)$", "indented"),
    _rule("reStructuredText with a class", r"^\.\. admonition::[ \t]*(?P<title>.*)$", "indented", bulb_only=True),
    # AsciiDoc: [TIP] above a block or paragraph, and TIP: before a paragraph
    _rule("AsciiDoc block", r"^\[(?P<kind>(?-i:TIP|NOTE|IMPORTANT|WARNING|CAUTION))\]\s*$", "delimited"),
    _rule("AsciiDoc line", r"^(?P<kind>(?-i:TIP|NOTE|IMPORTANT|WARNING|CAUTION)):\s+(?P<beside>\S.*)$", "paragraph"),
    # Org, Logseq: #+BEGIN_TIP
    _rule("Org", r"^#\+begin_(?P<kind>NAMES)\b(?P<title>.*)$", r"(?i)^#\+end_\w+\s*$"),
    # kramdown, Just the Docs: {: .tip } above a paragraph
    _rule("kramdown", r"^\{:\s*\.(?P<kind>NAMES)\b[^}]*\}\s*$", "paragraph"),
    # Hugo: {{< callout type="tip" title="Title" >}}, {{< callout emoji="💡" >}} and {{% tip %}}
    _rule("Hugo with a type", rf"^\s*\{{\{{[<%]\s*{_BOX}\b{_TYPED}[>%]\}}\}}\s*$", _SHORTCODE_END),
    _rule("Hugo", rf"^\s*\{{\{{[<%]\s*(?P<kind>NAMES)\b{_TITLE}[>%]\}}\}}\s*$", _SHORTCODE_END),
    # GitBook: {% hint style="info" %}; Markdoc: {% callout type="tip" title="Title" %}
    _rule("GitBook and Markdoc", rf"^\s*\{{%-?\s*{_BOX}\b{_TAGGED}%\}}\s*$", _TAG_END),
    # Liquid, Nunjucks: {% tip %}
    _rule("Liquid", r"^\s*\{%-?\s*(?P<kind>NAMES)\s*(?:[\"'](?P<title>[^\"'%]*)[\"']\s*)?-?%\}\s*$", _TAG_END),
    # MDX components: <Callout type="tip" title="Title">, <Tip title="Title">
    _rule("MDX with a type", rf"^\s*<(?-i:Callout|Admonition|Aside|Alert)\b{_TYPED}>\s*$", r"^\s*</\w+>\s*$"),
    _rule("MDX", rf"^\s*<(?P<kind>(?-i:Tip|Note|Warning|Info|Callout|Hint|Check))\b{_TITLE}>\s*$", r"^\s*</\w+>\s*$"),
    # Notion: <aside> and <callout icon="💡">; Craft: <callout>; a key point only with its bulb
    _rule("Notion", r"^\s*(?:<aside>|<(?-i:callout)\b[^<>]*>)(?P<title>)\s*$", r"^\s*</(?:aside|callout)>\s*$", bulb_only=True),
)  # fmt: skip


# What every first line begins with: most lines need no look at each row.
MAY_OPEN = re.compile(
    r"\s*(?:>|:::|!!!|\?\?\?|`{3}|\.\. |\{|<[a-z]|\[[A-Z]|#\+|(?:TIP|NOTE|IMPORTANT|WARNING|CAUTION):)", re.IGNORECASE
)


@dataclass(frozen=True)
class HtmlRule:
    """How a callout looks in HTML.

    Attributes:
        name: The row's name; its cases stand under it beside the tests.
        selector: CSS selector of the box.
        icon: Selector of its icon or emoji; where given, the icon decides the kind (see ICONS).
        title: Selector of its title, which is a label and not part of the text.
        weak: True for names that pages use for other things too: such a box may be furniture.
    """

    name: str
    selector: str
    icon: str | None = None
    title: str | None = None
    weak: bool = False


HTML_RULES: tuple[HtmlRule, ...] = (
    HtmlRule("ours", "[data-callout-kind]"),  # made by markdown.py
    HtmlRule("Ghost", ".kg-callout-card", icon=".kg-callout-emoji"),
    HtmlRule("Notion export", "figure.callout, .callout.block-color-gray_background", icon=".icon"),
    HtmlRule("Obsidian Publish", ".callout[data-callout]:not([data-callout=true])", title=".callout-title"),
    HtmlRule("Substack", ".callout-block, [data-callout=true]"),
    HtmlRule("Hashnode", "[data-node-type=callout]", icon="[data-node-type=callout-emoji]"),
    HtmlRule("Confluence", ".confluence-information-macro", title=".title"),
    HtmlRule("Docusaurus page", ".theme-admonition", title="[class*=admonitionHeading], [class*=admonition-heading]"),
    HtmlRule("Quarto page", ".callout[class*=callout-]", title=".callout-header, .callout-caption"),
    HtmlRule("AsciiDoc page", ".admonitionblock", title=".icon"),
    HtmlRule("MkDocs, Sphinx", ".admonition, details.tip, details.note", title=".admonition-title, summary"),
    HtmlRule("GitHub page", ".markdown-alert", title=".markdown-alert-title"),
    HtmlRule("VitePress, VuePress", ".custom-block, .hint-container", title=".custom-block-title, .hint-container-title"),
    HtmlRule("Starlight", ".starlight-aside", title=".starlight-aside__title"),
    HtmlRule("WordPress box", ".wp-block-group.has-background, .su-note, .su-box", title=".su-box-title", weak=True),
    HtmlRule("Bootstrap", ".alert, .bs-callout, .bd-callout", title=".alert-heading", weak=True),
    HtmlRule("named by class", "div.tip, aside.tip, p.tip, section.tip, .protip, .callout, .takeaway, aside.note, aside.warning", weak=True),
)  # fmt: skip


def bulb(text: str) -> str | None:
    """What follows the 💡 that opens `text`, or None where none opens it."""
    match = _OPENS.match(text)
    return text[match.end() :].strip() if match else None


def has_sign(text: str) -> bool:
    """Whether a 💡 may stand in `text`: one of these is in every BULB, and looking for them is quick."""
    return "💡" in text or "bulb:" in text or "&#" in text


# In French a quotation mark has a blank inside: « comme ici ».
_INSIDE = re.compile(rf"{BULB}(?:</?\w+>|\*\*|__|\s)*(?:[“„\"'‘¿¡(]|[«»‹›]\s?)*(?P<first>\w)")
_MARKED = re.compile(r"(?:<(?!br)\w+>|\*\*|__)+\Z")
_MARKS = (
    200  # characters before a 💡 that may be opening marks; one that looks for them from each mark on takes forever
)
_BEFORE = re.compile(r"(?:<br>|[.!?…。！？](?:[\"'”’)\]]|\s?[»›])*)(?:</?\w+>|\s)*$")


def cuts(text: str) -> list[int]:
    """Where in `text`, plain or with inline markup, a 💡 opens a sentence: there the author begins a key point.

    A 💡 among the words of a sentence, or at its end, is a picture and no mark.
    """
    found: list[int] = []
    if not has_sign(text):
        return found
    for match in _INSIDE.finditer(text):
        marks = _MARKED.search(text[max(0, match.start() - _MARKS) : match.start()])
        start = match.start() - (len(marks[0]) if marks else 0)
        before = text[max(0, start - 60) : start]
        if before.strip() and _BEFORE.search(before) and not match["first"].islower():
            found.append(start)
    return found


def at_bulbs(text: str) -> list[str]:
    """`text` parted at `cuts`."""
    places = cuts(text)
    return [text[start:end] for start, end in pairwise([0, *places, len(text)])] if places else [text]


def kind_of(name: str) -> KeyPointKind | None:
    """The kind that a callout's name or class stands for (`tip`, `theme-admonition-warning`), or None.

    The last word that tells decides: the first often names the box (`hint-container warning`).
    """
    words = [word for word in re.split(r"[\W_]+", name.casefold()) if word in _KINDS]
    telling = [word for word in words if len(words) == 1 or word not in _NO_KIND]
    kinds = [_KINDS[word] for word in telling if word != "callout"]
    return kinds[-1] if kinds else None


def icon_kind(icon: str) -> KeyPointKind | None:
    """The kind that an icon stands for, or None for an icon of another meaning."""
    return next((kind for sign, kind in ICONS if sign in icon.casefold()), None)


_TAGS = r"(?:(?-i:Tip|Note|Warning|Info|Callout|Hint|Check|Admonition|Aside|Alert)|aside|callout)"
_OPEN_TAG = rf"<{_TAGS}\b[^<>]*>"
_SHORT_OPEN = rf"\{{\{{[<%]\s*(?:{_BOX}|{_NAMES})\b[^{{}}]*[>%]\}}\}}|\{{%-?\s*(?:{_BOX}|{_NAMES})\b[^{{}}]*%\}}"
_SHORT_CLOSE = r"\{\{[<%]\s*/\s*\w+\s*[>%]\}\}|\{%-?\s*(?:end|/\s*)\w+\s*-?%\}"
_ONE_LINE = re.compile(rf"^(\s{{0,3}}(?:{_OPEN_TAG}|{_SHORT_OPEN}))(.*?)(</{_TAGS}>|{_SHORT_CLOSE})\s*$", re.IGNORECASE)
_TEXT_BESIDE = re.compile(rf"^(\s{{0,3}}{_OPEN_TAG})\s*([^\s<].*)$", re.IGNORECASE)
_CLOSE_BESIDE = re.compile(rf"^(.*\S)\s*(</{_TAGS}>)\s*$", re.IGNORECASE)


def unfolded(line: str) -> list[str]:
    """`line` with a callout's tags on lines of their own, where it has text beside them."""
    if "<" not in line and "{" not in line:
        return [line]
    if match := _ONE_LINE.match(line):
        return [part for part in match.groups() if part.strip()]
    match = _TEXT_BESIDE.match(line) or (None if line.lstrip().startswith("<") else _CLOSE_BESIDE.match(line))
    return [*match.groups()] if match else [line]
