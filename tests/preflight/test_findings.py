"""Each finding appears when it should, and a good draft has none that is grave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from pipeline import limits
from pipeline.config.shape import NETWORKS, Newsletter
from pipeline.model import UNSUBSCRIBE, Dropped, Edition, Email, Finding, Image, Network, Post
from pipeline.preflight import care, email, posts
from tests.factories import a_config, a_paragraph, an_article

DAY = date(2026, 11, 22)
GOOD = Email(
    subject="Bread that keeps",
    preheader="A loaf lives longer than most people think, if you let it rest.",
    html=f'<html><body><p>Mill Lane 1, Exampleton</p><a href="{UNSUBSCRIBE}">Unsubscribe</a></body></html>',
    text="Bread",
    language="en",
)


def rules(mail: Email = GOOD, *, edition: dict[str, Any] | None = None, **changes: Any) -> list[str]:
    """The rules that `mail` breaks. `recipe` among the changes is the newsletter's, the others are config.yaml's."""
    usual: dict[str, Any] = {"newsletter": "weekly", "label": "2026-W47", "day": DAY, "articles": (an_article(),)}
    recipe = Newsletter.model_validate({"from": ["desk"]} | changes.pop("recipe", {}))
    return [
        finding.rule for finding in email.check(mail, Edition(**(usual | (edition or {}))), recipe, a_config(**changes))
    ]


def test_a_good_edition_has_no_findings() -> None:
    assert rules() == []


MAILS = [
    ({"subject": " "}, "subject-empty"),
    ({"subject": "A subject " * 8}, "subject-long"),
    ({"subject": "BREAD THAT KEEPS"}, "subject-shouts"),
    ({"subject": GOOD.preheader}, "preheader-same"),
    ({"preheader": "Short."}, "preheader-length"),
    ({"html": GOOD.html.replace(UNSUBSCRIBE, "https://bakery.example/")}, "unsubscribe"),
    ({"html": GOOD.html.replace("Mill Lane", "Lane")}, "postal-address"),
    ({"html": GOOD.html.replace("<p>", "<p>" + "x" * 86_000)}, "size"),
    ({"html": GOOD.html.replace("<p>", '<img src="https://a.example/b.jpg"><p>')}, "image-alt"),
    ({"html": GOOD.html.replace("<p>", '<img src="https://a.example/b.jpg" alt="b.jpg"><p>')}, "image-alt"),
    ({"html": GOOD.html.replace("<p>", '<a href="http://a.example">A site</a><p>')}, "link-address"),
    ({"html": GOOD.html.replace("<p>", '<a href="https://localhost/x">A site</a><p>')}, "link-address"),
    ({"html": GOOD.html.replace("<p>", '<a href="http://[::1">A site</a><p>')}, "link-address"),
    ({"html": GOOD.html.replace("<p>", '<a href="https://a.example">click here</a><p>')}, "link-text"),
]


@pytest.mark.parametrize(("change", "rule"), MAILS, ids=[f"{rule}-{number}" for number, (_, rule) in enumerate(MAILS)])
def test_a_mail_with_a_fault_has_its_finding(change: dict[str, Any], rule: str) -> None:
    assert rule in rules(replace(GOOD, **change))


def linked(href: str) -> list[tuple[str, str]]:
    mail = replace(GOOD, html=GOOD.html.replace("<p>", f'<a href="{href}">A site</a><p>'))
    made = Edition("weekly", "2026-W47", DAY, (an_article(),))
    found = email.check(mail, made, Newsletter.model_validate({"from": ["desk"]}), a_config())
    return [(finding.rule, finding.severity) for finding in found]


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
    made = Edition("weekly", "2026-W47", DAY, (an_article(),))
    mail = replace(GOOD, html=GOOD.html.replace("<p>", f"<p>{filler}"))
    found = email.check(mail, made, Newsletter.model_validate({"from": ["desk"]}), a_config())
    assert [finding.severity for finding in found] == ([severity] if severity else [])


def test_an_address_with_a_campaign_of_its_own_is_told() -> None:
    ours = an_article(url="https://bakery.example/bread?page=2#a&utm_x=1")
    theirs = an_article(url="https://bakery.example/bread?utm_source=rss&page=2")
    assert rules(edition={"articles": (ours,)}) == []
    assert rules(edition={"articles": (theirs,)}) == ["utm-kept"]


def test_a_required_greeting_that_is_missing_holds_the_draft() -> None:
    assert rules(recipe={"greeting": "required"}) == ["greeting"]
    assert rules(recipe={"greeting": "required"}, edition={"greeting": "Good morning!"}) == []


def test_an_article_without_an_address_or_key_points_is_told() -> None:
    assert set(rules(edition={"articles": (an_article(url=None, key_points=()),)})) == {
        "article-address",
        "no-key-points",
    }


def test_a_title_from_a_share_line_is_told() -> None:
    borrowed = an_article(
        title="You will not believe this", dropped=(Dropped("SHARE: “You will not believe this”", "share line"),)
    )
    assert rules(edition={"articles": (borrowed,)}) == ["borrowed-title"]


def test_mixed_forms_of_address_are_told() -> None:
    mixed = an_article(language="nl", lead=(a_paragraph("Bakt u ook? Dan weet je het."),))
    assert rules(edition={"articles": (mixed,)}) == ["mixed-address"]


def test_another_form_of_address_than_ours_is_told() -> None:
    formal = an_article(language="nl", lead=(a_paragraph("Bakt u ook?"),))
    assert rules(edition={"articles": (formal,)}, voice={"address": "je"}) == ["other-address"]
    assert rules(edition={"articles": (formal,)}, voice={"address": "u"}) == []


def test_a_greeting_in_another_language_is_told() -> None:
    dutch = "Goedemorgen! Hier is wat er deze week uit onze oven kwam."
    assert rules(edition={"greeting": dutch}) == ["greeting-language"]


def test_a_word_we_never_say_holds_and_one_we_rather_replace_is_told() -> None:
    assert rules(replace(GOOD, text="Guaranteed!"), voice={"never": ["guaranteed"]}) == ["never-word"]
    assert rules(replace(GOOD, text="We reprogram dough."), voice={"rather": {"reprogram": "change"}}) == [
        "rather-word"
    ]
    assert rules(replace(GOOD, text="Unguaranteed"), voice={"never": ["guaranteed"]}) == []


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


@pytest.mark.parametrize(("phrase", "text", "found"), PHRASES)
def test_a_phrase_is_found_whatever_signs_it_has_and_wherever_a_line_ends(phrase: str, text: str, found: bool) -> None:
    assert rules(replace(GOOD, text=text), voice={"never": [phrase]}) == ["never-word"] * found


def test_the_preheader_is_read_for_words_too() -> None:
    mail = replace(GOOD, preheader="It is guaranteed that this loaf lives longer than most.")
    assert rules(mail, voice={"never": ["guaranteed"]}) == ["never-word"]


def test_a_finding_shows_the_words_around() -> None:
    (finding,) = care.words(
        "one two three four five bad, six seven eight nine ten", "here", a_config(voice={"never": ["bad"]}).voice
    )
    assert "“two three four five bad, six seven eight nine”" in finding.message


def test_the_gravest_findings_come_first() -> None:
    made = Edition("weekly", "2026-W47", DAY, (an_article(url=None),))
    found: list[Finding] = email.check(
        replace(GOOD, subject=""), made, Newsletter.model_validate({"from": ["desk"]}), a_config()
    )
    assert [finding.severity for finding in found] == sorted(
        (finding.severity for finding in found), key=["error", "warning", "note"].index
    )


def test_a_post_that_would_be_refused_is_an_error() -> None:
    voice = a_config().voice
    assert [finding.rule for finding in posts.check([Post("x", "a" * 300, None, "g", "en")], voice)] == ["post-limit"]
    assert [finding.rule for finding in posts.check([Post("instagram", "Bread.", None, "g", "en")], voice)] == [
        "post-image"
    ]
    assert posts.check([Post("x", "Bread.", None, "g", "en")], voice) == []


@pytest.mark.parametrize("network", NETWORKS)
def test_the_words_for_a_picture_keep_to_what_the_network_takes(network: Network) -> None:
    most = limits.LIMITS[network].alt_text
    long, fitting = (
        Post(network, "Bread.", None, "g", "en", images=(Image("a.png", "a" * length),)) for length in (most + 1, most)
    )
    assert [finding.rule for finding in posts.check([long, fitting], a_config().voice)] == ["post-alt"]


def test_a_finding_about_a_post_is_one_sentence() -> None:
    (finding,) = posts.check([Post("x", "a" * 300, None, "g", "en")], a_config().voice)
    assert finding.message.endswith("remove 20.")
