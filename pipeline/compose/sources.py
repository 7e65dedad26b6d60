"""The source line of a post: what the author cites for the key point and for the sentences told with it. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.language import covering
from pipeline.model import Article, KeyPoint


def cited(article: Article, point: KeyPoint | None, told: Iterable[str]) -> str:
    """The sources of a post as `Hostinar et al., 2014; Cole, 2013`; "" where nothing shows that they cover its words.

    Args:
        point: The key point that it tells; None of the announcement, which tells the lead.
        told: What it tells beside: sentences and list items of the same section as they stand there, with or without
            their citation markers. A sentence may be cut, or several may stand in one.
    """
    known = covering.covered(article, point.section if point else None)
    beside = [one for one in told if one]
    own = covering.behind(article, point, known) if point else ()
    if point and not own and not beside:  # beside other sentences it would seem to be theirs
        own = covering.ended(article, point, known)
    return "; ".join(dict.fromkeys((*own, *covering.told(known, beside))))
