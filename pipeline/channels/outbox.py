"""The outbox: what would be sent, as files in a folder. The default, and the only channel that needs no account.

A draft is a folder below `staged/`; publishing renames it to the same place below `sent/`, which happens once.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from pipeline.channels import eml, folders, outbox_files
from pipeline.config.shape import Brand
from pipeline.errors import NotSent, Rejected, Uncertain
from pipeline.model import Email, Facts, Finding, Receipt, Remote, Request, Staged, Thread


class Outbox:
    """Writes one folder a reference: `newsletter.eml`, `.html`, `.txt`, or `posts/` with their pictures.

    Args:
        folder: Where the folders `staged`, `sent` and `tests` go.
        brand: Who sends.
        name: The channel's name in config.yaml.

    Raises:
        ConfigError: the brand's mail address cannot be used.
    """

    def __init__(self, folder: Path, brand: Brand, *, name: str = "outbox") -> None:
        eml.sender(brand)
        accepts = frozenset({Email, Thread})
        self.facts = Facts(name, account=str(folder), accepts=accepts, guarantee="staged", tests=True)
        self._where = f"channels.{name}"
        self._folder = folder
        self._brand = brand

    def render(self, message: Email | Thread, images: Mapping[str, bytes] | None = None) -> Request:
        """The files. Unsubscribing is a mail to the brand; without an archive one reads on at its site."""
        if isinstance(message, Email):
            return Request(outbox_files.newsletter(message, self._brand))
        return Request(outbox_files.posts(message, images or {}))

    def problems(self, message: Email | Thread) -> list[Finding]:  # noqa: ARG002  a file expresses everything
        """None: a file can hold every draft."""
        return []

    def stage(self, request: Request, reference: str) -> Staged:
        """Write the whole folder or nothing; one with other bytes is replaced whole."""
        staged = self._staged(reference)
        if self._sent(staged).exists():
            remedy = "Move that folder away if it must go again."
            raise Rejected(f"{self._where}: {self._sent(staged)} shows that it went out already. {remedy}")
        with self._at_hand(Path(staged.place)):
            self._write(Path(staged.place), request)
        return staged

    def read(self, request: Request, staged: Staged) -> Remote:
        """Whether it lies below `staged/` or `sent/`, and whether its files are those of `request`, byte for byte."""
        draft, sent = self._draft(staged), self._sent(staged)
        with self._at_hand(draft):
            if sent.is_dir():
                return Remote("sent", _differs(sent, request), Receipt(staged.remote_id, str(sent)))
            return Remote("draft", _differs(draft, request)) if draft.is_dir() else Remote("gone")

    def publish(
        self,
        request: Request,
        staged: Staged,
        key: str,  # noqa: ARG002  the folder's name is the key
        at: datetime,  # noqa: ARG002
        after: Receipt | None,  # noqa: ARG002
    ) -> Receipt:
        """Move the folder to `sent/`. What lies there already stays, and is the receipt."""
        draft, sent = self._draft(staged), self._sent(staged)
        if not sent.is_dir():
            if self.read(request, staged) != Remote("draft"):
                raise Rejected(f"{self._where}: {draft} does not hold what was approved. Approve it again.")
            try:
                folders.move(draft, sent)
            except OSError as error:
                kind = Uncertain if sent.is_dir() else NotSent
                raise kind(f"{self._where}: {draft} could not be moved to {sent} ({_reason(error)}).") from error
        return Receipt(staged.remote_id, str(sent))

    def find(self, reference: str) -> Staged | Receipt | None:
        """The receipt where its folder lies below `sent/`, the draft where it lies below `staged/`."""
        staged = self._staged(reference)
        if self._sent(staged).is_dir():
            return Receipt(staged.remote_id, str(self._sent(staged)))
        return staged if Path(staged.place).is_dir() else None

    def withdraw(self, staged: Staged) -> None:
        """Remove the draft's folder."""
        if self._sent(staged).is_dir():
            raise Rejected(f"{self._where}: {self._sent(staged)} shows that it went out already. It stays.")
        with self._at_hand(self._draft(staged)):
            folders.remove(self._folder, self._draft(staged))

    def test(self, request: Request, to: str) -> None:
        """Write the same files below `tests/`, the message addressed to `to`."""
        address = eml.recipient(to)
        parts = outbox_files.addressed(request.parts, address)
        place = self._folder / "tests" / folders.place_of(f"{address} {eml.mark(repr(sorted(parts.items())))[:8]}")
        with self._at_hand(place):
            self._write(place, Request(parts))

    def check(self) -> list[Finding]:
        """Whether files can be written where the folder is, or will be."""
        existing = next(path for path in (self._folder, *self._folder.absolute().parents) if path.exists())
        try:
            with tempfile.TemporaryFile(dir=existing):
                return []
        except OSError as error:
            place = f"{self._where}.folder"
            message = f"{existing} takes no files ({_reason(error)})."
            return [Finding("channel", "error", place, message, "Allow writing there, or choose another folder.")]

    def _write(self, target: Path, request: Request) -> None:
        unsafe = [name for name in request.parts if not folders.is_safe(name)]
        if unsafe:
            raise Rejected(f"{self._where}: {unsafe[0]!r} cannot be the name of a file. Give the picture a plain name.")
        if target.is_dir() and _differs(target, request):
            folders.remove(self._folder, target)
        folders.write_whole(self._folder, PurePosixPath(target.relative_to(self._folder)), request.parts)
        if _differs(target, request):
            raise NotSent(f"{self._where}: {target} was written by somebody else at the same time. Try again.")

    def _staged(self, reference: str) -> Staged:
        place = folders.place_of(reference).as_posix()
        return Staged(reference, place, str(self._folder / "staged" / place))

    def _draft(self, staged: Staged) -> Path:
        return self._folder / "staged" / folders.place_of(staged.remote_id)

    def _sent(self, staged: Staged) -> Path:
        return self._folder / "sent" / folders.place_of(staged.remote_id)

    @contextlib.contextmanager
    def _at_hand(self, place: Path) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            remedy = "Make room there or allow writing, then try again."
            raise NotSent(
                f"{self._where}: {place} could not be read or written ({_reason(error)}). {remedy}"
            ) from error


def _differs(folder: Path, request: Request) -> tuple[str, ...]:
    return () if folders.contents(folder) == dict(request.parts) else ("content",)


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__
