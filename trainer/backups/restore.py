"""A backup put back: first looked through, then what is there is kept in a backup of its own, then file by file.

The review log comes first, in one transaction; each other file takes its place in one step. Wherever that is
interrupted, everything is as it was or as in the backup, what was replaced is kept, and doing it once more ends it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from trainer import locations
from trainer.backups.manifest import LOG, Manifest, Member
from trainer.backups.read import Backup, open_backup, refuse_without_room
from trainer.backups.write import Written, write_backup
from trainer.decks.files import keep_name
from trainer.errors import Finding, NotSaved
from trainer.reviews.copies import have_same_rows, is_sound, look_at_log, only_in, put_back, refuse_if_open
from trainer.reviews.soundness import Facts
from trainer.text import one_line
from trainer.watched import TellOf, untold_of

SCRATCH = ".restore-"
"""How the folder begins in which a restore unpacks; one that is still there tells of one that was interrupted."""


@dataclass(frozen=True, slots=True)
class Change:
    """A file that a backup puts somewhere."""

    unpacked: Path
    target: Path
    replaces: bool
    """Whether another file is there."""
    is_database: bool


@dataclass(frozen=True, slots=True)
class LogThere:
    """The review log that is there."""

    facts: Facts | None
    """What it comes to; None if it is not sound."""
    fault: str
    """What is wrong with it first, if anything is."""
    only_here: int
    """How many of its entries the backup has not."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What putting a backup back would do."""

    manifest: Manifest
    facts: Facts | None
    """What the review log in it comes to; None without one."""
    log: LogThere | None
    """The one that is there; None without one."""
    changes: tuple[Change, ...]
    same: int
    """Files that are as in the backup."""
    findings: tuple[Finding, ...]
    """What is left as it is, although the backup has it."""

    @property
    def replaces(self) -> bool:
        """Whether anything that is there would give way."""
        return any(change.replaces for change in self.changes)


@contextmanager
def prepared(path: Path, tell: TellOf = untold_of) -> Iterator[Plan]:
    """What putting a backup back would do, all of it unpacked and found whole; nothing is changed by that.

    Raises BackupRefused; LogRefused if the log that is there is another program's or of a newer trainer; NotSaved if a
    window has it open, or if there is no room.
    """
    home = locations.home()
    with open_backup(path) as backup:
        try:
            home.mkdir(mode=0o700, parents=True, exist_ok=True)
            refuse_without_room(backup, home)
            scratch = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=home))
        except OSError as error:
            raise _not_restored(error, home) from error
        try:
            try:
                plan = _Planning(backup, home, scratch).plan(tell)
            except OSError as error:
                raise _not_restored(error, home) from error
            yield plan
        finally:
            shutil.rmtree(scratch, ignore_errors=True)


def carry_out(plan: Plan, now: dt.datetime, tell: TellOf = untold_of) -> Path | None:
    """Put the backup back; where what it replaced is kept, None if nothing gave way. Raises NotSaved and LogRefused."""
    home = locations.home()
    kept = home / "backups" / f"before-restore-{now:%Y%m%d-%H%M%S}.zip" if plan.replaces else None
    damaged = home / f"damaged-{now:%Y%m%d-%H%M%S}"
    try:
        if kept:
            with_log = plan.log is None or not plan.log.fault
            _refuse_unkept(plan, write_backup(kept, now, tell, with_log=with_log))
        for done, change in enumerate(plan.changes, 1):
            if change.is_database:
                _put_database(change, plan, damaged)
            else:
                _put_file(change)
            tell("restoring", done, len(plan.changes))
    except OSError as error:
        raise _not_restored(error, home) from error
    _forget_interrupted(home)
    return kept


class _Planning:
    """A backup, looked through."""

    def __init__(self, backup: Backup, home: Path, scratch: Path) -> None:
        self._backup = backup
        self._home = home
        self._scratch = scratch
        self._changes: list[Change] = []
        self._findings: list[Finding] = []
        self._facts: Facts | None = None
        self._log: LogThere | None = None
        self._same = 0

    def plan(self, tell: TellOf) -> Plan:
        members = sorted(self._backup.manifest.files, key=lambda member: (member.name != LOG, member.name))
        taken = {member.name.casefold() for member in members if member.name.startswith("home/")}
        for done, member in enumerate(members, 1):
            unpacked = self._scratch / str(done)
            self._backup.unpack(member, unpacked)
            if member.name == LOG:
                self._take_log(unpacked)
            else:
                self._take(member, unpacked, taken)
            tell("reading the backup", done, len(members))
        changes, findings = tuple(self._changes), tuple(self._findings)
        return Plan(self._backup.manifest, self._facts, self._log, changes, self._same, findings)

    def _take_log(self, unpacked: Path) -> None:
        self._facts = self._backup.log_in(unpacked)
        path = locations.reviews_file()
        self._log = _log_there(path, unpacked)
        if self._log and self._log.facts == self._facts and not self._log.only_here:
            self._same += 1
        else:
            self._changes.append(Change(unpacked, path, replaces=self._log is not None, is_database=True))

    def _take(self, member: Member, unpacked: Path, taken: set[str]) -> None:
        target = self._target(member, taken)
        if target is None:
            return
        if member.is_database and not is_sound(unpacked):
            self._findings.append(
                Finding(one_line(member.name), "is damaged in the backup; it is left out.", "", left_out=True)
            )
        elif _is_same(target, member) or (member.is_database and _is_kept(target, unpacked)):
            self._same += 1
        else:
            is_there = os.path.lexists(target)
            self._changes.append(Change(unpacked, target, replaces=is_there, is_database=member.is_database))

    def _target(self, member: Member, taken: set[str]) -> Path | None:
        """Where a member goes; None if there is still something where it was elsewhere.

        What is gone from elsewhere goes to the home's decks: a backup is not believed where on a disk it may write.
        """
        if member.name.startswith("home/"):
            return self._home.joinpath(*member.name.split("/")[1:])
        if member.place and os.path.lexists(member.place):
            if _is_same(Path(member.place), member):
                self._same += 1
            else:
                message = f"is another than in the backup and left as it is; the backup has it as {member.name}."
                self._findings.append(Finding(one_line(member.place), message))
            return None
        _, number, *parts = member.name.split("/")
        wish = "/".join(["home/decks", *parts])
        if wish.casefold() in taken:
            stem, dot, ending = wish.rpartition(".")
            wish = f"{stem}-{number}{dot}{ending}"
        taken.add(wish.casefold())
        return self._home.joinpath(*wish.split("/")[1:])


def _log_there(path: Path, unpacked: Path) -> LogThere | None:
    """The log that would give way. Raises LogRefused if it is not ours to replace, and NotSaved."""
    if not path.exists() or not path.stat().st_size:
        return None
    facts, faults = look_at_log(path)
    if facts is None:
        return LogThere(None, faults[0], 0)
    refuse_if_open(path)
    return LogThere(facts, "", only_in(path, unpacked))


def _is_same(path: Path, member: Member) -> bool:
    """Whether a file holds what a member does."""
    try:
        if not path.is_file() or path.stat().st_size != member.size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == member.sha256
    except (OSError, ValueError):
        return False


def _is_kept(path: Path, copy: Path) -> bool:
    """Whether a drill's log holds what a copy of it does."""
    return path.is_file() and have_same_rows(path, copy, "event")


def _refuse_unkept(plan: Plan, written: Written) -> None:
    """Raise NotSaved if a file that would give way could not be kept; one that is damaged is moved away instead."""
    home, names = locations.home(), {member.name for member in written.manifest.files}
    for change in plan.changes:
        name = f"home/{change.target.relative_to(home).as_posix()}"
        if change.replaces and name not in names and not _is_damaged(change, plan):
            where = one_line(str(change.target))
            why = next((f"it {found.message}" for found in written.findings if found.where == where), "")
            message = f"would give way, and it cannot be kept: {why} Nothing was changed."
            raise NotSaved(message, where=where, remedy="Mend it or move it away first.")


def _is_damaged(change: Change, plan: Plan) -> bool:
    """Whether what is there is a database that is not sound."""
    if not (change.is_database and change.replaces):
        return False
    is_log = change.target == locations.reviews_file()
    return bool(plan.log and plan.log.fault) if is_log else not is_sound(change.target)


def _put_database(change: Change, plan: Plan, damaged: Path) -> None:
    """Put a database in its place; one that is damaged is moved away first, with what lies beside it."""
    if _is_damaged(change, plan):
        damaged.mkdir(mode=0o700, exist_ok=True)
        for beside in ("-wal", "-shm", ""):
            file = change.target.with_name(change.target.name + beside)
            if file.exists():
                file.replace(damaged / file.name)
        keep_name(damaged)
    is_log = change.target == locations.reviews_file()
    put_back(change.unpacked, change.target, plan.log.facts if is_log and plan.log else None)


def _put_file(change: Change) -> None:
    """Put a file in its place in one step, with the rights of the one that was there."""
    target = change.target
    target.parent.mkdir(parents=True, exist_ok=True)
    with suppress(OSError):
        change.unpacked.chmod(target.stat().st_mode & 0o777)
    change.unpacked.replace(target)
    keep_name(target.parent)


def _forget_interrupted(home: Path) -> None:
    """Remove what restores unpacked that were interrupted: this one has ended what they began."""
    for scratch in home.glob(f"{SCRATCH}*"):
        shutil.rmtree(scratch, ignore_errors=True)


def _not_restored(error: OSError, home: Path) -> NotSaved:
    reason = (error.strerror or str(error)).lower()
    return NotSaved(
        f"could not be restored: {reason}; what was replaced is kept in its folder backups.",
        where=one_line(str(home)),
        remedy="Mend that, and restore once more.",
    )
