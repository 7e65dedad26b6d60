"""Each form of a key point with a real-looking example, and beside it what only looks like one."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest import callouts, markdown
from pipeline.model import Dropped, KeyPoint
from tests.ingest.reading import read

POINT = "Water the roots, not the leaves."

FORMS = [
    ("a plain line", "text", f"💡 {POINT}", "key point"),
    ("glued to its text", "text", f"💡{POINT}", "key point"),
    ("with a variation selector", "text", f"💡\ufe0f {POINT}", "key point"),
    ("a short name", "text", f":bulb: {POINT}", "key point"),
    ("bold", "text", f"💡 **{POINT}**", "key point"),
    ("alone on its line", "text", f"💡\n{POINT}", "key point"),
    ("a bullet", "text", f"• 💡 {POINT}", "key point"),
    ("a labelled tip", "text", f"💡 Tip: {POINT}", "tip"),
    ("a labelled thought in German", "text", f"💡 Merke: {POINT}", "key point"),
    ("right below a paragraph", "markdown", f"A paragraph.\n💡 {POINT}", "key point"),
    ("a quote", "markdown", f"> 💡 {POINT}", "key point"),
    ("a quote with a label", "markdown", f"> 💡 **Praktische tip**: {POINT}", "tip"),
    ("a GitHub alert", "markdown", f"> [!TIP]\n> {POINT}", "tip"),
    ("an alert with a bulb in it is one", "markdown", f"> [!TIP]\n> 💡 {POINT}", "tip"),
    ("an Obsidian alert, folded", "markdown", f"> [!tip]- Tip\n> {POINT}", "tip"),
    ("an important alert", "markdown", f"> [!IMPORTANT]\n> {POINT}", "key point"),
    ("a warning keeps its kind", "markdown", f"> [!WARNING]\n> {POINT}", "warning"),
    ("Docusaurus", "markdown", f":::tip[Tip]\n\n{POINT}\n\n:::", "tip"),
    ("VuePress", "markdown", f"::: tip\n{POINT}\n:::", "tip"),
    ("MkDocs", "markdown", f'!!! tip "Tip"\n\n    {POINT}', "tip"),
    ("MyST", "markdown", f"```{{tip}}\n{POINT}\n```", "tip"),
    ("Hugo", "markdown", f'{{{{< callout emoji="💡" >}}}}\n{POINT}\n{{{{< /callout >}}}}', "key point"),
    ("GitBook", "markdown", f'{{% hint style="success" %}}\n{POINT}\n{{% endhint %}}', "tip"),
    ("MDX", "markdown", f"<Tip>\n\n💡 {POINT}\n\n</Tip>", "tip"),
    ("Notion", "markdown", f"<aside>\n💡 {POINT}\n\n</aside>", "key point"),
    ("Notion with bold in it", "markdown", f"<aside>\n💡 **{POINT}**\n\n</aside>", "key point"),
    ("Notion with an icon", "markdown", f'<aside>\n<img src="https://www.notion.so/icons/light-bulb_blue.svg" alt="" width="40px" />\n\n{POINT}\n\n</aside>', "key point"),
    ("Ghost", "html", f'<div class="kg-card kg-callout-card kg-callout-card-blue"><div class="kg-callout-emoji">💡</div><div class="kg-callout-text">{POINT}</div></div>', "key point"),
    ("a Ghost warning", "html", f'<div class="kg-card kg-callout-card"><div class="kg-callout-emoji">⚠️</div><div class="kg-callout-text">{POINT}</div></div>', "warning"),
    ("a Notion export", "html", f'<figure class="block-color-gray_background callout"><div style="font-size:1.5em"><span class="icon">💡</span></div><div style="width:100%">{POINT}</div></figure>', "key point"),
    ("Substack", "html", f'<div class="callout-block" data-callout="true"><p>💡{POINT}</p></div>', "key point"),
    ("Hashnode", "html", f'<div data-node-type="callout"><div data-node-type="callout-emoji">💡</div><div data-node-type="callout-text">{POINT}</div></div>', "key point"),
    ("Docusaurus in a feed", "html", f'<div class="theme-admonition theme-admonition-tip alert"><div class="admonitionHeading_abc"><svg></svg>tip</div><div><p>{POINT}</p></div></div>', "tip"),
    ("Sphinx", "html", f'<div class="admonition tip"><p class="admonition-title">Tip</p><p>{POINT}</p></div>', "tip"),
    ("a WordPress emoji picture", "html", f'<p><img src="https://s.example/1f4a1.png" alt="💡" class="wp-smiley"> {POINT}</p>', "key point"),
    ("an entity", "html", f"<p>&#128161; {POINT}</p>", "key point"),
    ("in a list item", "html", f"<ul><li>💡 {POINT}</li></ul>", "key point"),
]  # fmt: skip

TITLED = [
    ("VuePress", "markdown", "::: tip Before you dig\n{}\n:::", "tip"),
    ("Docusaurus", "markdown", ":::warning[Before you dig]{{.wide}}\n\n{}\n\n:::", "warning"),
    ("MkDocs", "markdown", '!!! tip inline end "Before you dig"\n\n    {}', "tip"),
    ("MkDocs without quotes", "markdown", "!!! tip Before you dig\n\n    {}", "tip"),
    ("Hugo", "markdown", '{{{{< callout title="Before you dig" emoji="💡" >}}}}\n{}\n{{{{< /callout >}}}}', "key point"),
    ("Hugo with a type", "markdown", '{{{{< callout type="warning" title="Before you dig" >}}}}\n{}\n{{{{< /callout >}}}}', "warning"),
    ("Hugo by place", "markdown", '{{{{% tip "Before you dig" %}}}}\n{}\n{{{{% /tip %}}}}', "tip"),
    ("MDX", "markdown", '<Tip title="Before you dig">\n\n{}\n\n</Tip>', "tip"),
    ("MDX with a type", "markdown", "<Callout type='warning' title='Before you dig'>\n\n{}\n\n</Callout>", "warning"),
    ("GitHub", "markdown", "> [!TIP] Before you dig\n> {}", "tip"),
    ("Sphinx", "html", '<div class="admonition tip"><p class="admonition-title">Before you dig</p><p>{}</p></div>', "tip"),
    ("a heading in the box", "html", '<div class="callout-block"><h4>💡 Before you dig</h4><p>{}</p></div>', "key point"),
]  # fmt: skip

NOT_KEY_POINTS = [
    ("a bulb in a heading is a title", "markdown", "## 💡 Bright ideas\n\nText below it."),
    ("a bulb in a code fence", "markdown", "```\n💡 not this\n```\n\nText after it."),
    ("an alert in a code fence", "markdown", "````\n> [!TIP]\n> not this\n````\n\nText after it."),
    ("an aside of another kind", "html", '<aside class="example"><p>For example this.</p></aside><p>Text.</p>'),
    ("a Notion box with another emoji", "markdown", "<aside>\n📌 Remember the date.\n\n</aside>\n\nText."),
    ("a bulb inside a sentence", "text", "Garden\n\nMy 💡 moment came on Thursday, when it rained at last."),
    ("a paragraph with a label", "markdown", "Let op: gardens are slow.\n\nText."),
    ("an ordinary quote", "markdown", "> Gardens are slow.\n\nText."),
]


@pytest.mark.parametrize(
    ("source", "form", "kind"),
    [row[1:2] + row[2:3] + row[3:] for row in [(n, s, f, k) for n, f, s, k in FORMS]],
    ids=[row[0] for row in FORMS],
)
def test_a_form_gives_one_key_point(source: str, form: str, kind: str) -> None:
    frame = {
        "text": "A garden\n\nText before it.\n{}",
        "markdown": "# A garden\n\nText before it.\n\n{}\n",
        "html": "<h1>A garden</h1><p>Text before it.</p>{}",
    }[form]
    points = read(frame.format(source), form).key_points
    assert [(point.text, point.kind, point.origin) for point in points] == [(POINT, kind, "written")]


@pytest.mark.parametrize(("form", "source", "kind"), [row[1:] for row in TITLED], ids=[row[0] for row in TITLED])
def test_a_title_of_its_own_is_told_with_the_point(form: str, source: str, kind: str) -> None:
    frame = {"markdown": "# A garden\n\nText before it.\n\n", "html": "<h1>A garden</h1><p>Text before it.</p>"}[form]
    points = read(frame + source.format(POINT), form).key_points
    assert [(point.text, point.kind) for point in points] == [(f"Before you dig: {POINT}", kind)]


def test_a_title_above_a_list_of_points_stays_in_the_text() -> None:
    source = "Text.\n\n::: tip Before you dig\n- Find the pipes.\n- Look for roots.\n:::\n\nMore text."
    document = markdown.read(source)
    assert [(type(one).__name__, one.text) for one in document.elements] == [
        ("Block", "Text."),
        ("Block", "Before you dig"),
        ("KeyPoint", "Find the pipes."),
        ("KeyPoint", "Look for roots."),
        ("Block", "More text."),
    ]


def test_a_title_that_only_names_the_kind_is_dropped_as_a_label() -> None:
    document = markdown.read(f"Text.\n\n::: tip Tip\n{POINT}\n:::")
    assert document.dropped == (Dropped("Tip", "label of a key point"),)


@pytest.mark.parametrize(
    "opening", ["<Tip " + "title=' " * 9000, "{{< tip " + "a=b " * 9000, "!!! tip " + "inline " * 9000 + '"']
)
def test_no_line_takes_long_to_look_at(opening: str) -> None:
    start = time.process_time()
    matched = [rule.start.match(opening) for rule in callouts.OPENINGS]
    assert len(matched) == len(callouts.OPENINGS)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("form", "source"), [row[1:] for row in NOT_KEY_POINTS], ids=[row[0] for row in NOT_KEY_POINTS]
)
def test_what_only_looks_like_one_is_none(form: str, source: str) -> None:
    frame = source if form == "text" else {"markdown": "# A garden\n\n", "html": "<h1>A garden</h1>"}[form] + source
    assert read(frame, form).key_points == ()


@pytest.mark.parametrize(
    "heading",
    [
        "Kernpunten",
        "Key-points",
        "In het kort",
        "Samengevat:",
        "Key takeaways",
        "TL;DR",
        "At a glance",
        "Das Wichtigste in Kürze",
        "Auf einen Blick",
        "À retenir",
        "En bref",
        "L’essentiel",
        "Puntos clave",
        "In breve",
    ],
)
def test_a_heading_announces_the_key_points_of_its_list(heading: str) -> None:
    article = read(
        f"# A garden\n\n## Roots\n\nText.\n\n## {heading}\n\n- One thought.\n- Another thought.\n", "markdown"
    )
    assert [(point.text, point.section) for point in article.key_points] == [
        ("One thought.", None),
        ("Another thought.", None),
    ]
    assert [section.heading for section in article.sections] == ["Roots"]


def test_an_introduction_announces_them_too_and_the_list_stays() -> None:
    article = read("A garden\n\nSoil\nHere are some key points about soil:\n• Soil is alive.\n• Soil breathes.\n")
    assert [(point.text, point.section) for point in article.key_points] == [
        ("Soil is alive.", 0),
        ("Soil breathes.", 0),
    ]
    assert [block.kind for block in article.sections[0].blocks] == ["paragraph", "list"]


@pytest.mark.parametrize("label", ["Let op:", "Warning –", "Achtung!", "Attention :"])
def test_a_label_that_warns_makes_a_warning(label: str) -> None:
    point = read(f"A garden\n\nText before it.\n💡 {label} bindweed comes back.").key_points[0]
    assert (point.text, point.kind) == ("Bindweed comes back.", "warning")


@pytest.mark.parametrize("title", ["Tip", "tips:", "Let op!", "Key takeaway", "NOTE", "Hinweis", "success", ""])
def test_a_title_that_only_names_the_kind_is_a_label(title: str) -> None:
    assert callouts.is_label(title)


@pytest.mark.parametrize("title", ["Before you dig", "Tips for spring", "Note the date", "Warning signs"])
def test_a_title_that_says_something_is_no_label(title: str) -> None:
    assert not callouts.is_label(title)


def test_a_label_gives_its_kind_and_goes() -> None:
    assert callouts.without_label(KeyPoint("Tipp: auf dem Beet wärmt Laub den Boden.")) == KeyPoint(
        "Auf dem Beet wärmt Laub den Boden.", "tip"
    )


@pytest.mark.parametrize(
    "text", ["Tip", "Tipping is not expected here.", "Remember the milk.", "In short supply: rain."]
)
def test_words_that_are_no_label_stay(text: str) -> None:
    assert callouts.without_label(KeyPoint(text)).text == text
