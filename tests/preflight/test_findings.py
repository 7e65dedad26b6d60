"""Where the lines lie: hosts that only we know, bytes, words that we never say, and what networks take."""

from __future__ import annotations

import pytest

from pipeline import limits
from pipeline.config.shape import NETWORKS
from pipeline.model import Image, Network, Post
from pipeline.preflight import care, posts
from tests.factories import a_config
from tests.preflight.letters import GOOD, Change, found, rules, with_body


def linked(href: str) -> list[tuple[str, str]]:
    return [(one.rule, one.severity) for one in found(with_body(f'<a href="{href}" class="link">A site</a>', href))]


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8000", "127.0.0.1", "127.8.0.1", "192.168.1.7", "[::1]", "desk", "nas.local", "desk.lan."],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_link_that_only_works_here_holds_the_draft(scheme: str, host: str) -> None:
    assert linked(f"{scheme}://{host}/bread") == [("link-address", "error")]


@pytest.mark.parametrize("href", ["https://93.184.216.34/a", "mailto:ask@bakery.example", "tel:+31201234567"])
def test_a_link_that_works_everywhere_is_no_finding(href: str) -> None:
    assert linked(href) == []


@pytest.mark.parametrize(("kilobytes", "severity"), [(84, None), (86, "warning"), (101, "warning"), (103, "error")])
def test_a_mail_that_gmail_would_clip_holds_the_draft(kilobytes: int, severity: str | None) -> None:
    filler = "x" * (kilobytes * 1000 - len(GOOD.html))
    assert [one.severity for one in found(with_body(filler))] == ([severity] if severity else [])


PHRASES = [
    ("100%", "It works 100%, always.", True),
    ("100%", "1100%", False),
    ("c++", "We love C++.", True),
    ("c++", "objc++", False),
    (".net", "Use .NET now", True),
    ("no risk", "There is no\nrisk at all.", True),
    ("no risk", "> There is no\n> risk at all.", True),
    ("no risk", "There is no riskier way.", False),
    ("絶対", "これは絶対に安全です。", True),
    ("été", "Un ÉTÉ chaud", True),
]


@pytest.mark.parametrize(("phrase", "text", "said"), PHRASES)
def test_a_phrase_is_found_whatever_signs_it_has_and_wherever_a_line_ends(phrase: str, text: str, said: bool) -> None:
    change = Change(text={"A loaf": f"{text}\nA loaf"}, config={"voice": {"never": [phrase]}})
    assert rules(change) == ["never-word"] * said


def test_the_preheader_is_read_for_words_too() -> None:
    preheader = "It is guaranteed that this loaf lives longer than most."
    assert rules(Change(mail={"preheader": preheader}, config={"voice": {"never": ["guaranteed"]}})) == ["never-word"]


def test_a_finding_shows_the_words_around() -> None:
    voice = a_config(voice={"never": ["bad"]}).voice
    (finding,) = care.words("one two three four five bad, six seven eight nine ten", "here", voice, "en")
    assert "“two three four five bad, six seven eight nine”" in finding.message


@pytest.mark.parametrize(
    ("phrase", "text", "language", "shown"),
    [
        ("gegarandeerd", "Dit is gegarandéérd vers.", "nl", "Dit is gegarandéérd vers."),
        ("gegarandeerd", "Dit is gegarande\u0301e\u0301rd vers.", "nl", "Dit is gegarandéérd vers."),
        ("gegarandeerd", "Dit is gegaran\u00addeerd vers.", "nl", "Dit is gegarandeerd vers."),
        ("één", "Er is een brood.", "nl", ""),
        ("één", "Er is één brood.", "nl", "Er is één brood."),
        ("papa", "El papá amasa.", "es", ""),
    ],
)
def test_a_stress_hides_no_word_and_makes_no_other(phrase: str, text: str, language: str, shown: str) -> None:
    found = care.words(text, "here", a_config(voice={"never": [phrase]}).voice, language)
    assert [f"stands in “{shown}”" in one.message for one in found] == [True] * bool(shown)


def test_a_post_that_would_be_refused_is_an_error() -> None:
    config = a_config()
    assert [finding.rule for finding in posts.check([Post("x", "a" * 300, None, "g", "en")], config)] == ["post-limit"]
    assert [finding.rule for finding in posts.check([Post("instagram", "Bread.", None, "g", "en")], config)] == [
        "post-image"
    ]
    assert posts.check([Post("x", "Bread.", None, "g", "en")], config) == []


@pytest.mark.parametrize(
    ("network", "article", "remedy"),
    [
        ("x", "g", "Reword the key point in fewer words."),
        ("x", "", "Shorten it, or send it as a thread: post --thread."),
        ("linkedin", "", "Shorten it."),
    ],
)
def test_a_post_that_is_too_long_says_what_helps_it(network: Network, article: str, remedy: str) -> None:
    found = posts.check([Post(network, "a" * 4000, None, article, "en")], a_config())
    assert [finding.remedy for finding in found if finding.rule == "post-limit"] == [remedy]


@pytest.mark.parametrize("network", NETWORKS)
def test_the_words_for_a_picture_keep_to_what_the_network_takes(network: Network) -> None:
    most = limits.LIMITS[network].alt_text
    long, fitting = (
        Post(network, "Bread.", None, "g", "en", images=(Image("a.png", "a" * length),)) for length in (most + 1, most)
    )
    assert [finding.rule for finding in posts.check([long, fitting], a_config())] == ["post-alt"]


def test_a_finding_about_a_post_is_one_sentence() -> None:
    (finding,) = posts.check([Post("x", "a" * 300, None, "g", "en")], a_config())
    assert finding.message.endswith("remove 20.")
