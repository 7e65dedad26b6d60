"""Pictures beside the tables of an export: under names that say whose they are, with a list of which row wants which.

Services take pictures from a table only by public addresses, which cards and carousels have not: a person adds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pipeline.channels import folders
from pipeline.errors import UsageError
from pipeline.jobs.bulk import Entry, Format
from pipeline.language.start import start_of

LIST = "pictures.txt"
_HEAD = "Which picture goes with which row. Add them by hand: tables take only pictures that have an address.\n"


@dataclass(frozen=True)
class Sheet:
    """A table that is written as one file.

    Attributes:
        name: The file's.
        entries: Its rows, in order.
    """

    name: str
    form: Format
    entries: Sequence[Entry]


def enclosed(entry: Entry, pictures: Mapping[str, bytes]) -> Entry:
    """`entry` with the pictures that its post shows, named anew: `pictures/2026-12-01-0815-linkedin-draft-12.png`.

    Args:
        entry: Its post names its pictures as `pictures` does.
        pictures: Their bytes; others among them are left.

    Raises:
        UsageError: one is not there.
    """
    images = entry.post.images
    stem = f"pictures/{entry.at:%Y-%m-%d-%H%M}-{entry.post.network}-{entry.name}"
    named = []
    files = {}
    for number, image in enumerate(images, 1):
        if image.file not in pictures:
            said = start_of(entry.post.text)
            raise UsageError(f"The picture {image.file} of “{said}” ({entry.post.network}) is missing. Make it again.")
        file = f"{stem}{f'-{number:02d}' if len(images) > 1 else ''}{PurePosixPath(image.file).suffix.lower()}"
        named.append(replace(image, file=file))
        files[file] = pictures[image.file]
    return replace(entry, post=replace(entry.post, images=tuple(named)), pictures=files)


def of_build(folder: Path, entry: Entry) -> Entry:
    """`entry` with its pictures from the folder of a build.

    Raises:
        UsageError: one cannot be read, or is no file of a build.
    """
    pictures = {}
    for image in entry.post.images:
        if not folders.is_safe(image.file):
            raise UsageError(f"{folder / 'posts.json'}: “{image.file}” is no picture of a build. Build again.")
        try:
            pictures[image.file] = (folder / image.file).read_bytes()
        except OSError as error:
            raise UsageError(f"{folder / image.file} cannot be read ({error.strerror}). Build again.") from error
    return enclosed(entry, pictures)


def files(sheets: Sequence[Sheet]) -> dict[str, bytes]:
    """Every picture of `sheets`, and their list; nothing where no post has one."""
    pictures = {name: data for sheet in sheets for one in sheet.entries for name, data in one.pictures.items()}
    if not pictures:
        return {}
    said = "\n".join([_HEAD, *(line for sheet in sheets for line in _lines(sheet))])
    return pictures | {LIST: said.encode("utf-8", "replace")}


def _lines(sheet: Sheet) -> Iterator[str]:
    """A table's part of the list; nothing where none of its posts has a picture."""
    if not any(one.pictures for one in sheet.entries):
        return
    yield sheet.name
    for row, one in enumerate(sheet.entries, 2 if sheet.form.headed else 1):  # as a spreadsheet numbers them
        if one.pictures:
            yield f"  row {row}, {one.at:%Y-%m-%d %H:%M}, “{start_of(one.post.text)}”"
        for image in one.post.images:
            yield f"    {image.file}"
            yield f"      shows: {' '.join(image.alt.split())}"
    yield ""
