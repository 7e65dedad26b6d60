"""What the channels of mailing lists share: they take newsletters only, and say what they do to one."""

from __future__ import annotations

from pipeline.channels.merge_tags import Opening
from pipeline.errors import Rejected
from pipeline.model import UNSUBSCRIBE, Email, Finding, Thread


def newsletter(message: Email | Thread, where: str, who: str) -> Email:
    """`message`, which must be one.

    Raises:
        Rejected: it is a thread of posts.
    """
    if isinstance(message, Email):
        return message
    raise Rejected(f"{where}: {who} takes newsletters only. Send posts with another channel.")


def no_newsletter(where: str, who: str) -> list[Finding]:
    """The finding for a thread of posts."""
    return [Finding("kind", "error", where, f"{who} takes newsletters only.", "Choose another channel for posts.")]


def without_unsubscribe(email: Email, happens: str) -> list[Finding]:
    """The finding for a mail without our link; `happens` is what follows from that."""
    if UNSUBSCRIBE in email.html:
        return []
    message = f"It has no unsubscribe link, so {happens}."
    return [Finding("unsubscribe", "error", "newsletter html", message, "Put it back into the template.")]


def typed_tags(email: Email, opening: Opening, shown: str) -> list[Finding]:
    """A note for each part in which the author typed what looks like a tag, `shown` to a person."""
    text = {part: getattr(email, part) for part in ("subject", "preheader", "html", "text")}
    for tag in email.tags:
        text = {part: said.replace(tag, "") for part, said in text.items()}
    typed = f"It has a {shown} of the author's, which shows as it was typed."
    return [
        Finding("merge-tag", "note", f"newsletter {part}", typed, "Look whether it was meant so.")
        for part, said in text.items()
        if opening.stands_in(said)
    ]


def long_subject(subject: str, longest: int, who: str) -> list[Finding]:
    """The finding for a subject of more characters than the service takes."""
    if len(subject) <= longest:
        return []
    limit = f"{who} takes at most {longest} characters."
    return [Finding("subject-limit", "error", "newsletter subject", limit, "Shorten it.")]
