"""What is in the ledger, for people and for programs: drafts, one draft whole, and every slot with its state."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath
from typing import Any

from sqlalchemy import Connection

from pipeline import slots
from pipeline.channels import folders
from pipeline.errors import UsageError
from pipeline.jobs import composing, resembling, timing
from pipeline.jobs.composing import EMAIL, Edits
from pipeline.jobs.deciding import AFTER_RESTORE, to_be_read
from pipeline.jobs.desk import Desk
from pipeline.jobs.editing import numbered
from pipeline.jobs.editions import ready
from pipeline.ledger import approvals, articles, audit, brake, calendar, deliveries, drafts, wordings
from pipeline.ledger.deliveries import Delivery
from pipeline.ledger.drafts import Draft
from pipeline.ledger.states import FINAL, State
from pipeline.ledger.wordings import Wording
from pipeline.model import Finding

PAST, AHEAD = timedelta(weeks=4), timedelta(weeks=4)

# What a person must do, by state.
_TODO = {
    State.MISSED: "Send it after all with resolve {draft} --send-again, or let it go with discard {draft}.",
    State.FAILED: "Mend what it names, then resolve {draft} --send-again; or discard {draft}.",
    State.UNKNOWN: "Wait: it is being looked up.",
    State.PUBLISHING: "Wait: it is being published, or looked up where a worker was stopped.",
    State.NEEDS_HUMAN: "Look there, then resolve {draft} --went-out or --send-again.",
    State.PLANNED: "Look at it with show {draft}, then approve {draft}.",
}


def listed(desk: Desk, *, everything: bool) -> list[dict[str, Any]]:
    """The drafts that are not settled, or all of them, in the order in which they go out."""
    with desk.ledger.reading() as connection:
        rows = calendar.drafts_with_states(connection, desk.brand)
        kept = [(draft, states) for draft, states in rows if everything or not set(states) <= FINAL]
        titles = articles.titles(connection, desk.brand)
        return [
            _line(draft, states, titles, [*timing.of(draft, desk, states), *resembling.among(draft, rows)])
            | _decided(connection, draft.id, _together(states))
            for draft, states in kept
        ]


def _line(draft: Draft, states: list[State], titles: Mapping[str, str], besides: Iterable[Finding]) -> dict[str, Any]:
    found = [*composing.findings(draft.findings), *besides]
    severities = [finding.severity for finding in found]
    state = _together(states)
    return {
        "id": draft.id,
        "series": draft.place.series,
        "slot": draft.place.slot,
        "due": _iso(draft.place.due),
        "channel": draft.place.channel,
        "kind": draft.kind,
        "state": state,
        "title": draft.title,
        "about": [titles[guid] for guid in draft.articles if guid in titles],
        "parts": len(json.loads(draft.message)["posts"]) if draft.kind == "thread" else 1,
        "version": draft.version,
        "errors": severities.count("error"),
        "warnings": severities.count("warning"),
        "claims": len(to_be_read(found)),
        "held_by": _held_by(draft, state, found),
    }


def _held_by(draft: Draft, state: State, found: Sequence[Finding]) -> list[str]:
    """What keeps a draft from going out, besides a person's first yes; each with what to do."""
    if state != State.PLANNED:
        return [_TODO[state].format(draft=draft.id)] if state in _TODO else []
    said = [f"{one.message} {one.remedy}" for one in found if one.severity == "error"]
    claims = len(to_be_read(found))
    again = f"It wants a second yes ({claims}): show {draft.id}, then approve {draft.id} --claims-read."
    waits = "No time is free yet, its article's announcement waits, or another post of it says nearly the same."
    return [*said, *([again] if claims else []), *([] if draft.place.due else [waits])]


def _together(states: list[State]) -> State:
    """One state for a thread: that of the first part that is not out, as long as there is one."""
    return next((state for state in states if state != State.CONFIRMED), State.CONFIRMED)


def whole(desk: Desk, number: int) -> dict[str, Any]:
    """One draft with everything a person decides by.

    Raises:
        LedgerError: there is none of that number.
    """
    with desk.ledger.reading() as connection:
        draft = drafts.get(connection, number)
        held = deliveries.of_draft(connection, number)
        states = [one.state for one in held]
        besides = [*timing.of(draft, desk, states), *resembling.earlier(connection, draft)]
        return {
            **_line(draft, states, articles.titles(connection, desk.brand), besides),
            **_decided(connection, number, _together(states)),
            "account": draft.place.account,
            "digest": draft.digest,
            "approved_by": approvals.approver(connection, number),
            **json.loads(draft.message),
            **({"greeting": _greeting(desk, draft)} if draft.kind == "email" else {}),
            "articles": list(_articles(desk, connection, draft)),
            "findings": [vars(finding) for finding in _findings(connection, draft, besides)],
            "deliveries": [_delivery(one) for one in held],
            "history": [
                {"at": _iso(entry.at), "who": entry.who, "what": entry.what, "details": entry.details}
                for entry in audit.of_draft(connection, number)
            ],
        }


def _findings(connection: Connection, draft: Draft, besides: Iterable[Finding]) -> list[Finding]:
    """What composing found, and what the ledger knows."""
    found, restored = [*composing.findings(draft.findings), *besides], brake.restored(connection)
    if restored is None or not restored <= draft.created < restored + AFTER_RESTORE:
        return found
    message = f"The ledger was put back from a copy on {restored:%Y-%m-%d}, so this may have gone out before that."
    remedy = "Look at the service. Then approve or discard it."
    return [Finding("may-repeat", "warning", f"draft {draft.id}", message, remedy), *found]


def _greeting(desk: Desk, draft: Draft) -> str:
    own = Edits.load(draft.edits).greeting
    recipe = desk.config.newsletters.get(draft.place.series)  # it may be gone from config.yaml, and still goes out
    standing = recipe.greeting if recipe else "none"
    return own if own is not None else "" if standing in {"required", "none"} else standing


def _articles(desk: Desk, connection: Connection, draft: Draft) -> Iterator[dict[str, Any]]:
    without = Edits.load(draft.edits).without
    current: dict[str, Any] | None = None
    for number, one in numbered(desk, connection, draft).items():
        if one.key_point is None:
            if current:
                yield current
            chosen = wordings.of_article(connection, desk.brand, one.article.guid)
            left_out = one.article.guid in without
            current = {"number": number, "title": one.article.title, "left_out": left_out, "key_points": []}
        elif current:
            said = chosen.get(one.key_point.text, Wording())
            origin = one.key_point.origin if said.text is None else "edited"
            point = {"number": number, "text": said.text or one.key_point.text, "left_out": said.left_out}
            current["key_points"].append(point | {"origin": origin, "why": list(one.key_point.why)})
    if current:
        yield current


def _delivery(held: Delivery) -> dict[str, Any]:
    receipt = held.receipt_place or held.receipt_id
    return {
        "part": held.part,
        "state": held.state,
        "reference": held.reference,
        "receipt": receipt,
        "error": held.error,
    }


def files(desk: Desk, number: int) -> dict[str, bytes]:
    """The final bytes of a draft, by name: what its channel would get."""
    with desk.ledger.reading() as connection:
        draft = drafts.get(connection, number)
        found: dict[str, bytes] = {}
        held = deliveries.of_draft(connection, number)
        for one in held:
            before = f"part-{one.part}/" if len(held) > 1 else ""
            parts = drafts.request(connection, number, one.part).parts
            found |= {f"{before}{name}": content for name, content in parts.items()}
        if draft.kind == "email":
            email = EMAIL.validate_json(draft.message)
            found = {"newsletter.html": email.html.encode(), "newsletter.txt": email.text.encode()} | found
        return found | drafts.pictures(connection, number)


def write(desk: Desk, number: int, out: Path) -> None:
    """Write the files of a draft into the folder `out`, whole.

    Raises:
        UsageError: there is such a folder already, or it cannot be written.
    """
    if out.exists():
        raise UsageError(f"{out} exists already. Choose another folder with --out.")
    try:
        folders.write_whole(out.parent, PurePosixPath(out.name), files(desk, number))
    except OSError as error:
        raise UsageError(f"{out} cannot be written ({error.strerror or error}). Choose another with --out.") from error


def status(desk: Desk, *, ahead: timedelta = AHEAD) -> list[dict[str, Any]]:
    """Every slot of the last and next four weeks with its state, and whatever else wants a person.

    Args:
        ahead: How far drafts are looked for, in place of four weeks.
    """
    now = desk.now()
    with desk.ledger.reading() as connection:
        held = calendar.around(connection, desk.brand, now - PAST, now + ahead)
        known = {number: drafts.get(connection, number) for number in {one.draft for one in held} if number}
        rows = [
            _slot(one, known.get(one.draft or 0), desk.config.brand.name)
            | _decided(connection, one.draft or 0, one.state)
            for one in held
        ]
        rows += _undrafted(desk, connection, now)
    return sorted(rows, key=lambda row: (row["due"] or "9", row["series"], row["part"]))


def held_because(desk: Desk) -> str | None:
    """Why all deliveries are held, or None."""
    with desk.ledger.reading() as connection:
        held = brake.state(connection)
    return held.reason if held else None


def needs_person(row: dict[str, Any]) -> bool:
    """Whether a row of `status` waits for somebody."""
    return bool(row["todo"]) and row["state"] not in {State.UNKNOWN, State.PUBLISHING}


def _slot(held: Delivery, draft: Draft | None, brand: str) -> dict[str, Any]:
    todo = _TODO.get(held.state, "") if draft else ""
    if held.state == State.PLANNED and draft:
        wrong = [one for one in composing.findings(draft.findings) if one.severity == "error"]
        todo = f"{wrong[0].message} Mend it: show {draft.id}." if wrong else todo if held.slot else ""
    return {
        "brand": brand,
        "series": held.series,
        "slot": held.slot,
        "part": held.part,
        "channel": held.channel,
        "state": held.state,
        "due": _iso(held.due),
        "receipt": held.receipt_place or held.receipt_id,
        "error": held.error,
        "draft": held.draft,
        "title": draft.title if draft else None,
        "todo": todo.format(draft=held.draft),
    }


def _decided(connection: Connection, number: int, state: State) -> dict[str, str]:
    """That a person discarded a draft, whose state is that of one that was cancelled for now."""
    never = state == State.CANCELLED and audit.last(connection, f"draft {number}", "discarded")
    return {"decided": "discarded"} if never else {}


def _undrafted(desk: Desk, connection: Connection, now: datetime) -> Iterator[dict[str, Any]]:
    """Editions to come that nothing was drafted for yet."""
    zone = desk.config.brand.timezone
    for name, recipe in desk.config.newsletters.items():
        known = deliveries.slots_of(connection, desk.brand, name)
        for slot in slots.editions(recipe.every, recipe.at, zone, now, now + AHEAD):
            if slot.label not in known:
                yield _expected(desk.config.brand.name, name, recipe.send_with, slot, ready(recipe, slot, zone))


def _expected(brand: str, series: str, channel: str, slot: slots.Slot, when: datetime) -> dict[str, Any]:
    row = {"brand": brand, "series": series, "slot": slot.label, "part": 1, "channel": channel, "state": State.PLANNED}
    row |= {"due": _iso(slot.at), "receipt": None, "error": None, "draft": None, "todo": ""}
    return row | {"drafted_at": _iso(when)}


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment else None
