"""Everything that the templates of an edition may use; each design's newsletter.html names it on top."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from zoneinfo import ZoneInfo

from pipeline.compose import asides, designs, envelope, links, markup, names, plaintext, subjects, words
from pipeline.compose.envelope import Envelope
from pipeline.compose.locales import day_in_words, direction
from pipeline.compose.look import look
from pipeline.compose.view import ArticleView, ButtonView, OwnView
from pipeline.compose.viewer import Viewer
from pipeline.config.shape import PARTS, Brand, Config, Newsletter
from pipeline.identity import site_of
from pipeline.model import UNSUBSCRIBE, VIEW_ONLINE, Article, Edition, OwnBlock


def variables(edition: Edition, recipe: Newsletter, config: Config, tag: str) -> tuple[Envelope, dict[str, object]]:
    """What an inbox shows, and everything the templates may use. `tag` is the edition's language's.

    Raises:
        TemplateError: the design or its words are broken, or config.yaml uses an unknown name in a subject.
    """
    brand = config.brand
    home = f"{brand.site}/"
    table, seen = words.load(tag, config.folder), look(brand)
    tracked = _tracking(edition, brand)
    shows = designs.shows(recipe.design, config.folder)
    zone, numbered = ZoneInfo(brand.timezone), _numbering(edition)
    viewer = Viewer(tag, table, recipe.articles, shows, zone, home, tracked, numbered, edition.images)
    articles, own_blocks = _views(viewer, recipe.order, edition)
    day = day_in_words(edition.day, tag, brand.timezone)
    parts: dict[str, Sequence[object]] = {
        "greeting": _paragraphs(edition.greeting or ""),
        "articles": articles,
        "notices": asides.notices(_without_told(edition, articles), config),
        "sources": asides.sources(edition, config),
        "buttons": [ButtonView(label, tracked(markup.joined(home, url))) for label, url in brand.buttons.items()],
    }
    shown = _envelope(edition, recipe, brand, articles, day, table, tag)
    return shown, {
        "subject": shown.subject,
        "preheader": shown.preheader,
        "language": tag,
        "dir": direction(tag),
        "words": table,
        "design": recipe.design,
        "colors": seen.colors,
        "fonts": seen.fonts,
        "corners": seen.corners,
        "brand": brand,
        "logo": _logo(brand),
        "home": tracked(home),
        "day": day,
        "order": [name for name in recipe.order if parts.get(name) or own_blocks.get(name)],
        "shows": shows,
        **parts,
        "own_blocks": own_blocks,
        "unsubscribe": UNSUBSCRIBE,
        "view_online": VIEW_ONLINE,
    }


def _tracking(edition: Edition, brand: Brand) -> Callable[[str], str]:
    """What adds the UTM parameters of `edition` to addresses of our own sites, and leaves the others."""
    urls = (brand.site, *(article.url or "" for article in edition.articles if article.rights == "ours"))
    ours = {site_of(url) for url in urls}
    mark = partial(links.with_utm, source=names.slug(edition.newsletter), medium="email", campaign=edition.label)
    return lambda url: mark(url) if links.is_ours(url, ours) else url


def _numbering(edition: Edition) -> plaintext.Links:
    """Numbers for links that no reference of the articles has."""
    pages: tuple[Article | OwnBlock, ...] = (*edition.articles, *edition.own_blocks)
    blocks = (block for page in pages for part in (page.lead, *(one.blocks for one in page.sections)) for block in part)
    points = (point.text for page in pages for point in page.key_points)
    return plaintext.Links(plaintext.highest_marker((*(block.text for block in blocks), *points)))


def _views(
    viewer: Viewer, order: Sequence[str], edition: Edition
) -> tuple[list[ArticleView], dict[str, list[OwnView]]]:
    """What templates see of articles and own blocks, made in their order: so their links are numbered."""
    articles: list[ArticleView] = []
    own: dict[str, list[OwnView]] = {}
    for name in dict.fromkeys([*order, "articles"]):
        if name == "articles":
            articles = [viewer.article(article) for article in edition.articles]
        elif name not in PARTS:
            own[name] = [viewer.own(block) for block in edition.own_blocks if block.name == name]
    return articles, own


def _without_told(edition: Edition, views: Sequence[ArticleView]) -> Edition:
    """`edition` without the notices that stand with their article already."""
    articles = (
        replace(article, notices=tuple(notice for notice in article.notices if notice != view.names_notice))
        for article, view in zip(edition.articles, views, strict=True)
    )
    return replace(edition, articles=tuple(articles))


def _envelope(
    edition: Edition,
    recipe: Newsletter,
    brand: Brand,
    articles: Sequence[ArticleView],
    day: str,
    table: words.Words,
    tag: str,
) -> Envelope:
    """What an inbox shows: a person's own words where there are some, else config.yaml's."""
    place = f"newsletters.{edition.newsletter}"
    title = subjects.headline(edition.articles[0]) if edition.articles else ""
    values = {
        "title": title or (articles[0].title if articles else brand.name),
        "key_point": subjects.key_point(edition.articles, tag),
        "brand": brand.name,
        "count": str(len(articles)),
        "day": day,
    }
    own = envelope.one_line(edition.subject or "")
    values["subject"] = own or envelope.subject(recipe.subject, f"{place}.subject", values)
    preheader = (
        envelope.preheader(recipe.preheader, f"{place}.preheader", values, articles, tag)
        if edition.preheader is None
        else envelope.one_line(edition.preheader)
    )
    counted = [
        envelope.one_line(words.fill(table["subject_counted"], title=view.title, count=view.counted))
        for article, view in zip(edition.articles, articles, strict=True)
        if view.counted > 1 and not article.title_is_borrowed
    ]
    others = subjects.alternatives(values["subject"], edition.articles, tag, counted)
    return Envelope(values["subject"], preheader, others)


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def _logo(brand: Brand) -> str | None:
    """The logo's address. A file on our own disk is none: readers could not see it."""
    # config.yaml reads the logo as a path, which folds the two slashes of an address into one.
    found = re.fullmatch(r"https:/+(.+)", brand.logo.as_posix()) if brand.logo else None
    return f"https://{found[1]}" if found else None
