"""A mail with all that judging it takes: parsed, beside what it was made of and what only others know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.config.shape import Config, Newsletter
from pipeline.model import Edition, Email
from pipeline.preflight.email import css
from pipeline.preflight.email.cascade import SCHEMES, Given, Scheme, given
from pipeline.preflight.places import Places
from pipeline.preflight.wording import flat


@dataclass(frozen=True)
class Reached:
    """What an address answered.

    Attributes:
        trouble: Why it could not be had, as a sentence that names it; empty where something is there.
        gone: Whether the answer was clear: there is nothing.
        size: Bytes of what is there, where that is known.
    """

    trouble: str = ""
    gone: bool = False
    size: int | None = None


@dataclass(frozen=True)
class Around:
    """What a mail itself does not tell; nothing of it is needed.

    Attributes:
        templates: The design's templates by name, so that places can name their lines.
        earlier: For identities of articles, the edition that told them before.
        reach: Asks many addresses at once; None where the network is not to be used.
        whole: Whether the design shows whole articles.
    """

    templates: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)
    reach: Callable[[list[str]], Mapping[str, Reached]] | None = None
    whole: bool = False


@dataclass(frozen=True)
class Letter:
    """One mail of one edition."""

    email: Email
    edition: Edition
    recipe: Newsletter
    config: Config
    around: Around

    @cached_property
    def tree(self) -> LexborHTMLParser:
        """The page, parsed as browsers do."""
        return LexborHTMLParser(self.email.html)

    @cached_property
    def sheets(self) -> list[css.Sheet]:
        """Its `<style>` elements, in order."""
        return [css.sheet(style.text() or "") for style in self.tree.css("style")]

    @cached_property
    def styled(self) -> dict[Scheme, Given]:
        """What the rules of `<style>` give each element, by colour scheme."""
        return {scheme: given(self.tree, self.sheets, scheme) for scheme in SCHEMES}

    @cached_property
    def words(self) -> str:
        """What readers may read, on one line, without what is hidden behind conditions for Outlook."""
        body = self.tree.body
        return flat(body.text(separator=" ")) if body else ""

    @cached_property
    def places(self) -> Places:
        """Where things come from."""
        buttons = {label: f"brand.buttons.{label}" for label in self.config.brand.buttons}
        return Places(self.around.templates, self.edition, buttons)


def attribute(node: LexborNode, name: str) -> str:
    """An attribute's value without blanks around it; empty where there is none."""
    return (node.attributes.get(name) or "").strip()


def words_of(node: LexborNode) -> str:
    """What a screen reader says of an element: its text, else the words for its pictures, else its label."""
    text = flat(node.text() or "")
    pictures = flat(" ".join(attribute(image, "alt") for image in node.css("img")))
    return text or pictures or attribute(node, "aria-label") or attribute(node, "title")
