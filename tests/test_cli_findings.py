"""Findings in a terminal: a table that fits 80 columns, plain lines in a pipe, and what others wrote steers nothing."""

from __future__ import annotations

import io

import pytest

from pipeline.cli import findings
from pipeline.model import Finding

LONG = "https://bakery.example/" + "a-very-long-name/" * 9
FOUND = [
    Finding(
        "contrast", "error", "templates/email/parts/styles.html, line 12", "“Salt” is faint.", "Take a darker one."
    ),
    Finding("link-dead", "warning", "article “Bread\x1b[31m”", f"{LONG} leads nowhere.", "Correct the address."),
    Finding("subject-long", "note", "newsletter subject", "It is long.", "Shorten it."),
]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_in_a_pipe_each_is_one_plain_line_with_its_rule() -> None:
    pipe = io.StringIO()
    findings.tell(FOUND, stream=pipe)
    lines = pipe.getvalue().splitlines()
    assert (
        lines[0] == "error: templates/email/parts/styles.html, line 12: “Salt” is faint. Take a darker one. [contrast]"
    )
    assert len(lines) == 3
    assert lines[2] == "report.json has 1 note besides."


@pytest.mark.parametrize("columns", [80, 120])
def test_in_a_terminal_a_table_fits_its_width(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("TERM", "dumb")  # no colours, to count what is seen
    screen = Terminal()
    findings.tell(FOUND, stream=screen)
    text = screen.getvalue()
    assert max(len(line) for line in text.splitlines()) <= columns
    assert all(words in text for words in ("contrast", "→ Take a darker one.", "link-dead", "1 note besides"))
    assert "subject-long" not in text


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_what_others_wrote_does_not_steer_the_terminal(
    stream: type[io.StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    told = stream()
    findings.tell(FOUND, stream=told)
    assert "\x1b" not in told.getvalue()


def test_nothing_found_says_nothing() -> None:
    screen = Terminal()
    findings.tell([], stream=screen)
    assert screen.getvalue() == ""


def test_what_is_said_of_several_places_is_said_once_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    places = ["posts/x-01.txt", "posts/bluesky-01.txt", "posts/x-01.txt", "posts/threads-01.txt"]
    findings.tell([Finding("claim-cure", "warning", place, "Honey heals.", "Reword it.") for place in places])
    findings.tell([Finding("claim-cure", "warning", "posts/x-02.txt", "Bread heals.", "Reword it.")])
    assert capsys.readouterr().err.splitlines() == [
        "warning: posts/x-01.txt and 2 more: Honey heals. Reword it. [claim-cure]",
        "warning: posts/x-02.txt: Bread heals. Reword it. [claim-cure]",
    ]
