"""Make the README's pictures from the demo: `make pictures`. Needs Chromium."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from werkzeug.serving import make_server

from pipeline.compose.cards import Card, Page, Setup, draw
from pipeline.config.reading import read
from pipeline.ingest import files
from pipeline.inspection import tree
from pipeline.preview.app import create_app

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ARTICLE = ROOT / "examples" / "articles" / "nl" / "kruiden-op-de-vensterbank.txt"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def picture(browser: Browser, address: str, name: str, width: int, height: int, *, scale: float = 1) -> None:
    """A picture of the top of a page."""
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    page.screenshot(path=HERE / name)
    page.close()


def terminal() -> str:
    """`inspect` of an example as it looks in a terminal, as SVG."""
    console = Console(record=True, width=110, file=io.StringIO(), force_terminal=True)
    console.print(tree(files.articles(ARTICLE)[0]))
    return console.export_svg(title=f"python run.py inspect {ARTICLE.name}")


def designs() -> Image.Image:
    """One key point in the three designs of quote cards, beside each other."""
    brand, gap, width = read(ROOT / "config.yaml", {}).brand, 16, 600
    page = Page("Gras groeit niet harder door eraan te trekken.", "Brood dat blijft")
    made = Image.new("RGB", (3 * width + 2 * gap, 315), "white")
    for place, design in enumerate(("lamp", "paper", "band")):
        card = draw(page, "wide", Setup(brand, "nl", design))
        if isinstance(card, Card):
            small = Image.open(io.BytesIO(card.png)).convert("RGB").resize((width, 315), Image.Resampling.LANCZOS)
            made.paste(small, (place * (width + gap), 0))
    return made


def main() -> None:
    """Write all pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is missing. Install it, then run make pictures again.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([sys.executable, "run.py", "demo", "--out", folder], cwd=ROOT, check=True, capture_output=True)  # noqa: S603
        out = Path(folder)
        (out / "inspect.svg").write_text(terminal(), encoding="utf-8")
        server = make_server("127.0.0.1", 0, create_app(out / "demo", brand_name="Moes & Oven"), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        picture(browser, (out / "demo" / "nl" / "newsletter.html").as_uri(), "newsletter.png", 640, 1100)
        picture(browser, f"http://127.0.0.1:{server.server_port}/draft/nl", "preview.png", 1280, 900)
        picture(browser, (out / "inspect.svg").as_uri(), "inspect.png", 1360, 760)
        shutil.copy(sorted((out / "demo" / "nl" / "cards").glob("*-1.png"))[0], HERE / "card.png")
        designs().save(HERE / "cards.png", optimize=True)
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
