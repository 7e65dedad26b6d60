"""Cards and lines in scripts that the packaged letters lack."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from PIL import Image

from pipeline.compose import fonts, shorten
from pipeline.compose.fitting import fit
from pipeline.compose.lines import Box, clean, joined, pieces
from pipeline.compose.typeset import Typesetter, faces_for
from pipeline.language import wide
from tests.compose.test_cards import EMOJI

HINDI = "अच्छी मिट्टी छोटे आँगन"
THAI = "ก่อนรดน้ำให้ใช้นิ้วลองดิน"
JAPANESE = "よい土は買うものではなく、半年かけて育てるものです。"


def packaged(name: str) -> fonts.Face:
    folder = Path(str(files(f"fontpkg_noto_sans_{name.lower()}") / "files"))
    path = next(path for path in sorted(folder.iterdir()) if path.suffix == ".ttf" and "Italic" not in path.name)
    return fonts.stand_ins({"Devanagari": "मि", "Thai": "น้ำ"}[name], [path])[0][0]


def ink_of(svg: str, face: fonts.Face) -> tuple[int, int, int, int]:
    box = Image.open(io.BytesIO(fonts.render(svg, [face]))).convert("RGBA").getchannel("A").getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(("name", "text"), [("Devanagari", HINDI), ("Thai", THAI)])
def test_letters_of_several_parts_stand_beside_each_other_not_on_each_other(name: str, text: str) -> None:
    face = packaged(name)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="200"><text x="20" y="120" font-size="60" font-family="\'{face.family}\'">{text}</text></svg>'
    left, _, right, _ = ink_of(svg, face)
    assert right - left == pytest.approx(Typesetter((face,)).measure(400)(text, 60), abs=12)  # side bearings


def test_a_text_that_no_one_font_shows_is_set_in_two() -> None:
    if not EMOJI:
        pytest.skip("no font with emoji on this machine")
    hindi = packaged("Devanagari")
    found = fonts.stand_ins("मि🌾", [hindi.path, EMOJI[0].path])
    assert found == ((hindi, EMOJI[0]), "")


def test_letters_of_two_scripts_are_set_in_a_font_of_each() -> None:
    hindi, thai = packaged("Devanagari"), packaged("Thai")
    assert set(fonts.stand_ins("मिน้ำ", [thai.path, hindi.path])[0]) == {hindi, thai}


@pytest.mark.parametrize(
    ("language", "family"),
    [
        ("ja", "ThJP"),
        ("zh", "ThSC"),
        ("zh-Hans-CN", "ThSC"),
        ("zh-TW", "ThTC"),
        ("zh-HK", "ThTC"),
        ("th", "Thai"),
        ("", "Thai"),
    ],
)
def test_a_font_that_says_it_is_made_for_a_language_goes_before_others(
    language: str, family: str, tmp_path: Path
) -> None:
    made = packaged("Thai").path.read_bytes()
    paths = [tmp_path / f"{name}.ttf" for name in ("Thai", "ThSC", "ThJP", "ThTC")]
    for path in paths:  # one font, each time by another name
        path.write_bytes(made.replace("Thai".encode("utf-16-be"), path.stem.encode("utf-16-be")))
    ((face,), _) = fonts.stand_ins("น้ำ", paths, language)
    assert face.path.stem == family


def test_what_no_font_shows_is_named_and_nothing_else() -> None:
    hindi = packaged("Devanagari")
    assert fonts.stand_ins("मि麵", [hindi.path]) == ((hindi,), "麵")

    def only_hindi() -> Iterator[Path]:
        return iter([hindi.path])

    assert faces_for("मि麵", "", only_hindi) == "麵"


def test_thai_may_end_a_line_between_words_and_nowhere_else() -> None:
    cut = pieces(THAI)
    assert "".join(piece.text for piece in cut) == THAI
    assert joined(cut) == THAI
    assert "น้ำ" in [piece.text for piece in cut]
    assert not any(piece.spaced for piece in cut)


def test_a_long_thai_sentence_fits_on_lines() -> None:
    fitted = fit(THAI, Box(0, 0, 330, 400, 120, 36, 400), lambda text, size: wide.columns(text) * size / 2)
    assert fitted is not None
    size, lines = fitted
    assert len(lines) > 1
    assert "".join(lines) == THAI
    assert all(wide.columns(line) * size / 2 <= 330 for line in lines)


@pytest.mark.parametrize("width", [400, 500, 640, 800])
def test_japanese_lines_end_where_a_word_does(width: int) -> None:
    fitted = fit(JAPANESE, Box(0, 0, width, 500, 120, 36, 400), lambda text, size: len(text) * size)
    assert fitted is not None
    told = ""
    for line in fitted[1]:
        told += line
        assert told in {joined(pieces(JAPANESE, whole_words=True)[:count]) for count in range(1, 9)}
    assert told == JAPANESE


def test_a_japanese_word_wider_than_a_line_is_still_broken() -> None:
    word = "アイスクリームパーラー"
    fitted = fit(word, Box(0, 0, 200, 400, 60, 36, 400), lambda text, size: len(text) * size)
    assert fitted is not None
    assert "".join(fitted[1]) == word


def test_chinese_lines_may_end_after_any_sign() -> None:
    text = "好土不是买来的"
    assert [piece.text for piece in pieces(text, whole_words=True)] == list(text)


def test_no_blank_stands_after_a_wide_mark() -> None:
    assert wide.closed_up("確かめてください。 「乾いている」 だけ。") == "確かめてください。「乾いている」だけ。"
    assert wide.closed_up("Rest. Then bake. ") == "Rest. Then bake. "
    assert clean("ください。 指を") == "ください。指を"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest is work", "Rest is work."),
        ("水やりの前に", "水やりの前に。"),
        ("खरीदी नहीं जाती", "खरीदी नहीं जाती।"),
        ("มาจากการดูแลครึ่งปี", "มาจากการดูแลครึ่งปี"),
        ("좋은 흙", "좋은 흙."),
        ("It holds (mostly)", "It holds (mostly)."),
        ("Really?", "Really?"),
    ],
)
def test_a_sentence_is_closed_as_its_script_does(text: str, expected: str) -> None:
    assert shorten.closed(text) == expected
