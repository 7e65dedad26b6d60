"""A draft that lives as long as a test: made under a reference of its own, sent to one address, and deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

from pipeline.channels import eml
from pipeline.errors import ChannelError
from pipeline.model import Channel, Request, Staged


def send(channel: Channel, request: Request, to: str, call: Callable[[Staged, str], None]) -> None:
    """Stage `request` for a test, `call` it with the draft and the address, and withdraw it whatever happens.

    The same test has the same reference, so what a killed process left is found, used and deleted by the next.

    Raises:
        Rejected, NotSent: as staging, `call` or withdrawing does.
    """
    address = eml.recipient(to)
    reference = f"test/{eml.mark(repr(request), address)[:12]}"
    try:
        staged = channel.stage(request, reference)
        call(staged, address)
    except ChannelError:
        with contextlib.suppress(ChannelError):  # the first failure says more
            left = channel.find(reference)
            if isinstance(left, Staged):
                channel.withdraw(left)
        raise
    channel.withdraw(staged)
