"""A draft to its channel, at a person's word."""

from __future__ import annotations

from datetime import datetime

from pipeline import slots
from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import Rejected
from pipeline.jobs.build import Draft
from pipeline.model import Staged


def newsletter(draft: Draft, name: str, recipe: Newsletter, config: Config, now: datetime) -> Staged:
    """Stage the draft's newsletter as this week's edition.

    Raises:
        Rejected: a finding holds it, or the channel refuses.
    """
    if draft.email is None or draft.held:
        reasons = " ".join(finding.message for finding in draft.findings if finding.severity == "error")
        raise Rejected(f"{name} is held back: {reasons} Mend it and build again.")
    channel = open_channel(recipe.send_with, config)
    return channel.stage(channel.render(draft.email), f"{name}/{slots.week(now.date())}")
