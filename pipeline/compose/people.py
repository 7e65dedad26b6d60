"""Who may be told of outside an article. Pure."""

from __future__ import annotations

from pipeline.compose import care
from pipeline.model import Article


def may_be_told(text: str, where: Article | bool) -> bool:
    """Whether `text` may stand where no notice says that names were changed: then it names and quotes nobody.

    Args:
        where: The article, or whether its names were changed.
    """
    changed = where if isinstance(where, bool) else care.names_changed(where)
    return not (changed and care.tells_of_people(text))
