from __future__ import annotations

import traceback
from pathlib import Path

import pytest

from pipeline.config.reading import load_environment
from pipeline.errors import ConfigError


def an_env(folder: Path, text: str) -> Path:
    (folder / ".env").write_text(text, encoding="utf-8")
    return folder


def test_without_env_there_is_the_environment(tmp_path: Path) -> None:
    assert load_environment(tmp_path, {"A": "1"}) == {"A": "1"}


def test_env_adds_to_the_environment(tmp_path: Path) -> None:
    assert load_environment(an_env(tmp_path, "# keys\n\nA=1\nexport B='two words' # a note\n"), {"C": "3"}) == {
        "A": "1",
        "B": "two words",
        "C": "3",
    }


def test_the_environment_wins(tmp_path: Path) -> None:
    assert load_environment(an_env(tmp_path, "A=file\n"), {"A": "real"}) == {"A": "real"}


def test_dollars_in_a_password_stay(tmp_path: Path) -> None:
    assert load_environment(an_env(tmp_path, "A=pa$$word${HOME}\n"), {"HOME": "x"})["A"] == "pa$$word${HOME}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("A=1\n\n\nMAILCHIMP_API_KEY: canary\n", 4),
        ("canary\n", 1),
        ("A=1\n  \nB='canary\n", 3),
        ("\r\n\r\n=canary\r\n", 3),
    ],
)
def test_a_line_that_is_no_setting_is_told_and_not_repeated(tmp_path: Path, text: str, line: int) -> None:
    an_env(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        load_environment(tmp_path, {})
    assert str(caught.value) == f".env, line {line}: expected NAME=value."
    assert "canary" not in "".join(traceback.format_exception(caught.value))


def test_an_env_that_is_no_text_is_told_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"A=1\nB=canary\xff\n")
    with pytest.raises(ConfigError) as caught:
        load_environment(tmp_path, {})
    assert str(caught.value) == ".env, line 2: this is not text in UTF-8. Save the file again as UTF-8."
    assert caught.value.__cause__ is None
    assert "canary" not in "".join(traceback.format_exception(caught.value))


def test_an_env_that_is_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    with pytest.raises(ConfigError, match="this is a folder or a device"):
        load_environment(tmp_path, {})
