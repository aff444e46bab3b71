"""The ids that Anki knows our decks and notes by: each follows from ours, so that an update meets what it updates.

They are frozen. Another namespace, alphabet or epoch would turn every receiver's update into a second copy.
"""

from __future__ import annotations

import string
import struct
from collections.abc import Iterable
from hashlib import sha256

_NAMESPACE = "trainer.anki"
_ALPHABET = string.digits + string.ascii_letters
_PAIRS = tuple(low + high for high in _ALPHABET for low in _ALPHABET)
_FIRST_BITS = struct.Struct(">Q24x")
"""64 bits of a SHA-256."""
_EPOCH_MS = 1_200_000_000_000
"""Anki reads a row's id as its time of making in milliseconds, and mends those in the future."""
_SPAN_BITS = 39
"""From the epoch to November 2025."""


def guid(*parts: str) -> str:
    """Eleven letters and digits that Anki matches a note by: the first 64 bits of a SHA-256, in base 62.

    Anki's own base 91 has `#`, which begins a comment in Anki's text format, and signs that begin a formula.

    >>> guid("mali-minusma", "k7q2m9fx", "question")
    'QbpgFiMe8Dj'
    """
    return _letters(_number(*parts))


def guids(deck: str, cards: Iterable[str], family: str) -> list[str]:
    """The guid of each card's note: `guid(deck, card, family)`."""
    before, after = f"{_NAMESPACE}\x1f{deck}\x1f", f"\x1f{family}"
    digests = b"".join([sha256(f"{before}{card}{after}".encode()).digest() for card in cards])
    return [_letters(number) for (number,) in _FIRST_BITS.iter_unpack(digests)]


def _letters(number: int) -> str:
    """A number of 64 bits in base 62, its lowest digit first."""
    rest, low = divmod(number, 62**5)  # a divisor of 30 bits is the quickest that Python has
    high, middle = divmod(rest, 62**3)
    pairs, letters = _PAIRS, _ALPHABET
    return (
        f"{pairs[low % 3844]}{pairs[low // 3844 % 3844]}{letters[low // 14_776_336]}"
        f"{pairs[middle % 3844]}{letters[middle // 3844]}{pairs[high % 3844]}{letters[high // 3844]}"
    )


def row_id(*parts: str) -> int:
    """A row's id in Anki's database, the same in every version of a deck; another row may have it by chance."""
    return _EPOCH_MS + (_number(*parts) >> (64 - _SPAN_BITS))


def _number(*parts: str) -> int:
    """64 bits of a SHA-256 over the parts in our namespace."""
    return int.from_bytes(sha256("\x1f".join([_NAMESPACE, *parts]).encode()).digest()[:8])
