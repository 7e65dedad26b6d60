"""Read one draft folder as the studio shows it. A missing, broken or half-written file is told, and never a crash."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from pipeline.model import Finding, Image, Severity
from pipeline.preview import networks, tree

# Media types of cards by their suffix.
CARDS: Mapping[str, str] = {".png": "image/png", ".jpg": "image/jpeg", ".pdf": "application/pdf"}
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


@dataclass(frozen=True)
class Told:
    """An article that the edition tells about."""

    guid: str
    title: str
    url: str | None = None


@dataclass(frozen=True)
class Envelope:
    """What `edition.json` says: all of an edition but its body. `language` is a BCP 47 tag."""

    newsletter: str
    label: str
    subject: str
    preheader: str = ""
    alternatives: tuple[str, ...] = ()
    language: str = ""
    articles: tuple[Told, ...] = ()


@dataclass(frozen=True)
class BuiltPost:
    """One entry of `posts.json`: `length` and `limit` in the units of its network, `part` from 1."""

    network: str
    text: str
    length: int
    limit: int
    link: str | None = None
    images: tuple[Image, ...] = ()
    key_point: str | None = None
    part: int = 1
    parts: int = 1
    slot: str | None = None

    @property
    def percent(self) -> int:
        """How full the post is: 0 to 100."""
        return min(100, round(100 * self.length / self.limit)) if self.limit > 0 else 100


@dataclass(frozen=True)
class Draft:
    """A draft folder, read.

    Attributes:
        name: Its path from the studio's folder with `/`; "" for that folder itself.
        changed: Time of its newest file, aware UTC.
        envelope: None where `edition.json` is missing or broken.
        mail: True where there is a `newsletter.html`.
        findings: Gravest first; None where nobody has checked: `report.json` is missing or broken.
        cards: Paths of quote cards and carousels from the draft's folder, such as `cards/one.png`.
        problems: One sentence for each file that cannot be read.
    """

    name: str
    changed: datetime
    envelope: Envelope | None
    mail: bool
    text: str | None
    posts: tuple[BuiltPost, ...]
    cards: tuple[str, ...]
    findings: tuple[Finding, ...] | None
    problems: tuple[str, ...]

    @property
    def title(self) -> str:
        """The subject, else the folder's own name."""
        return (self.envelope.subject if self.envelope else "") or self.name.rpartition("/")[2] or "Untitled draft"

    @property
    def by_network(self) -> list[tuple[networks.Look, list[BuiltPost]]]:
        """The posts by network, in the order of the table of networks and then of `posts.json`."""
        names = sorted({post.network for post in self.posts}, key=networks.place)
        return [(networks.look(name), [post for post in self.posts if post.network == name]) for name in names]

    @property
    def face(self) -> str | None:
        """The card that stands for the draft in the list: the first that is a picture."""
        return next((card for card in self.cards if not card.endswith(".pdf")), None)

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity that occurs, gravest first."""
        counter = Counter(finding.severity for finding in self.findings or ())
        return {severity: counter[severity] for severity in SEVERITIES if counter[severity]}

    def alt(self, card: str) -> str:
        """What a card shows, as the first post that uses it says, else its file's name."""
        alts = (image.alt for post in self.posts for image in post.images if image.file == card)
        return next(alts, PurePosixPath(card).stem)


_ENVELOPE = TypeAdapter(Envelope)
_POSTS = TypeAdapter(tuple[BuiltPost, ...])
_FINDINGS = TypeAdapter(tuple[Finding, ...])
_T = TypeVar("_T")


def read(name: str, folder: Path) -> Draft:
    """The draft in `folder`, called `name`. Never fails: what cannot be read is among its problems."""
    files = tree.files(folder, 1)
    present = {file: folder / file for file in files}
    problems: list[str] = []
    text = _bytes(present.get("newsletter.txt"), problems)
    findings = _shaped(present.get("report.json"), _FINDINGS, problems)
    return Draft(
        name=name,
        changed=datetime.fromtimestamp(max((file.st_mtime for file in files.values()), default=0.0), UTC),
        envelope=_shaped(present.get("edition.json"), _ENVELOPE, problems),
        mail="newsletter.html" in present,
        text=None if text is None else text.decode("utf-8", "replace"),
        posts=_shaped(present.get("posts.json"), _POSTS, problems) or (),
        cards=tuple(filter(is_card, present)),
        findings=None if findings is None else tuple(sorted(findings, key=lambda one: SEVERITIES.index(one.severity))),
        problems=tuple(problems),
    )


def is_card(file: str) -> bool:
    """True for the path of a quote card, or of a carousel's document, from its draft's folder."""
    path = PurePosixPath(file)
    return path.parent.as_posix() == "cards" and path.suffix in CARDS


def _shaped(path: Path | None, shape: TypeAdapter[_T], problems: list[str]) -> _T | None:
    """What a JSON file holds; None where it is missing, and None and a problem where it is not in its shape."""
    content = _bytes(path, problems)
    if path is None or content is None:
        return None
    try:
        return shape.validate_json(content)
    except ValidationError as error:
        problems.append(_sentence(path.name, error))
        return None


def _bytes(path: Path | None, problems: list[str]) -> bytes | None:
    if path is None:
        return None
    try:
        return path.read_bytes()
    except OSError as error:
        problems.append(f"{path.name} cannot be read: {error.strerror}. Check who may read it.")
        return None


def _sentence(file: str, error: ValidationError) -> str:
    first = error.errors()[0]
    steps = (f"entry {step + 1}" if isinstance(step, int) else step for step in first["loc"])
    place = ", ".join((file, *steps))
    return f"{place}: {first['msg']}. The file may be half-written or edited by hand; build the draft again."
