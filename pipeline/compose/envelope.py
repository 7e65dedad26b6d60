"""What an inbox shows before a newsletter is opened: subject and preheader. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import regex

from pipeline import language
from pipeline.compose import words
from pipeline.compose.view import ArticleView
from pipeline.config.shape import PLACEHOLDERS
from pipeline.errors import TemplateError
from pipeline.language.letters import letters
from pipeline.language.people import may_be_told
from pipeline.language.standing import Standing, stand_alone
from pipeline.limits import PREHEADER
from pipeline.limits.counting import beginning, graphemes

SUBJECT = 90  # characters as people see them; inboxes show 40 to 70 of them
SHORTEST, LONGEST = PREHEADER
# A name in braces, as meant; two braces are a tag of a provider.
_BRACED = re.compile(r"(?<!\{)\{(?!\{)[^{}]*\}|(?<!\{)\{(?!\{)\w+")
_JOINTS = " :·|,;–—-"  # what parts two names in a template, and is left over where one of them is nothing

# What is not seen is part of Persian and Indian words and of many emoji (joiners), and of three flags (tags). Beside
# letters that never join it only hides something.
_PLAIN = r"\x00-\x7f\p{Latin}\p{Greek}\p{Cyrillic}\p{Z}\p{C}"
_SEEN = rf"(?<=[^{_PLAIN}])[\u200c\u200d](?=[^{_PLAIN}])|\U0001f3f4[\U000e0030-\U000e007a]{{2,6}}\U000e007f"
_UNSEEN = regex.compile(rf"({_SEEN})|[\p{{Cc}}\p{{Cf}}\p{{Cs}}\p{{Co}}\p{{Noncharacter_Code_Point}}]")


@dataclass(frozen=True)
class Envelope:
    """What an inbox shows of a mail, and up to three other subjects that it could have."""

    subject: str
    preheader: str
    alternatives: tuple[str, ...]


def subject(template: str, place: str, values: Mapping[str, str]) -> str:
    """The subject from `template`; `place` is its key in config.yaml, `values` has a text for each of `PLACEHOLDERS`.

    Raises:
        TemplateError: it uses a name that does not exist.
    """
    return shortened(_filled(template, place, values), SUBJECT) or values["brand"]


def preheader(
    template: str | None, place: str, values: Mapping[str, str], articles: Sequence[ArticleView], tag: str
) -> str:
    """The preheader from `template`, else an author's own description, else the first thought of the articles.

    It never only says the subject again, nor opens with somebody of a story whose names were changed, nor tells what
    others say there. One of whole
    sentences goes before one that had to be cut.
    Between 40 and 110 characters wherever the articles hold as much; `values["subject"]` is the subject as sent.

    Raises:
        TemplateError: `template` uses a name that does not exist.
    """
    if template is not None:
        return shortened(_filled(template, place, values), LONGEST)
    said = sorted(_thoughts(articles, tag), key=lambda thought: thought.endswith("…"))
    titles = [_fitting(article.title, tag) for article in articles]
    thoughts = [thought for thought in (*said, *titles) if _says_more(thought, values["subject"])]
    long_enough = (one for one in thoughts if graphemes(one) >= SHORTEST)
    return next(long_enough, None) or shortened(" · ".join([*thoughts, values["brand"], values["day"]]), LONGEST)


def one_line(text: str) -> str:
    """`text` on one line, without characters that control, hide or turn text."""
    return " ".join(_UNSEEN.sub(lambda found: found[1] or "", " ".join(text.split())).split())


def shortened(text: str, most: int) -> str:
    """`text` on one line, cut between words where it is longer than `most` characters as people see them."""
    line = one_line(text)
    if graphemes(line) <= most:
        return line
    kept, _, _ = beginning(line, most).rpartition(" ")
    # Scripts without blanks are cut anywhere, and so is what has its one blank at the front.
    return (kept if 2 * graphemes(kept) >= most else beginning(line, most - 1)).rstrip(" ,;:.–—-") + "…"


def _filled(template: str, place: str, values: Mapping[str, str]) -> str:
    known = [f"{{{name}}}" for name in PLACEHOLDERS]
    unknown = next((one for one in _BRACED.findall(template) if one not in known), None)
    if unknown is not None:
        said = "does not exist" if unknown.endswith("}") else "has no brace at its end"
        raise TemplateError(f"config.yaml, {place}: {unknown} {said}. Use {', '.join(known)}.")
    if values["key_point"]:
        return words.fill(template, **values)
    instead = "" if "{title}" in template else values["title"]
    return words.fill(template, **{**values, "key_point": instead}).strip(_JOINTS)


def _thoughts(articles: Iterable[ArticleView], tag: str) -> Iterable[str]:
    """What may be said of the articles, each as many whole sentences as fit, else cut between words.

    Of a description only whole sentences: its author may have cut it already.
    """
    for article in articles:
        # Without a lead an article begins with its first section, unless that has a heading.
        begins = article.lead or next((one.blocks for one in article.sections[:1] if not one.heading), ())
        own = (block.text for block in begins if block.kind == "paragraph" and not _is_spoken(block.text, article))
        beginnings = [*islice(own, 1)]
        points = [point.text for section in article.sections for point in section.key_points if point.box == "point"]
        points += [point.text for point in article.key_points if point.box == "point"]
        alone = (stand_alone(text, article.language) for text in points)
        points = [one.text for one in alone if isinstance(one, Standing)]
        whole = _whole_sentences(article.summary, tag)
        told = [] if re.search(r"(?:…|\.\.\.)\W*$", whole) else [whole]
        told += [_fitting(re.sub(r" \[\d+\]", "", text), tag) for text in (*beginnings, *points)]
        ours = (text for text in told if not _is_spoken(text, article))
        yield from (text for text in ours if may_be_told(text, article.names_changed))


def _is_spoken(text: str, article: ArticleView) -> bool:
    """Whether somebody says `text` in the article, though no mark of quotation tells so."""
    return any(letters(text) in one for one in article.spoken)


def _fitting(text: str, tag: str) -> str:
    whole = _whole_sentences(text, tag)
    return whole if graphemes(whole) >= SHORTEST else shortened(text, LONGEST)


def _whole_sentences(text: str, tag: str) -> str:
    """The first sentences of `text` that fit, on one line."""
    line, end = one_line(text), 0
    for sentence in language.sentences(line, tag):
        stop = line.index(sentence, end) + len(sentence)
        if graphemes(line[:stop]) > LONGEST:
            break
        end = stop
    return line[:end]


def _says_more(thought: str, subject: str) -> bool:
    said, heading = thought.casefold().rstrip(".!?… "), subject.casefold().rstrip(".!?… ")
    return bool(said) and not heading.startswith(said)
