"""Which formats are read: a file's ending decides."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from trainer.errors import BriefRefused
from trainer.text import one_line

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """How files of one ending are read."""

    module: str
    """The file of this room that reads them."""
    largest: int
    """Bytes of the largest file."""
    unit: str = "line"
    """What a place in such a file is counted in."""
    fenced: bool = True
    """Whether a process of its own reads them."""


TEXT_BYTES = 4 * _MEBIBYTE
_PLAIN = Format("plain", TEXT_BYTES, fenced=False)
_MARKDOWN = Format("markdown", TEXT_BYTES, fenced=False)
_PAGE = Format("webpage", 8 * _MEBIBYTE)
FORMATS: dict[str, Format] = {
    "": _PLAIN,
    ".txt": _PLAIN,
    ".text": _PLAIN,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _PAGE,
    ".htm": _PAGE,
    ".xhtml": _PAGE,
    ".docx": Format("docx", 50 * _MEBIBYTE, "paragraph"),
    ".pdf": Format("pdf", 50 * _MEBIBYTE, "page"),
}


def format_of(name: str) -> Format:
    """The format of a file of this name; raises BriefRefused if its ending is not known."""
    ending = PurePath(name).suffix.lower()
    if ending not in FORMATS:
        known = ", ".join(sorted(filter(None, FORMATS)))
        message = f"files ending in {one_line(ending, 20)} are not read."
        raise BriefRefused(message, where=name, remedy=f"Save it as one of {known}.")
    return FORMATS[ending]
