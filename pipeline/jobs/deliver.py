"""A draft to its channel, at a person's word."""

from __future__ import annotations

from datetime import datetime
from itertools import count

from pipeline import slots
from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import Rejected
from pipeline.jobs.build import Draft
from pipeline.model import Channel, Email, Request, Staged


def newsletter(draft: Draft, name: str, recipe: Newsletter, config: Config, now: datetime) -> Staged:
    """Stage the draft as this week's edition. The outbox gets its posts and cards too.

    Raises:
        Rejected: a finding holds it, or the channel refuses.
    """
    if draft.email is None or draft.held:
        first, *others = [finding.message for finding in draft.findings if finding.severity == "error"]
        more = f" And {len(others)} more, in report.json." if others else ""
        raise Rejected(f"{name} is held back: {first}{more} Mend it and build again.")
    channel = open_channel(recipe.send_with, config)
    reference = f"{name}/{slots.week(now.date())}"
    if isinstance(channel, Outbox):
        return _beside(channel, outbox_request(channel, draft, draft.email), reference)
    return channel.stage(channel.render(draft.email), reference)


def outbox_request(outbox: Channel, draft: Draft, email: Email) -> Request:
    """All of a draft as files for the outbox: newsletter, posts and cards."""
    social = {name: content for name, content in draft.files.items() if name.startswith(("posts/", "cards/"))}
    return Request({**outbox.render(email).parts, **social})


def _beside(outbox: Outbox, request: Request, reference: str) -> Staged:
    """Into the outbox; where an earlier draft of the same edition lies there, beside it with a number."""
    for number in count(1):
        numbered = reference if number == 1 else f"{reference}-{number}"
        try:
            return outbox.stage(request, numbered)
        except Rejected:
            if outbox.find(numbered) is None:
                raise
    raise AssertionError("count never ends")
