"""From a path to its text: the only place of this room that touches the disk, and it refuses what it must."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from trainer.errors import BriefRefused
from trainer.text import clean, one_line

LARGEST = 4 * 1024 * 1024
"""Bytes of the largest brief."""

_SAVE_AS_TEXT = "Save it as plain text or Markdown and read that."
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB files are"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (DOC, XLS, PPT)"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_HTML = re.compile(rb"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_WIDE_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_PAGE_BREAK = re.compile("[\x0b\x0c]")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; raises BriefRefused for what is no file of at most LARGEST bytes that may be read."""
    where = one_line(str(path))
    try:
        status = path.stat()
        _refuse_kind(status.st_mode, where)
        _refuse_size(status.st_size, where)
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)  # a file may grow, and some under /proc have no size
    except FileNotFoundError:
        raise BriefRefused("there is no such file.", where=where, remedy="Check the path.") from None
    except PermissionError:
        remedy = "Ask for the right to read it, or copy it."
        raise BriefRefused("you may not read this file.", where=where, remedy=remedy) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        message = f"it cannot be read ({one_line(reason, 80).lower()})."
        raise BriefRefused(message, where=where, remedy="Check the path.") from None
    _refuse_size(len(content), where)
    return content


def _refuse_kind(mode: int, where: str) -> None:
    if stat.S_ISDIR(mode):
        raise BriefRefused("this is a folder.", where=where, remedy="Name the brief's file in it.")
    if not stat.S_ISREG(mode):
        remedy = "Save its text in a file and read that."
        raise BriefRefused("this is a device or a pipe and no file.", where=where, remedy=remedy)


def _refuse_size(size: int, where: str) -> None:
    if size > LARGEST:
        message = f"it is larger than {LARGEST // 1024**2} MiB, the most that a brief may have."
        raise BriefRefused(message, where=where, remedy="Save only the text to learn.")


def decode(content: bytes, name: str) -> str:
    r"""The text of a file's bytes: safe, with `\n` line ends and plain spaces.

    UTF-8 with or without byte order mark, and UTF-16 with one. Raises BriefRefused for anything else and
    for an empty text.
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise BriefRefused(f"this is {kind}, which is not read.", where=name, remedy=_SAVE_AS_TEXT)
    if _HTML.match(content[:1_000]):
        raise BriefRefused("this is HTML, which is not read.", where=name, remedy=_SAVE_AS_TEXT)
    text = _text(content, name)
    if not text.strip("\ufeff \t\r\n"):
        message = "the file holds only white space." if content else "the file is empty."
        raise BriefRefused(message, where=name, remedy="Put the brief's text in it.")
    if "\0" in text:
        place = content.find(b"\0")
        raise BriefRefused(f"this is no text: byte {place:,} is NUL.", where=name, remedy=_SAVE_AS_TEXT)
    return settle(text)


def _text(content: bytes, name: str) -> str:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        binary = not wide and b"\0" in content
        what = "no text" if binary else f"not {'UTF-16' if wide else 'UTF-8'}"
        start = problem.start + (3 if content.startswith(codecs.BOM_UTF8) else 0)
        message = f"this is {what}: the byte at offset {start:,} cannot be decoded."
        raise BriefRefused(message, where=name, remedy="Save it as UTF-8 text.") from None


def settle(text: str) -> str:
    """Text that is safe, with one kind of line end and of space; page breaks are line ends."""
    return _WIDE_SPACE.sub(" ", clean(_PAGE_BREAK.sub("\n", text)))
