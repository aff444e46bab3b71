"""From a path to its bytes, and from a folder to its files: the only place of this room that touches the disk."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from trainer.briefs.formats import FORMATS, TEXT_BYTES
from trainer.errors import BriefRefused, Finding
from trainer.text import one_line

_MOST_NAMED = 5
_OTHERS = "Save what should be learned as text, Markdown, HTML, DOCX or PDF."


def read_bytes(path: Path, largest: int = TEXT_BYTES) -> bytes:
    """The bytes of a file; raises BriefRefused for what is no file of at most `largest` bytes that may be read."""
    where = one_line(str(path))
    with _refusing(where):
        status = path.stat()
        _refuse_kind(status.st_mode, where)
        _refuse_size(status.st_size, largest, where)
        with path.open("rb") as file:
            content = file.read(largest + 1)  # a file may grow, and some under /proc have no size
    _refuse_size(len(content), largest, where)
    return content


def read_stream(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream; raises BriefRefused for more than a text may have, or if it cannot be read."""
    with _refusing(name):
        content = stream.read(TEXT_BYTES + 1)
    _refuse_size(len(content), TEXT_BYTES, name)
    return content


def list_folder(folder: Path) -> tuple[tuple[Path, ...], tuple[Finding, ...]]:
    """The files of a folder that have the ending of a known format, by name, and a finding that names the others.

    What begins with a dot or with the `~$` of an open Office file is passed over. Raises BriefRefused if there is
    nothing to read in it.
    """
    where = one_line(str(folder))
    with _refusing(where):
        entries = [entry for entry in folder.iterdir() if not entry.name.startswith((".", "~$"))]
        entries.sort(key=lambda entry: entry.name)
        known = tuple(entry for entry in entries if entry.suffix.lower() in FORMATS and entry.is_file())
    others = [one_line(entry.name, 60) for entry in entries if entry not in known]
    if not known:
        raise BriefRefused("this folder holds no brief.", where=where, remedy=_OTHERS)
    return known, tuple(_name_others(others, where))


def _name_others(names: Sequence[str], where: str) -> Iterator[Finding]:
    if names:
        shown = ", ".join(names[:_MOST_NAMED])
        more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
        yield Finding(where, f"Not read: {shown}{more}.", _OTHERS, left_out=True)


@contextmanager
def _refusing(where: str) -> Iterator[None]:
    """What the system says of a path, as a refusal."""
    try:
        yield
    except FileNotFoundError:
        raise BriefRefused("there is no such file.", where=where, remedy="Check the path.") from None
    except PermissionError:
        remedy = "Ask for the right to read it, or copy it."
        raise BriefRefused("you may not read this file.", where=where, remedy=remedy) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        message = f"it cannot be read ({one_line(reason, 80).lower()})."
        raise BriefRefused(message, where=where, remedy="Check the path.") from None


def _refuse_kind(mode: int, where: str) -> None:
    if stat.S_ISDIR(mode):
        raise BriefRefused("this is a folder.", where=where, remedy="Name the brief's file in it.")
    if not stat.S_ISREG(mode):
        remedy = "Save its text in a file and read that."
        raise BriefRefused("this is a device or a pipe and no file.", where=where, remedy=remedy)


def _refuse_size(size: int, largest: int, where: str) -> None:
    if size > largest:
        message = f"it is larger than {largest // 1024**2} MiB, the most that a brief may have."
        raise BriefRefused(message, where=where, remedy="Save only the text to learn.")
