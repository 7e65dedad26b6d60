"""Each network's own way to count."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.limits import measure
from pipeline.model import Network
from tests.limits.texts import FAMILY, plain, posts, weighable, words

NETWORKS: tuple[Network, ...] = get_args(Network)


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


@pytest.mark.parametrize(
    ("text", "x", "bluesky", "threads", "reason"),
    [
        ("🫩", 2, 1, 4, "an emoji of Unicode 16"),
        ("\U0001fac8", 2, 1, 4, "one of Unicode 17"),
        ("🇨🇶", 4, 1, 8, "a flag of Unicode 16: X may count two letters"),
        ("🧑‍🧑‍🧒", 8, 1, 18, "a family of Unicode 15.1: in full, which is the higher value"),
        ("🏴󠁧󠁢󠁷󠁬󠁳󠁿", 2, 1, 28, "a flag made of tags"),
        ("👩🏿‍🤝‍👩🏻", 2, 1, 26, "two skin tones"),
        ("🏴‍☠️", 2, 1, 13, "a flag made of two emoji"),
        ("🇳🇱🇧", 4, 2, 12, "half a flag is an emoji too"),
        ("❤ ❤️", 5, 3, 10, "with and without its variation selector"),
        ("\u202eabc\u202c", 7, 5, 5, "what turns the direction is a character, though nobody sees it"),
        ("\ufeff", 2, 1, 1, "a mark that X refuses still weighs"),
        ("가각 \u1112\u1161\u11ab", 7, 4, 6, "Korean, of whole syllables and of their letters"),
        ("क्षि", 4, 1, 4, "an Indic conjunct is one thing to people"),
        ("e" + "\u0301" * 1000, 1000, 1, 1001, "marks upon marks"),
        ("\ud83d", 2, 1, 1, "half a character"),
        ("a\r\nb\rc\nd", 8, 7, 8, "ends of lines"),
    ],
)
def test_what_is_hard_to_count(text: str, x: int, bluesky: int, threads: int, reason: str) -> None:
    assert (measure("x", text), measure("bluesky", text), measure("threads", text)) == (x, bluesky, threads), reason


@given(posts)
def test_a_text_composed_or_decomposed_is_as_long(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert measure("x", unicodedata.normalize(form, text)) == measure("x", text)
        assert measure("bluesky", unicodedata.normalize(form, text)) == measure("bluesky", text)


@given(st.lists(words, min_size=1, max_size=12), st.sampled_from([" ", "\n", "\n\n"]))
def test_words_add_up(told: list[str], blank: str) -> None:
    for network in NETWORKS:
        apart = sum(measure(network, word) for word in told) + len(blank) * (len(told) - 1)
        assert measure(network, blank.join(told)) == apart


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
