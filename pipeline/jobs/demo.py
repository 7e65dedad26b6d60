"""The whole way on the example articles, with no account and no network."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline import assets, slots
from pipeline.channels.outbox import Outbox
from pipeline.config.shape import Config
from pipeline.errors import ChannelError
from pipeline.ingest import files
from pipeline.jobs import build, deliver, writing
from pipeline.jobs.build import Draft, Say


def run(config: Config, out: Path, now: datetime, *, say: Say) -> Iterator[str]:
    """Build and deliver one edition a language of the examples; gives the lines to tell at the end."""
    examples = assets.find("examples/articles")
    _, recipe = build.recipe_named(None, config)
    week = slots.week(now.date())
    counts = [0, 0, 0]
    for folder in sorted(path for path in examples.iterdir() if path.is_dir()):
        articles = files.articles(folder)
        name = f"demo-{folder.name}"
        draft = build.whole(articles, name, recipe, config, now, say=say)
        target = out / "demo" / folder.name
        writing.write(draft.files, target)
        _to_outbox(draft, name, week, out / "outbox", config)
        counts = [
            counts[0] + 1,
            counts[1] + len(draft.posts),
            counts[2] + sum(file.startswith("cards/") for file in draft.files),
        ]
    yield ""
    yield f"{counts[0]} newsletters, {counts[1]} posts and {counts[2]} cards are made. Look at them:"
    yield f"  {out / 'demo'}      the drafts: newsletter.html, newsletter.txt, posts/, cards/, report.json"
    yield f"  {out / 'outbox'}    what would have gone out: .eml, .html, .txt, posts and cards"
    yield f"  python run.py preview {out}    all of it in the browser"


def _to_outbox(draft: Draft, name: str, week: str, folder: Path, config: Config) -> None:
    """Deliver the newsletter and its posts. An earlier demo of this week with other content gives way."""
    outbox = Outbox(folder, config.brand)
    deliveries = [(f"{name}/{week}", outbox.render(draft.email))] if draft.email else []
    numbers: dict[str, int] = {}
    for post in draft.posts:
        numbers[post.network] = numbers.get(post.network, 0) + 1
        reference = f"{name}/{post.network}-{numbers[post.network]:02d}"
        deliveries.append((reference, outbox.render(deliver.as_thread(post), deliver.pictures(draft, post))))
    for reference, request in deliveries:
        try:
            outbox.stage(request, reference)
        except ChannelError:
            outbox.discard(reference)
            outbox.stage(request, reference)
