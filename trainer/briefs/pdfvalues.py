"""Values of a PDF file's objects, which may be of any type in a damaged one, and matrices that place text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, then: Matrix) -> Matrix:
    """What two matrices do one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def matrix(operands: Sequence[Any]) -> Matrix:
    """The matrix of six numbers; the one that changes nothing for fewer."""
    if len(operands) < 6:
        return IDENTITY
    a, b, c, d, e, f = (number(operands, place) for place in range(6))
    return (a, b, c, d, e, f)


def number(operands: Sequence[Any], place: int) -> float:
    """The number at a place; 0 if there is none."""
    found = operands[place] if place < len(operands) else 0.0
    return float(found) if isinstance(found, (int, float)) else 0.0


def spelt(text: Any) -> str | None:
    """A text of the file, which may be in UTF-16; None if it is no text."""
    if isinstance(text, bytes):
        return text.decode("utf-16", "replace") if text.startswith(b"\xfe\xff") else text.decode("latin-1")
    return str(text) if isinstance(text, str) else None


def entry(holder: Any, key: Any) -> Any:
    """What stands in a dictionary of the file, with its reference resolved; None if it is none or has it not."""
    holder = holder.get_object() if hasattr(holder, "get_object") else holder
    found: Any = holder.get(key) if isinstance(holder, Mapping) else None
    return found.get_object() if hasattr(found, "get_object") else found
