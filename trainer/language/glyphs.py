"""Text as the parser and the tables like it, each character in its place."""

from __future__ import annotations

import unicodedata
from functools import cache

_PLAIN = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "−": "-",
                        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\u00ad": "-"})  # fmt: skip
_LATIN_END = 0x250
_BARRED = {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "ħ": "h"}


def plain(text: str) -> str:
    r"""The same number of characters with straight quotes, plain dashes and plain spaces: offsets stay true.

    >>> plain("Mali’s “exit” – now")
    'Mali\\'s "exit" - now'
    """
    return text.translate(_PLAIN)


def unaccented(text: str) -> str:
    """The same number of characters, Latin letters without their marks: offsets stay true.

    >>> unaccented("Türkiye, São Paulo, Łódź")
    'Turkiye, Sao Paulo, Lodz'
    """
    return text if text.isascii() else text.translate(_bare_letters())


@cache
def _bare_letters() -> dict[int, str]:
    """Each marked Latin letter and its base; ligatures, which are two letters, stay."""
    letters = [*range(0xC0, _LATIN_END), *range(0x1E00, 0x1F00)]
    bases = {code: unicodedata.normalize("NFD", chr(code))[0] for code in letters}
    return bases | {ord(letter): base for letter, base in _BARRED.items()}
