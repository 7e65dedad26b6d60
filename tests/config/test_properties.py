"""Whatever stands in config.yaml, it loads or gives one clear message."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config.reading import parse, read
from pipeline.config.schema import all_keys, schema
from pipeline.config.shape import Config
from pipeline.errors import ConfigError
from tests.config.builders import BRAND, ROOT

SHIPPED = (ROOT / "config.yaml").read_text(encoding="utf-8")
KEYS = sorted({key for _, key in all_keys(schema())} | {"x", "weekly", "outbox", "blog"})
SIGNS = st.sampled_from(list(":-#{}[]&*!|>'\"%@`,?\t\n\r $~\\é💡\x00\x85\u2028\ufeff"))
WORDS = st.sampled_from(
    ["no", "10:30", "#1F5F5B", "${KEY}", "2027-05-04", "health", "mailchimp", "monday", "3 weeks", "/a", "99"]
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | WORDS | st.text(max_size=8)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner, max_size=4)
    ),
    max_leaves=12,
)


def loads_or_tells(text: str) -> None:
    try:
        assert isinstance(parse(text, "config.yaml", Path(), {"KEY": "value"}), Config)
    except ConfigError as error:
        lines = str(error).splitlines()
        assert 1 <= len(lines) <= 11
        assert all(re.match(r"config\.yaml(, line [1-9][0-9]*)?(, .*)?: .+[.?]$", line) for line in lines), lines


@given(st.text())
@settings(deadline=None)
def test_any_text_loads_or_is_told(text: str) -> None:
    loads_or_tells(text)


@given(st.lists(SIGNS | st.sampled_from(["a", "key: ", "- "]), max_size=30).map("".join))
@settings(deadline=None)
def test_any_heap_of_yaml_signs_loads_or_is_told(text: str) -> None:
    loads_or_tells(text)
    loads_or_tells(f"{BRAND}\n{text}")


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_the_shipped_file_with_a_slip_of_the_finger_loads_or_is_told(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SHIPPED)))
    gone = data.draw(st.integers(0, 12))
    loads_or_tells(SHIPPED[:at] + data.draw(SIGNS | st.text(max_size=3)) + SHIPPED[at + gone :])


@given(st.dictionaries(st.sampled_from(KEYS), TREES, max_size=5))
@settings(max_examples=200, deadline=None)
def test_any_keys_with_any_values_load_or_are_told(tree: dict[str, object]) -> None:
    whole = {"brand": {"name": "A", "site": "https://a.example", "email": "a@a.example", "postal_address": "A"}} | tree
    loads_or_tells(yaml.safe_dump(whole, allow_unicode=True, sort_keys=False))


@given(st.binary())
@settings(deadline=None)
def test_any_bytes_load_or_are_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "config.yaml"
    path.write_bytes(content)
    with pytest.raises(ConfigError):  # no heap of bytes has a whole brand in it
        read(path, {})


@given(
    st.text(
        alphabet=st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="$\u2028\u2029\ufeff")
    )
)
@settings(deadline=None)
def test_a_text_in_quotes_is_read_as_it_is(notice: str) -> None:
    quoted = "'" + notice.replace("'", "''") + "'"
    assert parse(f"{BRAND}\ncare: {{notice: {quoted}}}", "config.yaml", Path(), {}).care.notice == notice.strip()
