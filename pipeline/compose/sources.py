"""The source line of a post: what the author cites for the key point and for the sentences told with it. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from pipeline.language import covering
from pipeline.model import Article, KeyPoint


class Sources:
    """The sources of an article; how far its markers reach is read once a section, when first asked for."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._covered = cache(lambda section: covering.covered(article, section))

    def has(self, point: KeyPoint | None) -> bool:
        """Whether a key point has a source of its own: by its words, or by the sentence it was cut from."""
        return bool(point and covering.behind(self._article, point, self._covered(point.section)))

    def cited(self, point: KeyPoint | None, told: Iterable[str]) -> str:
        """The sources of a post as `Hostinar et al., 2014; Cole, 2013`; "" where nothing shows that they cover it.

        Args:
            point: The key point that it tells; None of the announcement, which tells the lead.
            told: What it tells beside: sentences and list items of the same section as they stand there, with or
                without their citation markers. A sentence may be cut, or several may stand in one.
        """
        known, beside = self._covered(point.section if point else None), [one for one in told if one]
        own = covering.behind(self._article, point, known) if point else ()
        if point and not own and not beside:  # beside other sentences it would seem to be theirs
            own = covering.ended(self._article, point, known)
        return "; ".join(dict.fromkeys((*own, *covering.told(known, beside))))
