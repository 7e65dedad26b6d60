"""What mail programs know: newest versions, weighed by readers, grouped; facts without anybody's words."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
from selectolax.lexbor import LexborHTMLParser

from pipeline.config.audience import USUAL, Program
from pipeline.model import Finding
from pipeline.preflight.email import Around, css
from pipeline.preflight.email.support import facts, groups, shares, update, uses
from tests.preflight.letters import Change, found, with_body

NAMES = set(get_args(Program))


def told(change: Change) -> list[Finding]:
    return [finding for finding in found(change) if finding.rule == "client-support"]


def of_columns(change: Change) -> list[Finding]:
    return [finding for finding in told(change) if finding.message.startswith("Columns")]


def read_by(**audience: float) -> dict[str, Any]:
    return {"email": {"audience": {name.replace("_", "-"): share for name, share in audience.items()}}}


def used(html: str) -> set[str]:
    tree = LexborHTMLParser(html)
    return {use.feature for use in uses.uses(tree, [css.sheet(one.text() or "") for one in tree.css("style")])}


USES = [
    ('<p style="display: flex">', {"css-display-flex"}),
    ('<p style="display: block; margin: 0">', {"css-margin"}),
    ('<p style="padding-left: 4px">', {"css-padding"}),
    ('<p style="border-top-left-radius: 4px">', {"css-border-radius"}),
    ('<p style="margin-inline-start: 4px">', {"css-margin-inline-start-end"}),
    ('<p style="width: calc(100% - 8px)">', {"css-width", "css-unit-calc"}),
    ('<p style="color: var(--ink)">', {"css-variables"}),
    ('<p style="width: 50vw">', {"css-width", "css-unit-vw"}),
    ('<p style="background: linear-gradient(red, blue)">', {"css-background", "css-linear-gradient"}),
    ('<p style="background: url(https://a.example/b.png)">', {"css-background", "css-background-image"}),
    ('<p style="mso-padding-alt: 4px; -ms-text-size-adjust: 100%">', set()),
    ('<p style="display: none; mso-hide: all">', set()),
    ("<style>@media screen { .a { display: flex } }</style>", {"css-at-media"}),
    ("<style>@media (prefers-color-scheme: dark) { .a { color: red } }</style>", {"css-at-media", "css-at-media-prefers-color-scheme"}),
    ("<style>.a:hover { margin: 0 } .b::before { margin: 0 }</style>", {"css-pseudo-class-hover", "css-pseudo-element-before", "css-margin"}),
    ("<style>[data-ogsc] .a { opacity: 0.5 }</style>", set()),
    ('<video src="https://a.example/b.mp4"></video>', {"html-video"}),
    ('<img src="https://a.example/b.webp?x=1">', {"image-webp"}),
    ('<img src="data:image/png;base64,AA==">', {"image-base64"}),
]  # fmt: skip


@pytest.mark.parametrize(("html", "features"), USES)
def test_the_features_of_a_mail_are_found_by_a_real_parse(html: str, features: set[str]) -> None:
    assert used(html) == features


def test_columns_that_no_outlook_on_windows_knows_are_a_warning_for_who_has_such_readers() -> None:
    flex = '<div style="display: flex; gap: 4px">Bread</div>'
    (grave,) = of_columns(with_body(flex, config=read_by(outlook_windows=20, apple_mail=80)))
    assert grave.severity == "warning"
    assert re.match(
        r"Columns and grids \(display: flex, gap\): about 20 of 100 readers lack it, in Outlook on Windows",
        grave.message,
    )
    assert re.search(r"Last tested 202\d", grave.message)
    (light,) = of_columns(with_body(flex, config=read_by(outlook_windows=5, apple_mail=95)))
    assert light.severity == "note"
    assert told(with_body(flex, config=read_by(apple_mail=1))) == []


def test_what_only_looks_plainer_is_one_note() -> None:
    plain = (
        '<p style="border-radius: 8px; box-shadow: 0 0 4px black; max-height: 9px; word-break: break-word">Bread</p>'
    )
    (note,) = told(with_body(plain, config=read_by(outlook_windows=1)))
    assert note.severity == "note"
    assert all(words in note.message for words in ("corners and shadows", "limits of size", "rules for small and dark"))


def test_a_gradient_on_a_plain_colour_only_looks_plainer_where_it_is_lost() -> None:
    gradient = "background-image: linear-gradient(red, blue)"
    (grave,) = told(with_body(f'<p style="{gradient}">Bread</p>', config=read_by(outlook_windows=1)))[:1]
    assert grave.message.startswith("Pictures and gradients behind text")
    backed = with_body(f'<p style="{gradient}; background-color: white">Bread</p>', config=read_by(outlook_windows=1))
    (note,) = told(backed)
    assert note.severity == "note"
    assert "pictures and gradients on a plain colour 100" in note.message
    both = Change(page={"<p>Mill Lane": f'<p style="{gradient}">A</p><p style="{gradient}; background-color: white">B</p><p>Mill Lane'}, config=read_by(outlook_windows=1))  # fmt: skip
    assert [one.severity for one in told(both)] == ["warning", "note"]


def test_readers_who_lack_several_things_of_a_group_count_once() -> None:
    both = '<div style="display: flex"><p style="display: grid">Bread</p></div>'
    (grave,) = of_columns(with_body(both, config=read_by(outlook_windows=30, apple_mail=70)))
    assert "about 30 of 100 readers" in grave.message


def test_the_place_is_the_line_of_the_template() -> None:
    around = Around(
        {"templates/email/own/styles.html": "<style>\n.row { display: flex; }\n.col { margin: 0 }\n.a { display:flex }"}
    )
    change = with_body('<div style="display: flex">Bread</div>', config=read_by(outlook_windows=1), around=around)
    assert told(change)[0].place == "templates/email/own/styles.html, lines 2 and 4"


def test_shares_need_not_make_a_hundred() -> None:
    assert shares({"gmail": 1, "gmx": 3}) == {"gmail": 25, "gmx": 75}
    assert sum(USUAL.values()) == 100


def test_every_program_of_the_configuration_stands_for_clients_of_the_facts() -> None:
    clients = set(next(iter(facts.features().values())).known)
    assert set(facts.PROGRAMS) == NAMES
    assert {client for _, some in facts.PROGRAMS.values() for client in some} <= clients


def test_every_feature_that_is_looked_for_or_grouped_is_one_of_the_facts() -> None:
    known = facts.features().keys()
    tables = (uses._NAMED, uses._DISPLAYS, uses._FUNCTIONS, uses._KEYWORDS, uses._AT_RULES, uses._SELECTORS)
    assert {feature for table in tables for feature in table.values()} <= known
    assert {feature for _, feature in uses._CONDITIONS} <= known
    assert set(groups.OF) <= known
    assert len(groups.OF) == sum(len(group.features) for group in groups.GROUPS)


def test_partly_known_counts_by_half_and_untested_counts_nothing() -> None:
    feature = facts.Feature("2024-01-01", {"gmail/ios": "n", "gmail/android": "a", "gmail/desktop-webmail": "u"})
    assert facts.lost(feature, "gmail", 0.5) == 0.75
    assert facts.lost(feature, "gmail", 0.0) == 0.5
    assert facts.lost(feature, "hey", 0.5) is None


NEWEST = [
    (["2019", "2021", "2024"], "2024"),
    (["15", "14"], "15"),
    (["2022-07", "2021-03"], "2022-07"),
    (["9.1", "10.0"], "10.0"),
    (["2016", "16.47", "16.80"], "16.80"),
    (["2019", "2022-08"], "2022-08"),
    (["2020-02", "115.7"], "115.7"),
]


@pytest.mark.parametrize(("versions", "newest"), NEWEST)
def test_the_newest_version_counts_however_it_is_spelled(versions: list[str], newest: str) -> None:
    assert update.newest(versions) == newest


def test_the_facts_are_made_of_a_package_without_its_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feature = {
        "slug": "css-flow", "title": "Flow", "description": "Words of others.", "category": "css", "last_test_date": "2024-05-1",
        "stats": {"hey": {"web": {"2020-01": "y", "2023-02": "n #1"}}, "gmail": {"ios": {"2019-01": "a #2"}}}, "notes": "More words.",
    }  # fmt: skip
    published = {
        "last_update_date": "2025-09-09 18:08:06",
        "data": [feature, feature | {"slug": "amp", "category": "others"}],
    }
    package = {"name": "caniemail", "version": "1.0.0", "license": "MIT", "author": "A Name <a@name.example>"}
    made = update.facts(package, published)
    assert made["clients"] == ["gmail/ios", "hey/web"]
    assert made["features"] == {"css-flow": "2024-05-01 an"}
    assert "ords" not in json.dumps(made)


def test_the_shipped_facts_name_their_source_and_stay_small() -> None:
    text = update.FACTS.read_text(encoding="utf-8")
    read = json.loads(text)
    assert len(text.encode()) <= 40_000
    assert read["source"].startswith("npm package caniemail ")
    assert read["license"].startswith("MIT")
    assert len(read["features"]) >= 300
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d [ynau]{48}", row) for row in read["features"].values())
