"""Templates that people wrote: whatever is wrong with one is told in a sentence, with its place, and soon."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from pipeline.compose import templates, words
from pipeline.errors import TemplateError

ENDLESS = "{% macro again() %}{{ again() }}{% endmacro %}\n{{ again() }}"


def rendered(folder: Path, *, letter: str | bytes = "", **parts: str) -> str:
    """What `own/letter.html` writes, beside which lie `parts`."""
    own = folder / "templates" / "own"
    own.mkdir(parents=True)
    (own / "letter.html").write_bytes(letter if isinstance(letter, bytes) else letter.encode())
    for name, text in parts.items():
        (own / f"{name}.html").write_text(text, encoding="utf-8")
    return templates.render(
        templates.environment(folder), "own/letter.html", {"numbers": [1, 2], "words": words.load("en")}
    )


@pytest.mark.parametrize(
    ("letter", "said"),
    [
        ("\n{{ 1 / 0 }}", "line 2: it divides by zero"),
        (ENDLESS, "line 1: it calls or includes itself without end"),
        ("\n{{ 'a' * 10 ** 11 }}", "line 2: this makes a text of more than 1,000,000 characters"),
        ("{{ 7 ** (10 ** 9) }}", "line 1: this makes a text of more than"),
        ("{{ numbers * 10 ** 9 }}", "line 1: this makes a text of more than"),
        ("\n\n{{ '%999999999d'|format(1) }}", "line 3: this makes a text of more than"),
        ("{{ '%999999999d' % 1 }}", "line 1: this makes a text of more than"),
        ("{{ '{:999999999}'.format(1) }}", "line 1: this makes a text of more than"),
        ("{{ 'a'.ljust(10 ** 10) }}", "line 1: this makes a text of more than"),
        ("{{ 'a'|center(10 ** 10) }}", "line 1: this makes a text of more than"),
        ("{% for a in range(90000) %}{{ 'ab' * 900 }}{% endfor %}", "line 1: it writes more than 10,000,000"),
        (
            "\n{% for a in range(90000) %}{% for b in range(90000) %}{% endfor %}{% endfor %}",
            "line 2: its loops take more than 1,000,000 steps",
        ),
        (
            "{% for a in 'a' * 9999 %}{% for b in 'b' * 9999 %}{% endfor %}{% endfor %}",
            "line 1: its loops take more than",
        ),
        ("<p>\n{{ '\\ud800' }}", "line 2: U+D800 is half a character"),
        ("{{ numbers|nothing }}", "line 1: there is no filter “nothing”"),
        (
            "\n{% if numbers %}\n{{ 'a'|upercase }}{% endif %}",
            "line 3: there is no filter “upercase”. Did you mean `upper`?",
        ),
        ("\n\n{{ words.readon }}", "line 3: templates/words.yaml, en: readon is missing. Did you mean `read_on`?"),
        ("\n{{ words.zzqq }}", "line 2: templates/words.yaml, en: zzqq is missing. Add a line"),
        ("{{ '%d'|format('a') }}", "line 1: %d format"),
        ("é\n".encode() + b"caf\xe9", "line 2: this is not text in UTF-8. Save it as UTF-8."),
        ("{% include 'own/letter.html' %}", "line 1: templates stand more than 50 deep within each other"),
        ("{% extends 'own/letter.html' %}", "line 1: it calls or includes itself without end"),
    ],
)
def test_what_is_wrong_is_told_with_file_and_line(tmp_path: Path, letter: str | bytes, said: str) -> None:
    started = time.monotonic()
    with pytest.raises(TemplateError) as caught:
        rendered(tmp_path, letter=letter)
    told = str(caught.value).removeprefix("templates/own/letter.html, ")
    if said.startswith("line 1: it writes"):  # a piece that was written is behind us
        told = told.replace("templates/own/letter.html: ", "line 1: ")
    assert told.startswith(said)
    assert time.monotonic() - started < 5


def test_steps_of_loops_in_macros_and_parts_are_counted_together(tmp_path: Path) -> None:
    part = "{% macro go() %}{% for a in range(90000) %}{% endfor %}{% endmacro %}"
    with pytest.raises(TemplateError, match=r"^templates/own/part\.html, line 1: its loops take more than 1,000,000"):
        rendered(
            tmp_path,
            letter="{% import 'own/part.html' as p %}{% for a in range(90000) %}{{ p.go() }}{% endfor %}",
            part=part,
        )


def test_a_loop_whose_steps_are_counted_knows_its_length_and_its_end(tmp_path: Path) -> None:
    letter = "{% for n in numbers %}{{ n }} of {{ loop.length }}{{ '.' if loop.last else ', ' }}{% endfor %}"
    assert rendered(tmp_path, letter=letter) == "1 of 2, 2 of 2."


def test_the_place_is_that_of_the_part(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"^templates/own/part\.html, line 2: it divides by zero"):
        rendered(tmp_path, letter="{% include 'own/part.html' %}", part="\n{{ 1 / 0 }}")


def test_a_part_that_includes_itself_is_told_though_its_letter_is_long(tmp_path: Path) -> None:
    long = "{% for number in range(2000) %}{{ number }}{% endfor %}{% include 'own/letter.html' %}"
    with pytest.raises(TemplateError, match=r"Does own/letter\.html include itself"):
        rendered(tmp_path, letter=long)


def test_a_template_larger_than_a_megabyte_is_refused(tmp_path: Path) -> None:
    with pytest.raises(
        TemplateError, match=r"own/letter\.html has 1,000,001 characters; a template may have 1,000,000"
    ):
        rendered(tmp_path, letter="a" * 1_000_001)


def test_a_folder_in_the_place_of_a_template_is_told_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "templates" / "own" / "part.html").mkdir(parents=True)
    with pytest.raises(TemplateError, match=r"templates/own/part\.html is a folder"):
        templates.render(templates.environment(tmp_path), "own/part.html", {})


def test_what_is_not_too_much_is_written(tmp_path: Path) -> None:
    letter = "{{ '-' * 3 }} {{ '%03d'|format(7) }} {{ '{:>3}'.format(8) }} {{ 2 ** 3 }} {{ 7 % 4 }} {{ 'a'.ljust(2) }}|"
    assert rendered(tmp_path, letter=letter) == "--- 007   8 8 3 a |"
