"""Markdown: tables, boxes, comments and properties keep their words, whatever is left open or nested."""

from __future__ import annotations

import time

import pytest

from pipeline.ingest import markdown, tooling
from pipeline.model import Block, Dropped
from tests.ingest.reading import everything, read


def blocks(source: str, form: str = "markdown") -> list[Block]:
    article = read(source, form)
    return [*article.lead, *(block for section in article.sections for block in section.blocks)]


TABLE = "| Flour | Water |\n|---|---|\n| 500 g | 350 g |\n"


@pytest.mark.parametrize(
    "source",
    [TABLE, "<table><tr><th>Flour</th><th>Water</th></tr><tr><td>500 g</td><td>350 g</td></tr></table>\n"],
    ids=["in Markdown", "in HTML"],
)
def test_a_table_keeps_its_rows(source: str) -> None:
    (table,) = [block for block in blocks(f"# Bread\n\nBread is old.\n\n{source}") if block.kind == "table"]
    assert table.text == "Flour | Water\n500 g | 350 g"


def test_html_in_markdown_is_read_as_html() -> None:
    article = read("# Bread\n\n<div>\n\nBread is *old*.\n\n</div>\n\n<p>Salt is <b>older</b>.</p>\n", "markdown")
    assert [block.html for block in article.lead] == ["Bread is <em>old</em>."]
    assert article.sections[0].blocks[0].html == "Salt is <strong>older</strong>."


def test_lists_that_an_export_tore_apart_are_one() -> None:
    article = "<h1>Bread</h1><p>Take:</p><ul><li>flour</li></ul><ul><li>water</li></ul><ul><li>salt</li></ul><ol><li>Mix.</li></ol>"
    lists = [block for block in blocks(article, "html") if block.items]
    assert [[item.text for item in block.items] for block in lists] == [["flour", "water", "salt"], ["Mix."]]


def test_properties_below_a_title_are_told_and_used() -> None:
    article = read("# Bread\n\nAuthor: Anna Berg\nDate: 9 April 2026\nStatus: Done\n\nBread is old.\n", "markdown")
    assert (article.byline, article.published and article.published.day) == ("Anna Berg", 9)
    assert article.lead[0].text == "Bread is old."
    assert [piece.text for piece in article.dropped if piece.reason == "property of the page"] == [
        "author: Anna Berg",
        "date: 9 April 2026",
        "status: Done",
    ]


def test_a_property_that_nobody_knows_stays() -> None:
    article = read("# Bread\n\nAuthor: Anna Berg\nStatus: Done\nOven: Hot\n\nBread is old.\n", "markdown")
    assert article.lead[0].text == "Oven: Hot"


@pytest.mark.parametrize(
    "lines",
    [
        "Anna: Is it done?\nBob: It is not.\nAnna: And now?",
        "Author: Is it done?\nDate: It is not.\nAuthor: And now?",
        "Note: the oven is hot.\nMind: your hands.",
    ],
)
def test_a_dialogue_is_no_list_of_properties(lines: str) -> None:
    article = read(f"# Bread\n\n{lines}\n\nBread is old.\n", "markdown")
    assert [line for line in lines.split("\n") if line not in article.lead[0].text] == []
    assert article.byline is None


@pytest.mark.parametrize("comment", ["<!-- to do -->", "<!--\nto\n\ndo\n-->", "%% to do %%", "%%\nto\n\ndo\n%%"])
def test_a_comment_of_the_author_is_told_and_not_shown(comment: str) -> None:
    article = read(f"# Bread\n\nBread is old.\n\n{comment}\n\nSalt is older.\n", "markdown")
    assert (comment, "comment of the author") in [(piece.text, piece.reason) for piece in article.dropped]
    assert [block.text for block in [*article.lead, *article.sections[0].blocks]] == ["Bread is old.", "Salt is older."]


def test_a_comment_inside_a_line_goes_and_one_in_code_stays() -> None:
    article = read(
        "# Bread\n\nBread %%very%% is old.\n\nWrite `<!-- more -->` or `%%x%%`.\n\n```\n<!-- a -->\n```\n\nEnd.",
        "markdown",
    )
    assert article.lead[0].text == "Bread is old."
    assert "Write <!-- more --> or %%x%%." in everything(article)
    assert "\n<!-- a -->" in everything(article)
    assert [piece.text for piece in article.dropped if piece.reason == "comment of the author"] == ["%%very%%"]


@pytest.mark.parametrize(
    "opening", ["<!-- ", "%% ", "<title>", "<textarea>", "<script>", "<style>", "<iframe>", "![[", "[[", "==", "`"]
)
def test_what_is_never_closed_swallows_nothing(opening: str) -> None:
    article = read(f"# Bread\n\nBread is {opening}old.\n\nSalt is older.\n\n## End\n\nWater is oldest.", "markdown")
    assert [word for word in ("old.", "Salt is older.", "Water is oldest.") if word not in everything(article)] == []
    assert [section.heading for section in article.sections] == ["End"]


@pytest.mark.parametrize(
    "opening", ["::: tip", ":::tip[Tip]", "<Tip>", "{{< tip >}}", '{% hint style="info" %}', "```{tip}"]
)
def test_an_unclosed_callout_ends_at_the_next_blank_line(opening: str) -> None:
    article = read(
        f"# Bread\n\nBread is old.\n\n{opening}\nLet it rest.\n\nSalt is older.\n\n## End\n\nDone.", "markdown"
    )
    assert [point.text for point in article.key_points] == ["Let it rest."]
    assert [block.text for block in article.lead] == ["Bread is old.", "Salt is older."]


def test_words_beside_the_title_of_a_callout_are_its_text() -> None:
    article = read(
        "# Bread\n\nBread is old.\n\n:::tip[Tip] Let it rest.\n:::\n\n:::tip[Tip]{.wide}\nBake it.\n:::\n", "markdown"
    )
    assert [point.text for point in article.key_points] == ["Let it rest.", "Bake it."]


def test_a_bulb_below_a_callout_in_a_fence_is_still_a_key_point() -> None:
    article = read("# Bread\n\n```{tip}\nLet it rest.\n```\n\nBread is old.\n💡 Salt is older.\n", "markdown")
    assert [point.text for point in article.key_points] == ["Let it rest.", "Salt is older."]


def test_words_beside_a_fence_are_told() -> None:
    article = read(
        "# Bread\n\nBread is old.\n\n```python title=oven\nbake()\n```\n\n```python\nbake()\n```\n", "markdown"
    )
    assert [piece.text for piece in article.dropped if "code" in piece.reason] == ["python title=oven"]


DEEP = {
    "quotes": "\n".join(">" * depth + f" word{depth}" for depth in range(1, 60)),
    "quotes in one line": "> " * 60 + "word1",
    "lists": "\n".join("  " * depth + f"- word{depth}" for depth in range(60)),
    "lists in one line": "- " * 60 + "word1",
    "numbers in one line": "1. " * 60 + "word1",
    "callouts": "\n".join("> " * depth + "[!TIP]" for depth in range(1, 60)) + "\n" + "> " * 60 + "word1",
    "unclosed callouts": "::: tip\n" * 300 + "word1",
}


@pytest.mark.parametrize("name", DEEP)
def test_nothing_is_lost_however_deep_it_is_nested(name: str) -> None:
    told = everything(read(f"# Bread\n\nBread is old.\n\n{DEEP[name]}\n\nEnd of it.", "markdown"))
    wanted = [word for word in DEEP[name].split() if word.startswith("word")]
    assert [word for word in wanted if word not in told] == []


MARKS = ["<!-- a", "%%x", "%% a", "![[a", "[[a", "```a", "`a", "[^a", "==a", "<title>", "{#a", "import a from 'b"]


@pytest.mark.parametrize("mark", MARKS)
def test_twenty_thousand_unclosed_marks_take_no_time(mark: str) -> None:
    started = time.monotonic()
    tooling.without_marks((mark + "\n") * 20_000)
    tooling.without_marks((mark + " ") * 20_000)
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("line", ["::: tip\n", "::: tip ", "[[a", "> [!TIP]\n", "- a\n  "])
def test_thousands_of_open_boxes_and_brackets_take_seconds(line: str) -> None:
    started = time.monotonic()
    markdown.read("# Bread\n\n" + line * 4_000)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("tag", ["{{< toc >}}", "{% include letter.html %}", "{: .lead}", "{{ page.title }}"])
def test_a_tag_of_a_site_builder_is_told_and_not_shown(tag: str) -> None:
    document = markdown.read(f"Rain is free.\n{tag}\n\nA barrel keeps it.\n\n```\n{tag}\n```\n")
    assert Dropped(tag, "tag of a site builder") in document.dropped
    assert [element.text for element in document.elements] == ["Rain is free.", "A barrel keeps it.", tag]


def test_a_figure_of_a_site_builder_is_its_picture() -> None:
    document = markdown.read('{{< figure src="https://example.org/b.jpg" alt="A barrel" caption="Ours & full" >}}')
    assert document.elements == (Block("image", "A barrel", "Ours &amp; full", url="https://example.org/b.jpg"),)


@pytest.mark.parametrize("mark", ["* TOC\n{:toc}", "[TOC]", "[[_TOC_]]"])
def test_the_place_of_a_table_of_contents_is_told(mark: str) -> None:
    document = markdown.read(f"{mark}\n\nRain is free.\n")
    assert document.dropped == (Dropped(mark, "table of contents"),)


@pytest.mark.parametrize("form", ["markdown", "html", "text"])
def test_a_label_before_its_bulb_names_what_stands_below(form: str) -> None:
    source = {
        "markdown": "> **Tip** 💡\n>\n> Lift the barrel.",
        "html": "<blockquote><p><b>Tip</b> 💡</p><p>Lift the barrel.</p></blockquote>",
        "text": "Tip 💡\n\nLift the barrel.",
    }
    article = read(f"Rain\n\nRain is free, and a barrel keeps it.\n\n{source[form]}", form)
    assert [(point.text, point.kind) for point in article.key_points] == [("Lift the barrel.", "tip")]


def test_a_footnote_is_plain_text_and_keeps_its_address() -> None:
    document = markdown.read(
        "Rain is free.[^1]\n\n[^1]: *Our* [notes](https://example.org/n), <https://example.org/m>.\n"
    )
    assert document.notes == ("Our notes (https://example.org/n), https://example.org/m.",)
