"""What templates see of an edition. Everything is ready to be shown: text to be escaped, and `Markup` that is safe."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class ItemView:
    """An item of a list; `items` hang under it."""

    html: Markup
    items: tuple[ItemView, ...] = ()


@dataclass(frozen=True)
class ImageView:
    """An image of an article.

    Attributes:
        alt: What it shows, or nothing.
        text: What it shows, in brackets, and the caption as text, links as numbers.
        width, height: Its own size in px, or None where nobody knows.
    """

    url: str
    alt: str
    caption: Markup
    text: str = ""
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class ButtonView:
    """A button, or a line that invites as one does."""

    label: str
    url: str


@dataclass(frozen=True)
class BlockView:
    """A paragraph, list, quote, code, table, image or button, or a key point that stands among them.

    Attributes:
        html: The block; of a list, an image and a button empty.
        text: The same as text, links as numbers; of a list its lines, of an image `[what it shows] caption`.
        items: Of a list; of a table that a phone has no room for, its rows: mails show these instead.
        rows: The cells of a table.
        left_out: The words for what a list does not show, or nothing.
        image: Of an image.
        button: Of a button, which only our own blocks have.
        point: Of a key point.
    """

    kind: str
    html: Markup
    text: str
    items: tuple[ItemView, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    left_out: str = ""
    image: ImageView | None = None
    button: ButtonView | None = None
    point: PointView | None = None


class _WithContent:
    """`content` parted: its blocks, and its key points."""

    content: tuple[BlockView, ...]

    @property
    def _blocks(self) -> tuple[BlockView, ...]:
        return tuple(block for block in self.content if block.point is None)

    @property
    def _points(self) -> tuple[PointView, ...]:
        return tuple(block.point for block in self.content if block.point)


@dataclass(frozen=True)
class PointView:
    """A key point: its kind, sign, the name of its box (`point` or `alarm`), what its kind is called, and its text.

    Attributes:
        number: Its place among those of the article that are shown with a 💡, from 1; 0 of notes and warnings.
    """

    kind: str
    sign: str
    box: str
    label: str
    text: str
    number: int = 0


@dataclass(frozen=True)
class SectionView(_WithContent):
    """A section, or its opening: `content` has blocks and key points in their order."""

    heading: str | None
    content: tuple[BlockView, ...]

    @property
    def blocks(self) -> tuple[BlockView, ...]:
        """Without the key points."""
        return self._blocks

    @property
    def key_points(self) -> tuple[PointView, ...]:
        """Alone."""
        return self._points


@dataclass(frozen=True)
class ArticleView(_WithContent):
    """One article in the newsletter; how much of it lead, sections and key points hold, the design says (`shows`).

    Attributes:
        language, dir: Of its own text; `foreign` where that is not the edition's language.
        quote, credit: Instead of lead, sections and key points, where it may only be quoted.
        summary: The author's own description of it, for the preheader; or nothing.
        image: A picture to stand at the title; those that stand further down are blocks.
        content: Its lead, with the key points that stand there in their places.
        further: Its other key points that stand in no section shown.
        spoken: The letters of what others say in it, as `voices.spoken` has them.
        names_changed: Whether its people are not called so, or not real.
        names_notice: The words that say so, where a design shows people of the story; else nothing.
        invitations: What its author invites to, after the button.
        links: Number and address of each link in its text, for the text part.
    """

    title: str
    language: str
    dir: str
    foreign: bool
    byline: str
    date: str
    image: ImageView | None
    content: tuple[BlockView, ...]
    sections: tuple[SectionView, ...]
    further: tuple[PointView, ...]
    quote: str
    credit: str
    summary: str
    names_changed: bool
    names_notice: str
    button: ButtonView
    invitations: tuple[ButtonView, ...]
    links: tuple[tuple[int, str], ...]
    spoken: tuple[str, ...] = ()

    @property
    def lead(self) -> tuple[BlockView, ...]:
        """Without the key points."""
        return self._blocks

    @property
    def key_points(self) -> tuple[PointView, ...]:
        """All that stand in no section shown."""
        return (*self._points, *self.further)

    @property
    def counted(self) -> int:
        """How many key points it shows with a 💡."""
        points = (*self.key_points, *(point for section in self.sections for point in section.key_points))
        return sum(point.sign == "💡" for point in points)


@dataclass(frozen=True)
class OwnView(_WithContent):
    """A block of our own, whole.

    Attributes:
        title: Its heading, or nothing.
        foreign, links: As of an article.
        content: What stands before its first section, blocks and key points in their order.
    """

    title: str
    language: str
    dir: str
    foreign: bool
    content: tuple[BlockView, ...]
    sections: tuple[SectionView, ...]
    links: tuple[tuple[int, str], ...]

    @property
    def lead(self) -> tuple[BlockView, ...]:
        """Without the key points."""
        return self._blocks

    @property
    def key_points(self) -> tuple[PointView, ...]:
        """Those before its first section."""
        return self._points


@dataclass(frozen=True)
class AsideView:
    """Notices or references of one article; `title` is empty where they are about the whole edition."""

    title: str
    language: str
    dir: str
    texts: tuple[str, ...]
