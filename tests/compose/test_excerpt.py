from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose import markup
from pipeline.compose.choice import spread
from pipeline.compose.excerpt import excerpt
from pipeline.compose.openings import within
from pipeline.config.shape import Articles
from pipeline.model import Block, KeyPoint, Section
from tests.compose.letters import Letter, a_letter, a_list
from tests.factories import a_paragraph, an_article

WORDS = st.lists(
    st.sampled_from(["bread", "rye", "a&b", "x<y", "don't", "(oven)", "3.5", "💡"]), min_size=1, max_size=9
)
SENTENCES = st.lists(WORDS.map(lambda words: "Some " + " ".join(words) + "."), min_size=1, max_size=12)


@given(
    SENTENCES,
    st.integers(0, 300),
    st.sampled_from(["{}", "<em>{}</em>", '<a href="https://x.example/">{}</a>', "x<br>{}"]),
)
def test_what_is_kept_of_a_text_are_its_first_whole_sentences(sentences: list[str], room: int, pattern: str) -> None:
    html = pattern.format(markup.escaped(" ".join(sentences)))
    kept, cut = within(html, room, "en")
    text, whole = markup.plain(markup.safe(kept, "https://x.example/")), markup.plain(markup.tidy(html))
    assert whole.startswith(text)
    assert text.endswith(".")
    assert cut is (text != whole)
    assert len(text) <= max(room, len(sentences[0]) + 2)


@given(st.lists(st.integers(), unique=True), st.integers(0, 20))
def test_a_spread_keeps_order_and_both_ends(things: list[int], most: int) -> None:
    kept = spread(things, most)
    assert len(kept) == min(len(things), most)
    assert kept == [thing for thing in things if thing in kept]
    if most > 1 and things:
        assert (kept[0], kept[-1]) == (things[0], things[-1])


def test_parts_come_in_the_order_of_the_recipe() -> None:
    letter = a_letter(
        an_article(notices=("A notice.",), references=("A source.",)),
        greeting="Hello.",
        recipe={"order": ["sources", "articles", "greeting"]},
    )
    for part in (letter.body, letter.text):
        assert part.index("A source.") < part.index("Bread that keeps", part.index("A source.")) < part.index("Hello.")
        assert "A notice." not in part


def test_a_paragraph_that_is_only_suggested_stays_where_it_stands() -> None:
    point = KeyPoint("A paper bag lets the crust breathe.", origin="suggested", section=1)
    shown = excerpt(an_article(key_points=(point,)), Articles())
    assert [opening.heading for opening in shown.openings] == ["Let it rest", "Store it dry"]


def test_a_section_does_not_say_again_what_a_person_kept_of_it() -> None:
    point = KeyPoint("Dough that rests overnight tastes better.", origin="edited", section=0)
    shown = excerpt(an_article(key_points=(point,)), Articles())
    assert [opening.heading for opening in shown.openings] == ["Store it dry"]
    assert shown.key_points == (point,)


def test_a_suggested_key_point_never_appears() -> None:
    point = KeyPoint("A thought nobody wrote.", origin="suggested", section=0)
    letter = a_letter(an_article(key_points=(point,)))
    assert "A thought nobody wrote" not in letter.html + letter.text
    assert "💡" not in letter.html + letter.text


def test_no_more_key_points_than_the_recipe_wants_spread_over_the_article() -> None:
    sections = tuple(Section(f"Part {n}", (a_paragraph(f"Text of part {n}."),)) for n in range(9))
    points = tuple(KeyPoint(f"Thought {n}.", section=n) for n in range(9))
    letter = a_letter(
        an_article(sections=sections, key_points=points),
        recipe={"articles": {"key_points_each": 3, "sections_each": 3}},
    )
    assert re.findall(r"Thought \d", letter.body) == ["Thought 0", "Thought 4", "Thought 8"]
    assert re.findall(r"Part \d", letter.body) == ["Part 0", "Part 4", "Part 8"]
    assert letter.text.count("💡") == 3
    for n in (0, 4, 8):
        assert letter.text.index(f"Text of part {n}.") < letter.text.index(f"Thought {n}.")


def test_key_points_of_sections_not_shown_stand_together() -> None:
    letter = a_letter(recipe={"articles": {"sections_each": 1}})
    assert "Store it dry" not in letter.text
    assert letter.text.index("The key points") < letter.text.index("💡 A paper bag keeps")
    assert letter.text.index("💡 Dough that rests") < letter.text.index("The key points")


def test_the_same_thought_is_shown_once() -> None:
    letter = a_letter(
        an_article(key_points=(KeyPoint("Bread breathes.", section=0), KeyPoint("bread  breathes.", section=1)))
    )
    assert letter.text.lower().count("bread breathes.") == 1


def test_a_list_of_key_points_is_not_shown_beside_them() -> None:
    blocks = (a_paragraph("The main points are:"), a_list("Bread breathes.", "Time helps."))
    points = (KeyPoint("Bread breathes.", section=0), KeyPoint("Time helps.", section=0))
    letter = a_letter(an_article(sections=(Section("In short", blocks),), key_points=points))
    assert letter.text.count("Bread breathes.") == 1
    assert "The main points are" not in letter.text
    assert letter.text.index("The key points") < letter.text.index("💡 Bread breathes.")


def test_without_headings_the_sections_with_key_points_are_shown() -> None:
    sections = tuple(Section(None, (a_paragraph(f"Text of part {n}."),)) for n in range(6))
    points = (KeyPoint("Third thought.", section=3), KeyPoint("Fifth thought.", section=5))
    letter = a_letter(an_article(sections=sections, key_points=points))
    assert re.findall(r"Text of part \d|\w+ thought", letter.body) == [
        *("Text of part 0", "Text of part 3", "Third thought"),
        *("Text of part 5", "Fifth thought"),
    ]


def test_a_warning_has_no_bulb_and_does_not_count() -> None:
    points = (KeyPoint("Hot steam burns.", kind="warning", section=0), KeyPoint("Rest the dough.", section=0))
    letter = a_letter(an_article(key_points=points), recipe={"articles": {"key_points_each": 1}})
    assert "⚠️ Please note. Hot steam burns." in letter.text
    assert "💡 Rest the dough." in letter.text
    assert letter.body.count('class="alarm"') == 1


def test_every_warning_stays_and_stands_with_the_key_points_where_its_section_is_not_shown() -> None:
    warnings = tuple(KeyPoint(f"Steam {n} burns.", kind="warning", section=n) for n in range(2))
    article = an_article(key_points=(KeyPoint("Rest the dough.", section=0), *warnings))
    text = a_letter(article, recipe={"articles": {"key_points_each": 1, "sections_each": 1}}).text
    assert text.index("Steam 0 burns.") < text.index("The key points") < text.index("⚠️ Please note. Steam 1 burns.")


def test_config_says_which_kinds_a_newsletter_shows() -> None:
    points = (KeyPoint("Hot steam burns.", kind="warning", section=0), KeyPoint("Rest the dough.", section=0))
    text = a_letter(an_article(key_points=points), recipe={"articles": {"kinds": ["key point"]}}).text
    assert "💡 Rest the dough." in text
    assert "Hot steam burns." not in text


def test_notes_take_no_place_of_a_key_point() -> None:
    notes = tuple(KeyPoint(f"Rye {n} rises late.", kind="note", section=0) for n in range(3))
    points = (*notes, KeyPoint("Rest the dough.", section=0), KeyPoint("Keep it dry.", kind="tip", section=1))
    for most, said in ((2, 0), (3, 1), (9, 3)):
        text = a_letter(an_article(key_points=points), recipe={"articles": {"key_points_each": most}}).text
        assert text.count("💡") == 2
        assert text.count("ℹ️ Note. Rye") == said


def test_notes_of_sections_that_are_not_shown_are_left_out() -> None:
    article = an_article(key_points=(KeyPoint("Rye rises late.", kind="note", section=1),))
    assert "Rye rises late" in a_letter(article).text
    assert "Rye rises late" not in a_letter(article, recipe={"articles": {"sections_each": 1}}).text


@pytest.mark.parametrize("kind", ["key point", "tip", "summary"])
def test_a_bulb_needs_no_label_but_says_what_it_is_to_those_who_do_not_see_it(kind: Any) -> None:
    letter = a_letter(an_article(key_points=(KeyPoint("Rest the dough.", kind=kind, section=0),)))
    assert "💡 Rest the dough." in letter.text
    assert re.search(r'aria-label="(Key point|Tip|In short)"', letter.body)
    assert re.search(r'class="point-text"[^>]*>Rest the dough\.', letter.body)


LEANS = "It also keeps the crust crisp."


def points_shown(points: tuple[KeyPoint, ...], sections: int = 9, **articles: int) -> Letter:
    parts = tuple(Section(f"Part {n}", (a_paragraph(f"Text of part {n}."),)) for n in range(sections))
    return a_letter(an_article(sections=parts, key_points=points), recipe={"articles": articles})


def test_of_key_points_that_stand_apart_those_that_lean_are_passed_over() -> None:
    points = (*(KeyPoint(f"{LEANS} {n}", section=n) for n in (0, 2, 4)), KeyPoint("Bread needs time.", section=3))
    text = points_shown(points, key_points_each=2, sections_each=1).text
    assert re.findall(r"💡 (.*)", text) == [f"{LEANS} 0", "Bread needs time."]
    assert text.index(LEANS) < text.index("The key points")


def test_a_key_point_that_leans_is_the_last_to_be_picked_though_its_section_is_shown() -> None:
    texts = (LEANS, "Bread needs time.", "Rye needs more of it than wheat.", "A paper bag keeps the crust crisp.")
    points = tuple(KeyPoint(text, section=n) for n, text in enumerate(texts))
    for most, left_out in ((3, {LEANS}), (4, set[str]())):
        text = points_shown(points, sections=4, key_points_each=most, sections_each=4).text
        assert {one for one in texts if one not in text} == left_out


def test_a_section_that_a_key_point_leans_on_is_shown_before_others() -> None:
    points = (KeyPoint("Bread needs time.", section=1), KeyPoint(LEANS, section=5))
    text = points_shown(points, sections_each=1).text
    assert text.index("Text of part 5.") < text.index(LEANS) < text.index("💡 Bread needs time.")


def test_key_points_that_lean_on_no_section_are_shown_rather_than_none() -> None:
    assert LEANS in points_shown((KeyPoint(LEANS),)).text
    assert LEANS not in points_shown((KeyPoint(LEANS), KeyPoint("Bread needs time."))).text


def test_without_a_heading_a_section_does_not_begin_with_what_leans_on_the_one_before() -> None:
    texts = ("Bread is old.", "This is how it lasts.", "It grows slowly.", "Rye is young.")
    for heading, shown in ((None, ["Bread", "Rye"]), ("Part", ["Bread", "This", "It"])):
        sections = tuple(Section(heading, (a_paragraph(text),)) for text in texts)
        letter = a_letter(an_article(sections=sections, key_points=()))
        assert re.findall(r'class="text"[^>]*>(Bread|This|It|Rye) ', letter.body) == shown


def test_the_beginning_of_an_article_leans_on_nothing() -> None:
    letter = a_letter(an_article(lead=(), sections=(Section(None, (a_paragraph("It was late."),)),), key_points=()))
    assert "It was late." in letter.text


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("Bread that keeps. A loaf lives long.", "A loaf lives long."),
        ("<strong>Bread  that keeps</strong><br>A <em>loaf</em> lives.", "A <em>loaf</em> lives."),
        ('<a href="https://x.example/"><em>Bread that keeps</em></a>! A loaf.', "A loaf."),
        ("Bread that keeps is a joy.", "Bread that keeps is a joy."),
        ("Bread that keeps… for weeks.", "Bread that keeps… for weeks."),
    ],
)
def test_a_lead_does_not_say_the_title_again(html: str, shown: str) -> None:
    lead = (Block("image", "Loaf", url="https://x.example/a.jpg"), Block("paragraph", markup.plain(html), html=html))
    letter = a_letter(an_article(lead=lead))
    found = re.search(r'<p class="lead"[^>]*>(.*?)</p>', letter.body)
    assert found is not None
    assert re.sub(r"<(\w+) [^>]*>", r"<\1>", found[1]) == shown


def test_a_lead_that_is_the_title_alone_is_left_out() -> None:
    letter = a_letter(an_article(lead=(a_paragraph("Bread that keeps."), a_paragraph("A loaf lives long."))))
    assert letter.body.count('<p class="lead"') == 1
    assert "A loaf lives long." in letter.text


def test_where_names_were_changed_the_lead_begins_with_what_speaks_of_nobody() -> None:
    lead = tuple(
        a_paragraph(text)
        for text in (
            "For a baker called Linda it began slowly.",
            "She slept badly.",
            "Half of all bakers work at night.",
            "That is what Linda did.",
        )
    )
    leads = r'<p class="lead"[^>]*>(.*?)</p>'
    changed = an_article(lead=lead, notices=("All names were changed.",))
    assert len(re.findall(leads, a_letter(an_article(lead=lead)).body)) == 4
    assert re.findall(leads, a_letter(changed).body) == ["Half of all bakers work at night."]
    assert re.findall(leads, a_letter(replace(changed, lead=lead[:2])).body) == [block.text for block in lead[:2]]


def test_a_section_is_cut_after_a_whole_sentence() -> None:
    sentences = [f"This is sentence number {n} of a long paragraph about bread." for n in range(30)]
    letter = a_letter(
        an_article(lead=(), sections=(Section("Long", (a_paragraph(" ".join(sentences)),)),), key_points=())
    )
    shown = re.search(r'<p class="text"[^>]*>(.*?)</p>', letter.body)
    assert shown is not None
    assert shown[1] == " ".join(sentences[: len(shown[1]) // len(sentences[0])])
    assert 200 < len(shown[1]) <= 380


def test_cut_markup_is_closed() -> None:
    sentence = "Every sentence of this is important and most of them are long enough. "
    html = f"<strong>{sentence * 12}</strong>"
    letter = a_letter(an_article(lead=(Block("paragraph", sentence * 12, html=html),), sections=()))
    shown = re.search(r'<p class="lead"[^>]*>(.*?)</p>', letter.body)
    assert shown is not None
    assert shown[1].endswith("enough.</strong>")


def test_an_announcement_brings_its_list_and_says_what_is_left_out() -> None:
    blocks = (a_paragraph("These help:"), a_list(*(f"Thing {n}" for n in range(1, 9))))
    letter = a_letter(an_article(sections=(Section("Help", blocks),)))
    assert "Thing 4" in letter.text
    assert "Thing 5" not in letter.text
    assert "… and 4 more" in letter.text
    assert "… and 4 more" in letter.html


def test_an_announcement_of_what_is_not_shown_is_left_out() -> None:
    table = Block("table", "\n".join(f"Row {n} | {n}" for n in range(40)))
    blocks = (a_paragraph("Bread has many ages. The table shows them:"), table)
    letter = a_letter(an_article(sections=(Section("Ages", blocks),)))
    assert "Bread has many ages." in letter.text
    assert "The table shows" not in letter.text
    assert "Row 1" not in letter.text


def test_a_sentence_about_the_next_section_is_not_shown() -> None:
    article = an_article(lead=(a_paragraph("Bread keeps. In the next section we show how."),))
    assert "Bread keeps." in a_letter(article).text
    assert "next section" not in a_letter(article).text


def test_an_article_to_quote_gives_one_quote_credit_and_link() -> None:
    article = an_article(
        rights="quote",
        byline="Ann Miller",
        url="https://www.elsewhere.example/bread",
        lead=(Block("image", "Loaf", url="https://elsewhere.example/loaf.jpg"), a_paragraph("A loaf keeps.")),
        key_points=(KeyPoint("Nobody wrote this.", origin="suggested"),),
        references=("Miller, 2020",),
    )
    letter = a_letter(article)
    assert "“A loaf keeps.”\n— Ann Miller, elsewhere.example\n" in letter.text
    for absent in ("Let it rest", "loaf.jpg", "Nobody wrote", "Miller, 2020", "💡"):
        assert absent not in letter.html


def test_notices_of_articles_always_travel_and_name_what_they_are_about() -> None:
    one, other = (
        an_article(notices=("Names were changed.",)),
        an_article(guid="2", title="Rye", notices=("Names were changed.", "Tested twice.")),
    )
    letter = a_letter(one, other, care={"notice": "Ask a baker.", "notice_on": ["facebook"]})
    assert letter.text.count("Names were changed.") == 1
    assert "Rye\n\n- Tested twice.\n\n- Names were changed." in letter.text
    assert "Ask a baker" not in letter.text


def test_the_brands_notice_and_sources_go_where_care_says() -> None:
    article = an_article(references=("Miller, 2020",))
    here = a_letter(article, care={"notice": "Ask a baker.", "notice_on": ["newsletter"], "sources_on": ["newsletter"]})
    elsewhere = a_letter(article, care={"notice": "Ask a baker.", "notice_on": [], "sources_on": []})
    for said in ("Ask a baker.", "Miller, 2020"):
        assert said in here.text
        assert said in here.html
        assert said not in elsewhere.text + elsewhere.html


def test_an_edition_greets_with_what_it_brings() -> None:
    assert "Hello." in a_letter(greeting="Hello.").text
    assert "required" not in a_letter(recipe={"greeting": "required"}).text


def test_where_names_were_changed_sections_that_name_nobody_are_shown() -> None:
    sections = tuple(
        Section(heading, (a_paragraph(text),))
        for heading, text in (
            ("Linda", "For years the baker Linda slept badly."),
            ("Night", "Half of all bakers work at night."),
        )
    )
    article = an_article(lead=(), sections=sections, key_points=())
    changed = replace(article, notices=("All names were changed.",))
    assert "the baker Linda" in a_letter(article).text
    assert "the baker Linda" not in a_letter(changed).text
    assert "Half of all bakers work at night." in a_letter(changed).text
    assert "the baker Linda" in a_letter(replace(changed, sections=sections[:1])).text  # there is nothing else


def test_images_come_over_https_or_not_at_all() -> None:
    for url, shown in (
        ("https://bakery.example/a.jpg", True),
        ("http://bakery.example/a.jpg", False),
        ("data:image/png;base64,AA", False),
    ):
        letter = a_letter(an_article(lead=(Block("image", "Loaf", url=url), a_paragraph("Text."))))
        assert ("<img" in letter.html) is shown
