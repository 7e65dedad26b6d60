"""Conditional comments of Outlook: `<!--[if mso]>…<![endif]-->`. Word reads what is inside, others read what is not."""

from __future__ import annotations

_OPENS, _CLOSES = "<!--[if", "<![endif]-->"
_WORD = 16  # the version that all of today's Outlooks with Word's engine give


def resolved(html: str, *, word: bool) -> str:
    """`html` as Outlook with Word's engine reads it, or as everybody else does, without conditional comments."""
    pieces, place = [], 0
    while (start := html.find(_OPENS, place)) >= 0:
        pieces.append(html[place:start])
        bracket = html.find("]>", start)
        end = html.find(_CLOSES, bracket) if bracket >= 0 else -1
        if end < 0:  # it is never closed: a plain comment, as all that follows
            pieces.append(html[start:])
            return "".join(pieces)
        inside = html[bracket + 2 : end]
        # <!--[if !mso]><!--> … <!--<![endif]-->: everybody but Word sees it as plain markup.
        opened = inside.removeprefix("<!-->").removeprefix("<!--").removeprefix("-->")
        if _holds(html[start + len(_OPENS) : bracket]) if word else opened != inside:
            pieces.append(opened.removesuffix("<!--"))
        place = end + len(_CLOSES)
    return "".join([*pieces, html[place:]])


def _holds(condition: str) -> bool:
    """Whether `condition`, such as `gte mso 9` or `(mso)|(IE)`, is so in Word. A word that nobody knows is not so."""
    flat = condition.replace("(", " ").replace(")", " ").lower()
    return any(all(_is_so(term.split()) for term in part.split("&")) for part in flat.split("|"))


def _is_so(words: list[str]) -> bool:
    if words and words[0].startswith("!"):
        return not _is_so([words[0][1:], *words[1:]] if words[0] != "!" else words[1:])
    compare = words.pop(0) if words and words[0] in {"gt", "gte", "lt", "lte"} else "eq"
    if words == ["true"]:
        return True
    if words[:1] != ["mso"]:
        return False
    if len(words) == 1:
        return True
    try:
        asked = float(words[1])
    except ValueError:
        return False
    return {
        "eq": asked == _WORD,
        "gt": asked < _WORD,
        "gte": asked <= _WORD,
        "lt": asked > _WORD,
        "lte": asked >= _WORD,
    }[compare]
