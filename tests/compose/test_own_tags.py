"""What a design writes of its provider's tags reaches the provider as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline import assets
from pipeline.channels.merge_tags import DJANGO, MAILCHIMP
from pipeline.compose.newsletter import compose
from pipeline.config.shape import Newsletter
from pipeline.model import Edition, Email
from tests.compose.letters import a_letter, beside
from tests.factories import an_article

FOOTER = assets.find("templates/email/parts/footer.html").read_text(encoding="utf-8")


def a_mail(folder: Path, footer: str, title: str = "Bread that keeps", text: str = "") -> Email:
    config = beside(folder, {"email/parts/footer.html": FOOTER + footer, "email/parts/greeting.txt": text})
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), (an_article(title=title),), greeting="Hi")
    return compose(edition, Newsletter.model_validate({"from": ["desk"]}), config).email


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("*|LIST:ADDRESS|*", "*|LIST:ADDRESS|*"),
        ("{% raw %}{{ subscriber.email }}{% endraw %}", "{{ subscriber.email }}"),
        ("{% raw %}{% if medium == 'email' %}{% endraw %}", "{% if medium == 'email' %}"),
        ("{$unsubscribe}", "{$unsubscribe}"),
        ("[[UNSUB_LINK_EN]]", "[[UNSUB_LINK_EN]]"),
        ("%%{uuid}%%", "%%{uuid}%%"),
        ("<%asm_preferences_raw_url%>", "<%asm_preferences_raw_url%>"),
    ],
)
def test_a_tag_of_the_design_stands_as_it_was_written(tmp_path: Path, written: str, tag: str) -> None:
    mail = a_mail(tmp_path, f'<a href="{written}">{written}</a>', text=written)
    assert f'href="{tag}"' in mail.html
    assert f">{tag}</a>" in mail.html
    assert tag in mail.text
    assert mail.tags == (tag,)


def test_a_design_without_tags_has_none() -> None:
    assert a_letter().composed.email.tags == ()


def test_the_designs_tag_merges_and_the_authors_does_not(tmp_path: Path) -> None:
    mail = a_mail(tmp_path, "<p>Hello *|FNAME|*</p>", title="How *|FNAME|* works")
    page = MAILCHIMP.shown_in_html(mail.html, mail.tags)
    assert page.count("*|FNAME|*") == 1
    assert "Hello *|FNAME|*" in page
    assert "How *&#8288;|FNAME|* works" in page


def test_an_authors_tag_that_the_design_does_not_write_is_escaped(tmp_path: Path) -> None:
    mail = a_mail(tmp_path, "{% raw %}<p>{{ a }}</p>{% endraw %}", title="How {{ b }} works")
    page = DJANGO.shown_in_html(mail.html, mail.tags)
    assert "<p>{{ a }}</p>" in page
    assert "{{ b }}" not in page
    assert DJANGO.shown_in_text(mail.text, mail.tags).count("{{") == 0


def test_what_stands_for_a_tag_cannot_be_written_by_an_author(tmp_path: Path) -> None:
    first = a_mail(tmp_path, "*|FNAME|*")
    forged = "own-tag-000000000000-12345678-"
    assert forged in a_mail(tmp_path, "*|FNAME|*", title=forged).html
    assert "own-tag-" not in first.html + first.text


def test_the_source_has_the_tags_too(tmp_path: Path) -> None:
    config = beside(tmp_path, {"email/parts/footer.html": f"{FOOTER}*|REWARDS|*"})
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), (an_article(),))
    composed = compose(replace(edition, greeting="Hi"), Newsletter.model_validate({"from": ["desk"]}), config)
    assert "*|REWARDS|*" in composed.source_html
