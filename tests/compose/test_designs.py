"""What a design says of itself in design.yaml, and what of an article it then shows."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.designs import shows
from pipeline.compose.full import full, key_points
from pipeline.config.shape import Articles
from pipeline.errors import TemplateError
from pipeline.model import Article, Block, Item, KeyPoint, Link, Section
from tests.compose.letters import Letter, a_letter, a_list, beside
from tests.factories import a_paragraph, an_article

DESIGNS = ("digest", "feature", "key-points")
LONG = " ".join(f"Sentence number {n} of a long paragraph says a little more." for n in range(60))


def designed(design: str, *articles: Article, **recipe: Any) -> Letter:
    return a_letter(*articles, recipe={"design": design} | recipe)


# design.yaml


@pytest.mark.parametrize(("design", "said"), [("digest", "opening"), ("feature", "full"), ("key-points", "key points")])
def test_the_shipped_designs_say_what_they_show(design: str, said: str) -> None:
    assert shows(design) == said


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}", "shows:\n", "shows: opening"])
def test_a_design_that_says_nothing_shows_openings(tmp_path: Path, text: str) -> None:
    beside(tmp_path, {"email/own/design.yaml": text})
    assert shows("own", tmp_path) == shows("no-such-design") == "opening"


def test_a_teams_own_design_yaml_goes_before_ours(tmp_path: Path) -> None:
    beside(tmp_path, {"email/digest/design.yaml": "shows: key  points"})
    assert shows("digest", tmp_path) == "key points"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "# ours\nshows: ful\n",
            "design.yaml, line 2, shows: expected one of opening, full, key points, found “ful”. Did you mean `full`?",
        ),
        (
            "shows: everything",
            "design.yaml, line 1, shows: expected one of opening, full, key points, found “everything”.",
        ),
        ("shows: []", "design.yaml, line 1, shows: expected one of opening, full, key points, found a list."),
        ("shows: [full]", "design.yaml, line 1, shows: expected one of opening, full, key points, found a list."),
        ("show: full", "design.yaml, line 1, show: unknown key. Did you mean `shows`?"),
        (
            "colour: red",
            "design.yaml, line 1, colour: unknown key. Write shows: and one of opening, full, key points.",
        ),
        ("shows: full\nshows: opening", "design.yaml, line 2: shows stands in line 1 already. Leave it once."),
        ("full", "design.yaml: expected a key and a value, such as shows: full."),
        ("shows: *x", "design.yaml, line 1: "),
        ("shows: 'x", "design.yaml, line "),
    ],
)
def test_a_mistake_in_design_yaml_names_file_line_and_remedy(tmp_path: Path, text: str, message: str) -> None:
    beside(tmp_path, {"email/own/design.yaml": text})
    with pytest.raises(TemplateError) as caught:
        shows("own", tmp_path)
    assert str(caught.value).startswith(f"templates/email/own/{message}")


def test_a_design_yaml_that_is_no_text_is_told(tmp_path: Path) -> None:
    beside(tmp_path, {"email/own/design.yaml": ""})
    (tmp_path / "templates/email/own/design.yaml").write_bytes(b"shows: \xff\xfe")
    with pytest.raises(TemplateError, match=r"templates/email/own/design\.yaml: this is not text in UTF-8"):
        shows("own", tmp_path)


# All of it

PICTURE = Block("image", "Loaves", html="Baked <em>today</em>", url="https://bakery.example/loaf.jpg")
WHOLE = an_article(
    lead=(PICTURE, a_paragraph(LONG), Block("image", "A crust", url="https://bakery.example/crust.jpg")),
    sections=(
        Section("Steps", (a_paragraph("There are nine:"), a_list(*(f"Step {n}." for n in range(9)), ordered=True))),
        Section(
            "Said",
            (
                Block("quote", LONG, html=LONG),
                Block("code", "\n".join(f"oven --rack {n}" for n in range(20))),
                Block("table", "\n".join(" | ".join(f"r{row}c{cell}" for cell in range(6)) for row in range(20))),
                Block("image", "", url="https://bakery.example/oven.jpg"),
            ),
        ),
        *(Section(f"Part {n}", (a_paragraph(f"Text of part {n}."),)) for n in range(6)),
    ),
    key_points=(
        KeyPoint("Bread needs time.", section=0),
        KeyPoint("It keeps in paper.", "tip", section=0),
        KeyPoint("Rye keeps longest.", section=0),
        KeyPoint("Cold dough tastes of more.", section=0),
        KeyPoint("Steam burns.", "warning", section=1),
        KeyPoint("Ovens differ.", "note", section=1),
        KeyPoint("Nobody wrote this.", origin="suggested", section=1),
        KeyPoint("All in all, wait.", "summary"),
    ),
    calls_to_action=tuple(Link(f"Come {n}", f"https://else.example/{n}") for n in range(4)),
)


def test_a_feature_holds_every_word_of_its_article_in_order() -> None:
    letter = designed("feature", WHOLE)
    text = " ".join(letter.text.split())
    wanted = ["[Loaves] Baked today", LONG, "[A crust]", "Steps", "There are nine:", *(f"Step {n}." for n in range(9))]
    wanted += ["Bread needs time.", "It keeps in paper.", "Rye keeps longest.", "Cold dough tastes of more."]
    wanted += ["oven --rack 19", "r19c0 r19c1 r19c2 r19c3 r19c4 r19c5", "Steam burns.", "Ovens differ."]
    wanted += [f"Text of part {n}." for n in range(6)] + ["All in all, wait."]
    place = 0
    for words in wanted:
        place = text.index(words, place) + len(words)
    assert text.count(LONG) == 1
    assert letter.text.count("> Sentence number 0") == 1


def test_a_feature_shows_every_picture_with_its_caption_the_first_below_the_headline() -> None:
    body = designed("feature", WHOLE).body
    pictures = re.findall(r'<img\b[^>]*? src="([^"]*)"', body)
    assert pictures == [f"https://bakery.example/{name}.jpg" for name in ("loaf", "crust", "oven")]
    assert "Baked <em>today</em>" in body
    assert body.index("Bread that keeps</a>") < body.index("loaf.jpg") < body.index("crust.jpg")


def test_a_feature_says_no_key_point_that_nobody_wrote() -> None:
    letter = designed("feature", WHOLE)
    assert "Nobody wrote this" not in letter.html + letter.text
    assert letter.text.count("💡") == 5


def test_a_feature_keeps_to_the_kinds_and_to_no_other_limit() -> None:
    limits = {"kinds": ["key point"], "key_points_each": 1, "sections_each": 1}
    text = designed("feature", WHOLE, articles=limits).text
    assert text.count("💡") == 3
    assert "Steam burns" not in text
    assert "Text of part 5." in text


def test_a_feature_has_every_invitation() -> None:
    assert designed("feature", WHOLE).body.count('class="also-link"') == 4
    assert designed("digest", WHOLE).body.count('class="also-link"') == 2


def test_a_picture_that_no_mail_can_show_leaves_its_words() -> None:
    blocks = (
        Block("image", "Old loaf", html="Baked <em>then</em>", url="http://bakery.example/a.jpg"),
        Block("image", "A crumb", url="http://bakery.example/b.jpg"),
        Block("image", "", url="http://bakery.example/c.jpg"),
    )
    shown = full(an_article(lead=blocks), Articles())
    assert shown.image is None
    assert [(one.block.kind, one.block.text, one.block.html) for one in shown.lead] == [
        ("paragraph", "Baked then", "Baked <em>then</em>"),
        ("paragraph", "A crumb", "A crumb"),
    ]


def test_a_list_of_key_points_is_told_by_its_boxes_and_a_later_summary_stays_a_list() -> None:
    points = ("Bread breathes.", "Time helps.")
    sections = (
        Section("In short", (a_list(*points),)),
        Section("Why", (a_paragraph("Because."),)),
        Section("Once more", (a_list(*points),)),
    )
    article = an_article(sections=sections, key_points=tuple(KeyPoint(text, section=0) for text in points))
    text = designed("feature", article).text
    assert [text.count(point) for point in points] == [2, 2]
    assert text.count("💡") == 2
    assert text.index("Once more") < text.index("- Bread breathes.")


BLOCKS = st.lists(
    st.one_of(
        st.sampled_from(["One thought.", "Two thoughts:", "A third (of five)."]).map(a_paragraph),
        st.lists(st.sampled_from(["flour", "water", "salt"]), min_size=1, max_size=9).map(
            lambda texts: Block("list", "\n".join(texts), items=tuple(Item(text, text) for text in texts))
        ),
        st.just(Block("quote", "Bread breathes.", "Bread breathes.")),
        st.just(Block("table", "a | b\nc | d")),
        st.just(Block("code", "x = 1")),
    ),
    max_size=6,
)


@given(BLOCKS, st.lists(BLOCKS, max_size=4))
def test_nothing_of_an_article_is_lost_in_full(lead: list[Block], sections: list[list[Block]]) -> None:
    article = an_article(
        lead=tuple(lead), sections=tuple(Section("Part", tuple(blocks)) for blocks in sections), key_points=()
    )
    shown = full(article, Articles())
    assert [one.block for one in shown.lead] == lead
    assert [[one.block for one in opening.blocks] for opening in shown.openings] == sections
    assert not any(one.cut or one.left_out for opening in shown.openings for one in opening.blocks)


# Key points alone


def test_key_points_are_all_there_numbered_with_warnings_between_and_nothing_else() -> None:
    letter = designed("key-points", WHOLE, articles={"key_points_each": 1})
    text = letter.text
    told = re.findall(r"^(💡 \d\.|⚠️) (.*)$", text, re.MULTILINE)
    assert told == [
        ("💡 1.", "Bread needs time."),
        ("💡 2.", "It keeps in paper."),
        ("💡 3.", "Rye keeps longest."),
        ("💡 4.", "Cold dough tastes of more."),
        ("⚠️", "Please note. Steam burns."),
        ("💡 5.", "All in all, wait."),
    ]
    shown = re.findall(r'class="numeral[^>]*>(\d)</td>|class="alarm-label"[^>]*>([^<]*)', letter.body)
    assert ["".join(one) for one in shown] == ["1", "2", "3", "4", "Please note.", "5"]
    for absent in ("Step 1.", "Ovens differ", "Text of part", "Nobody wrote", "number 5 of"):
        assert absent not in text
    assert "Sentence number 0 of a long paragraph" in text


def test_key_points_begin_with_one_paragraph_of_whole_sentences() -> None:
    shown = key_points(WHOLE, Articles())
    (first,) = shown.lead
    assert first.block.text.endswith(".")
    assert len(first.block.text) <= 240
    assert shown.openings == ()


def test_an_article_without_key_points_still_says_something() -> None:
    text = designed("key-points", an_article(key_points=())).text
    assert "A loaf lives longer than most people think." in text
    assert "💡" not in text


def test_in_a_digest_key_points_keep_their_limit() -> None:
    assert designed("digest", WHOLE).text.count("💡") == 3


# What holds in every design

QUOTED = an_article(
    rights="quote",
    byline="Hannah Cole",
    url="https://elsewhere.example/x",
    lead=(PICTURE, a_paragraph("Only this first sentence may be told. And not this one, which runs on: " + LONG)),
    key_points=(KeyPoint("Bread needs time."), KeyPoint("It keeps in paper.")),
    references=("A source.",),
    calls_to_action=(Link("Come", "https://else.example/1"),),
)


@pytest.mark.parametrize("design", DESIGNS)
def test_an_article_to_quote_is_one_quote_with_credit_and_link_and_no_picture(design: str) -> None:
    letter = designed(design, QUOTED)
    assert "“Bread needs time.”" in letter.text
    assert "— Hannah Cole, elsewhere.example" in letter.text
    assert "\nhttps://elsewhere.example/x\n" in letter.text
    for absent in ("Only this first", "And not this one", "It keeps in paper", "Let it rest", "A source", "Come"):
        assert absent not in letter.text
    assert "<img" not in letter.html


STORY = an_article(
    lead=(a_paragraph("Mary Miller rests on Sundays."), a_paragraph("Rest makes bread better.")),
    sections=(Section("Her week", (a_paragraph("“I wait,” says Mary Miller."),)),),
    key_points=(KeyPoint("Waiting helps Mary Miller.", section=0),),
    notices=("The names in this story were changed.", "Ask your doctor."),
)


@pytest.mark.parametrize("design", ["feature", "key-points"])
def test_where_people_are_shown_the_notice_of_their_changed_names_stands_above_them_once(design: str) -> None:
    for part in (designed(design, STORY).text, designed(design, STORY, order=["articles"]).text):
        assert part.count("The names in this story were changed.") == 1
        assert part.index("The names in this story") < part.index("Mary Miller")
    assert designed(design, STORY).text.count("Ask your doctor.") == 1


def test_key_points_of_a_story_with_changed_names_begin_with_nobody() -> None:
    assert [one.block.text for one in key_points(STORY, Articles()).lead] == ["Rest makes bread better."]
    alone = an_article(lead=STORY.lead[:1], sections=(), key_points=STORY.key_points, notices=STORY.notices)
    assert key_points(alone, Articles()).lead == ()


def test_numbers_count_only_what_wears_a_bulb(tmp_path: Path) -> None:
    page = "{% for one in articles[0].key_points %}{{ one.number }} {{ one.kind }},{% endfor %}"
    config = beside(tmp_path, {"email/own/newsletter.txt": page, "email/own/newsletter.html": "<p>x</p>"})
    points = (KeyPoint("Steam burns.", "warning"), KeyPoint("Bread needs time."), KeyPoint("Wait.", "tip"))
    letter = a_letter(an_article(key_points=points), recipe={"design": "own"}, folder=config.folder)
    assert letter.text == "0 warning,1 key point,2 tip,\n"


def test_key_points_that_speak_of_nobody_leave_the_notice_to_the_notices() -> None:
    article = an_article(key_points=(KeyPoint("Bread needs time."),), notices=STORY.notices)
    text = designed("key-points", article).text
    assert text.index("Bread needs time.") < text.index("The names in this story were changed.")


def test_whoever_has_read_a_whole_article_is_not_asked_to_read_on() -> None:
    assert "Read online:" in designed("feature", WHOLE).text
    for other in (designed("digest", WHOLE), designed("key-points", WHOLE), designed("feature", QUOTED)):
        assert "Read on:" in other.text
        assert "Read online" not in other.text


# where key points stand


def of_lead(**where: Any) -> Article:
    lead = (a_paragraph("Bread dries at its cut side first."), a_paragraph("So the cut side belongs below."))
    points = (KeyPoint("Stand the loaf on its cut side.", after=1), KeyPoint("A paper bag keeps the crust.", section=1))
    return an_article(**({"lead": lead, "key_points": points} | where))


def test_in_full_a_key_point_stands_where_its_author_put_it() -> None:
    said = ("Bread dries at its", "Stand the loaf on", "So the cut side", "Let it rest")
    letter = designed("feature", of_lead())
    for part in (letter.body, letter.text):
        assert [part.index(words) for words in said] == sorted(part.index(words) for words in said)
    assert letter.text.count("Stand the loaf on") == 1


def test_in_a_digest_a_key_point_of_the_lead_stands_right_below_it() -> None:
    letter = designed("digest", of_lead())
    for part in (letter.body, letter.text):
        assert part.rindex("Bread dries at") < part.rindex("Stand the loaf on") < part.rindex("Let it rest")
        assert "The key points" not in part


def test_a_key_point_of_no_place_stands_under_a_heading_of_its_own() -> None:
    letter = designed("digest", of_lead(key_points=(KeyPoint("Stand the loaf on its cut side."),)))
    assert letter.text.index("The key points") < letter.text.index("Stand the loaf on")


@pytest.mark.parametrize("after", [None, 0, 1, 2, 99])
def test_no_place_loses_a_key_point(after: int | None) -> None:
    for design in DESIGNS:
        point = KeyPoint("Stand the loaf on its cut side.", after=after)
        assert designed(design, of_lead(key_points=(point,))).text.count("💡 ") == 1, design
