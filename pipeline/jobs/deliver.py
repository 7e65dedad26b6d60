"""A draft to its channel, at a person's word."""

from __future__ import annotations

from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import Rejected
from pipeline.jobs.build import Draft
from pipeline.model import Channel, Email, Request, Staged


def newsletter(draft: Draft, recipe: Newsletter, config: Config) -> Staged:
    """Stage the draft as its edition. The outbox gets its posts and cards too, but for posts that are held.

    Raises:
        Rejected: a finding holds it, or the channel refuses.
    """
    if draft.email is None or draft.edition is None:
        raise Rejected("There is no newsletter in this draft. Build it with an article.")
    if draft.holding:
        first, *others = [finding.message for finding in draft.holding]
        more = f" And {len(others)} more, in report.json." if others else ""
        raise Rejected(f"{draft.edition.newsletter} is held back: {first}{more} Mend it and build again.")
    channel = open_channel(recipe.send_with, config)
    reference = draft.edition.reference
    if isinstance(channel, Outbox):
        return channel.stage(outbox_request(channel, draft, draft.email), reference)
    return channel.stage(channel.render(draft.email), reference)


def outbox_request(outbox: Channel, draft: Draft, email: Email) -> Request:
    """All of a draft as files for the outbox: newsletter, posts and cards. A post with an error stays behind."""
    held = {finding.place for finding in draft.findings if finding.severity == "error"}
    social = {
        name: content
        for name, content in draft.files.items()
        if name.startswith(("posts/", "cards/")) and name not in held
    }
    return Request({**outbox.render(email).parts, **social})
