"""Templates, tried with samples in all their branches: what cannot be made, or would be held, is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from pipeline.compose import archive, card_designs, cards, logos, newsletter, posts, templates, undrawn
from pipeline.config.shape import NETWORKS, PLAIN_NEWSLETTER, Config, Newsletter
from pipeline.errors import LichtpuntError
from pipeline.jobs import build, samples
from pipeline.model import Finding, Network, OwnWords, Post, Severity

_NOW = datetime(2026, 1, 1, tzinfo=UTC)
_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20"><path fill="red" d="M30 0L60 20H0Z"/></svg>'
_TOLD = {
    "logo-file",
    "own-block-missing",
    "own-block-nowhere",
}  # wrong whatever the day
_ASKED: Mapping[str, tuple[Severity, str, str]] = {
    "notice": ("error", "a notice that belongs to them, and so would be held", "{{ notice }}"),
    "post-link-missing": ("warning", "their link", "{{ link }}"),
}  # by the finding about posts that tells of it


def check(config: Config) -> Iterator[Finding]:
    """Findings about the templates of every newsletter and network in `config`."""
    recipes = config.newsletters or {"newsletter": PLAIN_NEWSLETTER}
    told: dict[str, list[Finding]] = {}
    for name, recipe in recipes.items():
        place = f"newsletters.{name}"
        if recipe.design not in told:
            told[recipe.design] = _design(place, recipe, config)
            yield from told[recipe.design]
        if not told[recipe.design]:
            yield from _held(name, recipe, config, place)
    yield from _told("archive", lambda: archive.index(*samples.archived(config)))
    yield from _social(next(iter(recipes.values())), config)


def sentence(error: LichtpuntError) -> str:
    """What an error says, with a full stop."""
    text = str(error)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _design(place: str, recipe: Newsletter, config: Config) -> list[Finding]:
    """The mistakes in a newsletter's templates."""
    full, bare = samples.with_everything(recipe, config), samples.with_nothing(recipe, config)
    told = (samples.FULL, samples.QUOTED, samples.RENAMED, samples.BARE, samples.LEFTWARD)
    everything = samples.edition(*told, greeting="…", own_blocks=samples.OWN)
    return _told(
        place,
        lambda: newsletter.compose(everything, *full),
        lambda: newsletter.compose(samples.edition(samples.BARE), *bare),
        lambda: newsletter.compose(samples.edition(samples.LEFTWARD), *bare),
    )


def _held(name: str, recipe: Newsletter, config: Config, place: str) -> list[Finding]:
    """What would hold the newsletter as it is configured."""
    made: list[Finding] = []

    def build_it() -> None:
        draft = build.edition(
            [samples.FULL], name, recipe, config, "2026-W01", samples.DAY, own=OwnWords("…"), say=lambda _: None
        )
        made.extend(draft.findings)

    told = _told(place, build_it)
    errors = [replace(finding, place=place) for finding in made if finding.severity == "error"]
    return [*told, *errors, *(one for one in made if one.severity == "warning" and _is_ours_to_mend(one))]


def _is_ours_to_mend(finding: Finding) -> bool:
    """Whether it is wrong whatever the articles say: in the configuration, or in a line of a template."""
    return finding.rule in _TOLD or finding.place.startswith("templates/")


def _social(recipe: Newsletter, config: Config) -> Iterator[Finding]:
    networks = tuple(config.social.networks) or NETWORKS
    env = templates.environment(config.folder)
    full, bare = samples.with_everything(recipe, config)[1], samples.with_nothing(recipe, config)[1]
    told = _told(
        "social",
        *(
            lambda article=article, settings=settings, network=network: posts.compose(article, [network], settings, env)
            for network in networks
            for article, settings in ((samples.FULL, full), (samples.FULL, bare), (samples.BARE, bare))
        ),
        *(
            lambda text=text, language=language, size=size: _card(text, language, size, config)
            for size in card_designs.SIZES
            for text, language in (("A key point of a sample.", "en"), ("נקודה אחת.", "he"))
        ),
        *(lambda settings=settings: posts.try_thread(samples.FULL, settings, env) for settings in (full, bare)),
    )
    yield from told
    if told:
        return
    made = build.posts_of([samples.FULL], config, _NOW, say=lambda _: None)
    for network in networks:
        yield from _left_out(network, [post for post in made.posts if post.network == network], made.findings)


def _left_out(network: Network, made: Sequence[Post], findings: Sequence[Finding]) -> Iterator[Finding]:
    """What the template of `network` leaves out of the posts that were `made` with it."""
    place = f"templates/social/{network}.txt"
    points = [post for post in made if post.key_point]
    if not points:
        message = "The template makes no post of a short key point."
        yield Finding("template", "error", place, message, "Let it say at least {{ text }}.")
    for post in points[:1]:
        start = " ".join((post.key_point or "").split()[:3]).casefold()
        if start not in " ".join(post.text.split()).casefold():
            yield Finding("template", "error", place, "Its posts do not tell the key point.", "Let it say {{ text }}.")
    told = {one.rule for one in findings if one.place.startswith(f"posts/{network}-")}
    for rule, (severity, what, variable) in _ASKED.items():
        if rule in told:
            yield Finding("template", severity, place, f"Its posts leave out {what}.", f"Let it say {variable}.")


def _card(text: str, language: str, size: card_designs.Size, config: Config) -> None:
    # In the main colour, so that it needs a plate on it.
    logo = logos.read(_LOGO.replace("red", config.brand.colors.main).encode())
    setup = cards.Setup(config.brand, language, config.social.card, logo, config.folder)
    pages = [cards.Page(text, "A sample"), cards.Page(text, "A sample", states=False)]
    pages += [cards.Page(text, "A sample", numeral="1", more=True)] if size == "tall" else []  # as carousels are
    for page in pages:
        cards.draw(page, size, setup)
        if page.states and not isinstance(sheet := cards.lay_out(page, size, setup), Finding):
            undrawn.refuse(sheet)


def _told(place: str, *tries: Callable[[], object]) -> list[Finding]:
    """Each mistake once; the others are tried though one fails."""
    found: dict[str, Finding] = {}
    for attempt in tries:
        try:
            attempt()
        except LichtpuntError as error:
            found[str(error)] = Finding("template", "error", place, sentence(error), "Then check again.")
    return list(found.values())
