from __future__ import annotations

import re
from pathlib import Path

from pipeline.config.reading import parse, read
from pipeline.config.shape import NETWORKS, MailchimpChannel, OutboxChannel
from tests.config.builders import ROOT

SHIPPED = ROOT / "config.yaml"
TEXT = SHIPPED.read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^(\s*)# ([a-z-]+: .+)$", re.MULTILINE)


def test_it_loads_without_any_account() -> None:
    config = read(SHIPPED, {})
    assert all(isinstance(channel, OutboxChannel) for channel in config.channels.values())
    assert list(config.newsletters) == ["weekly", "english", "german"]
    assert set(config.social.networks) == set(NETWORKS)


def test_its_sources_lie_beside_it() -> None:
    config = read(SHIPPED, {})
    assert all((config.folder / (source.folder or "missing")).is_dir() for source in config.sources.values())


def test_what_it_shows_as_a_note_can_be_used_as_it_stands() -> None:
    examples = [match[2] for match in EXAMPLE.finditer(TEXT)]
    assert len(examples) == 7
    config = parse(EXAMPLE.sub(r"\1\2", TEXT), "config.yaml", Path(), {"MAILCHIMP_API_KEY": "abc-us1"})
    assert isinstance(config.channels["mailing-list"], MailchimpChannel)
    assert config.care.topic == "health"
    assert {"blog", "reading"} <= set(config.sources)
    assert list(config.newsletters["weekly"].blocks) == ["our news"]


def test_it_is_pleasant_to_read() -> None:
    lines = TEXT.splitlines()
    assert all(len(line) <= 120 for line in lines)
    assert [line[:5] for line in lines if re.match(r"# \d", line)] == [f"# {number} ·" for number in range(1, 7)]
