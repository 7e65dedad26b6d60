"""The calendar file, read back by a strict reader of RFC 5545."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.jobs import agenda
from pipeline.jobs.agenda import Appointment
from tests.jobs.test_bulk import NASTY

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
ONE = Appointment("draft-1", datetime(2026, 12, 1, 8, 15, tzinfo=ZoneInfo("Europe/Amsterdam")), "x: Rest the dough")
Event = dict[str, str]


def read(content: bytes) -> tuple[Event, list[Event]]:
    """The calendar's own properties, and its events'; anything that the RFC does not allow fails."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for octets in content.split(b"\r\n"):
        octets.decode()  # no letter is torn
    lines = re.sub(r"\r\n[ \t]", "", content.decode()).removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    head: Event = {}
    events: list[Event] = []
    inside = head
    for line in lines[1:-1]:
        match = re.fullmatch(r"([A-Z-]+):([^\x00-\x08\x0a-\x1f\x7f]*)", line)
        assert match, line
        name, value = match.groups()
        if (name, value) == ("BEGIN", "VEVENT"):
            assert inside is head
            inside = {}
        elif (name, value) == ("END", "VEVENT"):
            events.append(inside)
            inside = head
        else:
            assert name not in inside, f"{name} twice"
            inside[name] = value
    assert inside is head
    assert head["VERSION"] == "2.0"
    assert "PRODID" in head
    for event in events:
        assert {"UID", "DTSTAMP", "DTSTART"} <= set(event)
        assert re.fullmatch(r"\d{8}T\d{6}Z", event["DTSTART"])
    assert len({event["UID"] for event in events}) == len(events)
    return head, events


def text_of(value: str) -> str:
    """A value of type TEXT, as it was meant."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value), "a bare separator"
    assert re.fullmatch(r"(?:[^\\]|\\[\\;,nN])*", value)
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


def test_an_appointment_stands_at_its_moment_in_utc() -> None:
    head, (event,) = read(agenda.calendar("Moes & Oven", [ONE], NOW))
    assert head["X-WR-CALNAME"] == "Moes & Oven"
    assert event == {
        "UID": "draft-1",
        "DTSTAMP": "20261128T120000Z",
        "DTSTART": "20261201T071500Z",
        "SUMMARY": "x: Rest the dough",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
    }


def test_what_waits_for_a_yes_is_tentative() -> None:
    _, (event,) = read(agenda.calendar("A", [replace(ONE, settled=False)], NOW))
    assert event["STATUS"] == "TENTATIVE"


def test_what_moved_keeps_its_uid() -> None:
    _, (event,) = read(agenda.calendar("A", [replace(ONE, at=NOW)], NOW))
    assert (event["UID"], event["DTSTART"]) == ("draft-1", "20261128T120000Z")


def test_an_address_that_could_end_the_line_is_left_out() -> None:
    _, events = read(agenda.calendar("A", [replace(ONE, link="https://a.example/\r\nSTATUS:CANCELLED")], NOW))
    assert "URL" not in events[0]


@pytest.mark.parametrize("text", NASTY, ids=range(7))
def test_whatever_a_post_says_is_one_event_of_folded_lines(text: str) -> None:
    _, events = read(agenda.calendar(text, [replace(ONE, title=text, details=text), replace(ONE, uid="2")], NOW))
    assert [event["UID"] for event in events] == ["2", "draft-1"]


def test_an_empty_calendar_is_one() -> None:
    assert read(agenda.calendar("A", [], NOW))[1] == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(title: str, details: str) -> None:
    _, (event,) = read(agenda.calendar(title, [replace(ONE, title=title, details=details)], NOW))
    assert text_of(event["SUMMARY"]) == " ".join(title.split())
    meant = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", details.replace("\r\n", "\n").replace("\r", "\n"))
    assert text_of(event.get("DESCRIPTION", "")) == meant


def test_only_a_calendar_is_replaced_by_a_calendar(tmp_path: Path) -> None:
    own, ours = tmp_path / "notes.txt", tmp_path / "agenda.ics"
    own.write_text("Mine.", encoding="utf-8")
    ours.write_bytes(agenda.calendar("Moes & Oven", [], datetime(2026, 1, 1, tzinfo=UTC)))
    replaceable = [agenda.is_calendar(path) for path in (own, ours, tmp_path, tmp_path / "none")]
    assert replaceable == [False, True, False, False]
