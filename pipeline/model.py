"""The nouns, as frozen dataclasses. Standard library only: every room may import this, and this imports no room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

KeyPointKind = Literal["key point", "tip", "summary", "note", "warning"]
BORROWED_TITLE = "title, taken from the share line"  # why it is named among what was dropped
FRONT_MATTER = "front matter that has no place in an article"
NOT_UTF_8 = "read as Windows-1252: it is no UTF-8, and does not say what it is"  # where bytes are only guessed
WITH_LOGIN = "whoever reads the address would know them"  # why names and passwords are taken out
CARE_TOPIC = "topic: health counts in config.yaml only, under care"  # the same
# What wears a 💡; only these count as key points of an article.
COUNTED: frozenset[KeyPointKind] = frozenset({"key point", "tip", "summary"})
Origin = Literal["written", "suggested", "edited"]
BlockKind = Literal["paragraph", "list", "quote", "image", "code", "table"]
Severity = Literal["error", "warning", "note"]
Network = Literal["x", "bluesky", "mastodon", "linkedin", "facebook", "instagram", "threads"]
# Those whose readers know threads.
THREADED: tuple[Network, ...] = ("x", "bluesky", "mastodon", "threads")
Rights = Literal["ours", "permission", "quote"]  # from many to few
Guarantee = Literal["keyed", "staged", "findable", "none"]


@dataclass(frozen=True)
class Item:
    """One item of a list.

    Attributes:
        text: Plain text, without bullet or number.
        html: The same with safe inline markup.
        depth: 0 for the outer list, 1 for a list inside it, and so on.
    """

    text: str
    html: str
    depth: int = 0


@dataclass(frozen=True)
class Block:
    """A piece of an article's body.

    Attributes:
        text: Plain text; of a list its items and of a table its rows, a line each; of an image its alternative text.
            An image's caption is its `html`.
        html: The same with safe inline markup (a, em, strong, code, sub, sup, br); empty for lists.
        items: The items of a list, else empty.
        ordered: True for a numbered list.
        url: Absolute address of an image, or `file:` and its place below the folder of its article; else None.
    """

    kind: BlockKind
    text: str
    html: str = ""
    items: tuple[Item, ...] = ()
    ordered: bool = False
    url: str | None = None

    @property
    def is_picture(self) -> bool:
        """Whether mails can show it as a picture: those without https they do not."""
        return self.kind == "image" and (self.url or "").startswith("https://")


@dataclass(frozen=True)
class KeyPoint:
    """What a reader should take away.

    Attributes:
        text: Plain text without the 💡.
        origin: *written* by the author, *suggested* by us, or *edited* by a person.
        section: Index of the section it belongs to, or None where it stands for the whole article.
        number: Its place among the article's key points, from 1, where others were left out; 0 where none were.
        after: How many blocks of its section, or of the lead, stand before it; None where it stands at no place there.
        since: How many of those belong to a key point before it that was left out.
        why: Of a suggested one, the reasons for it.
    """

    text: str
    kind: KeyPointKind = "key point"
    origin: Origin = "written"
    section: int | None = None
    number: int = 0
    after: int | None = field(default=None, compare=False)  # the same thought in another place is the same
    since: int = field(default=0, compare=False)
    why: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """A part of an article. `heading` is None where the article gives none."""

    heading: str | None
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Link:
    """A call to action or a button. `url` is None where the address was lost."""

    text: str
    url: str | None = None


@dataclass(frozen=True)
class Dropped:
    """A piece of input that is not in the article, and why."""

    text: str
    reason: str


@dataclass(frozen=True)
class Article:
    """One article as its author meant it.

    Attributes:
        source: Where it came from, for people: a path or a feed's address.
        guid: Identity: the feed's guid, else the canonical link, else the file's path below its source, else a hash of
            the content. `identity.py` tells when two are one.
        url: Absolute https address where readers find it, or None.
        language: BCP 47 tag such as `nl` or `pt-BR`.
        published: Aware UTC, or None.
        lead: Blocks before the first section.
        summary: The author's own description of the article in a sentence or two, or None.
        notices: Disclaimers that belong to the article and travel with it.
        notices_for: Those whose heading names a network ("Facebook disclaimer"), each with that network.
        dropped: What was left out, and why; with the rest it accounts for every line of input.
        rights: What we may do with it: `ours`, `permission`, or `quote` (one quote, credit and link).
    """

    source: str
    guid: str
    title: str
    language: str
    url: str | None = None
    published: datetime | None = None
    byline: str | None = None
    summary: str | None = None
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()
    references: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    notices_for: tuple[tuple[str, Network], ...] = ()
    calls_to_action: tuple[Link, ...] = ()
    dropped: tuple[Dropped, ...] = ()
    rights: Rights = "ours"

    def __hash__(self) -> int:
        # What was found in an article is kept by it, and a book has thousands of blocks.
        return hash((self.guid, self.title, len(self.sections)))

    def part(self, section: int | None) -> Section:
        """The section of that index, of None the lead as one; an empty one where there is none."""
        if section is None:
            return Section(None, self.lead)
        return self.sections[section] if section < len(self.sections) else Section(None, ())

    @property
    def title_is_borrowed(self) -> bool:
        """Whether it had no title of its own, and this one is its share line's."""
        return any(one.reason == BORROWED_TITLE for one in self.dropped)


@dataclass(frozen=True)
class Image:
    """A picture that goes with a post.

    Attributes:
        file: Name of the file, relative to the draft's folder.
        alt: What the picture shows, in words.
    """

    file: str
    alt: str


@dataclass(frozen=True)
class LinkCard:
    """What a network shows of a link where the post itself has to say it.

    Attributes:
        thumb: Name of its picture's file, relative to the draft's folder; None where it has none.
    """

    title: str
    description: str
    thumb: str | None = None


@dataclass(frozen=True)
class Post:
    """A short post, ready to send.

    Attributes:
        text: What readers see, link included; counted by `limits.measure`.
        link: Absolute address with UTM parameters, or None where the network shows no links.
        key_point: The key point it tells, or None for the announcement of the article.
        part, parts: Place in a thread, from 1.
        article: guid of its article.
        language: BCP 47 tag of the text.
        slot: When it is to go out, as its local label (`2026-04-02 09:00 Europe/Amsterdam`), or None.
        link_card: Shown for its link where it shows no images, on networks that fetch nothing themselves.
        since: From when on its article may be told, aware UTC, or None; a day in it without a year comes after that.
    """

    network: Network
    text: str
    link: str | None
    article: str
    language: str
    images: tuple[Image, ...] = ()
    key_point: str | None = None
    part: int = 1
    parts: int = 1
    slot: str | None = None
    link_card: LinkCard | None = None
    since: datetime | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """Every picture that it needs."""
        thumb = self.link_card.thumb if self.link_card else None
        return (*(image.file for image in self.images), *([thumb] if thumb else []))


@dataclass(frozen=True)
class Thread:
    """1..m posts of one network that belong together, in order."""

    posts: tuple[Post, ...]


@dataclass(frozen=True)
class Email:
    """What a mailing list gets.

    `html` and `text` still hold the placeholders UNSUBSCRIBE and VIEW_ONLINE: a channel's `render` puts its own tags
    there, last.

    Attributes:
        alternatives: Up to three other subjects, to choose from; none of them is sent.
        tags: A provider's own tags that the design writes, as they stand there; what else looks like one is text.
    """

    subject: str
    preheader: str
    html: str
    text: str
    language: str
    alternatives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


# Addresses that no inliner or URL rewriter touches; `.invalid` can never resolve (RFC 2606).
UNSUBSCRIBE = "https://unsubscribe.placeholder.invalid/"
VIEW_ONLINE = "https://view-online.placeholder.invalid/"


@dataclass(frozen=True)
class Finding:
    """Something a person should know before a draft leaves.

    Attributes:
        rule: Short stable name, such as `subject-length`.
        severity: `error` holds the draft, `warning` wants a look, `note` informs.
        place: Where: `newsletter subject`, `article “…”`, `bluesky post 3`.
        remedy: What to do about it.
    """

    rule: str
    severity: Severity
    place: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Facts:
    """What a channel is and can do.

    Attributes:
        name: Its name in config.yaml, under `channels`.
        account: The service's own list or profile, as far as config.yaml names it: nothing goes to one account twice.
        accepts: The kinds of message it takes.
        guarantee: What the service promises about publishing twice.
            `keyed`: repeating with the same key has no second effect, for `key_life`.
            `staged`: publishing names a draft there, and publishing the same draft twice has no second effect.
            `findable`: what went out can be found by our reference, which confirms it and never allows a second try.
            `none`: where the outcome is unknown, a person decides.
        key_life: How long the service remembers a key; None where it never forgets.
        atomic_threads: Whether all parts of a thread go out in one call, or each in its own.
        tests: Whether a test can be sent to one address.
    """

    name: str
    account: str
    accepts: frozenset[type[Email] | type[Thread]]
    guarantee: Guarantee
    key_life: timedelta | None = None
    atomic_threads: bool = True
    tests: bool = False


@dataclass(frozen=True)
class Request:
    """The final bytes for one channel, by part: file names for the outbox, calls' bodies for a provider.

    Attributes:
        parts: Relative names with `/`, such as `newsletter.html` or `content.json`, each with its bytes.
    """

    parts: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Staged:
    """A draft at a channel that no reader sees yet.

    Attributes:
        reference: Our name for it, such as `weekly/2026-W47`; one draft a reference.
        remote_id: The channel's own name for it; with the request, all that publishing needs.
        place: Where a person finds it: a folder, or an address in the provider's web application.
    """

    reference: str
    remote_id: str
    place: str


@dataclass(frozen=True)
class Receipt:
    """The service's evidence that it took a message.

    Attributes:
        remote_id: Its name for what readers see; a reply goes after it.
        place: Where a person finds it: a folder or an address.
        final: False where the service only queued it: evidence of going out is still due.
    """

    remote_id: str
    place: str
    final: bool = True


@dataclass(frozen=True)
class Remote:
    """What a channel says of something staged.

    Attributes:
        state: `draft` (readers see nothing), `scheduled` (it goes out by itself), `sent`, or `gone`.
        differs: What is other there than in the request: `subject`, `audience`, `content`.
        receipt: Where it is scheduled or sent.
    """

    state: Literal["draft", "scheduled", "sent", "gone"]
    differs: tuple[str, ...] = ()
    receipt: Receipt | None = None


class Channel(Protocol):
    """Where drafts go: a *provider* of mailing lists, a *network*, or the outbox.

    Only `publish` may end in `Uncertain`; every other call may be repeated.
    """

    facts: Facts

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        """The bytes that would go out, with the channel's own tags and escaping. Pure.

        Args:
            message: What to say. Where threads are not atomic, a thread of the one part that this request is for.
            images: The bytes of every picture of a thread, by `Image.file`: what is approved includes them.

        Raises:
            Rejected: the channel does not take this kind of message, or a picture is missing.
        """

    def problems(self, message: Email | Thread) -> list[Finding]:
        """What cannot be expressed there."""

    def stage(self, request: Request, reference: str) -> Staged:
        """Make the draft named `reference`, or bring it up to date if it exists. Readers see nothing. Safe to repeat.

        Raises:
            Rejected: a person must change something; for instance, it was sent already.
            NotSent: nothing reached readers; repeat it.
        """

    def read(self, request: Request, staged: Staged) -> Remote:
        """What the service has under `staged`, compared with `request`. Changes nothing.

        Raises:
            Rejected, NotSent: it could not be read.
        """

    def publish(self, request: Request, staged: Staged, key: str, at: datetime, after: Receipt | None) -> Receipt:
        """The one moment that counts: readers see it.

        Args:
            request: What was approved.
            staged: What `stage` gave for it.
            key: The same at every try of one delivery, and of no other.
            at: The slot's moment, aware UTC; the same at every try.
            after: Of a part of a thread that is not atomic, the receipt of the part before.

        Raises:
            Rejected: nothing went out, and a person must change something.
            NotSent: nothing went out, and it may be tried again.
            Uncertain: it may have gone out.
        """

    def find(self, reference: str) -> Staged | Receipt | None:
        """What the service has under our `reference`: a draft, evidence that it went out, or None.

        None proves nothing where the service cannot search.

        Raises:
            Rejected, NotSent: it could not be searched.
        """

    def withdraw(self, staged: Staged) -> None:
        """Delete the draft, or take it out of the service's schedule. Nothing happens where it is gone.

        Raises:
            Rejected: it went out already.
            NotSent: it could not be reached.
        """

    def test(self, request: Request, to: str) -> None:
        """Send `request` to the one address `to`, by a throwaway draft under its own reference, and withdraw that.

        Raises:
            Rejected: the service cannot send tests, or refuses.
            NotSent: nothing went out.
        """

    def check(self) -> list[Finding]:
        """Whether the channel can be used as it is configured. Changes nothing there."""


@dataclass(frozen=True)
class OwnWords:
    """What a person wrote for an edition, as it stands; None where config.yaml's is used."""

    greeting: str | None = None
    subject: str | None = None
    preheader: str | None = None


@dataclass(frozen=True)
class OwnBlock:
    """A part of an edition that is no article: an agenda, a vacancy, our news.

    Attributes:
        name: What `order` in config.yaml calls it. Several may share a name: they stand there together, in their order.
        title: Its heading, or None where it has none.
        language: BCP 47 tag.
        lead, sections, key_points: As of an article; all of it is shown.
    """

    name: str
    title: str | None
    language: str
    lead: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    key_points: tuple[KeyPoint, ...] = ()


@dataclass(frozen=True)
class PublishedImage:
    """An image of an article, made small and published on our own site.

    Attributes:
        url: Of its largest size, at most 1,200 pixels wide; mails show that at 600.
        width, height: Of that, in pixels.
    """

    url: str
    width: int
    height: int


@dataclass(frozen=True)
class Edition:
    """One dated instance of a newsletter.

    Attributes:
        label: Which one, such as `2026-W47`.
        day: When it goes out.
        greeting: Our own lines, or None.
        subject, preheader: A person's own, as they stand; None where config.yaml's are filled in.
        own_blocks: What stands beside articles; `order` in config.yaml says where.
        images: Of its articles, those that are published on our own site, by their address there.
    """

    newsletter: str
    label: str
    day: date
    articles: tuple[Article, ...]
    greeting: str | None = None
    subject: str | None = None
    preheader: str | None = None
    own_blocks: tuple[OwnBlock, ...] = ()
    images: Mapping[str, PublishedImage] = field(default_factory=dict)

    @property
    def reference(self) -> str:
        """Our name for its draft everywhere: `weekly/2026-W47`."""
        return f"{self.newsletter}/{self.label}"
