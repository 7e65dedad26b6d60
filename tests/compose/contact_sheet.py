"""Thirty texts in every design and size, as pictures to look at: `python -m tests.compose.contact_sheet FOLDER`."""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

from pipeline.compose import cards
from pipeline.compose.card_designs import SIZES, Size
from pipeline.compose.cards import Page, Setup
from pipeline.config.shape import Brand, Colors
from pipeline.model import Finding

TEXTS = (
    ("nl", "Rust."),
    ("en", "Rest is work too."),
    ("nl", "Gras groeit niet harder door eraan te trekken."),
    ("en", "Dough that rests overnight tastes better, keeps two days longer, and asks nothing of you but patience."),
    ("nl", "“Wie zaait, die oogst” geldt ook voor een balkon van één vierkante meter."),
    ("de", "„Gut Ding will Weile haben“, sagte die Großmutter – und ließ den Teig über Nacht stehen."),
    ("fr", "« Un pain pressé est un pain raté » : la pâte demande du temps, pas de force."),
    ("es", "¿Y si la masa descansara toda la noche? Mañana será otro pan."),
    ("it", "Perché più acqua? Perché la farina integrale ne beve un quinto in più."),
    ("cs", "Příliš žluťoučký kůň pěl ďábelské ódy nad čerstvým chlebem."),
    ("pl", "Żytni zakwas lubi ciepło, ciszę i łyżkę mąki dziennie."),
    ("hu", "Az éjszakai kelesztés tűrőképes, jó ízű kenyeret ad."),
    ("tr", "Dışı çıtır, içi yumuşacık: sırrı buhardadır."),
    ("vi", "Bột nghỉ qua đêm cho bánh mì thơm và để được lâu hơn."),
    ("el", "Η ζύμη θέλει χρόνο, ησυχία και λίγη υπομονή."),
    ("el", "Ἡ ζύμη θέλει χρόνο· ὁ χρόνος κάνει τὸ ψωμί."),
    ("ru", "Хлеб, который отдыхает ночью, дольше остаётся свежим."),
    ("uk", "Їжа, що росте поруч, смакує найкраще."),
    ("sr", "Ђевђелија и Љубовија знају: хлеб воли стрпљење."),
    ("de", "Donaudampfschifffahrtsgesellschaftskapitän"),
    ("nl", "Hottentottententententoonstelling op het kruidenbalkon: elk plantje een eigen potje."),
    ("en", "Feed your starter 🌾, warm your oven 🔥, call a friend."),
    ("ar", "الخبز الذي يستريح ليلة يبقى طازجًا يومين آخرين."),
    ("he", "בצק שנח לילה שלם נשאר טרי יומיים נוספים."),
    ("zh", "面团静置一夜，味道更好。"),
    ("en", "20 % more water, ½ the yeast & 3× the time = better bread (really)."),
    ("nl", "Twee dagen later? Nog vers!"),
    (
        "en",
        "Compost needs air, water, green and brown: turn it weekly, keep it as moist as a wrung-out sponge, mix one part "
        "of kitchen scraps with two of dry leaves.",
    ),
    (
        "en",
        "A loaf keeps longest in a paper bag on a wooden board: the crust can breathe, the crumb stays moist, and what is "
        "left on the third day still makes the best toast of the week.",
    ),
    ("en", "A starter that smells of apples is happy. One that smells of varnish is hungry. " * 3),
)
BRANDS = {
    "garden": Colors(main="#2F5D3A", accent="#E3A33B"),
    "sea": Colors(main="#1D3557", accent="#E63946"),
    "pale": Colors(main="#F4C6D0", accent="#FFF3B0"),
    "night": Colors(main="#101010", accent="#2B2D42"),
    "yellow": Colors(main="#FFD400", accent="#FFE98A"),
    "black": Colors(main="#000000", accent="#FFFFFF"),
}
_WIDTH = {"wide": 400, "tall": 270, "square": 300}  # px of a card on the sheet


def sheet(design: str, size: Size, colors: Colors, texts: Sequence[tuple[str, str]]) -> Image.Image:
    """The cards of `texts` beside and below each other; why one is missing is printed."""
    brand = Brand(
        name="Moes & Oven",
        site="https://moesenoven.example.org",
        email="post@moesenoven.example.org",
        postal_address="Lindepad 8, 1234 AB Boterdam",
        colors=colors,
    )
    width = _WIDTH[size]
    height = width * SIZES[size][1] // SIZES[size][0]
    made = Image.new("RGB", (5 * (width + 8), -(-len(texts) // 5) * (height + 8)), "#888888")
    for place, (language, text) in enumerate(texts):
        card = cards.draw(Page(text, "Noor Haas · Brood dat blijft"), size, Setup(brand, language, design))
        if isinstance(card, Finding):
            print(f"{design} {size}: {card.place}: {card.message} {card.remedy}")
            continue
        picture = Image.open(io.BytesIO(card.picture)).convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        made.paste(picture, (place % 5 * (width + 8), place // 5 * (height + 8)))
    return made


def main(folder: Path) -> None:
    """Write one sheet a design and size, and one a design in other colours."""
    folder.mkdir(parents=True, exist_ok=True)
    for design in ("lamp", "paper", "band"):
        for size in SIZES:
            sheet(design, size, BRANDS["garden"], TEXTS).save(folder / f"{design}-{size}.png")
        for name in ("sea", "pale", "night", "yellow", "black"):
            sheet(design, "wide", BRANDS[name], TEXTS[:5]).save(folder / f"{design}-{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
