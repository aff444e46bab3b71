"""The reader of texts behind the fence: Anki's own, tables with and without a header row, study sheets."""

from __future__ import annotations

from typing import BinaryIO

from trainer.anki.inbox import Inbox
from trainer.anki.rows import read_rows
from trainer.anki.sheet_in import read_sheet, reads_like_brief
from trainer.errors import ImportRefused
from trainer.watched import Tell, untold

_MOST_BYTES = 32 * 2**20
_WHAT = {".md": "a study sheet", ".csv": "a table"}


def fenced(
    stream: BinaryIO, title: str, _: str = "", ending: str = ".txt", name: str = "FILE", *, tell: Tell = untold
) -> str:
    """The text's cards as one JSON object. Raises ImportRefused: not UTF-8, too large, a brief.

    `tell` hears how many lines are read.
    """
    content = stream.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        raise ImportRefused(f"is larger than {_MOST_BYTES // 2**20} MiB.", remedy="Split it into several files.")
    text = _decoded(content)
    inbox = Inbox(_WHAT.get(ending, "a text of columns"))
    if ending == ".md":
        if reads_like_brief(text):
            message = "looks like a brief: it is prose, and nothing in it is marked as a card."
            raise ImportRefused(message, remedy=f"To make cards of it, run `trainer build {name}`.")
        read_sheet(text, title, inbox)
    else:
        read_rows(text, title, ending, inbox, tell)
    return inbox.told(pictures={})


def _decoded(content: bytes) -> str:
    """The text: UTF-8, or UTF-16 with its mark, as spreadsheets save it."""
    encoding = "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise ImportRefused(f"is not UTF-8 text (byte {error.start}).", remedy="Save it as UTF-8.") from None
