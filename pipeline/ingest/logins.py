"""A name and password before the host of an address are nobody else's: no article has them. Pure."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

from pipeline.model import WITH_LOGIN, Article, Dropped

_LOGIN = re.compile(r"\b((?:https?|ftps?)://)[^\s/?#@:\"'<>]*:[^\s/?#\"'<>]*@([\w-]+(?:\.[\w-]+)*)", re.IGNORECASE)


def without(article: Article) -> Article:
    """`article` with each address without name and password; `dropped` tells of which sites, not what they were."""
    hosts: dict[str, None] = {}
    clean = _without(article, hosts)
    told = Dropped(f"name and password in addresses of {', '.join(hosts)}", WITH_LOGIN)
    return replace(clean, dropped=(*clean.dropped, told)) if hosts else article


def _without(thing: Any, hosts: dict[str, None]) -> Any:
    """The same with all texts in it cleaned; the sites of what was taken out go into `hosts`."""
    if isinstance(thing, str):
        return _plain(thing, hosts)
    if isinstance(thing, tuple):
        return tuple(_without(one, hosts) for one in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{one.name: _without(getattr(thing, one.name), hosts) for one in fields(thing)})
    return thing


def _plain(text: str, hosts: dict[str, None]) -> str:
    def taken_out(match: re.Match[str]) -> str:
        hosts[match[2].lower()] = None
        return match[1] + match[2]

    return _LOGIN.sub(taken_out, text) if "@" in text and "://" in text else text
