"""Findings about how mails look: colours that had to change, and styles that the inboxes would not take."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline import assets
from pipeline.compose import sandbox, stylesheets
from pipeline.compose.colors import adjusted
from pipeline.config.near import did_you_mean
from pipeline.config.shape import PARTS, PLAIN_NEWSLETTER, Brand, Config
from pipeline.model import Finding


def check(config: Config) -> Iterator[Finding]:
    """Findings about the brand's colours, and about the styles of each design that a newsletter uses."""
    yield from colors(config.brand)
    recipes = config.newsletters or {"newsletter": PLAIN_NEWSLETTER}
    told: set[str] = set()
    for name, recipe in recipes.items():
        for file in _templates(recipe.design, config):
            if file not in told:
                told.add(file)
                yield from _styles(file, f"newsletters.{name}", config)
                yield from _unused(file, f"newsletters.{name}", config)


def colors(brand: Brand) -> Iterator[Finding]:
    """What of the brand's colours could not be read, and what mails have instead."""
    for one in adjusted(brand.colors.main, brand.colors.accent):
        message = (
            f"{one.given} became {one.became} for {one.use}: its contrast there is {one.contrast:.1f} to 1, "
            f"and {one.needed:g} is needed."
        )
        remedy = "Leave it so, or choose a darker colour."
        yield Finding("color-adjusted", "note", f"brand.colors.{one.name}", message, remedy)


def _templates(design: str, config: Config) -> list[str]:
    """The HTML templates of a design and the shared parts, by their names under templates/; the team's own first."""
    roots = [root / "templates" / "email" for root in assets.roots(config.folder)]
    files = [file for root in roots for folder in (design, "parts") for file in sorted((root / folder).glob("*.html"))]
    return list(dict.fromkeys(f"email/{file.parent.name}/{file.name}" for file in files))


def _unused(file: str, place: str, config: Config) -> Iterator[Finding]:
    """A part of the team's own that no template shows: its name is no part's, and nobody includes it."""
    own, part = config.folder / "templates" / file, file.rpartition("/")[2]
    if not own.is_file() or part.removesuffix(".html") in {*PARTS, "own", "newsletter"}:
        return
    everywhere = (root / "templates" / "email" for root in assets.roots(config.folder))  # another design may show it
    texts = (one.read_bytes() for folder in everywhere for one in folder.rglob("*.html") if one.is_file())
    if not any(part.encode() in text for text in texts):
        near = did_you_mean(part, [*(f"{name}.html" for name in PARTS), "own.html"]) or "."
        message = f"templates/{file}: no template shows it{near}"
        yield Finding("template-style", "warning", place, message, "Correct its name, include it, or take it away.")


def _styles(file: str, place: str, config: Config) -> Iterator[Finding]:
    path = assets.find(f"templates/{file}", config.folder)
    if not path.is_file() or path.stat().st_size > sandbox.LARGEST:
        return  # which is told where templates are tried
    text = path.read_text(encoding="utf-8", errors="replace")
    for one in stylesheets.mistakes(text, classes_only=config.email.inliner == "premailer"):
        message = f"templates/{file}, line {one.line}: {one.message}"
        yield Finding("template-style", one.severity, place, message, one.remedy)
