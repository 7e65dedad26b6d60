"""Posts with the quote cards and carousels that they show: which are wanted, drawn, and under what names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from pipeline import limits
from pipeline.compose import cards, carousels, excerpt, logos, names, shorten, words
from pipeline.compose.card_designs import Size
from pipeline.compose.cards import Card, Page, Setup
from pipeline.compose.describing import described
from pipeline.compose.logos import Logo
from pipeline.compose.posts import Composed
from pipeline.compose.thoughts import Thought, may_be_drawn
from pipeline.compose.versions import MANNERS
from pipeline.config.shape import Config, NetworkPlan
from pipeline.identity import site_of
from pipeline.language.claims import is_grave
from pipeline.language.start import start_of
from pipeline.model import Article, Finding, Image, Network, Post

# What each network shows uncut: beside a link's text, on a phone's whole width, or in a square.
SIZE_OF: Mapping[Network, Size] = {
    "x": "wide",
    "bluesky": "wide",
    "mastodon": "wide",
    "linkedin": "wide",
    "facebook": "wide",
    "instagram": "tall",
    "threads": "square",
}


@dataclass(frozen=True)
class Illustrated:
    """Posts with their pictures.

    Attributes:
        files: Each card's picture, and each carousel's PDF, by its name, as `Image.file` has it.
        findings: Why a wanted card could not be drawn, and what cards do not tell.
    """

    posts: tuple[Post, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


@dataclass
class _Easel:
    """Where the pictures about one article are drawn, each once; `files` and `findings` grow."""

    article: Article
    number: int
    config: Config
    setup: Setup
    files: dict[str, bytes] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    drawn: dict[tuple[str | None, Size], tuple[str, Card] | None] = field(default_factory=dict)
    leaves: tuple[Card, ...] | None = None  # the carousel's first pages, once they were asked for

    def card(self, thought: Thought, size: Size) -> tuple[str, Card] | None:
        """A thought's card with its name; None where it cannot be drawn."""
        key = (thought.key_point, size)
        if key not in self.drawn:
            page = page_of(thought, self.article, self.config)
            card = cards.draw(page, size, self.setup)
            self.drawn[key] = None if isinstance(card, Finding) else (self.name(thought, size, card), card)
            self.findings += [card] if isinstance(card, Finding) else cards.shortened(page, card)
        return self.drawn[key]

    def name(self, thought: Thought, size: Size, card: Card) -> str:
        """A file's name that says article, key point and size."""
        which = str(thought.number or "title")
        return self.file(which if size == "wide" else f"{which}-{size}", card.suffix)

    def file(self, which: str, kind: str) -> str:
        """A name that no other article's pictures have."""
        parts = (f"{self.number:02d}", names.file_name(self.article.title), which)
        return f"cards/{'-'.join(filter(None, parts))}.{kind}"

    def carousel(self, network: Network, told: tuple[Thought, ...]) -> tuple[Image, ...]:
        """The pictures of a carousel, or its PDF; none where there can be none."""
        if self.leaves is None:
            drawn = (one for one in told if may_be_drawn(one, self.article.language))
            title, *points = (page_of(one, self.article, self.config) for one in drawn)
            place = f"article “{start_of(self.article.title)}”"
            self.leaves, findings = carousels.begin(title, points, self.setup, place)
            self.findings += findings
        closing = carousels.closing(self.closing(network), self.leaves, self.setup) if self.leaves else None
        if isinstance(closing, Finding):
            self.findings.append(closing)
        if not isinstance(closing, Card):
            return ()
        pages, most = (*self.leaves, closing), limits.LIMITS[network].alt_text
        if network == "linkedin":
            file = self.file("carousel", "pdf")
            self.files[file] = carousels.document(pages, told[0].text, self.config.brand.name, self.article.language)
            return (Image(file, described(" ".join(shorten.closed(page.told) for page in pages), most)),)
        named = {self.file(f"carousel-{place:02d}", page.suffix): page for place, page in enumerate(pages, 1)}
        self.files |= {file: page.picture for file, page in named.items()}
        return tuple(Image(file, described(page.alt, most)) for file, page in named.items())

    def closing(self, network: Network) -> Page:
        """Where to read on, and at whom."""
        table = words.load(self.article.language, self.config.folder)
        theirs = _theirs(self.article)  # our bio leads to nobody else's article
        where = table["read_on" if MANNERS[network].link or theirs else "link_in_bio"]
        return Page(where, theirs or _host(self.config), states=False)


def page_of(thought: Thought, article: Article, config: Config) -> Page:
    """What stands on a thought's card: a key point with author and title, or the title with our site.

    A quotation is signed by who says so; below what somebody else says the author's name never stands.

    Of an article by others it is their site. Of one that may only be quoted it is the quote, with its author and their
    site, and nothing of ours.
    """
    theirs = _theirs(article)
    if article.rights == "quote":
        said = excerpt.quote(article)
        told = said if said and not is_grave(said, article.language) else None
        signed, credit = (article.byline, theirs) if article.byline else (theirs or article.title, "")
        if not told:
            return Page(article.title, credit, signed, states=False)
        table = words.load(article.language, config.folder)
        marks = table["quote_open"], table["quote_close"]
        return Page(words.inside(told, table), credit, signed, marks=marks)
    title = "" if article.title_is_borrowed else article.title
    place = theirs or _host(config)
    if thought.credit:
        return Page(thought.text, " · ".join(filter(None, (config.brand.name, theirs or title))), thought.credit)
    whose = article.byline if thought.voice is None else ""
    named = (whose, theirs or title or place) if thought.key_point else (place,)
    return Page(thought.text, " · ".join(filter(None, named)), states=bool(thought.key_point))


def _theirs(article: Article) -> str:
    """The site of an article by others, where it is known."""
    return site_of(article.url) if article.rights != "ours" else ""


def illustrated(
    composed: Composed, article: Article, number: int, config: Config, logo: bytes | None = None
) -> Illustrated:
    """The posts about `article` with their cards and carousels; none is drawn that no post shows.

    Args:
        number: The article's place among those made together; it keeps the names of their cards apart.
        logo: The bytes of the brand's logo, or None where it is no file.
    """
    setup = setup_of(article, config, logo)
    easel = _Easel(article, number, config, setup)
    told = {thought.key_point: thought for thought in composed.thoughts}
    posts = list(_all(composed.posts, told, easel))
    wanted = easel.drawn or easel.leaves is not None
    about = _about_logo(logos.read(logo), config) if logo is not None and wanted and article.rights != "quote" else []
    return Illustrated(tuple(posts), easel.files, tuple(dict.fromkeys([*about, *easel.findings])))


def setup_of(article: Article, config: Config, logo: bytes | None) -> Setup:
    """What all cards of an article share; `logo` are its bytes, None where it is no file. Others' words bear none."""
    shown = logos.read(logo) if logo and article.rights != "quote" else None
    return Setup(config.brand, article.language, config.social.card, shown, config.folder)


def _all(posts: Sequence[Post], told: Mapping[str | None, Thought], easel: _Easel) -> Iterator[Post]:
    """`posts` with their pictures. Where a network wants a carousel and nothing else, it is the article's one post."""
    leafed: set[Network] = set()
    for post in posts:
        if post.network in leafed and post.key_point is not None:
            continue
        shown = _shown(post, told, easel)
        if shown.key_point is None and carousels.only(easel.config, shown):
            leafed.add(post.network)
        yield shown


def _shown(post: Post, told: Mapping[str | None, Thought], easel: _Easel) -> Post:
    """`post` with the pictures that its network's plan asks for, or the network cannot do without."""
    forms = easel.config.social.networks.get(post.network, NetworkPlan()).forms
    # Of others' articles we may tell one thought, not all of them.
    leaves = "carousel" in forms and post.part == 1 and not post.key_point and easel.article.rights != "quote"
    if leaves and (pages := easel.carousel(post.network, tuple(told.values()))):
        return replace(post, images=(*post.images, *pages))
    shows = (
        "card" in forms and post.key_point is not None and may_be_drawn(told[post.key_point], easel.article.language)
    )
    if not (MANNERS[post.network].needs_image or shows):
        return post
    return replace(post, images=(*post.images, *_card(post, told, easel)))


def _card(post: Post, told: Mapping[str | None, Thought], easel: _Easel) -> Iterator[Image]:
    found = easel.card(told[post.key_point], SIZE_OF[post.network])
    if found:
        name, card = found
        easel.files[name] = card.picture
        yield Image(name, described(card.alt, limits.LIMITS[post.network].alt_text))


def _host(config: Config) -> str:
    return urlsplit(config.brand.site).netloc


def _about_logo(logo: Logo | None, config: Config) -> list[Finding]:
    """That cards cannot show the logo, or not in its own letters."""
    named = config.brand.logo
    if logo is None:
        message = f"The logo {named} is no picture that cards can show; they name the brand in words alone."
        remedy = "Save it as PNG, as JPEG, or as SVG with its words as paths, of less than 20 MB."
        return [Finding("card-logo", "warning", "brand.logo", message, remedy)]
    message = f"The words of the logo {named} are drawn in a font of the cards, for an SVG does not hold its own."
    remedy = "Save its words as paths, or the logo as PNG."
    return [Finding("card-logo-letters", "note", "brand.logo", message, remedy)] if logo.lettered else []
