"""Articles -> findings: those that seem to be somebody else's, while we treat them as ours."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from pipeline.config.shape import Config, Source
from pipeline.identity import site_of
from pipeline.language.letters import letters
from pipeline.model import Article, Edition, Finding
from pipeline.preflight.places import of_article

_WORD = r"[A-ZÀ-Þ\d][\w&’'-]*(?:\.\w+)*"
_JOINT = r"(?:&|of|the|van|de|het|der|die|das|für|la|le|du|di|del|en|and|und|et|y|e)"
_NAME = rf"(?-i:(?P<name>{_WORD}(?: {_JOINT}(?: {_JOINT})?(?= [A-ZÀ-Þ\d])| {_WORD}){{0,6}}))"
# Lines that name who published an article, as they are left out of it. Who wrote one may be one of us.
_PUBLISHED = re.compile(
    r"\b(?:vervaardigd|gemaakt|uitgegeven|gepubliceerd|verschenen|published|produced|appeared|veröffentlicht|herausgegeben"
    r"|publié|paru|publicado|pubblicato|verscheen|erschien|apparu|publicó|proviene|appeared)"
    r" (?:first |eerst |zuerst |originally |oorspronkelijk |en premier |primero )?"
    r"(?:door|by|on|in|op|bij|von|auf|bei|vom|im|par|sur|dans|por|en|da|su) " + _NAME,
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)\d\d)?)?[\s,|·•–-]*(?:(?:by|door|von|par|por)\s)?"
    + _NAME,
    re.IGNORECASE,
)
# “Garden Weekly accepts no liability …”: a notice that says whose it is.
_LIABLE = re.compile(
    _NAME + r" (?:aanvaardt|accepteert|is niet aansprakelijk|accepts|assumes|is not liable|übernimmt|haftet|décline"
    r"|n['’]assume|no asume|no se hace|declina|non si assume)\b"
)
# Why a line was left out, and what it then may tell. A © may name the firm behind our own site.
_CREDIT = "credits of the publisher"
_TELLING = {
    _CREDIT: _PUBLISHED,
    "footer of the feed": _PUBLISHED,
    "page footer": _COPYRIGHT,
    "page header or footer": _COPYRIGHT,
}
_NOBODY = re.compile(
    r"(?:the |de |der |die |het |l[ea] |el |il )?(?:author|publisher|editors?|site|website|auteurs?|uitgever|redactie"
    r"|autor(?:in)?|verlag|herausgeber|redaktion|éditeur|autore|editore|editor|niemand|nobody|man|all|alle|tous|todos|tutti)",
    re.IGNORECASE,
)
_REMEDY = (
    "Write `rights: quote` or `rights: permission` in its front matter, or for its source in config.yaml (of a file, "
    "for its folder); there `rights: ours` if it is yours."
)
_ASKED = "Or make sure that you may, and say so: approve ID --claims-read."


def check(edition: Edition, config: Config) -> Iterator[Finding]:
    """A finding for each article of others that nobody said a word about."""
    for article in edition.articles:
        if sure := by_another(article, of_article(article), config):
            yield sure
            continue
        unsure, host = next(_others(_maybe(article), article, config), ""), site_of(article.url)
        elsewhere = host and not _is_near(host, site_of(config.brand.site))
        if _is_open(article, config) and (unsure or elsewhere):
            message = f"It may be by {unsure or host}, and is told in full as if it were yours."
            yield Finding("rights-unknown", "note", of_article(article), message, _REMEDY)


def by_another(article: Article, place: str, config: Config) -> Finding | None:
    """That an article says itself who else made it, and nobody said what of it may be told; it holds what tells it."""
    sure = next(_others(_surely(article), article, config), "") if _is_open(article, config) else ""
    message = f"It seems to be by {sure}, and is told in full as if it were yours."
    return Finding("rights-unknown", "warning", place, message, f"{_REMEDY} {_ASKED}") if sure else None


def _is_open(article: Article, config: Config) -> bool:
    """Whether nobody said yet what of it may be told."""
    claimed = any(_is_claimed(article, source, config) for source in config.sources.values())
    return article.rights == "ours" and not claimed


def _is_claimed(article: Article, source: Source, config: Config) -> bool:
    """Whether somebody wrote `rights: ours` for the source of an article, so that there is nothing to ask."""
    if "rights" not in source.model_fields_set or source.rights != "ours":
        return False
    if source.folder is None:
        return site_of(source.feed) in {site_of(article.source), site_of(article.url)}
    folder, file = os.path.abspath(config.folder / source.folder), os.path.abspath(article.source)  # noqa: PTH100
    return Path(file).is_relative_to(folder)


def _others(names: Iterator[str], article: Article, config: Config) -> Iterator[str]:
    """Those of `names` that are neither ours nor its author's."""
    site = site_of(config.brand.site).partition(".")[0]
    ours = [letters(one) for one in (config.brand.name, site, article.byline or "") if one]
    for name in names:
        bare = letters(name)
        if not any(one in bare or bare in one for one in ours) and not _NOBODY.fullmatch(name):
            yield name


def _surely(article: Article) -> Iterator[str]:
    """Who its credits and notices say that it is by."""
    yield from _named(article, {_CREDIT})
    yield from (match["name"] for notice in article.notices for match in _LIABLE.finditer(notice))


def _maybe(article: Article) -> Iterator[str]:
    """Who is named around it."""
    yield from _named(article, _TELLING.keys() - {_CREDIT})


def _named(article: Article, reasons: Collection[str]) -> Iterator[str]:
    told = (dropped for dropped in article.dropped if dropped.reason in reasons)
    for dropped in told:
        yield from (match["name"] for match in _TELLING[dropped.reason].finditer(dropped.text))


def _is_near(host: str, ours: str) -> bool:
    """Whether one of two sites is the other, or lies below it: shop.bakery.example."""
    return f".{host}".endswith(f".{ours}") or f".{ours}".endswith(f".{host}")
