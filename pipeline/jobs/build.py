"""Articles -> everything made of them, as named bytes: newsletter, posts, cards, report. No state, no channel."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pipeline import limits, slots
from pipeline.channels.outbox import Outbox
from pipeline.channels.registry import open_channel
from pipeline.compose import costs, link_cards, newsletter, pictures, posts, templates
from pipeline.config.shape import NETWORKS, PLAIN_NEWSLETTER, Config, Newsletter
from pipeline.errors import UsageError
from pipeline.jobs import archive, caring, foreign, illustrating, imaging, looks, owning, placing, proofing
from pipeline.jobs.reading import Fetch
from pipeline.jobs.writing import as_json
from pipeline.model import Article, Edition, Email, Finding, Network, OwnWords, Post
from pipeline.preflight import days, suggestions
from pipeline.preflight import posts as posts_check
from pipeline.preflight.places import of_article

Say = Callable[[str], None]

LATE = timedelta(hours=6)  # an edition that is later than this waits for the next one


@dataclass(frozen=True)
class Draft:
    """What was made.

    Attributes:
        files: By relative name: what `build` writes.
        email: With placeholders, for a channel to render; None where there is no newsletter in it.
        edition: What the email was made of, or None like it.
        posts: In the order of `posts.json`.
        holding: The errors that keep the email from going out. A post is held by those whose place is its file.
    """

    files: dict[str, bytes]
    findings: tuple[Finding, ...]
    email: Email | None = None
    edition: Edition | None = None
    posts: tuple[Post, ...] = ()
    holding: tuple[Finding, ...] = ()


_CONFIGS = OwnWords()  # all as config.yaml has it


def recipe_named(name: str | None, config: Config) -> tuple[str, Newsletter]:
    """The newsletter `name` of config.yaml; without a name its first, or a plain one where it has none.

    Raises:
        UsageError: there is none of that name.
    """
    if name is None:
        return next(iter(config.newsletters.items()), ("newsletter", PLAIN_NEWSLETTER))
    if name not in config.newsletters:
        raise UsageError(f"config.yaml has no newsletter {name}. It has: {', '.join(config.newsletters) or 'none'}.")
    return name, config.newsletters[name]


def next_slot(recipe: Newsletter, config: Config, now: datetime) -> slots.Slot:
    """The edition that a draft made at `now` is for; on its own day until it is too late for it."""
    return slots.edition(recipe.every, recipe.at, config.brand.timezone, now, LATE)


def day_of(slot: slots.Slot, config: Config) -> date:
    """The day on which an edition goes out, where the brand is."""
    return slot.at.astimezone(ZoneInfo(config.brand.timezone)).date()


def whole(
    articles: Sequence[Article],
    name: str,
    recipe: Newsletter,
    config: Config,
    now: datetime,
    *,
    greeting: str | None = None,
    beside: Sequence[Finding] = (),
    get: Fetch | None = None,
    say: Say,
) -> Draft:
    """Newsletter, posts and cards of `articles` together, with one report, which starts with the findings `beside`.

    With `get`, the newsletter's links and pictures are asked whether they are there.
    """
    slot = next_slot(recipe, config, now)
    day, own = day_of(slot, config), OwnWords(greeting)
    mail = edition(articles, name, recipe, config, slot.label, day, own=own, get=get, say=say)
    social = posts_of(articles, config, now, say=say)
    suggested = (finding for article in articles for finding in suggestions.each(article))
    findings = (*beside, *mail.findings, *social.findings, *suggested)
    files = mail.files | social.files | {"report.json": as_json([asdict(finding) for finding in findings])}
    return Draft(files, findings, mail.email, mail.edition, social.posts, mail.holding)


def edition(
    articles: Sequence[Article],
    name: str,
    recipe: Newsletter,
    config: Config,
    label: str,
    day: date,
    *,
    own: OwnWords = _CONFIGS,
    earlier: Mapping[str, str] | None = None,
    get: Fetch | None = None,
    say: Say,
) -> Draft:
    """The newsletter of `articles` as one edition; those beyond `at_most` are named in a finding."""
    say(f"newsletter {name}, {label}")
    config, zone = illustrating.with_logo(config), config.brand.timezone
    goes_out = slots.moment(day, recipe.at, zone)
    most = recipe.articles.at_most
    greeting = recipe.own_greeting if own.greeting is None else own.greeting
    spoken = newsletter.language_of(articles[:most], config.brand.language)
    ours = owning.blocks(name, recipe, config, label, spoken)
    shown = illustrating.illustrated(articles[:most], config)
    made = Edition(
        name, label, day, shown.articles, greeting, own.subject, own.preheader, ours.blocks, images=shown.images
    )
    careful = caring.compose(made, recipe, config)
    composed, made, config = careful.composed, careful.edition, careful.config
    beyond = open_channel(recipe.send_with, config).problems(composed.email)
    findings = (
        *proofing.proof(composed.email, made, recipe, config, earlier=earlier, get=get),
        *careful.findings,
        *beyond,
        *ours.findings,
        *shown.findings,
        *illustrating.wordless(made, composed.email.html),
        *looks.colors(config.brand),
        *foreign.without_words(spoken, f"newsletter {name}", config),
        *_left_out(articles[most:], name, most),
        *days.held(articles[:most], goes_out, zone, f"newsletter {name}"),
        *days.passed(articles[:most], goes_out, zone),
        *_nowhere(articles[:most], name, recipe),
    )
    mail = archive.addressed(composed.email, name, label, config)
    # Whoever opens the files sees working links; a channel puts its own tags in place of the placeholders.
    readable = Outbox(config.folder, config.brand).render(mail).parts
    files = {
        "newsletter.html": readable["newsletter.html"],
        "newsletter.source.html": composed.source_html.encode(),
        "newsletter.txt": readable["newsletter.txt"],
        "edition.json": as_json(_about(made, mail)),
        "report.json": as_json([asdict(finding) for finding in findings]),
    }
    holding = tuple(finding for finding in findings if finding.severity == "error")
    return Draft(files, findings, mail, made, holding=holding)


def _about(made: Edition, mail: Email) -> dict[str, object]:
    """An edition as `edition.json` has it."""
    return {
        "newsletter": made.newsletter,
        "label": made.label,
        "subject": mail.subject,
        "alternatives": mail.alternatives,
        "preheader": mail.preheader,
        "language": mail.language,
        "articles": [{"guid": article.guid, "title": article.title, "url": article.url} for article in made.articles],
    }


def _left_out(articles: Sequence[Article], name: str, most: int) -> Iterator[Finding]:
    if articles:
        titles = ", ".join(f"“{article.title}”" for article in articles)
        message = f"It takes at most {most} articles, so it is without {titles}."
        remedy = "Raise `at_most` under `articles` of the newsletter in config.yaml, or build them apart."
        yield Finding("articles-left-out", "warning", f"newsletter {name}", message, remedy)


def _nowhere(articles: Sequence[Article], name: str, recipe: Newsletter) -> Iterator[Finding]:
    if articles and "articles" not in recipe.order:
        titles = ", ".join(f"“{article.title}”" for article in articles)
        message = f"`order` has no articles, so the mail is without {titles}."
        remedy = "Put articles into `order`, where they are to stand."
        yield Finding("articles-left-out", "error", f"newsletters.{name}.order", message, remedy)


def posts_of(
    articles: Sequence[Article],
    config: Config,
    now: datetime | None,
    *,
    say: Say,
) -> Draft:
    """The posts about `articles` for the networks of config.yaml, each with its cards, and its slot after `now`."""
    networks = tuple(config.social.networks) or NETWORKS
    env = templates.environment(config.folder)
    files: dict[str, bytes] = {}
    found: list[Post] = []
    findings: list[Finding] = []
    logo = imaging.logo_of(config)
    for number, article in enumerate(articles, 1):
        say(f"posts and cards for “{article.title}”")
        composed = posts.compose(article, networks, config, env)
        shown = pictures.illustrated(composed, article, number, config, logo)
        if composed.posts:
            shown = link_cards.carded(shown, composed.thoughts[0], article, number, config, logo)
        files |= shown.files
        english = foreign.without_words(article.language, of_article(article), config)
        findings += [*english, *composed.findings, *shown.findings]
        since = days.public(article, config.brand.timezone)
        found += [replace(post, since=since) for post in shown.posts]
    if now:
        alike = {article.guid: placing.twins(article) for article in articles}
        found = placing.place(found, config, now, alike)
        findings += placing.never(config)
        findings += placing.late([post for post in found if post.part == 1], config, alike, now)
        findings += placing.dated(found, config, articles, now)
    findings += [*posts_check.check(found, config, articles), *costs.told(found, "x")]
    files["posts.json"] = posts_json(found)
    files |= _texts(found)
    files["report.json"] = as_json([asdict(finding) for finding in findings])
    return Draft(files, tuple(findings), posts=tuple(found))


def _texts(found: Sequence[Post]) -> dict[str, bytes]:
    """Each post as a text of its own, to copy from."""
    texts = (f"{post.text}\n".encode("utf-8", "surrogatepass") for post in found)
    return dict(zip(names_of(found), texts, strict=True))


def names_of(found: Sequence[Post]) -> list[str]:
    """The file of each post, numbered by network in their order."""
    counts: Counter[Network] = Counter()
    names = []
    for post in found:
        counts[post.network] += 1
        names.append(f"posts/{post.network}-{counts[post.network]:02d}.txt")
    return names


def posts_json(posts: Sequence[Post]) -> bytes:
    """`posts` as the file that programs read."""
    return as_json([_described(post) for post in posts])


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
    } | ({"link_card": asdict(post.link_card)} if post.link_card else {})
