"""Bounds on what a template may do, so that a mistake in one is told at once, and never takes the machine with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemLoader,
    Template,
    TemplateNotFound,
    TemplateRuntimeError,
    filters,
    nodes,
    pass_context,
)
from jinja2.loaders import split_template_path
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.errors import TemplateError

LARGEST = 1_000_000  # bytes of a template, and characters of one text in it; the largest of ours has 20,000
MOST = 10_000_000  # characters of what it writes; inboxes cut a mail off at 102,000
DEEPEST = 50  # includes within each other; ours go four deep
STEPS = 1_000_000  # of all loops of one rendering together; a mail of 50 long articles takes 50,000
_DEPTH, _STEPS = " depth", " steps"  # no template can say a name with a blank
_WIDTH = re.compile(r"\d{7,}|%[-+ #0]*\*")  # of `%1000000d` and `{:1000000}`, or one that comes with the values
_Reload = Callable[[], bool]


class Folders(FileSystemLoader):
    """The templates in folders, and what is wrong with a file that cannot be one."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, _Reload]:
        """The text of a template.

        Raises:
            TemplateError: it is no text in UTF-8, too large, or cannot be read.
        """
        place = f"templates/{template}"
        try:
            if any(Path(folder, *split_template_path(template)).is_dir() for folder in self.searchpath):
                raise TemplateError(f"{place} is a folder. Put the template there, or give the folder another name.")
            found = super().get_source(environment, template)
        except TemplateNotFound:  # which is an OSError too
            raise
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateError(f"{place}, line {line}: this is not text in UTF-8. Save it as UTF-8.") from error
        except OSError as error:
            said = error.strerror or type(error).__name__
            raise TemplateError(f"{place} cannot be read: {said}. Put a readable file there.") from error
        if len(found[0]) > LARGEST:
            size = f"has {len(found[0]):,} characters; a template may have {LARGEST:,}"
            raise TemplateError(f"{place} {size}. Take out what is no template, such as pictures.")
        return found


class _Template(Template):
    """A template that knows within which others it stands."""

    def new_context(
        self,
        vars: dict[str, Any] | None = None,  # noqa: A002  Jinja2's name
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,  # noqa: A002  Jinja2's name
    ) -> Context:
        within = (*(vars or {}).get(_DEPTH, ()), self.name)
        if len(within) > DEEPEST:
            often = max(within, key=within.count)
            raise TemplateRuntimeError(
                f"templates stand more than {DEEPEST} deep within each other. Does {often} include itself? Take it out"
            )
        counted = (vars or {}).get(_STEPS) or _Steps()
        return super().new_context({**(vars or {}), _DEPTH: within, _STEPS: counted}, shared, locals)


class _Steps:
    """How many steps the loops of one rendering have taken."""

    def __init__(self) -> None:
        self._taken = 0

    def of(self, items: Iterable[Any]) -> Iterator[Any]:
        """`items`, each of them counted."""
        for item in items:
            self._taken += 1
            if self._taken > STEPS:
                raise TemplateRuntimeError(f"its loops take more than {STEPS:,} steps. Does one go too far?")
            yield item


@pass_context
def _counted(context: Context, items: Iterable[Any]) -> Iterator[Any]:
    steps = context.get(_STEPS) or _Steps()
    return steps.of(items)


class Bounded(ImmutableSandboxedEnvironment):
    """An environment in which nothing grows beyond `LARGEST`."""

    intercepted_binops = frozenset({"*", "**", "%"})
    template_class = _Template

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        for name in ("format", "center", "indent"):
            self.filters[name] = _bounded(getattr(filters, f"do_{name}"))
        self.filters[_STEPS] = _counted

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """A template whose loops count their steps: nested ones could go on for years, and write nothing."""
        parsed = super()._parse(source, name, filename)
        for loop in parsed.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, _STEPS, [], [], None, None, lineno=loop.lineno)
        return parsed

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """What an operator makes, unless it is too much."""
        if operator == "*":
            for many, times in ((left, right), (right, left)):
                if isinstance(many, str | list | tuple) and isinstance(times, int):
                    _within(len(many) * times)
        elif operator == "**" and isinstance(left, int) and isinstance(right, int):
            _within(left.bit_length() * abs(right))
        elif operator == "%" and isinstance(left, str):
            _narrow(left)
        return super().call_binop(context, operator, left, right)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """`str.format` in the sandbox, with widths that are not too much."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None:
            _narrow(value.__self__)
        return wrapped

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  Jinja2's
        """What a function or method gives; those of texts take no number that is too much."""
        if isinstance(getattr(__obj, "__self__", None), str):
            _small(args)
        return super().call(__context, __obj, *args, **kwargs)


def _bounded(made: Callable[..., Any]) -> Callable[..., Any]:
    def within(value: Any, *args: Any, **kwargs: Any) -> Any:
        if made is filters.do_format:
            _narrow(str(value))
        else:
            _small((*args, *kwargs.values()))
        return made(value, *args, **kwargs)

    return within


def _small(args: tuple[Any, ...]) -> None:
    for arg in args:
        if isinstance(arg, int):
            _within(arg)


def _narrow(template: str) -> None:
    if _WIDTH.search(template):
        _within(LARGEST + 1)


def _within(size: int) -> None:
    if size > LARGEST:
        raise TemplateRuntimeError(f"this makes a text of more than {LARGEST:,} characters. Write a smaller number")
