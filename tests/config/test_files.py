from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.config.reading import find, read
from pipeline.errors import ConfigError
from tests.config.builders import BRAND


def message_for(path: Path) -> str:
    with pytest.raises(ConfigError) as caught:
        read(path, {})
    return str(caught.value)


def written(folder: Path, content: bytes) -> Path:
    path = folder / "config.yaml"
    path.write_bytes(content)
    return path


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    assert message_for(path) == f"{path}: there is no such file. Look at its name and folder."


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert message_for(tmp_path) == f"{tmp_path}: this is a folder or a device. Name a file instead."


def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "this is a folder or a device" in message_for(tmp_path / "pipe")


def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    assert "this file cannot be read" in message_for(tmp_path / ("x" * 5000))


def test_a_link_loop_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.yaml").symlink_to(tmp_path / "config.yaml")
    assert "cannot be read" in message_for(tmp_path / "config.yaml")


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    expected = "config.yaml: is empty. Write at least brand:, or start from the shipped config.yaml."
    assert message_for(written(tmp_path, b"")) == expected


@pytest.mark.parametrize("content", [b"brand:\n  name: Caf\xe9\n", "brand:\n  name: A".encode("utf-16")])
def test_other_encodings_are_told(tmp_path: Path, content: bytes) -> None:
    assert message_for(written(tmp_path, content)).endswith("this is not text in UTF-8. Save the file again as UTF-8.")


def test_the_line_of_a_wrong_byte_is_told(tmp_path: Path) -> None:
    assert message_for(written(tmp_path, b"brand:\n  name: Caf\xe9\n")).startswith("config.yaml, line 2: ")


def test_a_picture_is_no_configuration(tmp_path: Path) -> None:
    expected = "config.yaml, line 1: this line holds a character that no text has (U+0000). Remove it."
    assert message_for(written(tmp_path, b"GIF89a\x00\x01\x00\x01")) == expected


def test_a_large_file_is_refused(tmp_path: Path) -> None:
    expected = "config.yaml: this file is larger than 1 MB. Take out what does not belong in it."
    assert message_for(written(tmp_path, b"#" * 1_000_001)) == expected
    assert "is empty" in message_for(written(tmp_path, b"#" * 1_000_000))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert read(written(tmp_path, b"\xef\xbb\xbf" + BRAND.encode()), {}).brand.name == "A"


def test_the_file_in_the_folder_is_found(tmp_path: Path) -> None:
    assert find(tmp_path) is None
    assert find(written(tmp_path, b"").parent) == tmp_path / "config.yaml"


@pytest.mark.parametrize("name", ["config.yml", "config.yaml.txt"])
def test_a_file_with_nearly_the_name_is_not_passed_over(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    with pytest.raises(
        ConfigError, match=f"^{name}: the name must be config.yaml. Rename it, or use --config {name}.$"
    ):
        find(tmp_path)
