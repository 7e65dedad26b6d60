"""Articles and a person's edits -> the content of drafts, with final bytes. Pure but for templates."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from pipeline.compose import costs
from pipeline.config.shape import Config, NetworkPlan, Newsletter
from pipeline.errors import Rejected
from pipeline.jobs import build, owning, thread_parts
from pipeline.language.start import start_of
from pipeline.ledger.drafts import Content, Draft
from pipeline.ledger.wordings import Wording, applied, original
from pipeline.model import Article, Channel, Email, Finding, Network, OwnWords, Post, Request, Thread
from pipeline.preflight import posts as posts_check
from pipeline.slots import Slot

EMAIL, THREAD = TypeAdapter(Email), TypeAdapter(Thread)
_FINDINGS = TypeAdapter(list[Finding])
Wordings = Mapping[str, Mapping[str, Wording]]


@dataclass(frozen=True)
class Edits:
    """What a person changed in one draft; it survives composing again.

    Attributes:
        subject, preheader, greeting: Of a newsletter, in place of what config.yaml gives.
        text: Of a post, in place of what was composed.
        without: Identities of articles that are left out.
    """

    subject: str | None = None
    preheader: str | None = None
    greeting: str | None = None
    text: str | None = None
    without: tuple[str, ...] = ()

    @classmethod
    def load(cls, text: str) -> Edits:
        """From the ledger."""
        values = json.loads(text)
        return cls(**values | {"without": tuple(values.get("without", ()))})

    def as_dict(self) -> dict[str, object]:
        """For the ledger: only what was changed."""
        return {name: value for name, value in asdict(self).items() if value not in (None, ())}


def edition(
    articles: Sequence[Article],
    wordings: Wordings,
    name: str,
    recipe: Newsletter,
    slot: Slot,
    edits: Edits,
    config: Config,
    channel: Channel,
    *,
    earlier: Mapping[str, str] | None = None,
    last: Draft | None = None,
) -> Content:
    """The content of a newsletter's draft.

    Args:
        articles: What it may tell.
        wordings: Of each article, what a person chose.
        name: The newsletter's.
        recipe: As config.yaml has it.
        slot: Which edition.
        edits: What a person changed in it.
        config: All of config.yaml.
        channel: Where it goes.
        earlier: For articles, the edition that told them before.
        last: The last edition that readers got.

    Raises:
        TemplateError: a template or a placeholder is wrong.
        Rejected: the channel takes no newsletters.
    """
    told = [
        applied(article, wordings.get(article.guid, {})) for article in articles if article.guid not in edits.without
    ]
    own = OwnWords(edits.greeting, edits.subject, edits.preheader)
    day = slot.at.astimezone(ZoneInfo(config.brand.timezone)).date()
    made = build.edition(told, name, recipe, config, slot.label, day, own=own, earlier=earlier, say=_silent)
    assert made.email is not None  # noqa: S101  an edition always has one
    assert made.edition is not None  # noqa: S101
    again = owning.repeated(made.edition, recipe, EMAIL.validate_json(last.message), last.reference) if last else ()
    named = tuple(article.guid for article in articles)
    tells = tuple(article.guid for article in told)
    requests = (channel.render(made.email),)
    message = EMAIL.dump_json(made.email).decode("utf-8", "surrogatepass")
    return Content(made.email.subject, message, named, tells, _findings([*made.findings, *again]), requests)


@dataclass(frozen=True)
class Told:
    """A post about an article.

    Attributes:
        key_point: As its author wrote it; None of the announcement.
        post: Its words, the first of a thread's; it has no slot yet.
    """

    network: Network
    key_point: str | None
    post: Post
    content: Content


def posts(
    article: Article,
    chosen: Mapping[str, Wording],
    config: Config,
    channel_of: Callable[[Network], Channel],
) -> tuple[list[Told], list[Finding]]:
    """Every post about an article, and findings about what makes no post."""
    told = applied(article, chosen)
    made = build.posts_of([told], config, None, say=_silent)
    found = []
    for thread in thread_parts.threads(made.posts):
        first, own = thread.posts[0], thread.posts[0].key_point  # a thread of several parts is the announcement
        key_point = None if own is None else original(article, chosen, own)
        pictures = {name: made.files[name] for post in thread.posts for name in post.files}
        known = [one for post in thread.posts for one in made.findings if _is_repair(one, post) or _is_card(one, post)]
        content = thread_content(thread, pictures, Edits(), config, channel_of(first.network), known, [told])
        found.append(Told(first.network, key_point, first, content))
    elsewhere = {"key-point-repaired", "x-cost"}  # these go with their drafts
    beside = [one for one in made.findings if one.rule not in elsewhere and not one.place.startswith("posts/")]
    return found, beside


def _is_repair(finding: Finding, post: Post) -> bool:
    """Whether `finding` tells how the key point of `post` was changed."""
    return finding.message.startswith(f"“{post.key_point}” became ")


def _is_card(finding: Finding, post: Post) -> bool:
    """Whether `finding` says why `post` lacks the picture that it needs."""
    start = finding.place.removeprefix("card “").rstrip("…”")
    lacks = post.network == "instagram" and not post.images  # as the preflight asks
    return lacks and finding.place.startswith("card “") and start in " ".join(post.text.split())


def thread_content(
    thread: Thread,
    pictures: Mapping[str, bytes],
    edits: Edits,
    config: Config,
    channel: Channel,
    known: Sequence[Finding] = (),
    articles: Sequence[Article] = (),
) -> Content:
    """The content of a draft of posts, with a person's own text where there is one, and findings `known` before.

    Args:
        articles: What it tells of, with the words that a person chose.
    """
    if edits.text is not None:
        thread = thread_parts.rewritten(thread, edits.text)
    findings = [
        *known,
        *posts_check.check(thread.posts, config, articles, drafted=True),
        *channel.problems(thread),
        *costs.told(thread.posts, "x post"),
    ]
    named = tuple(dict.fromkeys(post.article for post in thread.posts if post.article))
    try:
        requests = _requests(thread, pictures, channel)
    except Rejected as error:
        place = f"{thread.posts[0].network} post"
        findings.append(Finding("channel", "error", place, str(error), "Change it, or discard it."))
        requests = (Request(),)
    message = THREAD.dump_json(thread).decode("utf-8", "surrogatepass")
    return Content(_title(thread), message, named, named, _findings(findings), requests, dict(pictures))


def _title(thread: Thread) -> str:
    """How a post begins, on one line."""
    return start_of(next((line for line in thread.posts[0].text.splitlines() if line.strip()), ""))


def _requests(thread: Thread, pictures: Mapping[str, bytes], channel: Channel) -> tuple[Request, ...]:
    """One request a delivery: the whole thread, or a part each where the network takes them one by one."""
    if channel.facts.atomic_threads:
        return (channel.render(thread, pictures),)
    return tuple(channel.render(Thread((post,)), pictures) for post in thread.posts)


def own_post(network: Network, text: str, config: Config, channel: Channel, *, as_thread: bool = False) -> Content:
    """The content of a post without an article, or of a long one as a thread.

    Raises:
        UsageError: it makes no thread there.
    """
    spoken = config.brand.language
    if as_thread:
        numbered = config.social.networks.get(network, NetworkPlan()).numbered
        thread = thread_parts.written(network, text, spoken, numbered=numbered)
    else:
        thread = Thread((Post(network, text, None, "", spoken),))
    return thread_content(thread, {}, Edits(), config, channel)


def findings(content: str) -> list[Finding]:
    """The findings of a draft, from the ledger."""
    return _FINDINGS.validate_json(content)


def warned(found: Sequence[Finding]) -> str:
    """What a person should know at once, to stand before another sentence: the errors and warnings in `found`."""
    return "".join(f"{one.message} " for one in found if one.severity != "note")


def _findings(found: Sequence[Finding]) -> str:
    return _FINDINGS.dump_json(list(found)).decode("utf-8", "surrogatepass")


def _silent(_: str) -> None:
    """Composing for the ledger tells its progress by events."""
