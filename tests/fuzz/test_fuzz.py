"""A few seconds of what `make fuzz` does for minutes, always the same; and that the judge sees what is wrong."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from pipeline.errors import SourceError
from pipeline.ingest.files import Found
from tests.fuzz.forms import FORMS, Case, Form
from tests.fuzz.judging import judged, reading
from tests.fuzz.running import run

_CASES = {"pdf": 14, "docx": 6}
TEXT = FORMS[0]
SOIL = Case(b"Soil\n\nSoil is alive, and it wants to be fed.\n", ["Soil", "is", "alive", "fed"])


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_made_up_input_is_read_or_refused_in_one_sentence_and_no_word_is_lost(form: Form) -> None:
    tally = run(form, seconds=600, start=2026, most=_CASES.get(form.name, 60))
    assert [verdict.wrong for verdict, _ in tally.failures.values()] == []
    assert tally.cases >= 2 * tally.refused > 0


def test_the_judge_finds_nothing_wrong_with_a_good_reading() -> None:
    assert judged(SOIL, TEXT).wrong is None


def test_the_judge_misses_a_word_that_a_reader_loses() -> None:
    def careless(source: bytes, form: Form) -> Found:
        return reading(source.replace(b"alive", b""), form)

    assert judged(SOIL, TEXT, careless).wrong == "lost words: 1, alive"


def test_the_judge_tells_an_error_that_is_no_answer() -> None:
    def broken(source: bytes, form: Form) -> Found:
        raise KeyError(form.name)

    assert judged(SOIL, TEXT, broken).kind == "KeyError in broken"


def test_the_judge_wants_an_answer_of_one_line() -> None:
    def chatty(source: bytes, form: Form) -> Found:
        raise SourceError("It is broken.\nMend it.")

    assert judged(SOIL, TEXT, chatty).kind == "unclear answer"


def test_the_judge_measures_the_time_of_the_processor() -> None:
    def slow(source: bytes, form: Form) -> Found:
        until = time.process_time() + 0.6
        while time.process_time() < until:
            pass
        return reading(source, form)

    assert judged(SOIL, TEXT, slow).kind == "too slow"


def test_a_failure_is_kept_with_an_input_that_has_nothing_beside_it() -> None:
    def careless(source: bytes, form: Form) -> Found:
        return reading(source.replace(b"zwi", b"zw"), form)

    tally = run(replace(TEXT, name="careless"), seconds=600, start=1, most=4, read=careless)
    smallest = min((case.source.decode() for _, case in tally.failures.values()), key=len)
    assert "zwi" in smallest
    assert len(smallest) < 10
