"""What an inbox shows before a newsletter is opened: subject and preheader. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pipeline import language
from pipeline.compose import words
from pipeline.compose.view import ArticleView
from pipeline.errors import TemplateError
from pipeline.language.people import may_be_told
from pipeline.limits import PREHEADER

SUBJECT = 90  # characters; inboxes show 40 to 70 of them
SHORTEST, LONGEST = PREHEADER
_JOINERS = "\u200c\u200d"  # not seen, but part of Persian words and of many emoji


def subject(template: str, place: str, values: dict[str, str]) -> str:
    """The subject from `template`; `place` is its key in config.yaml.

    Raises:
        TemplateError: it uses a name that does not exist.
    """
    return shortened(_filled(template, place, values), SUBJECT) or values["brand"]


def preheader(
    template: str | None, place: str, values: dict[str, str], articles: Sequence[ArticleView], tag: str
) -> str:
    """The preheader from `template`, else an author's own description, else the first thought of the articles.

    It never only says the subject again, nor opens with somebody of a story whose names were changed.
    Between 40 and 110 characters wherever the articles hold as much; `values["subject"]` is the subject as sent.

    Raises:
        TemplateError: `template` uses a name that does not exist.
    """
    if template is not None:
        return shortened(_filled(template, place, values), LONGEST)
    thoughts = [thought for thought in _thoughts(articles, tag) if _says_more(thought, values["subject"])]
    long_enough = (one for one in thoughts if len(one) >= SHORTEST)
    return next(long_enough, None) or shortened(" · ".join([*thoughts, values["brand"], values["day"]]), LONGEST)


def one_line(text: str) -> str:
    """`text` on one line, without characters that control, hide or turn text."""
    blank = re.sub(r"\s+", " ", text)
    shown = (
        sign for sign in blank if unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Co", "Cn"} or sign in _JOINERS
    )
    return " ".join("".join(shown).split())


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut between words where it is longer than `most`."""
    line = one_line(text)
    if len(line) <= most:
        return line
    kept, blank, _ = line[:most].rpartition(" ")
    return (kept if blank else line[: most - 1]).rstrip(" ,;:.–—-") + "…"


def _filled(template: str, place: str, values: dict[str, str]) -> str:
    known = {"title", "brand", "count", "day"}
    unknown = sorted(set(re.findall(r"\{(\w*)\}", template)) - known)
    if unknown:
        names = ", ".join(f"{{{name}}}" for name in sorted(known))
        raise TemplateError(f"config.yaml, {place}: {{{unknown[0]}}} does not exist. Use {names}.")
    return words.fill(template, **values)


def _thoughts(articles: Iterable[ArticleView], tag: str) -> Iterable[str]:
    """What may be said of the articles, each as many whole sentences as fit, else cut between words.

    Of a description only whole sentences: its author may have cut it already.
    """
    for article in articles:
        beginnings = [block.text for block in article.lead if block.kind == "paragraph"][:1]
        points = [point.text for section in article.sections for point in section.key_points if point.box == "point"]
        points += [point.text for point in article.key_points if point.box == "point"]
        whole = _whole_sentences(article.summary, tag)
        told = [] if re.search(r"(?:…|\.\.\.)\W*$", whole) else [whole]
        told += [_fitting(re.sub(r" \[\d+\]", "", text), tag) for text in (*beginnings, *points[:1])]
        yield from (text for text in told if may_be_told(text, article.names_changed))
        yield _fitting(article.title, tag)


def _fitting(text: str, tag: str) -> str:
    whole = _whole_sentences(text, tag)
    return whole if len(whole) >= SHORTEST else shortened(text, LONGEST)


def _whole_sentences(text: str, tag: str) -> str:
    """The first sentences of `text` that fit, on one line."""
    line, end = one_line(text), 0
    for sentence in language.sentences(line, tag):
        stop = line.index(sentence, end) + len(sentence)
        if stop > LONGEST:
            break
        end = stop
    return line[:end]


def _says_more(thought: str, subject: str) -> bool:
    said, heading = thought.casefold().rstrip(".!?… "), subject.casefold().rstrip(".!?… ")
    return bool(said) and not heading.startswith(said)
