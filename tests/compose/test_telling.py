"""How posts look and sound: their links, notices and signs, and how an article is announced on each network."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.channels.bluesky.facets import facets
from pipeline.compose import posts, telling, templates
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import Version
from pipeline.config.shape import NETWORKS
from pipeline.model import Article, KeyPoint, KeyPointKind, Network, Post, Rights
from tests.factories import a_config, a_paragraph, an_article

ENV = templates.environment()
NAMES = "All names in this story have been changed."
ADVICE = "Meant to inform only. It is no medical advice. Always consult your doctor."
FACEBOOK = "This page wants to make readers glad."
SUMMARY = "How a paper bag made our bread last."
ANNOUNCED = an_article(summary=SUMMARY)


def told(article: Article, network: Network, **config: object) -> list[str]:
    return [post.text for post in posts.compose(article, [network], a_config(**config), ENV).posts]


def a_text(network: Network, version: Version, article: Article, *, number: int = 1, kind: KeyPointKind = "tip") -> str:
    desk = telling.desk(article, a_config(), ENV)
    return telling.rendered(version, Thought(version.text, None, number=number, kind=kind), network, desk)


@pytest.mark.parametrize("network", NETWORKS)
def test_an_article_without_an_address_leads_to_our_site_and_nobody_is_told_that_it_stands_there(
    network: Network,
) -> None:
    made = posts.compose(an_article(url=None, summary=SUMMARY), [network], a_config(), ENV)
    for post in made.posts:
        assert (post.link or "https://bakery.example/?").startswith("https://bakery.example/?")
        assert not re.search(r"Read “|Read on|:$(?!\nhttp)", post.text, re.MULTILINE)
        assert network != "linkedin" or "More at Example Bakery: https" in post.text
    assert [(finding.rule, finding.severity) for finding in made.findings] == [("post-link", "note")]
    assert "--link" in made.findings[0].remedy
    assert "lead to https://bakery.example/" in made.findings[0].message


def test_an_address_below_our_site_is_one() -> None:
    made = posts.compose(an_article(url="/bread"), ["x"], a_config(), ENV)
    assert all("https://bakery.example/bread?" in post.text for post in made.posts)


def test_only_a_network_without_links_sends_to_its_bio_and_config_may_say_no() -> None:
    assert all("The link is in our bio." in text for text in told(ANNOUNCED, "instagram"))
    without = {"networks": {"instagram": {"as": ["card"], "links": False}}}
    assert not any("bio" in text for text in told(ANNOUNCED, "instagram", social=without))
    assert not any("bio" in text for text in told(ANNOUNCED, "linkedin"))


@pytest.mark.parametrize(
    "url",
    [
        "https://bakery.example/bread",
        "https://www.bakery.example/bread/",
        "https://bakery.example/?p=12",
        "https://bakery.example/brød-💡?a=b#part",
        "https://bakery.example:8443/a_(b)",
        "https://bakery.example",
    ],
)
def test_bluesky_shows_host_and_path_and_leads_to_the_whole_address(url: str) -> None:
    for post in posts.compose(an_article(url=url), ["bluesky"], a_config(), ENV).posts:
        assert "utm_" not in post.text
        assert "://" not in post.text
        (link,) = (facet for facet in facets(post.text, post.link) if facet.kind == "link")
        shown = post.text.encode()[link.start : link.end].decode()
        assert shown == url.partition("://")[2].partition("?")[0].rstrip("/")
        assert link.value == post.link
        assert "utm_source=bluesky" in link.value


def test_bluesky_keeps_to_a_word_from_config_that_there_are_no_links() -> None:
    social = {"networks": {"bluesky": {"as": ["text"], "links": False}}}
    assert not any("bakery.example" in text for text in told(ANNOUNCED, "bluesky", social=social))


@pytest.mark.parametrize("network", ["facebook", "linkedin", "mastodon", "threads", "bluesky"])
def test_an_announcement_begins_with_the_articles_own_words_and_ends_with_what_to_read(network: Network) -> None:
    text = told(ANNOUNCED, network)[0]
    assert text.startswith(SUMMARY)
    assert re.search(r"\n\nRead “Bread that keeps”:\n(?:https://)?bakery\.example/bread", text)


@pytest.mark.parametrize("network", NETWORKS)
def test_an_announcement_without_more_is_its_title(network: Network) -> None:
    (text, *_) = told(an_article(lead=(), key_points=()), network)
    assert text.startswith("Bread that keeps\n\n")


@pytest.mark.parametrize(
    ("language", "title", "line"),
    [
        ("en", "Why “good” bread waits", "Read “Why ‘good’ bread waits”:"),
        ("nl", 'Waarom "goed" brood wacht', "Lees “Waarom ‘goed’ brood wacht”:"),
        ("de", "Warum „gutes“ Brot wartet", "Zum Weiterlesen: „Warum ‚gutes‘ Brot wartet“"),
        ("fr", "Pourquoi le « bon » pain attend", "À lire : « Pourquoi le “bon” pain attend »"),
        ("en", "It's the baker's bread", "Read “It's the baker's bread”:"),
        ("en", 'A 9" tin or a 12" tin', 'Read “A 9" tin or a 12" tin”:'),
        ("de", "Warum »gutes« Brot wartet", "Zum Weiterlesen: „Warum ‚gutes‘ Brot wartet“"),
    ],
)
def test_quotation_marks_inside_a_title_are_those_inside_others(language: str, title: str, line: str) -> None:
    article = an_article(title=title, language=language, summary="Brood is geduld, en geduld is brood.")
    assert line in told(article, "linkedin")[0].replace("\xa0", " ").splitlines()


def test_facebook_tells_a_point_in_one_paragraph_with_what_leads_up_to_it() -> None:
    version = Version("Rest makes bread.", ("It makes it keep.",), link="https://a.example", lead_in="Bakers wait.")
    text = a_text("facebook", version, an_article())
    assert text == "Bakers wait. Rest makes bread. It makes it keep.\n\nhttps://a.example"


@pytest.mark.parametrize("network", NETWORKS)
def test_a_medicine_never_wears_a_light_bulb_and_a_warning_keeps_its_sign(network: Network) -> None:
    grave = Version("Ibuprofen may harm an unborn child.", link="https://a.example")
    assert a_text(network, grave, an_article()).startswith("Ibuprofen")
    signs = a_text(network, grave, an_article(), kind="warning")
    assert signs.startswith("⚠️ Ibuprofen" if network in {"x", "instagram", "threads"} else "Ibuprofen")
    glad = a_text(network, Version("Bread keeps."), an_article())
    assert glad.startswith("💡 Bread" if network in {"x", "instagram", "threads"} else "Bread")


def notices_of(article: Article, network: Network = "facebook", **care: object) -> list[list[str]]:
    """Which of the known notices each post says."""
    texts = told(article, network, care={"notice_on": ["facebook", "instagram"]} | care)
    known = {NAMES: "names", "consult your doctor": "advice", FACEBOOK: "facebook", "Ovens are hot.": "ours"}
    return [[name for words, name in known.items() if words in text] for text in texts]


def test_of_several_notices_each_post_has_one() -> None:
    article = an_article(notices=(ADVICE, FACEBOOK, NAMES), notices_for=((FACEBOOK, "facebook"),))
    assert notices_of(article) == [["facebook"], ["facebook"], ["facebook"]]
    assert notices_of(article, "instagram") == [["advice"], ["advice"], ["advice"]]


def test_an_announcement_says_that_names_were_changed_where_it_tells_of_people_or_nothing_else_is_to_be_said() -> None:
    assert notices_of(an_article(title="How a night helped Linda bake", notices=(ADVICE, NAMES)))[0] == ["names"]
    assert notices_of(an_article(title="Bread That Keeps", notices=(ADVICE, NAMES)))[0] == ["advice"]
    assert notices_of(an_article(notices=(NAMES,)))[0] == ["names"]


def test_the_end_of_a_thread_says_that_names_were_changed_where_one_of_its_parts_tells_of_people() -> None:
    points = (KeyPoint("A night of rest helped Linda bake."), KeyPoint("A paper bag keeps the crust crisp."))
    article = an_article(notices=(ADVICE, NAMES), key_points=points)
    threads = {"social": {"networks": {"bluesky": {"as": ["thread"]}}}, "care": {"notice_on": ["bluesky"]}}
    assert NAMES in told(article, "bluesky", **threads)[-1]
    calm = replace(article, key_points=(KeyPoint("A night of rest helps."), points[1]))
    assert NAMES not in told(calm, "bluesky", **threads)[-1]


def test_where_little_has_room_a_notice_is_what_it_denies_and_whom_to_ask() -> None:
    notice = f"This lesson wants to inform. {'It was tested at home with flour and water. ' * 3}It is for bakers. This is no medical advice. Consult your doctor."
    article = an_article(notices=(notice,))
    assert told(article, "facebook", care={"notice_on": ["facebook"]})[1].endswith(notice)
    ended = told(article, "bluesky", care={"notice_on": ["bluesky"]})[1]
    assert "This is no medical advice. Consult your doctor." in ended
    assert "inform" not in ended


def test_a_notice_for_a_network_stands_there_only() -> None:
    article = an_article(notices=(FACEBOOK,), notices_for=((FACEBOOK, "facebook"),))
    assert notices_of(article) == [["facebook"]] * 3
    assert notices_of(article, "instagram") == [[]] * 3


def test_a_point_that_names_somebody_says_that_names_were_changed_and_others_do_not() -> None:
    points = (KeyPoint("A night of rest helped Linda bake."), KeyPoint("A paper bag keeps the crust crisp."))
    article = an_article(notices=(NAMES,), key_points=points)
    assert notices_of(article) == [["names"], ["names"], []]


def test_in_german_a_noun_is_no_name() -> None:
    points = (KeyPoint("Brot braucht eine Nacht Ruhe."), KeyPoint("Eine Nacht Ruhe half Linda beim Backen."))
    lead = (a_paragraph("Linda, 52, wohnt nebenan."),)
    article = an_article(
        language="de", lead=lead, sections=(), key_points=points, notices=("Alle Namen wurden geändert.",)
    )
    texts = told(article, "facebook", care={"notice_on": ["facebook"]})
    assert ["Namen wurden geändert" in text for text in texts] == [True, False, True]


def test_our_own_notice_always_stands_and_none_beside_it_that_says_the_same() -> None:
    assert notices_of(an_article(notices=(ADVICE, NAMES)), notice="Ovens are hot.")[1] == ["advice", "ours"]
    texts = told(
        an_article(notices=(ADVICE,)), "facebook", care={"notice": "No medical advice.", "notice_on": ["facebook"]}
    )
    assert all(text.endswith("\n\nNo medical advice.") and "consult" not in text for text in texts)
    assert notices_of(an_article(), notice="Ovens are hot.") == [["ours"]] * 3


PIECES = st.lists(
    st.sampled_from(["bread", "rests", "  ", "\n", "\n\n\n", "\xa0", " .", " ,", "“so”", "pH 7"]), max_size=12
)


@given(PIECES.map("".join), st.sampled_from(NETWORKS), st.booleans(), st.sampled_from(["", "https://a.example/b"]))
def test_no_post_has_gaps(words: str, network: Network, announces: bool, link: str) -> None:
    version = Version(f"Bread {words} rests", (f"It {words} keeps.",), (), ("#Bread",), link, words)
    text = a_text(network, version, an_article(), number=0 if announces else 1)
    assert "\n\n\n" not in text
    assert all(line == line.strip() for line in text.split("\n"))
    assert not re.search(r"[ \t]{2}|\w [.,](?:\s|$)", text)
    if not announces:
        assert "".join(re.findall(r"\w+", version.text)) in "".join(re.findall(r"\w+", text))


THEIRS = "https://weekly.example.org/bread?b=2;a=%7e"
TAGGED = {"hashtags": {"always": ["Bakery"], "may": ["bread", "dough"], "most": 3}}
OTHERS: list[Rights] = ["quote", "permission"]


def composed(network: Network, **article: Any) -> list[Post]:
    return list(posts.compose(an_article(**article), [network], a_config(voice=TAGGED), ENV).posts)


@pytest.mark.parametrize("rights", OTHERS)
@pytest.mark.parametrize("network", NETWORKS)
def test_an_address_of_others_stays_byte_for_byte_and_is_in_no_bio_of_ours(network: Network, rights: Rights) -> None:
    for post in composed(network, rights=rights, url=THEIRS):
        assert post.link == (None if network == "instagram" else THEIRS)
        assert network in {"bluesky", "instagram"} or THEIRS in post.text
        assert not re.search(r"utm_|\bbio\b", post.text)


@pytest.mark.parametrize("network", NETWORKS)
def test_what_of_others_stands_on_our_own_site_is_counted_as_ours(network: Network) -> None:
    for post in composed(network, rights="permission", url="https://blog.bakery.example/bread"):
        assert "bio" in post.text if network == "instagram" else "utm_" in (post.link or "")


@pytest.mark.parametrize("network", NETWORKS)
def test_a_quote_of_others_has_no_hashtags_of_ours(network: Network) -> None:
    (post,) = composed(network, rights="quote", url=THEIRS)
    assert "#" not in post.text


@pytest.mark.parametrize("network", NETWORKS)
def test_a_quote_without_an_address_leads_nowhere_and_that_is_told(network: Network) -> None:
    made = posts.compose(an_article(rights="quote", url=None), [network], a_config(voice=TAGGED), ENV)
    assert [(post.link, "bakery.example" in post.text, "bio" in post.text) for post in made.posts] == [
        (None, False, False)
    ]
    assert [(one.rule, one.severity) for one in made.findings] == [("post-link", "warning")]


@pytest.mark.parametrize("network", NETWORKS)
def test_each_post_told_with_permission_names_its_author_once_and_its_site_where_no_link_does(network: Network) -> None:
    made = composed(network, rights="permission", url=THEIRS, byline="Ann Field")
    assert len(made) > 1
    for post in made:
        assert post.text.count("Ann Field") == 1
        assert post.text.count("weekly.example.org") == 1


def test_without_an_author_a_post_told_with_permission_names_the_site_where_no_link_does() -> None:
    assert all("— weekly.example.org" in post.text for post in composed("instagram", rights="permission", url=THEIRS))
    assert not any("—" in post.text for post in composed("x", rights="permission", url=THEIRS))


def test_a_quote_names_its_site_beside_its_author_where_no_link_does() -> None:
    (post,) = composed("instagram", rights="quote", url=THEIRS, byline="Ann Field")
    assert "— Ann Field\n\n— weekly.example.org" in post.text


def test_a_thread_told_with_permission_names_its_author_in_its_last_part_alone() -> None:
    article = an_article(rights="permission", url=THEIRS, byline="Ann Field")
    config = a_config(social={"networks": {"bluesky": {"as": ["thread"]}}})
    made = posts.compose(article, ["bluesky"], config, ENV).posts
    assert [("Ann Field" in post.text, post.link) for post in made] == [
        *[(False, None)] * (len(made) - 1),
        (True, THEIRS),
    ]


@pytest.mark.parametrize("network", NETWORKS)
def test_our_own_article_has_no_credit(network: Network) -> None:
    assert not any("Ann Field" in post.text for post in composed(network, byline="Ann Field"))
