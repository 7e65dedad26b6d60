from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pipeline.config.schema import schema
from tests.config.builders import BRAND, ROOT


def complaints(text: str) -> list[str]:
    # As editors read it: YAML 1.2, in which a date and `no` are texts; only numbers and true and false are not.
    tree = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- makes nothing but texts
    return [error.message for error in Draft202012Validator(schema()).iter_errors(_numbers(tree))]


def _numbers(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _numbers(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_numbers(inner) for inner in value]
    return int(value) if isinstance(value, str) and value.isdigit() else value


def groups(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        if "properties" in part:
            yield part
        for inner in part.values():
            yield from groups(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from groups(inner)


def test_it_is_a_schema_of_2020_12() -> None:
    assert schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema())


def test_it_takes_the_shipped_file() -> None:
    assert complaints((ROOT / "config.yaml").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "text",
    [
        "newsletter: {}",
        "folder: x",
        "social: {posts_per_article: three}",
        "social: {networks: {linkdin: {}}}",
        "social: {networks: {x: {at: noon}}}",
        "social: {spread_over: 3}",
        "social: {quiet: [someday]}",
        "channels: {a: {type: pigeon}}",
        "channels: {a: {type: mailchimp, list: b}}",
        "newsletters: {weekly: {sources: [blog]}}",
    ],
)
def test_it_refuses_what_we_refuse(text: str) -> None:
    assert complaints(f"{BRAND}\n{text}\n")


def test_it_describes_every_group_and_key() -> None:
    found = list(groups(schema()))
    assert len(found) > 10
    assert all(group["description"] and "Attributes" not in group["description"] for group in found)
    assert all(key.get("description") for group in found for key in group["properties"].values())


def test_keys_are_named_as_they_are_written() -> None:
    names = {key for group in groups(schema()) for key in group["properties"]}
    assert {"from", "as"} <= names
    assert not {"sources_", "forms", "folder_"} & names


def test_defaults_are_shown_as_they_are_written() -> None:
    definitions = schema()["$defs"]
    assert definitions["NetworkPlan"]["properties"]["at"]["default"] == "09:00"
    assert definitions["Social"]["properties"]["spread_over"]["default"] == "3 weeks"
    assert all(
        Draft202012Validator({**key, "$defs": definitions}).is_valid(key["default"])
        for group in groups(schema())
        for key in group["properties"].values()
        if "default" in key
    )


def test_secrets_are_texts() -> None:
    assert schema()["$defs"]["MailchimpChannel"]["properties"]["api_key"]["type"] == "string"
