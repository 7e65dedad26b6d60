"""Read a case as `inspect` does, and say what went wrong."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from signal import ITIMER_PROF, SIGPROF, setitimer, signal
from types import FrameType

from pipeline import inspection
from pipeline.errors import NothingReadable, SourceError
from pipeline.ingest import files, suggest
from pipeline.ingest.files import Found
from tests.fuzz.forms import Case, Form
from tests.fuzz.visible import unaccented
from tests.ingest.reading import everything

_SLACK = 0.5  # seconds of a processor that any input may take
_LONGEST = 30.0  # seconds after which reading is broken off
Read = Callable[[bytes, Form], Found]


class TooLongError(BaseException):
    """Reading was broken off; no reader may catch it as damage."""


@dataclass(frozen=True)
class Verdict:
    """What reading a case came to.

    Attributes:
        wrong: What must not be, beginning with its kind; None where all is well.
        refused: Whether it was no article, in a clear sentence.
    """

    wrong: str | None = None
    refused: bool = False
    seconds: float = field(default=0.0, compare=False)

    @property
    def kind(self) -> str:
        """What of two cases makes them the same failure."""
        return (self.wrong or "").split(":")[0]

    @property
    def named(self) -> str:
        """The same of small cases: where words are lost, others are another failure."""
        return (self.wrong or "") if self.kind == "lost words" else self.kind


def reading(source: bytes, form: Form) -> Found:
    """The articles in `source`, by the way an address goes, with what is suggested."""
    found = files.fetched(
        source, "the case", url=f"https://example.org/case{form.suffix}", content_type=form.content_type
    )
    for article in found.articles:
        suggest.suggesting(article)
    json.dumps(inspection.as_json(found), ensure_ascii=False).encode()
    return found


def judged(case: Case, form: Form, read: Read = reading) -> Verdict:
    """What reading `case` came to. Slowness is measured three times before it counts."""
    verdict = _once(case, form, read)
    for _ in range(2):
        if verdict.kind != "too slow":
            break
        verdict = min(verdict, _once(case, form, read), key=lambda one: one.seconds)
    return verdict


def _once(case: Case, form: Form, read: Read) -> Verdict:
    start = time.process_time()
    try:
        with _broken_off(_LONGEST):
            found = read(case.source, form)
    except (SourceError, NothingReadable) as error:
        text = str(error)
        clear = "\n" not in text and len(text) < 500 and text.endswith((".", "?"))
        wrong = None if clear else f"unclear answer: {text[:300]!r}"
        wrong = wrong if case.refusable else f"refused: {text}"
        return _timed(case, form, start) or Verdict(wrong, refused=True)
    except TooLongError:
        return Verdict("too slow: never ends", seconds=_LONGEST)
    except Exception as error:  # any is what we are after
        return Verdict(f"{type(error).__name__} {_place(error)}: {str(error)[:200]}")
    slow = _timed(case, form, start)
    missing = lost(case.words, found) if case.words is not None else []
    if slow or not missing:
        return slow or Verdict()
    return Verdict(f"lost words: {len(missing)}, {' '.join(missing[:8])}")


def _timed(case: Case, form: Form, start: float) -> Verdict | None:
    seconds = time.process_time() - start
    allowed = _SLACK + form.pace * plain_pace() * len(case.source)
    return (
        Verdict(f"too slow: {seconds:.1f} s, {allowed:.1f} s allowed", seconds=seconds) if seconds > allowed else None
    )


@cache
def plain_pace() -> float:
    """Seconds that a byte of plain prose takes to be read, at best."""
    prose = "\n\n".join(
        f"A garden of {number} beds needs water, and time, and little else." * 5 for number in range(300)
    )
    source, took = prose.encode(), []
    for _ in range(3):
        start = time.process_time()
        files.fetched(source, "prose", url="https://example.org/a.txt", content_type="text/plain")
        took.append(time.process_time() - start)
    return min(took) / len(source)


def lost(words: list[str], found: Found) -> list[str]:
    """Words that neither an article nor what was dropped holds, by their letters: a mended word lost its hyphen."""
    told = [everything(article) for article in found.articles]
    told += [piece.text for piece in found.dropped]
    told += [f"{article.published:%Y %B %d}" for article in found.articles if article.published]
    held = letters("\n".join(told))
    return [word for word in dict.fromkeys(words) if letters(word) not in held]


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, unaccented(text.casefold()).casefold()))


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"in {trace.tb_frame.f_code.co_name}" if trace else ""


@contextmanager
def _broken_off(seconds: float) -> Iterator[None]:
    def stop(_: int, __: FrameType | None) -> None:
        raise TooLongError

    before = signal(SIGPROF, stop)
    setitimer(ITIMER_PROF, seconds)
    try:
        yield
    finally:
        setitimer(ITIMER_PROF, 0)
        signal(SIGPROF, before)
