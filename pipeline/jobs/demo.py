"""The whole way on the example articles, with no account and no network."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline import assets
from pipeline.channels import folders
from pipeline.channels.outbox import Outbox
from pipeline.config.shape import PLAIN_NEWSLETTER, Config, Newsletter
from pipeline.ingest import files
from pipeline.jobs import build, writing
from pipeline.jobs.build import Draft, Say
from pipeline.jobs.deliver import outbox_request


def run(config: Config, out: Path, now: datetime, *, say: Say) -> Iterator[str]:
    """Build and deliver one edition a language of the examples; gives the lines to tell at the end."""
    examples = assets.find("examples/articles")
    counts = [0, 0, 0]
    for folder in sorted(path for path in examples.iterdir() if path.is_dir()):
        articles = files.articles(folder)
        name, recipe = _recipe_for(folder, config)
        draft = build.whole(articles, name, recipe, config, now, say=say)
        target = out / "demo" / folder.name
        writing.write(draft.files, target)
        _to_outbox(draft, out / "outbox", config, now)
        counts = [
            counts[0] + 1,
            counts[1] + len(draft.posts),
            counts[2] + sum(file.startswith("cards/") for file in draft.files),
        ]
    yield ""
    yield f"{counts[0]} newsletters, {counts[1]} posts and {counts[2]} cards are made. Look at them:"
    yield f"  {out / 'demo'}      the drafts: newsletter.html, newsletter.txt, posts/, cards/, report.json"
    yield f"  {out / 'outbox'}    what would have gone out: .eml, .html, .txt, posts and cards"
    yield f"  {_python()} run.py preview {out}    all of it in the browser"


def _recipe_for(folder: Path, config: Config) -> tuple[str, Newsletter]:
    """The newsletter of config.yaml that takes from `folder`; a plain one where somebody's own config.yaml has none."""
    for name, recipe in config.newsletters.items():
        places = [config.sources[source].folder for source in recipe.sources]
        if any(place is not None and (config.folder / place).resolve() == folder.resolve() for place in places):
            return name, recipe
    return f"demo-{folder.name}", PLAIN_NEWSLETTER


def _to_outbox(draft: Draft, folder: Path, config: Config, now: datetime) -> None:
    """Deliver the newsletter with all posts and cards, whatever its channel. An earlier demo gives way."""
    outbox = Outbox(folder, config.brand)
    if draft.email and draft.edition:
        reference = draft.edition.reference
        for state in ("staged", "sent"):
            shutil.rmtree(folder / state / folders.place_of(reference), ignore_errors=True)
        request = outbox_request(outbox, draft, draft.email)
        outbox.publish(request, outbox.stage(request, reference), reference, now, None)


def _python() -> str:
    """How this Python is called from here."""
    own = Path(".venv") / "bin" / "python"
    return str(own) if own.exists() else "python"
