"""Render templates that people may edit: sandboxed, every variable must exist, and mistakes name file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, StrictUndefined, TemplateNotFound, TemplateRuntimeError, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import assets
from pipeline.compose import sandbox
from pipeline.compose.colors import Shades
from pipeline.compose.words import MissingWordsError
from pipeline.config.near import did_you_mean
from pipeline.errors import LichtpuntError, TemplateError

_HALF = re.compile("[\ud800-\udfff]")
_STAND_IN = re.compile(r"t_\d+")  # Jinja2's, for a filter that does not exist: it is in line 1 of the template
_HALF_WRITTEN = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_TOLD: Mapping[type[Exception], str] = {
    ZeroDivisionError: "it divides by zero. Ask with {% if %} first whether the number is 0",
    RecursionError: "it calls or includes itself without end. Take that out",
    MemoryError: "it makes more than this machine can hold. Write a smaller number",
}


class _Compiled(BytecodeCache):
    """Compiled templates, known by their names and their very words, so that an edited one is seen at once.

    Compiling takes two thirds of the time of an edition. At most 256 are kept, each of some 20 KB.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._kept.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            if len(self._kept) >= 256:
                self._kept.clear()
            self._kept[bucket.key, bucket.checksum] = bucket.code


_COMPILED = _Compiled()


def environment(beside: Path | None = None) -> ImmutableSandboxedEnvironment:
    """An environment over `templates/` beside config.yaml, then as shipped.

    Everything is escaped for HTML and SVG, except in `.txt` templates, whose output is text.
    """
    folders = [root / "templates" for root in assets.roots(beside)]
    return sandbox.Bounded(
        bytecode_cache=_COMPILED,
        loader=sandbox.Folders([folder for folder in folders if folder.is_dir()]),
        undefined=StrictUndefined,
        autoescape=lambda name: name is None or not name.endswith(".txt"),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(
    env: ImmutableSandboxedEnvironment, name: str, variables: Mapping[str, object], most: int = sandbox.MOST
) -> str:
    """The template `name` (such as `social/x.txt`), filled in.

    Args:
        most: Characters that it may write.

    Raises:
        TemplateError: it is missing, broken, endless, too large, or uses a variable that does not exist; with file
            and line.
    """
    try:
        # As `Template.render` does, which would rewrite every frame of an error: of endless ones that takes 24 s.
        template = env.get_template(name)
        written = _joined(template.root_render_func(template.new_context(dict(variables))), most)
    except MissingWordsError as error:
        raise TemplateError(f"{_place(error, name)}: {error}") from error
    except LichtpuntError:
        raise
    except TemplateNotFound as error:
        raise TemplateError(_missing(error, name, env)) from error
    except TemplateSyntaxError as error:
        raise TemplateError(
            f"templates/{error.name or name}, line {error.lineno}: {_grammar(error.message or '', env)}"
        ) from error
    except Exception as error:  # a template may call what it likes in ways that we did not think of
        place = _place(error, name)
        raise TemplateError(_of_color(error, place, name, env) or f"{place}: {_said(error, env)}") from error
    half = _HALF.search(written)
    if half:
        place = _line_of(_HALF_WRITTEN, env, name)
        raise TemplateError(f"{place}: U+{ord(half[0]):04X} is half a character. Write the whole character itself.")
    return written


def _joined(pieces: Iterable[str], most: int) -> str:
    """All `pieces`, unless they are too much."""
    kept, size = [], 0
    for piece in pieces:
        kept.append(piece)
        size += len(piece)
        if size > most:
            raise TemplateRuntimeError(f"it writes more than {most:,} characters. Does a loop go too far?")
    return "".join(kept)


def _said(error: Exception, env: ImmutableSandboxedEnvironment) -> str:
    """What Jinja2 says; of a name that does not exist only that, since people do not know our objects."""
    for kind, said in _TOLD.items():
        if isinstance(error, kind):
            return said
    missing = re.fullmatch(r"'.+ object' has no attribute '(\w+)'|'(\w+)' is undefined", str(error))
    if missing:
        return f"there is no “{missing[1] or missing[2]}” here. Is its name spelled right?"
    return _grammar(str(error), env) or type(error).__name__


def _missing(error: TemplateNotFound, name: str, env: ImmutableSandboxedEnvironment) -> str:
    """That a template is missing, who asks for it, and what may be meant."""
    lost = str(error.name or name)
    asked = _place(error, name) if lost != name else ""
    near = did_you_mean(
        lost, (one for one in env.list_templates() if one.rpartition(".")[2] == lost.rpartition(".")[2])
    )
    said = f"templates/{lost} is missing" + (near or ". Put it beside config.yaml, or use a design that exists.")
    return f"{asked}: {said}" if asked else said


def _grammar(message: str, env: ImmutableSandboxedEnvironment) -> str:
    """What Jinja2 says; of a filter that does not exist, what may be meant."""
    found = re.fullmatch(r"No (filter|test) named '(\w+)'(?: found)?\.?", message)
    if not found:
        return message
    known = env.filters if found[1] == "filter" else env.tests
    return f"there is no {found[1]} “{found[2]}”{did_you_mean(found[2], map(str, known)) or '.'}"


def _of_color(error: Exception, place: str, name: str, env: ImmutableSandboxedEnvironment) -> str:
    """Where a design's own_colors name a colour that does not exist: a shared part stumbles over it."""
    lost = re.fullmatch(r"'.+ object' has no attribute '(\w+)'", str(error))
    if not (lost and place.startswith("templates/email/parts/colors.html") and env.loader):
        return ""
    before, found, _ = env.loader.get_source(env, name)[0].partition(f'"{lost[1]}"')
    if not found:
        return ""
    near = did_you_mean(lost[1], (field.name for field in fields(Shades)))
    line = before.count(chr(10)) + 1
    return f"templates/{name}, line {line}: own_colors: there is no colour “{lost[1]}”{near or '.'}"


def place_of(words: str, design: str, env: ImmutableSandboxedEnvironment) -> str | None:
    """File and line where `words` stand in a design or the parts it shares; None where a template made them up."""
    names = [name for name in env.list_templates(["html"]) if name.startswith((f"email/{design}/", "email/parts/"))]
    for name in sorted(names, key=lambda name: not name.startswith(f"email/{design}/")):
        before, found, _ = env.loader.get_source(env, name)[0].partition(words) if env.loader else ("", "", "")
        if found:
            return f"templates/{name}, line {before.count(chr(10)) + 1}"
    return None


def _line_of(pattern: re.Pattern[str], env: ImmutableSandboxedEnvironment, name: str) -> str:
    """File and line of the first template that has `pattern`, `name` before others; without a line where none has."""
    for each in sorted(env.list_templates(["html", "txt", "svg"]), key=lambda each: each != name):
        source = env.loader.get_source(env, each)[0] if env.loader else ""
        found = pattern.search(source)
        if found:
            return f"templates/{each}, line {source.count(chr(10), 0, found.start()) + 1}"
    return f"templates/{name}"


def _place(error: BaseException, name: str) -> str:
    """File and line of a mistake: of the innermost template that was at work, parts included."""
    found, tb = f"templates/{name}", error.__traceback__
    while tb:
        template = tb.tb_frame.f_globals.get("__jinja_template__")
        if template is not None and not _STAND_IN.fullmatch(tb.tb_frame.f_code.co_name):
            found = f"templates/{template.name}, line {template.get_corresponding_lineno(tb.tb_lineno)}"
        tb = tb.tb_next
    return found
