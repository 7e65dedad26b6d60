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
class BlockView:
    """A paragraph, list, quote, code or table.

    Attributes:
        html: The block; of a list empty.
        text: The same as text, links as numbers; of a list its lines.
        rows: The cells of a table.
        left_out: The words for what a list does not show, or nothing.
    """

    kind: str
    html: Markup
    text: str
    items: tuple[ItemView, ...] = ()
    ordered: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    left_out: str = ""


@dataclass(frozen=True)
class PointView:
    """A key point: its kind, sign, the name of its box (`point` or `alarm`), what its kind is called, and its text."""

    kind: str
    sign: str
    box: str
    label: str
    text: str


@dataclass(frozen=True)
class SectionView:
    """The opening of a section."""

    heading: str | None
    blocks: tuple[BlockView, ...]
    key_points: tuple[PointView, ...]


@dataclass(frozen=True)
class ImageView:
    """An image of an article."""

    url: str
    alt: str
    caption: Markup


@dataclass(frozen=True)
class ButtonView:
    """A button, or a line that invites as one does."""

    label: str
    url: str


@dataclass(frozen=True)
class ArticleView:
    """One article in the newsletter.

    Attributes:
        language, dir: Of its own text; `foreign` where that is not the edition's language.
        quote, credit: Instead of lead, sections and key points, where it may only be quoted.
        summary: The author's own description of it, for the preheader; or nothing.
        names_changed: Whether its people are not called so, or not real.
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
    lead: tuple[BlockView, ...]
    sections: tuple[SectionView, ...]
    key_points: tuple[PointView, ...]
    quote: str
    credit: str
    summary: str
    names_changed: bool
    button: ButtonView
    invitations: tuple[ButtonView, ...]
    links: tuple[tuple[int, str], ...]

    @property
    def counted(self) -> int:
        """How many key points it shows with a 💡."""
        points = (*self.key_points, *(point for section in self.sections for point in section.key_points))
        return sum(point.sign == "💡" for point in points)


@dataclass(frozen=True)
class AsideView:
    """Notices or references of one article; `title` is empty where they are about the whole edition."""

    title: str
    language: str
    dir: str
    texts: tuple[str, ...]
