"""A mail in every mail program, as files: a page for each, a contact sheet of them, and a picture of that."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from pipeline.jobs import pictures_of_pages
from pipeline.jobs.build import Draft
from pipeline.preflight import clients
from pipeline.preflight.clients import sheet

MOST = 300_000  # bytes of a mail; Gmail shows 102,000, and eighteen programs take a minute for twice as much
Photograph = Callable[[Path, tuple[int, int]], bytes | None]
_NO_PICTURE = (
    "no picture of the contact sheet: no Chromium, Chrome or Edge made one here; clients/index.html shows the same"
)


def photograph(page: Path, size: tuple[int, int]) -> bytes | None:
    """A picture of `page` by the browser that is here, or None without one."""
    program = pictures_of_pages.browser()
    return pictures_of_pages.picture(program, page, size) if program else None


def of(draft: Draft, *, say: Callable[[str], None]) -> dict[str, bytes]:
    """The files under `clients/` for the newsletter of `draft`, as it would be sent; none where none may be shown."""
    if draft.email is None:
        return {}
    size = len(draft.files["newsletter.html"])
    if size > MOST:
        say(f"no clients/: the mail has {size:,} bytes; up to {MOST:,} it is shown in mail programs. Shorten it")
        return {}
    html, text = (draft.files[f"newsletter.{kind}"].decode("utf-8", "surrogatepass") for kind in ("html", "txt"))
    return files(html, text, draft.email.subject, draft.email.language, say=say)


def files(
    html: str,
    text: str,
    subject: str,
    language: str,
    *,
    take: Photograph = photograph,
    say: Callable[[str], None],
) -> dict[str, bytes]:
    """The files under `clients/` for a mail of these two parts, by relative name."""
    say("the mail in every mail program")
    views = clients.views(html, text)
    pages = {sheet.file_of(view.profile): view.html for view in views}
    made = pages | {"index.html": sheet.sheet(views, subject, language)}
    found = {f"clients/{name}": page.encode("utf-8", "surrogatepass") for name, page in made.items()}
    shot = _picture(pages, sheet.sheet(views, subject, language, picture=True), take)
    if shot is None:
        say(_NO_PICTURE)
        return found
    return found | {"clients/contact-sheet.png": shot}


def _picture(pages: dict[str, str], whole: str, take: Photograph) -> bytes | None:
    with tempfile.TemporaryDirectory() as folder:
        for name, page in {**pages, "sheet.html": whole}.items():
            Path(folder, name).write_text(page, encoding="utf-8", errors="surrogatepass")
        return take(Path(folder, "sheet.html"), sheet.PICTURE)
