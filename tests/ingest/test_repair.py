"""Mending never damages: clean text stays as it is, in six languages and in the examples; broken text becomes whole."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import language
from pipeline.compose import posts, templates
from pipeline.ingest import files, repair, wordlists
from tests.factories import a_config
from tests.ingest.reading import everything, read

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "articles").glob("*/*.*"))


def _sentences(tag: str) -> list[str]:
    """Hard sentences of a language, without quotations, lists and figures at their beginning."""
    lines = (ROOT / "tests" / "language" / "sentences" / f"{tag}.txt").read_text(encoding="utf-8").splitlines()[1:]
    found = [sentence for line in lines for sentence in line.split(" | ")]
    return [
        one for one in found if re.match(r"[^\W\d_]", one) and one[0].isupper() and one[-1] in ".!?" and len(one) > 25
    ]


def _parted(sentences: list[str], size: int) -> list[str]:
    """Paragraphs of `size` sentences; none is said twice, as it would be in a pull quote."""
    runs = [sentences[at : at + size] for at in range(0, len(sentences) - size + 1, size)]
    return [" ".join(run) for run in runs]


TAGS = ["nl", "en", "de", "fr", "es", "it"]
PARAGRAPHS = st.builds(
    _parted, st.sampled_from(TAGS).flatmap(lambda tag: st.permutations(_sentences(tag))), st.integers(4, 7)
)


def set_in(paragraphs: list[str], width: int, end: str) -> list[str]:
    """Lines of `width` characters at most, as mail and PDF programs break them; `end` closes each but a last one."""
    set_lines = []
    for paragraph in paragraphs:
        lines = textwrap.wrap(paragraph, width, break_on_hyphens=False, break_long_words=False)
        set_lines += [line + end for line in lines[:-1]] + [lines[-1], ""]
    return set_lines


@settings(max_examples=150)
@given(PARAGRAPHS)
def test_clean_paragraphs_of_a_line_each_are_not_touched(paragraphs: list[str]) -> None:
    assert not repair.is_wrapped([line for paragraph in paragraphs for line in (paragraph, "")])
    article = read("A title\n\n" + "\n\n".join(paragraphs))
    found = [block.text for block in [*article.lead, *(one for part in article.sections for one in part.blocks)]]
    assert found == paragraphs
    assert article.dropped == ()


@settings(max_examples=150)
@given(PARAGRAPHS, st.integers(50, 90), st.sampled_from(["", " "]))
def test_lines_that_were_only_broken_become_their_paragraphs_again(paragraphs: list[str], width: int, end: str) -> None:
    assert repair.unwrap(set_in(paragraphs, width, end)).paragraphs == paragraphs


@settings(max_examples=60)
@given(PARAGRAPHS, st.integers(50, 90), st.sampled_from(["", " "]))
def test_a_list_of_words_changes_nothing_in_whole_text(paragraphs: list[str], width: int, end: str) -> None:
    listed = frozenset(re.findall(r"\w+", " ".join(paragraphs).casefold()))
    assert repair.unwrap(set_in(paragraphs, width, end), listed).paragraphs == paragraphs


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_clean_and_stay_as_they_are(path: Path) -> None:
    for article in files.articles(path):
        blocks = [*article.lead, *(block for section in article.sections for block in section.blocks)]
        texts = [block.text for block in blocks if block.kind == "paragraph" and len(block.text) > 120]
        assert not repair.is_wrapped([line for text in texts for line in (text, "")])
        if len(texts) > 1:
            assert repair.unwrap(set_in(texts, 64, " ")).paragraphs == texts


def a_column(middle: str) -> str:
    """A column of whole lines, with a blank at the end of each, around `middle`."""
    lines = [
        "Bread is older than the plough, and far older than any ",
        "oven with a door. Somebody ground seeds between stones ",
        "and laid the paste on the hot ashes of the last night. ",
        *middle.split("\n"),
        "what came out was flat, black at its edges, and it was ",
        "wonderful. Nobody wrote it down, so we only have these ",
        "stones and a few crumbs, which lay beside an old hearth ",
        "for longer than there have been fields, or farmers, or ",
        "anything else that we would call a meal in these days. ",
    ]
    return "How bread began\n\n" + "\n".join(lines)


JOINS = [
    ("We bake at the long-\nforgotten mill, and the long-forgotten mill bakes. ", "at the long-forgotten mill, and"),
    ("We bake in a little vil-\nlage, and no village bakes more than we do in one. ", "in a little village, and"),
    ("They bake in a state-of-the-\nart oven, which came from the south by boat once. ", "a state-of-the-art oven"),
    ("They keep a two-\nyear-old dog in the bakery, which eats all that falls. ", "a two-year-old dog"),
    ("They call it the HPA-\naxis, and nobody in the bakery knows what it means. ", "the HPA-axis, and"),
    (
        "They breathe in the morning and at night by 4-7-\n8 and by nothing else, whoever is looking at them. ",
        "by 4-7-8 and",
    ),
    ("They know its pre-\nand its aftertaste, and they argue about both of them. ", "its pre- and its aftertaste"),
    ("They bake in the soft\u00ad\nened light of the morning, before anyone is about. ", "the softened light"),
    (
        "They met in the rain, one cold May, in Stratford-\nUpon and in no other place, whoever may say so now. ",
        "in Stratford-Upon and",
    ),
]


@pytest.mark.parametrize(("middle", "whole"), JOINS)
def test_a_hyphen_at_a_line_end_stays_where_it_belongs_to_the_word(middle: str, whole: str) -> None:
    assert whole in everything(read(a_column(middle)))


def test_a_list_of_words_joins_what_no_blank_tells() -> None:
    lines = [
        line.rstrip()
        for line in a_column("They bake in a little vil\nlage by the sea, as their mothers did.").split("\n")
    ]
    assert "vil lage" in " ".join(repair.unwrap(lines).paragraphs)
    listed = frozenset({"village", "little", "by", "the", "sea", "as"})
    assert "a little village by the sea" in " ".join(repair.unwrap(lines, listed).paragraphs)


def test_two_words_that_make_a_third_stay_apart() -> None:
    lines = [
        line.rstrip()
        for line in a_column("Nobody in the house could bear to see the bread be\nfore it was done.").split("\n")
    ]
    listed = frozenset({"be", "fore", "before"})
    assert "bread be fore it" in " ".join(repair.unwrap(lines, listed).paragraphs)


def test_a_list_of_words_is_found_by_language_and_none_is_no_harm(tmp_path: Path) -> None:
    (tmp_path / "dutch").write_text("Brood\noven\n", encoding="utf-8")
    assert wordlists.of("nl-BE", tmp_path) == frozenset({"brood", "oven"})
    assert wordlists.of("de", tmp_path) == frozenset()
    assert wordlists.of("nl", tmp_path / "missing") == frozenset()


def test_a_pull_quote_that_repeats_the_text_goes_and_is_told() -> None:
    article = read(
        a_column("It was cold. ") + "\n\nwhat came out was flat, black\nat its edges, and it was\nwonderful\n"
    )
    assert [piece.reason for piece in article.dropped] == ["pull quote, repeated from the article"]
    assert article.dropped[0].text == "what came out was flat, black at its edges, and it was wonderful"


def test_a_paragraph_that_a_blank_line_tore_apart_is_whole() -> None:
    article = read(
        a_column(
            "and turned it over with a stick, as one does to this \n\nday where there is no pan at hand. Then it was ready, and "
        )
    )
    assert "as one does to this day where there is no pan" in everything(article)


@pytest.mark.parametrize("glyph", ["a", "■", "◆"])
def test_a_lone_glyph_at_the_end_is_a_mark_and_a_word_is_not(glyph: str) -> None:
    article = read(a_column("It was cold. ").rstrip() + f" {glyph}\n")
    assert ("mark at the end of the article", glyph) in [(piece.reason, piece.text) for piece in article.dropped]
    assert read(a_column("It was cold. ").rstrip() + " Bake!\n").dropped == ()


def test_markers_of_sources_stay_in_the_article_and_out_of_posts() -> None:
    source = "# Bread\n\nBread is old.[1]\n\n## Time\n\nDough that rests overnight tastes better.[2, 3]\n\n> [!TIP]\n> Dough that rests overnight keeps two days longer (Field, 2014).[4]\n"
    article = read(source, "markdown")
    assert [marker for marker in ("[1]", "[2, 3]", "(Field, 2014)", "[4]") if marker not in everything(article)] == []
    config = a_config()
    made = posts.compose(article, ["linkedin", "mastodon"], config, templates.environment(config.folder)).posts
    assert len(made) == 4
    assert [post.text for post in made if re.search(r"\[\d|\(Field", post.text)] == []


@pytest.mark.parametrize("tag", TAGS)
def test_the_sentences_that_these_tests_are_made_of_are_many_and_of_their_language(tag: str) -> None:
    found = _sentences(tag)
    assert len(found) >= 8
    assert language.detect(" ".join(found)) == tag
