"""Addresses in what we send."""

from __future__ import annotations

import pytest

from pipeline.compose.links import with_utm


def tracked(url: str) -> str:
    return with_utm(url, source="weekly", medium="email", campaign="2026-W47")


def test_a_web_address_is_told_where_the_click_came_from() -> None:
    assert tracked("https://bakery.example/bread?page=2#crust") == (
        "https://bakery.example/bread?page=2&utm_source=weekly&utm_medium=email&utm_campaign=2026-W47#crust"
    )


def test_what_an_address_says_of_itself_stays() -> None:
    assert tracked("https://bakery.example/?utm_source=rss").startswith(
        "https://bakery.example/?utm_source=rss&utm_medium=email"
    )


@pytest.mark.parametrize("url", ["mailto:ask@bakery.example?subject=Bread", "tel:+31201234567", "#top", ""])
def test_what_is_no_web_address_stays_as_it_is(url: str) -> None:
    assert tracked(url) == url


def test_a_parameter_that_says_nothing_is_not_added() -> None:
    assert with_utm("https://bakery.example/", source="x", medium="social", campaign="") == (
        "https://bakery.example/?utm_source=x&utm_medium=social"
    )
