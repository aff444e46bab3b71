"""A draft's log on the disk: lines are added, none is changed, and each is on the disk before anybody goes on."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from trainer import locations
from trainer.approval.entries import FORMAT, Began, Entry, format_entry, parse_entry
from trainer.approval.past import Past, past_of
from trainer.briefs.brief import Brief
from trainer.decks.files import keep_name
from trainer.errors import Finding, LogRefused, NotSaved
from trainer.text import one_line, slug


def log_path(deck: Path, brief_id: str) -> Path:
    """Where the decisions on a brief's cards for a deck are kept."""
    place = os.path.normcase(deck.absolute().resolve())
    digest = hashlib.sha256(f"{place}\x1f{brief_id}".encode("utf-8", "replace")).hexdigest()[:16]
    return locations.home() / "approvals" / f"{slug(deck.stem, 40)}-{digest}.jsonl"


class DraftLog:
    """One file of lines."""

    def __init__(self, deck: Path, brief: Brief) -> None:
        self.path = log_path(deck, brief.id)
        """Where the lines are; the file is made with the first of them."""
        self._about = str(deck.absolute()), brief.id, brief.sha256

    def past(self) -> tuple[Past, tuple[Finding, ...]]:
        """What the lines come to, and those that could not be read; a torn last line was never acknowledged.

        Raises LogRefused for a log that cannot be read, or of a newer version.
        """
        entries: list[Entry] = []
        findings = []
        for number, line in enumerate(self._lines(), 1):
            try:
                entries.append(self._known(parse_entry(line)))
            except ValueError:
                where = f"{self._where}, line {number}"
                findings.append(Finding(where, "is no decision; it is left out.", "Decide that card again."))
        return past_of(entries), tuple(findings)

    def add(self, entry: Entry) -> None:
        """Add a line and wait until the disk has it. Raises NotSaved; the log then stands as it was."""
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            is_new = not self.path.exists()
            with open(self.path, "a+b", buffering=0, opener=_for_its_owner) as file:
                whole = _cut_torn_line(file.fileno())
                try:
                    _write_all(file.fileno(), (b"" if whole else self._beginning(entry.at)) + format_entry(entry))
                    os.fsync(file.fileno())
                except OSError:
                    with suppress(OSError):
                        os.ftruncate(file.fileno(), whole)
                    raise
            if is_new:
                keep_name(self.path.parent)
        except OSError as error:
            raise NotSaved(
                f"could not be written: {_reason(error)}; the decision was not kept.",
                where=self._where,
                remedy="Free some space, or check the folder's permissions.",
            ) from error

    def _beginning(self, at_ms: int) -> bytes:
        deck, brief_id, sha256 = self._about
        return format_entry(Began(at=at_ms, deck=deck, brief=brief_id, sha256=sha256))

    @property
    def _where(self) -> str:
        return one_line(str(self.path))

    def _lines(self) -> list[bytes]:
        try:
            return self.path.read_bytes().split(b"\n")[:-1]
        except (FileNotFoundError, NotADirectoryError):
            return []
        except OSError as error:
            raise LogRefused(
                f"cannot be read: {_reason(error)}.", where=self._where, remedy="Mend it or remove it."
            ) from error

    def _known(self, entry: Entry) -> Entry:
        if isinstance(entry, Began) and entry.format > FORMAT:
            raise LogRefused(
                f"has format {entry.format}; this version reads up to {FORMAT}.",
                where=self._where,
                remedy="Use a newer version of trainer, or remove the file to decide anew.",
            )
        return entry


def _for_its_owner(path: str, flags: int) -> int:
    """Open a file that, if it is new, nobody else may read: a brief may be marked."""
    return os.open(path, flags, 0o600)


def _cut_torn_line(handle: int) -> int:
    """Cut what stands after the last line end, which an interrupted write left; the length of what is whole."""
    length = os.lseek(handle, 0, os.SEEK_END)
    os.lseek(handle, 0, os.SEEK_SET)
    content = b""
    while len(content) < length and (chunk := os.read(handle, length - len(content))):
        content += chunk
    whole = content.rfind(b"\n") + 1
    if whole < length:
        os.ftruncate(handle, whole)
    return whole


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
