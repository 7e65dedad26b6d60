"""Make what templates see of articles and our own blocks: safe HTML and text, in the edition's words and dates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

from pipeline.compose import markup, plaintext
from pipeline.compose.blocks import Blocks
from pipeline.compose.designs import Shows
from pipeline.compose.excerpt import Content, Excerpt, Opening, excerpt, quote
from pipeline.compose.full import full, key_points, whole
from pipeline.compose.links import is_ours
from pipeline.compose.locales import day_in_words, direction, is_known, primary
from pipeline.compose.view import ArticleView, BlockView, ButtonView, OwnView, PointView, SectionView
from pipeline.compose.words import Words, fill
from pipeline.config.shape import Articles
from pipeline.identity import site_of
from pipeline.language import people, voices
from pipeline.model import COUNTED, Article, KeyPoint, KeyPointKind, Link, OwnBlock, PublishedImage

Numbers = Mapping[KeyPoint, int]

# kind of key point: sign, and name of its box
_BOXES: Mapping[KeyPointKind, tuple[str, str]] = {
    "key point": ("💡", "point"),
    "tip": ("💡", "point"),
    "summary": ("💡", "point"),
    "note": ("ℹ️", "point"),
    "warning": ("⚠️", "alarm"),
}
# What `design.yaml` says a design shows, and what that is of an article that is ours to show.
_SHOWN: Mapping[Shows, Callable[[Article, Articles], Excerpt]] = {
    "opening": excerpt,
    "full": full,
    "key points": key_points,
}
_INVITATIONS = 2  # of one article that is not shown whole


@dataclass(frozen=True)
class Viewer:
    """Makes views for one edition.

    Attributes:
        language: The edition's.
        shows: How much of an article.
        site: Our own.
        tracked: Adds the UTM parameters to an address of our own sites. Links in an article's text are its author's.
        images: Those whose size is known, by address.
    """

    language: str
    words: Words
    limits: Articles
    shows: Shows
    zone: ZoneInfo
    site: str
    tracked: Callable[[str], str]
    links: plaintext.Links
    images: Mapping[str, PublishedImage] = field(default_factory=dict)

    def article(self, article: Article) -> ArticleView:
        """`article` as templates see it."""
        # Whatever a design shows, of an article that may only be quoted it is one quote.
        quoted = article.rights == "quote"
        short = Excerpt(quote=quote(article)) if quoted else _SHOWN[self.shows](article, self.limits)
        numbers = _numbers(article.key_points, short)
        base = address(article) or self.site
        blocks = Blocks(self.words, self.links, base, images=self.images)
        tag = self._known(article.language)
        name = (article.byline or "").strip()
        return ArticleView(
            title=article.title.strip() or site_of(base),
            language=tag,
            dir=direction(tag),
            foreign=primary(tag) != primary(self.language),
            byline=fill(self.words["by"], name=whose) if (whose := self._whose(article, name)) else "",
            date=self._date(article.published) if article.published else "",
            image=blocks.image(short.image) if short.image else None,
            content=self._content(short.content, numbers, blocks),
            sections=self._sections(short.openings, numbers, blocks),
            further=self._points(short.further, numbers),
            quote=self._quoted(short.quote),
            credit=", ".join(part for part in (name, site_of(base)) if part),
            summary=(article.summary or "") if not quoted else "",
            names_changed=people.names_changed(article),
            names_notice=people.names_notice(article) if self._shows_people(short, article) else "",
            button=ButtonView(self.words[self._call(article)], self.tracked(base)),
            invitations=self._invitations(article, base),
            links=self.links.take(),
            spoken=tuple(voices.spoken(article)),
        )

    def _whose(self, article: Article, name: str) -> str:
        """By whom an article is, for people: its author, and where it is told by permission its site."""
        site = site_of(address(article) or "") if article.rights == "permission" else ""
        return ", ".join(
            part for part in (name, site if not is_ours(article.url or "", {site_of(self.site)}) else "") if part
        )

    def _call(self, article: Article) -> str:
        """What the button says, as words.yaml calls it: whoever has read all of an article does not read on."""
        if not address(article):
            return "visit_site"
        return "read_online" if self.shows == "full" and article.rights != "quote" else "read_on"

    def _shows_people(self, short: Excerpt, article: Article) -> bool:
        """Whether somebody of a story may seem real here. An opening leaves them out, and a quote is what it is."""
        if self.shows == "opening" or short.quote is not None:
            return False
        texts = [*(one.block.text for one in short.lead), *(point.text for point in short.key_points)]
        return self.shows == "full" or not all(people.may_be_told(text, article) for text in texts)

    def own(self, block: OwnBlock) -> OwnView:
        """A block of our own as templates see it."""
        tag = self._known(block.language)
        short = whole(block.lead, block.sections, block.key_points)
        numbers = _numbers(block.key_points, short)
        blocks = Blocks(self.words, self.links, self.site, self.tracked, buttons=True, images=self.images)
        return OwnView(
            title=block.title or "",
            language=tag,
            dir=direction(tag),
            foreign=primary(tag) != primary(self.language),
            content=self._content(short.content, numbers, blocks),
            sections=self._sections(short.openings, numbers, blocks),
            links=self.links.take(),
        )

    def _known(self, tag: str) -> str:
        return tag if is_known(tag) else self.language

    def _date(self, moment: datetime) -> str:
        return day_in_words(moment.astimezone(self.zone), self.language, self.zone.key)

    def _invitations(self, article: Article, base: str) -> tuple[ButtonView, ...]:
        """Those that lead somewhere else than the button, or the first of them; of an article to quote none."""
        if article.rights == "quote":
            return ()
        found: dict[str, ButtonView] = {}
        for link in article.calls_to_action:
            url, label = _invited(link), " ".join(link.text.split()).rstrip(" .:")
            if url and label and url.rstrip("/") != base.rstrip("/"):
                found.setdefault(url, ButtonView(label, self.tracked(url)))
        return tuple(found.values())[: None if self.shows == "full" else _INVITATIONS]

    def _sections(self, openings: Iterable[Opening], numbers: Numbers, blocks: Blocks) -> tuple[SectionView, ...]:
        return tuple(SectionView(one.heading, self._content(one.content, numbers, blocks)) for one in openings)

    def _content(self, content: Content, numbers: Numbers, blocks: Blocks) -> tuple[BlockView, ...]:
        told: list[BlockView] = []
        for one in content:
            if isinstance(one, KeyPoint):
                told += [
                    BlockView("key point", Markup(), view.text, point=view) for view in self._points([one], numbers)
                ]
            else:
                told += blocks.views([one])
        return tuple(told)

    def _points(self, points: Iterable[KeyPoint], numbers: Numbers) -> tuple[PointView, ...]:
        return tuple(
            PointView(
                one.kind, *_BOXES[one.kind], self.words[one.kind.replace(" ", "_")], one.text, numbers.get(one, 0)
            )
            for one in points
        )

    def _quoted(self, quote: str | None) -> str:
        return f"{self.words['quote_open']}{quote}{self.words['quote_close']}" if quote else ""


def address(article: Article) -> str | None:
    """Where readers find the article, if anywhere."""
    return (
        article.url
        if article.url and site_of(article.url) and article.url.startswith(("https://", "http://"))
        else None
    )


def _invited(link: Link) -> str | None:
    """Where an invitation leads that a mail can follow, if anywhere."""
    found = re.match(r"https://|mailto:[^?]+@", link.url or "")
    return markup.absolute(link.url, link.url) if link.url and found else None


def _numbers(points: Iterable[KeyPoint], short: Excerpt) -> Numbers:
    """The number of each of `points` that is shown with a 💡."""
    shown = {*short.key_points, *(point for one in short.openings for point in one.key_points)}
    counted = dict.fromkeys(point for point in points if point in shown and point.kind in COUNTED)
    return {point: number for number, point in enumerate(counted, 1)}
