from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.limits import LIMITS, fits, limit, measure, problems, urls
from pipeline.limits.links import web_links
from pipeline.model import Network

NETWORKS: tuple[Network, ...] = get_args(Network)
FAMILY = "👨‍👩‍👧‍👦"


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in urls(text)]


def test_every_network_has_its_row() -> None:
    assert set(LIMITS) == set(NETWORKS)


@pytest.mark.parametrize(
    ("text", "length", "reason"),
    [
        ("", 0, "nothing"),
        ("slaap", 5, "Latin letters weigh 1"),
        ("e\u0301", 1, "normalised to é before counting"),
        ("– — “ ’ ½", 9, "these marks weigh 1"),
        ("…€→•✓", 10, "these weigh 2"),
        ("a\r\nb", 4, "CR LF is two"),
        ("眠り", 4, "Japanese letters weigh 2"),
        ("\U0001d400", 2, "a letter beyond the first plane weighs 2, not 4"),
        ("💡", 2, "an emoji weighs 2"),
        (FAMILY, 2, "a sequence of four people is one emoji"),
        ("❤️ 👍🏽 🇳🇱 1️⃣ 1⃣", 14, "variation, skin tone, flag and keycap belong to their emoji"),
        ("©", 1, "a sign in Latin-1 weighs 1"),
        ("©️", 2, "unless it is shown as an emoji"),
        ("🐦‍⬛", 5, "newer than the reference's emoji: in full, which is the higher value"),
        ("💡‍💡", 5, "no emoji anyone knows: in full"),
        ("🐱🏽", 4, "cats have no skin tone"),
        ("🚴\u200d♂", 5, "without its variation selector the reference does not know it"),
        ("https://voorbeeld.nl/" + "a" * 200, 23, "a link is 23, however long"),
        ("http://t.co", 23, "and however short"),
        ("voorbeeld.nl", 23, "also without protocol"),
        ("Zie voorbeeld.nl.", 28, "the full stop after it is not part of it"),
        ("https://a.nl https://b.nl", 47, "each link counts"),
        ("ftp://voorbeeld.nl/a", 20, "ftp is no link"),
        ("post@voorbeeld.nl", 17, "an email address is no link"),
        ("klaar.Daarna", 12, "no top-level domain, no link"),
        ("https://voorbeeld.example/a", 27, "nor here: X knows no .example"),
        ("https://voorbeeld.nl/\U0001f4a1", 25, "an emoji ends a path"),
    ],
)
def test_x_counts_weights(text: str, length: int, reason: str) -> None:
    assert measure("x", text) == length, reason


@pytest.mark.parametrize(
    ("network", "text", "length", "reason"),
    [
        ("bluesky", FAMILY + "e\u0301\r\n", 3, "what people see as one character is one"),
        ("bluesky", "🇳🇱🇧🇪🇩", 3, "two letters make a flag"),
        ("bluesky", "https://voorbeeld.nl/een-lang-pad", 33, "links count in full"),
        ("mastodon", "https://voorbeeld.nl/" + "a" * 200, 23, "a link is 23"),
        ("mastodon", "https://voorbeeld.nl/slaap/眠り?q=é", 23, "in any alphabet"),
        ("mastodon", "(https://a.nl/b_(c))", 25, "brackets belong to a path in pairs"),
        ("mastodon", "voorbeeld.nl/een-lang-pad-dat-telt", 34, "without protocol it is text"),
        ("mastodon", "ziehttps://voorbeeld.nl", 23, "glued to a word it is text"),
        ("mastodon", "ziehttps://voorbeeld.nl/a", 25, "and counts in full"),
        ("mastodon", "@ik@voorbeeld.social hoi", 7, "a remote name counts without its server"),
        ("mastodon", "post@ik@voorbeeld.social", 24, "glued to a word it counts in full"),
        ("mastodon", "https://a.nl/@ik@b.nl", 23, "inside a link there is no name"),
        ("mastodon", FAMILY, 1, "graphemes"),
        ("linkedin", "stap 1 (van 2)", 16, "brackets are escaped"),
        ("linkedin", r"\|{}@[]()<>#*_~", 30, "all that is reserved"),
        ("linkedin", "💡", 2, "UTF-16 units, the cautious reading"),
        ("threads", "💡", 4, "an emoji counts its UTF-8 bytes"),
        ("threads", FAMILY, 25, "a sequence those of all its characters"),
        ("threads", "1️⃣🇳🇱", 15, "keycaps and flags are emoji too"),
        ("threads", "één", 3, "letters are no bytes"),
        ("instagram", "💡é", 3, "UTF-16 units, the cautious reading"),
        ("facebook", "💡é", 3, "UTF-16 units, the cautious reading"),
    ],
)
def test_each_network_counts_its_own_way(network: Network, text: str, length: int, reason: str) -> None:
    assert measure(network, text) == length, reason


@pytest.mark.parametrize("network", NETWORKS)
def test_a_text_fits_up_to_the_limit_and_not_beyond(network: Network) -> None:
    full = "a" * limit(network)
    assert fits(network, full)
    assert not fits(network, full + "a")
    assert problems(network, full + "aaa")[0].endswith(f"and this text has {limit(network) + 3}: remove 3.")


@pytest.mark.parametrize("network", NETWORKS)
def test_what_no_network_takes(network: Network) -> None:
    assert problems(network, " \n") == (f"{LIMITS[network].name} takes no empty text: write something.",)
    assert "U+D83D" in problems(network, "half a lamp: \ud83d")[0]


def test_a_dutch_text_with_a_long_link_fits_x() -> None:
    link = "https://voorbeeld.nl/slaap?utm_source=x&utm_medium=social&utm_campaign=" + "week" * 60
    text = f"Wie elke dag tien minuten niets doet, slaapt beter. {link}"
    assert len(text) > limit("x")
    assert measure("x", text) == 75
    assert fits("x", text)


def test_x_refuses_three_characters() -> None:
    assert problems("x", "\ufeffa") == ("X refuses the invisible character U+FEFF: remove it.",)
    assert fits("bluesky", "\ufeffa")


def test_bluesky_also_limits_bytes() -> None:
    text = FAMILY * 125  # 25 bytes each
    assert measure("bluesky", text) == 125
    assert problems("bluesky", text) == ("Bluesky takes at most 3000 bytes, and this text has 3125: remove 125.",)


def test_threads_takes_five_different_links() -> None:
    five = " ".join(f"https://voorbeeld.nl/{number}" for number in range(5))
    assert fits("threads", f"{five} https://voorbeeld.nl/0")
    assert problems("threads", f"{five} www.voorbeeld.nl") == (
        "Threads takes at most 5 different links, and this text has 6: remove 1.",
    )


def test_instagram_takes_five_hashtags() -> None:
    five = "#rust #slaap #stress #rust #zorg"
    assert fits("instagram", f"{five} https://voorbeeld.nl/#deel in C# of F#.")
    assert problems("instagram", f"{five} #herstel") == (
        "Instagram takes at most 5 hashtags, and this text has 6: remove 1.",
    )


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("zie voorbeeld.nl/pad?a=1&b=2#c, of (www.test.com).", ["voorbeeld.nl/pad?a=1&b=2#c", "www.test.com"]),
        ("voorbeeld.nl?a=1", ["voorbeeld.nl"]),  # without protocol and path the query is not part of it
        ("https://voorbeeld.nl?a=1", ["https://voorbeeld.nl?a=1"]),
        ("https://voorbeeld.nl:8080/a", ["https://voorbeeld.nl:8080/a"]),
        (
            "https://nl.wikipedia.org/wiki/Slaap_(toestand(diep))x",
            ["https://nl.wikipedia.org/wiki/Slaap_(toestand(diep))x"],
        ),
        ("https://münchen.みんな/ xn--mnchen-3ya.de", ["https://münchen.みんな/", "xn--mnchen-3ya.de"]),
        ("日本voorbeeld.nl日本test.com", ["voorbeeld.nl", "test.com"]),
        ("éa.nl éa.nl", ["a.nl", "éa.nl"]),  # the first character of all is rather seen as standing before the link
        ("https://a.nl.onder_streep.nl", ["https://a.nl"]),
        ("https://a.nl/b.nl.c_日d.nl", ["https://a.nl/b.nl.c_", "d.nl"]),
        ("$voorbeeld.nl @voorbeeld.nl #voorbeeld.nl /voorbeeld.nl -voorbeeld.nl", []),
        ("voorbeeld.nl-x voorbeeld.nlx voorbeeld.1nl -.nl .nl", []),
        ("https://onder_streep.nl https://-streep.nl https://streep-.nl", []),
        ("https://" + "a" * 64 + ".nl", []),  # a label has at most 63 characters
        ("https://" + "ü" * 60 + ".nl", []),  # also once written in ASCII
        ("https://voorbeeld.nl/" + "a" * 4096, []),
        ("https://t.co/abc+d https://t.co/" + "a" * 41, ["https://t.co/abc"]),
    ],
)
def test_links_on_x(text: str, links: list[str]) -> None:
    assert found(text) == links


def test_links_on_mastodon_need_their_protocol() -> None:
    text = "voorbeeld.nl HTTPS://voorbeeld.nl/a?b=é#c. ftp://voorbeeld.nl"
    assert [text[start:end] for start, end in web_links(text)] == ["HTTPS://voorbeeld.nl/a?b=é#c"]


pieces = st.sampled_from(
    [
        "voorbeeld.nl",
        "https://a.nl/b",
        "t.co/x",
        ".",
        "/",
        "@ik@b.nl",
        "#rust",
        "_",
        "-",
        "é",
        "日",
        "💡",
        FAMILY,
        "\u200d",
        "(",
        " ",
        "\r\n",
    ]
)
posts = st.lists(pieces | st.text(max_size=3)).map("".join)
plain = st.text(st.characters(exclude_characters=".:/@"))
# No character of these is an emoji or half of one, and none composes with another.
weighable = st.text(
    st.characters(max_codepoint=0x2FF, exclude_characters=".©®")
    | st.sampled_from("–—“”‘’…€→•✓")
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)
)


@given(posts)
def test_no_length_is_negative(text: str) -> None:
    assert all(measure(network, text) >= 0 for network in NETWORKS)


@given(plain)
def test_a_letter_more_never_shortens_a_text_without_links_and_names(text: str) -> None:
    assert all(measure(network, text + "a") >= measure(network, text) for network in NETWORKS)


@given(posts)
def test_a_word_more_never_shortens_a_text(text: str) -> None:
    assert all(measure(network, text + " a") >= measure(network, text) for network in NETWORKS)


@given(weighable)
def test_x_adds_up_the_weights_where_there_is_no_link_and_no_emoji(text: str) -> None:
    light = (range(0x1100), range(0x2000, 0x200E), range(0x2010, 0x2020), range(0x2032, 0x2038))
    normal = unicodedata.normalize("NFC", text)
    assert measure("x", text) == sum(1 if any(ord(letter) in few for few in light) else 2 for letter in normal)


@given(posts)
def test_links_are_in_order_and_do_not_overlap(text: str) -> None:
    edges = [edge for link in urls(text) for edge in link]
    assert edges == sorted(set(edges))


def cases(shared: Path, file: str, *groups: str) -> list[dict[str, Any]]:
    tests = yaml.safe_load((shared / "conformance" / "twitter-text" / file).read_text("utf-8"))["tests"]
    return [case for group in groups or tests for case in tests[group]]


@pytest.mark.shared
def test_x_weighs_as_its_reference_does(shared: Path) -> None:
    current = cases(
        shared, "validate.yml", "WeightedTweetsWithDiscountedEmojiCounterTest", "UnicodeDirectionalMarkerCounterTest"
    )
    # An older group, from when emoji counted in full: where both have a text, the newer says what it weighs.
    known = {case["text"] for case in current}
    older = [case for case in cases(shared, "validate.yml", "WeightedTweetsCounterTest") if case["text"] not in known]
    wrong = [
        (case["description"], measure("x", case["text"]), fits("x", case["text"]))
        for case in (*current, *older)
        if (measure("x", case["text"]), fits("x", case["text"]))
        != (case["expected"]["weightedLength"], case["expected"]["valid"])
    ]
    assert wrong == []


@pytest.mark.shared
@pytest.mark.parametrize(
    ("file", "groups"),
    [("extract.yml", ("urls", "tco_urls_with_params")), ("tlds.yml", ("country", "generic"))],
)
def test_x_links_as_its_reference_does(shared: Path, file: str, groups: tuple[str, ...]) -> None:
    wrong = [
        (case["description"], found(case["text"]))
        for case in cases(shared, file, *groups)
        if found(case["text"]) != case["expected"]
    ]
    assert wrong == []


@pytest.mark.shared
def test_links_lie_where_the_reference_has_them(shared: Path) -> None:
    wrong = [
        (case["description"], urls(case["text"]))
        for case in cases(shared, "extract.yml", "urls_with_indices", "urls_with_directional_markers")
        if urls(case["text"]) != [tuple(link["indices"]) for link in case["expected"]]
    ]
    assert wrong == []
