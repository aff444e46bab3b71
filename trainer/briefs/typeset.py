"""What a PDF page shows and where: its operators carried out as far as they place text.

pypdf reads the file, its streams, fonts and their widths, with limits; its own text extraction guesses where words
end, because it hands on no widths, so the pieces of text are placed here.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from trainer.briefs.fonts import LETTERS, SETTINGS, Fonts, Style, decoded
from trainer.briefs.pdfvalues import IDENTITY, Matrix, entry, matrix, number, spelt, times
from trainer.briefs.sheet import Piece

if TYPE_CHECKING:
    from pypdf import PageObject

_WORD_GAP = 0.15
"""Of the size: a wider step to the right is a space, a narrower one kerning."""
_CELL_GAP = 1.6
_DEEPEST = 8
_MOST_SAVED = 500


@dataclass(frozen=True, slots=True)
class Shown:
    """The text of a page."""

    pieces: list[Piece]
    """In the order in which they are drawn."""
    margins: list[Piece]
    """What the file marks as no part of the page's content: heads, feet and page numbers."""


def show(page: PageObject, most: int, fonts: dict[int, Any]) -> Shown:
    """The text of a page, at most so many pieces of it; `fonts` keeps what is known of fonts from page to page.

    Raises what pypdf raises for a broken page.
    """
    pen = _Pen(most, fonts, page.pdf, matrix=_upright(page))
    pen.draw(page, page.get("/Resources"), 0)
    return Shown(pen.pieces, pen.margins)


def _upright(page: PageObject) -> Matrix:
    """The matrix that turns a page as its viewer does."""
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    turned: dict[int, Matrix] = {
        90: (0.0, -1.0, 1.0, 0.0, 0.0, width),
        180: (-1.0, 0.0, 0.0, -1.0, width, height),
        270: (0.0, 1.0, -1.0, 0.0, height, 0.0),
    }
    return turned.get(page.rotation % 360, IDENTITY)


@dataclass(slots=True)
class _Pen:
    """The state of a page that is being drawn."""

    most: int
    fonts: dict[int, Style]
    reader: Any
    matrix: Matrix
    pieces: list[Piece] = field(default_factory=list)
    margins: list[Piece] = field(default_factory=list)
    style: Style = field(default_factory=Style)
    text: Matrix = IDENTITY
    line: Matrix = IDENTITY
    saved: list[tuple[Matrix, Style]] = field(default_factory=list)
    marks: list[str | None] = field(default_factory=list)
    """For each marked content that is open, the text that stands for it, if it says so."""
    artifacts: int = 0
    """The number of the open marks under which what is drawn is no content; 0 if none."""

    def draw(self, holder: Any, resources: Any, depth: int) -> None:
        """Carry out the operators of a page or of a form."""
        fonts = Fonts(resources, self.fonts)
        operators: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform, b"BT": self._begin, b"Td": self._move,
            b"TD": self._move_leading, b"Tm": self._place, b"T*": self._next_line, b"Tj": self._show,
            b"TJ": self._show_spaced, b"'": self._show_below, b'"': self._show_set, b"BMC": self._mark,
            b"EMC": self._unmark,
        }  # fmt: skip
        for operands, operator in _operations(holder, self.reader):
            if operator in operators:
                operators[operator](operands)
            elif operator == b"Tf" and len(operands) > 1:
                self.style = fonts.set(self.style, operands[0], number(operands, 1))
            elif operator in SETTINGS and operands:
                self.style = SETTINGS[operator](self.style, number(operands, 0))
            elif operator == b"BDC":
                self._mark(operands, resources)
            elif operator == b"Do" and operands and depth < _DEEPEST:
                self._draw_form(operands[0], resources, depth)
            if len(self.pieces) + len(self.margins) > self.most:
                return

    def _draw_form(self, name: Any, resources: Any, depth: int) -> None:
        form = entry(entry(resources, "/XObject"), name)
        if entry(form, "/Subtype") != "/Form":
            return
        self._save(())
        matrix = entry(form, "/Matrix")
        self._transform(matrix if matrix is not None else IDENTITY)
        own = entry(form, "/Resources")
        self.draw(form, own if own is not None else resources, depth + 1)
        self._restore(())

    def _save(self, _: Sequence[Any]) -> None:
        if len(self.saved) < _MOST_SAVED:
            self.saved.append((self.matrix, self.style))

    def _restore(self, _: Sequence[Any]) -> None:
        if self.saved:
            self.matrix, self.style = self.saved.pop()

    def _transform(self, operands: Sequence[Any]) -> None:
        self.matrix = times(matrix(operands), self.matrix)

    def _begin(self, _: Sequence[Any]) -> None:
        self.text = self.line = IDENTITY

    def _move(self, operands: Sequence[Any]) -> None:
        self.line = times((1.0, 0.0, 0.0, 1.0, number(operands, 0), number(operands, 1)), self.line)
        self.text = self.line

    def _move_leading(self, operands: Sequence[Any]) -> None:
        self.style = replace(self.style, leading=-number(operands, 1))
        self._move(operands)

    def _place(self, operands: Sequence[Any]) -> None:
        self.text = self.line = matrix(operands)

    def _next_line(self, _: Sequence[Any]) -> None:
        self._move((0.0, -self.style.leading))

    def _show_below(self, operands: Sequence[Any]) -> None:
        self._next_line(())
        self._show(operands)

    def _show_set(self, operands: Sequence[Any]) -> None:
        self.style = replace(self.style, words=number(operands, 0), letters=number(operands, 1))
        self._show_below(operands[2:])

    def _show(self, operands: Sequence[Any]) -> None:
        self._show_spaced((operands[:1],))

    def _show_spaced(self, operands: Sequence[Any]) -> None:
        """Show strings with steps between them as one piece, or several where a step is as wide as a column's gap."""
        items = operands[0] if operands and isinstance(operands[0], (list, tuple)) else ()
        style, start, words = self.style, self.text, ""
        for item in items:
            if isinstance(item, (int, float)):
                step = -item / 1000 * style.size * style.stretch
                if step > _CELL_GAP * style.size:
                    self._put(words, start)
                    words = ""
                elif step > _WORD_GAP * style.size and words and not words.endswith(" "):
                    words += " "
                self._advance(step)
                start = start if words else self.text
            elif style.font and isinstance(item, bytes):
                text, width, spaces = decoded(style.font, item)
                words += text
                step = width * style.unit * style.size + style.letters * len(text) + style.words * spaces
                self._advance(step * style.stretch)
        self._put(words, start)

    def _advance(self, step: float) -> None:
        a, b, c, d, e, f = self.text
        self.text = (a, b, c, d, e + step * a, f + step * b)

    def _put(self, words: str, start: Matrix) -> None:
        """Keep a piece that begins at a text matrix and ends at the present one, if it runs from left to right."""
        instead = next((mark for mark in self.marks if mark is not None), None)
        if instead is not None:
            words = instead
            self.marks = [mark if mark is None else "" for mark in self.marks]
        if not words:
            return
        a, b, c, d, x, y = times((1.0, 0.0, 0.0, 1.0, 0.0, self.style.rise), times(start, self.matrix))
        end = times(self.text, self.matrix)[4]
        height = abs(self.style.size) * math.hypot(c, d)
        if a <= abs(b) or not height or not math.isfinite(height + x + y + end):
            return
        piece = Piece(x, y, height, max(0.0, end - x), words.translate(LETTERS), self.style.bold)
        (self.margins if self.artifacts else self.pieces).append(piece)

    def _mark(self, operands: Sequence[Any], resources: Any = None) -> None:
        """Begin marked content, which may be no part of the page's content, or stand for another text."""
        properties = operands[1] if len(operands) > 1 else None
        if isinstance(properties, str):
            properties = entry(entry(resources, "/Properties"), properties)
        instead = entry(properties, "/ActualText")
        self.marks.append(spelt(instead))
        if operands and operands[0] == "/Artifact" and not self.artifacts:
            self.artifacts = len(self.marks)

    def _unmark(self, _: Sequence[Any]) -> None:
        if self.marks:
            if self.artifacts == len(self.marks):
                self.artifacts = 0
            self.marks.pop()


def _operations(holder: Any, reader: Any) -> Iterator[tuple[Sequence[Any], bytes]]:
    """The operators of a page or a form, each with its operands."""
    from pypdf import PageObject
    from pypdf.generic import ContentStream

    content = entry(holder, "/Contents") if isinstance(holder, PageObject) else holder
    if content is not None:
        operations = ContentStream(content, reader, "bytes").operations
        yield from ((operands, operator) for operands, operator in operations if isinstance(operands, list))
