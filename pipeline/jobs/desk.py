"""What the jobs with a ledger work with, made once by the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.channels.registry import open_channel
from pipeline.config.shape import Config, Newsletter
from pipeline.errors import ConfigError
from pipeline.jobs import reading
from pipeline.jobs.delivering import Courier
from pipeline.ledger.drafts import Place
from pipeline.ledger.engine import PATIENCE
from pipeline.ledger.store import Ledger, open_ledger
from pipeline.model import Channel, Network
from pipeline.slots import Slot


@dataclass(frozen=True)
class Desk:
    """A brand's configuration with its ledger.

    Attributes:
        config: All of config.yaml.
        ledger: Open.
        now: The time, aware UTC.
        get: How addresses are fetched.
        channels: A channel by its name in config.yaml; each is opened once.
    """

    config: Config
    ledger: Ledger
    now: Callable[[], datetime]
    get: reading.Fetch
    channels: Channels

    @property
    def brand(self) -> str:
        """Whose, in the ledger: the brand's first name there, so that a brand with a new name keeps its past."""
        return self.ledger.brand

    @property
    def courier(self) -> Courier:
        """What delivers."""
        return Courier(self.ledger, self.channels.named, self.now)

    def newsletter(self, name: str) -> Newsletter:
        """The recipe of a series.

        Raises:
            ConfigError: config.yaml has it no more.
        """
        if name not in self.config.newsletters:
            raise ConfigError(f"config.yaml has no newsletter {name} any more. Write it back, or discard its drafts.")
        return self.config.newsletters[name]

    def place(self, series: str, kind: str, slot: Slot | None, channel: str) -> Place:
        """Where a draft of a series goes: `kind` is `email` or `thread`."""
        label, due = (slot.label, slot.at) if slot else (None, None)
        return Place(self.brand, series, kind, label, due, channel, self.account(channel))

    def account(self, channel: str) -> str:
        """The list or profile that a channel leads to by config.yaml."""
        return self.channels.named(channel).facts.account


class Channels:
    """The channels of config.yaml, each opened when it is first asked for and kept: a session is not made anew."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._open: dict[str, Channel] = {}

    def named(self, name: str) -> Channel:
        """The channel under this name.

        Raises:
            ConfigError: there is none, or it cannot be used as it is configured.
        """
        if name not in self._open:
            self._open[name] = open_channel(name, self._config)
        return self._open[name]

    def of(self, network: Network) -> str:
        """The name of the channel for a network's posts: its own, else the outbox."""
        return network if network in self._config.channels else "outbox"


def open_desk(config: Config, folder: Path, now: Callable[[], datetime], *, patience: float = PATIENCE) -> Desk:
    """The desk of a configuration; its ledger is made where there is none.

    Args:
        config: All of config.yaml.
        folder: Where a relative `state` starts.
        now: The time, aware UTC.
        patience: Seconds to wait where another process is at work in the ledger.

    Raises:
        LedgerError: the ledger cannot be used.
    """
    ledger = open_ledger(folder / config.state, config.brand.name, patience=patience)
    return Desk(config, ledger, now, reading.over_the_network, Channels(config))
