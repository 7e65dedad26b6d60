"""Posts -> tables that services take in bulk, as CSV. Pure.

Formats as their makers give them: Publer (https://publer.com/help/en/article/how-to-use-a-csv-file-18qhxcq), Buffer and
Hootsuite (their bulk uploads' sample files). Times are those on the brand's clock, which the account there must share.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from pipeline import limits
from pipeline.compose.versions import form_of
from pipeline.model import Post


@dataclass(frozen=True)
class Entry:
    """A post that goes out.

    Attributes:
        post: Its words, with pictures named by their files.
        at: When, aware, in the brand's zone.
        key: The same at every export of the same post.
        name: What people find it by, beside its network: `draft-12`, or `03` of a build's `posts/linkedin-03.txt`.
        waits: Whether it still waits for a yes.
        draft: Number and version of its draft, where it has one.
        pictures: The bytes of those that its post shows, by name, once they were looked for.
    """

    post: Post
    at: datetime
    key: str
    name: str
    waits: bool = False
    draft: tuple[int, int] | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict, repr=False)


# What a column of one's own may hold, by its name in config.yaml.
FIELDS: Mapping[str, Callable[[Entry], str]] = {
    "date": lambda one: f"{one.at:%Y-%m-%d}",
    "time": lambda one: f"{one.at:%H:%M}",
    "moment": lambda one: f"{one.at:%Y-%m-%d %H:%M}",
    "text": lambda one: one.post.text,
    "words": lambda one: _apart(one.post)[0],
    "link": lambda one: one.post.link or "",
    "network": lambda one: one.post.network,
    "pictures": lambda one: ", ".join(image.file for image in one.post.images),
    "alt": lambda one: " || ".join(image.alt for image in one.post.images),
    "key point": lambda one: one.post.key_point or "",
    "nothing": lambda _: "",
}


@dataclass(frozen=True)
class Format:
    """A table.

    Attributes:
        columns: Heading and content of each, from left to right.
        most: Rows that one file may have.
        step: Minutes: the service takes times that are multiples of it.
        headed: Whether the first row has the headings.
    """

    columns: Sequence[tuple[str, Callable[[Entry], str]]]
    most: int = 100_000
    step: int = 1
    headed: bool = True

    @classmethod
    def own(cls, columns: Mapping[str, str]) -> Format:
        """That of config.yaml: headings, each with the name of what stands below."""
        return cls([(heading, FIELDS[name]) for heading, name in columns.items()])


# A link with a column of its own is taken out of the words, since the service puts it there again.
FORMATS: Mapping[str, Format] = {
    "buffer": Format(
        [
            ("Text", FIELDS["text"]),
            ("Image URL", FIELDS["nothing"]),  # cards are files, which have no address
            ("Tags", FIELDS["nothing"]),
            ("Posting Time", FIELDS["moment"]),
        ],
        most=100,
    ),
    "publer": Format(
        [
            ("Date - Intl. format or prompt", FIELDS["moment"]),
            ("Text", FIELDS["words"]),
            ("Link(s) - Separated by comma for FB carousels", lambda one: _apart(one.post)[1]),
            ("Media URL(s) - Separated by comma", FIELDS["nothing"]),
            ("Title - For the video, pin, PDF ..", FIELDS["nothing"]),
            ("Label(s) - Separated by comma", FIELDS["nothing"]),
            ("Alt text(s) - Separated by ||", FIELDS["nothing"]),
            ("Comment(s) - Separated by ||", FIELDS["nothing"]),
            ("Pin board, FB album, or Google category", FIELDS["nothing"]),
            ("Post subtype - I.e. story, reel, PDF ..", FIELDS["nothing"]),
            ("CTA - For Facebook links or Google", FIELDS["nothing"]),
            ("Reminder - For stories, reels, shorts, and TikToks", FIELDS["nothing"]),
        ],
        most=500,
    ),
    # The year first: day and month cannot be taken for each other, whatever is chosen there.
    "hootsuite": Format(
        [
            ("Date", lambda one: f"{one.at:%Y/%m/%d %H:%M}"),
            ("Message", FIELDS["words"]),
            ("Link", lambda one: _apart(one.post)[1]),
        ],
        most=350,
        step=5,  # as its users report
        headed=False,
    ),
}

# Spreadsheets read what starts so as a formula (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")  # a NUL ends a cell, or the table, in many readers


def shared_out(entries: Sequence[Entry], form: Format) -> list[Sequence[Entry]]:
    """`entries` in order of time, as the rows of tables with at most `form.most` each."""
    rows = sorted(entries, key=lambda one: (one.at, one.key))
    return [rows[start : start + form.most] for start in range(0, len(rows), form.most)]


def table(entries: Sequence[Entry], form: Format) -> bytes:
    """RFC 4180, UTF-8; a row for each of `entries`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    if form.headed:
        writer.writerow([harmless(heading) for heading, _ in form.columns])
    whole = (replace(one, post=_spelled_out(one.post)) for one in entries)
    writer.writerows([harmless(content(one)) for _, content in form.columns] for one in whole)
    return text.getvalue().encode("utf-8", "replace")


def harmless(cell: str) -> str:
    """`cell` without signs that no table can hold, and with a mark before it where it could be taken for a formula."""
    shown = _CONTROL.sub("", cell.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


def _spelled_out(post: Post) -> Post:
    """`post` with its whole link, where it shows a short form and has room: a service knows only what it reads."""
    shown = form_of(post.link or "", post.network)
    lines = post.text.split("\n")
    if not post.link or lines.count(shown) != 1:
        return post
    text = "\n".join(post.link if line == shown else line for line in lines)
    return replace(post, text=text) if limits.fits(post.network, text) else post


def _apart(post: Post) -> tuple[str, str]:
    """The words without their link, and the link, where it stands on a line of its own; else all, and nothing."""
    lines = post.text.split("\n")
    if not post.link or lines.count(post.link) != 1 or post.text.count(post.link) != 1:
        return post.text, ""
    place = lines.index(post.link)
    before, after = "\n".join(lines[:place]).rstrip("\n"), "\n".join(lines[place + 1 :]).lstrip("\n")
    return "\n\n".join(filter(None, (before, after))), post.link
