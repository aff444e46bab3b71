"""What else is in the home: settings, approvals, drills, backups, rights, and what was left lying about.

Each gives what is wrong and what is good to know.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from trainer import locations
from trainer.approval.entries import FORMAT, Began, parse_entry
from trainer.backups.read import open_backup
from trainer.backups.restore import SCRATCH
from trainer.drill.log import read_drill_log
from trainer.errors import BackupRefused, Finding, LogRefused, NotSaved, SettingsRefused
from trainer.reviews.review import DAY_MS
from trainer.schedule import Moment
from trainer.settings import read_settings
from trainer.text import counted, one_line

_OLD_DAYS = 30
"""After which a backup is old."""
_Told = tuple[list[Finding], list[Finding]]


def settings() -> _Told:
    """Settings that cannot be used."""
    try:
        read_settings(locations.settings_file())
    except SettingsRefused as error:
        return [Finding(error.where, error.message, error.remedy)], []
    return [], []


def rights() -> _Told:
    """What others on this machine may do."""
    if os.name == "nt":
        return [], []
    found = []
    home, log = locations.home(), locations.reviews_file()
    if home.exists() and home.stat().st_mode & 0o022:
        found.append(Finding(_where(home), "others may write in it.", f"Take that away: chmod go-w {_where(home)}"))
    if log.exists() and log.stat().st_mode & 0o077:
        found.append(Finding(_where(log), "others may read it.", f"Take that away: chmod 600 {_where(log)}"))
    return found, []


def leftovers() -> _Told:
    """What interrupted work has left."""
    home = locations.home()
    faults = [
        Finding(_where(path), "a restore was interrupted.", "Restore once more, and it is brought to its end.")
        for path in sorted(home.glob(f"{SCRATCH}*"))
    ]
    half = {path for folder in (home, home / "backups", *locations.deck_folders()) for path in folder.glob(".*.part")}
    notes = [
        Finding(_where(path), "is what an interrupted program had half written.", "Remove it.") for path in sorted(half)
    ]
    notes += [
        Finding(_where(path), "holds what was damaged.", "Remove it once nothing of it is wanted any more.")
        for path in sorted(home.glob("damaged-*"))
    ]
    return faults, notes


def approvals() -> _Told:
    """Lines of approvals that say nothing; what was not written to its end was never acknowledged."""
    found = []
    for path in sorted((locations.home() / "approvals").glob("*.jsonl")):
        try:
            lines = path.read_bytes().split(b"\n")[:-1]
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            found.append(Finding(_where(path), f"cannot be read: {reason}.", "Mend it or remove it."))
            continue
        for number, line in enumerate(lines, 1):
            try:
                entry = parse_entry(line)
            except ValueError:
                where = f"{_where(path)}, line {number}"
                found.append(Finding(where, "is no decision; it is left out.", "Decide that card again."))
                continue
            if isinstance(entry, Began) and entry.format > FORMAT:
                message = f"has format {entry.format}; this version reads up to {FORMAT}."
                found.append(Finding(_where(path), message, "Update trainer."))
    return found, []


def drills() -> _Told:
    """Logs of drills that cannot be read, and those of drills that are running."""
    faults, notes = [], []
    for path in sorted((locations.home() / "drills").glob("*.db")):
        try:
            read_drill_log(path)
        except LogRefused as error:
            faults.append(Finding(error.where, error.message, error.remedy))
        except NotSaved as error:
            notes.append(Finding(error.where, error.message, "It is looked at once it has ended."))
    return faults, notes


def backups(now: Moment) -> tuple[list[Path], list[Finding], list[Finding]]:
    """The backups in the home, the newest first; whether that one is whole, and whether it is old."""
    folder = locations.home() / "backups"
    found = sorted(folder.glob("*.zip"), key=lambda path: (path.stat().st_mtime, path.name), reverse=True)
    if not found:
        notes = [Finding(_where(folder), "there is no backup.", "`trainer backup` writes one.")]
        return [], [], notes if locations.reviews_file().exists() else []
    newest = found[0]
    try:
        with open_backup(newest) as backup, tempfile.TemporaryDirectory() as scratch:
            backup.check(Path(scratch))
            days = int(now.ms - backup.manifest.made_at.timestamp() * 1000) // DAY_MS
    except BackupRefused as error:
        return found, [Finding(error.where, error.message, error.remedy)], []
    if days > _OLD_DAYS:
        message = f"the newest backup is {counted(days, 'day')} old."
        return found, [], [Finding(_where(newest), message, "`trainer backup` writes another.")]
    return found, [], []


def _where(path: Path) -> str:
    return one_line(str(path))
