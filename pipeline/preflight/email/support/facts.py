"""What mail programs know, from facts.json, and who reads with them.

facts.json is made by `update.py` from the npm package `caniemail` (MIT); it holds facts only: for each feature the day
it was last tested, and a letter for the newest version of each program.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.config.audience import Program


@dataclass(frozen=True)
class Feature:
    """Who knows one feature.

    Attributes:
        tested: The day it was last tested, `2023-12-19`.
        known: By client (`gmail/ios`): y(es), n(o), a (in part) or u(nknown).
    """

    tested: str
    known: Mapping[str, str]


# What config.yaml calls a mail program: its name for people, and the source's clients that it stands for.
PROGRAMS: dict[Program, tuple[str, tuple[str, ...]]] = {
    "apple-mail": ("Apple Mail", ("apple-mail/ios", "apple-mail/macos")),
    "gmail": ("Gmail", ("gmail/desktop-webmail", "gmail/ios", "gmail/android")),
    "outlook-windows": ("Outlook on Windows (classic)", ("outlook/windows",)),
    "outlook": ("Outlook.com and the new Outlook", ("outlook/outlook-com", "outlook/ios", "outlook/android", "outlook/macos")),
    "yahoo": ("Yahoo", ("yahoo/desktop-webmail", "yahoo/ios", "yahoo/android")),
    "aol": ("AOL", ("aol/desktop-webmail", "aol/ios", "aol/android")),
    "samsung": ("Samsung Email", ("samsung-email/android",)),
    "thunderbird": ("Thunderbird", ("thunderbird/macos", "thunderbird/windows")),
    "proton": ("Proton Mail", ("protonmail/desktop-webmail", "protonmail/ios", "protonmail/android")),
    "gmx": ("GMX", ("gmx/desktop-webmail", "gmx/ios", "gmx/android")),
    "web-de": ("WEB.DE", ("web-de/desktop-webmail", "web-de/ios", "web-de/android")),
    "t-online": ("T-Online", ("t-online-de/desktop-webmail",)),
    "ionos": ("IONOS", ("ionos-1and1/desktop-webmail", "ionos-1and1/android")),
    "orange": ("Orange", ("orange/desktop-webmail", "orange/ios", "orange/android")),
    "sfr": ("SFR", ("sfr/desktop-webmail", "sfr/ios", "sfr/android")),
    "laposte": ("La Poste", ("laposte/desktop-webmail",)),
    "free": ("Free", ("free-fr/desktop-webmail",)),
    "mail-ru": ("Mail.ru", ("mail-ru/desktop-webmail",)),
    "wp-pl": ("WP", ("wp-pl/desktop-webmail",)),
    "fastmail": ("Fastmail", ("fastmail/desktop-webmail",)),
    "hey": ("HEY", ("hey/desktop-webmail",)),
}  # fmt: skip


@cache
def features() -> Mapping[str, Feature]:
    """Every feature by the source's name for it, such as `css-border-radius`."""
    read = json.loads(Path(__file__).with_name("facts.json").read_text(encoding="utf-8"))
    made = {}
    for name, row in read["features"].items():
        tested, letters = row.split()
        made[name] = Feature(tested, dict(zip(read["clients"], letters, strict=True)))
    return made


def lost(feature: Feature, program: Program, partly: float) -> float | None:
    """The share of a program's readers that lack a feature, 0 to 1; None where nobody tested it.

    Its clients count alike, and only their newest versions. Where one knows a feature in part, it counts as `partly`.
    """
    letters = [feature.known.get(client, "u") for client in PROGRAMS[program][1]]
    tested = [{"y": 0.0, "a": partly, "n": 1.0}[letter] for letter in letters if letter != "u"]
    return sum(tested) / len(tested) if tested else None
