"""Where something in a mail comes from, for whoever is to change it: an article, our greeting, a line of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model import Article, Block, Edition

NOWHERE = "newsletter"
_SHOWN = 3  # lines of one file that a place names
_BARE = re.compile(r"[?#].*", re.DOTALL)


@dataclass(frozen=True)
class Places:
    """Finds places.

    Attributes:
        templates: The design's templates by name, such as `templates/email/parts/styles.html`; none where unknown.
    """

    templates: Mapping[str, str]
    edition: Edition

    def lines(self, pattern: str) -> str:
        """Where the templates match `pattern`: `templates/email/parts/styles.html, lines 12 and 40`, or nothing."""
        wanted = re.compile(pattern, re.IGNORECASE)
        for name, rows in self._rows.items():
            numbers = [number for number, row in enumerate(rows, 1) if wanted.search(row)]
            if numbers:
                return f"{name}, {_numbered(numbers)}"
        return ""

    def of_class(self, names: str) -> str:
        """Where the templates style the first class of `names` (an attribute) that they do; else where they use one."""
        classes = names.split()
        styled = (self.lines(rf"\.{re.escape(name)}(?![\w-])[^{{}}]*\{{(?!\{{)") for name in classes)
        used = (self.lines(rf"""class\s*=\s*["'][^"']*(?<![\w-]){re.escape(name)}(?![\w-])""") for name in classes)
        return next(filter(None, (*styled, *used)), NOWHERE)

    def of_text(self, text: str) -> str:
        """Where `text` stands: in an article, our greeting, a template; else nothing."""
        wanted = " ".join(text.split())
        if not wanted:
            return ""
        for article in self.edition.articles:
            if wanted in self._written[article.guid]:
                return of_article(article)
        if wanted in " ".join((self.edition.greeting or "").split()):
            return "greeting"
        return self.lines(re.escape(wanted))

    def of_address(self, url: str) -> str:
        """The article that an address of a link or picture comes from, whatever was added to its end; else nothing."""
        bare = _BARE.sub("", url)
        if not bare:
            return ""
        for article in self.edition.articles:
            if bare in self._addresses[article.guid]:
                return of_article(article)
        return self.lines(re.escape(bare))

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        return {name: text.splitlines() for name, text in self.templates.items()}

    @cached_property
    def _written(self) -> dict[str, str]:
        return {article.guid: " ".join(" ".join(_texts(article)).split()) for article in self.edition.articles}

    @cached_property
    def _addresses(self) -> dict[str, set[str]]:
        return {article.guid: set(_urls(article)) for article in self.edition.articles}


def of_article(article: Article) -> str:
    """An article, as findings name it."""
    return f"article “{article.title}”"


def _numbered(numbers: Sequence[int]) -> str:
    shown = [str(number) for number in numbers[:_SHOWN]]
    if len(numbers) > _SHOWN:
        return f"lines {', '.join(shown)} and {len(numbers) - _SHOWN} more"
    return f"lines {', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else f"line {shown[0]}"


def _texts(article: Article) -> Iterator[str]:
    yield from (article.title, article.summary or "", article.byline or "")
    for block in blocks(article):
        yield block.text
    yield from (section.heading or "" for section in article.sections)
    yield from (point.text for point in article.key_points)
    yield from article.notices
    yield from article.references
    yield from (call.text for call in article.calls_to_action)


def blocks(article: Article) -> list[Block]:
    """Every block of an article, in order."""
    return [*article.lead, *(block for section in article.sections for block in section.blocks)]


def _urls(article: Article) -> Iterator[str]:
    found = [article.url, *(block.url for block in blocks(article)), *(call.url for call in article.calls_to_action)]
    for block in blocks(article):
        for html in (block.html, *(item.html for item in block.items)):
            found += [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]*)"', html)]
    yield from (_BARE.sub("", url) for url in found if url)
