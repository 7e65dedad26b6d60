"""Blocks of our own come into an edition from where config.yaml says, or it is told why not."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pipeline.config.shape import Config
from pipeline.jobs import build, owning, trying
from pipeline.model import Block, Finding
from tests.factories import a_config, an_article
from tests.jobs.test_build import NOW

ORDER = ["articles", "our news", "buttons"]


def a_team(folder: Path, own: dict[str, Any], order: list[str] | None = None, **changes: Any) -> Config:
    weekly = {"from": ["desk"], "order": order or ORDER, "blocks": {"our news": own}}
    return a_config(newsletters={"weekly": weekly}, **changes).model_copy(update={"folder": folder})


def ours(config: Config) -> owning.Ours:
    return owning.blocks("weekly", config.newsletters["weekly"], config, "2026-W48", "en")


def built(config: Config) -> build.Draft:
    return build.whole([an_article()], "weekly", config.newsletters["weekly"], config, NOW, say=lambda _: None)


def the_finding(config: Config) -> Finding:
    found = ours(config)
    (finding,) = found.findings
    assert found.blocks == ()
    assert finding.place == "newsletters.weekly.blocks.our news"
    return finding


def test_a_file_beside_config_yaml_stands_where_the_order_says(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text("## Open day\n\nCome [by](/day).\n\n[Sign up](/day/sign-up)\n")
    draft = built(
        a_team(
            tmp_path,
            {"file": "news.md"},
            brand=a_config().brand.model_dump(mode="json") | {"buttons": {"Order": "/order"}},
        )
    )
    utm = "?utm_source=weekly&utm_medium=email&utm_campaign=2026-W48"
    text = draft.files["newsletter.txt"].decode()
    assert text.index("A paper bag keeps") < text.index("Open day\n========") < text.index("Order:")
    assert f"Come by [1].\n\nSign up:\nhttps://bakery.example/day/sign-up{utm}\n" in text
    assert f"[1] https://bakery.example/day{utm}\n" in text
    html = draft.files["newsletter.html"].decode()
    assert ">Open day</h2>" in html
    assert 'class="button-link" href="https://bakery.example/day/sign-up?' in html


def test_typed_words_are_markdown_too(tmp_path: Path) -> None:
    (block,) = ours(a_team(tmp_path, {"text": "## Soon\n\nThe *oven* rests."})).blocks
    assert (block.title, block.lead[0].html) == ("Soon", "The <em>oven</em> rests.")


def test_a_folder_gives_the_file_that_is_called_like_the_edition(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for label in ("2026-W47", "2026-W48"):
        (news / f"{label}.md").write_text(f"News of {label}.")
    (block,) = ours(a_team(tmp_path, {"folder": "news"})).blocks
    assert block.lead[0].text == "News of 2026-W48."
    assert b"News of 2026-W48." in built(a_team(tmp_path, {"folder": "news"})).files["newsletter.html"]


def test_an_edition_without_a_file_of_its_own_goes_without_and_says_which_name_it_would_have(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    finding = the_finding(a_team(tmp_path, {"folder": "news"}))
    assert (finding.rule, finding.severity) == ("own-block-missing", "note")
    assert "news/2026-W48.md" in finding.remedy


@pytest.mark.parametrize(
    ("own", "rule", "severity", "said"),
    [
        ({"file": "nieuws.md"}, "own-block-missing", "warning", "Did you mean news.md?"),
        ({"file": "elsewhere/agenda.md"}, "own-block-missing", "warning", "elsewhere/agenda.md does not exist"),
        ({"folder": "nowhere"}, "own-block-missing", "warning", "There is no folder nowhere"),
        ({"file": "empty.md"}, "own-block-empty", "note", "no words"),
        ({"text": "\n"}, "own-block-empty", "note", "no words"),
        ({"file": "picture.md"}, "own-block", "error", "is no text file"),
    ],
)
def test_a_block_that_is_not_there_is_left_out_and_told(
    tmp_path: Path, own: dict[str, Any], rule: str, severity: str, said: str
) -> None:
    (tmp_path / "news.md").write_text("News.")
    (tmp_path / "empty.md").write_text(" \n" * 200)
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\x00\x00")
    finding = the_finding(a_team(tmp_path, own))
    assert (finding.rule, finding.severity) == (rule, severity)
    assert said in f"{finding.message} {finding.remedy}"
    assert "our news" not in built(a_team(tmp_path, own)).files["newsletter.txt"].decode()


def test_a_block_that_the_order_does_not_name_is_told(tmp_path: Path) -> None:
    finding = the_finding(a_team(tmp_path, {"text": "News."}, order=["articles"]))
    assert (finding.rule, finding.severity) == ("own-block-nowhere", "warning")


def test_what_of_a_block_is_not_shown_is_told(tmp_path: Path) -> None:
    found = ours(a_team(tmp_path, {"text": "News. <!-- ask Ann -->\n\n## Later"}))
    assert {finding.rule for finding in found.findings} == {"own-block-part"}
    assert any("“Later” is left out" in finding.message for finding in found.findings)


def test_words_we_never_use_hold_the_mail_where_they_stand_in_a_block_too(tmp_path: Path) -> None:
    config = a_team(tmp_path, {"text": "Our bread is guaranteed."}, voice={"never": ["guaranteed"]})
    assert [finding.rule for finding in built(config).holding] == ["never-word"]


def test_a_picture_without_words_in_a_block_is_told(tmp_path: Path) -> None:
    place = "newsletters.weekly.blocks.our news"
    for words, told in (("", [place]), ("The open oven", [])):
        draft = built(a_team(tmp_path, {"text": f"## News\n\n![{words}](https://bakery.example/oven.jpg)\n"}))
        assert [finding.place for finding in draft.findings if finding.rule == "image-alt"] == told


def test_an_unreadable_block_holds_the_mail(tmp_path: Path) -> None:
    (tmp_path / "news.md").write_bytes(b"\x89PNG\x00\x00")
    draft = built(a_team(tmp_path, {"file": "news.md"}))
    assert [finding.rule for finding in draft.holding] == ["own-block"]
    assert "own-block" in [one["rule"] for one in json.loads(draft.files["report.json"])]


def test_the_words_of_a_block_are_data(tmp_path: Path) -> None:
    text = "{{ 7 * 7 }} <script>alert(1)</script> <b onclick=x>Hi</b> [x](javascript:alert(1)) *|FNAME|*"
    html = built(a_team(tmp_path, {"text": text})).files["newsletter.html"].decode()
    assert "{{ 7 * 7 }}" in html
    for evil in ("<script", "onclick", 'href="javascript'):
        assert evil not in html


def test_check_tries_the_design_with_the_blocks_that_are_configured(tmp_path: Path) -> None:
    page = "{% for own in own_blocks[part] %}{{ own.titel }}{% endfor %}"
    place = tmp_path / "templates" / "email" / "parts" / "own.html"
    place.parent.mkdir(parents=True)
    place.write_text(page)
    told = list(trying.check(a_team(tmp_path, {"text": "News."})))
    assert any("templates/email/parts/own.html, line 1" in finding.message for finding in told)


def test_check_tells_a_block_whose_file_is_missing_and_one_that_is_nowhere(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()  # without a file for the sample's edition, as in most weeks

    def told(own: dict[str, Any], order: list[str] | None = None) -> list[tuple[str, str]]:
        found = trying.check(a_team(tmp_path, own, order))
        return [(one.rule, one.place) for one in found if one.rule.startswith("own-block")]

    place = "newsletters.weekly.blocks.our news"
    assert told({"folder": "news"}) == []
    assert told({"file": "news.md"}) == [("own-block-missing", place)]
    assert told({"text": "News."}, ["articles"]) == [("own-block-nowhere", place)]


@pytest.mark.parametrize(("design", "told"), [("feature", ["image-unshown"]), ("digest", [])])
def test_a_picture_that_no_mail_can_show_is_told_where_all_of_an_article_is_shown(design: str, told: list[str]) -> None:
    config = a_config(newsletters={"weekly": {"from": ["desk"], "design": design}})
    article = an_article(lead=(Block("image", "A loaf", url="http://bakery.example/loaf.jpg"),))
    draft = build.whole([article], "weekly", config.newsletters["weekly"], config, NOW, say=lambda _: None)
    assert [finding.rule for finding in draft.findings if "A loaf" in finding.message] == told


def test_a_device_or_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("/dev/zero", "pipe.md"):
        finding = the_finding(a_team(tmp_path, {"file": name}))
        assert (finding.severity, "is no ordinary file" in finding.message) == ("error", True)
