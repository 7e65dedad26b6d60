"""What must fit together across sections: names that others define, and care that forbids automatic approval. Pure."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path

from pipeline.config.mistakes import Mistake, Words, quoted
from pipeline.config.near import did_you_mean
from pipeline.config.shape import PARTS, PLACEHOLDERS, Config, Newsletter
from pipeline.config.yaml_places import KeyPath


def reference_mistakes(config: Config, words: Words) -> Iterator[Mistake]:
    """Every name that stands for nothing, and approval that may not be automatic."""
    for name, newsletter in config.newsletters.items():
        here: KeyPath = ("newsletters", name)
        yield from _unknown(words, (*here, "from"), newsletter.sources, config.sources, "source")
        if newsletter.send_with not in config.channels:
            yield _nothing(words, (*here, "send_with"), config.channels, "channel")
        yield from _parts(words, here, newsletter)
        yield from _filled_in(here, newsletter)
    yield from _unknown(words, ("social", "from"), config.social.sources, config.sources, "source")
    yield from _uploaded(config)
    if config.care.topic:
        approvals = {("newsletters", name, "approval"): each.approval for name, each in config.newsletters.items()}
        for path, approval in (approvals | {("social", "approval"): config.social.approval}).items():
            if approval == "automatic":
                yield Mistake(path, lambda: "with care.topic: health approval is never automatic. Write required")


def _filled_in(here: KeyPath, newsletter: Newsletter) -> Iterator[Mistake]:
    """Names in a subject or preheader that nothing fills in."""
    for key in ("subject", "preheader"):
        for name in re.findall(r"\{(\w*)\}", getattr(newsletter, key) or ""):
            if name not in PLACEHOLDERS:
                near = did_you_mean(name, PLACEHOLDERS) or f". Use {', '.join(f'{{{one}}}' for one in PLACEHOLDERS)}"
                yield Mistake((*here, key), partial(str, f"nothing fills in {{{name}}}{near}"))


def _uploaded(config: Config) -> Iterator[Mistake]:
    """Folders that are for everybody to see, and hold what nobody should."""
    here, kept = (os.path.abspath(config.folder / place) for place in ("", config.state))  # noqa: PTH100
    for name, section in (("archive", config.archive), ("images", config.images)):
        if section and section.folder is not None:
            folder = os.path.abspath(config.folder / section.folder)  # noqa: PTH100 - resolve() would follow links
            if any(Path(one).is_relative_to(folder) for one in (here, kept)):
                said = (
                    "this folder is for uploading, and holds your keys or drafts. Write one of its own, such as public"
                )
                yield Mistake((name, "folder"), partial(str, said))


def _unknown(
    words: Words, path: KeyPath, names: tuple[str, ...], defined: Mapping[str, object], what: str
) -> Iterator[Mistake]:
    for index, name in enumerate(names):
        if name not in defined:
            yield _nothing(words, (*path, index), defined, what)


def _parts(words: Words, here: KeyPath, newsletter: Newsletter) -> Iterator[Mistake]:
    """What `order` names that is neither a part nor a block of our own, and blocks that take the name of a part."""
    known = [*PARTS, *newsletter.blocks]
    for index, name in enumerate(newsletter.order):
        if name not in known:
            yield Mistake((*here, "order", index), partial(_no_such_part, words, (*here, "order", index), known))
    for name in newsletter.blocks:
        if name in PARTS:
            said = f"{name} is a part of every newsletter. Give the block another name"
            yield Mistake((*here, "blocks", name), partial(str, said))


def _no_such_part(words: Words, path: KeyPath, known: list[str]) -> str:
    found = words.raw(path)
    near = did_you_mean(str(found), known)
    remedy = near or f". There are {', '.join(known)}; a block of our own is written under blocks"
    return f"there is no part {quoted(found)}{remedy}"


def _nothing(words: Words, path: KeyPath, defined: Mapping[str, object], what: str) -> Mistake:
    return Mistake(path, partial(_no_such, words, path, defined, what))


def _no_such(words: Words, path: KeyPath, defined: Mapping[str, object], what: str) -> str:
    found = words.raw(path)
    near = did_you_mean(str(found), defined)
    remedy = near or f". Write one that stands under {what}s, or add it there"
    return f"there is no {what} {quoted(found)}{remedy}"
