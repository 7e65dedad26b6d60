"""One text about an article, as a network's template tells it, and the link that leads there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.compose import hashtags, markup, names, plaintext, templates, words
from pipeline.compose.care import brief
from pipeline.compose.links import with_utm
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import MANNERS, Version
from pipeline.config.shape import Config, NetworkPlan
from pipeline.model import Article, KeyPointKind, Network

# A warning is never told with the light bulb of a bright idea.
_SIGNS: Mapping[KeyPointKind, str] = {
    **dict.fromkeys(("key point", "tip", "summary"), "💡"),
    "note": "ℹ️",
    "warning": "⚠️",
}


@dataclass(frozen=True)
class Desk:
    """What every post about one article is made with.

    Attributes:
        address: Where its links lead, if anywhere.
        terms: The article's own, for hashtags.
    """

    article: Article
    address: str | None
    config: Config
    env: ImmutableSandboxedEnvironment
    words: words.Words
    terms: tuple[str, ...] = ()


def desk(article: Article, config: Config, env: ImmutableSandboxedEnvironment) -> Desk:
    """What posts about `article` are made with."""
    terms = hashtags.of_article(article, config.voice.hashtags)
    return Desk(article, _address(article, config), config, env, words.load(article.language, config.folder), terms)


def tags(text: str, network: Network, at: Desk) -> tuple[str, ...]:
    """The hashtags of a post that says `text`, as many as are sensible on `network`."""
    return hashtags.of(at.article, text, at.config.voice.hashtags, MANNERS[network].hashtags, at.terms)


def plan_of(network: Network, config: Config) -> NetworkPlan:
    """What config.yaml says of a network's posts; the defaults where it says nothing."""
    return config.social.networks.get(network, NetworkPlan())


def link(network: Network, content: str, at: Desk) -> str | None:
    """The address for posts on `network`, marked with what they tell; None where they have none.

    Args:
        content: What is told: `announcement`, `key-point-3` or `thread`.
    """
    if at.address is None or not MANNERS[network].link or not plan_of(network, at.config).links:
        return None
    campaign = names.slug(at.article.title, most=40)
    return with_utm(at.address, source=network, medium="social", campaign=campaign, content=content)


def _address(article: Article, config: Config) -> str | None:
    """Where the article is read, else our site; None where what stands for its address leads nowhere."""
    found = markup.absolute(article.url or "", f"{config.brand.site}/")
    return found if found and not found.lower().startswith(("mailto:", "tel:")) else None


def rendered(version: Version, thought: Thought, network: Network, at: Desk, template: str | None = None) -> str:
    """`version` of `thought` as the network's template tells it, or as another `template` does."""
    title = at.article.title
    variables = {
        "text": version.text,
        "lead_in": version.lead_in,
        "support": "\n\n".join(version.support),
        "steps": "\n".join(f"• {step}" if number else step for number, step in enumerate(version.steps)),
        "sign": _SIGNS[thought.kind],
        "title": title,
        "read_in": words.fill(at.words["read_in"], title=title) if version.link else title,
        "is_announcement": thought.number == 0,
        "link": version.link,
        "hashtags": " ".join(version.hashtags),
        "notice": _notice(network, at) if version.ends else "",
        "source": thought.source if network in at.config.care.sources_on else "",
        "brand": at.config.brand.name,
        "words": at.words,
    }
    return plaintext.tidy(templates.render(at.env, f"social/{template or network}.txt", variables)).strip()


def _notice(network: Network, at: Desk) -> str:
    """What must be said with every post on `network`."""
    care = at.config.care
    notices = [brief(notice, at.article.language) for notice in at.article.notices] + [care.notice or ""]
    return "\n\n".join(filter(None, notices)) if network in care.notice_on else ""
