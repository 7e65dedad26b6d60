"""Plain text: headings, lists and sections are known by their looks; broken lines are mended, clean text is left alone."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.ingest import repair, text
from pipeline.model import Dropped, Link
from tests.ingest.reading import everything, read

WITHOUT_HEADINGS = """A garden in a bucket
Most people think a garden needs ground. It needs a bucket, and a little time.
My neighbour grows leeks beside his front door. He has never owned a spade.
A bucket warms up sooner than the ground does, and roots notice.
💡 A bucket garden starts three weeks earlier than a bed.
Water is the only thing a bucket cannot find by itself.
• In spring: once a week
• In summer: every evening
💡 A bucket wants water before you do.
Nothing is wasted either. What you do not eat goes back into the bucket.
Sources
• Garden Society, 2020. Growing in pots.
Come and see us for more.
Book a visit Ask a question Become a member
"""


def test_a_key_point_closes_its_section() -> None:
    article = read(WITHOUT_HEADINGS)
    assert article.title == "A garden in a bucket"
    assert [(point.section, point.text[:15]) for point in article.key_points] == [
        (0, "A bucket garden"),
        (1, "A bucket wants "),
    ]
    assert [len(section.blocks) for section in article.sections] == [1, 2, 1]
    assert len(article.lead) == 2


def test_prose_below_the_last_list_is_a_conclusion_of_its_own() -> None:
    end = (
        "Anybody can begin.\n• Find a bucket.\n• Make holes in it.\nThat is all it takes to begin.\n"
        "A garden is no matter of ground.\nIt is a matter of beginning, and of water.\nSources\n"
    )
    article = read(WITHOUT_HEADINGS.replace("Sources\n", end))
    assert [section.blocks[0].text for section in article.sections[-2:]] == [
        "Nothing is wasted either. What you do not eat goes back into the bucket.",
        "A garden is no matter of ground.",
    ]


def test_a_reference_loses_the_stub_of_its_link_and_keeps_its_dashes() -> None:
    article = read(WITHOUT_HEADINGS.replace("Growing in pots.", "Growing in pots – and out – link."))
    assert article.references == ("Garden Society, 2020. Growing in pots – and out",)
    assert ("– link.", "link stub: its link was lost") in [(piece.text, piece.reason) for piece in article.dropped]


def test_references_and_calls_are_apart_from_the_body() -> None:
    article = read(WITHOUT_HEADINGS)
    assert article.references == ("Garden Society, 2020. Growing in pots.",)
    assert [call.text for call in article.calls_to_action] == [
        "Come and see us for more.",
        "Book a visit",
        "Ask a question",
        "Become a member",
    ]


def test_short_lines_without_an_end_mark_are_headings() -> None:
    article = read(
        "A garden\n\nIt begins with a seed.\n\nSoil\nSoil is alive, and it shows.\n\nHow much water?\nLess than you think, most of the time.\n"
    )
    assert [section.heading for section in article.sections] == ["Soil", "How much water?"]


def test_a_title_is_found_among_its_menu_byline_and_date() -> None:
    article = read(
        "Home\nShop\nBlog\nWhy your chain squeaks in the rain\nBy Mary Poole\n12 April 2026\n\nA chain never picks a good moment to squeak.\n\nListen\nFirst, listen to it.\n"
    )
    assert article.title == "Why your chain squeaks in the rain"
    assert article.byline == "Mary Poole"
    assert {piece.text for piece in article.dropped} >= {"Home", "Shop", "Blog", "By Mary Poole", "12 April 2026"}


def test_a_recipe_of_short_lines_is_no_menu_with_a_title() -> None:
    article = read(
        "Bread\n\nIngredients\n500 g of flour\n10 g of salt\n7 g of yeast\n\nMethod\n1. Mix it all, and wait for an hour.\n"
        "2. Fold it twice.\n3. Bake it until it sounds hollow.\n"
    )
    assert article.title == "Bread"
    assert article.dropped == ()


@pytest.mark.parametrize(
    ("heading", "networks"),
    [
        ("Facebook disclaimer", ["facebook"]),
        ("Disclaimer", []),
        ("LinkedIn and X disclaimer", ["x", "linkedin"]),
        ("Express disclaimer", []),
    ],
)
def test_a_notice_remembers_the_network_that_its_heading_names(heading: str, networks: list[str]) -> None:
    notice = "This publication is meant to inspire and is no financial advice."
    article = read(
        f"Sleep\n\nSleep is a habit, and habits take their time to grow.\n\nEvening\nDim the lights early.\n\n{heading}\n{notice}\n"
    )
    assert article.notices == (notice,)
    assert article.notices_for == tuple((notice, network) for network in networks)


def test_disclaimers_are_notices_and_no_sections() -> None:
    article = read(
        "Sleep\n\nSleep is a habit, and habits take their time to grow.\n\nEvening\nDim the lights early.\n\nMagazine disclaimer\n"
        "This text is for educational purposes only and constitutes no medical advice.\nAll names in this story have been changed.\n"
    )
    assert len(article.notices) == 2
    assert [section.heading for section in article.sections] == ["Evening"]


def test_a_stub_of_a_lost_link_goes_and_an_abbreviation_stays() -> None:
    article = read(
        "Birds\n\nThe Bird Society (BS) counts them every year (read more), and so do we.\n\nThey sing early in the day.\n"
    )
    assert article.lead[0].text == "The Bird Society (BS) counts them every year, and so do we."
    assert ("(read more)", "link stub: its link was lost") in [(piece.text, piece.reason) for piece in article.dropped]


def test_words_that_a_column_broke_are_joined_and_whole_ones_are_not() -> None:
    lines = [
        "Bread is older than the plough, and far ol",
        "der than any oven that has a door. Peo ",
        "ple ground seeds between stones and ba",
        "ked the paste on the hot ashes of a fire. ",
        "What came out was flat, black at the edges ",
        "and probably wonderful. Nobody wrote it ",
        "down, so we only have the stones and so",
        "me crumbs. They lay in a hearth in the des",
        "ert, older than the first field of any far",
        "mer. It is a good thought for a morning ",
        "on which the dough refuses to rise at all.",
    ]
    lines[1] = lines[1].replace("Peo ", "Then ")
    lines[2] = "people ground seeds between stones and ba"
    text = read("How bread began\n\n" + "\n".join(lines)).lead[0].text
    assert "far older than any oven" in text
    assert "baked the paste" in text
    assert "the first field of any farmer" in text
    assert "Then people ground" in text


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("今日のパン", ["パンを焼くのは楽しい。", "毎朝、私はパンを焼きます。", "そして食べる！"]),
        ("面包", ["面包好了。"]),
        ("रोटी", ["रोटी तैयार है।", "यह गरम है।"]),
        ("Pancakes", ["200 g flour", "2 eggs", "500 ml milk", "Whisk it all.", "Serve warm"]),
        ("Flat bread", ["Flour", "Salt", "Water", "Mix it all and bake.", "Serve warm"]),
        ("Morning", ["The kettle sings", "A bird replies", "The window fogs", "And I am here"]),
        ("Morning light", ["The kettle sings,", "A bird replies.", "The window fogs", "And I am here"]),
        ("PANCAKES", ["Flour", "Milk", "Stir them well."]),
    ],
)
def test_short_lines_are_text_in_every_script(title: str, lines: list[str]) -> None:
    article = read(f"{title}\n\n" + "\n".join(lines))
    assert article.title == title
    assert not article.dropped
    assert [line for line in lines if line not in everything(article)] == []


def test_verse_is_text_and_no_run_of_headings() -> None:
    article = read("Morning\nThe kettle sings\nA bird replies\nThe window fogs\nAnd I am here")
    assert [section.heading for section in article.sections] == [None]


def test_stray_names_go_below_prose_and_a_long_line_stays() -> None:
    prose = "Bread is older than the plough, and far older than any oven with a door."
    article = read(f"Bread\n\n{prose}\n\nKoos\nSend it off\n")
    assert [piece.text for piece in article.dropped] == ["Send it off", "Koos"]
    long = "And so the whole village slept until the spring came back at last"
    article = read(f"Bread\n\n{prose}\n{prose}\n\n{long}\nKoos\n")
    assert [piece.text for piece in article.dropped] == ["Koos"]
    assert article.sections[-1].blocks[-1].text == long


def test_a_call_is_never_all_that_an_article_says() -> None:
    assert read("Bread\n\nSign up now\n").lead[0].text == "Sign up now"


def test_prose_that_tells_of_signing_up_is_no_call() -> None:
    prose = "Then you sign up for a life of early mornings and of late nights."
    article = read(f"Bread\n\nBread is old.\n\n{prose}\n")
    assert article.calls_to_action == ()
    assert article.sections[-1].blocks[-1].text == prose


def test_a_call_takes_the_address_that_it_spells_out() -> None:
    article = read(
        "Bread\n\nBread is old.\n\nJoin us every first Saturday of the month and bake: https://bakery.example/come.\n"
    )
    assert [call.url for call in article.calls_to_action] == ["https://bakery.example/come"]


@pytest.mark.parametrize(("form", "again"), [("markdown", "## Bread"), ("html", "<h2>Bread</h2>")])
def test_only_the_first_heading_that_says_the_title_goes_and_it_is_told(form: str, again: str) -> None:
    article = read({"markdown": "# Bread\n\n", "html": "<h1>Bread</h1>"}[form] + f"Old.\n\n{again}\n\nNew.", form)
    assert [section.heading for section in article.sections] == ["Bread"]
    assert [(piece.text, piece.reason) for piece in article.dropped] == [("Bread", "title, kept as such")]


def test_a_heading_says_the_title_whatever_signs_stand_in_it() -> None:
    article = read("---\ntitle: Bread_and soup\n---\n## Bread and soup!\n\nOld.\n", "markdown")
    assert (article.title, [section.heading for section in article.sections]) == ("Bread_and soup", [])


@pytest.mark.parametrize("text", ["", "   \n\n  ", "\n"])
def test_nothing_is_no_article(text: str) -> None:
    with pytest.raises(SourceError, match="holds no article text"):
        read(text)


WORDS = st.lists(st.text("abdegiklmnorstuwéü", min_size=1, max_size=9), min_size=12, max_size=30)


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_every_word_of_clean_text_is_kept_or_dropped_with_a_reason(paragraphs: list[list[str]]) -> None:
    source = "\n\n".join(" ".join(words).capitalize() + "." for words in paragraphs)
    article = read(source)
    pieces = [
        article.title,
        *(block.text for block in article.lead),
        *(block.text for section in article.sections for block in section.blocks),
    ]
    pieces += (
        [section.heading or "" for section in article.sections]
        + [piece.text for piece in article.dropped]
        + [call.text for call in article.calls_to_action]
    )
    pieces += [*article.notices, *article.references]
    kept = " ".join(pieces).casefold()
    assert all(word.casefold() in kept for words in paragraphs for word in words)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_paragraphs_on_a_line_each_are_never_taken_for_broken_lines(paragraphs: list[list[str]]) -> None:
    lines = [" ".join(words).capitalize() + "." for words in paragraphs]
    assert not repair.is_wrapped([line for paragraph in lines for line in (paragraph, "")])


PROSE = "A balcony is a stop on the way, and no meadow. Thyme does more than a bag of seeds."


def test_numbered_lines_above_text_are_headings() -> None:
    article = read(f"Bees\n\n{PROSE}\n\n1. Begin with thyme\n\n{PROSE}\n\n2. Water, but little\n\n{PROSE}")
    assert [section.heading for section in article.sections] == ["Begin with thyme", "Water, but little"]


def test_a_note_whose_mark_stands_in_the_text_is_a_reference() -> None:
    article = read(
        f"Bees\n\n{PROSE} (1)\n\n{PROSE}\n\n{PROSE}\n\n(1) Handbook of bees, p. 12.\n\n(2) is no note of ours."
    )
    assert article.references == ("Handbook of bees, p. 12.",)
    assert Dropped("(1)", "mark of a note") in article.dropped
    assert "(2) is no note of ours." in everything(article)


def test_the_signature_of_a_mail_is_told() -> None:
    article = read(f"Bees\n\n{PROSE}\n\n-- \nThe bee club\nMill Lane 1")
    assert Dropped("--\nThe bee club\nMill Lane 1", "signature of a mail") in article.dropped
    assert [block.text for block in article.lead] == [PROSE]


def test_a_short_closing_call_keeps_the_address_that_it_spells_out() -> None:
    article = read(f"Bees\n\n{PROSE}\n\nSign up for our letter: https://bees.example/letter\n© 2026 Bees")
    assert [call.url for call in article.calls_to_action] == ["https://bees.example/letter"]


def test_a_byline_with_its_date_is_no_title() -> None:
    article = read(f"EL HORNO\n\nPor Inés Robledo | 12 de marzo de 2026\n\n{PROSE}\n\n{PROSE}")
    assert (article.title, article.byline) == ("EL HORNO", "Inés Robledo")
    assert article.published == datetime(2026, 3, 12, tzinfo=UTC)


def test_a_call_need_not_show_its_address_twice() -> None:
    article = read("Bread\n\nBread is old.\n\nJoin us every first Saturday and bake: https://bakery.example/come\n")
    assert article.calls_to_action == (Link("Join us every first Saturday and bake", "https://bakery.example/come"),)


SHARED = "SHARE NOW: “How long can a loaf of bread wait for its baker?”"
LONG = "Bread needs time to rise, and more of it than anybody in this street thinks it does."


def test_a_title_taken_from_a_share_line_is_named_as_such() -> None:
    article = read(f"{LONG}\n\n{LONG.replace('Bread', 'Dough')}\n\n{SHARED}\n")
    assert article.title == "How long can a loaf of bread wait for its baker?"
    assert article.title_is_borrowed


def test_a_share_line_that_says_the_articles_own_title_lends_nothing() -> None:
    article = read(f"How long can a loaf of bread wait for its baker?\n\n{LONG}\n\n{LONG}\n\n{SHARED}\n")
    assert article.title == "How long can a loaf of bread wait for its baker?"
    assert not article.title_is_borrowed


@pytest.mark.parametrize("mark", ["_", "*"])
def test_marks_around_a_whole_paragraph_are_italics(mark: str) -> None:
    block = text.paragraph(f"{mark}Beans & peas climb.{mark}")
    assert (block.text, block.html) == ("Beans & peas climb.", "<em>Beans &amp; peas climb.</em>")


@pytest.mark.parametrize(
    "line",
    ["_Beans_ climb, and so do _peas_", "**Beans climb.**", "* Beans climb *", "_beans_", "_Beans climb.", "2 * 3 * 4"],
)
def test_other_marks_stay(line: str) -> None:
    assert text.paragraph(line).text == line
    assert "<em>" not in text.paragraph(line).html
