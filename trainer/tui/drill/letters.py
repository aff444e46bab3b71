"""Large letters for running text: up to five dots wide and nine high, four dots to a character of the terminal.

Letters keep their own width and their small forms, so a sentence reads as one. A line of them is five rows high, the
last one four if nothing hangs down from it.
"""

from __future__ import annotations

import functools
import unicodedata

_TALL = {
    "A": "01110 10001 10001 11111 10001 10001 10001", "B": "11110 10001 10001 11110 10001 10001 11110",
    "C": "01110 10001 10000 10000 10000 10001 01110", "D": "11110 10001 10001 10001 10001 10001 11110",
    "E": "11111 10000 10000 11110 10000 10000 11111", "F": "11111 10000 10000 11110 10000 10000 10000",
    "G": "01110 10001 10000 10111 10001 10001 01110", "H": "10001 10001 10001 11111 10001 10001 10001",
    "I": "111 010 010 010 010 010 111", "J": "00111 00010 00010 00010 00010 10010 01100",
    "K": "10001 10010 10100 11000 10100 10010 10001", "L": "10000 10000 10000 10000 10000 10000 11111",
    "M": "10001 11011 10101 10101 10001 10001 10001", "N": "10001 11001 11001 10101 10011 10011 10001",
    "O": "01110 10001 10001 10001 10001 10001 01110", "P": "11110 10001 10001 11110 10000 10000 10000",
    "Q": "01110 10001 10001 10001 10101 10010 01101", "R": "11110 10001 10001 11110 10100 10010 10001",
    "S": "01111 10000 10000 01110 00001 00001 11110", "T": "11111 00100 00100 00100 00100 00100 00100",
    "U": "10001 10001 10001 10001 10001 10001 01110", "V": "10001 10001 10001 10001 10001 01010 00100",
    "W": "10001 10001 10001 10101 10101 11011 10001", "X": "10001 10001 01010 00100 01010 10001 10001",
    "Y": "10001 10001 01010 00100 00100 00100 00100", "Z": "11111 00001 00010 00100 01000 10000 11111",
    "0": "01110 10001 10011 10101 11001 10001 01110", "1": "010 110 010 010 010 010 111",
    "2": "01110 10001 00001 00110 01000 10000 11111", "3": "11110 00001 00001 01110 00001 00001 11110",
    "4": "00010 00110 01010 10010 11111 00010 00010", "5": "11111 10000 11110 00001 00001 10001 01110",
    "6": "01110 10000 10000 11110 10001 10001 01110", "7": "11111 00001 00010 00100 01000 01000 01000",
    "8": "01110 10001 10001 01110 10001 10001 01110", "9": "01110 10001 10001 01111 00001 00001 01110",
    "b": "10000 10000 10110 11001 10001 10001 11110", "d": "00001 00001 01101 10011 10001 10001 01111",
    "f": "0011 0100 0100 1110 0100 0100 0100", "h": "10000 10000 10110 11001 10001 10001 10001",
    "i": "1 0 1 1 1 1 1", "j": "001 000 001 001 001 001 001 101 010", "k": "1000 1000 1001 1010 1100 1010 1001",
    "l": "10 10 10 10 10 10 01", "t": "0100 0100 1110 0100 0100 0100 0011", " ": "000",
    ".": "0 0 0 0 0 0 1", ",": "00 00 00 00 00 00 01 01 10", ":": "0 0 0 1 0 0 1",
    ";": "00 00 00 01 00 00 01 01 10", "?": "01110 10001 00001 00110 00100 00000 00100", "!": "1 1 1 1 1 0 1",
    "'": "1 1", '"': "101 101", "-": "000 000 000 111", "–": "00000 00000 00000 11111",
    "(": "01 10 10 10 10 10 01", ")": "10 01 01 01 01 01 10", "[": "11 10 10 10 10 10 11",
    "]": "11 01 01 01 01 01 11", "/": "00001 00001 00010 00100 01000 10000 10000",
    "%": "11001 11001 00010 00100 01000 10011 10011", "&": "01100 10010 10100 01000 10101 10010 01101",
    "+": "00000 00100 00100 11111 00100 00100", "_": "00000 00000 00000 00000 00000 00000 00000 11111",
    "$": "00100 01111 10100 01110 00101 11110 00100", "€": "00111 01000 11110 01000 11110 01000 00111",
}  # fmt: skip
_LOW = {
    "a": "01110 00001 01111 10001 01111", "c": "01110 10001 10000 10001 01110", "e": "01110 10001 11111 10000 01110",
    "g": "01111 10001 10001 10001 01111 00001 01110", "m": "11010 10101 10101 10101 10101",
    "n": "10110 11001 10001 10001 10001", "o": "01110 10001 10001 10001 01110",
    "p": "11110 10001 10001 10001 11110 10000 10000", "q": "01111 10001 10001 10001 01111 00001 00001",
    "r": "1011 1100 1000 1000 1000", "s": "01111 10000 01110 00001 11110", "u": "10001 10001 10001 10011 01101",
    "v": "10001 10001 10001 01010 00100", "w": "10001 10101 10101 10101 01010", "x": "10001 01010 00100 01010 10001",
    "y": "10001 10001 10001 10001 01111 00001 01110", "z": "11111 00010 00100 01000 11111",
}  # fmt: skip
_ACCENTS = {"\u0301": "00010 00100", "\u0300": "01000 00100", "\u0302": "00100 01010", "\u0308": "01010",
            "\u0303": "01001 10110", "\u030c": "01010 00100"}  # fmt: skip
"""Of small letters that leave room for one above them; others go without."""
_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "—": "–", "\u00a0": " ", "…": "..."})
_HIGH = 10
"""Dots from one line to the next."""
_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""By which of the dots are set: upper left 1, upper right 2, lower left 4, lower right 8."""


@functools.lru_cache(maxsize=64)  # a screen asks for the same few, several times a second
def enlarged(text: str, columns: int) -> tuple[str, ...]:
    """The text in large letters, as rows of no more than so many columns; empty where it cannot be drawn so.

    >>> for row in enlarged("Go", 80):
    ...     print(row)
    ▞▀▖
    ▌▄▖▞▀▖
    ▌ ▌▌ ▌
    ▝▀ ▝▀
    """
    words = [_word(word) for word in unicodedata.normalize("NFD", text.translate(_ALIKE)).split()]
    if not words or any(word is None or len(word[0]) > 2 * columns for word in words):
        return ()
    lines = _filled([word for word in words if word], 2 * columns)
    rows = tuple(row for line in lines for row in _quadrants(line))
    return rows if rows[-1] else rows[:-1]


def _word(word: str) -> list[str] | None:
    """A word as rows of dots; None with a character that has none."""
    drawn: list[list[str]] = []
    for character in word:
        if character in _ACCENTS and drawn:
            drawn[-1] = _accented(drawn[-1], _ACCENTS[character])
        elif not unicodedata.combining(character):
            if character not in _TALL and character not in _LOW:
                return None
            drawn.append(_letter(character))
    return ["0".join(rows) for rows in zip(*drawn, strict=True)] if drawn else None


def _letter(character: str) -> list[str]:
    rows = _TALL[character].split(" ") if character in _TALL else ["", "", *_LOW[character].split(" ")]
    width = len(rows[-1])
    return [row or "0" * width for row in [*rows, *[""] * (_HIGH - len(rows))]]


def _accented(letter: list[str], accent: str) -> list[str]:
    """A small letter with its accent; what stands high or narrow keeps its own shape."""
    above = accent.split(" ")
    if len(letter[0]) != len(above[0]) or "1" in letter[0] + letter[1]:
        return letter
    return [*above, *letter[len(above) :]]


def _filled(words: list[list[str]], dots: int) -> list[list[str]]:
    """Lines of as many words as fit."""
    filled = [words[0]]
    for word in words[1:]:
        longer = [before + "00000" + after for before, after in zip(filled[-1], word, strict=True)]
        if len(longer[0]) <= dots:
            filled[-1] = longer
        else:
            filled.append(word)
    return filled


def _quadrants(rows: list[str]) -> list[str]:
    """Two rows and two columns of dots to a character."""
    even = [row + "0" * (len(row) % 2) for row in rows]
    return ["".join(_quadrant(upper, lower, at) for at in range(0, len(upper), 2)).rstrip()
            for upper, lower in zip(even[::2], even[1::2], strict=True)]  # fmt: skip


def _quadrant(upper: str, lower: str, at: int) -> str:
    dots = upper[at : at + 2] + lower[at : at + 2]
    return _QUADRANTS[sum(1 << place for place, dot in enumerate(dots) if dot == "1")]
