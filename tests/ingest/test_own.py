"""Our own words for an edition are read whole: none of the rules for pages of others apply."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import SourceError
from pipeline.ingest import own
from pipeline.model import OwnBlock

SITE = "https://bakery.example/"


def read(text: str) -> own.Read:
    return own.of_text(text, "our news", "config.yaml", SITE, "en")


def the_block(text: str) -> OwnBlock:
    (block,) = read(text).blocks
    return block


def test_a_heading_becomes_the_title_and_what_follows_is_whole() -> None:
    block = the_block("## Agenda\n\nCome by.\n\n- Monday: rye\n- Friday: wheat\n\n> Bread breathes.\n")
    assert (block.name, block.title, block.language) == ("our news", "Agenda", "en")
    assert [(one.kind, one.text) for one in block.lead] == [
        ("paragraph", "Come by."),
        ("list", "Monday: rye\nFriday: wheat"),
        ("quote", "Bread breathes."),
    ]


def test_each_heading_of_the_highest_level_begins_a_block_and_lower_ones_a_section() -> None:
    agenda, vacancy = read("## Agenda\n\nMonday.\n\n## Vacancy\n\nA baker.\n\n### What you do\n\nBake.\n").blocks
    assert (agenda.title, agenda.sections) == ("Agenda", ())
    assert (vacancy.title, vacancy.lead[0].text) == ("Vacancy", "A baker.")
    assert [(one.heading, one.blocks[0].text) for one in vacancy.sections] == [("What you do", "Bake.")]


def test_words_before_the_first_heading_are_a_block_without_a_title() -> None:
    first, second = read("A word in front.\n\n# Agenda\n\nMonday.\n").blocks
    assert (first.title, first.lead[0].text, second.title) == (None, "A word in front.", "Agenda")


def test_a_title_in_front_matter_is_the_title_once() -> None:
    assert the_block("---\ntitle: Agenda\nlanguage: nl\n---\nMaandag.\n").title == "Agenda"
    block = the_block("---\ntitle: Agenda\n---\n# Agenda\n\nMaandag.\n")
    assert (block.title, block.lead[0].text, block.sections) == ("Agenda", "Maandag.", ())


def test_lines_that_are_furniture_on_a_page_are_ours_here() -> None:
    text = "Share this with a friend.\n\nSubscribe to our newsletter!\n\nRead also: the recipe\n\nSources: the mill"
    assert [one.text for one in the_block(text).lead] == text.split("\n\n")


def test_links_and_pictures_start_at_our_site() -> None:
    block = the_block("See [the shop](/shop).\n\n![A crust](img/crust.jpg)\n")
    assert 'href="https://bakery.example/shop"' in block.lead[0].html
    assert (block.lead[1].kind, block.lead[1].url) == ("image", "https://bakery.example/img/crust.jpg")


def test_a_bulb_makes_a_key_point_of_its_section() -> None:
    block = the_block("## Agenda\n\n💡 Come early.\n\n### Monday\n\nRye.\n\n💡 Bring a bag.\n")
    assert [(one.text, one.section) for one in block.key_points] == [("Come early.", None), ("Bring a bag.", 0)]


def test_a_footnote_stays_at_the_end() -> None:
    block = the_block("A vacancy.[^1]\n\n[^1]: Unpaid.\n")
    assert (block.lead[-1].kind, block.lead[-1].text) == ("list", "Unpaid.")


def test_a_heading_with_nothing_below_it_goes_with_a_reason() -> None:
    found = read("## News\n\n## Agenda\n\n### Monday\n\n### Friday\n\nWheat.\n\n## Vacancy\n\n### Later\n")
    (agenda,) = found.blocks
    assert (agenda.title, [one.heading for one in agenda.sections]) == ("Agenda", ["Friday"])
    assert [one.text for one in found.dropped] == ["News", "Monday", "Vacancy", "Later"]
    assert {one.reason for one in found.dropped} == {"heading with nothing below it"}


@pytest.mark.parametrize("text", ["", "  \n", "## News\n", "<!-- nothing this week -->"])
def test_what_says_nothing_is_no_block(text: str) -> None:
    assert read(text).blocks == ()


def test_what_front_matter_tells_and_no_block_shows_is_named() -> None:
    found = read("---\nauthor: Ann Miller\ndate: 2026-11-12\nmood: sunny\n---\nA word.\n")
    told = {one.text for one in found.dropped}
    assert {"Ann Miller", "2026-11-12"} <= told
    assert any("mood" in text for text in told)


def test_a_block_of_our_own_is_ours_whatever_rights_it_says() -> None:
    assert [one.text for one in read("---\nrights: quote\n---\nA word.\n").dropped] == ["rights: quote"]


@given(st.lists(st.sampled_from(["# A", "## B", "### C", "One.", "- two", "💡 Three.", "> four"]), max_size=12))
def test_every_line_is_in_a_block_or_among_what_was_left_out(lines: list[str]) -> None:
    found = read("\n\n".join(lines))
    told: list[str] = [one.text for one in found.dropped]
    for block in found.blocks:
        told += [block.title or "", *(one.text for one in block.key_points)]
        told += [piece.text for piece in block.lead]
        told += [text for one in block.sections for text in (one.heading or "", *(piece.text for piece in one.blocks))]
        assert block.lead or block.sections or block.key_points
    words = sorted(word for text in told for word in text.split())
    assert words == sorted(line.split(maxsplit=1)[-1] if " " in line else line for line in lines)


def test_other_formats_are_read_too(tmp_path: Path) -> None:
    (tmp_path / "agenda.html").write_text("<h2>Agenda</h2><p>Come <a href='/day'>by</a>.</p>")
    (block,) = own.of_file(tmp_path / "agenda.html", "agenda", SITE, "en").blocks
    assert (block.title, block.lead[0].text) == ("Agenda", "Come by.")
    assert "https://bakery.example/day" in block.lead[0].html


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("news.md", b"\x89PNG\r\n\x1a\n\x00\x00", "is no text file"),
        ("feed.xml", b"<rss><channel/></rss>", "is a feed"),
        ("news.md", b"---\ntitle: [\n---\nx", "front matter"),
    ],
)
def test_a_file_that_is_no_text_of_ours_is_told(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SourceError, match=message):
        own.of_file(tmp_path / name, "news", SITE, "en")


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        own.of_file(tmp_path, "news", SITE, "en")


def test_a_key_point_knows_how_many_blocks_stand_before_it() -> None:
    text = "# News\n\nFirst.\n\n💡 Second.\n\nThird.\n\n## More\n\n💡 Fourth.\n\nFifth."
    (block,) = own.of_text(text, "news", "config.yaml", "https://bakery.example", "en").blocks
    assert [(point.text, point.section, point.after) for point in block.key_points] == [
        ("Second.", None, 1),
        ("Fourth.", 0, 0),
    ]
