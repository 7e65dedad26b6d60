"""The editions that are looked at: everything a newsletter can hold, what is hardest to lay out, and other languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Any, get_args

from pipeline.compose.newsletter import compose
from pipeline.model import (
    Article,
    Block,
    Edition,
    Item,
    KeyPoint,
    KeyPointKind,
    Link,
    OwnBlock,
    PublishedImage,
    Section,
)
from tests.browser.designs import QUICK
from tests.browser.window import PICTURES
from tests.compose.letters import Letter, a_list
from tests.factories import a_config, a_paragraph, an_article

BRAND = {
    "name": "Moes & Oven",
    "site": "https://moes.example",
    "email": "post@moes.example",
    "postal_address": "Lindepad 8, 1234 AB Boterdam",
    "language": "en",
    "buttons": {"Come and cook": "/classes", "Ask the gardener": "/contact"},
}
KINDS: tuple[KeyPointKind, ...] = get_args(KeyPointKind)
LONG_WORD = "Regenwassertonnendeckelverschlussschraubendreher" * 2
LONG_URL = "https://moes.example/" + "seedlings" * 30
NESTED = (
    Item("Sow", "Sow"),
    Item("Beans", "Beans", 1),
    Item("Peas", "<strong>Peas</strong>", 1),
    Item("Water", "Water"),
)


@cache
def everything(design: str, engine: str = QUICK) -> Letter:
    """Every kind of block, key point and part at once, in two languages, with an article that may only be quoted."""
    dutch = an_article(
        guid="2",
        title="Bonen in potten",
        language="nl",
        url="https://moes.example/bonen",
        references=("Bakker, 2019",),
        notices=("Bonen zijn rauw giftig.",),
        calls_to_action=(Link("Kom naar de oogstdag", "https://moes.example/oogst"),),
    )
    quoted = an_article(
        guid="3", title="Elsewhere", url="https://elsewhere.example/x", rights="quote", byline="Hannah Cole"
    )
    bare = an_article(guid="4", title="Only a line", url="https://moes.example/line", sections=(), key_points=())
    changed = an_article(
        guid="5", title="A cook", url="https://moes.example/cook", notices=("All names were changed.",)
    )
    return a_design(design, engine, all_blocks(), dutch, quoted, bare, changed, own=(an_agenda(),))


@cache
def with_a_logo(design: str) -> Letter:
    """A logo in place of the name, and a picture in the article that is there and huge."""
    picture = Block("image", "A bed of lettuce", url=f"https://{PICTURES}/bed.png", html="Early <em>June</em>")
    shown = an_article(lead=(picture, a_paragraph("Lettuce loves cool mornings.")))
    # Without a greeting, whose line would stand for the stroke of a feature.
    return a_design(design, QUICK, shown, greeting="", brand=BRAND | {"logo": f"https://{PICTURES}/logo.png"})


@cache
def hardest(design: str, language: str = "en") -> Letter:
    """What is hardest to keep narrow: long words, addresses, tables, code, titles, and pictures of unknown size."""
    quoted = an_article(guid="2", title=LONG_WORD, byline=LONG_WORD, url=LONG_URL, rights="quote", language=language)
    bare = an_article(guid="3", title=LONG_WORD, url=LONG_URL, language=language, notices=("All names were changed.",))
    brand = BRAND | {"name": LONG_WORD, "buttons": {LONG_WORD: "/a", "Ask": "/b"}, "postal_address": LONG_URL}
    articles, own = (hard_article(language), quoted, bare), (a_hard_block(language),)
    return a_design(design, QUICK, *articles, own=own, greeting=f"{LONG_WORD}\n{LONG_URL}", brand=brand)


@cache
def long_words(design: str) -> Letter:
    """An article all of whose words are long; our own name and buttons are as usual."""
    return a_design(design, QUICK, hard_article())


def hard_article(language: str = "en") -> Article:
    """Long words, addresses, tables, code and a picture of unknown size."""
    wide, narrow = a_table("Strawberries", columns=9), a_table("Salatbeet", columns=3)
    code = Block("code", "watering --every 2d --bed " + "north-east-" * 20 + "\nplain line")
    quote = Block("quote", f"{LONG_WORD} {LONG_URL}", html=f"{LONG_WORD} {LONG_URL}")
    picture = Block("image", LONG_WORD, url=f"https://{PICTURES}/huge.png", html=LONG_WORD)
    linked = Block("paragraph", LONG_URL, html=f'<a href="{LONG_URL}">{LONG_URL}</a> <code>{LONG_WORD}</code>')
    opening = Block("paragraph", f"{LONG_WORD} is:", html=f"{LONG_WORD} <code>{LONG_WORD}</code> is:")
    return an_article(
        title=f"{LONG_WORD} " + "and how it came into our garden " * 5,
        language=language,
        lead=(picture, opening, a_list(LONG_WORD, LONG_URL, *map(str, range(8)))),
        sections=(
            Section(LONG_WORD, (linked, quote)),
            Section(f"Code {LONG_URL}", (a_paragraph("Type this:"), code)),
            Section("Table", (a_paragraph("Compare:"), wide)),
            Section("Narrow table", (a_paragraph("Compare:"), narrow)),
        ),
        key_points=tuple(KeyPoint(f"{LONG_WORD} {kind}.", kind=kind, section=0) for kind in KINDS),
        references=(f"{LONG_WORD} {LONG_URL}",),
        notices=(LONG_URL,),
        byline=LONG_WORD,
        published=datetime(2026, 11, 12, 20, tzinfo=UTC),
        calls_to_action=(Link(LONG_WORD, LONG_URL),),
    )


def a_hard_block(language: str) -> OwnBlock:
    """A block of our own with all of these, a button and a list in a list."""
    article = hard_article(language)
    blocks = (*article.lead, *(block for section in article.sections for block in section.blocks))
    button = Block("paragraph", LONG_WORD, html=f'<a href="{LONG_URL}">{LONG_WORD}</a>')
    nested = Block("list", LONG_WORD, items=tuple(Item(LONG_WORD, LONG_WORD, depth) for depth in (0, 1, 2)))
    plain = Block("image", "A bed", url=f"https://{PICTURES}/huge.png")
    section = Section(LONG_WORD, (plain, button, a_list(LONG_WORD), nested))
    return OwnBlock("news", LONG_WORD, language, blocks, (section,), (KeyPoint(LONG_WORD),))


def a_design(
    design: str,
    engine: str,
    *articles: Article,
    own: tuple[OwnBlock, ...] = (),
    images: tuple[PublishedImage, ...] = (),
    **changes: Any,
) -> Letter:
    """A letter of `articles` in a design, with all that they hold, and blocks of our `own`, all called news."""
    order = ["greeting", "articles", "news", "notices", "sources", "buttons"]
    limits = {"key_points_each": 20, "sections_each": 20}
    weekly = {"from": ["desk"], "design": design, "articles": limits, "order": order, "blocks": {"news": {"text": "-"}}}
    values: dict[str, Any] = {"brand": BRAND, "care": {"notice": "Knives are sharp, and ovens hot."}} | changes
    greeting = values.pop("greeting", "Dear reader,\n\nThe beans are in.\nSo is the rain.")
    config = a_config(newsletters={"weekly": weekly}, email={"inliner": engine}, **values)
    known = {one.url: one for one in images}
    edition = Edition("weekly", "2026-W47", date(2026, 11, 19), articles, greeting, own_blocks=own, images=known)
    return Letter(compose(edition, config.newsletters["weekly"], config))


def an_agenda() -> OwnBlock:
    """A block of our own with a button, a picture and a key point."""
    button = Block("paragraph", "Sign up", html='<a href="https://moes.example/sign-up">Sign up</a>')
    image = Block("image", "A table in the garden", url="https://moes.example/table.jpg")
    sections = (Section("In June", (image, a_list("The 3rd: pruning.", "The 9th: pickling."))),)
    lead = (a_paragraph("What we do this month."), button)
    return OwnBlock("news", "Agenda", "en", lead, sections, (KeyPoint("Bring gloves."),))


def a_table(word: str, *, columns: int) -> Block:
    row = " | ".join([word] * columns)
    return Block("table", f"{row}\n{row}")


def all_blocks(**changes: Any) -> Article:
    """An article with every kind of block and of key point."""
    html = 'A <a href="https://moes.example/loaf?a=1&amp;b=2">loaf</a> <strong>keeps</strong>,<br>as <code>CO</code><sub>2</sub>'
    image = Block("image", "Beans on a fence", url="https://moes.example/beans.jpg", html="Picked <em>today</em>")
    values: dict[str, Any] = {
        "title": "Beans for winter",
        "published": datetime(2026, 11, 12, 20, tzinfo=UTC),
        "byline": "Ann Miller",
        "lead": (image, Block("paragraph", "A loaf keeps, as CO2.", html=f"{html}.")),
        "sections": (
            Section("Steps", (a_paragraph("Three steps help:"), a_list("Pick.", "Dry.", "Shell.", ordered=True))),
            Section("Said", (Block("quote", "Beans are patient.", html="Beans are <em>patient</em>."),)),
            Section("By machine", (a_paragraph("It says this:"), Block("code", "dryer --at 40\n  --for 6h"))),
            Section("How long", (a_paragraph("It depends:"), Block("table", "Bean | Days\nWhite | 7\nBlack | 12"))),
            Section("Many", (a_paragraph("All of these:"), a_list(*(f"Bean number {i}." for i in range(1, 9))))),
            Section("Nested", (a_paragraph("Two beds:"), Block("list", "Sow\nBeans\nPeas\nWater", items=NESTED))),
        ),
        "key_points": (
            *(KeyPoint(f"A {kind} about beans that dry slowly in the barn.", kind=kind, section=0) for kind in KINDS),
            KeyPoint("Good beans need time."),
            KeyPoint("A thought nobody wrote.", origin="suggested", section=1),
        ),
        "references": ("Miller, A. (2020). Beans. https://doi.example/10.1(2)x.",),
        "notices": ("Recipes were tested at home.",),
        "calls_to_action": (Link("Join our harvest day.", "https://moes.example/day"),),
    }
    return an_article(**(values | changes))


@cache
def in_language(design: str, language: str, text: str | None = None) -> Letter:
    """An edition in one language alone, all of whose sentences are `text`."""
    said = text or SAID[language]
    article = an_article(
        title=said,
        language=language,
        byline=said,
        published=datetime(2026, 11, 12, 20, tzinfo=UTC),
        lead=(a_paragraph(f"{said}."), Block("quote", said, html=said)),
        sections=(
            Section(said, (a_paragraph(f"{said}:"), a_list(said, said), Block("table", f"{said} | 2\n{said} | 3"))),
        ),
        key_points=(KeyPoint(f"{said}.", section=0), KeyPoint(f"{said}!", kind="warning", section=0)),
        references=(said,),
        notices=(said,),
    )
    quoted = an_article(guid="2", title=said, language=language, url="https://x.example", rights="quote", byline=said)
    brand = BRAND | {"name": said, "language": language, "buttons": {said: "/a"}, "postal_address": said}
    return a_design(design, QUICK, article, quoted, brand=brand, greeting=said, care={"notice": said})


# "The beans dry slowly in the barn"
SAID = {
    "ar": "تجف الفاصوليا ببطء في الحظيرة",
    "de": "Die Bohnen trocknen langsam in der Scheune",
    "en": "The beans dry slowly in the barn",
    "es": "Las alubias se secan despacio en el granero",
    "fr": "Les haricots sèchent lentement dans la grange",
    "he": "השעועית מתייבשת לאט באסם",
    "it": "I fagioli si asciugano lentamente nel fienile",
    "nl": "De bonen drogen langzaam in de schuur",
}
RIGHT_TO_LEFT = ("ar", "he")
