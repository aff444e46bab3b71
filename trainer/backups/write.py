"""A backup written: everything in one file, proven whole before it has its name."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

import apsw

from trainer import __version__, locations
from trainer.backups.inventory import Piece, pieces
from trainer.backups.manifest import LOG, NAME, Manifest, Member
from trainer.backups.read import open_backup
from trainer.decks.files import keep_name
from trainer.decks.markings import highest
from trainer.decks.read import read_deck
from trainer.decks.shelf import Shelf
from trainer.errors import DeckRefused, Finding, NotSaved
from trainer.reviews.copies import copy_database, copy_log
from trainer.reviews.soundness import Facts
from trainer.reviews.store import Store
from trainer.text import one_line
from trainer.watched import TellOf, untold_of

_CHUNK = 1 << 18
_LARGE = 2**31 - 1
_DRILL_WAIT_S = 2.0


@dataclass(frozen=True, slots=True)
class Written:
    """A backup that is on the disk."""

    path: Path
    manifest: Manifest
    facts: Facts | None
    """What the review log in it comes to; None without one."""
    findings: tuple[Finding, ...]
    """What could not be kept, or cannot be used."""


def default_path(now: dt.datetime) -> Path:
    """Where a backup goes that is not told where: `backups/` in the home, under the second that it is made in."""
    return locations.home() / "backups" / f"trainer-{now:%Y%m%d-%H%M%S}.zip"


def write_backup(path: Path, now: dt.datetime, tell: TellOf = untold_of, *, with_log: bool = True) -> Written:
    """Write all that there is to a new file, and read all of it again before the file has its name.

    Windows may go on studying. Raises NotSaved: there is such a file, or it cannot be written; LogRefused if the review
    log is not sound, unless it is left out; BackupRefused if what was written cannot be read.
    """
    if os.path.lexists(path):
        raise _is_there(path)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".backup-", suffix=".part", dir=path.parent) as scratch:
            written = _Writing(Path(scratch), now, tell).write(with_log=with_log)
            _put_in_place(written.path, path)
            return replace(written, path=path)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotSaved(
            f"could not be written: {reason}; there is no such backup.",
            where=one_line(str(path)),
            remedy="Free some space, or choose a folder that you may write to.",
        ) from error


class _Writing:
    """One backup under way in a folder that is gone in the end."""

    def __init__(self, scratch: Path, now: dt.datetime, tell: TellOf) -> None:
        self._scratch = scratch
        self._now = now
        self._tell = tell
        self._findings: list[Finding] = []

    def write(self, *, with_log: bool) -> Written:
        facts = copy_log(locations.reviews_file(), self._scratch / "log.db") if with_log and _has_log() else None
        known, marking = self._decks(is_sound=facts is not None)
        found, unkept = pieces(known)
        self._findings += unkept
        archive = self._scratch / "backup.zip"
        with archive.open("xb") as file:
            manifest = self._fill(file, [piece for piece in found if with_log or piece.name != LOG], facts, marking)
            file.flush()
            os.fsync(file.fileno())
        with open_backup(archive) as backup:
            backup.check(self._scratch, self._tell)
        return Written(archive, manifest, facts, tuple(self._findings))

    def _decks(self, *, is_sound: bool) -> tuple[list[Path], str]:
        """The decks that the log knows of, and the narrowest marking of all decks; a bad deck is kept as it is."""
        store = Store(locations.reviews_file() if is_sound else None)
        try:
            shelf = Shelf(store)
            known, markings = shelf.files(), []
            for path in dict.fromkeys([*locations.deck_files(), *(locations.home() / "decks").glob("*.toml"), *known]):
                if not path.is_file():
                    continue
                shelved = shelf.unchanged(path)
                try:
                    markings.append(shelved.cover.highest_marking if shelved else read_deck(path)[0].highest_marking)
                except DeckRefused as error:
                    self._findings.append(Finding(error.where, error.message, "It is kept as it is."))
            return known, highest(markings)
        finally:
            store.close()

    def _fill(self, file: BinaryIO, found: list[Piece], facts: Facts | None, marking: str) -> Manifest:
        """Every piece into the archive, and behind them what it holds."""
        members = []
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for done, piece in enumerate(found, 1):
                source = self._source(piece)
                if source is not None:
                    members.append(_add(archive, piece, source))
                self._tell("writing", done, len(found))
            manifest = Manifest(
                trainer=__version__,
                made_at=self._now.replace(microsecond=0),
                marking=marking,
                entries=facts.entries if facts else None,
                files=tuple(members),
            )
            archive.writestr(_info(NAME), manifest.model_dump_json(indent=1))
        return manifest

    def _source(self, piece: Piece) -> Path | bytes | None:
        """Where a piece can be read that nobody changes meanwhile; None if it cannot be kept, which is told."""
        if piece.name == LOG:
            return self._scratch / "log.db"
        try:
            if not piece.name.startswith("home/drills/"):
                return piece.path.read_bytes()
            copy = self._scratch / f"drill-{piece.path.name}"
            copy_database(piece.path, copy, _DRILL_WAIT_S)
        except FileNotFoundError:  # it has gone since it was found
            return None
        except apsw.BusyError:
            self._leave_out(piece, "is in use: the drill is running", "End it, then take another backup.")
            return None
        except (apsw.Error, OSError) as error:
            reason = one_line(getattr(error, "strerror", None) or str(error), 100).lower()
            self._leave_out(piece, f"cannot be read: {reason}", "Mend it or move it away, then take another backup.")
            return None
        return copy

    def _leave_out(self, piece: Piece, why: str, remedy: str) -> None:
        where = one_line(str(piece.path))
        self._findings.append(Finding(where, f"{why}; it is left out.", remedy, left_out=True))


def _has_log() -> bool:
    return locations.reviews_file().exists()


def _add(archive: zipfile.ZipFile, piece: Piece, source: Path | bytes) -> Member:
    """A piece in the archive, as it was while it was read."""
    digest, size = hashlib.sha256(), 0
    expected = len(source) if isinstance(source, bytes) else source.stat().st_size
    with archive.open(_info(piece.name), "w", force_zip64=expected >= _LARGE) as member:
        for chunk in [source] if isinstance(source, bytes) else _chunks(source):
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return Member(name=piece.name, size=size, sha256=digest.hexdigest(), place=one_line(piece.place))


def _info(name: str) -> zipfile.ZipInfo:
    """A member that only its owner may read; its time says nothing, so that the same files give the same bytes."""
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    return info


def _chunks(path: Path) -> Iterable[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _put_in_place(archive: Path, path: Path) -> None:
    """Give the archive its name, unless another file has got it meanwhile. Raises NotSaved and OSError."""
    archive.chmod(0o600)
    try:
        os.link(archive, path)
    except FileExistsError:
        raise _is_there(path) from None
    except OSError:  # no links on this disk
        if os.path.lexists(path):
            raise _is_there(path) from None
        archive.replace(path)
    keep_name(path.parent)


def _is_there(path: Path) -> NotSaved:
    where, remedy = one_line(str(path)), "Name another file, or move it away."
    return NotSaved("is there already; nothing was written.", where=where, remedy=remedy)
