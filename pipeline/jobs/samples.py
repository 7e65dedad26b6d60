"""Articles and settings that use every part of a template, and others that use none, so that each branch is tried."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from pipeline.compose.archive import Entry
from pipeline.config.brand import Where
from pipeline.config.shape import NETWORKS, Archive, Articles, Care, Config, Hashtags, Newsletter
from pipeline.model import Article, Block, Edition, Item, KeyPoint, Link, OwnBlock, Section

DAY = date(2026, 1, 1)
_SITE = "https://sample.example"
_CALLS = (Link("Ask a sample", f"{_SITE}/ask"), Link("See a sample", "https://elsewhere.example/see"))


def _paragraph(text: str) -> Block:
    return Block("paragraph", text, text)


def _list(*items: Item, ordered: bool = False) -> Block:
    return Block("list", "\n".join(item.text for item in items), items=items, ordered=ordered)


def _item(text: str, depth: int = 0) -> Item:
    return Item(text, text, depth)


FULL = Article(
    source="check",
    guid="check:full",
    title="A sample that is never sent",
    language="en",
    url=f"{_SITE}/full",
    byline="A. Sample",
    published=datetime(2026, 1, 1, tzinfo=UTC),
    summary="A sample with everything that an article can hold, from pictures to sources.",
    lead=(
        Block("image", "A sample of a picture", "A caption.", url=f"{_SITE}/picture.jpg"),
        _paragraph(f'A lead of one sentence, with <a href="{_SITE}/link">a link</a>.'),
    ),
    sections=(
        Section(
            "Steps",
            (
                _paragraph("Dough that may rest for a night in a cold kitchen tastes better the next day."),
                _paragraph("Resting dough asks for three things:"),
                _list(_item("Flour from the mill."), _item("Cold water."), _item("A whole night.")),
            ),
        ),
        Section("A quote", (Block("quote", "A sample speaks.", "A sample speaks."),)),
        Section("A picture", (Block("image", "A second picture", url=f"{_SITE}/second.jpg"),)),
        Section("A table", (Block("table", "Flour | 500 g\nWater | 300 g"),)),
        Section("Code", (Block("code", "rest(dough)"),)),
        Section(
            "A long list",
            (_list(_item("First."), _item("Below the first.", 1), *map(_item, "ABCDEFGH"), ordered=True),),
        ),
        Section("A source", (_paragraph("A sample that cites its author rests beside the source (Baker, 2014)."),)),
    ),
    key_points=(
        KeyPoint("Resting dough for a whole night makes its flavour deeper (Baker, 2014).", section=0),
        KeyPoint("A tip that stands alone, too.", "tip", section=1),
        KeyPoint("Every source wants a place beside what it says.", section=6),
        KeyPoint("A note beside a section.", "note", section=2),
        KeyPoint("A warning beside a section.", "warning", section=3),
        KeyPoint("A summary of the whole sample.", "summary"),
    ),
    references=("Baker, B. (2014). A reference.",),
    notices=("A notice.",),
    calls_to_action=_CALLS,
)
QUOTED = Article(
    source="check",
    guid="check:quoted",
    title="A sample that may only be quoted",
    language="en",
    url="https://elsewhere.example/quoted",
    byline="B. Sample",
    lead=(_paragraph("One sentence of somebody else."),),
    rights="quote",
)
RENAMED = Article(
    source="check",
    guid="check:renamed",
    title="A sample of a story",
    language="en",
    lead=(_paragraph("Mary rests."), Block("image", "A picture below", "A caption.", url=f"{_SITE}/below.jpg")),
    notices=("The names in this story were changed.",),
)
BARE = Article(
    source="check",
    guid="check:bare",
    title="Een voorbeeld met weinig",
    language="nl",
    sections=(Section(None, (_paragraph("Een zin zonder kop."),)),),
    references=("Een bron.",),
    notices=("Een mededeling.",),
    calls_to_action=_CALLS,
)
LEFTWARD = Article(
    source="check",
    guid="check:leftward",
    title="דוגמה",
    language="he",
    lead=(_paragraph("משפט אחד."),),
    key_points=(KeyPoint("נקודה אחת."),),
)
OWN = (
    OwnBlock(
        "a block",
        "A block of our own",
        "en",
        lead=(
            Block("image", "A sample of a picture", "A caption.", url=f"{_SITE}/own.jpg"),
            _paragraph(f'With <a href="{_SITE}/link">a link</a>.'),
            _paragraph(f'<a href="{_SITE}/agenda">A sample of a button</a>'),
        ),
        sections=(Section("A part of it", (_list(_item("An item.")),)), Section(None, (_paragraph("Another."),))),
        key_points=(KeyPoint("A key point of our own."), KeyPoint("One of a part.", section=0)),
    ),
    OwnBlock("a block", None, "he", lead=(_paragraph("משפט אחד."),)),
)


def with_everything(recipe: Newsletter, config: Config) -> tuple[Newsletter, Config]:
    """`recipe` and `config` with all that they may say; the greeting and own blocks stand in the middle."""
    voice = config.voice.model_copy(update={"hashtags": Hashtags(always=("Sample",))})
    everywhere: tuple[Where, ...] = ("newsletter", *NETWORKS)
    care = Care(notice="A standing notice.", notice_on=everywhere, sources_on=everywhere)
    logo = {"logo": Path("https://sample.example/logo.png"), "logo_size": (180, 60)}
    brand = logo | {"buttons": {"A button": "/button", "Another": "/other"}}
    changed = config.model_copy(
        update={"voice": voice, "care": care, "brand": config.brand.model_copy(update=brand)},
    )
    articles = Articles(at_most=50, key_points_each=20, sections_each=20)
    order = ("articles", "greeting", OWN[0].name, "notices", "sources", "buttons")
    return recipe.model_copy(update={"articles": articles, "order": order, "greeting": "A\n\nB"}), changed


def with_nothing(recipe: Newsletter, config: Config) -> tuple[Newsletter, Config]:
    """`recipe` and `config` without what may be left out."""
    voice = config.voice.model_copy(update={"hashtags": Hashtags(most=0)})
    changed = config.model_copy(
        update={
            "voice": voice,
            "care": Care(notice_on=(), sources_on=()),
            "brand": config.brand.model_copy(update={"logo": None, "buttons": {}}),
        },
    )
    return recipe.model_copy(update={"greeting": "none"}), changed


def archived(config: Config) -> tuple[list[Entry], Config]:
    """Editions of two newsletters in two languages, and `config` with an archive for them."""
    at = datetime(2026, 1, 1, tzinfo=UTC)
    kept = [
        Entry(name, "2026-W01", f"{name}/2026-W01", "A sample", "Of an edition.", language, DAY, at, at)
        for name, language in (("check", config.brand.language), ("other", "und"))
    ]
    return kept, config.model_copy(update={"archive": Archive(address=f"{_SITE}/archive")})


def edition(*articles: Article, greeting: str | None = None, own_blocks: tuple[OwnBlock, ...] = ()) -> Edition:
    """An edition of samples."""
    return Edition("check", "2026-W01", DAY, articles, greeting, own_blocks=own_blocks)
