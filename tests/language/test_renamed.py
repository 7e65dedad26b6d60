"""Portuguese too, and in company; the wording of each language is tested where notices are read."""

from __future__ import annotations

import pytest

from pipeline.language.renamed import says_names_changed, says_renamed


@pytest.mark.parametrize(
    "text",
    [
        "Os nomes foram alterados.",
        "She bakes. Her name has been changed.",
        "Note: names changed.",
        "Names of teachers and towns were changed.",
        "The names have all been changed.",
        "De namen in dit verhaal zijn fictief.",
    ],
)
def test_a_sentence_is_enough(text: str) -> None:
    assert says_renamed(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Names matter. Times have changed.",
        "He told me over a second cup that at the registry all names had been changed.",
        "The names of towns were changed.",
        "“The names were changed,” she said.",
    ],
)
def test_what_tells_of_names_alone_is_not(text: str) -> None:
    assert not says_renamed(text)


@pytest.mark.parametrize("text", ["Their names have since been changed.", "Namen: alle gewijzigd."])
def test_of_a_notice_less_is_enough(text: str) -> None:
    assert says_names_changed(text)
    assert not says_renamed(text)
