"""All views of a mail on one page: a contact sheet, to open in a browser or to be photographed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.preflight.clients.profiles import Profile

if TYPE_CHECKING:
    from pipeline.preflight.clients import View

# Pixels of the sheet as a picture: what sheet.html lays out for one row of phones and two of larger screens.
PICTURE = (1780, 1930)


@dataclass(frozen=True)
class Frame:
    """A view's place on the sheet.

    Attributes:
        profile: The program.
        file: The view's page, beside the sheet.
        height: Pixels of the mail that are shown at once.
        scale: What its width and height are drawn at.
    """

    profile: Profile
    file: str
    height: int
    scale: float


def file_of(profile: Profile) -> str:
    """The name of a view's page."""
    return f"{profile.name}.html"


def sheet(views: Sequence[View], subject: str, language: str, *, picture: bool = False) -> str:
    """The page with all `views`, whose own pages lie beside it.

    Args:
        views: As `views` gives them.
        subject: The mail's.
        language: The mail's, as a language tag.
        picture: Whether it is laid out to be photographed, in `PICTURE` pixels, instead of for reading.
    """
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415  only who asks for the sheet needs it

    env = Environment(
        loader=PackageLoader("pipeline.preflight.clients", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    frames = [_frame(view.profile, picture=picture) for view in views]
    groups = [
        ("On a phone", [frame for frame in frames if frame.profile.is_phone]),
        ("On a larger screen", [frame for frame in frames if not frame.profile.is_phone]),
    ]
    return env.get_template("sheet.html").render(subject=subject, language=language, groups=groups, picture=picture)


def _frame(profile: Profile, *, picture: bool) -> Frame:
    if not picture:
        return Frame(profile, file_of(profile), profile.height, 0.8 if profile.is_phone else 0.7)
    height, scale = (920, 0.5) if profile.is_phone else (round(470 / 320 * profile.width), 320 / profile.width)
    return Frame(profile, file_of(profile), height, scale)
