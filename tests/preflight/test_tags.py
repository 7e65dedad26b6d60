"""Merge tags: a template's or our own are told; what an author typed is shown on purpose."""

from __future__ import annotations

import pytest

from pipeline.model import Finding
from pipeline.preflight.email import Around
from tests.factories import a_paragraph, an_article
from tests.preflight.letters import Change, found, with_body

TAGS = [
    *(
        "*|FNAME|*",
        "*|IF:MEMBER|*",
        "{{ first_name }}",
        "{{{ name }}}",
        "{{#if member}}",
        "{% if member %}",
        "{%- endif %}",
    ),
    *(
        "<%= name %>",
        "{$name}",
        "%%FirstName%%",
        "%UNSUBSCRIBELINK%",
        "%recipient.name%",
        "[[firstname]]",
        "[unsubscribe]",
    ),
    *("@TrackLink", "${name}"),
]


def tags(change: Change) -> list[Finding]:
    return [finding for finding in found(change) if finding.rule == "merge-tag"]


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_of_any_provider_that_a_template_writes_holds_the_draft(tag: str) -> None:
    shown = tag.replace("<", "&lt;").replace(">", "&gt;")
    (finding,) = tags(with_body(f"<p>Dear {shown},</p>", f"Dear {tag},"))
    assert finding.severity == "error"
    assert f" {tag} " in finding.message


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_that_an_author_typed_is_shown_and_no_finding(tag: str) -> None:
    article = an_article(lead=(a_paragraph(f"Write {tag} into your page."),))
    shown = tag.replace("<", "&lt;").replace(">", "&gt;")
    text = f"Write {tag} into your page."
    assert tags(with_body(f"<p>Write {shown} into your page.</p>", text, edition={"articles": (article,)})) == []


def test_a_tag_in_an_articles_link_is_a_warning_with_its_place() -> None:
    href = "https://list.example/leave?id=*%7CUNSUB%7C*"
    article = an_article(lead=(a_paragraph(f'<a href="{href}">Leave the list</a>'),))
    change = with_body(f'<a href="{href}" class="link">A list</a>', href, edition={"articles": (article,)})
    (finding,) = tags(change)
    assert (finding.severity, finding.place) == ("warning", "article “Bread that keeps”")
    assert "*|UNSUB|*, percent-encoded," in finding.message


CHANNELS = {
    "list": {"type": "mailchimp", "list": "Letter", "api_key": "0123456789-us1"},
    "button": {"type": "buttondown", "newsletter": "bakery", "api_key": "0123456789"},
}


@pytest.mark.parametrize(
    ("tag", "channel", "held"),
    [
        ("*|FNAME|*", "list", False),
        ("*|FNAME|*", "button", True),
        ("*|FNAME|*", "outbox", True),
        ("{{ subscriber.email }}", "button", False),
        ("{% if subscriber %}", "button", False),
        ("{{ subscriber.email }}", "list", True),
    ],
)
def test_a_tag_that_a_design_writes_for_its_own_provider_is_filled_in(tag: str, channel: str, held: bool) -> None:
    config = {"channels": CHANNELS}
    page = f'<p>Dear {tag}, <a class="link" href="https://a.example/?for={tag}">your page</a></p>'
    text = f"Dear {tag}, https://a.example/?for={tag}"
    ours = with_body(page, text, mail={"tags": (tag,)}, config=config, recipe={"send_with": channel})
    assert bool(tags(ours)) == held
    theirs = with_body(page, text, config=config, recipe={"send_with": channel})
    assert tags(theirs)


def test_a_tag_in_a_subject_is_shown_as_it_is_though_the_design_writes_it_too() -> None:
    mail = {"subject": "News for *|FNAME|*", "tags": ("*|FNAME|*",)}
    (finding,) = tags(Change(mail=mail, config={"channels": CHANNELS}, recipe={"send_with": "list"}))
    assert finding.place == "newsletter subject"


def test_percent_encoded_letters_are_no_tag() -> None:
    href = "https://a.example/%C3%89COLE%20DE%20PAIN?%7Bpage%7D"
    assert tags(with_body(f'<a href="{href}" class="link">A school</a>', href)) == []


@pytest.mark.parametrize(
    "text", ["100% of us, 50 %% more", "a *|b", "{ name }", "f({x: {y: 1}})", "[1]", "5 < 6 % 7 > 4"]
)
def test_prose_with_signs_is_no_tag(text: str) -> None:
    shown = text.replace("<", "&lt;").replace(">", "&gt;")
    assert tags(with_body(f"<p>{shown}</p>", text)) == []


def test_a_tag_is_told_with_the_templates_line() -> None:
    around = Around({"templates/email/own/newsletter.html": "<p>\nDear {% raw %}{{ name }}{% endraw %},</p>"})
    (finding,) = tags(with_body("<p>Dear {{ name }},</p>", around=around))
    assert finding.place == "templates/email/own/newsletter.html, line 2"
