"""`check` and the report of `build` tell which colours had to change, and name file and line of styles to mend."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from pipeline import assets
from pipeline.config.shape import Config
from pipeline.jobs import build, checking, looks, trying
from tests.factories import a_config, an_article

SHIPPED = assets.find("templates")


def a_team(folder: Path, files: dict[str, str], **changes: object) -> Config:
    for name, content in files.items():
        path = folder / "templates" / "email" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return a_config(**changes).model_copy(update={"folder": folder})


def with_colors(main: str, accent: str) -> dict[str, object]:
    return a_config().brand.model_dump(mode="json") | {"colors": {"main": main, "accent": accent}}


def test_a_color_that_could_not_be_read_is_told_with_what_it_became() -> None:
    found = list(looks.colors(a_config(brand=with_colors("#8899AA", "#F2A65A")).brand))
    assert {(one.rule, one.severity, one.place) for one in found} == {("color-adjusted", "note", "brand.colors.main")}
    heading = next(one.message for one in found if "headings" in one.message)
    assert heading.startswith("#8899AA became #")
    assert "and 4.5 is needed" in heading


def test_colors_that_can_be_read_are_not_mentioned() -> None:
    assert list(looks.colors(a_config(brand=with_colors("#1F5F5B", "#F2A65A")).brand)) == []


def test_a_built_newsletter_tells_it_too() -> None:
    config = a_config(brand=with_colors("#1F5F5B", "#FFFFFF"))
    name, recipe = build.recipe_named(None, config)
    made = build.edition([an_article()], name, recipe, config, "2026-W47", date(2026, 11, 19), say=lambda _: None)
    told = [one for one in made.findings if one.rule == "color-adjusted"]
    assert [one.place for one in told] == ["brand.colors.accent"]
    assert told[0].message.split()[2] in made.files["newsletter.html"].decode()


def test_a_mistake_in_a_teams_own_design_is_told_with_file_and_line(tmp_path: Path) -> None:
    digest = (SHIPPED / "email" / "digest" / "newsletter.html").read_text(encoding="utf-8")
    own = digest.replace(
        "</head>", "<style>\n.card { padding: 0 !important; }\n.title { color red; }\n</style>\n</head>"
    )
    line = own[: own.index(".card {")].count("\n") + 1
    files = {"own/newsletter.html": own, "own/newsletter.txt": "x"}
    config = a_team(tmp_path, files, newsletters={"weekly": {"from": ["desk"], "design": "own"}})
    told = {(one.severity, one.message.partition(": ")[0]) for one in looks.check(config)}
    place = "templates/email/own/newsletter.html, line"
    assert told == {("warning", f"{place} {line}"), ("error", f"{place} {line + 1}")}


def test_a_mistake_in_a_shared_part_is_told_once_for_all_newsletters(tmp_path: Path) -> None:
    footer = "<style>p { margin: 0; }</style>"
    newsletters = {name: {"from": ["desk"], "design": name} for name in ("digest", "feature")}
    config = a_team(tmp_path, {"parts/footer.html": footer}, newsletters=newsletters)
    assert [one.message.partition(": ")[0] for one in looks.check(config)] == [
        "templates/email/parts/footer.html, line 1"
    ]


def test_check_looks_at_looks(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    config = a_team(tmp_path, {}, brand=with_colors("#1F5F5B", "#FFFFFF"))
    assert "color-adjusted" in {one.rule for one in checking.run(config, tmp_path / "ledger.db")}


def test_a_part_whose_name_nothing_shows_is_told_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    files = {"digest/greting.html": "<p>Hello</p>", "digest/greeting.html": "<p>Hello</p>"}
    (found,) = looks.check(a_team(tmp_path, files))
    assert found.severity == "warning"
    assert found.message == ("templates/email/digest/greting.html: no template shows it. Did you mean `greeting.html`?")


def test_a_part_of_any_name_that_a_template_includes_is_no_finding(tmp_path: Path) -> None:
    files = {"digest/hello.html": "<p>Hello</p>", "digest/greeting.html": '{% include "email/digest/hello.html" %}'}
    assert list(looks.check(a_team(tmp_path, files))) == []


def test_a_folder_in_the_place_of_a_part_is_told_by_check(tmp_path: Path) -> None:
    (tmp_path / "templates" / "email" / "parts" / "greeting.html").mkdir(parents=True)
    config = a_config().model_copy(update={"folder": tmp_path})
    assert list(looks.check(config)) == []
    (told,) = [one for one in trying.check(config) if "greeting" in one.message]
    assert "templates/email/parts/greeting.html is a folder" in told.message
