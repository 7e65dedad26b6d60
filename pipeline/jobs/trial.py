"""A test of a draft to one address: never to readers, and written to the audit trail."""

from __future__ import annotations

import re

from pipeline.errors import Rejected, UsageError
from pipeline.jobs.delivering import Event
from pipeline.jobs.desk import Desk
from pipeline.ledger import audit, drafts


def send(desk: Desk, number: int, to: str, who: str) -> Event:
    """Send draft `number` to the address `to`, as it is now.

    Raises:
        UsageError: `to` is no address.
        Rejected: its channel cannot send tests, or refuses.
        NotSent: nothing went out.
    """
    if not re.fullmatch(r"[^@\s]{1,64}@[^@\s]{1,190}", to) or not to.isprintable():
        raise UsageError(f"“{to[:80]}” is no mail address. Give the one that is to get the test.")
    with desk.ledger.reading() as connection:
        draft = drafts.get(connection, number)
        request = drafts.request(connection, number, 1)
    channel = desk.channels.named(draft.place.channel)
    if not channel.facts.tests:
        raise Rejected(f"{draft.place.channel} cannot send a test. Look at the draft with show {number}.")
    channel.test(request, to)
    with desk.ledger.writing() as connection:
        audit.write(connection, who, "sent a test", f"draft {number}", desk.now(), f"to {to}, version {draft.version}")
    return Event(f"draft {number}", f"{draft.place.channel} has a test of it for {to}")
