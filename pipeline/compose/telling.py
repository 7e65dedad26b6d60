"""One text about an article, as a network's template tells it, and the link that leads there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import limits
from pipeline.compose import hashtags, links, markup, names, plaintext, templates, words
from pipeline.compose.sources import Sources
from pipeline.compose.thoughts import Thought
from pipeline.compose.versions import MANNERS, Version
from pipeline.config.shape import Config, NetworkPlan
from pipeline.identity import site_of
from pipeline.language import notices, people
from pipeline.language.claims import heals, is_grave
from pipeline.language.wide import closed_up
from pipeline.model import Article, KeyPointKind, Network

# A warning is never told with the light bulb of a bright idea.
_SIGNS: Mapping[KeyPointKind, str] = {
    **dict.fromkeys(("key point", "tip", "summary"), "💡"),
    "note": "ℹ️",
    "warning": "⚠️",
}


_MOST = 100_000  # characters of what a template writes; the longest post of any network has 63,206


@dataclass(frozen=True)
class Desk:
    """What every post about one article is made with.

    Attributes:
        address: Where its links lead, if anywhere: to the article, or else to our site, but for a quote of others.
        known: Whether that is the article's own.
        sources: What it cites.
        terms: The article's own, for hashtags.
        people: First names of those it tells of, where it says that names were changed.
    """

    article: Article
    address: str | None
    known: bool
    config: Config
    env: ImmutableSandboxedEnvironment
    words: words.Words
    sources: Sources
    terms: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()


def desk(article: Article, config: Config, env: ImmutableSandboxedEnvironment) -> Desk:
    """What posts about `article` are made with."""
    terms = hashtags.of_article(article, config.voice.hashtags)
    table = words.load(article.language, config.folder)
    named = people.named_people(article) if people.names_changed(article) else frozenset[str]()
    return Desk(
        article, _address(article, config), bool(article.url), config, env, table, Sources(article), terms, named
    )


def tags(text: str, network: Network, at: Desk) -> tuple[str, ...]:
    """The hashtags of a post that says `text`, as many as are sensible on `network`; none of ours under a quote."""
    if at.article.rights == "quote":
        return ()
    return hashtags.of(at.article, text, at.config.voice.hashtags, MANNERS[network].hashtags, at.terms)


def plan_of(network: Network, config: Config) -> NetworkPlan:
    """What config.yaml says of a network's posts; the defaults where it says nothing."""
    return config.social.networks.get(network, NetworkPlan())


def link(network: Network, content: str, at: Desk) -> str | None:
    """The address for posts on `network`, one of ours marked with what they tell; None where they have none.

    Args:
        content: What is told: `announcement`, `key-point-3` or `thread`.
    """
    if at.address is None or not MANNERS[network].link or not plan_of(network, at.config).links:
        return None
    if not _leads_to_us(at):
        return at.address
    campaign = names.slug(at.article.title, most=40)
    return links.with_utm(at.address, source=network, medium="social", campaign=campaign, content=content)


def _address(article: Article, config: Config) -> str | None:
    """Where the article is read, else our site; None where what stands for its address leads nowhere."""
    if article.rights == "quote" and not article.url:
        return None
    found = markup.absolute(article.url or "", f"{config.brand.site}/")
    return found if found and not found.lower().startswith(("mailto:", "tel:")) else None


def _leads_to_us(at: Desk) -> bool:
    """Whether links lead to our own article or site, where clicks are ours to count."""
    ours = {site_of(at.config.brand.site)}
    return at.address is not None and (at.article.rights == "ours" or links.is_ours(at.address, ours))


def rendered(version: Version, thought: Thought, network: Network, at: Desk, template: str | None = None) -> str:
    """`version` of `thought` as the network's template tells it, or as another `template` does."""
    title = "" if at.article.title_is_borrowed else at.article.title
    told = (version.lead_in, *version.support, *version.steps)
    source = at.sources.cited(thought.point, told) if network in at.config.care.sources_on else ""
    variables = {
        "text": version.text,
        "lead_in": version.lead_in,
        "support": "\n\n".join(version.support),
        "steps": "\n".join(f"• {step}" if number else step for number, step in enumerate(version.steps)),
        "sign": _sign(version, thought, at),
        "title": title,
        "read_in": _read_in(title, at.words) if version.link and title and at.known else "",
        "read_on": _read_on(at) if version.link else "",
        "is_announcement": thought.number == 0,
        "link": version.link,
        "link_in_bio": at.words["link_in_bio"] if _is_in_bio(network, at) else "",
        "hashtags": " ".join(version.hashtags),
        "notice": _notice(version, thought, network, at) if version.ends else "",
        "credit": _credit(version, thought, network, at) if version.ends or thought.credit else "",
        "source": source,
        "cites": bool(source) and at.sources.has(thought.point),
        "brand": at.config.brand.name,
        "words": at.words,
    }
    most = max(_MOST, sum(4 * len(value) for value in variables.values() if isinstance(value, str)))
    return _tidy(templates.render(at.env, f"social/{template or network}.txt", variables, most))


def _told(version: Version) -> str:
    """All that the author says in it."""
    return " ".join([version.lead_in, version.text, *version.support, *version.steps])


def _sign(version: Version, thought: Thought, at: Desk) -> str:
    """The sign of its kind; nothing beside a cure or what nobody tells cheerfully, unless it warns of it."""
    told, language = _told(version), at.article.language
    cheerful = thought.kind == "warning" or not (is_grave(told, language) or heals(told, language))
    return _SIGNS[thought.kind] if cheerful else ""


def _is_in_bio(network: Network, at: Desk) -> bool:
    """Whether readers find the address beside our name there, since a link in a post leads nowhere."""
    return _leads_to_us(at) and not MANNERS[network].link and plan_of(network, at.config).links


def _credit(version: Version, thought: Thought, network: Network, at: Desk) -> str:
    """Who says a quotation; whose an article by others is: its author, and where no link names it its site.

    Nobody whom a quote has with it already.
    """
    article = at.article
    if article.rights == "ours":
        return f"— {thought.credit}" if thought.credit else ""
    linked = link(network, "", at) is not None or _leads_to_us(at)
    site = "" if linked else site_of(at.address)
    quoted = [one.rpartition(" — ")[2] for one in version.support]
    told = ", ".join(name for name in (article.byline, site) if name and name not in quoted)
    if thought.credit:
        return f"— {thought.credit} ({told})" if told else f"— {thought.credit}"
    return f"— {told}" if told else ""


def _read_in(title: str, table: words.Words) -> str:
    """What asks to read the article; quotation marks inside its title are those inside others."""
    return words.fill(table["read_in"], title=words.inside(title, table))


def _read_on(at: Desk) -> str:
    """What stands before a link: it leads to the article, or where its address is not known to what else we have."""
    said = at.words["read_on"] if at.known else words.fill(at.words["more_at"], brand=at.config.brand.name)
    return f"{said}{at.words['colon']}"


# What a template leaves where a variable said nothing, and what no language has: a blank before a full stop or a comma.
_BLANKS, _BEFORE_STOP = re.compile(r"[ \t]{2,}"), re.compile(r"(?<=\w)[ \t]+(?=[.,](?:\s|$))")


def _tidy(text: str) -> str:
    """A post as people would type it: no blanks at the ends of lines, none doubled, no two empty lines in a row."""
    lines = "\n".join(plaintext.legible(line).strip() for line in text.splitlines())
    return plaintext.tidy(closed_up(_BEFORE_STOP.sub("", _BLANKS.sub(" ", lines)))).strip()


def _notice(version: Version, thought: Thought, network: Network, at: Desk) -> str:
    """What must be said with it on `network`: our own notice, and of the article's the most fitting one."""
    care, language, announces = at.config.care, at.article.language, thought.number == 0
    if network not in care.notice_on:
        return ""
    # The end of a thread speaks for all of its parts.
    threaded = announces and "thread" in plan_of(network, at.config).forms
    told = (_told(version), *(point.text for point in at.article.key_points if threaded))
    of_people = any(_tells_of_people(_without_capitals(one, at.article.title), at) for one in told)
    theirs = notices.beside(care.notice, notices.fitting(at.article, network, of_people=of_people, announces=announces))
    most = min(notices.WHOLE, limits.limit(network) // 2)  # where less has room, the point comes first
    return "\n\n".join(filter(None, (theirs and notices.brief(theirs, language, most), care.notice)))


def _without_capitals(told: str, title: str) -> str:
    """`told` without a title that Writes Its Words so, which names nobody."""
    written = all(word[0].isupper() for word in re.findall(r"\w{4,}", title))
    return told.replace(title, "") if written else told


def _tells_of_people(told: str, at: Desk) -> bool:
    """Whether `told` names or quotes somebody; in German, where nouns have capitals, whom the article names."""
    if not at.article.language.startswith("de"):
        return people.tells_of_people(told)
    return people.quotes(told) or not at.people.isdisjoint(re.findall(r"\w+", told))
