"""Where a ledger may lie: SQLite's locks and write-ahead log need a disk of this machine (https://sqlite.org/wal.html)."""

from __future__ import annotations

import os
from pathlib import Path

import psutil

from pipeline.errors import LedgerError

_NETWORK = {
    "9p", "afpfs", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "fuse.rclone", "fuse.s3fs", "fuse.sshfs",
    "fuse.glusterfs", "gfs2", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs3", "nfs4", "ocfs2", "orangefs",
    "smb2", "smb3", "smbfs", "webdav",
}  # fmt: skip


def refuse_network(path: Path) -> None:
    """Raise where `path` lies on a network drive.

    Raises:
        LedgerError: it does.
    """
    mounts = {part.mountpoint: part for part in psutil.disk_partitions(all=True)}
    place = path.absolute().resolve()
    mount = next((mounts[str(parent)] for parent in (place, *place.parents) if str(parent) in mounts), None)
    if is_network(mount.fstype if mount else "", mount.opts if mount else "", str(place)):
        remedy = "Put `state` on a disk of this machine."
        raise LedgerError(f"{path} lies on a network drive, where two machines could send twice. {remedy}")


def is_network(kind: str, options: str, place: str) -> bool:
    """Whether a file system of this kind is another machine's."""
    return kind.lower() in _NETWORK or "remote" in options.split(",") or (os.name == "nt" and place.startswith("\\\\"))
