"""Disks that fail at a chosen call, and disks that remember what was written and what was synced."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

Call = tuple[str, str, int, bytes]
"""`write`, `cut`, `sync` or `delete`; the file's name; where; what."""


class Disk(apsw.VFS):
    """Every file's writes, cuts and syncs, in order; those from `fails_from` to before `fails_until` fail."""

    def __init__(self, real: str) -> None:
        super().__init__("disk under test", real, makedefault=True)
        self.real = real
        self.calls: list[Call] = []
        self.fails_from = self.fails_until = -1
        self.error: type[apsw.Error] = apsw.IOError

    def xOpen(self, name, flags):  # noqa: N802
        return _File(self, name, flags)

    def xDelete(self, name, sync_folder):  # noqa: N802
        self.called("delete", Path(name).name, 0, b"")
        super().xDelete(name, sync_folder)

    def called(self, *call) -> None:
        self.calls.append(call)
        if self.fails_from <= len(self.calls) < self.fails_until:
            raise self.error("the disk under test")


class _File(apsw.VFSFile):
    def __init__(self, disk: Disk, name, flags) -> None:
        self._disk = disk
        self._name = Path(name.filename() if hasattr(name, "filename") else name or "").name
        super().__init__(disk.real, name, flags)

    def xWrite(self, data, offset):  # noqa: N802
        self._disk.called("write", self._name, offset, bytes(data))
        super().xWrite(data, offset)

    def xTruncate(self, size):  # noqa: N802
        self._disk.called("cut", self._name, size, b"")
        super().xTruncate(size)

    def xSync(self, flags):  # noqa: N802
        self._disk.called("sync", self._name, 0, b"")
        super().xSync(flags)


@contextmanager
def disk_under_test() -> Iterator[Disk]:
    """In place of the real one until the end of the block."""
    usual = apsw.vfs_names()[0]
    disk = Disk(usual)
    try:
        yield disk
    finally:
        apsw.set_default_vfs(usual)
        disk.unregister()


def after_power_loss(calls: list[Call], folder: Path, rng: random.Random) -> None:
    """What may be left in a folder: all that was synced; of the rest, any 512-byte sectors.

    A deletion lasts once any file has been synced after it, as on file systems with a journal.
    """
    synced = {name: index for index, (kind, name, *_) in enumerate(calls) if kind == "sync"}
    files: dict[str, bytearray] = {}
    for index, (kind, name, offset, data) in enumerate(calls):
        if kind == "delete":
            if index < max(synced.values(), default=-1) or rng.random() < 0.5:
                files.pop(name, None)
            continue
        kept = files.setdefault(name, bytearray())
        durable = index < synced.get(name, -1)
        if kind == "cut" and (durable or rng.random() < 0.5):
            del kept[offset:]
        for start in range(0, len(data), 512):
            if durable or rng.random() < 0.5:
                sector = data[start : start + 512]
                kept.extend(bytes(max(0, offset + start - len(kept))))
                kept[offset + start : offset + start + len(sector)] = sector
    for name, content in files.items():
        if not name.endswith("-shm"):
            (folder / name).write_bytes(content)
