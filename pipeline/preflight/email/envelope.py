"""What an inbox shows of a mail before it is opened: subject and preheader (findings 8 and 9)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model import Finding
from pipeline.preflight.email.letter import Letter

SUBJECT = 60  # characters that most inboxes show on a wide screen
PREHEADER = (40, 110)
_PLACEHOLDER = re.compile(r"(?<!\{)\{(?: ?[\w.]+ ?\}(?!\})|\w+(?![\w}. ])|\w+$)")  # also with blanks, or unclosed
_LOUD = 3  # words in capitals from which they are no names any more


def check(letter: Letter) -> Iterator[Finding]:
    """Findings about subject and preheader."""
    subject, preheader = letter.email.subject, letter.email.preheader
    yield from _subject(subject)
    place = "newsletter preheader"
    if preheader.strip().casefold() == subject.strip().casefold():
        message = "The preheader says the same as the subject."
        yield Finding("preheader-same", "warning", place, message, "Let it add something.")
    shortest, longest = PREHEADER
    if not shortest <= len(preheader) <= longest:
        message = f"The preheader has {len(preheader)} characters."
        remedy = f"Write {shortest} to {longest}, as `preheader` of the newsletter in config.yaml."
        yield Finding("preheader-length", "note", place, message, remedy)


def _subject(subject: str) -> Iterator[Finding]:
    place = "newsletter subject"
    if not subject.strip():
        remedy = "Give the newsletter a subject in config.yaml."
        yield Finding("subject-empty", "error", place, "There is no subject.", remedy)
    if placeholder := _PLACEHOLDER.search(subject):
        message = f"Readers will see {placeholder[0]} as it is: only config.yaml's own subject is filled in."
        yield Finding("subject-placeholder", "warning", place, message, "Write the words themselves.")
    if len(subject) > SUBJECT:
        message = f"The subject has {len(subject)} characters; most inboxes show {SUBJECT}."
        yield Finding("subject-long", "note", place, message, "Put what matters first, or write a shorter title.")
    if how := _shouting(subject):
        yield Finding("subject-shouts", "warning", place, f"The subject {how}.", "Write it as a sentence.")


def _shouting(subject: str) -> str:
    """How a subject shouts, or nothing. Capitals alone are no shouting where they are few: names, abbreviations."""
    letters = [char for char in subject if char.isalpha() and char.lower() != char.upper()]
    if len(letters) > 8 and all(char.isupper() for char in letters):
        return "is all capitals"
    words = re.findall(r"[^\W\d_]{3,}", subject)
    loud = [word for word in words if word.isupper()]
    if len(loud) >= _LOUD and len(loud) * 2 >= len(words):
        return "is mostly capitals"
    return "ends in more than one exclamation mark" if re.search(r"[!！](?:\s*[?？]?\s*[!！])+\W*$", subject) else ""
