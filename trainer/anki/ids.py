"""The ids that Anki knows our decks and notes by: each follows from ours, so that an update meets what it updates.

They are frozen. Another namespace, alphabet or epoch would turn every receiver's update into a second copy.
"""

from __future__ import annotations

import hashlib
import string

_NAMESPACE = "trainer.anki"
_ALPHABET = string.digits + string.ascii_letters
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
    number = _number(*parts)
    letters = []
    for _ in range(11):
        number, rest = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[rest])
    return "".join(letters)


def row_id(*parts: str) -> int:
    """A row's id in Anki's database, the same in every version of a deck; another row may have it by chance."""
    return _EPOCH_MS + (_number(*parts) >> (64 - _SPAN_BITS))


def _number(*parts: str) -> int:
    """64 bits of a SHA-256 over the parts in our namespace."""
    return int.from_bytes(hashlib.sha256("\x1f".join([_NAMESPACE, *parts]).encode()).digest()[:8])
