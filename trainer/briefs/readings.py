"""Several briefs, one after the other: files, folders and standard input; a bad one stops no other."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from trainer.briefs.brief import Brief
from trainer.briefs.intake import list_folder
from trainer.briefs.read import read_brief, read_stream_brief
from trainer.errors import BriefRefused, Finding, Unforeseen, unforeseen
from trainer.fence import Cancelled
from trainer.text import one_line
from trainer.watched import IsGivenUp, never

STANDARD_INPUT = Path("-")

Progress = Callable[[int, int, str], None]
"""How many are done, of how many, and the name of the one that is begun; the name is empty at the end."""


class Reading(NamedTuple):
    """What became of one path."""

    path: Path
    outcome: Brief | BriefRefused | Unforeseen
    findings: tuple[Finding, ...] = ()


def _silent(done: int, total: int, name: str) -> None:
    """For callers that show no progress."""


def read_briefs(
    paths: Sequence[Path],
    *,
    on_progress: Progress = _silent,
    cancelled: IsGivenUp = never,
    stdin: BinaryIO | None = None,
    today: dt.date | None = None,
    date: dt.date | None = None,
) -> Iterator[Reading]:
    """The briefs of files, of folders (not those of folders in them) and of `-`, by name, `-` last.

    The order in which they are named changes nothing, so that it changes no deck. Each is read when it is asked for;
    a file that is named twice is read once. `cancelled` is asked before each file and, from another thread, while a
    child process reads one: then the iteration ends, and the one begun is not given. `date` is the day of each brief,
    whatever it says itself. Raises nothing that a file can cause: a refusal is an outcome, and so is a fault of ours.
    """
    listed, notes, refused = _listed(paths)
    yield from refused
    seen: dict[str, Path] = {}
    for done, path in enumerate(listed):
        if cancelled():
            return
        on_progress(done, len(listed), one_line(str(path)))
        try:
            reading = _read(path, cancelled, stdin, today, date)
        except Cancelled:
            return
        yield _with_twin(reading._replace(findings=(*notes.pop(path, ()), *reading.findings)), seen)
    on_progress(len(listed), len(listed), "")


def _listed(paths: Sequence[Path]) -> tuple[list[Path], dict[Path, tuple[Finding, ...]], list[Reading]]:
    """The files to read by name, each once; what was noticed of a folder, by its first file; the folders refused."""
    files: dict[Path, None] = {}
    notes: dict[Path, tuple[Finding, ...]] = {}
    refused: list[Reading] = []
    for path in paths:
        if path == STANDARD_INPUT or not path.is_dir():
            files[path] = None
            continue
        try:
            known, findings = list_folder(path)
        except BriefRefused as problem:
            refused.append(Reading(path, problem))
        else:
            files |= dict.fromkeys(known)
            notes[known[0]] = findings
    return sorted(files, key=_by_name), notes, refused


def _by_name(path: Path) -> tuple[bool, str, str]:
    return path == STANDARD_INPUT, path.name, str(path)


def _read(
    path: Path, cancelled: IsGivenUp, stdin: BinaryIO | None, today: dt.date | None, date: dt.date | None
) -> Reading:
    try:
        if path == STANDARD_INPUT:
            return Reading(path, *read_stream_brief(stdin or sys.stdin.buffer, today=today, date=date))
        return Reading(path, *read_brief(path, today=today, date=date, cancelled=cancelled))
    except Cancelled:
        raise
    except BriefRefused as problem:
        return Reading(path, problem)
    except Exception as error:  # noqa: BLE001 - whatever one file brings up stops no other
        return Reading(path, unforeseen(error, one_line(str(path))))


def _with_twin(reading: Reading, seen: dict[str, Path]) -> Reading:
    """A reading with a finding if another brief has the same id: a deck would take them for one."""
    brief = reading.outcome
    if not isinstance(brief, Brief):
        return reading
    twin = seen.setdefault(brief.id, reading.path)
    if twin == reading.path:
        return reading
    message = f"Its id '{brief.id}' is also that of {one_line(str(twin))}."
    remedy = "Give it an id of its own in its front matter, or another file name."
    return reading._replace(findings=(*reading.findings, Finding(brief.file, message, remedy)))
