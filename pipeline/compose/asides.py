"""What an edition says beside its articles: notices and sources. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.compose.locales import direction, is_known
from pipeline.compose.view import AsideView
from pipeline.config.shape import Config
from pipeline.model import Article, Edition


def notices(edition: Edition, config: Config) -> list[AsideView]:
    """What the articles ask to be said with them, each notice once, by article; then what is about all of them."""
    care = config.care
    ours = (care.notice,) if care.notice and "newsletter" in care.notice_on else ()
    about: dict[str, list[Article]] = {}
    for article in edition.articles:
        for notice in dict.fromkeys(article.notices):
            about.setdefault(notice, []).append(article)
    groups: dict[tuple[str, str], list[str]] = {}
    for notice, of in about.items():
        titles = "" if len(of) == len(edition.articles) else " · ".join(article.title for article in of)
        groups.setdefault((titles, _language(of[0], config)), []).append(notice)
    views = [
        _aside(titles, language, (notice for notice in told if notice not in ours))
        for (titles, language), told in sorted(groups.items(), key=lambda group: not group[0][0])
    ]
    return [view for view in (*views, _aside("", config.brand.language, ours)) if view.texts]


def sources(edition: Edition, config: Config) -> list[AsideView]:
    """References, by article. An article that may only be quoted lends us nothing else."""
    if "newsletter" not in config.care.sources_on:
        return []
    told = [article for article in edition.articles if article.references and article.rights != "quote"]
    alone = len(edition.articles) == 1
    return [_aside("" if alone else one.title, _language(one, config), one.references) for one in told]


def _language(article: Article, config: Config) -> str:
    return article.language if is_known(article.language) else config.brand.language


def _aside(title: str, language: str, texts: Iterable[str]) -> AsideView:
    return AsideView(title, language, direction(language), tuple(texts))
