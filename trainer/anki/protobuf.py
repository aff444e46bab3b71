"""Protocol Buffers, as much as Anki's packages need: a message as its fields, numbered.

Source: https://protobuf.dev/programming-guides/encoding.
"""

from __future__ import annotations

from collections.abc import Iterator

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_WIDTHS = {_FIXED64: 8, _FIXED32: 4}
_MOST_BITS = 64


def fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    r"""Each field's number and value, in order. Raises ValueError for what is no message.

    >>> list(fields(b"\x08\x03\x12\x02hi"))
    [(1, 3), (2, b'hi')]
    """
    at = 0
    while at < len(message):
        key, at = _varint(message, at)
        kind = key & 7
        if kind == _VARINT:
            value, at = _varint(message, at)
            yield key >> 3, value
            continue
        size = _WIDTHS.get(kind)
        if kind == _BYTES:
            size, at = _varint(message, at)
        if size is None or at + size > len(message):
            raise ValueError("a damaged message")
        yield key >> 3, message[at : at + size]
        at += size


def text(message: bytes, number: int) -> str:
    """The last field of this number as text; empty if there is none."""
    found = [value for key, value in fields(message) if key == number and isinstance(value, bytes)]
    return found[-1].decode("utf-8", "replace") if found else ""


def number(message: bytes, wanted: int) -> int:
    """The last field of this number as a whole number; 0 if there is none."""
    found = [value for key, value in fields(message) if key == wanted and isinstance(value, int)]
    return found[-1] if found else 0


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while shift < _MOST_BITS:
        if at >= len(message):
            break
        value |= (message[at] & 0x7F) << shift
        at += 1
        if message[at - 1] < 0x80:
            return value, at
        shift += 7
    raise ValueError("a damaged number")
