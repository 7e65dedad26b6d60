"""Posts that wait for a yes follow the templates and config.yaml; of those that have one it is only told.

The audit trail remembers with which templates and config.yaml they were last looked at: it is done once a change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from pipeline import __version__, assets
from pipeline.config.shape import Config
from pipeline.errors import LichtpuntError
from pipeline.jobs import composing, editing, imaging, posting
from pipeline.jobs.composing import Edits
from pipeline.jobs.deciding import approve_by_itself
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import articles, audit, calendar, deliveries, drafts, planning
from pipeline.ledger.drafts import Content, Draft
from pipeline.ledger.states import EDITABLE, State
from pipeline.model import Article

_LOOKED = "followed its templates"
_POSTS = "posts"  # what the events are about


def posts(desk: Desk) -> Iterator[Event]:
    """Compose waiting posts again where templates or config.yaml changed since it was last looked; edits stay."""
    look, subject = look_of(desk.config), f"posts of {desk.brand}"
    with desk.ledger.reading() as connection:
        before = audit.last(connection, subject, _LOOKED)
        told = [] if before and before.details == look else _told(desk, connection)
    if before and before.details == look:
        return
    followed: list[int] = []
    stand: list[int] = []
    whole = True
    for article in told:
        try:
            for draft, content in _otherwise(desk, article):
                (followed if _follow(desk, draft, content) else stand).append(draft.id)
        except LichtpuntError as error:
            whole = False  # it is looked at again once that is mended
            yield Event(article.title, str(error), needs_person=True)
    yield from _said(followed, stand)
    for number in followed:
        yield from approve_by_itself(desk, number, desk.config.social.approval)
    if whole:
        with desk.ledger.writing() as connection:
            audit.write(connection, audit.MACHINE, _LOOKED, subject, desk.now(), look)


def look_of(config: Config) -> str:
    """A mark of all that posts are made with, besides articles and a person's words: other where any of it changed."""
    seen = hashlib.sha256(f"{__version__}\0{config.model_dump_json()}".encode("utf-8", "surrogatepass"))
    seen.update(imaging.logo_of(config) or b"")
    for root in assets.roots(config.folder):
        for path in sorted(path for path in (root / "templates").rglob("*") if path.is_file()):
            seen.update(f"\0{path.relative_to(root).as_posix()}\0".encode("utf-8", "surrogateescape"))
            seen.update(hashlib.sha256(path.read_bytes()).digest())
    return seen.hexdigest()


def _told(desk: Desk, connection: Connection) -> Sequence[Article]:
    """The articles of posts that are not on their way."""
    named = (
        draft.articles
        for draft, states in calendar.drafts_with_states(connection, desk.brand)
        if draft.kind == "thread" and states and set(states) <= EDITABLE
    )
    return articles.get(connection, desk.brand, tuple(dict.fromkeys(guid for guids in named for guid in guids)))


def _otherwise(desk: Desk, article: Article) -> list[tuple[Draft, Content]]:
    """The posts about an article that would be made otherwise now, or go elsewhere: with place and content of now.

    One that would not be made any more stays as it is.
    """
    with desk.ledger.reading() as connection:
        composed, _ = posting.compose_posts(desk, connection, article)
        now = {(one.network, one.key_point): one for one in composed}
        found = []
        for draft in drafts.with_article(connection, desk.brand, article.guid):
            one = now.get((draft.place.series, draft.key_point)) if draft.kind == "thread" else None  # type: ignore[arg-type]
            if one is None or not _states(connection, draft) <= EDITABLE:
                continue
            there = replace(draft, place=editing.place_now(desk, draft))
            content = editing.thread(desk, connection, there, Edits.load(draft.edits), one)
            is_same = drafts.digest_of(there.place, content.title, content.requests) == draft.digest
            if not (is_same and _held_by(content.findings) == _held_by(draft.findings)):
                found.append((there, content))
    return found


def _held_by(findings: str) -> list[tuple[str, str]]:
    """The errors and warnings among findings, which say more than the words do."""
    return [(one.rule, one.message) for one in composing.findings(findings) if one.severity != "note"]


def _states(connection: Connection, draft: Draft) -> set[State]:
    return {held.state for held in deliveries.of_draft(connection, draft.id)}


def _follow(desk: Desk, draft: Draft, content: Content) -> bool:
    """Put `content` in place of what nobody said yes to; whether that was so."""
    with desk.ledger.writing() as connection:
        if _states(connection, draft) != {State.PLANNED}:
            return False
        planning.change(connection, draft, content, desk.now(), place=draft.place)
        audit.write(connection, audit.MACHINE, "composed again", f"draft {draft.id}", desk.now())
    return True


def _said(followed: Sequence[int], stand: Sequence[int]) -> Iterator[Event]:
    if followed:
        yield Event(_POSTS, f"made again, as templates or config.yaml changed: {_drafts(followed)}")
    if stand:
        new = f"For the new words: edit {stand[0]} --refresh"
        yield Event(_POSTS, f"approved as they were before templates or config.yaml changed: {_drafts(stand)}. {new}")


def _drafts(numbers: Sequence[int]) -> str:
    return f"{'draft' if len(numbers) == 1 else 'drafts'} {', '.join(map(str, sorted(numbers)))}"
