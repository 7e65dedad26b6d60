"""Pictures of every design for people to look at: `python -m tests.browser.shots FOLDER`. Needs Chromium."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.inversion import partly, wholly
from tests.browser.designs import DESIGNS
from tests.browser.editions import everything, in_language
from tests.browser.painting import painted
from tests.browser.window import Scheme, Window, a_browser

SIGHTS: dict[str, tuple[int, Scheme]] = {"desktop": (640, "light"), "mobile": (375, "light"), "dark": (640, "dark")}
GMAIL = {"gmail-ios": wholly, "gmail-android": partly}


def take(window: Window, folder: Path) -> None:
    """A picture of each design in each sight, as `folder/DESIGN-SIGHT.png`."""
    folder.mkdir(parents=True, exist_ok=True)
    for design in DESIGNS:
        html = everything(design).html
        for sight, (width, scheme) in SIGHTS.items():
            window.show(html, width, scheme).screenshot(path=folder / f"{design}-{sight}.png", full_page=True)
        for client, inversion in GMAIL.items():
            painted(window, html, inversion).screenshot(path=folder / f"{design}-{client}.png", full_page=True)
        page = window.show(in_language(design, "ar").html, 640)
        page.screenshot(path=folder / f"{design}-arabic.png", full_page=True)


def main() -> None:
    """Take all pictures."""
    if len(sys.argv) != 2:
        sys.exit("Say where the pictures go: python -m tests.browser.shots FOLDER")
    with a_browser() as browser:
        take(Window(browser), Path(sys.argv[1]))


if __name__ == "__main__":
    main()
