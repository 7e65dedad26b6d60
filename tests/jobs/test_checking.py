"""`check` finds a mistake in any branch of a template and in any placeholder of words.yaml, and says where."""

from __future__ import annotations

import re
from pathlib import Path

import jinja2.defaults
import pytest

from pipeline import assets
from pipeline.config.shape import Config
from pipeline.jobs import checking, trying, wording
from tests.factories import a_config
from tests.ledger.builders import a_ledger, approved

SHIPPED = assets.find("templates")
# After each of these tags something is written that may be written nowhere else.
_BRANCH = re.compile(r"\{%-?\s*(?:if|elif|else|for|macro)\b.*?-?%\}")


def a_team(folder: Path, files: dict[str, str]) -> Config:
    for name, content in files.items():
        path = folder / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return a_config().model_copy(update={"folder": folder})


def test_the_samples_reach_every_branch_of_the_shipped_templates(tmp_path: Path) -> None:
    branches: set[str] = set()
    reached: set[str] = set()
    files = {}
    for path in sorted((*SHIPPED.rglob("*.html"), *SHIPPED.rglob("*.txt"), *SHIPPED.rglob("*.svg"))):
        name, source = path.relative_to(SHIPPED).as_posix(), path.read_text(encoding="utf-8")

        def marked(tag: re.Match[str], name: str = name, source: str = source) -> str:
            place = f"{name}, line {source.count(chr(10), 0, tag.start()) + 1}: {tag[0]}"
            branches.add(place)
            return f"{tag[0]}{{% set _ = reached({place!r}) %}}"

        files[name] = _BRANCH.sub(marked, source)
    jinja2.defaults.DEFAULT_NAMESPACE["reached"] = reached.add
    designs = ("digest", "feature", "key-points")
    newsletters = {name: {"from": ["desk"], "design": name} for name in designs}
    team = a_team(tmp_path, files).model_copy(update={"newsletters": a_config(newsletters=newsletters).newsletters})
    cards = [path.name for path in (SHIPPED / "social" / "cards").iterdir() if path.is_dir()]
    try:
        for card in cards:
            social = team.social.model_copy(update={"card": card})
            assert list(trying.check(team.model_copy(update={"social": social}))) == []
    finally:
        del jinja2.defaults.DEFAULT_NAMESPACE["reached"]
    assert len(branches) > 80
    assert sorted(branches - reached) == []


MISTAKES = [
    ("email/parts/pieces.html", '{% elif block.kind == "code" %}', "{{ blok.text }}"),
    ("email/parts/pieces.html", "{% if image.caption %}", "{{ image.titel }}"),
    ("email/parts/articles.html", "{% if article.quote %}", "{{ article.qoute }}"),
    ("email/parts/colors.html", "{% for property, roles in table.items() %}", "{{ shades.inc }}"),
    ("email/parts/articles.txt", "{% if article.quote %}", "{{ article.qoute }}"),
    ("email/parts/masthead.html", "{% else %}", "{{ brand.nam }}"),
    ("social/linkedin.txt", "{% if source %}", "{{ sources }}"),
    ("social/linkedin.txt", "{% if is_announcement and support and read_in %}", "{{ supports }}"),
    ("social/facebook.txt", "{% elif is_announcement %}", "{{ texts }}"),
    ("social/thread-end.txt", "{% if hashtags %}", "{{ tags }}"),
    ("social/facebook.txt", "{% else %}", "{{ txt }}"),
    ("social/cards/lamp/tall.svg", "{% if numeral %}", "{{ numerals }}"),
    ("social/cards/parts.svg", "{% if logo.plate %}", "{{ logo.plait }}"),
]


@pytest.mark.parametrize(("name", "branch", "mistake"), MISTAKES, ids=[row[0] for row in MISTAKES])
def test_a_mistake_in_a_branch_is_found_with_its_file_and_line(
    tmp_path: Path, name: str, branch: str, mistake: str
) -> None:
    source = (SHIPPED / name).read_text(encoding="utf-8")
    line = source.count("\n", 0, source.index(branch)) + 1
    config = a_team(tmp_path, {name: source.replace(branch, branch + mistake, 1)})
    told = [finding.message for finding in trying.check(config) if finding.severity == "error"]
    assert any(f"templates/{name}, line {line}: " in message for message in told), told


def test_a_rule_beyond_premailer_is_told_with_its_line_and_a_way_out(tmp_path: Path) -> None:
    name = "email/parts/styles.html"
    source = (SHIPPED / name).read_text(encoding="utf-8")
    broken = source.replace("</style>", ".link:nth-child(2) { color: red }\n</style>")
    line = source.count("\n", 0, source.index("</style>")) + 1
    config = a_team(tmp_path, {name: broken})
    (told,) = [finding for finding in trying.check(config) if finding.severity == "error"]
    assert told.message.startswith(f"templates/{name}, line {line}: premailer cannot put the rule `.link:nth-child(2)`")
    assert "`email: {inliner: css-inline}`" in told.message


WORDS = [
    ("nl:\n  by: Door {naam}\n", "error", 2, "Nothing fills in {naam}"),
    ("nl:\n  key_points: Kern\n\n  and_more: en nog { count }\n", "error", 4, "Nothing fills in { count }"),
    ("nl:\n  unsubscribe: Uit {brand}\n", "error", 2, "Nothing fills in {brand}"),
    ("nl:\n  buttons: Meer van {brand\n", "error", 2, "Nothing fills in {brand"),
    ("nl:\n  by: Van ons\n", "warning", 2, "{name} is missing"),
    ("nl:\n  readon: Verder\n", "warning", 2, "No template of ours says readon"),
    ("nl:\n  by: &x Door {name}\n", "error", 2, "needs quotes"),
]


@pytest.mark.parametrize(("text", "severity", "line", "message"), WORDS, ids=[row[3] for row in WORDS])
def test_a_placeholder_that_nothing_fills_in_is_told_with_its_line(
    tmp_path: Path, text: str, severity: str, line: int, message: str
) -> None:
    (finding,) = wording.check(a_team(tmp_path, {"words.yaml": text}))
    assert (finding.severity, finding.place) == (severity, f"templates/words.yaml, line {line}")
    assert message in finding.message


def test_a_language_that_lacks_words_is_told(tmp_path: Path) -> None:
    found = list(wording.check(a_team(tmp_path, {"words.yaml": "# ours\neu:\n  by: Egilea {name}\n"})))
    assert [(finding.rule, finding.severity, finding.place) for finding in found] == [
        ("words-missing", "error", "templates/words.yaml, line 2")
    ]


def test_check_looks_at_words_and_templates(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    files = {"words.yaml": "nl:\n  by: Door {naam}\n", "social/x.txt": "{{ txt }}"}
    assert [finding.rule for finding in checking.run(a_team(tmp_path, files), tmp_path / "ledger.db")] == [
        "words-placeholder",
        "template",
    ]


def test_the_ledger_is_looked_at_too(tmp_path: Path) -> None:
    ledger = a_ledger(tmp_path)
    approved(ledger)
    (tmp_path / "broken.db").write_bytes(b"no ledger" * 200)

    def rules(path: Path) -> set[str]:
        return {finding.rule for finding in checking.run(a_team(tmp_path, {}), path)} - {"source-missing"}

    assert rules(tmp_path / "none.db") == set()
    assert rules(ledger.path) == {"channel-gone"}
    assert rules(tmp_path / "broken.db") == {"ledger"}
    ledger.path.chmod(0o666)
    assert rules(ledger.path) == {"channel-gone", "ledger-writable"}


def a_design(folder: Path, old: str, new: str) -> list[str]:
    """What check says of a copy of the digest in which `old` became `new`."""
    digest = (SHIPPED / "email/digest/newsletter.html").read_text(encoding="utf-8")
    assert old in digest
    files = {"email/own/newsletter.html": digest.replace(old, new), "email/own/newsletter.txt": "x"}
    config = a_team(folder, files)
    newsletters = {"weekly": config.newsletters["weekly"].model_copy(update={"design": "own"})}
    return [one.message for one in trying.check(config.model_copy(update={"newsletters": newsletters}))]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("set own_colors = {}", 'set own_colors = {"color": {"headng": ["x"]}}', "Did you mean `heading`?"),
        ("parts/masthead.html", "parts/masthed.html", "Did you mean `email/parts/masthead.html`?"),
        ("{{ subject }}", "{{ subject | uper }}", "there is no filter “uper”. Did you mean `upper`?"),
    ],
)
def test_a_misspelt_name_is_told_with_its_line_and_what_may_be_meant(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    (message, *_) = told = a_design(tmp_path, old, new)
    assert len(told) == 1
    assert message.startswith("templates/email/own/newsletter.html, line ")
    assert said in message


def test_a_design_that_does_not_exist_is_told_with_the_one_that_may_be_meant(tmp_path: Path) -> None:
    config = a_config(newsletters={"weekly": {"from": ["desk"], "design": "keypoints"}})
    told = [one.message for one in trying.check(config.model_copy(update={"folder": tmp_path}))]
    assert "Did you mean `email/key-points/newsletter.html`?" in told[0]


def test_what_every_mail_of_a_design_would_be_warned_of_is_told_without_building(tmp_path: Path) -> None:
    told = a_design(tmp_path, '{% include "email/parts/masthead.html" %}', '<p style="font-size: 9px">Small print</p>')
    assert any("9" in message for message in told), told


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("Read our news!\n{{ notice }}\n{{ link }}", "Its posts do not tell the key point."),
        ("{{ text }}\n{{ link }}", "Its posts leave out a notice that belongs to them"),
        ("{{ text }}\n{{ notice }}", "Its posts leave out their link."),
    ],
)
def test_what_a_template_leaves_out_of_posts_is_told_before_any_is_made(
    template: str, said: str, tmp_path: Path
) -> None:
    team = a_team(tmp_path, {"social/x.txt": template})
    care = team.care.model_copy(update={"notice": "Ask a baker.", "notice_on": ("x",)})
    found = [one for one in trying.check(team.model_copy(update={"care": care})) if one.place.endswith("/x.txt")]
    assert [one.message.startswith(said) for one in found] == [True]


def test_a_network_whose_days_are_all_quiet_is_told(tmp_path: Path) -> None:
    networks = {"x": {"days": ["sunday", "monday"], "at": "09:00"}, "threads": {"days": ["friday"], "at": "09:00"}}
    config = a_config(social={"quiet": ["sunday", "monday", "2027-05-04"], "networks": networks})
    (told,) = [finding for finding in checking.run(config, tmp_path / "none.db") if finding.rule == "all-quiet"]
    assert (told.severity, told.place) == ("error", "social.quiet")
    assert told.message == "Nothing will ever go out on x: all its days are quiet by social.quiet."
