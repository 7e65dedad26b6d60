"""Addresses: absolute ones come out, and what no program can read is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.ingest.links import absolute

PAGE = "https://garden.example/soil/"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/roots", "https://garden.example/roots"),
        ("deep", "https://garden.example/soil/deep"),
        (" https://seed.example/a?b=1 ", "https://seed.example/a?b=1"),
        ("//seed.example/a", "https://seed.example/a"),
        ("http://[x", None),
        ("https://seed.example:port/", None),
        ("https://:80/", None),
        ("mailto:a@b.example", None),
        ("javascript:alert(1)", None),
        ("data:image/gif;base64,R0", None),
    ],
)
def test_an_address_is_absolute_or_none(href: str, address: str | None) -> None:
    assert absolute(PAGE, href) == address


def test_without_a_page_only_absolute_addresses_count() -> None:
    assert absolute(None, "/roots") is None
    assert absolute(None, "https://seed.example/") == "https://seed.example/"


@given(st.text("htps:/[]@%.:#?x \t\n", max_size=20), st.text("htps:/[]@%.:#?x", max_size=20))
def test_no_address_fails(base: str, href: str) -> None:
    found = absolute(base, href)
    assert found is None or found.startswith(("http:", "https:"))
