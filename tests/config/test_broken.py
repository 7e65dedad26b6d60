from __future__ import annotations

import traceback
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from pipeline.config.reading import parse
from pipeline.config.yaml_mistakes import Unreadable
from pipeline.config.yaml_places import document
from pipeline.errors import ConfigError
from tests.config.builders import BRAND

CANARY = "canary-5f1c0de"


class Case(NamedTuple):
    title: str
    text: str
    message: str


def cases() -> list[Case]:
    blocks = (Path(__file__).parent / "broken.txt").read_text(encoding="utf-8").split("\n=== ")[1:]
    found = []
    for block in blocks:
        title, _, rest = block.partition("\n")
        text, _, message = rest.partition("\n--->\n")
        found.append(Case(title, text.replace("BRAND", BRAND).replace("⇥", "\t"), message.rstrip("\n")))
    return found


def message_for(text: str, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(ConfigError) as caught:
        parse(text, "config.yaml", Path(), environ or {})
    return str(caught.value)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_a_mistake_is_told_with_line_key_and_remedy(case: Case) -> None:
    assert message_for(case.text) == case.message


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_lines_end_as_on_windows_too(case: Case) -> None:
    assert message_for(case.text.replace("\n", "\r\n")) == case.message


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_the_parser_in_python_complains_about_the_same_line(case: Case) -> None:
    """PyYAML built without libyaml must do as well."""
    said: list[tuple[int, str] | None] = []
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        try:
            document(case.text, loader)
            said.append(None)
        except Unreadable as error:
            said.append((error.line, error.words))
    assert said[0] == said[1]


def test_every_case_has_a_title_of_its_own() -> None:
    titles = [case.title for case in cases()]
    assert len(titles) > 80
    assert len(set(titles)) == len(titles)


def test_at_most_ten_mistakes_are_told_in_the_order_of_the_file() -> None:
    lines = message_for(
        f"{BRAND}\nsources:\n" + "".join(f"  s{number}: {{fed: x}}\n" for number in range(100))
    ).splitlines()
    assert [line.split(",")[1] for line in lines[:-1]] == [f" line {number}" for number in range(3, 13)]
    assert lines[-1] == "config.yaml: and 90 more."


WITH_SECRET = [
    "api_key: [${KEY}]",
    "api_key: {a: ${KEY}}",
    "apikey: ${KEY}",
    "list: [${KEY}]",
    "base_url: ${KEY}",
    "reply_to: ${KEY}",
    "type: ${KEY}",
    "most: ${KEY}",
    "at: ${KEY}",
    "days: [${KEY}]",
    "timezone: ${KEY}",
    "from: ${KEY}",
    "send_with: ${KEY}",
    "quiet: ${KEY}",
    "never: ${KEY},${KEY}",
    "allow_private: ${KEY}",
    "colors: {main: ${KEY}}",
    "rights: ${KEY}",
]
PLACES = [
    "channels: {mail: {type: mailchimp, list: A, api_key: x, %s}}",
    "voice: {hashtags: {%s}}",
    "social: {%s}",
    "social: {networks: {x: {%s}}}",
    "sources: {blog: {folder: a, %s}}",
    "newsletters: {weekly: {from: a, %s}}",
    "care: {%s}",
    "channels: {mail: {%s}}",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line", WITH_SECRET)
def test_what_is_filled_in_is_never_told(line: str, place: str) -> None:
    quoted = line.replace("${KEY}", '"${KEY}"').replace('","', ",")
    with pytest.raises(ConfigError) as caught:
        parse(f"{BRAND}\n{place % quoted}\n", "config.yaml", Path(), {"KEY": CANARY})
    assert CANARY not in "".join(traceback.format_exception(caught.value))


LITERAL = [
    f"api_key:{CANARY}",
    f"api_key: @{CANARY}",
    f"api_key: *{CANARY}",
    f"api_key: &{CANARY} x",
    f"api_key: !{CANARY} x",
    f'api_key: "{CANARY}',
    f"api_key: {CANARY}: x",
    f"api_key: [{CANARY}]",
    f"apikey: {CANARY}",
    f'api_key: "${{{CANARY}}}"',
    f'api_key: "{CANARY}\\0"',
    f"api_key\t{CANARY}",
    f"api_key {CANARY}",
]


@pytest.mark.parametrize("line", LITERAL)
def test_a_key_written_into_the_file_is_not_repeated_either(line: str) -> None:
    text = f"{BRAND}\nchannels:\n  mail:\n    {line}\n"
    with pytest.raises(ConfigError) as caught:
        parse(text, "config.yaml", Path(), {})
    assert CANARY not in "".join(traceback.format_exception(caught.value))
    braces = f"{BRAND}\nchannels:\n  mail: {{type: mailchimp, {line}}}\n"
    with pytest.raises(ConfigError) as caught:
        parse(braces, "config.yaml", Path(), {})
    assert CANARY not in "".join(traceback.format_exception(caught.value))
