"""Blocks of our own for an edition, from where config.yaml says they are; what is not there is left out and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from pipeline.config.shape import Config, Newsletter, OwnText
from pipeline.errors import SourceError
from pipeline.ingest import own
from pipeline.ingest.files import SUFFIXES
from pipeline.language.letters import letters
from pipeline.model import Edition, Email, Finding, OwnBlock
from pipeline.preflight.places import blocks as blocks_of
from pipeline.preflight.places import of_own


@dataclass(frozen=True)
class Ours:
    """The blocks of an edition, in the order of its newsletter, and what to know about them."""

    blocks: tuple[OwnBlock, ...] = ()
    findings: tuple[Finding, ...] = ()


def blocks(newsletter: str, recipe: Newsletter, config: Config, label: str, spoken: str) -> Ours:
    """The blocks of our own in the edition `label` of a newsletter.

    Args:
        spoken: The language of the edition; of a block too that does not show its own.
    """
    found: list[OwnBlock] = []
    findings = list(_nowhere(newsletter, recipe))
    for name in (name for name in recipe.order if name in recipe.blocks):
        place = of_own(newsletter, name)
        try:
            read = _read(name, place, recipe.blocks[name], config, label, spoken)
        except SourceError as error:
            findings.append(Finding("own-block", "error", place, str(error), "Or take it out of `order`."))
            continue
        if isinstance(read, Finding):
            findings.append(read)
            continue
        found += read.blocks
        findings += _about(read, place)
    return Ours(tuple(found), tuple(findings))


def repeated(edition: Edition, recipe: Newsletter, before: Email, reference: str) -> Iterator[Finding]:
    """A finding for each block in a file that says nothing that `before`, the last edition, did not say."""
    body = LexborHTMLParser(before.html).body
    told = letters(body.text(separator=" ")) if body else ""
    for name, some in groupby(edition.own_blocks, lambda block: block.name):
        if recipe.blocks[name].file and all(letters(line) in told for one in some for line in _lines(one)):
            message = f"It says the same as in {reference}."
            remedy = "See whether it is still so; an empty file says that there is nothing this time."
            yield Finding("own-block-same", "note", of_own(edition.newsletter, name), message, remedy)


def _lines(block: OwnBlock) -> Iterator[str]:
    yield from (block.title or "", *(section.heading or "" for section in block.sections))
    yield from (point.text for point in block.key_points)
    yield from (line for one in blocks_of(block) if one.kind != "image" for line in one.text.splitlines())


def _about(read: own.Read, place: str) -> Iterator[Finding]:
    for one in read.dropped:
        message = f"“{one.text}” is left out: {one.reason}."
        yield Finding("own-block-part", "note", place, message, "See whether it matters.")
    if not read.blocks:
        message = "There are no words in it, so it is left out."
        yield Finding("own-block-empty", "note", place, message, "Write some, or leave it so this time.")


def _nowhere(newsletter: str, recipe: Newsletter) -> Iterator[Finding]:
    for name in recipe.blocks:
        if name not in recipe.order:
            message = "`order` does not name it, so it is shown nowhere."
            remedy = f"Put {name} into `order` of the newsletter, or take the block out."
            yield Finding("own-block-nowhere", "warning", of_own(newsletter, name), message, remedy)


def _read(name: str, place: str, told: OwnText, config: Config, label: str, spoken: str) -> own.Read | Finding:
    """The block, or why there is none this time."""
    site = f"{config.brand.site}/"
    if told.text is not None:
        return own.of_text(told.text, name, place, site, spoken)
    if told.folder is not None:
        return _of_edition(name, place, config.folder / told.folder, label, site, spoken)
    assert told.file is not None  # noqa: S101  the shape holds that there is one of the three
    file = config.folder / told.file
    if file.exists() or file.is_symlink():
        return own.of_file(file, name, site, spoken)
    near = get_close_matches(file.name, [one.name for one in _in(file.parent) if one.is_file()], 1)
    remedy = f"Did you mean {near[0]}?" if near else "Make the file; an empty one says that there is nothing this time."
    return Finding("own-block-missing", "warning", place, f"{told.file} does not exist, so it is left out.", remedy)


def _of_edition(name: str, place: str, folder: Path, label: str, site: str, spoken: str) -> own.Read | Finding:
    """What the folder holds for this edition."""
    if not folder.is_dir():
        message = f"There is no folder {folder.name}, so it is left out."
        return Finding("own-block-missing", "warning", place, message, "Make the folder, or correct its name.")
    files = [one for one in _in(folder) if one.stem == label and one.suffix.lower() in SUFFIXES]
    if not files:
        message = f"{folder.name} holds nothing called {label}, so it is left out this time."
        remedy = f"For words in this edition, write {folder.name}/{label}.md."
        return Finding("own-block-missing", "note", place, message, remedy)
    read = [own.of_file(file, name, site, spoken) for file in files]
    return own.Read(
        tuple(block for one in read for block in one.blocks), tuple(piece for one in read for piece in one.dropped)
    )


def _in(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        raise SourceError(f"{folder} cannot be read: {error.strerror or error}. Check its permissions.") from error
