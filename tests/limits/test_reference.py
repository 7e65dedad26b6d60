"""X's own cases, every one that says how a post is counted or read: twitter-text's, which stay outside the project."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.limits import fits, hashtags, measure, mentions, urls
from pipeline.limits.links import Span

pytestmark = pytest.mark.shared

Find = Callable[[str], list[Span]]
WRITTEN: dict[str, Find] = {"urls": urls, "tco_urls_with_params": urls, "country": urls, "generic": urls}
NAMED: dict[str, Find] = {"hashtags": hashtags, "hashtags_from_astral": hashtags, "mentions": mentions}
PLACED: dict[str, Find] = {
    "urls_with_indices": urls,
    "urls_with_directional_markers": urls,
    "hashtags_with_indices": hashtags,
    "mentions_with_indices": mentions,
    "mentions_or_lists_with_indices": mentions,
}
OTHERS = {"replies", "usernames", "lists"}
NOT_OURS = {
    "cashtags",  # `$NAME` weighs what it has, and no post of ours is about shares
    "cashtags_with_indices",
    "tweets",  # of 140 characters, as they were until 2017
    "urls_without_protocol",  # with `urls` of validate.yml: whether RFC 3986 knows them, not whether X links them
}


def groups(shared: Path, file: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = yaml.safe_load(
        (shared / "conformance" / "twitter-text" / file).read_text("utf-8")
    )["tests"]
    assert all(found.values())
    return found


def cases(shared: Path, group: str) -> list[dict[str, Any]]:
    return (groups(shared, "extract.yml") | groups(shared, "tlds.yml"))[group]


def test_no_group_of_cases_is_forgotten(shared: Path) -> None:
    there = {group for file in ("extract.yml", "tlds.yml", "validate.yml") for group in groups(shared, file)}
    assert {group for group in there if "Counter" not in group} == {*WRITTEN, *NAMED, *PLACED, *OTHERS, *NOT_OURS}


def test_x_weighs_as_its_reference_does(shared: Path) -> None:
    counted = {name: found for name, found in groups(shared, "validate.yml").items() if "Counter" in name}
    # An older group, from when emoji counted in full: where both have a text, the newer says what it weighs.
    older = counted.pop("WeightedTweetsCounterTest")
    current = [case for group in counted.values() for case in group]
    known = {case["text"] for case in current}
    wrong = [
        (case["description"], measure("x", case["text"]), fits("x", case["text"]))
        for case in (*current, *(case for case in older if case["text"] not in known))
        if (measure("x", case["text"]), fits("x", case["text"]))
        != (case["expected"]["weightedLength"], case["expected"]["valid"])
    ]
    assert wrong == []


@pytest.mark.parametrize("group", WRITTEN)
def test_x_links_what_its_reference_links(shared: Path, group: str) -> None:
    found = [
        (case, [case["text"][slice(*span)] for span in WRITTEN[group](case["text"])]) for case in cases(shared, group)
    ]
    assert [(case["description"], links) for case, links in found if links != case["expected"]] == []


@pytest.mark.parametrize("group", NAMED)
def test_hashtags_and_mentions_are_those_of_the_reference(shared: Path, group: str) -> None:
    found = [
        (case, [case["text"][start + 1 : end] for start, end in NAMED[group](case["text"])])
        for case in cases(shared, group)
    ]
    assert [(case["description"], names) for case, names in found if names != case["expected"]] == []


@pytest.mark.parametrize("group", PLACED)
def test_all_lie_where_the_reference_has_them(shared: Path, group: str) -> None:
    found = [(case, PLACED[group](case["text"])) for case in cases(shared, group)]
    assert [
        (case["description"], spans)
        for case, spans in found
        if spans != [tuple(one["indices"]) for one in case["expected"]]
    ] == []


def test_a_reply_begins_with_a_mention(shared: Path) -> None:
    for case in cases(shared, "replies"):
        text = case["text"]
        start, end = next(iter(mentions(text)), (0, 0))
        assert (None if text[:start].strip() else text[start + 1 : end] or None) == case["expected"], case[
            "description"
        ]


@pytest.mark.parametrize(("group", "find"), [("hashtags", hashtags), ("usernames", mentions), ("lists", mentions)])
def test_what_is_valid_is_found_as_a_whole(shared: Path, group: str, find: Find) -> None:
    for case in groups(shared, "validate.yml")[group]:
        text = case["text"]
        whole = find(text) == [(0, len(text))] and (group != "lists" or "/" in text)
        assert whole == case["expected"], case["description"]
