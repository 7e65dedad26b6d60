"""Articles that are odd and no mistake, in every format: each is read, or refused in one sentence, and nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import files
from pipeline.ingest.files import Found
from pipeline.model import Article
from tests.fuzz import writing
from tests.ingest.papers import BODY, a_pdf, a_word_file
from tests.ingest.reading import everything


def in_text(*paragraphs: str) -> bytes:
    return "\n\n".join(paragraphs).encode()


def in_html(*paragraphs: str) -> bytes:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs).encode()


def in_word(*paragraphs: str) -> bytes:
    def fill(document: Any) -> None:
        for paragraph in paragraphs:
            document.add_paragraph(paragraph)

    return a_word_file(fill)


WRITERS: dict[str, Callable[..., bytes]] = {
    ".txt": in_text,
    ".md": in_text,
    ".html": in_html,
    ".xml": lambda *paragraphs: writing.rss("", in_html(*paragraphs).decode()),
    ".json": lambda *paragraphs: writing.json_feed("", in_html(*paragraphs).decode()),
    ".pdf": lambda *paragraphs: a_pdf([(BODY, paragraph) for paragraph in paragraphs]),
    ".docx": in_word,
}
SPOKEN = [suffix for suffix in WRITERS if suffix != ".pdf"]  # the fonts of every PDF know Latin letters only


def read(tmp_path: Path, suffix: str, *paragraphs: str) -> Article:
    path = tmp_path / f"article{suffix}"
    path.write_bytes(WRITERS[suffix](*paragraphs))
    (article,) = files.articles(path, language="nl")
    return article


@pytest.mark.parametrize("suffix", WRITERS)
def test_one_word_is_an_article_of_that_name(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, "Brood")
    assert article.title == "Brood"
    # No word tells, so it is the one we speak; a Word document states one.
    assert article.language == ("en-US" if suffix == ".docx" else "nl")


@pytest.mark.parametrize("suffix", WRITERS)
def test_only_a_title_is_told_once_as_title_and_once_as_text(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, "Bread that waits for you")
    assert article.title == "Bread that waits for you"
    assert everything(article).count("waits") >= 2


@pytest.mark.parametrize("suffix", SPOKEN)
def test_key_points_alone_are_an_article(tmp_path: Path, suffix: str) -> None:
    article = read(tmp_path, suffix, "💡 Dough that rests tastes better.", "💡 A paper bag keeps a crust crisp.")
    assert [point.text for point in article.key_points] == [
        "Dough that rests tastes better.",
        "A paper bag keeps a crust crisp.",
    ]


@pytest.mark.parametrize("suffix", SPOKEN)
def test_a_bulb_alone_is_no_article(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(SourceError, match=r"holds no (?:article text|entries with text)\."):
        read(tmp_path, suffix, "💡", "💡")


@pytest.mark.parametrize("suffix", SPOKEN)
def test_five_hundred_key_points_are_five_hundred(tmp_path: Path, suffix: str) -> None:
    points = [f"💡 Bed {number} wants water." for number in range(500)]
    article = read(tmp_path, suffix, "A large garden", "It has many beds, and each of them wants something.", *points)
    assert [point.text for point in article.key_points] == [f"Bed {number} wants water." for number in range(500)]


@pytest.mark.parametrize("suffix", SPOKEN)
@pytest.mark.parametrize(
    ("language", "title", "prose", "point"),
    [
        (
            "ar",
            "حديقة صغيرة",
            "الحديقة الصغيرة تحتاج إلى الماء والشمس وقليل من الوقت كل يوم.",
            "اسقِ الجذور لا الأوراق.",
        ),
        ("he", "גינה קטנה", "גינה קטנה צריכה מים ושמש וקצת זמן בכל יום.", "השקו את השורשים ולא את העלים."),
        ("zh", "小花园", "小花园每天都需要水、阳光和一点时间。土壤是活的，它也要吃东西。", "浇根，不要浇叶子。"),
        ("ja", "小さな庭", "小さな庭には、毎日、水と光と少しの時間が必要です。", "葉ではなく根に水をやりましょう。"),
    ],
)
def test_a_script_of_its_own_is_read_as_such(
    tmp_path: Path, suffix: str, language: str, title: str, prose: str, point: str
) -> None:
    article = read(tmp_path, suffix, title, prose, f"💡 {point}")
    assert article.title == title
    assert article.language == language
    assert [one.text for one in article.key_points] == [point]
    assert prose in everything(article)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_latin_1_is_read_where_nothing_says_so(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(
        WRITERS[suffix]("Crème brûlée", "À Noël, la crème brûle et l'été paraît loin.").decode().encode("latin-1")
    )
    (article,) = files.articles(path)
    assert article.title == "Crème brûlée"
    assert "À Noël, la crème brûle et l'été paraît loin." in everything(article)


@pytest.mark.parametrize(("suffix", "count"), [(".txt", 10_000), (".md", 2_000), (".html", 2_000), (".xml", 2_000)])
def test_five_megabytes_of_text_or_one_in_markup_take_no_long_time(tmp_path: Path, suffix: str, count: int) -> None:
    prose = "A garden wants water, and time, and little else, and so it goes from year to year. " * 6
    started = time.process_time()
    article = read(tmp_path, suffix, "A long garden", *[prose.strip()] * count)
    assert everything(article).count("garden wants") >= 6 * count
    assert time.process_time() - started < 60


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".xml", ".json", ".pdf", ".docx"])
def test_a_folder_with_the_name_of_an_article_is_a_folder(tmp_path: Path, suffix: str) -> None:
    (tmp_path / f"a{suffix}").mkdir()
    with pytest.raises(SourceError, match="holds no articles"):
        files.articles(tmp_path / f"a{suffix}")


def a_folder_with_a_link(tmp_path: Path, target: str) -> tuple[Path, Found]:
    (tmp_path / "bread.txt").write_text("Bread\n\nBread needs time, and time is free.\n")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    return link, files.read(tmp_path)


@pytest.mark.parametrize("target", ["link.md", "gone.md"])
def test_a_link_in_a_circle_or_to_nothing_is_told_and_the_others_are_read(tmp_path: Path, target: str) -> None:
    link, found = a_folder_with_a_link(tmp_path, target)
    assert [article.title for article in found.articles] == ["Bread"]
    assert [piece.text for piece in found.dropped] == [
        f"{link} is a link that leads nowhere. Make it anew, or remove it."
    ]
    with pytest.raises(SourceError, match="a link that leads nowhere"):
        files.articles(link)


def test_a_folder_that_links_to_itself_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    _, found = a_folder_with_a_link(tmp_path, "bread.txt")
    assert len(found.articles) == 2
