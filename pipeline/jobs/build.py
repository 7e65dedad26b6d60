"""Articles -> everything made of them, as named bytes: newsletter, posts, cards, report. No state, no channel."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime, timedelta

from pipeline import limits, slots
from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.compose import newsletter, pictures, posts, templates
from pipeline.config.shape import NETWORKS, Config, NetworkPlan, Newsletter
from pipeline.errors import UsageError
from pipeline.model import Article, Edition, Email, Finding, Network, Post
from pipeline.preflight import email as email_check
from pipeline.preflight import posts as posts_check

Say = Callable[[str], None]


@dataclass(frozen=True)
class Draft:
    """What was made.

    Attributes:
        files: By relative name: what `build` writes.
        email: With placeholders, for a channel to render; None where there is no newsletter in it.
        posts: In the order of `posts.json`.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...]
    email: Email | None = None
    posts: tuple[Post, ...] = ()
    articles: tuple[Article, ...] = field(default=())

    @property
    def held(self) -> bool:
        """Whether an error keeps it from going out."""
        return any(finding.severity == "error" for finding in self.findings)


def recipe_named(name: str | None, config: Config) -> tuple[str, Newsletter]:
    """The newsletter `name` of config.yaml; without a name its first, or a plain one where it has none.

    Raises:
        UsageError: there is none of that name.
    """
    if name is None:
        return next(iter(config.newsletters.items()), ("newsletter", Newsletter.model_validate({"from": ["articles"]})))
    if name not in config.newsletters:
        raise UsageError(f"config.yaml has no newsletter {name}. It has: {', '.join(config.newsletters) or 'none'}.")
    return name, config.newsletters[name]


def whole(
    articles: Sequence[Article],
    name: str,
    recipe: Newsletter,
    config: Config,
    now: datetime,
    *,
    greeting: str | None = None,
    beside: Sequence[Finding] = (),
    say: Say,
) -> Draft:
    """Newsletter, posts and cards of `articles` together, with one report, which starts with the findings `beside`."""
    mail = edition(articles, name, recipe, config, slots.week(now.date()), now.date(), greeting=greeting, say=say)
    social = posts_of(articles, config, now, say=say)
    findings = (*beside, *mail.findings, *social.findings)
    files = mail.files | social.files | {"report.json": _json([asdict(finding) for finding in findings])}
    return Draft(files, findings, mail.email, social.posts, tuple(articles))


def edition(
    articles: Sequence[Article],
    name: str,
    recipe: Newsletter,
    config: Config,
    label: str,
    day: date,
    *,
    greeting: str | None = None,
    say: Say,
) -> Draft:
    """The newsletter of `articles` as one edition."""
    say(f"newsletter {name}, {label}")
    own = greeting or (recipe.greeting if recipe.greeting not in {"required", "none"} else None)
    made = Edition(name, label, day, tuple(articles[: recipe.articles.at_most]), own)
    composed = newsletter.compose(made, recipe, config)
    beyond = open_channel(recipe.send_with, config).problems(composed.email)
    findings = (*email_check.check(composed.email, made, recipe, config), *beyond)
    # Whoever opens the files sees working links; a channel puts its own tags in place of the placeholders.
    shown = Outbox(config.folder, config.brand).render(composed.email).parts
    described = {
        "newsletter": name,
        "label": label,
        "subject": composed.email.subject,
        "preheader": composed.email.preheader,
        "language": composed.email.language,
        "articles": [{"guid": article.guid, "title": article.title, "url": article.url} for article in made.articles],
    }
    files = {
        "newsletter.html": shown["newsletter.html"],
        "newsletter.source.html": composed.source_html.encode(),
        "newsletter.txt": shown["newsletter.txt"],
        "edition.json": _json(described),
        "report.json": _json([asdict(finding) for finding in findings]),
    }
    return Draft(files, findings, composed.email, articles=made.articles)


def posts_of(
    articles: Sequence[Article],
    config: Config,
    now: datetime,
    *,
    taken: dict[Network, set[str]] | None = None,
    say: Say,
) -> Draft:
    """The posts about `articles` for the networks of config.yaml, each with its slot and its cards."""
    networks = tuple(config.social.networks) or NETWORKS
    env = templates.environment(config.folder)
    files: dict[str, bytes] = {}
    found: list[Post] = []
    findings: list[Finding] = []
    for number, article in enumerate(articles, 1):
        say(f"posts and cards for “{article.title}”")
        composed = posts.compose(article, networks, config, env)
        shown = pictures.illustrated(composed, article, number, config)
        files |= shown.files
        findings += [*composed.findings, *shown.findings]
        found += shown.posts
    found, late = _with_slots(found, config, now, taken or {})
    findings += late
    findings += posts_check.check(found, config.voice)
    files["posts.json"] = _json([_described(post) for post in found])
    files |= _texts(found)
    files["report.json"] = _json([asdict(finding) for finding in findings])
    return Draft(files, tuple(findings), posts=tuple(found), articles=tuple(articles))


def _with_slots(
    found: list[Post], config: Config, now: datetime, taken: dict[Network, set[str]]
) -> tuple[list[Post], list[Finding]]:
    """Each post with the next free slot of its network, where config.yaml has a plan and there is one in time."""
    end = now + timedelta(days=config.social.spread_over)
    free = {
        network: _free(plan, config, now, end, taken.get(network, set()))
        for network, plan in config.social.networks.items()
    }
    placed = [replace(post, slot=next(free[post.network], None) if post.network in free else None) for post in found]
    late = {network: sum(post.slot is None and post.network == network for post in placed) for network in free}
    return placed, [_without_slot(network, count) for network, count in late.items() if count]


def _free(plan: NetworkPlan, config: Config, now: datetime, end: datetime, taken: set[str]) -> Iterator[str]:
    """The labels of a network's slots up to `end` that no other post has."""
    for slot in slots.coming(plan.days, plan.at, config.brand.timezone, config.social.quiet, now):
        if slot.at <= end and slot.label not in taken:
            yield slot.label


def _without_slot(network: Network, count: int) -> Finding:
    message = f"{count} posts have no slot: its days within `spread_over` are taken."
    return Finding("no-slot", "note", network, message, "Give the network more days, or spread over more weeks.")


def _texts(found: Sequence[Post]) -> dict[str, bytes]:
    """Each post as a text of its own, to copy from."""
    counts: dict[Network, int] = {}
    files = {}
    for post in found:
        counts[post.network] = counts.get(post.network, 0) + 1
        files[f"posts/{post.network}-{counts[post.network]:02d}.txt"] = f"{post.text}\n".encode(
            "utf-8", "surrogatepass"
        )
    return files


def _described(post: Post) -> dict[str, object]:
    """A post as `posts.json` has it."""
    return {
        "network": post.network,
        "text": post.text,
        "link": post.link,
        "images": [asdict(image) for image in post.images],
        "key_point": post.key_point,
        "part": post.part,
        "parts": post.parts,
        "length": limits.measure(post.network, post.text),
        "limit": limits.limit(post.network),
        "slot": post.slot,
        "article": post.article,
        "language": post.language,
    }


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "surrogatepass")
