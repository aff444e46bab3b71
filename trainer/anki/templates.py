"""The two sides of other programs' cards: their templates filled in, as plain text.

A template is laid out once for each set of fields that are filled: conditions decided, HTML read. What is left is
text with places for fields, so that a hundred thousand cards cost little.

Source: the Anki manual, Card Templates.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from trainer.anki.plain import plain

_TAG = re.compile(r"\{\{\{?([^{}]{1,500})\}?\}\}")
_ANSWER = re.compile(r"<hr\s[^<>]{0,200}\bid\s*=\s*[\"']?answer[\"']?[^<>]{0,200}>", re.IGNORECASE)
_PLACE = re.compile("\ue000(\\d+)\ue001")
_RESERVED = re.compile("[\ue000\ue001]")
_FRONT = "FrontSide"
_LONGEST = 200_000  # characters of a template
_DEEPEST = 50
_DOUBTFUL = frozenset("<& \t\n\r\f\v")
_EMPTY = re.compile(r"(?:<br[^>]{0,20}>|</?div>|\s|&nbsp;)*")


class Place(NamedTuple):
    """Where a field stands in a layout."""

    field: int
    """Its place in the note type."""
    is_cloze: bool
    """Whether its deletions are to be made."""


Layout = tuple[str | Place, ...]
Texts = Callable[[Place], str]
"""Gives the text of a field."""


@dataclass(slots=True)
class Template:
    """One card of a note type."""

    front: str
    back: str
    fields: Sequence[str]
    """The note type's."""
    _layouts: dict[tuple[int, int], tuple[Layout, Layout]] = field(default_factory=dict)

    def sides(self, filled: int, cloze: int, texts: Texts) -> tuple[str, str]:
        """Question and answer; the bits of `filled` say which fields are not empty, `cloze` which deletion is asked."""
        key = (filled, cloze)
        if key not in self._layouts:
            self._layouts[key] = self._laid_out(filled, cloze)
        front, back = self._layouts[key]
        return _filled(front, texts), _filled(back, texts)

    def pair(self) -> tuple[int, int] | None:
        """The two fields that are all there is of the front and of the back; None for any other template."""
        if "{{#" in self.front + self.back or "{{^" in self.front + self.back:
            return None
        front, back = self._laid_out((1 << len(self.fields)) - 1, 0)
        if len(front) != 1 or len(back) != 1 or isinstance(front[0], str) or isinstance(back[0], str):
            return None
        return front[0].field, back[0].field

    def places(self, filled: int, cloze: int) -> tuple[set[int], set[int]]:
        """The fields that stand on the front, and those on the back."""
        front, back = self._layouts.get((filled, cloze)) or self._laid_out(filled, cloze)
        return _fields(front), _fields(back)

    def _laid_out(self, filled: int, cloze: int) -> tuple[Layout, Layout]:
        front = self._chosen(self.front, filled, cloze, is_back=False)
        back = self._chosen(self.back, filled, cloze, is_back=True)
        answer = _ANSWER.split(back, maxsplit=1)
        back = answer[1] if len(answer) > 1 else _without(back, front)
        return _layout(front), _layout(back)

    def _chosen(self, template: str, filled: int, cloze: int, *, is_back: bool) -> str:
        """The HTML that is left when the conditions are decided, with marks where fields stand."""
        out: list[str] = []
        open_: list[tuple[str, bool]] = []
        at = 0
        template = _RESERVED.sub("", template[:_LONGEST])
        for match in _TAG.finditer(template):
            shown = all(holds for _, holds in open_)
            if shown:
                out.append(template[at : match.start()])
            at = match.end()
            name = match[1].strip()
            if name[:1] in {"#", "^"} and len(open_) < _DEEPEST:
                holds = self._holds(name[1:].strip(), filled, cloze) is (name[0] == "#")
                open_.append((name[1:].strip(), holds))
            elif name[:1] == "/":
                if open_:
                    open_.pop()
            elif shown:
                out.append(self._mark(name, is_back=is_back))
        return "".join([*out, template[at:] if all(holds for _, holds in open_) else ""])

    def _holds(self, name: str, filled: int, cloze: int) -> bool:
        if name in self.fields:
            return bool(filled >> self.fields.index(name) & 1)
        return name == f"c{cloze}"

    def _mark(self, tag: str, *, is_back: bool) -> str:
        """What stands for a field until its text is known; empty for what is no field, or is asked to be typed."""
        *filters, name = (part.strip() for part in tag.split(":"))
        if name == _FRONT:
            return ""
        if name not in self.fields or ("type" in filters and not is_back) or any(f.startswith("tts") for f in filters):
            return ""
        return f"\ue000{self.fields.index(name) * 2 + ('cloze' in filters)}\ue001"


def is_filled(value: str) -> bool:
    """Whether a field has anything to show, as Anki sees it."""
    if not value or value[0] not in _DOUBTFUL:
        return bool(value)
    return _EMPTY.fullmatch(value) is None


def _layout(marked: str) -> Layout:
    """The text of the HTML, and its places."""
    pieces = _PLACE.split(plain(marked))
    return tuple(
        Place(int(piece) // 2, bool(int(piece) % 2)) if number % 2 else piece
        for number, piece in enumerate(pieces)
        if piece
    )


def _filled(layout: Layout, texts: Texts) -> str:
    if len(layout) == 1 and type(layout[0]) is Place:
        return texts(layout[0])
    pieces = (piece if isinstance(piece, str) else texts(piece) for piece in layout)
    return re.sub(r"\n{3,}", "\n\n", "".join(pieces)).strip()


def _fields(layout: Layout) -> set[int]:
    return {piece.field for piece in layout if isinstance(piece, Place)}


def _without(back: str, front: str) -> str:
    """A back that says the front again, without it."""
    return back.removeprefix(front) if front.strip() else back
