"""Put a mail's styles on its elements. The only module that knows premailer (3.10) and works around its faults.

- Stylesheets, selectors and declarations share one cache of 128 entries that thrashes: enlarged, before the import.
- It percent-encodes merge tags and more in addresses: it gets tokens instead, and the addresses come back as they were.
- It fetches stylesheets, and turns styles into attributes nobody wrote: both off; templates write what they want.
- It strips `!important` from responsive and dark rules: templates keep these in `<style data-premailer="ignore">`.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re

os.environ.setdefault("PREMAILER_CACHE_MAXSIZE", "20000")

from cssselect import SelectorError
from premailer import Premailer

from pipeline.errors import TemplateError

_ADDRESS = re.compile(
    r"""(?<=\s)(?P<name>href|src|background|action)(?P<is>\s*=\s*)(?P<value>"[^"]*"|'[^']*')""", re.IGNORECASE
)
_UNSEEN = {0xA0: "&nbsp;", 0x200C: "&zwnj;", 0x200D: "&zwj;", 0x34F: "&#847;", 0x200B: "&#8203;", 0xAD: "&shy;"}
_OPTIONS = {
    "keep_style_tags": False,
    "strip_important": True,
    "disable_link_rewrites": True,
    "disable_validation": True,
    "disable_basic_attributes": ["align", "valign", "bgcolor", "width", "height"],
    "align_floating_images": False,
    "allow_network": False,
    "allow_loading_external_files": False,
    "cssutils_logging_level": logging.CRITICAL,
}


def inline(html: str) -> str:
    """The whole page `html` with the rules of its stylesheets on its elements.

    Left alone: `<style data-premailer="ignore">`, conditional comments, classes, addresses, text. Characters that
    cannot be seen come out as entities, so that people can find them.

    Raises:
        TemplateError: a rule is beyond premailer.
    """
    held, addresses = _hold_addresses(html)
    try:
        styled = Premailer(held, **_OPTIONS).transform(pretty_print=False)
    except (SelectorError, AssertionError, ValueError, KeyError, IndexError, AttributeError) as error:
        raise TemplateError(
            f"The design's styles cannot be put on its elements ({type(error).__name__}: {error}). "
            'Use classes only, such as `.button`, and keep other rules in a <style data-premailer="ignore">.'
        ) from error
    return _give_back(styled, addresses).translate(_UNSEEN) + "\n"


def _hold_addresses(html: str) -> tuple[str, dict[str, str]]:
    """`html` with a token for every quoted address, and what each token stands for."""
    mark = hashlib.sha256(html.encode()).hexdigest()[:12]  # nobody can write a text that holds its own hash
    addresses: dict[str, str] = {}

    def hold(match: re.Match[str]) -> str:
        token = f"address-{mark}-{len(addresses)}-"
        addresses[token] = match["value"][1:-1].replace('"', "&quot;")
        quote = match["value"][0]
        return f"{match['name']}{match['is']}{quote}{token}{quote}"

    return _ADDRESS.sub(hold, html), addresses


def _give_back(html: str, addresses: dict[str, str]) -> str:
    return re.sub(r"address-[0-9a-f]{12}-\d+-", lambda match: addresses.get(match[0], match[0]), html)
