"""Author's text is data: what looks like a provider's tag shows as it was typed, and never merges.

A tag opens with two characters. They are parted by U+2060 WORD JOINER, which has no width and allows no line break. An
entity for one of them would be undone by whatever parses and writes the page again on its way; the joiner survives.
In an address a joiner would break the link, so there they are percent-encoded, which names the same thing (RFC 3986,
2.2); in a style sheet, where it would be an unknown letter, they are parted by a space.

Tags that a design itself writes are the provider's own, and stay (`Email.tags`).
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Collection

_JOINER = "\u2060"
_NAMED = {"*": "ast|midast", "|": "vert|verbar|VerticalLine", "{": "lcub|lbrace", "%": "percnt", "#": "num"}
_ENCODED = {"#": "#"}  # encoded it would be no fragment any more, and the first character alone undoes the tag
_ATTRIBUTE = re.compile(r"""\b(?:href|src|background|action)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_STYLE = re.compile(r"<style\b[^<>]*>.*?(?:</style|\Z)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"\b(?:https?://|mailto:|tel:)\S+")


class Opening:
    """What every tag of a provider opens with.

    Args:
        first: Its first character.
        seconds: Those that make it one when they follow.
    """

    def __init__(self, first: str, seconds: str) -> None:
        then = f"(?:{'|'.join(_spellings(second) for second in seconds)})"
        self._typed = re.compile(f"{re.escape(first)}(?=[{re.escape(seconds)}])")
        self._in_html = re.compile(f"({_spellings(first)})(?={then})")
        encoded = "|".join(_percent(second) for second in seconds)
        # What begins an encoded character is not encoded again: that would name another address.
        escape = "%(?=[0-9a-fA-F]{2})" if "%" in seconds else "(?!)"
        # One that is encoded already may count, since browsers encode the links of a provider's own users.
        self._in_address = re.compile(
            f"(?:{_spellings(first)}|(?i:{_percent(first)}))(?:(?P<done>(?i:{encoded})|{escape})|(?P<second>{then}))"
        )
        self._first, self._seconds = first, seconds

    def shown_in_html(self, page: str, keep: Collection[str] = ()) -> str:
        """`page` with every opening made harmless, but for the tags to `keep`."""
        return _keeping(keep, page, self._parted_in_html)

    def shown_in_text(self, text: str, keep: Collection[str] = ()) -> str:
        """The same for plain text: a subject, a preheader, the text part."""
        return _keeping(keep, text, self._parted_in_text)

    def stands_in(self, text: str) -> bool:
        """Whether `text`, plain or HTML, holds one."""
        return bool(self._in_address.search(text))

    def _parted_in_html(self, page: str) -> str:
        page = _STYLE.sub(lambda found: self._typed.sub(f"{self._first} ", found[0]), page)
        links = _TAG.sub(lambda tag: _ATTRIBUTE.sub(lambda found: self._encoded(found[0]), tag[0]), page)
        return self._in_html.sub(r"\1&#8288;", links)

    def _parted_in_text(self, text: str) -> str:
        text = _ADDRESS.sub(lambda found: self._encoded(found[0]), text)
        return self._typed.sub(f"{self._first}{_JOINER}", text)

    def _encoded(self, address: str) -> str:
        return self._in_address.sub(lambda found: _percent(self._first) + self._second(found), address)

    def _second(self, found: re.Match[str]) -> str:
        if found["done"]:
            return found["done"].upper()
        character = next(one for one in self._seconds if re.fullmatch(_spellings(one), found["second"]))
        return _ENCODED.get(character, _percent(character))


def _keeping(tags: Collection[str], text: str, change: Callable[[str], str]) -> str:
    """`text` changed, but for `tags` in it."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]  # no text holds its own hash
    held = {f"kept-{mark}-{number}-": tag for number, tag in enumerate(sorted(tags, key=len, reverse=True))}
    for token, tag in held.items():
        text = text.replace(tag, token)
    text = change(text)
    for token, tag in held.items():
        text = text.replace(token, tag)
    return text


def _percent(character: str) -> str:
    return f"%{ord(character):02X}"


def _spellings(character: str) -> str:
    """A pattern of the character itself and of every HTML entity for it."""
    number = ord(character)
    decimal, hexadecimal = rf"&#0*{number}(?:;|(?![0-9;]))", rf"&#[xX]0*(?i:{number:x})(?:;|(?![0-9a-fA-F;]))"
    return rf"(?:{re.escape(character)}|{decimal}|{hexadecimal}|&(?:{_NAMED[character]});)"


# Mailchimp: fields, conditions, feeds and links alike; no escape is documented.
# https://mailchimp.com/help/getting-started-with-merge-tags/
MAILCHIMP = Opening("*", "|")
# Django's variables, tags and comments, as Buttondown has them. https://docs.buttondown.com/templating
DJANGO = Opening("{", "{%#")
