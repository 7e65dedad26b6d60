"""What Mailchimp says of a campaign, and what that means here.

https://mailchimp.com/developer/marketing/api/campaigns/get-campaign-info/
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pipeline.channels.comparing import holds_page, holds_text, plain
from pipeline.errors import Rejected
from pipeline.model import Request

State = Literal["draft", "scheduled", "sent"]

FIELDS = (
    "id,web_id,status,recipients.list_id,settings.title,settings.subject_line,"
    "settings.preview_text,settings.from_name,settings.reply_to"
)
EDITABLE = "save"  # neither scheduled, paused nor sent

# A cancelled one reached some readers, so it went out: it is never sent again by itself.
_STATES: Mapping[str, tuple[State, str]] = {
    "save": ("draft", "a draft"),
    "paused": ("draft", "paused"),
    "schedule": ("scheduled", "scheduled"),
    "sending": ("scheduled", "on its way to readers"),
    "canceling": ("scheduled", "being cancelled on its way to readers"),
    "sent": ("sent", "sent"),
    "archived": ("sent", "sent and archived"),
    "canceled": ("sent", "cancelled on its way to readers"),
}


def state_of(campaign: Mapping[str, Any]) -> State:
    """Draft, scheduled (also on its way) or sent.

    Raises:
        Rejected: it is none that Mailchimp documents.
    """
    return _meaning(campaign)[0]


def in_words(campaign: Mapping[str, Any]) -> str:
    """Its status for a person: `paused`, `on its way to readers`.

    Raises:
        Rejected: it is none that Mailchimp documents.
    """
    return _meaning(campaign)[1]


def differs(
    campaign: Mapping[str, Any], content: Mapping[str, Any], request: Request, audience: str
) -> tuple[str, ...]:
    """What is other there than in `request`: `subject`, `audience`, `content`."""
    given, page = (json.loads(request.parts[part]) for part in ("campaign.json", "content.json"))
    settings, there = given["settings"], campaign.get("settings") or {}
    beside = ("preview_text", "from_name", "reply_to")
    same = {
        "subject": plain(there.get("subject_line")) == plain(settings["subject_line"]),
        "audience": (campaign.get("recipients") or {}).get("list_id") == audience,
        "content": all(plain(there.get(name) or "") == plain(settings[name]) for name in beside)
        and holds_page(content.get("html"), page["html"])
        and holds_text(content.get("plain_text"), page["plain_text"]),
    }
    return tuple(part for part, equal in same.items() if not equal)


def _meaning(campaign: Mapping[str, Any]) -> tuple[State, str]:
    status = str(campaign.get("status"))
    if status not in _STATES:
        raise Rejected(f"Mailchimp says {status!r} of a campaign, which it does not document. Look at it there.")
    return _STATES[status]
