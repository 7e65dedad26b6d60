"""A draft and the calendar as text: to read in a terminal, and to change in an editor."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any

import click
from rich.cells import cell_len

from pipeline.cli.days import WIDTH, cut, moment
from pipeline.errors import UsageError
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE

if TYPE_CHECKING:
    from pipeline.config.brand import Brand

_LEFT = " " * 6  # below a draft's number
_ROOM = WIDTH - len(_LEFT)
_CUT = "---- below this line nothing is read ----"


# The states in a reader's words; programs get the states themselves.
_STATES = {
    "planned": "waits for a yes",
    "claimed": "under way",
    "staged": "under way",
    "publishing": "under way",
    "accepted": "queued there",
    "confirmed": "out",
    "failed": "refused",
    "unknown": "being looked up",
    "needs_human": "needs you",
}


def state(name: str) -> str:
    """A state in words."""
    return _STATES.get(name, name)


def drafts(rows: list[dict[str, Any]], brand: Brand) -> str:
    """The drafts as `drafts` prints them: two lines each, and a third where something holds it. No line is wrapped."""
    lines = []
    for row in rows:
        marks = [f"{row[kind]} {kind if row[kind] > 1 else kind[:-1]}" for kind in ("errors", "warnings") if row[kind]]
        when = moment(row["due"], brand) if row["due"] else "no time yet"
        said = ", ".join([state(row.get("decided") or row["state"]), *marks])
        lines.append(f"{row['id']:>4}  {cut(row['series'], 18):<11} {when:<21} {said}"[:WIDTH].rstrip())
        lines.append(f"{_LEFT}{_named(row)}")
        held_by = row["held_by"] if row["due"] else row["held_by"][:-1]  # that it has no time stands above
        lines += [f"{_LEFT}→ {cut(held, _ROOM - 2)}" for held in held_by[:1]]
    return "\n".join(lines)


def _named(row: dict[str, Any]) -> str:
    """How a draft begins, and what it is about where that does not begin alike; a long beginning leaves it room."""
    parts = f"{row['parts']} parts: " if row["parts"] > 1 else ""
    about = (
        ", ".join(title for title in row["about"] if not row["title"].startswith(title))
        if row["kind"] == "thread"
        else ""
    )
    if not about:
        return cut(f"{parts}{row['title']}", _ROOM)
    first = cut(f"{parts}{row['title']}", max(_ROOM // 2, _ROOM - cell_len(about) - 3))
    return f"{first} · {cut(about, _ROOM - cell_len(first) - 3)}"


def draft(whole: dict[str, Any], brand: Brand) -> str:
    """One draft as `show` prints it."""
    stands = state(whole.get("decided") or whole["state"])
    lines = [f"Draft {whole['id']} · {whole['series']} · {whole['slot'] or 'no slot yet'} · {stands}"]
    approved = f", approved by {whole['approved_by']}" if whole["approved_by"] else ""
    lines += [f"by {whole['channel']} to {whole['account']}, version {whole['version']}{approved}", ""]
    lines += _words(whole)
    for article in whole["articles"]:
        lines += ["", f"{article['number']}  {article['title']}{_out(article)}"]
        lines += [
            f"   {point['number']}  {_sign(point)}{point['text']}{_out(point)}" for point in article["key_points"]
        ]
        lines += _asking(whole["id"], article["key_points"])
    if whole["findings"]:
        lines += ["", "Findings"]
        lines += [f"  {one['severity']}: {one['place']}: {one['message']} {one['remedy']}" for one in whole["findings"]]
    for one in whole["deliveries"]:
        if one["receipt"] or one["error"]:
            lines += [
                "",
                f"Part {one['part']}: {state(one['state'])}. {one['receipt'] or ''} {one['error'] or ''}".rstrip(),
            ]
    if whole["state"] == "planned" and whole["slot"] and not whole["errors"]:
        again = " --claims-read" if whole["claims"] else ""
        lines += ["", f"To say yes to just this: approve {whole['id']} --version {whole['version']}{again}"]
    lines += ["", "History"]
    lines += [
        f"  {moment(one['at'], brand)}  {one['who']}: {one['what']} {one['details']}".rstrip()
        for one in whole["history"]
    ]
    return "\n".join(lines)


def _words(whole: dict[str, Any]) -> list[str]:
    if whole["kind"] == "email":
        others = whole.get("alternatives", ())  # drafts of earlier versions have none
        return [
            f"Subject:   {whole['subject']}",
            *(f"      or {number} {text}" for number, text in enumerate(others, 1)),
            *([f"           To take one: edit {whole['id']} --alternative 1"] if others else []),
            f"Preheader: {whole['preheader']}",
            "",
            _shown(whole["text"]),
        ]
    posts = whole["posts"]
    lines: list[str] = []
    for post in posts:
        lines += [f"Part {post['part']} of {post['parts']}"] if len(posts) > 1 else []
        lines += [post["text"], *(f"[picture: {image['alt']}]" for image in post["images"])]
    return lines


def _shown(text: str) -> str:
    """The text part; where the provider puts its own links, it says so."""
    for placeholder in (UNSUBSCRIBE, VIEW_ONLINE):
        text = text.replace(placeholder, "(the provider's link)")
    return text.strip()


def _sign(point: dict[str, Any]) -> str:
    """What is suggested wears no 💡: nobody wrote it."""
    return "(suggested) " if point["origin"] == "suggested" else "💡 "


def _asking(number: int, points: list[dict[str, Any]]) -> list[str]:
    """How to say yes to what is suggested."""
    open_ = [point["number"] for point in points if point["origin"] == "suggested" and not point["left_out"]]
    return (
        [f"   What is suggested is told nowhere before you keep it: edit {number} --keep {open_[0]}"] if open_ else []
    )


def _out(thing: dict[str, Any]) -> str:
    return " (left out)" if thing["left_out"] else " (your words)" if thing.get("origin") == "edited" else ""


def status(rows: list[dict[str, Any]], brand: Brand) -> str:
    """The calendar as `status` prints it."""
    if not rows:
        return "Nothing is planned. Write a newsletter or posts in config.yaml, then: draft"
    lines = []
    for row in rows:
        when = moment(row["due"], brand) if row["due"] else "no time yet"
        how = "not drafted yet" if row.get("drafted_at") else state(row.get("decided") or row["state"])
        part = f" part {row['part']}" if row["part"] > 1 else ""
        number = f"draft {row['draft']}" if row.get("draft") else ""
        lines.append(f"{when:<20}  {row['series'] + part:<14} {row['channel']:<14} {how:<15} {number}".rstrip())
        title = f"“{row['title']}”" if row.get("title") else None
        lines += [f"{'':<22}{text}" for text in (title, row["error"], row["receipt"], row["todo"]) if text]
    return "\n".join(lines)


def edited(whole: dict[str, Any]) -> dict[str, Any]:
    """What a person changed in the editor, as the options of `edit`.

    Raises:
        UsageError: no editor could be opened, or a heading was removed.
    """
    if not sys.stdin.isatty() and not any(map(os.environ.get, ("EDITOR", "VISUAL"))):
        raise UsageError("There is no terminal to open an editor in. Use --text, --subject or --greeting.")
    from pipeline.jobs.thread_parts import readable

    is_mail = whole["kind"] == "email"
    form = _mail_form(whole) if is_mail else readable([post["text"] for post in whole["posts"]])
    named = f"Draft {whole['id']}, {whole['series']} {whole['slot'] or ''}"
    notes = f"\n\n{_CUT}\n{named}. Save and close. For articles and key points: edit {whole['id']} --help\n"
    notes += "".join(f"The subject could also be: {other}\n" for other in whole.get("alternatives", ()))
    if len(whole.get("posts", ())) > 1:
        notes += "A line of --- begins the next part of the thread.\n"
    try:
        answer = click.edit(form + notes, extension=".txt")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"Draft {whole['id']} was not changed: what the editor saved is no UTF-8 text.") from error
    except click.ClickException as error:
        raise UsageError(
            f"No editor could be opened ({error.message}). Use --text, --subject or --greeting."
        ) from error
    if answer is None:
        return {}
    if _CUT not in answer:
        raise UsageError(f"Draft {whole['id']} was not changed: keep the line “{_CUT}”, and what stands below it.")
    text = answer.split(_CUT)[0].strip()
    if whole["kind"] != "email":
        return {"text": text} if text and text != form.strip() else {}
    before, after = _read_form(form, whole["id"]), _read_form(text, whole["id"])
    return {name: value for name, value in after.items() if value != before[name]}


def _mail_form(whole: dict[str, Any]) -> str:
    return f"Subject: {whole['subject']}\nPreheader: {whole['preheader']}\n\nGreeting:\n{whole['greeting']}"


def _read_form(text: str, number: int) -> dict[str, str]:
    match = re.fullmatch(r"\s*Subject:(.*)\n\s*Preheader:(.*)\n\s*Greeting:([\s\S]*)", text)
    if not match:
        raise UsageError(
            f"Draft {number} was not changed: keep the lines Subject:, Preheader: and Greeting: as they are."
        )
    return dict(zip(("subject", "preheader", "greeting"), (part.strip() for part in match.groups()), strict=True))
