"""What the YAML parser complains about, in plain words. Pure. No words of the file are repeated: one may be a secret.

The parser says where it gave up; `RULES` say what a person most likely did there, the first that fits first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

_COLOR = re.compile(r"#(?:[0-9A-Fa-f]{3,4}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_GLUED = re.compile(r"\s*(?:- )?[A-Za-z_][\w-]*:(?!//)[^\s]")
_OPENS = re.compile(r"\s*(?:- )*(?:[^\s:#][^:#]*:\s+)?(?=[\"'\[{*&!])")


class Unreadable(Exception):  # noqa: N818 - reading.py makes it a ConfigError, with the file's name
    """A text that is no YAML, or uses what we refuse.

    Attributes:
        line: From 1.
        words: What is wrong and what to do, without a final full stop.
    """

    def __init__(self, line: int, words: str) -> None:
        super().__init__(f"line {line}: {words}")
        self.line = line
        self.words = words


@dataclass(frozen=True)
class Spot:
    """Where the parser gave up. Lines from 0; `began` is where the piece starts that it was reading."""

    lines: Sequence[str]
    complaint: str
    line: int
    column: int
    began: int

    def text(self, line: int) -> str:
        """A line of the file; beyond its end nothing."""
        return self.lines[line] if 0 <= line < len(self.lines) else ""


Answer = tuple[int, str] | None


def explain(error: yaml.YAMLError, lines: Sequence[str]) -> Unreadable:
    """The complaint in plain words, with the line to look at."""
    problem = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None) or problem
    last = max(len(lines) - 1, 0)
    spot = Spot(
        lines,
        f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}",
        min(problem.line, last) if problem else 0,
        problem.column if problem else 0,
        min(began.line, last) if began else 0,
    )
    line, words = next(answer for rule in RULES if (answer := rule(spot)))
    return Unreadable(line + 1, words)


def is_color(word: str) -> bool:
    """Whether `word` looks like a colour, such as `#1F5F5B`."""
    return _COLOR.fullmatch(word) is not None


def swallowed(word: str) -> str:
    """What to say where YAML took `word`, such as `#1F5F5B`, for a comment."""
    if is_color(word):
        return f'a colour needs quotes, since YAML reads # as a comment. Write "{word}"'
    return "what starts with # needs quotes, since YAML reads # as a comment"


def _tab(spot: Spot) -> Answer:
    tabs = (line for line in range(spot.line, -1, -1) if re.match(r" *\t\s*[^\s#]", spot.text(line)))
    found = next(tabs, None)
    return None if found is None else (found, "this line starts with a tab. Use spaces")


def _inside_brackets(spot: Spot) -> Answer:
    """A comment, or braces of our own, between brackets."""
    if "flow" not in spot.complaint:
        return None
    for line in range(spot.began, spot.line + 1):
        text = _QUOTED.sub("", spot.text(line))
        if found := re.search(r"[\[{,:]\s*(#[^\s,\]}]+)", text):
            return line, swallowed(found[1])
        if "${" in text:
            return line, "a ${NAME} between brackets needs quotes"
    return None


def _no_space_after_colon(spot: Spot) -> Answer:
    glued = [line for line in (spot.began, spot.line - 1, spot.line) if _GLUED.match(spot.text(line))]
    return (glued[0], "put a space after the colon") if glued else None


def _colon_in_text(spot: Spot) -> Answer:
    if "mapping values are not allowed" not in spot.complaint:
        return None
    if re.search(r":\s", spot.text(spot.line)[: spot.column]):
        return spot.line, "a text with a colon in it needs quotes"
    return spot.line, "this line starts too far to the right. Start the keys of one group in the same column"


def _first_character(spot: Spot) -> Answer:
    """A text that starts with a mark of YAML's own, or goes on after a closing quote or bracket."""
    line = spot.text(spot.line)
    stuck = re.search(r"cannot start any token|alias|anchor|node content|expected the node content|tag", spot.complaint)
    opens = _OPENS.match(line)
    if stuck and "\t" not in line[spot.column : spot.column + 1] and line[spot.column : spot.column + 1].strip():
        mark = line[opens.end()] if opens and line[opens.end()] in "*&!" else line[spot.column]
        return spot.line, f"a text that starts with {mark} needs quotes"
    if "block mapping" in spot.complaint and opens and opens.end() < spot.column:
        mark = line[opens.end()]
        return (
            spot.line,
            f"text goes on after its closing mark. Put quotes around the whole text that starts with {mark}",
        )
    return None


def _says(pattern: str, words: str, *, where_it_began: bool = False) -> Callable[[Spot], Answer]:
    """A rule that goes by the parser's own words alone."""

    def rule(spot: Spot) -> Answer:
        return (spot.began if where_it_began else spot.line, words) if re.search(pattern, spot.complaint) else None

    return rule


# The patterns know the words of libyaml and of the parser in Python.
RULES: tuple[Callable[[Spot], Answer], ...] = (
    _tab,
    _inside_brackets,
    _no_space_after_colon,
    _colon_in_text,
    _says("end of stream", "a quotation mark opens here and is never closed", where_it_began=True),
    _says("document separator", "a quotation mark opens here and is never closed", where_it_began=True),
    _first_character,
    _says(
        "could not find expected ':'",
        "expected a key, a colon and a value, or a dash before each line of a list",
        where_it_began=True,
    ),
    _says("block sequence entries|sequence entries are not allowed", "start a list's first dash on a line of its own"),
    _says(
        "expected '-' indicator|block (collection|sequence)",
        "this line stands in a list, but has no dash. Put one before it",
    ),
    _says("flow", "a bracket opens here and is never closed, or a comma is missing after it", where_it_began=True),
    _says("block scalar", "start the text on the line below the | or >"),
    _says("quoted scalar", "\\ has a meaning of its own between double quotes. Use single quotes"),
    _says("block mapping", "this is no key of the group above. Start the keys of one group in the same column"),
    lambda spot: (spot.line, "this cannot be understood. Look at the colons, quotes and spaces here and just above"),
)
