"""Thoughts -> posts, in each network's manner and within its limit. For what does not fit there is a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import limits
from pipeline.compose import shorten, templates, thoughts, words
from pipeline.compose.care import brief
from pipeline.compose.links import absolute, with_utm
from pipeline.compose.thoughts import Thought
from pipeline.config.shape import Config
from pipeline.model import Article, Finding, Image, Network, Post


@dataclass(frozen=True)
class Manner:
    """How one speaks on a network.

    Attributes:
        support: Most sentences of the author that may follow the point.
        steps: True where a list has room.
        hashtags: Most hashtags that are sensible there.
        link: False where links in a post cannot be clicked.
        short_link: True where a short form may stand for the link, whose target is kept apart from the text.
        needs_image: True where a post without a picture is impossible.
    """

    support: int
    hashtags: int
    steps: bool = False
    link: bool = True
    short_link: bool = False
    needs_image: bool = False


MANNERS: Mapping[Network, Manner] = {
    "x": Manner(support=0, hashtags=1),
    "bluesky": Manner(support=1, hashtags=1, short_link=True),
    "mastodon": Manner(support=1, hashtags=3),
    "linkedin": Manner(support=2, hashtags=3, steps=True),
    "facebook": Manner(support=1, hashtags=0),
    "instagram": Manner(support=1, hashtags=5, link=False, needs_image=True),
    "threads": Manner(support=1, hashtags=1),
}


@dataclass(frozen=True)
class Composed:
    """Posts, the thoughts they tell (a card each), and what a person should know."""

    posts: tuple[Post, ...]
    thoughts: tuple[Thought, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Version:
    """One way to tell a thought; `link` is how the link is shown."""

    text: str
    support: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    link: str = ""


@dataclass(frozen=True)
class _Desk:
    """What every post about one article is made with."""

    article: Article
    config: Config
    env: ImmutableSandboxedEnvironment
    words: words.Words


def compose(
    article: Article, networks: Sequence[Network], config: Config, env: ImmutableSandboxedEnvironment
) -> Composed:
    """Posts about `article` for each of `networks`, in their order; the announcement first, then the key points."""
    desk = _Desk(article, config, env, words.load(article.language, config.folder))
    told, findings = thoughts.of(article, config.social.posts_per_article)
    found: list[Post] = []
    for network in networks:
        for thought in told:
            post = _post(thought, network, desk)
            if isinstance(post, Finding):
                findings.append(post)
            else:
                found.append(post)
    return Composed(tuple(found), tuple(told), tuple(findings))


def _post(thought: Thought, network: Network, desk: _Desk) -> Post | Finding:
    """The richest version of the post that fits, or a finding that none does."""
    link = _link(thought, network, desk) if MANNERS[network].link else None
    for version in _versions(thought, network, link or "", desk):
        text = _rendered(version, thought, network, desk)
        if limits.fits(network, text):
            return Post(network, text, link, desk.article.guid, desk.article.language, key_point=thought.key_point)
    told = f"key point {thought.number}" if thought.number else "announcement"
    message = f"“{shorten.start_of(thought.text)}” does not fit, and cannot be shortened without changing what it says."
    place = f"{network}, {told} of “{shorten.start_of(desk.article.title)}”"
    return Finding("post-too-long", "warning", place, message, "Reword it in fewer words.")


def _versions(thought: Thought, network: Network, link: str, desk: _Desk) -> Iterator[_Version]:
    """From the richest version to the barest; the link is shortened before anything else is left out."""
    manner = MANNERS[network]
    tags = hashtags(desk.article, thought.text, desk.config, manner.hashtags)
    support = thought.support[: manner.support or int(thought.number == 0)]
    steps = thought.steps if manner.steps else ()
    links = [link, _short(link)] if manner.short_link else [link]
    for text in shorten.shorter(thought.text, desk.article.language):
        kept = [(support[:count], steps) for count in range(len(support), -1, -1)]
        for sentences, listed in [*kept, ((), ())]:
            yield from (_Version(text, sentences, listed, tags, form) for form in links)
        yield from (_Version(text, link=form) for form in links)


def _short(link: str) -> str:
    """A link as people write it: host and path."""
    parts = urlsplit(link)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def hashtags(article: Article, text: str, config: Config, most: int) -> tuple[str, ...]:
    """Hashtags in CamelCase: the brand's own, then those of its list that the text or the title speaks of."""
    wanted = config.voice.hashtags
    spoken = f"{text} {article.title}".casefold()
    fitting = [tag for tag in wanted.may if re.search(rf"\b{re.escape(tag.casefold())}(?:e?[nsr]|jes?)?\b", spoken)]
    made = [
        "#" + "".join(part[:1].upper() + part[1:] for part in re.findall(r"\w+", tag))
        for tag in (*wanted.always, *fitting)
    ]
    return tuple(dict.fromkeys(tag for tag in made if len(tag) > 1))[: min(most, wanted.most)]


def _link(thought: Thought, network: Network, desk: _Desk) -> str:
    address = absolute(desk.article.url or "", desk.config.brand.site)
    content = f"key-point-{thought.number}" if thought.number else "announcement"
    campaign = slug(desk.article.title, most=40)
    return with_utm(address, source=network, medium="social", campaign=campaign, content=content)


def slug(text: str, most: int = 60) -> str:
    """`text` as a short name for addresses and files: words in lower case joined by hyphens, `most` characters."""
    joined = "-".join(re.findall(r"[^\W_]+", text.casefold()))
    return joined if len(joined) <= most else joined[: most + 1].rpartition("-")[0] or joined[:most]


def _rendered(version: _Version, thought: Thought, network: Network, desk: _Desk) -> str:
    care = desk.config.care
    notices = [brief(notice, desk.article.language) for notice in desk.article.notices] + [care.notice or ""]
    variables = {
        "text": version.text,
        "support": " ".join(version.support),
        "steps": "\n".join(f"• {step}" if number else step for number, step in enumerate(version.steps)),
        "title": desk.article.title,
        "read_in": words.fill(desk.words["read_in"], title=desk.article.title),
        "is_announcement": thought.number == 0,
        "link": version.link,
        "hashtags": " ".join(version.hashtags),
        "notice": "\n\n".join(filter(None, notices)) if network in care.notice_on else "",
        "source": thought.source if network in care.sources_on else "",
        "brand": desk.config.brand.name,
        "words": desk.words,
    }
    made = templates.render(desk.env, f"social/{network}.txt", variables)
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", made)).strip()


def with_card(post: Post, card: Image) -> Post:
    """`post` with a picture."""
    return replace(post, images=(*post.images, card))
