from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import LedgerError
from pipeline.ledger.filesystems import is_network, refuse_network

DISK, SHARE = ("ext4", "rw"), ("nfs4", "rw")


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smbfs", "fuse.sshfs", "NFS", "webdav", "ceph", "9p"])
def test_another_machines_disk_is_known(kind: str) -> None:
    assert is_network(kind, "rw", "/data")


@pytest.mark.parametrize("kind", ["ext4", "xfs", "btrfs", "apfs", "hfs", "NTFS", "overlay", "tmpfs", "zfs", ""])
def test_a_disk_of_this_machine_is_taken(kind: str) -> None:
    assert not is_network(kind, "rw,noatime", "/data")


def test_windows_says_so_among_the_options() -> None:
    assert is_network("NTFS", "rw,remote", "Z:\\")


def test_the_root_of_a_sandbox_is_its_own() -> None:
    assert not is_network("9p", "rw", "/")
    assert is_network("nfs4", "rw", "/")


def test_a_ledger_on_a_network_drive_is_refused(tmp_path: Path) -> None:
    mounts = {"/": DISK, str(tmp_path): SHARE}
    with pytest.raises(LedgerError, match="network drive, where two machines could send twice"):
        refuse_network(tmp_path / "deep" / "lichtpunt.db", mounts)


def test_a_link_to_a_network_drive_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    (tmp_path / "here").symlink_to(tmp_path / "share")
    with pytest.raises(LedgerError, match="network drive"):
        refuse_network(tmp_path / "here" / "lichtpunt.db", {"/": DISK, f"{tmp_path}/share": SHARE})


def test_the_nearest_mount_counts(tmp_path: Path) -> None:
    refuse_network(tmp_path / "lichtpunt.db", {"/": SHARE, str(tmp_path): DISK})
    refuse_network(tmp_path / "lichtpunt.db")
