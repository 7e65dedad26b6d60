"""Each row of the table of forms has cases, and beside them what only looks like one: a file a row, in forms/."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from pipeline.ingest import callouts, markdown, nesting
from pipeline.model import Block, Dropped, KeyPoint
from tests.ingest.reading import everything, read

FORMS = Path(__file__).parent / "forms"
POINT = "Water the roots, not the leaves."
# Forms of a line or a paragraph, which need no row: a 💡 in front of words.
WITHOUT_ROW = {"line", "sentence", "quote", "paragraph"}
FRAMES = {
    "text": "A garden\n\nText before it.\n\n{}",
    "markdown": "# A garden\n\nText before it.\n\n{}\n\nText after it.\n",
    "html": "<h1>A garden</h1><p>Text before it.</p>{}<p>Text after it.</p>",
}


@dataclass(frozen=True)
class Case:
    rule: str
    form: str
    source: str
    kind: str = ""
    text: str = POINT


def cases(part: str) -> list[Case]:
    found = []
    for path in sorted(FORMS.glob("*.yaml")):
        table = yaml.safe_load(path.read_text(encoding="utf-8"))
        for row in table[part]:
            given = {"source": row} if isinstance(row, str) else row
            found.append(Case(table["rule"], table["form"], **given))
    return found


GIVES, NONE = cases("gives"), cases("none")
MARKDOWN_ROWS = {rule.name: rule for rule in callouts.OPENINGS}
HTML_ROWS = {rule.name: rule for rule in callouts.HTML_RULES}


def test_every_row_has_cases_and_beside_them_what_only_looks_like_one() -> None:
    rows = [*MARKDOWN_ROWS, *HTML_ROWS]
    assert len(rows) == len(callouts.OPENINGS) + len(callouts.HTML_RULES), "two rows have one name"
    wanted = sorted([*rows, *WITHOUT_ROW])
    assert sorted({case.rule for case in GIVES}) == wanted
    assert sorted({case.rule for case in NONE}) == wanted


@pytest.mark.parametrize("name", MARKDOWN_ROWS)
def test_a_row_of_markdown_is_what_its_cases_open_with(name: str) -> None:
    lines = [
        [line.lstrip("> -") if line.startswith(("- ", "> >")) else line.strip() for line in case.source.split("\n")]
        for case in GIVES
        if case.rule == name
    ]
    opened = [
        any(MARKDOWN_ROWS[name].start.match(part) for line in one for part in callouts.unfolded(line)) for one in lines
    ]
    assert sum(opened) >= max(1, len(opened) - 2)


@pytest.mark.parametrize("name", HTML_ROWS)
def test_a_row_of_html_is_what_its_cases_are_boxed_in(name: str) -> None:
    boxed = [nesting.parse(case.source).css_first(HTML_ROWS[name].selector) for case in GIVES if case.rule == name]
    assert any(boxed)


@pytest.mark.parametrize("case", GIVES, ids=lambda case: f"{case.rule}: {case.source[:40]!r}")
def test_a_form_gives_one_key_point(case: Case) -> None:
    article = read(FRAMES[case.form].format(case.source), case.form)
    assert [(point.text, point.kind, point.origin) for point in article.key_points] == [
        (case.text, case.kind, "written")
    ]
    texts = [block.text for block in [*article.lead, *(one for part in article.sections for one in part.blocks)]]
    assert texts[0] == "Text before it."
    assert texts[-1] == "Text after it." or case.form == "text"
    assert not any(POINT in text for text in texts)


@pytest.mark.parametrize("case", NONE, ids=lambda case: f"{case.rule}: {case.source[:40]!r}")
def test_what_only_looks_like_one_is_none_and_stays(case: Case) -> None:
    article = read(FRAMES[case.form].format(case.source), case.form)
    assert article.key_points == ()
    bare = re.sub(r"<[^>]*>|\{[^}]*\}|^[`:!.#\[>\]%+].*$", " ", case.source, flags=re.MULTILINE)
    told = everything(article)
    assert [word for word in re.findall(r"\w{3,}", bare) if word not in told] == []


def test_a_long_box_that_opens_with_a_bulb_is_read_through() -> None:
    paragraphs = "".join(f"<p>Gardens are slow, and gardener {number} is slower.</p>" for number in range(40))
    article = read(f'<h1>A garden</h1><p>Text.</p><div class="callout"><p>💡 {POINT}</p>{paragraphs}</div>', "html")
    assert [point.text for point in article.key_points] == [POINT]
    assert len([*article.lead, *(one for section in article.sections for one in section.blocks)]) == 41


def test_a_list_stays_whole_around_the_callouts_in_its_items() -> None:
    source = "1. One.\n\n   > [!TIP]\n   > Dig.\n\n2. Two.\n\n   :::warning\n   Frost.\n   :::\n\n3. Three.\n\nEnd."
    article = read(f"# A garden\n\nText.\n\n{source}", "markdown")
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    assert [[item.text for item in block.items] for block in blocks if block.items] == [["One.", "Two.", "Three."]]
    assert [(point.text, point.kind) for point in article.key_points] == [("Dig.", "tip"), ("Frost.", "warning")]
    assert blocks[-1].text == "End."


def test_several_bulbs_in_one_paragraph_are_as_many_key_points() -> None:
    source = "<p>Three things.<br>💡 Dig.<br>💡 Water.<br/><strong>💡 Wait.</strong></p><p>End of it.</p>"
    article = read(f"<h1>A garden</h1>{source}", "html")
    assert [point.text for point in article.key_points] == ["Dig.", "Water.", "Wait."]
    assert read("A garden\n\nSoil is old. 💡 Dig. 💡 Water.\n").key_points == (
        KeyPoint("Dig.", section=0),
        KeyPoint("Water.", section=0),
    )


@pytest.mark.parametrize("blank", [" ", "\xa0", "\u202f", ""])
def test_a_quotation_mark_with_a_blank_inside_opens_a_sentence_behind_a_bulb(blank: str) -> None:
    said = f"«{blank}Le levain dort la nuit{blank}», dit Anne."
    article = read(f"Le pain\n\nLe pain est lent. 💡 {said}\n\nLe sel est vieux.\n")
    assert [point.text for point in article.key_points] == [said]


def test_a_bulb_behind_a_closing_quotation_mark_opens_a_sentence() -> None:
    article = read("Le pain\n\n« Le levain dort. » 💡 Il faut attendre.\n\nLe sel est vieux.\n")
    assert [point.text for point in article.key_points] == ["Il faut attendre."]


@pytest.mark.parametrize(
    "text", ["On lit 💡 « Eureka » sur la porte.", "Une ampoule. 💡 « eureka » dit-elle.", "Voilà l'idée. 💡 »"]
)
def test_a_bulb_among_the_words_of_a_sentence_stays_a_picture_beside_a_quotation_mark(text: str) -> None:
    assert callouts.at_bulbs(text) == [text]


def test_what_stands_before_a_bulb_in_a_paragraph_stays_a_paragraph() -> None:
    article = read("# Bread\n\nBread is *old*. 💡 It needs time. Wait for it.\n\nSalt is older.", "markdown")
    assert [point.text for point in article.key_points] == ["It needs time. Wait for it."]
    blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
    assert [block.html for block in blocks] == ["Bread is <em>old</em>.", "Salt is older."]


def test_a_callout_in_a_callout_is_told_with_it() -> None:
    article = read("# A garden\n\nText.\n\n::::tip\nDig.\n\n:::warning\nFrost.\n:::\n::::\n\nEnd.", "markdown")
    assert [(point.text, point.kind) for point in article.key_points] == [("Dig. Frost.", "tip")]


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


def test_the_body_of_a_box_of_any_name_is_text_and_never_code() -> None:
    (box,) = markdown.read('!!! example "Peas"\n\n    Peas are **green**.').elements[1:]
    assert isinstance(box, Block)
    assert (box.kind, box.html) == ("paragraph", "Peas are <strong>green</strong>.")


@pytest.mark.parametrize(
    "opening",
    [
        *("<Tip " + "title=' " * 9000, "{{< tip " + "a=b " * 9000, "!!! tip " + "inline " * 9000 + '"'),
        *("{% hint " + "style='tip' " * 9000, "::: {.callout-tip " + "title='" * 9000, "<aside" + " a" * 9000),
        *("> [!" + "a" * 40_000, "[TIP" * 9000, "TIP: " + "💡 " * 9000, ":bulb:" * 9000, "&#" * 20_000),
    ],
)
def test_no_line_takes_long_to_look_at(opening: str) -> None:
    start = time.process_time()
    for rule in callouts.OPENINGS:
        rule.start.match(opening)
    callouts.unfolded(opening)
    callouts.cuts(opening)
    callouts.bulb(opening)
    assert time.process_time() - start < 3


def test_thousands_of_callouts_in_a_list_take_seconds() -> None:
    start = time.process_time()
    article = read("# A garden\n\nText.\n\n- One.\n" + "  > [!TIP]\n  > Dig.\n\n" * 3000, "markdown")
    assert len(article.key_points) == 3000
    assert time.process_time() - start < 20


@pytest.mark.parametrize("text", ["<p>💡 a " + "<table><tr><td>" * 20_000, ". <b>" * 40_000 + "💡 A " + "**" * 40_000])
def test_a_bulb_among_endless_marks_is_found_in_no_time(text: str) -> None:
    started = time.monotonic()
    assert "".join(callouts.at_bulbs(text)) == text
    assert time.monotonic() - started < 2
