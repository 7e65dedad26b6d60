"""Threads: no word is lost, none comes twice, every part fits, and what is one thing is never cut."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from pipeline import limits
from pipeline.compose import threads
from pipeline.limits import urls
from pipeline.model import THREADED, Network

WORDS = [
    "Dough",
    "rests",
    "in",
    "the",
    "shed",
    "for",
    "a",
    "night",
    "and",
    "keeps",
    "longer,",
    "however",
    "(dry)",
    "is",
]
WHOLE = [
    "https://bakery.example/bread?utm_source=x",
    "bakery.nl/rye",
    "#SourdoughBread",
    "@miller@mill.example",
    "👩🏽‍🍳",
    "🇳🇱",
]
SENTENCE = st.tuples(
    st.lists(st.sampled_from([*WORDS, *WHOLE]), min_size=1, max_size=70),
    st.sampled_from([".", "!", "?", " 👩🏽‍🍳.", ""]),
).map(lambda made: " ".join(made[0]).capitalize() + made[1])
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join)
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=3).map("\n\n".join)
NUMBER = re.compile(r" \d+/\d+$")
LONG = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["a", "é", "眠り", "眠り、", "ก", "👩🏽‍🍳"]), st.integers(1, 900)).map(lambda one: one[0] * one[1]),
        st.sampled_from(["#パン、", "（https://bakery.nl/bread?a=1）", " ", "\n\n", "Dough rests. "]),
    ),
    min_size=1,
    max_size=8,
).map("".join).filter(str.strip)  # fmt: skip
UNBROKEN = st.text("🇳🇱👩🏽\u200d🍳眠りe\u0301x。", min_size=1, max_size=900)


def told(text: str, network: Network, *, numbered: bool = False, language: str = "en") -> list[str]:
    made = threads.cut([text], network, language, numbered=numbered)
    assert made is not None
    return made[0]


def unnumbered(parts: list[str]) -> list[str]:
    return [NUMBER.sub("", part) for part in parts]


@pytest.mark.parametrize("network", THREADED)
@given(text=TEXT)
def test_no_word_is_lost_and_none_comes_twice(network: Network, text: str) -> None:
    assert " ".join(told(text, network)).split() == text.split()


@pytest.mark.parametrize("network", THREADED)
@given(text=TEXT)
def test_every_part_fits_with_its_number(network: Network, text: str) -> None:
    parts = told(text, network, numbered=True)
    assert all(limits.fits(network, part) for part in parts)
    if len(parts) > 1:
        assert [part.rpartition(" ")[2] for part in parts] == [f"{n}/{len(parts)}" for n in range(1, len(parts) + 1)]
        assert " ".join(unnumbered(parts)).split() == text.split()


@given(text=UNBROKEN)
def test_a_text_without_blanks_is_cut_between_what_people_see_as_characters(text: str) -> None:
    parts = told(text, "bluesky", language="ja")
    assert re.sub(r"\s", "", "".join(parts)) == re.sub(r"\s", "", text)
    assert [found for part in parts for found in regex.findall(r"\X", part)] == regex.findall(r"\X", text)


@pytest.mark.parametrize("network", THREADED)
@given(text=LONG)
def test_nothing_is_lost_of_a_text_without_sentences_or_blanks(network: Network, text: str) -> None:
    parts = told(text, network, numbered=True, language="ja")
    assert all(limits.fits(network, part) for part in parts)
    assert "".join("".join(unnumbered(parts) if len(parts) > 1 else parts).split()) == "".join(text.split())


@pytest.mark.parametrize("network", THREADED)
# Threads counts an emoji in bytes: of more than 2,500 there would be over a hundred parts.
@given(unit=st.sampled_from(["a", "é", "眠", "ก", "क्षि", "👩🏽‍🍳", "🇳🇱"]), count=st.integers(2, 2500))
def test_parts_of_a_text_without_blanks_are_of_like_length(network: Network, unit: str, count: int) -> None:
    shares = [limits.share(network, part) for part in told(unit * count, network, numbered=True)]
    assert max(shares) - min(shares) < 0.06


@given(words=st.lists(st.sampled_from(WHOLE), min_size=30, max_size=60))
def test_links_hashtags_names_and_emoji_stay_whole(words: list[str]) -> None:
    for network in THREADED:
        assert [word for part in told(" ".join(words), network) for word in part.split()] == words


@given(count=st.integers(2, 40))
def test_parts_of_like_sentences_are_of_like_length(count: int) -> None:
    sentences = [f"Loaf number {n} rested for a whole night in the coolest corner of our shed." for n in range(count)]
    lengths = [len(part) for part in told(" ".join(sentences), "bluesky")]
    assert max(lengths) - min(lengths) <= 2 * max(map(len, sentences))


@given(text=TEXT)
def test_what_fits_into_one_part_is_not_cut(text: str) -> None:
    if limits.fits("mastodon", text):
        assert told(text, "mastodon", numbered=True) == [text]


@pytest.mark.parametrize("network", THREADED)
def test_a_text_without_room_for_a_number_is_one_part_without_it(network: Network) -> None:
    full = "a " * (limits.limit(network) // 2 - 1) + "ab"
    assert limits.share(network, full) == 1
    assert told(full, network, numbered=True) == [full]


def test_sentences_are_cut_only_where_one_is_too_long_for_a_part() -> None:
    short = "Dough that rests overnight keeps two days longer than dough that does not."
    parts = told(" ".join([short] * 9), "x")
    assert len(parts) == 3
    assert all(part.endswith(".") for part in parts)


def test_a_sentence_that_is_too_long_is_cut_at_a_comma() -> None:
    clause = "where the dough of our whole street rests for a night in the cold"
    parts = told(", ".join(["We like the shed behind the mill", *[clause] * 7]) + ".", "x")
    assert all(part.endswith(",") for part in parts[:-1])
    assert max(map(len, parts)) - min(map(len, parts)) <= 2 * len(clause)


def test_a_paragraph_stays_together_where_it_can() -> None:
    first = "Dough likes to rest. It does so best at night, when the oven is cold and nobody slams a door."
    other = "A paper bag keeps the crust. Plastic makes it soft within the day, and nobody wants to eat that."
    third = "Salt comes last. It slows the yeast, and who adds it early waits for an hour more at the least."
    assert told("\n\n".join([first, other, third]), "x") == [f"{first}\n\n{other}", third] or told(
        "\n\n".join([first, other, third]), "x"
    ) == [first, f"{other}\n\n{third}"]


@pytest.mark.parametrize(("before", "after"), [(1, 1), (1, 3), (3, 1), (2, 2)])
def test_a_sentence_that_limits_stays_with_the_one_before_it(before: int, after: int) -> None:
    filler = "Bakers of the north let their dough rest for two days in a shed by the water, and swear by it."
    claim = "A night of rest heals every dough there is, as all of the bakers in the north will tell you."
    limit = "Nobody has ever shown that in a dough of rye, however long it rested in the shed of its baker."
    (part,) = (
        part for part in told(" ".join([filler] * before + [claim, limit] + [filler] * after), "x") if claim in part
    )
    assert limit in part


@given(count=st.lists(st.integers(1, 40), min_size=3, max_size=12))
def test_a_link_or_hashtag_inside_a_text_without_blanks_stays_whole(count: list[int]) -> None:
    link, tag = "https://bakery.nl/bread?a=1", "#パン"
    text = "".join(f"{'パンを焼く' * many}（{link}）、{tag}、" for many in count)
    parts = told(text, "x", language="ja")
    assert [part[slice(*span)] for part in parts for span in urls(part)] == [link] * len(count)
    assert sum(part.count(f"{tag}、") for part in parts) == len(count)
    assert "".join(parts) == text


@pytest.mark.parametrize(
    "tag", ["#パン", "#ラテン・アメリカ", "#सुबह_की_रोटी", "#ขนมปัง", "＠miller", "@miller@mill.example"]
)
@pytest.mark.parametrize("network", THREADED)
def test_no_hashtag_and_no_name_is_cut_in_any_script(network: Network, tag: str) -> None:
    parts = told(f"{tag}🍞" * 150, network, language="ja")
    assert len(parts) > 1
    assert sum(part.count(tag) for part in parts) == 150


def test_line_breaks_inside_a_part_stay() -> None:
    text = "Two things:\n• flour\n• salt"
    assert told(text, "x") == [text]


def test_a_link_longer_than_a_part_makes_no_thread() -> None:
    link = "https://bakery.nl/" + "a" * 400
    assert threads.cut([f"Dough rests. {link}"], "bluesky", "en", numbered=True) is None
    assert told(f"Dough rests. {link}", "x") == [f"Dough rests. {link}"]


def test_a_text_for_too_many_parts_makes_no_thread() -> None:
    assert threads.cut(["Dough rests. " * 4000], "x", "en", numbered=True) is None


def test_pieces_begin_parts_of_their_own_and_are_numbered_together() -> None:
    made = threads.cut(["A hook", "A point.", "The end"], "x", "en", numbered=True)
    assert made == [["A hook 1/3"], ["A point. 2/3"], ["The end 3/3"]]


def test_a_link_is_whole_in_one_part_only() -> None:
    link = "https://bakery.nl/bread?a=1"
    parts = told(" ".join(["Dough rests well."] * 20) + f" {link} " + " ".join(["It keeps well."] * 20), "x")
    assert [part[slice(*span)] for part in parts for span in urls(part)] == [link]
    assert all(one != other for one, other in pairwise(parts))


def test_a_hundred_parts_leave_room_for_their_numbers() -> None:
    sentence = (
        "Dough that rests overnight keeps a good two days longer than dough that is baked at once, as all bakers of "
    )
    text = " ".join(f"{sentence}the north told us in the year {year}." for year in range(1800, 1999))
    parts = told(text, "bluesky", numbered=True)
    assert [part.rpartition(" ")[2] for part in parts] == [f"{n}/100" for n in range(1, 101)]
    assert all(limits.fits("bluesky", part) for part in parts)
    assert " ".join(unnumbered(parts)) == text
    assert threads.cut([text, "One more."], "bluesky", "en", numbered=True) is None


def test_a_link_in_the_middle_is_cut_from_no_sentence() -> None:
    before, after = "Dough that rests overnight keeps two days longer. ", " Dough that is baked at once dries."
    link = "https://bakery.nl/bread?a=1"
    parts = told(f"{before * 6}Read {link} for more.{after * 9}", "x", numbered=True)
    assert sum(f"Read {link} for more." in part for part in parts) == 1
    assert all(part.endswith(".") for part in unnumbered(parts))
