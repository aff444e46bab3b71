"""From bytes to text: what is no text is refused, and what is becomes safe."""

from __future__ import annotations

import codecs
import contextlib
import re

from trainer.briefs.pages import join_pages
from trainer.errors import BriefRefused, Finding
from trainer.text import clean

_SAVE_AS_TEXT = "Save it as plain text or Markdown and read that."
_NAMED = (
    (b"%PDF", "a PDF", "Let its name end in .pdf."),
    (b"PK\x03\x04", "a ZIP archive, as DOCX, ODT and EPUB files are", "If it is a DOCX, let its name end in .docx."),
)
_MAGIC = (
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
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_OLD = "It is not UTF-8 and was read as Windows-1252, an older encoding."
_ASCII = bytes(range(128))
_MOST_ACCENTS = 0.1
_LONE_ACCENT = re.compile(rb"(?<![A-Za-z\x8a-\xff])[\xc0-\xff](?![A-Za-z\x8a-\xff])|[\xc2-\xf4][\x80-\xbf]{2}")
"""A letter alone, or what UTF-8 writes a sign of three bytes as: damaged UTF-8 is no older encoding."""
_CONTROLS = "".join(chr(code) for code in (*range(1, 9), *range(14, 32), 127))
_MOST_CONTROLS = 1_000


def decode(content: bytes, name: str) -> tuple[str, tuple[Finding, ...]]:
    """The text of a file's bytes: UTF-8 with or without byte order mark, UTF-16 with one, or Windows-1252.

    The last is an assumption, which a finding names. Raises BriefRefused for any other encoding or format, and for
    a file without text.
    """
    for magic, kind, remedy in _NAMED:
        if content.startswith(magic):
            raise BriefRefused(f"this is {kind}, and no text.", where=name, remedy=remedy)
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            raise BriefRefused(f"this is {kind}, which is not read.", where=name, remedy=_SAVE_AS_TEXT)
    if _HTML.match(content[:1_000]):
        raise BriefRefused("this is HTML, and no plain text.", where=name, remedy="Let its name end in .html.")
    old = _windows_text(content)
    text = _text(content, name) if old is None else old
    if not text.strip():
        message = "the file holds only white space." if text else "the file is empty."
        raise BriefRefused(message, where=name, remedy="Put the brief's text in it.")
    return text, () if old is None else (Finding(name, _OLD, "Check its accents and quotes, or save it as UTF-8."),)


def _windows_text(content: bytes) -> str | None:
    """The text of bytes that are no UTF-8 but look like Windows-1252; None for others.

    Its letters with accents stand beside other letters, and most bytes are ASCII.
    """
    if content.isascii() or content.startswith((codecs.BOM_UTF8, *_WIDE_MARKS)) or b"\0" in content:
        return None
    if len(content.translate(None, _ASCII)) > _MOST_ACCENTS * len(content) or _LONE_ACCENT.search(content):
        return None
    try:
        content.decode()
    except UnicodeDecodeError:
        with contextlib.suppress(UnicodeDecodeError):
            return content.decode("cp1252")
    return None


def _text(content: bytes, name: str) -> str:
    wide = content.startswith(_WIDE_MARKS)
    encoding = "utf-16" if wide else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as problem:
        binary = not wide and b"\0" in content
        what = "no text" if binary else f"not {'UTF-16' if wide else 'UTF-8'}"
        start = problem.start + (3 if content.startswith(codecs.BOM_UTF8) else 0)
        message = f"this is {what}: the byte at offset {start:,} cannot be decoded."
        raise BriefRefused(message, where=name, remedy="Save it as UTF-8 text.") from None


def settle(text: str, name: str) -> str:
    """Text that is safe, with one kind of line end; page breaks are line ends.

    Raises BriefRefused for a text of control characters, which is none.
    """
    if "\0" in text:
        raise BriefRefused("this is no text: it has NUL characters.", where=name, remedy=_SAVE_AS_TEXT)
    controls = sum(text.count(control) for control in _CONTROLS)
    if controls > _MOST_CONTROLS:
        message = f"this is no text: it has {controls:,} control characters."
        raise BriefRefused(message, where=name, remedy=_SAVE_AS_TEXT)
    return clean(join_pages(text).replace("\x0b", "\n"))
