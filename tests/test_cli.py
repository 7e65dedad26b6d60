"""Commands as people use them: output, one sentence for a mistake, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pipeline.cli import main

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "articles"


def run(*arguments: str, text: str | bytes = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=text)


def files_below(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_build_makes_newsletter_posts_and_cards(tmp_path: Path) -> None:
    result = run("build", str(EXAMPLES / "nl" / "brood-dat-op-je-wacht.md"), "--out", str(tmp_path / "out"))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "newsletter.html").exists()
    assert json.loads((tmp_path / "out" / "posts.json").read_text())
    assert list((tmp_path / "out" / "cards").glob("*.png"))


def test_build_adds_an_edition_to_the_archive_where_a_person_says_so(tmp_path: Path) -> None:
    config = (ROOT / "config.yaml").read_text(encoding="utf-8")
    (tmp_path / "config.yaml").write_text(
        f"{config}\narchive: {{address: https://moesenoven.example.org/a, folder: public}}\n"
    )
    told = ["build", str(EXAMPLES / "nl" / "brood-dat-op-je-wacht.md"), "--out", str(tmp_path / "out")]
    told += ["--config", str(tmp_path / "config.yaml")]
    assert run(*told).exit_code == 0
    assert not (tmp_path / "public").exists()
    result = run(*told, "--archive")
    assert (result.exit_code, "In the archive: https://moesenoven.example.org/a/weekly/" in result.output) == (0, True)
    (page,) = (tmp_path / "public").glob("weekly/*/index.html")
    assert f'href="https://moesenoven.example.org/a/weekly/{page.parent.name}/"' in (
        tmp_path / "out" / "newsletter.html"
    ).read_text(encoding="utf-8")
    assert (tmp_path / "public" / "feed.xml").exists()


def test_build_says_where_an_archive_would_be_named(tmp_path: Path) -> None:
    result = run(
        "build", str(EXAMPLES / "nl" / "brood-dat-op-je-wacht.md"), "--out", str(tmp_path / "out"), "--archive"
    )
    assert (result.exit_code, "config.yaml names no folder for the archive." in result.output) == (2, True)


def test_inspect_shows_a_tree_and_json() -> None:
    path = str(EXAMPLES / "de" / "bruehe-aus-resten.md")
    assert "💡" in run("inspect", path).stdout
    seen = json.loads(run("inspect", path, "--json").stdout)
    assert set(seen) == {
        "title",
        "language",
        "byline",
        "url",
        "published",
        "lead",
        "sections",
        "key_points",
        "references",
        "notices",
        "calls_to_action",
        "dropped",
    }
    assert all(set(point) == {"text", "kind", "origin", "section"} for point in seen["key_points"])


def test_inspect_shows_whose_an_article_is_where_it_is_not_ours(tmp_path: Path) -> None:
    path = tmp_path / "soil.md"
    path.write_text("---\nrights: quote\n---\n\n# Soil\n\nSoil is alive.\n")
    assert "rights: quote" in run("inspect", str(path)).stdout
    assert json.loads(run("inspect", str(path), "--json").stdout)["rights"] == "quote"


def test_inspect_of_a_feed_names_it() -> None:
    seen = json.loads(run("inspect", str(EXAMPLES / "en" / "feed.xml"), "--json").stdout)
    assert seen["feed"]["entries"] == 2
    assert len(seen["articles"]) == 2
    assert run("inspect", str(EXAMPLES / "en" / "feed.xml")).stdout.startswith(f"{seen['feed']['title']}: 2 entries\n")


@pytest.mark.parametrize(
    ("network", "text", "length"),
    [("x", "Bread 🍞", 8), ("bluesky", "Bread 🍞", 7), ("threads", "Bread 🍞", 10), ("X", "Bread\n", 5)],
)
def test_count_counts_as_the_network_does(network: str, text: str, length: int) -> None:
    result = run("count", network, "--json", text=text)
    assert json.loads(result.stdout) == {
        "network": network.lower(),
        "length": length,
        "limit": {"x": 280, "bluesky": 300, "threads": 500}[network.lower()],
    }
    assert result.exit_code == 0


def test_count_ends_with_one_where_the_text_does_not_fit() -> None:
    assert run("count", "x", text="a" * 281).exit_code == 1


def test_count_says_where_a_text_is_no_utf_8() -> None:
    result = run("count", "x", text="Bread with café".encode("latin-1"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Byte 15 of standard input is no UTF-8" in result.stderr


def test_check_of_the_shipped_configuration_is_well() -> None:
    result = run("check")
    assert (result.exit_code, result.stdout.strip()) == (0, "All is well."), result.output


def a_team_s_folder(folder: Path, files: dict[str, str]) -> str:
    """A folder with the shipped config.yaml and a team's own templates; gives the path of config.yaml."""
    (folder / "config.yaml").write_text((ROOT / "config.yaml").read_text())
    (folder / "examples").symlink_to(ROOT / "examples")
    for name, content in files.items():
        (folder / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "templates" / name).write_text(content)
    return str(folder / "config.yaml")


TEMPLATES = [
    ("email/parts/footer.html", "<p>Bye.</p>", "There is no unsubscribe link.", 2),
    ("social/x.txt", "", "templates/social/x.txt: The template makes no post", 2),
    ("words.yaml", "en:\n  readon: Keep reading\n", "Did you mean read_on?", 0),
]


@pytest.mark.parametrize(("name", "content", "message", "status"), TEMPLATES, ids=[row[0] for row in TEMPLATES])
def test_check_tells_what_a_team_s_template_lacks(
    tmp_path: Path, name: str, content: str, message: str, status: int
) -> None:
    result = run("check", "--config", a_team_s_folder(tmp_path, {name: content}))
    assert message in result.output
    assert result.exit_code == status


def test_delivering_again_brings_the_draft_in_the_outbox_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for words in ("Bread needs time.", "Bread needs much time."):
        (tmp_path / "bread.md").write_text(f"# Bread\n\n{words}\n")
        result = run("build", "bread.md", "--out", "made", "--deliver")
        assert result.exit_code == 0, result.output
    (staged,) = (tmp_path / "out" / "outbox" / "staged" / "weekly").iterdir()
    assert "Bread needs much time." in (staged / "newsletter.txt").read_text(encoding="utf-8")


def test_check_prints_a_schema() -> None:
    assert "newsletters" in json.loads(run("check", "--schema").stdout)["properties"]


def test_check_names_file_and_line_of_a_broken_template(tmp_path: Path) -> None:
    config = a_team_s_folder(tmp_path, {"social/x.txt": "{{ text }}\n{{ txet }}\n"})
    result = run("check", "--config", config)
    assert result.exit_code == 2
    assert "templates/social/x.txt, line 2" in result.output


MISTAKES = [
    (["build", "{tmp}/empty.txt", "--out", "{tmp}/out"], "is empty"),
    (["build", "{tmp}/nothing", "--out", "{tmp}/out"], "holds no articles"),
    (["build", "{tmp}/binary.txt", "--out", "{tmp}/out"], "is no text file"),
    (["build", "{tmp}/missing.md", "--out", "{tmp}/out"], "does not exist"),
    (["build", "https://bakery.example/bread", "--out", "{tmp}/out"], "Add --online"),
    (["build", "{tmp}/good.md", "--out", "{tmp}/out", "--newsletter", "daily"], "has no newsletter daily"),
    (["build", "{tmp}/good.md", "--out", "{tmp}/out", "--config", "{tmp}/broken.yaml"], "broken.yaml, line 1"),
    (["build", "{tmp}/good.md", "--out", "{tmp}/good.md/out"], "cannot be written"),
    (["count", "myspace"], "There is no network myspace"),
    (["inspect", "{tmp}/binary.txt"], "is no text file"),
    (["check", "--config", "{tmp}/missing.yaml"], "missing.yaml"),
]


@pytest.mark.parametrize(("arguments", "message"), MISTAKES, ids=[message for _, message in MISTAKES])
def test_a_mistake_is_one_sentence_and_leaves_nothing_half_written(
    tmp_path: Path, arguments: list[str], message: str
) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "nothing").mkdir()
    (tmp_path / "binary.txt").write_bytes(b"\x89PNG\0\0")
    (tmp_path / "good.md").write_text("# Bread\n\nBread needs time.\n")
    (tmp_path / "broken.yaml").write_text("brand: [\n")
    before = files_below(tmp_path)
    result = run(*[argument.format(tmp=tmp_path) for argument in arguments])
    assert result.exit_code == 2, result.output
    assert message in result.stderr
    assert len([line for line in result.stderr.strip().splitlines() if not line.startswith("·")]) == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert files_below(tmp_path) == before


def test_a_file_that_cannot_be_read_is_told_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "bread.md").write_text("# Bread\n\nBread needs time.\n")
    (tmp_path / "in" / "empty.md").touch()
    result = run(
        "build", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--link", "https://bakery.example/bread"
    )
    assert result.exit_code == 0, result.output
    assert f"warning: articles: {tmp_path / 'in' / 'empty.md'} is empty. Check that it was saved." in result.stderr
    assert json.loads((tmp_path / "out" / "report.json").read_text())[0]["rule"] == "not-read"


def test_a_folder_with_nothing_that_can_be_read_needs_a_person(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.md").touch()
    result = run("build", str(tmp_path / "in"), "--out", str(tmp_path / "out"))
    assert (result.exit_code, "empty.md is empty. Check that it was saved." in result.stderr) == (1, True)
    assert not (tmp_path / "out").exists()


def test_a_draft_that_is_held_ends_with_one_and_is_still_there_to_look_at(tmp_path: Path) -> None:
    config = (ROOT / "config.yaml").read_text().replace("    every: thursday\n", "    every: thursday\n", 1)
    (tmp_path / "config.yaml").write_text(config.replace("never: [gegarandeerd", "never: [brood, gegarandeerd"))
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    article = str(EXAMPLES / "nl" / "brood-dat-op-je-wacht.md")
    result = run(
        "build", article, "--out", str(tmp_path / "out"), "--config", str(tmp_path / "config.yaml"), "--deliver"
    )
    assert result.exit_code == 1
    assert "held back" in result.stderr
    assert (tmp_path / "out" / "newsletter.html").exists()


def test_start_once_stops_by_itself(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "run.py"), "start", "--once"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ})
    assert result.returncode == 0, result.stderr


def test_a_reader_who_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} run.py inspect examples/articles/en/a-teapot-garden.html --json | head -c 10"
    result = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert result.stderr == ""


def test_json_of_a_folder_leaves_what_could_not_be_read_to_the_screen(tmp_path: Path) -> None:
    (tmp_path / "bread.txt").write_text("Bread\n\nBread needs time, and time is free.\n")
    (tmp_path / "broken.pdf").write_text("Bread")
    told = run("inspect", str(tmp_path), "--json")
    assert json.loads(told.stdout)["title"] == "Bread"
    assert "broken.pdf is damaged" in told.stderr


@pytest.mark.parametrize(
    "command", [("build", "bread.md"), ("demo",), ("show", "1"), ("export", "csv"), ("export", "ics")]
)
def test_an_empty_place_to_write_to_is_refused(command: tuple[str, ...]) -> None:
    result = run(*command, "--out", "")
    assert (result.exit_code, "it is empty. Name one." in result.output) == (2, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_where_the_output_finds_no_room_one_sentence_says_so() -> None:
    command = f"echo Bread | {sys.executable} run.py count x --json 2>&1 >/dev/full"
    result = subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    said = "The output cannot be written: No space left on device. Make room, and try again.\n"
    assert (result.returncode, result.stdout) == (1, said)
