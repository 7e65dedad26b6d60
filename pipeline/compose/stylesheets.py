"""What in the styles of a template mail programs or the inliner would not take, with its line. Pure.

Judged is the template itself, not what it makes, so that lines are those that people see in their editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

import tinycss2

# What templates do, which becomes blanks: comments, instructions, and a line of its own that writes whole rules.
_SILENT = re.compile(r"\{#.*?#\}|\{%.*?%\}|^[ \t]*\{\{.*?\}\}(?![ \t]*[:{])", re.DOTALL | re.MULTILINE)
_SPOKEN = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_OUTLOOK = re.compile(r"<!--.*?-->", re.DOTALL)
_STYLE = re.compile(r"<style(?P<kind>[^>]*)>(?P<css>.*?)(?P<end></style>|\Z)", re.DOTALL | re.IGNORECASE)
_TOKENS = re.compile(r"/\*.*?(?:\*/|\Z)|\"[^\"\n]*\"?|'[^'\n]*'?|[{};]|\s+|[^\s{};/\"']+|/", re.DOTALL)
_CLASSES = re.compile(r"(?:\.-?[A-Za-z_][\w-]*)+")


# Properties of mails that are two words: without their hyphens, as scripts write them, they are none.
_PROPERTIES = """
background-color background-image background-position background-repeat background-size border-bottom border-collapse
border-color border-left border-radius border-right border-spacing border-style border-top border-width box-shadow
box-sizing font-family font-size font-style font-weight letter-spacing line-height list-style list-style-type
margin-bottom margin-left margin-right margin-top max-height max-width min-height min-width object-fit overflow-wrap
padding-bottom padding-left padding-right padding-top table-layout text-align text-decoration text-indent
text-shadow text-transform vertical-align white-space word-break word-spacing word-wrap z-index
"""
_HYPHENED = {name.replace("-", ""): name for name in _PROPERTIES.split()}


@dataclass(frozen=True)
class Mistake:
    """A line of a template, what is wrong there, and what to do. A `warning` is lost or weaker; an `error` breaks."""

    line: int
    severity: Literal["error", "warning"]
    message: str
    remedy: str


def mistakes(template: str, *, classes_only: bool = True) -> Iterator[Mistake]:
    """The mistakes in the styles of an HTML template, in their order.

    Rules in a `<style data-premailer="ignore">` are for small and dark screens: only their grammar is judged. What
    stands in conditional comments is for Outlook and is not judged.

    Args:
        template: Its source.
        classes_only: Whether the inliner knows classes alone.
    """
    text = _SPOKEN.sub(_as_word, _SILENT.sub(_blank, _OUTLOOK.sub(_blank, template)))
    for style in _STYLE.finditer(text):
        above = text.count("\n", 0, style.start("css"))
        if not style["end"]:
            yield Mistake(above + 1, "error", "This <style> has no end.", "Write </style> after its last rule.")
        base = "ignore" not in style["kind"]
        unclosed = _unclosed(style["css"])
        if unclosed:
            yield Mistake(above + unclosed, "error", "The brace of this rule is never closed.", "Write } after it.")
            continue  # whatever follows is read as if it stood inside
        for found in _of_rules(style["css"], base=base, classes_only=base and classes_only):
            yield Mistake(above + found.line, found.severity, found.message, found.remedy)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _as_word(match: re.Match[str]) -> str:
    """A value that a template fills in, as a word as long."""
    return "x" * (len(match[0]) - match[0].count("\n")) + "\n" * match[0].count("\n")


def _unclosed(css: str) -> int:
    """The line whose brace is never closed, or 0. Where a rule opens inside a rule, it is the one around it."""
    opened: list[tuple[int, bool]] = []  # line, and whether it is a rule, which holds no other
    guilty, line, prelude = 0, 1, ""
    for token in _TOKENS.finditer(css):
        line += token[0].count("\n")
        if token[0] == "{":
            if opened and opened[-1][1]:
                guilty = guilty or opened[-1][0]
            opened.append((line, not prelude.strip().startswith("@")))
            prelude = ""
        elif token[0] == "}":
            del opened[-1:]
            prelude = ""
        elif token[0] == ";":
            prelude = ""
        elif not token[0].startswith("/*"):
            prelude += token[0] if len(prelude) < 99 else ""
    return (guilty or opened[-1][0]) if opened else 0


def _of_rules(css: str, *, base: bool, classes_only: bool) -> Iterator[Mistake]:
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.content is not None and base:
            message = f"@{rule.at_keyword} cannot be put on elements."
            yield Mistake(rule.source_line, "warning", message, 'Give it a <style data-premailer="ignore"> of its own.')
        elif rule.type == "at-rule" and rule.content is not None:
            for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                yield from _of_rule(inner, css, base=False, classes_only=False)
        else:
            yield from _of_rule(rule, css, base=base, classes_only=classes_only)


def _of_rule(rule: Any, css: str, *, base: bool, classes_only: bool) -> Iterator[Mistake]:
    if rule.type == "error" or (
        rule.type == "qualified-rule" and tinycss2.serialize(rule.prelude).lstrip().startswith("}")
    ):
        around = css.splitlines()[rule.source_line - 1].strip()[:60]
        yield Mistake(rule.source_line, "error", f"This is no rule: {around}", "Write .name { property: value; }.")
    elif rule.type == "qualified-rule" and any(token.type == "{} block" for token in rule.content):
        yield Mistake(rule.source_line, "error", "The brace of this rule is never closed.", "Write } after it.")
    elif rule.type == "qualified-rule":
        yield from _of_selector(rule) if classes_only else ()
        yield from _of_declarations(rule, base=base)


def _of_selector(rule: Any) -> Iterator[Mistake]:
    for one in tinycss2.serialize(rule.prelude).split(","):
        if not _CLASSES.fullmatch(one.strip()):
            message = f"“{one.strip()}” is more than a class, and the default inliner may put it on the wrong elements."
            remedy = "Give the element a class and write .name, or choose `inliner: css-inline` under `email`."
            yield Mistake(rule.source_line, "warning", message, remedy)


def _of_declarations(rule: Any, *, base: bool) -> Iterator[Mistake]:
    for one in tinycss2.parse_declaration_list(rule.content, skip_comments=True, skip_whitespace=True):
        if one.type == "error" or (one.type == "declaration" and not tinycss2.serialize(one.value).strip()):
            message = "A property without a value, or a value without a property."
            yield Mistake(one.source_line, "error", message, "Write property: value; with a semicolon after it.")
        elif one.type == "declaration" and (meant := _HYPHENED.get(one.lower_name)):
            message = f"{one.name} is no property of CSS. Did you mean {meant}?"
            yield Mistake(one.source_line, "warning", message, f"Write {meant}: and its value.")
        elif one.type == "declaration" and one.important and base:
            message = (
                f"!important after {one.name}: on the element it would win from the rules for small and dark screens."
            )
            yield Mistake(one.source_line, "warning", message, "Leave !important out here.")
