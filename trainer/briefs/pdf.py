"""PDF files: the text of their pages, put back into paragraphs."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from trainer.briefs.block import HYPHENATED, Block, Part, unbreak, words_of
from trainer.briefs.brief import Form
from trainer.briefs.dates import parse_date
from trainer.briefs.document import Document, count_left_out
from trainer.briefs.front import Front
from trainer.briefs.margins import find_markings, take_margins
from trainer.briefs.paragraphs import build
from trainer.briefs.sheet import lay_pages
from trainer.briefs.typeset import Shown, show
from trainer.errors import BriefRefused
from trainer.text import one_line

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 500
_MOST_PIECES = 400_000
_DAMAGE = (RecursionError, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What pypdf stumbles over in a damaged file, beside its own errors."""
_PRINT = "Open it in a viewer and print it to a PDF again."
_UNLOCK = "Open it, and save or print it to a PDF without a password."


def parse(content: bytes) -> Document:
    """The paragraphs of a PDF's pages; its properties hold where the text gives no title.

    Raises BriefRefused for what is no PDF, is locked, has too many pages or no text.
    """
    reader = _opened(content)
    pages, damaged = _pages(reader)
    kept, markings = take_margins(lay_pages([page.pieces for page in pages]))
    edges = [line.text for page in lay_pages([page.margins for page in pages]) for line in page]
    found = build(kept)
    if not found.parts:
        raise BriefRefused(
            f"its {len(pages)} pages hold no text, as scanned pages do."
            if len(pages) != 1
            else "its page holds no text, as a scanned page does.",
            remedy="Have the text recognised (OCR) and save that.",
        )
    all_markings = dict.fromkeys((*markings, *(text for edge in edges for text in find_markings(edge))))
    marked = [Block(Form.PARAGRAPH, (text,), 1) for text in all_markings]
    front = Front(title=found.title)
    return Document(
        (*marked, *_unbroken(found.parts)), front, _properties(reader), count_left_out((*damaged, *found.left_out))
    )


def _unbroken(parts: Sequence[Part]) -> Iterator[Part]:
    """The parts with broken words whole again: typesetters hyphenate, so a hyphen at the end of a line says little."""
    words = words_of(part for part in parts if isinstance(part, Block)) | {HYPHENATED}
    for part in parts:
        yield Block(part.form, unbreak(part.lines, words), part.line) if isinstance(part, Block) else part


def _opened(content: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader
    from pypdf.errors import DependencyError, PyPdfError

    if b"%PDF" not in content[:1024]:
        raise BriefRefused("this is no PDF file.", remedy="Check the file, or give it the ending of what it is.")
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
            raise BriefRefused("it is locked with a password.", remedy=_UNLOCK)
        count = len(reader.pages)
    except (DependencyError, NotImplementedError):
        raise BriefRefused("it is encrypted.", remedy=_UNLOCK) from None
    except (PyPdfError, *_DAMAGE) as problem:
        message = f"it is damaged ({one_line(str(problem), 80)})."
        raise BriefRefused(message, remedy=_PRINT) from None
    if count > MOST_PAGES:
        message = f"it has {count:,} pages, and a brief may have {MOST_PAGES:,}."
        raise BriefRefused(message, remedy="Save only the pages to learn.")
    return reader


def _pages(reader: PdfReader) -> tuple[list[Shown], list[tuple[str, int]]]:
    """The text of each page, and the pages that cannot be read.

    Raises BriefRefused for more text than a brief has, or if no page can be read.
    """
    pages: list[Shown] = []
    damaged: list[tuple[str, int]] = []
    fonts: dict[int, Any] = {}
    total, problem = 0, ""
    for number in range(len(reader.pages)):
        try:
            pages.append(show(reader.pages[number], _MOST_PIECES - total, fonts))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - a damaged page raises whatever its parser stumbles over
            pages.append(Shown([], []))
            damaged.append(("damaged page", number + 1))
            problem = problem or one_line(str(error), 80)
        total += len(pages[-1].pieces) + len(pages[-1].margins)
        if total > _MOST_PIECES:
            raise BriefRefused("it has more text than a brief may have.", remedy="Save only the pages to learn.")
    if len(damaged) == len(pages):
        raise BriefRefused(f"none of its pages can be read ({problem}).", remedy=_PRINT)
    return pages, damaged


def _properties(reader: PdfReader) -> Front:
    """Title and day of the document's information; what cannot be read is empty."""
    try:
        info: Mapping[str, Any] = reader.metadata or {}
        title, created = str(info.get("/Title") or ""), str(info.get("/CreationDate") or "")
    except Exception:  # noqa: BLE001 (a broken property is no reason to refuse the text)
        return Front()
    digits = created.removeprefix("D:")
    return Front(title=one_line(title, 300), date=parse_date(f"{digits[:4]}-{digits[4:6]}-{digits[6:8]}"))
