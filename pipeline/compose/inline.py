"""Put a mail's styles on its elements. The only module that knows the inliners: premailer (3.10) and css-inline (0.24).

An inliner gets the page's elements, without words, comments and stylesheets, and rules whose properties and values are
numbers. It finds out which declarations an element ends up with; these are written into the page, of which nothing else
changes. Text, entities, addresses, conditional comments and a provider's tags are never in an inliner's hands. So

- premailer percent-encodes no merge tags, strips no `!important` from rules for small and dark screens, drops no CSS
  that is too new for it, and turns no styles into attributes that nobody wrote;
- css-inline reads no stylesheet from the network or from this machine, as it does by default;
- declarations stand in the order of the cascade, and both say the same.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

# Selectors and declarations share one cache of 128 entries, too few for a newsletter: enlarged, before the import.
os.environ.setdefault("PREMAILER_CACHE_MAXSIZE", "20000")

import css_inline
from lxml import etree
from premailer import Premailer

from pipeline.compose import cascade, sheets, tags
from pipeline.compose.cascade import Cascade, Rule
from pipeline.compose.tags import NUMBER, Page, Style
from pipeline.errors import TemplateError

Engine = Literal["premailer", "css-inline"]
Numbers = Mapping[int, str]  # by an element's number, its declarations as numbers
_UNSEEN = {0xA0: "&nbsp;", 0x200C: "&zwnj;", 0x200D: "&zwj;", 0x34F: "&#847;", 0x200B: "&#8203;", 0xAD: "&shy;"}
# Of css-inline's page the numbers of each element that got some; attributes come in an order of its own.
_BETWEEN, _GOT = r'(?: [^\s="]+="[^"]*")*?', r'p\d+:[^"]*'
_STYLED = re.compile(
    rf' style="(?P<first>{_GOT})"{_BETWEEN} {NUMBER}="(?P<one>\d+)"'
    rf'| {NUMBER}="(?P<other>\d+)"{_BETWEEN} style="(?P<last>{_GOT})"'
)
_MARKS = {"data-premailer", "data-css-inline"}  # where they say `ignore`, a sheet is kept as it is


class BeyondPremailerError(TemplateError):
    """A rule that premailer cannot put on elements.

    Attributes:
        line: Where it stands in the page, from 1.
        selector: The rule's, as written.
        remedy: What is wrong and what to do, without the place.
    """

    def __init__(self, line: int, selector: str) -> None:
        self.line, self.selector = line, selector
        self.remedy = (
            f"premailer cannot put the rule `{selector}` on elements. Use classes only, such as `.button`, or write "
            "`email: {inliner: css-inline}` in config.yaml."
        )
        super().__init__(f"line {line}: {self.remedy}")


def inline(html: str, engine: Engine = "premailer") -> str:
    """The whole page `html` with the rules of its stylesheets on its elements.

    Rules that depend on the screen, the pointer or the mail program stay in the head as written, without those that
    mean no class of the page; so do sheets in `<style data-premailer="ignore">`. Characters that cannot be seen come
    out as entities, so that people can find them.

    Raises:
        BeyondPremailerError: a rule is beyond premailer, and `engine` is premailer.
        TemplateError: a stylesheet has no end.
    """
    page = tags.read(html)
    ours = [style for style in page.styles if not _is_kept(style)]
    for style in ours:
        if sheets.is_unclosed(style.content):
            raise TemplateError(f"The stylesheet in line {style.line} has a block without an end. Add the missing }}.")
        for line, selector in sheets.beyond(style.content) if engine == "premailer" else ():
            raise BeyondPremailerError(style.line + line - 1, selector)
    rules = cascade.cascade(tuple(style.content for style in ours))
    changes = sorted([*_heads(page), *_bodies(page, rules, _ENGINES[engine](page, rules))])
    return tags.replaced(html, changes, _UNSEEN).strip() + "\n"


def _is_kept(style: Style) -> bool:
    """Whether a stylesheet is none of the rules for elements."""
    marked = any(style.attributes.get(mark) == "ignore" for mark in _MARKS)
    return marked or style.attributes.get("media", "all").strip().lower() not in {"", "all", "screen"}


def _heads(page: Page) -> Iterator[tuple[int, int, str]]:
    """What becomes of each stylesheet."""
    for style in page.styles:
        attributes = "".join(
            f' {name}="{tags.quotable(value)}"'
            for name, value in style.attributes.items()
            if name not in _MARKS and name != "type"
        )
        kept = (
            [sheets.needed(style.content, page.classes)]
            if _is_kept(style)
            else sheets.lasting(style.content, page.classes)
        )
        words = (f"<style{attributes}>{css}</style>{style.after}" for css in kept if css.strip())
        yield style.start, style.end, "".join(words)


def _bodies(page: Page, rules: Cascade, numbers: Numbers) -> Iterator[tuple[int, int, str]]:
    """The tags of the elements that get a style."""
    spelled: dict[tuple[str, str], str] = {}  # most elements are like others
    for number, given in numbers.items():
        tag = page.tags[number]
        key = given, tag.style
        if key not in spelled:
            spelled[key] = tags.quotable(rules.spelled(*key))
        words = tag.styled(spelled[key])
        yield tag.start, tag.end, words if words.isascii() else words.translate(_UNSEEN)


def _by_premailer(page: Page, rules: Cascade) -> Numbers:
    """Premailer looks through the page once a rule; of elements that no rule tells apart one is enough."""
    used = [rule for rule in rules.rules if rule.selector.classes <= page.classes]
    if any(rule.selector.nested for rule in used):
        tree = etree.fromstring(page.skeleton or "<p>", etree.HTMLParser(huge_tree=True)).getroottree()
        # premailer reads less of an element's own style than a browser does, and some styles break its cache.
        etree.strip_attributes(tree, "style")
        alike = {number: [number] for number in range(len(page.tags))}
    else:
        tree, alike = _one_of_each(page)
    _Premailer(used).transform(tree.getroot())
    # An element without a number is one that the parser believes to be missing, such as a `<p>` around bare text.
    found = ((element.get(NUMBER), element.get("style")) for element in tree.iter(etree.Element))
    return {number: style for first, style in found if first and style for number in alike[int(first)]}


def _one_of_each(page: Page) -> tuple[Any, dict[int, list[int]]]:
    """A tree with one element for all that have a name, classes and an id in common, and the numbers of those."""
    alike: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for number, tag in enumerate(page.tags):
        alike[tag.name, *tag.marks].append(number)
    root = etree.Element("html")
    for (name, classes, identity), numbers in alike.items():
        marks = {"class": classes, "id": identity, NUMBER: str(numbers[0])}
        etree.SubElement(root, re.sub(r"[^a-z0-9]", "-", name), marks)
    return root.getroottree(), {numbers[0]: numbers for numbers in alike.values()}


class _Premailer(Premailer):  # type: ignore[misc]  # it ships no types
    """premailer with rules that are read already, by a parser that knows today's CSS."""

    def __init__(self, rules: list[Rule]) -> None:
        super().__init__(
            css_text="rules",
            disable_leftover_css=True,
            disable_link_rewrites=True,
            disable_validation=True,
            align_floating_images=False,
            allow_network=False,
        )
        self.rules = rules

    def _parse_style_rules(self, *_: object) -> tuple[list[Any], list[Any]]:
        """Each rule as premailer sorts them: importance, specificity and place first."""
        found = [
            ((*(important, *rule.selector.specificity), place), rule.selector.text, words.replace(" !important", ""))
            for place, rule in enumerate(self.rules)
            for important, words in ((0, rule.normal), (1, rule.important))
            if words
        ]
        return found, []

    def _style_to_basic_html_attributes(self, element: Any, style_content: str, force: bool = False) -> None:
        """Templates write the attributes that they want."""


def _by_css_inline(page: Page, rules: Cascade) -> Numbers:
    inliner = css_inline.CSSInliner(extra_css=rules.css, load_remote_stylesheets=False)
    styled = _STYLED.finditer(inliner.inline(page.skeleton))
    return {int(match["one"] or match["other"]): match["first"] or match["last"] or "" for match in styled}


_ENGINES: dict[Engine, Callable[[Page, Cascade], Numbers]] = {"premailer": _by_premailer, "css-inline": _by_css_inline}
