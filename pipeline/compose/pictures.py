"""Posts with the quote cards that they show: which are wanted, drawn, and under what names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pipeline.compose import cards, names
from pipeline.compose.posts import Composed
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import MANNERS
from pipeline.config.shape import Config, NetworkPlan
from pipeline.model import Article, Finding, Image, Post


@dataclass(frozen=True)
class Illustrated:
    """Posts with their pictures.

    Attributes:
        files: Each card's PNG by its name, as `Image.file` has it.
        findings: Why a wanted card could not be drawn.
    """

    posts: tuple[Post, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def illustrated(composed: Composed, article: Article, number: int, config: Config) -> Illustrated:
    """The posts about `article` with their cards; none is drawn that no post shows.

    Args:
        number: The article's place among those made together; it keeps the names of their cards apart.
    """
    wanted = {post.key_point for post in composed.posts if _shows_card(post, config)}
    files: dict[str, bytes] = {}
    shown: dict[str | None, Image] = {}
    findings = []
    for thought in composed.thoughts:
        if thought.key_point not in wanted:
            continue
        card = _card(thought, article, config)
        if isinstance(card, Finding):
            findings.append(card)
            continue
        parts = (f"{number:02d}", names.file_name(article.title), str(thought.number or "title"))
        name = f"cards/{'-'.join(filter(None, parts))}.png"
        files[name] = card.png
        shown[thought.key_point] = Image(name, card.alt)
    posts = (
        _with_card(post, shown.get(post.key_point)) if _shows_card(post, config) else post for post in composed.posts
    )
    return Illustrated(tuple(posts), files, tuple(findings))


def _shows_card(post: Post, config: Config) -> bool:
    """Whether its network's plan asks for a card, or the network takes no post without one."""
    plan = config.social.networks.get(post.network, NetworkPlan())
    return MANNERS[post.network].needs_image or ("card" in plan.forms and post.key_point is not None)


def _card(thought: Thought, article: Article, config: Config) -> cards.Card | Finding:
    credit = article.title if thought.key_point else config.brand.site.split("//")[-1]
    return cards.draw(thought.text, brand=config.brand, credit=credit, language=article.language, beside=config.folder)


def _with_card(post: Post, card: Image | None) -> Post:
    return replace(post, images=(*post.images, card)) if card else post
