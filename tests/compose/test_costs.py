"""What posts on X cost is told before they go out."""

from __future__ import annotations

from decimal import Decimal

from pipeline.compose import costs
from pipeline.model import Network, Post


def a_post(text: str, network: Network = "x") -> Post:
    return Post(network, text, None, "tests:bread", "en")


def test_a_post_with_a_link_costs_more_than_one_without() -> None:
    assert costs.of([a_post("Bread likes rest.")]) == Decimal("0.015")
    assert costs.of([a_post("Bread likes rest. bakery.nl/bread")]) == Decimal("0.20")
    assert costs.of([a_post("Bread."), a_post("https://bakery.nl")]) == Decimal("0.215")


def test_only_x_charges() -> None:
    assert costs.of([a_post("https://bakery.nl", "mastodon")]) == 0
    assert costs.told([a_post("https://bakery.nl", "mastodon")], "x") == []


def test_the_sum_both_prices_and_the_way_without_links_are_told() -> None:
    (finding,) = costs.told([a_post("Bread."), a_post("https://bakery.nl")], "x")
    assert finding.message == (
        "Sent by a program, 2 posts cost $0.215 on X. With a link each is $0.20, without one $0.015."
    )
    assert "links: no" in finding.remedy
    assert finding.severity == "note"


def test_without_links_only_the_sum_is_told() -> None:
    (finding,) = costs.told([a_post("Bread.")], "x")
    assert finding.message == "Sent by a program, 1 post costs $0.015 on X."
    assert "links" not in finding.remedy
