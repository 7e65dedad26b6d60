"""Citation markers: what they name, which numbers they mean, and references as people name them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.language import citations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest helps (Sand et al., 2019).", ["Sand et al., 2019"]),
        ("Rest helps (Sand & Rye, 2019; Oat, 2020).", ["Sand & Rye, 2019", "Oat, 2020"]),
        ("Rust helpt (zie van der Rogge, 2019, p. 12).", ["van der Rogge, 2019"]),
        ("Ruhe hilft (vgl. Sand 2019: 12–14).", ["Sand, 2019"]),
        ("Rest helps (in spring, or later).", []),
        ("Rest helps [Sand et al., 2019].", ["Sand et al., 2019"]),
        ("Rest helps [sic] (Mill School, 2020).", ["Mill School, 2020"]),
    ],
)
def test_a_marker_names_its_sources(text: str, expected: list[str]) -> None:
    assert citations.references(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rest helps (Sand, 2019).", "Rest helps."),
        ("Rest helps [Sand, 2019; Rye, 2020].[3]", "Rest helps."),
        ("Rest helps [sic] (always).", "Rest helps [sic] (always)."),
    ],
)
def test_a_text_without_its_markers_keeps_its_asides(text: str, expected: str) -> None:
    assert citations.without_citations(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("It rests.[2]", [2]), ("It rests [2, 4–6].", [2, 4, 5, 6]), ("It rests [7-3].", []), ("It rests (2).", [])],
)
def test_each_number_of_a_marker_counts(text: str, expected: list[int]) -> None:
    assert list(citations.numbered(text)) == expected


def test_a_marker_of_many_numbers_is_read_in_part() -> None:
    assert len(list(citations.numbered("[1-99999999]"))) < 50


REFERENCES = [
    ("Sand, A. (2019). Dough that rests.", "Sand, 2019"),
    ("Sand, A., & Rye, B.-C. (2019). Dough.", "Sand & Rye, 2019"),
    ("Sand, A., Rye, B. en Oat, C. (2019). Deeg, 1990–2018.", "Sand et al., 2019"),
    ("Sand, A., et al. (2019). Dough.", "Sand et al., 2019"),
    ("van der Rogge, J. (2019). Deeg.", "van der Rogge, 2019"),
    ("Sand A, Rye B. Dough and rest. J Mill. 2019;4:12-20.", "Sand & Rye, 2019"),
    ("Oat C. Taste. Mill Press; 2020.", "Oat, 2020"),
    ("Müller, K. und Sand, A. (2018a). Teig.", "Müller & Sand, 2018"),
    ("Mill School (2020). How dough rests.", "Mill School, 2020"),
    ("“How dough rests,” Mill School, 2022.", "“How dough rests,” Mill School, 2022"),
    ("A page about " + "dough " * 30, ""),
]


@pytest.mark.parametrize(("reference", "name"), REFERENCES)
def test_a_reference_is_named_as_people_do(reference: str, name: str) -> None:
    assert citations.name_of(reference) == name


def test_a_source_is_listed_under_its_own_name_only() -> None:
    listed = ["Sanderson, A. (2019). Dough.", "van der Rogge, J. (2020). Deeg."]
    assert citations.is_listed("van der Rogge, 2020", listed)
    assert not citations.is_listed("Sand, 2019", listed)
    assert not citations.is_listed("Sanderson, 2018", listed)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Rest helps (Sand, 2019).", True),
        ("Rest helps.[1]", True),
        ("Rest (Sand, 2019) helps.", False),
        ("Rest helps (always).", False),
        ("Rest helps (Sand, 2019) (always).", False),
    ],
)
def test_only_punctuation_follows_a_marker_that_ends_a_text(text: str, ends: bool) -> None:
    assert citations.ends_with_citation(text) is ends


@given(st.text(alphabet="([1,–-])A. 2019;&", max_size=60))
def test_no_text_breaks_them(text: str) -> None:
    assert text.startswith(citations.opening_citations(text))
    citations.name_of(text)
    list(citations.numbered(text))
