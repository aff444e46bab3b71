"""A backup read with distrust: what it says of itself is checked against what it holds, and limits are counted.

Nothing is unpacked under a name of its own; whoever wants a member says where it goes.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from trainer.backups.manifest import FORMAT, LOG, NAME, Manifest, Member, is_safe
from trainer.errors import BackupRefused, TrainerError
from trainer.reviews.copies import is_sound, read_copy
from trainer.reviews.soundness import Facts
from trainer.text import one_line
from trainer.watched import TellOf, untold_of

MOST_MEMBERS = 20_000
MOST_BYTES = 8 * 2**30
"""Of all members together, unpacked."""
_MOST_MANIFEST_BYTES = 16 * 2**20
_MOST_TIMES = 200
"""So many times its size a backup unpacks to at most."""
_SMALL = 64 * 2**20
"""Bytes that may be packed as tightly as it goes."""
_CHUNK = 1 << 18
_END_RECORD = b"PK\x05\x06"
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, EOFError, ValueError, KeyError, AttributeError,
    IndexError,
)  # fmt: skip
"""What a damaged archive raises from inside zipfile, and a damaged member."""
_ANOTHER = "Take another backup."


class Backup:
    """A backup, open."""

    def __init__(self, path: Path, stream: BinaryIO) -> None:
        """Read the list of members and what the backup says of itself. Raises BackupRefused."""
        self._where = one_line(str(path))
        self._size = stream.seek(0, io.SEEK_END)
        self._refuse_many(stream)
        try:
            self._archive = zipfile.ZipFile(stream)
            self._members = {info.filename: info for info in self._archive.infolist()}
        except _DAMAGE:
            raise self._refused("is no backup, or a damaged one.") from None
        self.manifest = self._manifest()
        self._refuse_other_members()
        self._refuse_bombs()

    def unpack(self, member: Member, target: Path) -> None:
        """Write a member to a new file for its owner alone, whole. Raises BackupRefused and OSError."""
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            for piece in self._pieces(member):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())

    def check(self, scratch: Path, tell: TellOf = untold_of) -> Facts | None:
        """What its review log comes to, None without one, once every member is known to be whole.

        Raises BackupRefused and OSError. `scratch` is a folder that a log may be unpacked into.
        """
        facts = None
        for done, member in enumerate(self.manifest.files, 1):
            if member.is_database:
                facts = self._check_database(member, scratch / "checked.db") or facts
            else:
                for _ in self._pieces(member):
                    pass
            tell("checking", done, len(self.manifest.files))
        return facts

    def log_in(self, copy: Path) -> Facts:
        """What the review log that was unpacked to a file comes to. Raises BackupRefused if it is not sound."""
        try:
            facts = read_copy(copy)
        except TrainerError as error:
            raise self._refused(f"holds a review log that {error.message}") from error
        if facts.entries != self.manifest.entries:
            raise self._refused("holds another number of entries than it says.")
        return facts

    def _check_database(self, member: Member, copy: Path) -> Facts | None:
        try:
            self.unpack(member, copy)
            if member.name == LOG:
                return self.log_in(copy)
            if not is_sound(copy):
                raise self._refused(f"its part {one_line(member.name, 80)} is damaged.")
            return None
        finally:
            copy.unlink(missing_ok=True)

    def _pieces(self, member: Member) -> Iterator[bytes]:
        """A member's bytes; more or others than the backup says are none."""
        digest, size = hashlib.sha256(), 0
        try:
            with self._archive.open(self._members[member.name]) as stream:
                while size <= member.size and (piece := stream.read(_CHUNK)):
                    size += len(piece)
                    digest.update(piece)
                    yield piece
        except _DAMAGE:
            size = -1
        if (size, digest.hexdigest()) != (member.size, member.sha256):
            raise self._refused(f"its part {one_line(member.name, 80)} is damaged.")

    def _manifest(self) -> Manifest:
        info = self._members.get(NAME)
        if info is None or info.file_size > _MOST_MANIFEST_BYTES:
            raise self._refused("is no backup of the trainer's.", "Backups are written by `trainer backup`.")
        try:
            content = self._archive.open(info).read(_MOST_MANIFEST_BYTES)
            manifest = Manifest.model_validate_json(content)
        except (ValidationError, *_DAMAGE):
            raise self._refused("does not say what it holds: it is damaged, or no backup of ours.") from None
        if manifest.format > FORMAT:
            message = f"was written by a newer trainer (format {manifest.format}; this one knows {FORMAT})."
            raise self._refused(message, "Update trainer; nothing was changed.")
        return manifest

    def _refuse_other_members(self) -> None:
        """What it holds is what it says, under names that lead nowhere else, each of them once on every system."""
        named = [member.name for member in self.manifest.files]
        unsafe = next((name for name in named if not is_safe(name)), None)
        if unsafe is not None:
            raise self._refused(f"holds a part of the name {one_line(unsafe, 80)!r}, as no backup does.")
        alike = {unicodedata.normalize("NFC", name).casefold() for name in named}
        listed = sorted(info.filename for info in self._archive.infolist())
        if len(alike) < len(named) or listed != sorted([NAME, *named]):
            raise self._refused("does not hold what it says.")
        for member in self.manifest.files:
            info = self._members[member.name]
            if info.flag_bits & 1 or info.file_size != member.size:
                raise self._refused(f"its part {one_line(member.name, 80)} is not what the backup says.")

    def _refuse_bombs(self) -> None:
        total = sum(member.size for member in self.manifest.files)
        if total > MOST_BYTES:
            raise self._refused(f"unpacks to more than {MOST_BYTES // 2**30} GiB.")
        if total > max(_SMALL, _MOST_TIMES * self._size):
            raise self._refused(f"unpacks to more than {_MOST_TIMES} times its size, as no backup does.")

    def _refuse_many(self, stream: BinaryIO) -> None:
        """Refuse a list of members that is too long before it is read; its length stands at the end of the file."""
        stream.seek(max(0, self._size - 65_600))
        tail = stream.read()
        stream.seek(0)
        place = tail.rfind(_END_RECORD)
        count = int.from_bytes(tail[place + 10 : place + 12], "little") if place >= 0 else 0
        if count > MOST_MEMBERS:
            raise self._refused(f"holds {count:,} parts, and a backup may hold {MOST_MEMBERS:,}.")

    def _refused(self, message: str, remedy: str = _ANOTHER) -> BackupRefused:
        return BackupRefused(message, where=self._where, remedy=remedy)


@contextmanager
def open_backup(path: Path) -> Iterator[Backup]:
    """A backup. Raises BackupRefused."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"cannot be read: {reason}."
        raise BackupRefused(message, where=one_line(str(path)), remedy="Check the path and its permissions.") from error
    with stream:
        yield Backup(path, stream)


def refuse_without_room(backup: Backup, folder: Path) -> None:
    """Raise BackupRefused if what a backup holds does not fit on a folder's disk."""
    needed, free = sum(member.size for member in backup.manifest.files), shutil.disk_usage(folder).free
    if needed > free:
        raise BackupRefused(
            f"needs {needed // 2**20:,} MiB, and {free // 2**20:,} MiB are free.",
            where=one_line(str(folder)),
            remedy="Free some space; nothing was changed.",
        )
