"""Make the README's pictures from the demo: `make pictures`. Needs Chromium."""

from __future__ import annotations

import io
import json
import math
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from werkzeug.serving import WSGIRequestHandler, make_server

from pipeline.compose.cards import Card, Page, Setup, draw
from pipeline.config.reading import read
from pipeline.ingest import files
from pipeline.inspection import tree
from pipeline.jobs import client_pages
from pipeline.preview.app import create_app
from pipeline.preview.networks import look

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
Scheme = Literal["light", "dark"]
ARTICLE = ROOT / "examples" / "articles" / "nl" / "kruiden-op-de-vensterbank.txt"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


# design: the language of the demo that has it, width in px, scheme
SIGHTS: tuple[tuple[str, str, int, Scheme], ...] = (
    ("digest", "nl", 640, "light"),
    ("feature", "en", 375, "light"),
    ("key-points", "de", 640, "dark"),
)


# network: how far down its posts about key points the one stands that is shown, so that each tells of another article
FRAMES = (("linkedin", 0.0), ("bluesky", 0.7), ("instagram", 0.4))
LINE = 50  # characters, as wide as a frame
MOST_LINES = {"above": 15, "beside": 12, "picture-first": 5}  # so that the frame fits the picture


def picture(browser: Browser, address: str, width: int, height: int, scheme: Scheme = "light") -> Image.Image:
    """The top of a page."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)
    # The examples' pictures are as invented as their school; one of them is drawn.
    page.route("**/*.jpg", lambda route: route.fulfill(path=HERE / "teapot.svg", content_type="image/svg+xml"))
    page.goto(address, wait_until="load")
    page.wait_for_timeout(500)
    shot = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(shot)).convert("RGB")


def row(pictures: Sequence[Image.Image], gap: int = 24) -> Image.Image:
    """`pictures` of one height beside each other."""
    whole = Image.new("RGB", (sum(one.width + gap for one in pictures) - gap, pictures[0].height), "white")
    left = 0
    for one in pictures:
        whole.paste(one, (left, 0))
        left += one.width + gap
    return whole


def newsletters(browser: Browser, demo: Path) -> Image.Image:
    """The three designs: on a desk, on a phone, in the dark."""
    return row(
        [
            picture(browser, (demo / language / "newsletter.html").as_uri(), width, 1150, scheme)
            for _, language, width, scheme in SIGHTS
        ]
    )


def programs(demo: Path) -> Image.Image:
    """The contact sheet of mail programs, a third as wide."""
    page, text = ((demo / "nl" / f"newsletter.{kind}").read_text(encoding="utf-8") for kind in ("html", "txt"))
    sheet = client_pages.files(page, text, "Moes & Oven", "nl", say=print)["clients/contact-sheet.png"]
    whole = Image.open(io.BytesIO(sheet)).convert("RGB")
    return whole.resize((1200, whole.height * 1200 // whole.width), Image.Resampling.LANCZOS)


def save(image: Image.Image, name: str) -> None:
    """`image` among the README's."""
    # 256 colours without dither are enough for pages, and weigh a third; this method keeps rare ones, such as accents.
    fewer = image.quantize(256, Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE)
    fewer.save(HERE / name, optimize=True)


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
            small = Image.open(io.BytesIO(card.picture)).convert("RGB").resize((width, 315), Image.Resampling.LANCZOS)
            made.paste(small, (place * (width + gap), 0))
    return made


def posts(browser: Browser, draft: Path) -> Image.Image:
    """Three posts about three articles, each in a frame as its network would arrange it."""
    built = json.loads((draft / "posts.json").read_text(encoding="utf-8"))
    shown = []
    for network, share in FRAMES:
        about = [post for post in built if post["network"] == network and post["key_point"]]
        post = about[int(len(about) * share)]
        address = (draft / post["images"][0]["file"]).as_uri()
        text = beginning(post["text"], MOST_LINES[look(network).arrangement])
        shown.append({"arrangement": look(network).arrangement, "text": text, "image": address})
    env = Environment(loader=FileSystemLoader(HERE), autoescape=True, undefined=StrictUndefined)
    brand = read(ROOT / "config.yaml", {}).brand
    page = draft / "frames.html"
    html = env.get_template("posts.html").render(brand=brand.name, color=brand.colors.main, posts=shown)
    page.write_text(html, encoding="utf-8")
    return picture(browser, page.as_uri(), 1280, 750)


def beginning(text: str, most: int) -> str:
    """`text` to the end of the last paragraph that ends within `most` lines; the first one whole."""
    first, *others = text.split("\n\n")
    told = first
    for paragraph in others:
        longer = f"{told}\n\n{paragraph}"
        if sum(max(1, math.ceil(len(line) / LINE)) for line in longer.split("\n")) > most:
            break
        told = longer
    return told


class _Quiet(WSGIRequestHandler):
    """Serves without a line for each request."""

    def log_request(self, *_: object) -> None:
        pass


def main() -> None:
    """Write all pictures."""
    chromium = shutil.which("chromium")
    if chromium is None:
        sys.exit("Chromium is missing. Install it, then run make pictures again.")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        subprocess.run([sys.executable, "run.py", "demo", "--out", folder], cwd=ROOT, check=True, capture_output=True)  # noqa: S603
        out = Path(folder)
        (out / "inspect.svg").write_text(terminal(), encoding="utf-8")
        app = create_app(out / "demo", brand_name="Moes & Oven")
        server = make_server("127.0.0.1", 0, app, threaded=True, request_handler=_Quiet)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        save(newsletters(browser, out / "demo"), "newsletters.png")
        save(programs(out / "demo"), "mail-programs.png")
        studio = f"http://127.0.0.1:{server.server_port}/draft/nl"
        save(picture(browser, studio, 1280, 900), "preview.png")
        save(posts(browser, out / "demo" / "en"), "posts.png")
        save(picture(browser, (out / "inspect.svg").as_uri(), 1360, 760), "inspect.png")
        save(designs(), "cards.png")
        browser.close()
        server.shutdown()


if __name__ == "__main__":
    main()
