"""PDF -> pages of lines with place, size and font, within bounds of size, pages and time."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pypdf
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError

from pipeline.errors import SourceError
from pipeline.ingest.pdf.fonts import Widths
from pipeline.ingest.pdf.lines import Line, lines_of
from pipeline.ingest.pdf.painting import Painter
from pipeline.ingest.pdf.tags import tags_of

MOST_PAGES = 200  # a whole magazine has fewer
SECONDS = 30.0  # for everything; a page of text takes some hundredths
# What one stream may unpack to, and how many operators one page may hold: far above any page of text.
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 30_000_000,
    "lzw_maximum_output_length": 30_000_000,
    "run_length_maximum_output_length": 30_000_000,
    "array_based_stream_maximum_output_length": 30_000_000,
    "stream_decoding_work_maximum_length": 100_000_000,
    "disable_legacy_handling": True,
}


@dataclass(frozen=True)
class Pdf:
    """What a PDF says.

    Attributes:
        pages: The lines of each page, in the order in which they are painted.
        turned: Text that stands upright beside the others.
        pictures: How many are painted on each page.
        shown: What pictures show, in the author's words.
        title, author, language, created: What the file states of itself, junk included.
    """

    pages: tuple[tuple[Line, ...], ...]
    turned: tuple[str, ...] = ()
    pictures: tuple[int, ...] = ()
    shown: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    language: str = ""
    created: datetime | None = None


def deadline(place: str, clock: Callable[[], float]) -> Callable[[], None]:
    """A look at the clock that raises SourceError once all the time is used that reading may take from now on."""
    end = clock() + SECONDS

    def in_time() -> None:
        if clock() > end:
            raise SourceError(f"{place} takes longer than {SECONDS:.0f} seconds to read. Save only its article.")

    return in_time


def open_pdf(source: bytes, place: str, in_time: Callable[[], None]) -> Pdf:
    """The pages of `source`.

    Args:
        place: Where it came from, for errors.
        in_time: Asked again and again; see `deadline`.

    Raises:
        SourceError: it is locked, damaged, or far larger than an article.
    """
    try:
        with _quiet(), pypdf.apply_configuration(**_LIMITS):
            return _read(pypdf.PdfReader(io.BytesIO(source)), place, in_time)
    except SourceError:
        raise
    except (FileNotDecryptedError, DependencyError) as error:
        raise SourceError(f"{place} is locked with a password. Save it without one.") from error
    except (LimitReachedError, MemoryError) as error:
        raise SourceError(f"{place} unpacks to far more than an article holds. Print it to a new PDF.") from error
    except Exception as error:  # damage shows as any error that Python has
        raise SourceError(f"{place} is damaged and cannot be read as PDF. Save or download it again.") from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Without pypdf's remarks about files that it can read none the less."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(before)


def _read(reader: pypdf.PdfReader, place: str, in_time: Callable[[], None]) -> Pdf:
    if reader.is_encrypted and not reader.decrypt(""):
        raise SourceError(f"{place} is locked with a password. Save it without one.")
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise SourceError(f"{place} has {count} pages; we read {MOST_PAGES}. Save only the article's pages.")
    widths: dict[int, Widths] = {}
    tags, shown = tags_of(reader.root_object)
    painted = [Painter(page, widths, tags, in_time).paint() for page in reader.pages]
    stated = reader.metadata
    return Pdf(
        pages=tuple(tuple(lines_of(one.pieces, number)) for number, one in enumerate(painted)),
        turned=tuple(text for one in painted for text in one.turned),
        pictures=tuple(one.pictures for one in painted),
        shown=tuple(shown),
        title=_text(stated.title if stated else None),
        author=_text(stated.author if stated else None),
        language=_text(reader.root_object.get("/Lang")),
        created=_created(stated),
    )


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str) else ""


def _created(stated: pypdf.DocumentInformation | None) -> datetime | None:
    try:
        return stated.creation_date if stated else None
    except ValueError:
        return None  # an unreadable date is no date: it is shown nowhere and decides nothing
