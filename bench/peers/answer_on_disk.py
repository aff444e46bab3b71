"""What one answer asks of the disk: syncs and WAL pages, counted in a layer below SQLite; JSON on standard output."""

import json
import sys
from pathlib import Path

import apsw


class Counted(apsw.VFS):
    """The usual files, with every sync and every byte of the WAL counted."""

    def __init__(self) -> None:
        self.usual = apsw.vfs_names()[0]
        super().__init__("counted", self.usual, makedefault=True)
        self.syncs, self.wal_bytes = 0, 0

    def xOpen(self, name, flags):  # noqa: N802
        """A file that counts."""
        return CountedFile(self, name, flags)


class CountedFile(apsw.VFSFile):
    """One file."""

    def __init__(self, vfs: Counted, name, flags) -> None:
        self._vfs = vfs
        self._is_wal = bool(flags[0] & apsw.SQLITE_OPEN_WAL)
        super().__init__(vfs.usual, name, flags)

    def xSync(self, flags):  # noqa: N802
        """Count and sync."""
        self._vfs.syncs += 1
        super().xSync(flags)

    def xWrite(self, data, offset):  # noqa: N802
        """Count and write."""
        self._vfs.wal_bytes += len(data) if self._is_wal else 0
        super().xWrite(data, offset)


counted = Counted()

from trainer.collection import Collection  # noqa: E402
from trainer.reviews import Rating  # noqa: E402

ANSWERS = 100
PAGE = 4096 + 24
collection, _ = Collection.open([Path(sys.argv[1])])
collection.log.store.rows("pragma wal_autocheckpoint = 0")
session = collection.rate(collection.start().reveal(), Rating.GOOD)
counted.syncs, counted.wal_bytes = 0, 0
for _ in range(ANSWERS):
    session = collection.rate(session.reveal(), Rating.GOOD)
print(json.dumps({"syncs": counted.syncs / ANSWERS, "pages": counted.wal_bytes / PAGE / ANSWERS}))
