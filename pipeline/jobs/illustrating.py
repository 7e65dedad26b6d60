"""Articles with the images that a mail shows: by their address on our own site, where they are published there.

What is known of them was kept when they were published (`imaging.py`); nothing here uses the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from urllib.parse import unquote, urljoin

from pipeline.config.shape import Config, Images
from pipeline.ingest import beside
from pipeline.jobs import imaging
from pipeline.jobs.imaging import LOCAL, Known
from pipeline.jobs.reading import shown
from pipeline.model import Article, Block, Edition, Finding, PublishedImage, Section
from pipeline.preflight.places import blocks, of_article, of_own

_LOGO = (180, 120)  # px: the most that a mail gives to a logo whose size nobody said
_NO_FOLDER = Known(why="is a file on this machine. Write `images:` in config.yaml, so that it is published", away=True)
_NO_FILE = Known(why="cannot be read, or is larger than 20 MB. Look at its name and size", away=True)
_TOO_MANY = f"comes after the first {imaging.MOST} images of its article. Show fewer in one article"
_NOT_YET = Known(why="is not published yet. Draft or build again", away=True)


@dataclass(frozen=True)
class Illustrated:
    """What a mail is made of.

    Attributes:
        articles: With new addresses of their images; without those of images that nobody could see.
        images: Those that are published, by their new address.
        findings: What to know about the others.
    """

    articles: tuple[Article, ...]
    images: Mapping[str, PublishedImage]
    findings: tuple[Finding, ...]


def illustrated(articles: Sequence[Article], config: Config) -> Illustrated:
    """`articles` as a mail shows them. Those that may only be quoted stay as they are: they give no image."""
    where = imaging.published(config)
    images: dict[str, PublishedImage] = {}
    findings: list[Finding] = []
    done = []
    for article in articles:
        known = _known(article, where, config.folder)
        ready = {url: _image(one, where) for url, one in known.items() if where and one.sizes}
        images |= {one.url: one for one in ready.values()}
        findings += [*_about(article, known, where), *_misspelt(article, known)]
        gone: dict[str, str | None] = {url: None for url, one in known.items() if one.away}
        done.append(_readdressed(article, gone | {url: one.url for url, one in ready.items()}))
    return Illustrated(tuple(done), images, tuple(findings))


def with_logo(config: Config) -> Config:
    """`config` with the address and the size of a logo that is a file, where it is published; else as it is."""
    where, data = imaging.published(config), imaging.logo_of(config)
    known = imaging.known(config.folder / where.folder, data) if where and data else Known()
    if where is None or not known.sizes:
        return config
    name, width, height = known.sizes[-1]
    smaller = max(width / _LOGO[0], height / _LOGO[1], 1)
    size = config.brand.logo_size or (max(round(width / smaller), 1), max(round(height / smaller), 1))
    logo = {"logo": Path(f"{where.address}/{name}"), "logo_size": size}
    return config.model_copy(update={"brand": config.brand.model_copy(update=logo)})


def _known(article: Article, where: Images | None, folder: Path) -> dict[str, Known]:
    """What is known of each image of an article. Where they are published, those beyond the most of one are not."""
    urls = imaging.addresses(article)
    known = {url: _of(article, url, where, folder) for url in urls[: imaging.MOST if where else None]}
    return known | {url: Known(why=_TOO_MANY, away=url.startswith(LOCAL)) for url in urls[len(known) :]}


def _of(article: Article, url: str, where: Images | None, folder: Path) -> Known:
    """What is known of one image."""
    if not url.startswith(LOCAL):
        return imaging.known(folder / where.folder, url) if where else Known()
    if where is None:
        return _NO_FOLDER
    data = imaging.file_of(article, url)
    if data is None:
        return _NO_FILE
    found = imaging.known(folder / where.folder, data)
    return _NOT_YET if found == Known() else found


def _image(known: Known, where: Images) -> PublishedImage:
    name, width, height = known.sizes[-1]
    return PublishedImage(f"{where.address}/{name}", width, height)


def _readdressed(article: Article, new: Mapping[str, str | None]) -> Article:
    """`article` with the new addresses of its images. Where there is none, the image's words remain."""

    def anew(those: Sequence[Block]) -> tuple[Block, ...]:
        return tuple(
            replace(one, url=new[one.url]) if one.kind == "image" and one.url and one.url in new else one
            for one in those
        )

    sections = tuple(Section(one.heading, anew(one.blocks)) for one in article.sections)
    return replace(article, lead=anew(article.lead), sections=sections) if new else article


def _about(article: Article, known: Mapping[str, Known], where: Images | None) -> Iterator[Finding]:
    place = of_article(article)
    for url, one in known.items():
        if not one.why:
            continue
        name = url.removeprefix(LOCAL) if url.startswith(LOCAL) else shown(url)
        sentence, _, remedy = one.why.partition(". ")
        what = "" if one.sizes else " The mail goes without it." if one.away else " It stays where it is."
        message, remedy = f"The image {name} {sentence}.{what}", f"{remedy or 'See whether it matters'}."
        if one.sizes:
            yield Finding("image-moves", "note", place, message, remedy)
        else:
            yield Finding("image-unpublished", "warning", place, message, remedy)
    untried = sum(one == Known() for one in known.values()) if where else 0
    if untried:
        message = f"Images of it that stay where they are, since nobody fetched them: {untried}."
        remedy = "Give --online to `build`; `draft` and `start` fetch them by themselves."
        yield Finding("image-original", "note", place, message, remedy)


def _misspelt(article: Article, known: Mapping[str, Known]) -> Iterator[Finding]:
    """Images that are not beside the file of an article, where its author seems to have meant so."""
    path = Path(article.source)
    if re.match(r"https?:", article.source) or not path.is_file():
        return
    gone = [one.reason.removeprefix(beside.NOT_BESIDE) for one in article.dropped if beside.NOT_BESIDE in one.reason]
    names = {unquote(name): "The mail goes without it." for name in gone}
    base = urljoin(article.url or "", ".")
    for url, one in known.items():
        if article.url and url.startswith(base) and not one.sizes:
            names[unquote(url.removeprefix(base))] = f"It is taken from {shown(url)}."
    for name, then in names.items():
        wrong = beside.instead(path, name) or (name in gone and ("is not beside the article", "Put it there"))
        if wrong:
            message, remedy = f"The image {name} {wrong[0]}. {then}", wrong[1]
            remedy = remedy if remedy.endswith("?") else f"{remedy}."
            yield Finding("image-unpublished", "warning", of_article(article), message, remedy)


def wordless(edition: Edition, page: str) -> Iterator[Finding]:
    """A finding for each image in the mail `page` whose author wrote no words for it."""
    written = [(of_article(one), blocks(one)) for one in edition.articles]
    written += [(of_own(edition.newsletter, one.name), blocks(one)) for one in edition.own_blocks]
    for place, some in written:
        for block in some:
            if block.kind == "image" and block.url and not block.text.strip() and f'src="{escape(block.url)}"' in page:
                message = f"The image {shown(block.url)} has no words for those who cannot see it."
                remedy = "Write its alt text there."
                yield Finding("image-alt", "warning", place, message, remedy)
