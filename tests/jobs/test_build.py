"""What `build` makes of articles, and that it is there whole or not at all."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.config.shape import NETWORKS, Newsletter
from pipeline.errors import UsageError
from pipeline.jobs import build, writing
from pipeline.model import KeyPoint
from tests.factories import a_config, an_article

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
    assert sum(name.startswith("cards/") for name in files) == 3
    assert sum(name.startswith("posts/") for name in files) == 3 * len(NETWORKS)
    assert all(files[name].startswith(b"\x89PNG") for name in files if name.startswith("cards/"))


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


def test_a_missing_required_greeting_holds_the_draft() -> None:
    recipe = Newsletter.model_validate({"from": ["desk"], "greeting": "required"})
    held = build.whole([an_article()], "weekly", recipe, a_config(), NOW, say=lambda _: None)
    greeted = build.whole(
        [an_article()], "weekly", recipe, a_config(), NOW, greeting="Good morning!", say=lambda _: None
    )
    assert (held.held, greeted.held) == (True, False)


def test_a_warning_is_in_the_mail_and_in_no_post() -> None:
    article = an_article(key_points=(KeyPoint("Hot fat burns your hands.", kind="warning", section=0),))
    draft = build.whole([article], "weekly", RECIPE, a_config(), NOW, say=lambda _: None)
    assert b"Hot fat burns your hands." in draft.files["newsletter.html"]
    assert b"Hot fat" not in draft.files["posts.json"]


def test_an_unknown_newsletter_names_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"no newsletter daily\. It has: weekly\."):
        build.recipe_named("daily", a_config())


def test_writing_again_replaces_an_earlier_build_and_nothing_else(tmp_path: Path) -> None:
    writing.write({"cards/old.png": b"1", "report.json": b"[]", "newsletter.txt": b"old"}, tmp_path)
    (tmp_path / "mine.txt").write_text("mine")
    writing.write({"cards/new.png": b"2", "report.json": b"[]"}, tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()) == [
        "cards/new.png",
        "mine.txt",
        "report.json",
    ]


def test_a_folder_that_no_build_made_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards" / "holiday.png").write_bytes(b"mine")
    with pytest.raises(UsageError, match="already holds a folder cards that no build made"):
        writing.write({"cards/new.png": b"2", "report.json": b"[]"}, tmp_path)
    assert (tmp_path / "cards" / "holiday.png").read_bytes() == b"mine"
    assert not list(tmp_path.glob(".building*"))


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(UsageError, match="cannot be written"):
        writing.write({"report.json": b"[]"}, tmp_path / "file" / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_slot_that_another_post_has_is_left_to_it_on_every_network() -> None:
    plan = {"days": ["monday"], "at": "12:30"}
    config = a_config(social={"networks": {"mastodon": plan, "bluesky": plan, "x": plan}})
    first = "2026-11-23 12:30 Europe/Amsterdam"
    draft = build.posts_of(
        [an_article()], config, NOW, taken={"mastodon": {first}, "bluesky": {first}}, say=lambda _: None
    )
    with_first = {post.network for post in draft.posts if post.slot == first}
    assert with_first == {"x"}
