"""Files written whole or not at all: an interrupt, a full disk or a power cut leaves the old one as it was."""

from __future__ import annotations

import codecs
import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from trainer.errors import NotSaved
from trainer.text import one_line


def write_text(path: Path, text: str) -> None:
    """Replace a file in one step: written beside it, flushed to the disk, then renamed. Raises NotSaved."""
    write_bytes(path, [text.encode()])


def rewrite_text(path: Path, text: str) -> None:
    """As `write_text`, for a file that is there: it keeps its byte order mark and its line ends. Raises NotSaved."""
    before = path.read_bytes()
    if b"\r\n" in before and before.count(b"\r\n") == before.count(b"\n"):
        text = text.replace("\n", "\r\n")
    write_bytes(path, [codecs.BOM_UTF8 if before.startswith(codecs.BOM_UTF8) else b"", text.encode()])


def write_bytes(path: Path, chunks: Iterable[bytes]) -> None:
    """As `write_text`, for bytes."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        temporary = Path(name)
        try:
            _fill(handle, chunks)
            temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            temporary.replace(path)
            keep_name(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotSaved(
            f"could not be written: {reason}; nothing was changed.",
            where=one_line(str(path)),
            remedy="Free some space, or choose a folder that you may write to.",
        ) from error


def _fill(handle: int, chunks: Iterable[bytes]) -> None:
    """Write the chunks and wait until the disk has them."""
    with os.fdopen(handle, "wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def keep_name(folder: Path) -> None:
    """Wait until the disk has a folder's new name for the file; Windows keeps it by itself and has no such call."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    current = os.umask(0o077)
    os.umask(current)
    return current
