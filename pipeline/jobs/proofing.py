"""What the preflight of a newsletter knows beside the mail: its templates, and what the network answers."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from pipeline import assets
from pipeline.compose import designs
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import NoPage, NotNow, SourceError, TooMuch
from pipeline.jobs.imaging import published
from pipeline.jobs.reading import Fetch
from pipeline.model import Edition, Email, Finding
from pipeline.preflight import email as email_check
from pipeline.preflight.email import Around, Reached

_AT_ONCE = 8
_MUCH = 10_000_000  # bytes; what a fetch takes at most
# Statuses by which servers keep programs out, or say that they know no HEAD: whether people get in, nobody can tell.
_KEPT_OUT = {401, 403, 405, 406, 409, 418, 451, 501, 999}
_GONE = {404, 410}


def proof(
    email: Email,
    edition: Edition,
    recipe: Newsletter,
    config: Config,
    *,
    earlier: Mapping[str, str] | None = None,
    get: Fetch | None = None,
) -> list[Finding]:
    """Findings about a newsletter, gravest first.

    Args:
        email: The mail, as composed.
        edition: What it was made of.
        recipe: The newsletter it is an edition of.
        config: All of config.yaml.
        earlier: For identities of articles, the edition that told them before.
        get: How addresses are asked whether something is there; None where the network is not to be used.
    """
    ours = published(config)
    reach = partial(answers, get=get, ours=ours.address if ours else None) if get else None
    whole = designs.shows(recipe.design, config.folder) == "full"
    around = Around(templates(recipe.design, config.folder), earlier or {}, reach, whole)
    return email_check.check(email, edition, recipe, config, around)


def templates(design: str, beside: Path) -> dict[str, str]:
    """The HTML templates of a design and the parts that all share, by name, as they are used."""
    found: dict[str, str] = {}
    for root in assets.roots(beside):
        for folder in (f"templates/email/{design}", "templates/email/parts"):
            for file in sorted((root / folder).glob("*.html")):
                name = f"{folder}/{file.name}"
                if name not in found:
                    found[name] = file.read_text(encoding="utf-8", errors="replace")
    return found


def answers(urls: list[str], get: Fetch, ours: str | None = None) -> dict[str, Reached]:
    """What each address answers, a few at a time. What is below `ours` we wrote ourselves, and it goes up yet."""
    asked = [url for url in urls if not (ours and url.startswith(f"{ours}/"))]
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return dict(zip(asked, pool.map(partial(_answer, get=get), asked), strict=True))


def _answer(url: str, get: Fetch) -> Reached:
    try:
        return Reached(size=len(get(url, False).body))
    except TooMuch:
        return Reached(size=_MUCH)
    except NotNow:
        return Reached()  # it is there, and busy
    except NoPage as error:
        return Reached() if error.status in _KEPT_OUT else Reached(str(error), gone=error.status in _GONE)
    except SourceError as error:
        return Reached(str(error))
