"""The fonts of a PDF: the letters that the bytes of its strings stand for, and how wide they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from trainer.briefs.pdfvalues import entry, number

if TYPE_CHECKING:
    from pypdf.generic._font import Font

_BOLD = ("bold", "black", "heavy", "demi", "cmbx", "sfbx", "ecbx")
LETTERS = str.maketrans(
    {0x0B: "ff", 0x0C: "fi", 0x0D: "fl", 0x0E: "ffi", 0x0F: "ffl", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«",
     0x14: "»", 0x15: "–", 0x16: "—", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl", 0x7F: "•",
     0x88: "•", 0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xF0B7: "•", 0xF0A7: "▪",
     0xF0D8: "➢", 0xF0FC: "✓", 0xF076: "❖", 0xF0A8: "▪", 0xF02D: "–"}
)  # fmt: skip
"""Codes that typesetting fonts give to ligatures, quotes and bullets where the file does not say which they are."""


@dataclass(frozen=True, slots=True)
class Style:
    """How text is set."""

    font: Font | None = None
    bold: bool = False
    unit: float = 0.001
    """Of the font's widths, as a share of the size."""
    size: float = 12.0
    letters: float = 0.0
    """Space between letters."""
    words: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


SETTINGS: dict[bytes, Callable[[Style, float], Style]] = {
    b"Tc": lambda style, value: replace(style, letters=value),
    b"Tw": lambda style, value: replace(style, words=value),
    b"Tz": lambda style, value: replace(style, stretch=value / 100),
    b"TL": lambda style, value: replace(style, leading=value),
    b"Ts": lambda style, value: replace(style, rise=value),
}


class Fonts:
    """The fonts of a page by name, each read when it is first used."""

    def __init__(self, resources: Any, known: dict[int, Style]) -> None:
        self._resources = entry(resources, "/Font")
        self._known = known

    def set(self, style: Style, name: Any, size: float) -> Style:
        """A style with another font, and no font if the page has none of this name."""
        resource = entry(self._resources, name)
        known = self._known.get(id(resource)) or self._known.setdefault(id(resource), _read_font(resource))
        return replace(style, font=known.font, bold=known.bold, unit=known.unit, size=size)


def _read_font(resource: Any) -> Style:
    """The style of a font; the widths of a font that is drawn, of Type 3, have a scale of its own."""
    from pypdf.generic._font import Font

    if not isinstance(resource, Mapping):
        return Style()
    font = Font.from_font_resource(resource)  # type: ignore[arg-type]
    matrix = entry(resource, "/FontMatrix") if font.sub_type == "Type3" else None
    unit = abs(number(matrix, 0)) if isinstance(matrix, (list, tuple)) else 0.001
    return Style(font, any(word in font.name.lower() for word in _BOLD), unit)


def decoded(font: Font, raw: bytes) -> tuple[str, float, int]:
    """The text of a string in a font, its width in the font's units, and how many spaces it has."""
    if isinstance(font.encoding, str):
        codes = raw.decode(font.encoding, "replace")
        letters = codes
    else:
        codes = raw.decode("latin-1")
        letters = "".join(font.encoding.get(byte, chr(byte)) for byte in raw)
    text = "".join(str(font.character_map.get(letter, letter)) for letter in letters)
    spaces = codes.count(font.space_char)
    width = sum(font.space_width if code == font.space_char else font.get_text_width(code) for code in codes)
    return text, width, spaces
