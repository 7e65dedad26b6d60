"""Posts with the cards of their links: title, description and picture, for networks that fetch none themselves."""

from __future__ import annotations

from dataclasses import replace

from pipeline.compose import cards, names
from pipeline.compose.cards import Page, Setup
from pipeline.compose.pictures import Illustrated, page_of, setup_of
from pipeline.compose.thoughts import Thought
from pipeline.config.shape import Config
from pipeline.language.start import start_of
from pipeline.model import Article, LinkCard, Network, Post

_NETWORKS: frozenset[Network] = frozenset(
    {"bluesky"}
)  # https://docs.bsky.app/docs/advanced-guides/posts#website-card-embeds
_DESCRIPTION = 300  # characters; more is not shown


def carded(
    shown: Illustrated,
    announcement: Thought,
    article: Article,
    number: int,
    config: Config,
    logo: bytes | None = None,
) -> Illustrated:
    """`shown` with a card for each link of a post that shows no picture.

    The picture is the key point's quote card where one was drawn, else the title's, which is drawn for it. A title that
    no card can be made of gives link cards without one.

    Args:
        number: The article's place among those made together, as in the names of its other cards.
        logo: The bytes of the brand's logo, or None where it is no file.
    """
    if not any(map(_wants_card, shown.posts)):
        return shown
    title = f"cards/{number:02d}-{names.file_name(article.title)}-title"
    named = (f"{title}.{suffix}" for suffix in ("png", "jpg"))
    drawn = {name: shown.files[name] for name in named if name in shown.files}
    drawn = drawn or _title_card(title, page_of(announcement, article, config), setup_of(article, config, logo))
    by_point = {post.key_point: post.images[0].file for post in shown.posts if post.images and post.key_point}

    def with_card(post: Post) -> Post:
        thumb = by_point.get(post.key_point or "") or next(iter(drawn), None)
        card = LinkCard(announcement.text, _description(announcement, post), thumb)
        return replace(post, link_card=card) if _wants_card(post) else post

    return replace(shown, posts=tuple(map(with_card, shown.posts)), files={**shown.files, **drawn})


def _wants_card(post: Post) -> bool:
    return post.network in _NETWORKS and post.link is not None and not post.images


def _description(announcement: Thought, post: Post) -> str:
    """What the author says of the article, else how it begins; rather what the post does not say itself. No quote."""
    begun = (passage.sentences[0] for passage in announcement.support if not any(passage.marks))
    said = filter(None, (" ".join(announcement.rest), *begun))
    return start_of(next(iter(sorted(said, key=lambda one: one in post.text)), ""), _DESCRIPTION)


def _title_card(name: str, page: Page, setup: Setup) -> dict[str, bytes]:
    card = cards.draw(page, "wide", setup)
    return {f"{name}.{card.suffix}": card.picture} if isinstance(card, cards.Card) else {}
