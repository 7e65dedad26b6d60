"""CSS and HTML that readers' mail programs do not know -> findings, by groups, weighed by the audience (finding 22)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.config.audience import USUAL, Program
from pipeline.model import Finding, Severity
from pipeline.preflight.email.letter import Letter
from pipeline.preflight.email.support import facts, groups, uses
from pipeline.preflight.email.support.groups import Group
from pipeline.preflight.email.support.uses import Use

MANY = 10.0  # of 100 readers: so many that a mail which is hard to read for them wants a look
FEW = 0.5  # of 100 readers, below which nothing is said
_PARTLY = 0.5  # what is known in part may be the part that is used
_MOST = 4  # features and programs that a sentence names


@dataclass(frozen=True)
class Missed:
    """What a mail uses of a group and some readers lack.

    Attributes:
        lacking: Of each program, the share of its readers, 0 to 1.
        readers: Of 100, all programs together, each reader once.
    """

    group: Group
    used: tuple[Use, ...]
    lacking: Mapping[Program, float]
    readers: float


def check(letter: Letter) -> Iterator[Finding]:
    """A finding for each group whose loss makes a mail hard to read, and one note for all that only looks plainer."""
    missed = list(_missed(letter))
    for one in missed:
        if one.group.breaks:
            severity: Severity = "warning" if one.readers >= MANY else "note"
            message = f"{_told(one)} Last tested {_tested([one])}."
            yield Finding("client-support", severity, _place(one, letter), message, one.group.remedy)
    if plainer := [one for one in missed if not one.group.breaks]:
        told = ", ".join(f"{one.group.what.lower()} {max(one.readers, 1):.0f}" for one in plainer)
        message = (
            f"Of 100 readers some see it plainer, and read it all the same: {told}. Last tested {_tested(plainer)}."
        )
        remedy = "Look at it as they do, with `build --clients`."
        yield Finding("client-support", "note", _place(plainer[0], letter), message, remedy)


def _missed(letter: Letter) -> Iterator[Missed]:
    used: dict[str, list[Use]] = {}
    for use in uses.uses(letter.tree, letter.sheets):
        group = groups.BACKED if use.is_backed else groups.OF.get(use.feature, groups.OTHERS)
        used.setdefault(group.what, []).append(use)
    weights = shares(letter.config.email.audience or USUAL)
    for group in (*groups.GROUPS, groups.BACKED, groups.OTHERS):
        yield from _of_group(group, used.get(group.what, []), weights)


def shares(audience: Mapping[Program, float]) -> dict[Program, float]:
    """Readers of each program, of 100 together."""
    whole = sum(audience.values())
    return {program: 100 * weight / whole for program, weight in audience.items() if weight}


def _of_group(group: Group, used: Sequence[Use], weights: Mapping[Program, float]) -> Iterator[Missed]:
    partly = _PARTLY if group.breaks else 0.0  # what only looks plainer counts where it is not known at all
    lacking: dict[Program, float] = {}
    missed: list[Use] = []
    for use in used:
        feature = facts.features()[use.feature]
        lost = {program: facts.lost(feature, program, partly) or 0.0 for program in weights}
        if sum(weights[program] * share for program, share in lost.items()) >= FEW:
            missed.append(use)
            lacking = {program: max(lacking.get(program, 0.0), share) for program, share in lost.items()}
    if missed:
        readers = sum(weights[program] * share for program, share in lacking.items())
        yield Missed(group, tuple(missed), lacking, readers)


def _told(one: Missed) -> str:
    written = _named([use.written for use in one.used])
    ranked = sorted((program for program, share in one.lacking.items() if share > 0), key=lambda p: -one.lacking[p])
    programs = _named([facts.PROGRAMS[program][0] for program in ranked])
    return f"{one.group.what} ({written}): about {max(one.readers, 1):.0f} of 100 readers lack it, in {programs}."


def _tested(missed: Sequence[Missed]) -> str:
    """The years in which the facts were found, as old as they are."""
    years = sorted(facts.features()[use.feature].tested[:4] for one in missed for use in one.used)
    return years[0] if years[0] == years[-1] else f"{years[0]} to {years[-1]}"


def _place(one: Missed, letter: Letter) -> str:
    return next(filter(None, (letter.places.lines(use.pattern) for use in one.used)), "newsletter styles")


def _named(names: Sequence[str]) -> str:
    unique = list(dict.fromkeys(names))
    return ", ".join(unique[:_MOST]) + (f" and {len(unique) - _MOST} more" if len(unique) > _MOST else "")
