"""Python looks for garbage again as soon as something is read, whatever became of it."""

from __future__ import annotations

import gc

import pytest

from pipeline.errors import SourceError
from pipeline.ingest import feeds, markdown
from pipeline.ingest.garbage import uncollected


def test_nothing_is_looked_for_while_reading_and_all_of_it_after() -> None:
    with uncollected():
        assert not gc.isenabled()
        with uncollected():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_cannot_be_read_changes_nothing() -> None:
    with pytest.raises(SourceError):
        feeds.read(b"no feed", "test")
    with pytest.raises(SourceError):
        markdown.read("---\n: [\n---\n")
    assert gc.isenabled()


def test_who_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        markdown.read("# Soil\n\nText.")
        assert not gc.isenabled()
    finally:
        gc.enable()
