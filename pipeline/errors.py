"""The tree of errors. Each message is one sentence for a person: where, what, remedy; never a secret.

LichtpuntError
├── UsageError            wrong use or configuration: exit status 2
│   ├── ConfigError       config.yaml, with line and key
│   ├── TemplateError     a template, with file and line
│   └── SourceError       a file, folder or feed that cannot be read as articles
│       ├── EmptySource   a folder or feed that holds none, yet
│       ├── NoPage        an address that answers, and not with a page
│       ├── TooMuch       an address that gives more than we take
│       └── NotNow        an address that is to be asked again later, and not before
├── LedgerError           the ledger cannot be opened or written, or does not allow a change: exit status 1
│   └── SlotTaken         another draft has the time that was chosen
├── NothingReadable       a folder with files that should be articles, and not one can be read: exit status 1
└── ChannelError          a channel did not take it: exit status 1
    ├── Rejected          a person must change something
    ├── NotSent           nothing went out; the machine may try again
    │   └── Throttled     the service is asked too much; again after a while (channels/http.py)
    └── Uncertain         it may have gone out; the machine must not try again
"""

from __future__ import annotations

import traceback
from datetime import timedelta


def unexpected(error: Exception) -> str:
    """What nobody expected, without what it was about, which may be a secret: `KeyError in slots.py, line 34`."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {where.filename.replace(chr(92), '/').rpartition('/')[2]}, line {where.lineno}"


class LichtpuntError(Exception):
    """Base of every error that is told to a person as one sentence."""


class UsageError(LichtpuntError):
    """Wrong use or configuration."""


class ConfigError(UsageError):
    """config.yaml cannot be used as it is."""


class TemplateError(UsageError):
    """A template cannot be rendered."""


class SourceError(UsageError):
    """A file, folder or feed cannot be read as articles."""


class EmptySource(SourceError):
    """A folder or feed is in order and holds no articles."""


class TooMuch(SourceError):
    """An address gives more than we take."""


class NoPage(SourceError):
    """An address answers that there is nothing, or nothing for us.

    Attributes:
        status: The HTTP status that says so.
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class NotNow(SourceError):
    """An address answers that it is busy, or that we ask too often.

    Attributes:
        wait: How long it is to be left alone.
    """

    def __init__(self, message: str, wait: timedelta) -> None:
        super().__init__(message)
        self.wait = wait


class LedgerError(LichtpuntError):
    """The ledger cannot be used, or does not allow what was asked."""


class SlotTaken(LedgerError):
    """Another draft has the time that was chosen."""


class NothingReadable(LichtpuntError):
    """A folder holds files that should be articles, and not one of them can be read."""


class ChannelError(LichtpuntError):
    """A channel did not take a message."""


class Rejected(ChannelError):
    """The service refused clearly: a person must change something."""


class NotSent(ChannelError):
    """Nothing went out, for certain: the machine may try again."""


class Uncertain(ChannelError):
    """The outcome is unknown: the machine must not try again by itself."""
