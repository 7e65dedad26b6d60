"""Where a ledger may lie: SQLite's locks and write-ahead log need a disk of this machine (https://sqlite.org/wal.html)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import psutil

from pipeline.errors import LedgerError

_NETWORK = {
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "fuse.glusterfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs",
    "smb2", "smb3", "smbfs", "webdav",
}  # fmt: skip


def refuse_network(path: Path, mounts: Mapping[str, tuple[str, str]] | None = None) -> None:
    """Raise where `path` lies on a network drive.

    Args:
        path: Of the ledger.
        mounts: Kind and options of what is mounted, by its place; by default what this machine says.

    Raises:
        LedgerError: it does.
    """
    if mounts is None:
        mounts = {part.mountpoint: (part.fstype, part.opts) for part in psutil.disk_partitions(all=True)}
    place = path.absolute().resolve()
    mountpoint = next((str(parent) for parent in (place, *place.parents) if str(parent) in mounts), None)
    if mountpoint is None:
        remote = os.name == "nt" and str(place).startswith("\\\\")
    else:
        remote = is_network(*mounts[mountpoint], mountpoint)
    if remote:
        remedy = "Put `state` on a disk of this machine."
        raise LedgerError(f"{path} lies on a network drive, where two machines could send twice. {remedy}")


def is_network(kind: str, options: str, mountpoint: str) -> bool:
    """Whether a file system of this kind is another machine's; a sandbox' own root may be of the kind 9p."""
    if kind.lower() == "9p" and mountpoint == "/":
        return False
    return kind.lower() in _NETWORK or "remote" in options.split(",")
