"""Word documents: the paragraphs, headings and list items of a DOCX file's body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from trainer.briefs.block import RAISED, Block, Heading, Part
from trainer.briefs.brief import Form
from trainer.briefs.document import MOST_PARTS, Document, count_left_out
from trainer.briefs.front import Front
from trainer.briefs.marks import unmarked
from trainer.briefs.notices import find_marking
from trainer.briefs.package import Package
from trainer.briefs.styles import Styles, read_properties, read_styles
from trainer.errors import BriefRefused

_BODY = "word/document.xml"
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_SKIPPED = frozenset(
    ("del", "moveFrom", "delText", "instrText", "Fallback", "pict", "footnote", "endnote", "rt", "annotation",
     "txbxContent", "pPrChange", "rPrChange", "sectPr", "tblGrid")
)  # fmt: skip
_COUNTED = {"txbxContent": "text box", "footnoteReference": "footnote", "endnoteReference": "footnote"}
_MARKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_LONG_CELL = 200
"""Characters of a paragraph in a cell that holds text and no datum."""
_OFF = frozenset({"0", "false", "off", "none"})


def parse(content: bytes) -> Document:
    """The body of a DOCX file, and its properties where the text says nothing of title and date.

    Tables of data, text boxes, notes, comments, headers, footers and deleted text are left out; a marking in a header
    or a footer holds. Raises BriefRefused for what is no DOCX file or passes its limits.
    """
    package = Package(content)
    if _BODY not in package.names:
        raise BriefRefused(
            "this is a ZIP archive without a Word document in it.", remedy="Save it as DOCX from a word processor."
        )
    body = _Body(read_styles(package))
    package.walk(_BODY, body.start, body.end, body.take)
    parts = (*_markings(package), *body.parts)
    if not body.parts:
        raise BriefRefused("the document holds no paragraphs of text.", remedy="Put the brief's text in it.")
    return Document(parts, Front(title=body.title), read_properties(package), count_left_out(body.left_out))


def _markings(package: Package) -> Iterator[Part]:
    """The markings of headers and footers: they hold for every page."""
    found: dict[str, None] = {}
    for name in sorted(filter(_MARGIN.fullmatch, package.names)):
        margin = _Body(Styles())
        package.walk(name, margin.start, margin.end, margin.take)
        lines = [line for part in margin.parts if isinstance(part, Block) for line in part.lines]
        found |= dict.fromkeys(line for line in lines if find_marking(line))
    yield from (Block(Form.PARAGRAPH, (line,), 1) for line in found)


@dataclass(slots=True)
class _Table:
    """Where a table begins."""

    parts: int
    """How many parts there were before it."""
    left_out: int
    """How many things were left out before it."""
    number: int
    """Of its first paragraph."""
    cells: int = 0

    def is_data(self, parts: Sequence[Part]) -> bool:
        """Whether a table that ends holds data; one that only lays out a page has a long paragraph, or one cell."""
        blocks = [part for part in parts[self.parts :] if isinstance(part, Block)]
        return self.cells > 1 and all(sum(map(len, block.lines)) < _LONG_CELL for block in blocks)


@dataclass(slots=True)
class _Body:
    """The body as far as it has been read, element after element."""

    styles: Styles
    parts: list[Part] = field(default_factory=list)
    left_out: list[tuple[str, int]] = field(default_factory=list)
    title: str = ""
    number: int = 0
    """Of the paragraph, from 1, over the paragraphs outside tables and boxes."""
    text: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str | None = None
    outlined: bool = False
    skipped: int = 0
    """How many elements are open since the one that is left out."""
    tables: int = 0
    """How many tables are open."""
    table: _Table = field(default_factory=lambda: _Table(0, 0, 0))
    """The outermost one that is open, or the last."""
    in_text: bool = False
    in_properties: bool = False
    hidden: bool = False
    raised: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        value = attributes.get("val", "")
        if self.skipped:
            self.skipped += 1
            return
        if tag in _COUNTED:
            self.left_out.append((_COUNTED[tag], self.number + 1 - bool(self.text)))
        if tag in _SKIPPED:
            self.skipped = 1
            return
        if self.in_properties:
            self._note_property(tag, value)
        elif tag in _MARKS:
            self.text += [] if self.hidden else [_MARKS[tag]]
        else:
            self._open(tag, value)

    def _open(self, tag: str, value: str) -> None:
        match tag:
            case "p":
                self.number += 1
                self.text, self.style, self.list_id, self.outlined = [], "", None, False
            case "pPr":
                self.in_properties = True
            case "r":
                self.hidden = self.raised = False
            case "vanish":
                self.hidden = value not in _OFF
            case "vertAlign":
                self.raised = value == "superscript"
            case "tbl":
                self._open_table()
            case "tc" if self.tables == 1:
                self.table.cells += 1
            case "t":
                self.in_text = True

    def _note_property(self, tag: str, value: str) -> None:
        """What stands in the properties of the paragraph that is open."""
        match tag:
            case "pStyle":
                self.style = value
            case "numId":
                self.list_id = value
            case "outlineLvl":
                self.outlined = value != "9"

    def end(self, tag: str) -> None:
        """End an element."""
        if self.skipped:
            self.skipped -= 1
            return
        match tag:
            case "t":
                self.in_text = False
            case "pPr":
                self.in_properties = False
            case "p":
                self._keep()
            case "tbl":
                self._close_table()

    def _open_table(self) -> None:
        self.tables += 1
        if self.tables == 1:
            self.table = _Table(len(self.parts), len(self.left_out), self.number + 1)

    def _close_table(self) -> None:
        """End a table: of one that holds data nothing is kept."""
        self.tables -= 1
        if self.tables == 0 and self.table.is_data(self.parts):
            del self.parts[self.table.parts :]
            self.left_out[self.table.left_out :] = [("table", self.table.number)]

    def take(self, words: str) -> None:
        """Text between tags: what a reader sees stands in `t` alone."""
        if self.in_text and not self.skipped and not self.hidden:
            self.text.append(words.translate(RAISED) if self.raised and words.isdecimal() else words)

    def _keep(self) -> None:
        lines = tuple(line for line in map(str.strip, "".join(self.text).split("\n")) if line)
        self.text = []
        if not lines or self.styles.is_skipped(self.style):
            return
        if len(self.parts) >= MOST_PARTS:
            message = f"it has more than {MOST_PARTS:,} paragraphs, the most that a brief may have."
            raise BriefRefused(message, remedy="Split it into several files.")
        if self.styles.is_title(self.style) and not self.title:
            self.title = " ".join(lines)
        if self.outlined or self.styles.is_title(self.style) or self.styles.is_heading(self.style):
            self.parts.append(Heading(" ".join(lines), self.number))
            return
        form = self.styles.form(self.style, self.list_id)
        if form is None:
            form, first = unmarked(lines[0])
            lines = (first, *lines[1:])
        self.parts.append(Block(form, lines, self.number))
