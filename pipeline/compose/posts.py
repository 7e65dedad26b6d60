"""Thoughts -> posts, in each network's manner and within its limit. For what does not fit there is a finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import limits
from pipeline.compose import markup, names, plaintext, shorten, templates, thoughts, words
from pipeline.compose.care import brief
from pipeline.compose.links import with_utm
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import MANNERS, Version, versions
from pipeline.config.shape import Config
from pipeline.model import Article, Finding, KeyPointKind, Network, Post

# A warning is never told with the light bulb of a bright idea.
_SIGNS: Mapping[KeyPointKind, str] = {
    **dict.fromkeys(("key point", "tip", "summary"), "💡"),
    "note": "ℹ️",
    "warning": "⚠️",
}


@dataclass(frozen=True)
class Composed:
    """Posts, the thoughts they tell, and what a person should know."""

    posts: tuple[Post, ...]
    thoughts: tuple[Thought, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Desk:
    """What every post about one article is made with; `address` is where its links lead, if anywhere."""

    article: Article
    address: str | None
    config: Config
    env: ImmutableSandboxedEnvironment
    words: words.Words


def compose(
    article: Article, networks: Sequence[Network], config: Config, env: ImmutableSandboxedEnvironment
) -> Composed:
    """Posts about `article` for each of `networks`, in their order; the announcement first, then the key points."""
    address = _address(article, config)
    desk = _Desk(article, address, config, env, words.load(article.language, config.folder))
    told, findings = thoughts.of(article, config.social.posts_per_article, config.social.kinds)
    findings += [] if address else [_without_link(article)]
    found: list[Post] = []
    for network in networks:
        for thought in told:
            post, finding = _post(thought, network, desk)
            found += [post] if post else []
            findings += [finding] if finding else []
    return Composed(tuple(found), tuple(told), tuple(findings))


def _post(thought: Thought, network: Network, desk: _Desk) -> tuple[Post | None, Finding | None]:
    """The richest version of the post that fits, and what a person should know of it."""
    link = _link(desk.address, thought, network, desk) if desk.address and MANNERS[network].link else None
    told = f"key point {thought.number}" if thought.number else "announcement"
    place = f"{network}, {told} of “{shorten.start_of(desk.article.title)}”"
    for version in versions(thought, network, link or "", desk.article, desk.config.voice.hashtags):
        text = _rendered(version, thought, network, desk)
        if limits.fits(network, text):
            post = Post(network, text, link, desk.article.guid, desk.article.language, key_point=thought.key_point)
            return post, _shortened(version, thought, place)
    message = f"“{shorten.start_of(thought.text)}” does not fit, and cannot be shortened without changing what it says."
    return None, Finding("post-too-long", "warning", place, message, "Reword it in fewer words.")


def _shortened(version: Version, thought: Thought, place: str) -> Finding | None:
    """That a post does not tell all of its point."""
    whole = " ".join([thought.text, *(thought.rest if thought.number else ())])
    if " ".join([version.text, *version.support]).startswith(whole):
        return None
    message = f"Of “{shorten.start_of(whole)}” it tells only “{version.text}”"
    return Finding("post-shortened", "note", place, message, "Check that it still says what you mean.")


def _address(article: Article, config: Config) -> str | None:
    """Where the article is read, else our site; None where what stands for its address leads nowhere."""
    found = markup.absolute(article.url or "", f"{config.brand.site}/")
    return found if found and not found.lower().startswith(("mailto:", "tel:")) else None


def _without_link(article: Article) -> Finding:
    place = f"article “{shorten.start_of(article.title)}”"
    message = f"{article.url} is no address that readers can open, so its posts have no link."
    return Finding("post-link", "warning", place, message, "Write the article's whole https address.")


def _link(address: str, thought: Thought, network: Network, desk: _Desk) -> str:
    content = f"key-point-{thought.number}" if thought.number else "announcement"
    campaign = names.slug(desk.article.title, most=40)
    return with_utm(address, source=network, medium="social", campaign=campaign, content=content)


def _rendered(version: Version, thought: Thought, network: Network, desk: _Desk) -> str:
    care = desk.config.care
    notices = [brief(notice, desk.article.language) for notice in desk.article.notices] + [care.notice or ""]
    title = desk.article.title
    variables = {
        "text": version.text,
        "support": "\n\n".join(version.support),
        "steps": "\n".join(f"• {step}" if number else step for number, step in enumerate(version.steps)),
        "sign": _SIGNS[thought.kind],
        "title": title,
        "read_in": words.fill(desk.words["read_in"], title=title) if desk.address else title,
        "is_announcement": thought.number == 0,
        "link": version.link,
        "hashtags": " ".join(version.hashtags),
        "notice": "\n\n".join(filter(None, notices)) if network in care.notice_on else "",
        "source": thought.source if network in care.sources_on else "",
        "brand": desk.config.brand.name,
        "words": desk.words,
    }
    return plaintext.tidy(templates.render(desk.env, f"social/{network}.txt", variables)).strip()
