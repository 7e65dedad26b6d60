"""Where something in a mail comes from, for whoever is to change it: an article, our greeting, a line of a template."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from pipeline.model import Article, Block, Edition, OwnBlock
from pipeline.preflight.wording import flat

NOWHERE = "newsletter"
_SHOWN = 3  # lines of one file that a place names
_TELLING = 12  # characters from which words are those of one place
_BARE = re.compile(r"[?#].*", re.DOTALL)


@dataclass(frozen=True)
class Places:
    """Finds places.

    Attributes:
        templates: The design's templates by name, such as `templates/email/parts/styles.html`; none where unknown.
        keys: Words that config.yaml gives to links, each with its key: `brand.buttons.Agenda`.
    """

    templates: Mapping[str, str]
    edition: Edition
    keys: Mapping[str, str] = field(default_factory=dict)

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
        """Where `text` stands: in an article, a block of our own, our greeting, a template; else nothing."""
        wanted = flat(text)
        if not wanted:
            return ""
        found = (piece.place for piece in self._pieces if wanted in piece.words)
        return next(found, "") or self.lines(re.escape(wanted))

    def is_written(self, text: str) -> bool:
        """Whether somebody wrote `text` for this edition: in an article, a block of our own, our greeting."""
        return any(flat(text) in piece.words for piece in self._pieces)

    def of_address(self, url: str) -> str:
        """Where an address of a link or picture comes from, whatever was added to its end; else nothing."""
        bare = _BARE.sub("", url)
        found = (piece.place for piece in self._pieces if bare in piece.addresses)
        return bare and (next(found, "") or self.lines(re.escape(bare)))

    def of_link(self, href: str, words: str) -> str:
        """Where a link comes from: by its address, else by its words; else the link itself."""
        at = self.of_address(href) or self.keys.get(words, "") or (self.of_text(words) if len(words) > _TELLING else "")
        return at or f"link “{words}”"

    @cached_property
    def _rows(self) -> dict[str, list[str]]:
        return {name: text.splitlines() for name, text in self.templates.items()}

    @cached_property
    def _pieces(self) -> list[_Piece]:
        """What people wrote for this edition, each with its place."""
        made = self.edition
        return [
            *(_piece(of_article(article), article) for article in made.articles),
            *(_piece(of_own(made.newsletter, block.name), block) for block in made.own_blocks),
            _Piece("greeting", flat(made.greeting or ""), frozenset()),
        ]


@dataclass(frozen=True)
class _Piece:
    place: str
    words: str
    addresses: frozenset[str]


def _piece(place: str, one: Article | OwnBlock) -> _Piece:
    return _Piece(place, flat(" ".join(_texts(one))), frozenset(_urls(one)))


def of_article(article: Article) -> str:
    """An article, as findings name it."""
    return f"article “{article.title}”"


def of_own(newsletter: str, name: str) -> str:
    """A block of our own, as findings name it: by its key in config.yaml."""
    return f"newsletters.{newsletter}.blocks.{name}"


def _numbered(numbers: Sequence[int]) -> str:
    shown = [str(number) for number in numbers[:_SHOWN]]
    if len(numbers) > _SHOWN:
        return f"lines {', '.join(shown)} and {len(numbers) - _SHOWN} more"
    return f"lines {', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else f"line {shown[0]}"


def _texts(one: Article | OwnBlock) -> Iterator[str]:
    yield one.title or ""
    yield from (block.text for block in blocks(one))
    yield from (section.heading or "" for section in one.sections)
    yield from (point.text for point in one.key_points)
    if isinstance(one, Article):
        yield from (one.summary or "", one.byline or "", *one.notices, *one.references)
        yield from (call.text for call in one.calls_to_action)


def blocks(one: Article | OwnBlock) -> list[Block]:
    """Every block of an article or of a block of our own, in order."""
    return [*one.lead, *(block for section in one.sections for block in section.blocks)]


def _urls(one: Article | OwnBlock) -> Iterator[str]:
    found = [block.url for block in blocks(one)]
    if isinstance(one, Article):
        found += [one.url, *(call.url for call in one.calls_to_action)]
    for block in blocks(one):
        for html in (block.html, *(item.html for item in block.items)):
            found += [href.replace("&amp;", "&") for href in re.findall(r'href="([^"]*)"', html)]
    yield from (_BARE.sub("", url) for url in found if url)
