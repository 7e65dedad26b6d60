"""A draft to its channel, or into the archive, at a person's word."""

from __future__ import annotations

from datetime import datetime

from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.compose.archive import addresses
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import Rejected, UsageError
from pipeline.jobs import archive, thread_parts
from pipeline.jobs.build import Draft, Say, names_of, next_slot
from pipeline.model import Channel, Edition, Email, Request, Staged


def newsletter(draft: Draft, recipe: Newsletter, config: Config, now: datetime, *, say: Say) -> Staged:
    """Stage the draft as its edition. The outbox gets its posts and cards too, but for posts that are held.

    Where config.yaml has an archive, its page is put there, so that its view-online link leads somewhere; list and feed
    do not name it. A page that cannot be written is told, and holds nothing.

    Raises:
        Rejected: a finding holds it, or the channel refuses.
    """
    email, edition = _ready(draft)
    channel = open_channel(recipe.send_with, config)
    if archive.folder_of(config):
        try:
            _lay(email, edition, recipe, config, now)
        except UsageError as error:
            say(f"not in the archive: {error}")
    if isinstance(channel, Outbox):
        return channel.stage(outbox_request(channel, draft, email), edition.reference)
    return channel.stage(channel.render(email), edition.reference)


def to_archive(draft: Draft, recipe: Newsletter, config: Config, now: datetime, *, say: Say) -> str:
    """Add the draft to the archive, its list and its feed, as the edition it was made for; its address.

    Other editions that cannot be read are told, as list and feed are without them.

    Raises:
        Rejected: a finding holds it.
        UsageError: config.yaml names no folder for it, or it cannot be written.
    """
    email, edition = _ready(draft)
    _lay(email, edition, recipe, config, now)
    place = archive.place_of(edition.newsletter, edition.label)
    archive.publish(config, place)
    for sentence in archive.told(config):
        say(f"the archive: {sentence}")
    return addresses(config, place).page


def _ready(draft: Draft) -> tuple[Email, Edition]:
    if draft.email is None or draft.edition is None:
        raise Rejected("There is no newsletter in this draft. Build it with an article.")
    if draft.holding:
        first, *others = [finding.message for finding in draft.holding]
        more = f" And {len(others)} more, in report.json." if others else ""
        raise Rejected(f"{draft.edition.newsletter} is held back: {first}{more} Mend it and build again.")
    return draft.email, draft.edition


def _lay(email: Email, edition: Edition, recipe: Newsletter, config: Config, now: datetime) -> None:
    published = next_slot(recipe, config, now).at
    archive.lay(email, edition.newsletter, edition.label, published, edition.day, config, now)


def outbox_request(outbox: Channel, draft: Draft, email: Email) -> Request:
    """All of a draft as files for the outbox: newsletter, posts and cards. A post with an error stays behind.

    Of a thread with an error in any part all parts do.
    """
    wrong = {finding.place for finding in draft.findings if finding.severity == "error"}
    names = iter(names_of(draft.posts))
    files = [[next(names) for _ in thread.posts] for thread in thread_parts.threads(draft.posts)]
    held = wrong.union(*(parts for parts in files if not wrong.isdisjoint(parts)))
    social = {
        name: content
        for name, content in draft.files.items()
        if name.startswith(("posts/", "cards/")) and name not in held
    }
    return Request({**outbox.render(email).parts, **social})
