"""Thoughts -> posts, in each network's manner and within its limit. For what does not fit there is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import limits
from pipeline.compose import announcing, telling, thoughts
from pipeline.compose.telling import Desk
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import MANNERS, Version, versions
from pipeline.config.shape import Config
from pipeline.language.start import start_of
from pipeline.model import THREADED, Article, Finding, Network, Post

_FEWER = "Reword it in fewer words."


@dataclass(frozen=True)
class Composed:
    """Posts, the thoughts they tell, and what a person should know.

    Attributes:
        posts: By network; the parts of a thread in a row.
    """

    posts: tuple[Post, ...]
    thoughts: tuple[Thought, ...]
    findings: tuple[Finding, ...] = ()


def compose(
    article: Article, networks: Sequence[Network], config: Config, env: ImmutableSandboxedEnvironment
) -> Composed:
    """Posts about `article` for each of `networks`, in their order; the announcement first, then the key points.

    Where a network's plan wants a thread, the announcement is one, of all key points that make posts.
    """
    desk = telling.desk(article, config, env)
    told, findings = thoughts.of(article, config.social.posts_per_article, config.social.kinds)
    threaded = [network for network in networks if "thread" in telling.plan_of(network, config).forms]
    cut = threaded and config.social.posts_per_article is not None  # a thread tells them all
    whole = thoughts.of(article, None, config.social.kinds) if cut else (told, findings)
    findings = [*whole[1], *([] if desk.address and desk.known else [_without_link(article, desk)])]
    found: list[Post] = []
    for network in networks:
        thread, why = announcing.thread(whole[0], network, desk) if network in threaded else ((), [])
        found += thread
        findings += why
        for thought in _alone(told, network, config, threaded=bool(thread)):
            post, finding = _post(thought, network, desk)
            found += [post] if post else []
            findings += [finding] if finding else []
    return Composed(tuple(found), tuple(whole[0]), tuple(findings))


def try_thread(article: Article, config: Config, env: ImmutableSandboxedEnvironment) -> None:
    """Make every thread of `article` that config.yaml could ask for.

    Raises:
        TemplateError: a template is wrong.
    """
    told, _ = thoughts.of(article, None, config.social.kinds)
    for network in THREADED:
        announcing.thread(told, network, telling.desk(article, config, env))


def _alone(told: Sequence[Thought], network: Network, config: Config, *, threaded: bool) -> Sequence[Thought]:
    """What has a post of its own: where a thread tells the article, no announcement, and no key point unless wanted."""
    if not threaded:
        return told
    return [one for one in told if one.number] if {"text", "card"} & set(telling.plan_of(network, config).forms) else ()


def _post(thought: Thought, network: Network, desk: Desk) -> tuple[Post | None, Finding | None]:
    """The richest version of the post that fits, and what a person should know of it."""
    article, place = desk.article, _place(thought, network, desk.article)
    if MANNERS[network].needs_image and not thoughts.may_be_drawn(thought, article.language):
        return None, _no_card(thought, network, place)
    link = telling.link(network, f"key-point-{thought.number}" if thought.number else "announcement", desk)
    tags = telling.tags(thought.text, network, desk)
    sources, text = network in desk.config.care.sources_on, ""
    for version in versions(thought, network, link or "", article.language, tags, sources=sources):
        text = telling.rendered(version, thought, network, desk)
        if limits.fits(network, text):
            post = Post(network, text, link, article.guid, article.language, key_point=thought.key_point)
            return post, _shortened(version, thought, place)
    return None, _none(thought, network, place, link or "", text)


def _none(thought: Thought, network: Network, place: str, link: str, shortest: str) -> Finding:
    """Why there is no post: what the template makes of a thought, at its `shortest`, is nothing, or too much."""
    point = f"“{start_of(thought.text)}”"
    if not shortest:
        message, remedy = f"templates/social/{network}.txt writes nothing of {point}.", "Let it say {{ text }}."
        return Finding("post-empty", "warning", place, message, remedy)
    message, remedy = f"{point} does not fit, and cannot be shortened without changing what it says.", _FEWER
    if link and not limits.fits(network, link):
        message = f"{point} does not fit, as its link alone has {len(link)} characters."
        remedy = f"Give the article a shorter address, or write `links: no` under {network} in config.yaml."
    return Finding("post-too-long", "warning", place, message, remedy)


def _place(thought: Thought, network: Network, article: Article) -> str:
    told = f"key point {thought.number}" if thought.number else "announcement"
    return f"{network}, {told} of “{start_of(article.title)}”"


def _no_card(thought: Thought, network: Network, place: str) -> Finding:
    start = start_of(thought.text)
    message = f"“{start}” is nothing for a card, and {network} takes no post without a picture."
    return Finding("grave-card", "note", place, message, "Nothing, or post it by hand with a picture that fits.")


def _shortened(version: Version, thought: Thought, place: str) -> Finding | None:
    """That a post does not tell all of its point."""
    rest = " ".join(thought.rest) if thought.number else ""
    whole = f"{thought.text} {rest}".strip()
    told = " ".join([version.text, *(one for one in version.support if one == rest)])
    if told == whole or (thought.drawn and version.text == thought.drawn):  # told whole, with its connective
        return None
    message = f"Of “{start_of(whole)}” it tells only “{told}”"
    return Finding("post-shortened", "note", place, message, "Check that it still says what you mean.")


def _without_link(article: Article, desk: Desk) -> Finding:
    """That posts do not lead to the article: it has no address, or none that can be opened."""
    place = f"article “{start_of(article.title)}”"
    remedy = "Write `url: https://…` in its front matter, or give --link."
    if desk.known:
        message = f"{article.url} is no address that readers can open, so its posts have no link."
        return Finding("post-link", "warning", place, message, remedy)
    if desk.address is None:
        message = "It is quoted and has no address, so its posts do not lead to it."
        return Finding("post-link", "warning", place, message, remedy)
    return Finding("post-link", "note", place, f"It has no address, so its posts lead to {desk.address}.", remedy)
