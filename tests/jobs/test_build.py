"""What `build` makes of articles, and that it is there whole or not at all."""

from __future__ import annotations

import dataclasses
import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline import slots
from pipeline.config.shape import NETWORKS, Newsletter
from pipeline.errors import Rejected, UsageError
from pipeline.jobs import build, composing, deliver
from pipeline.model import Finding, KeyPoint, Section
from tests.factories import a_config, a_paragraph, an_article

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
RECIPE = Newsletter.model_validate({"from": ["desk"]})


def a_draft(**config: object) -> build.Draft:
    return build.whole([an_article()], "weekly", RECIPE, a_config(**config), NOW, say=lambda _: None)


def test_a_build_has_every_file_of_the_design() -> None:
    files = a_draft().files
    assert set(files) >= {
        "newsletter.html",
        "newsletter.source.html",
        "newsletter.txt",
        "posts.json",
        "report.json",
        "edition.json",
    }
    assert sum(name.startswith("cards/") for name in files) == 8  # two key points in three sizes, and a title in two
    assert sum(name.startswith("posts/") for name in files) == 3 * len(NETWORKS)
    assert all(files[name].startswith(b"\x89PNG") for name in files if name.startswith("cards/"))


@pytest.mark.parametrize(
    ("spoken", "places"),
    [
        ("el", ["newsletter weekly", "article “How bread keeps”"]),
        ("en-GB", []),
        ("pt-BR", []),
        ("nb", []),
        ("und", []),
    ],
)
def test_english_beside_an_article_in_another_language_is_told_once(spoken: str, places: list[str]) -> None:
    article = an_article(title="How bread keeps", language=spoken)
    made = build.whole([article], "weekly", RECIPE, a_config(), NOW, say=lambda _: None)
    told = [one for one in made.findings if one.rule == "words-language"]
    assert [one.place for one in told] == places
    assert all("“Read on”, “The link is in our bio.”" in one.message and "`el:`" in one.remedy for one in told)


def test_edition_json_offers_other_subjects() -> None:
    draft = a_draft()
    assert draft.email
    assert len(draft.email.alternatives) == 3
    assert json.loads(draft.files["edition.json"])["alternatives"] == list(draft.email.alternatives)


def test_a_mail_of_an_earlier_version_offers_none() -> None:
    kept = b'{"subject": "Bread", "preheader": "", "html": "<p>", "text": "", "language": "en"}'
    assert composing.EMAIL.validate_json(kept).alternatives == ()


def test_posts_json_has_the_shape_that_programs_expect() -> None:
    posts = json.loads(a_draft().files["posts.json"])
    keys = {"network", "text", "link", "images", "key_point", "part", "parts", "length", "limit", "slot"}
    assert all(keys <= set(post) and post["length"] <= post["limit"] for post in posts)
    assert {post["network"] for post in posts} == set(NETWORKS)
    assert all(image["file"] in a_draft().files and image["alt"] for post in posts for image in post["images"])


def test_instagram_always_has_a_picture() -> None:
    posts = json.loads(a_draft().files["posts.json"])
    assert all(post["images"] for post in posts if post["network"] == "instagram")


def test_the_same_articles_give_the_same_bytes() -> None:
    assert a_draft().files == a_draft().files


def test_each_post_gets_the_next_slot_of_its_network_within_the_span() -> None:
    social = {"networks": {"mastodon": {"days": ["monday"], "at": "12:30"}}, "spread_over": "2 weeks"}
    draft = a_draft(social=social)
    assert [post.slot for post in draft.posts] == [
        "2026-11-23 12:30 Europe/Amsterdam",
        "2026-11-30 12:30 Europe/Amsterdam",
        None,
    ]
    assert "no-slot" in [finding.rule for finding in draft.findings]


def test_where_every_day_is_quiet_a_build_says_that_nothing_goes_out() -> None:
    social = {"networks": {"mastodon": {"days": ["monday"], "at": "12:30"}}, "quiet": ["monday"]}
    draft = a_draft(social=social)
    assert {post.slot for post in draft.posts} == {None}
    (told,) = [finding for finding in draft.findings if finding.rule in {"all-quiet", "no-slot"}]
    assert (told.rule, told.severity) == ("all-quiet", "error")


PDF = "cards/01-sleep-in-the-dark-carousel.pdf"
TWINS = ("Feed the starter on the evening before. Not in the morning.", "Starters are fed the evening before.")


def test_of_two_key_points_that_say_nearly_the_same_one_gets_a_slot_on_each_network() -> None:
    daily = {"days": list(slots.WEEKDAYS), "at": "12:30"}
    points = (KeyPoint(TWINS[0]), KeyPoint("A cold oven bakes no bread."), KeyPoint(TWINS[1]))
    config = a_config(social={"networks": {"mastodon": daily, "threads": daily}})
    draft = build.posts_of([an_article(key_points=points)], config, NOW, say=lambda _: None)
    without = [(post.network, post.key_point) for post in draft.posts if post.slot is None]
    assert without == [("mastodon", TWINS[1]), ("threads", TWINS[1])]
    (told,) = [finding for finding in draft.findings if finding.rule in {"post-alike", "no-slot"}]
    assert told.message.startswith("Key points 1 and 3 say nearly the same")
    assert told.remedy.endswith("By itself only one gets a time on each network.")


def test_whatever_a_held_sentence_goes_out_with_is_held() -> None:
    told = (a_paragraph("In a study at Millbrook 36 mice lived under a lamp. They weighed more in the end."),)
    lamp = KeyPoint("A lamp that stays on at night makes fat within weeks.", section=0, after=1)
    other = KeyPoint("Curtains keep the light of the street out.", section=1, after=1)
    rooms = (Section("Seen in a laboratory", told), Section("At home", (a_paragraph("Close them at dusk."),)))
    article = an_article(title="Sleep in the dark", sections=rooms, key_points=(lamp, other))
    networks = {
        "linkedin": {"days": ["tuesday"], "at": "08:15", "as": ["text", "carousel"]},
        "instagram": {"days": ["monday"], "at": "08:15", "as": ["carousel"]},
        "mastodon": {"days": ["monday"], "at": "08:15", "as": ["thread"]},
        "bluesky": {"days": ["monday"], "at": "08:15", "as": ["card"]},
    }
    draft = build.posts_of([article], a_config(social={"networks": networks}), NOW, say=lambda _: None)
    held = {one.place for one in draft.findings if one.rule == "claim-animals"}
    names = dict(zip(build.names_of(draft.posts), draft.posts, strict=True))
    carousels = {name for name, post in names.items() if len(post.images) > 1 or post.files[:1] == (PDF,)}
    assert {post.network for name, post in names.items() if name in held} == set(networks)
    assert carousels
    assert carousels <= held
    assert not any(name in held for name, post in names.items() if post.key_point == other.text)


def test_a_missing_required_greeting_holds_the_draft() -> None:
    recipe = Newsletter.model_validate({"from": ["desk"], "greeting": "required"})
    held = build.whole([an_article()], "weekly", recipe, a_config(), NOW, say=lambda _: None)
    greeted = build.whole(
        [an_article()], "weekly", recipe, a_config(), NOW, greeting="Good morning!", say=lambda _: None
    )
    assert ([finding.rule for finding in held.holding], greeted.holding) == (["greeting"], ())


def test_a_warning_is_in_the_mail_and_in_no_post() -> None:
    article = an_article(key_points=(KeyPoint("Hot fat burns your hands.", kind="warning", section=0),))
    draft = build.whole([article], "weekly", RECIPE, a_config(), NOW, say=lambda _: None)
    assert b"Hot fat burns your hands." in draft.files["newsletter.html"]
    assert b"Hot fat" not in draft.files["posts.json"]


def test_an_unknown_newsletter_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no newsletter daily\. It has: weekly\."):
        build.recipe_named("daily", a_config())


def test_a_build_has_the_label_and_the_day_of_the_next_edition() -> None:
    for now, label, day in [
        (NOW, "2026-W48", "2026-11-26"),  # a Sunday: that of next Thursday
        (NOW.replace(day=26, hour=12), "2026-W48", "2026-11-26"),  # on the day itself, not yet too late
        (NOW.replace(day=26, hour=16), "2026-W49", "2026-12-03"),
    ]:
        draft = build.whole([an_article()], "weekly", RECIPE, a_config(), now, say=lambda _: None)
        assert draft.edition
        assert (draft.edition.reference, str(draft.edition.day)) == (f"weekly/{label}", day)
        assert json.loads(draft.files["edition.json"])["label"] == label


def test_articles_beyond_at_most_are_named() -> None:
    recipe = Newsletter.model_validate({"from": ["desk"], "articles": {"at_most": 1}})
    two = [an_article(), an_article(guid="tests:soup", title="Soup from scraps")]
    draft = build.whole(two, "weekly", recipe, a_config(), NOW, say=lambda _: None)
    (left_out,) = [finding for finding in draft.findings if finding.rule == "articles-left-out"]
    assert left_out.severity == "warning"
    assert "“Soup from scraps”" in left_out.message
    assert "Bread" not in left_out.message
    assert [article["guid"] for article in json.loads(draft.files["edition.json"])["articles"]] == ["tests:bread"]
    assert {post.article for post in draft.posts} == {"tests:bread", "tests:soup"}


def test_what_the_channel_cannot_express_is_among_the_findings() -> None:
    mailing = {"type": "mailchimp", "list": "Readers", "api_key": "0123456789-us1"}
    recipe = Newsletter.model_validate({"from": ["desk"], "send_with": "mailing"})
    article = an_article(title="Bread for *|FNAME|*")
    config = a_config(channels={"mailing": mailing})
    draft = build.whole([article], "weekly", recipe, config, NOW, say=lambda _: None)
    assert ("merge-tag", "newsletter subject") in [(finding.rule, finding.place) for finding in draft.findings]


def a_draft_with_a_held_post() -> build.Draft:
    place = "posts/instagram-01.txt"
    error = Finding("post-image", "error", place, "Instagram takes no post without a picture.", "Shorten it.")
    draft = a_draft()
    return dataclasses.replace(draft, findings=(*draft.findings, error))


def test_an_error_of_a_post_holds_that_post_and_not_the_mail(tmp_path: Path) -> None:
    config = a_config(channels={"outbox": {"type": "outbox", "folder": str(tmp_path)}})
    staged = deliver.newsletter(a_draft_with_a_held_post(), RECIPE, config, NOW, say=lambda _: None)
    names = {path.relative_to(staged.place).as_posix() for path in Path(staged.place).rglob("*")}
    assert {"newsletter.eml", "posts/instagram-02.txt"} <= names
    assert "posts/instagram-01.txt" not in names


def test_an_error_of_the_mail_holds_it(tmp_path: Path) -> None:
    recipe = Newsletter.model_validate({"from": ["desk"], "greeting": "required"})
    config = a_config(channels={"outbox": {"type": "outbox", "folder": str(tmp_path)}})
    held = build.whole([an_article()], "weekly", recipe, config, NOW, say=lambda _: None)
    with pytest.raises(Rejected, match="weekly is held back: It needs a greeting"):
        deliver.newsletter(held, recipe, config, NOW, say=lambda _: None)
    assert not list(tmp_path.iterdir())


def test_a_finding_about_a_post_names_its_file() -> None:
    config = a_config(voice={"never": ["crisp"]})
    draft = build.posts_of([an_article()], config, NOW, say=lambda _: None)
    errors = [finding for finding in draft.findings if finding.severity == "error"]
    assert errors
    assert all(b"crisp" in draft.files[finding.place] for finding in errors)


def test_a_build_into_the_archive_tells_of_an_edition_that_cannot_be_read(tmp_path: Path) -> None:
    section = {"address": "https://bakery.example/news", "folder": "public"}
    config = a_config(archive=section).model_copy(update={"folder": tmp_path})
    broken = tmp_path / "public" / "weekly" / "2026-W40" / "edition.json"
    broken.parent.mkdir(parents=True)
    broken.write_text("{")
    draft = build.whole([an_article()], "weekly", RECIPE, config, NOW, say=lambda _: None)
    said: list[str] = []
    deliver.to_archive(draft, RECIPE, config, NOW, say=said.append)
    assert [sentence for sentence in said if "weekly/2026-W40/edition.json cannot be read" in sentence]


def test_an_order_without_articles_holds_the_mail_and_says_so() -> None:
    recipe = Newsletter.model_validate({"from": ["desk"], "order": ["greeting", "buttons"]})
    draft = build.whole([an_article()], "weekly", recipe, a_config(), NOW, say=lambda _: None)
    (nowhere,) = [finding for finding in draft.holding if finding.rule == "articles-left-out"]
    assert nowhere.place == "newsletters.weekly.order"
    assert "“Bread that keeps”" in nowhere.message
    assert nowhere.remedy == "Put articles into `order`, where they are to stand."
