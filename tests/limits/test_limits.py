"""What each network allows in a post, and why a text does not fit."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given

from pipeline.limits import LIMITS, fits, limit, measure, problems, share
from pipeline.model import Network
from tests.limits.texts import FAMILY, posts

NETWORKS: tuple[Network, ...] = get_args(Network)


def test_every_network_has_its_row() -> None:
    assert set(LIMITS) == set(NETWORKS)


@pytest.mark.parametrize("network", NETWORKS)
def test_a_text_fits_up_to_the_limit_and_not_beyond(network: Network) -> None:
    full = "a" * limit(network)
    assert fits(network, full)
    assert not fits(network, full + "a")
    assert problems(network, full + "aaa")[0].endswith(f"and this text has {limit(network) + 3}: remove 3.")


@pytest.mark.parametrize("network", NETWORKS)
def test_what_no_network_takes(network: Network) -> None:
    assert problems(network, " \n") == (f"{LIMITS[network].name} takes no empty text: write something.",)
    assert "U+D83D" in problems(network, "half a lamp: \ud83d")[0]


def test_a_dutch_text_with_a_long_link_fits_x() -> None:
    link = "https://voorbeeld.nl/slaap?utm_source=x&utm_medium=social&utm_campaign=" + "week" * 60
    text = f"Wie elke dag tien minuten niets doet, slaapt beter. {link}"
    assert len(text) > limit("x")
    assert measure("x", text) == 75
    assert fits("x", text)


def test_x_refuses_three_characters() -> None:
    assert problems("x", "\ufeffa") == ("X refuses the invisible character U+FEFF: remove it.",)
    assert fits("bluesky", "\ufeffa")


def test_bluesky_also_limits_bytes() -> None:
    text = FAMILY * 125  # 25 bytes each
    assert measure("bluesky", text) == 125
    assert problems("bluesky", text) == ("Bluesky takes at most 3000 bytes, and this text has 3125: remove 125.",)


def test_threads_takes_five_different_links() -> None:
    five = " ".join(f"https://voorbeeld.nl/{number}" for number in range(5))
    assert fits("threads", f"{five} https://voorbeeld.nl/0")
    assert problems("threads", f"{five} www.voorbeeld.nl") == (
        "Threads takes at most 5 different links, and this text has 6: remove 1.",
    )


def test_instagram_takes_five_hashtags() -> None:
    five = "#rust #slaap #stress #rust #zorg"
    assert fits("instagram", f"{five} https://voorbeeld.nl/#deel in C# of F#.")
    assert problems("instagram", f"{five} #herstel") == (
        "Instagram takes at most 5 hashtags, and this text has 6: remove 1.",
    )


@given(posts)
def test_a_text_fits_just_where_its_share_is_at_most_one(text: str) -> None:
    for network in NETWORKS:
        too_much = [problem for problem in problems(network, text) if "takes at most" in problem]
        assert bool(too_much) == (share(network, text) > 1)
