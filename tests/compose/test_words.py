from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest
import yaml

from pipeline import assets
from pipeline.compose import words
from pipeline.errors import TemplateError
from pipeline.model import KeyPointKind
from tests.compose.letters import beside


def test_the_shipped_words_are_complete_in_every_language() -> None:
    tables = yaml.load(assets.find(words.FILE).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
    assert set(tables) >= {
        "nl",
        "en",
        "de",
        "fr",
        "es",
        "it",
        "ar",
        "he",
        "pt",
        "sv",
        "da",
        "no",
        "fi",
        "pl",
        "cs",
        "tr",
        "uk",
        "ja",
        "ko",
    }
    for table in tables.values():
        assert set(table) == set(tables["en"])
        assert all(table.values())
        assert "{brand}" in table["receive_because"]


_FILLED_IN = re.compile(r"\{\w+\}")


def test_every_language_fills_in_what_english_does_and_says_it_in_its_own_words() -> None:
    tables = words.read(assets.find(words.FILE))
    for name, table in tables.items():
        assert all(_FILLED_IN.findall(table[key]) == _FILLED_IN.findall(said) for key, said in tables["en"].items()), (
            name
        )
        foreign = [key for key, said in tables["en"].items() if table[key] == said and len(said.split()) > 2]
        assert name == "en" or foreign == []


def test_every_word_is_used_somewhere() -> None:
    files = [*assets.find("templates").rglob("*.*"), *Path(words.__file__).parent.glob("*.py")]
    used = "".join(
        file.read_text(encoding="utf-8") for file in files if file.name != "words.yaml" and file.suffix != ".pyc"
    )
    kinds = {kind.replace(" ", "_") for kind in get_args(KeyPointKind)}
    unused = {key for key in words.load("en").table if not re.search(rf"words\.{key}\b|[\"']{key}[\"']", used)}
    assert unused <= kinds


def test_a_language_without_words_speaks_english() -> None:
    assert words.load("el-GR").language == "en"
    assert words.load("pt-BR").language == "pt"
    assert words.load("nl-BE").language == "nl"


def test_a_teams_words_are_laid_over_ours(tmp_path: Path) -> None:
    beside(tmp_path, {"words.yaml": "en:\n  read_on: Keep reading\nno:\n  read_on: Les mer\n"})
    assert words.load("en", tmp_path)["read_on"] == "Keep reading"
    assert words.load("en", tmp_path)["view_online"] == "View online"
    assert words.load("no", tmp_path)["read_on"] == "Les mer"


def test_missing_words_are_named_with_file_language_and_key(tmp_path: Path) -> None:
    beside(tmp_path, {"words.yaml": "eu:\n  read_on: Jarraitu\n"})
    with pytest.raises(TemplateError, match=r"templates/words\.yaml, eu: view_online is missing"):
        words.load("eu", tmp_path)["view_online"]


@pytest.mark.parametrize("content", ["nl: [", "nl\n", "nl:\n- a\n"])
def test_broken_words_are_one_clear_sentence(tmp_path: Path, content: str) -> None:
    beside(tmp_path, {"words.yaml": content})
    with pytest.raises(TemplateError, match=r"templates/words\.yaml"):
        words.load("nl", tmp_path)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000, "nl:\n  read_on: [a, b]", "nl:\n  by: {a: b}"]
)
def test_words_within_words_are_told_and_end_nothing(text: str, tmp_path: Path) -> None:
    file = tmp_path / "words.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(TemplateError, match=r"^templates/words\.yaml"):
        words.read(file)


def test_norwegian_is_known_by_the_tag_of_what_it_is_written_in_too() -> None:
    assert words.load("nb").language == words.load("nb-NO").language == words.load("no").language == "no"
