"""Which mail programs readers use: the names that config.yaml knows, and shares where it says nothing."""

from __future__ import annotations

from typing import Literal

Program = Literal[
    "apple-mail",
    "gmail",
    "outlook-windows",
    "outlook",
    "yahoo",
    "aol",
    "samsung",
    "thunderbird",
    "proton",
    "gmx",
    "web-de",
    "t-online",
    "ionos",
    "orange",
    "sfr",
    "laposte",
    "free",
    "mail-ru",
    "wp-pl",
    "fastmail",
    "hey",
]
# Our own judgement for a European list of private readers, to be replaced by what your provider's reports say: programs
# on phones and at home lead, and offices still have the Outlook that lays out with Word.
USUAL: dict[Program, float] = {
    "apple-mail": 40,
    "gmail": 34,
    "outlook-windows": 8,
    "outlook": 8,
    "yahoo": 3,
    "samsung": 3,
    "thunderbird": 2,
    "proton": 1,
    "gmx": 1,
}
