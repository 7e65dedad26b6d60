"""Cut an article into sections and find what belongs where. Pure: no clock, no network, no files.

Every element ends up in the article or in `dropped` with a reason.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from pipeline import language
from pipeline.errors import SourceError
from pipeline.ingest import labels, logins
from pipeline.ingest.elements import Document, Element, Heading
from pipeline.ingest.ending import take_end
from pipeline.ingest.parts import Parts, divide, labelled, without_first_notices, without_furniture
from pipeline.ingest.title import first_words, title_of
from pipeline.model import BORROWED_TITLE, Article, Block, Dropped, KeyPoint, Rights, Section

_RIGHTS = get_args(Rights)


def assemble(
    document: Document, *, source: str, name: str, rights: Rights = "ours", fallback_language: str = "en"
) -> Article:
    """The article that `document` holds.

    Args:
        source: Where it came from, for people.
        name: What to call it where it has no title of its own: a file's stem.
        rights: Those of its source, which the article itself may narrow and not widen.

    Raises:
        SourceError: it holds no words.
    """
    parts = Parts(dropped=list(document.dropped), references=list(document.notes))
    standfirst = without_first_notices([document.standfirst] if document.standfirst else [], parts)
    elements = without_first_notices(labelled(without_furniture(document.elements, parts), parts), parts)
    title, elements = title_of(document, elements, parts)
    divide(elements, parts)
    take_end(parts)
    if not title and parts.shared_title:
        parts.dropped.append(Dropped(parts.shared_title, BORROWED_TITLE))
    if not title:
        title = parts.shared_title or first_words(parts.body) or name
    if not any(element.text for element in parts.body) and not parts.key_points:
        raise SourceError(f"{source} holds no article text. Check that it is the right file.")
    text = "\n".join(element.text for element in [*standfirst, *parts.body]) or title
    spoken = language.settled(document.language, text, fallback_language)
    lead, sections, points = _cut(parts.body, led=bool(standfirst))
    bare = [labels.without_label(point) for point in points + parts.key_points]
    parts.dropped.extend(Dropped(label, "label of a key point") for _, label in bare if label)
    allowed = _narrower(rights, document.rights, parts)
    article = Article(
        source=source,
        guid=document.guid or document.url or _hash(title, text),
        title=_line(title),
        language=spoken,
        url=document.url,
        published=document.published or parts.published,
        byline=_line(document.byline or parts.byline or "") or None,
        summary=document.summary or parts.summary,
        lead=(*standfirst, *lead),
        sections=sections,
        key_points=tuple(point for point, _ in bare),
        references=tuple(parts.references),
        notices=tuple(parts.notices),
        notices_for=tuple(parts.notices_for),
        calls_to_action=tuple(parts.calls),
        dropped=tuple(parts.dropped),
        rights=allowed,
    )
    return logins.without(article)


def _narrower(of_source: Rights, stated: Rights | None, parts: Parts) -> Rights:
    """The fewer of what config.yaml allows and of what the article does; what would widen them is dropped."""
    fewer = max(of_source, stated or of_source, key=_RIGHTS.index)
    if stated and stated != fewer:
        parts.dropped.append(Dropped(f"rights: {stated}", f"its source in config.yaml allows less: {of_source}"))
    return fewer


# Controls, marks that turn the direction of what follows, and blanks without width: in one line they only mislead.
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def _line(text: str) -> str:
    """`text` as one line that shows what it says."""
    return " ".join(_UNSEEN.sub("", text).split())


def _hash(*texts: str) -> str:
    return "sha256:" + hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _cut(body: list[Element], *, led: bool) -> tuple[tuple[Block, ...], tuple[Section, ...], list[KeyPoint]]:
    """Lead, sections and key points of `body`. A body that is `led` has a lead apart from it, and gives none itself."""
    if any(isinstance(element, Heading) for element in body):
        groups = _by_headings(body)
    elif any(isinstance(element, KeyPoint) for element in body):
        groups = _by_key_points(body, led=led)
    else:
        groups = _by_shape([element for element in body if isinstance(element, Block)], led=led)
    lead, *rest = groups
    sections, points = [], _placed(lead, None)
    for index, group in enumerate(rest):
        heading = group[0].text if isinstance(group[0], Heading) else None
        blocks = tuple(element for element in group if isinstance(element, Block))
        sections.append(Section(heading, blocks))
        points += _introduced(blocks, index)
        points += _placed(group, index)
    return tuple(element for element in lead if isinstance(element, Block)), tuple(sections), points


def _placed(group: Sequence[Element], section: int | None) -> list[KeyPoint]:
    """The key points of `group`, each with the number of blocks before it."""
    placed, before = [], 0
    for element in group:
        if isinstance(element, KeyPoint):
            placed.append(replace(element, section=section, after=before))
        before += isinstance(element, Block)
    return placed


def _introduced(blocks: tuple[Block, ...], index: int) -> list[KeyPoint]:
    """The items of a list whose introduction calls them key points."""
    pairs = pairwise(blocks)
    return [
        KeyPoint(item.text, section=index)
        for before, block in pairs
        if labels.introduces_key_points(before.text)
        for item in block.items
    ]


def _by_headings(body: list[Element]) -> list[list[Element]]:
    groups: list[list[Element]] = [[]]
    for element in body:
        if isinstance(element, Heading):
            groups.append([])
        groups[-1].append(element)
    return groups


def _by_key_points(body: list[Element], *, led: bool) -> list[list[Element]]:
    """Without headings a 💡 closes its section. The first paragraphs but the one before the first 💡 are the lead."""
    groups: list[list[Element]] = [[]]
    for before, element in zip([None, *body], body, strict=False):
        if isinstance(before, KeyPoint) and not isinstance(element, KeyPoint):
            groups.append([])
        groups[-1].append(element)
    first = groups[0]
    groups[1:] = [*groups[1:-1], *_with_conclusion(groups[-1])] if len(groups) > 1 else []
    blocks = [element for element in first if isinstance(element, Block)]
    if led or isinstance(first[0], KeyPoint) or len(blocks) < 2 or any(block.items for block in blocks):
        return [[], *groups]
    lead = first[: min(2, len(blocks) - 1)]
    return [list(lead), first[len(lead) :], *groups[1:]]


def _with_conclusion(group: list[Element]) -> list[list[Element]]:
    """What no key point closes, parted where a list and the paragraph that closes it end, and prose goes on."""
    listed = [at for at, element in enumerate(group) if isinstance(element, Block) and element.items]
    after = listed[-1] + 2 if listed else len(group)
    no_point = not any(isinstance(element, KeyPoint) for element in group)
    return [group[:after], group[after:]] if no_point and len(group) - after > 1 else [group]


def _by_shape(blocks: Sequence[Block], *, led: bool) -> list[list[Element]]:
    """Without headings and key points: a list ends its section, so does a pointer ahead; runs are taken in twos."""
    most = 2 if len(blocks) > 3 and not any(block.items for block in blocks[:3]) else 1
    lead = [] if led else blocks[:most]
    groups: list[list[Block]] = [[]]
    for block in blocks[len(lead) :]:
        groups[-1].append(block)
        if block.items or language.points_elsewhere(block.text):
            groups.append([])
    parts = [list(lead), *(part for group in groups for part in _in_twos(group))]
    return [[*part] for part in parts]


def _in_twos(group: list[Block]) -> list[list[Block]]:
    """Paragraphs in twos, each with the quotes and pictures below it; an odd one goes with the last two."""
    if any(block.items for block in group):
        return [group]
    starts = [at for at, block in enumerate(group) if block.kind == "paragraph" or at == 0]
    if len(starts) <= 3:
        return [group] if group else []
    edges = [*starts[: len(starts) - len(starts) % 2 : 2], len(group)]
    return [group[start:end] for start, end in pairwise(edges)]
