"""Words as pieces of a fixed vocabulary, the likeliest long ones first: WordPiece (Schuster and Nakajima, 2012)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
OPENING = "[CLS]"
CLOSING = "[SEP]"
MOST = 12
"""Pieces of one word; the rest of a longer one is left out."""

INITIAL, MIXED, DIGITS, WITH_DIGITS, NO_LETTERS, NO_WORD = 3, 4, 5, 6, 7, 8
_LOWER, _TITLE, _UPPER = 0, 1, 2


class WordPieces:
    """The vocabulary, and what each word that was met is made of."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._met: dict[str, tuple[int, ...]] = {}
        self.opening, self.closing = self._numbers[OPENING], self._numbers[CLOSING]

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of a word, one at least."""
        if word not in self._met:
            found = [number for part in _parts(word) for number in self._cut(part)]
            self._met[word] = tuple(found[:MOST]) or (self._numbers[UNKNOWN],)
        return self._met[word]

    def _cut(self, part: str) -> list[int]:
        numbers, start = [], 0
        while start < len(part):
            head = "##" if start else ""
            ends = range(len(part), start, -1)
            end = next((end for end in ends if head + part[start:end] in self._numbers), None)
            if end is None:
                return [self._numbers[UNKNOWN]]
            numbers.append(self._numbers[head + part[start:end]])
            start = end
        return numbers


@lru_cache(maxsize=20_000)
def shape(word: str) -> int:
    """How a word is written, which its pieces, all in small letters, do not tell: 0 to 7."""
    if any(c.isdigit() for c in word):
        return DIGITS if word.isdigit() else WITH_DIGITS
    letters = sum(c.isalpha() for c in word)
    if not letters:
        return NO_LETTERS
    if word.islower():
        return _LOWER
    if word.isupper():
        return _UPPER if letters > 1 else INITIAL
    return _TITLE if word[0].isupper() and word[1:].islower() else MIXED


def _parts(word: str) -> Iterator[str]:
    """The runs of letters and figures of a word without case and accents, and each mark on its own."""
    run = ""
    for c in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.category(c) == "Mn":
            continue
        if _is_mark(c) or c.isspace():
            yield from filter(None, (run, c.strip()))
            run = ""
        else:
            run += c
    if run:
        yield run


def _is_mark(c: str) -> bool:
    """Whether a character is punctuation; of ASCII everything is that is neither a letter nor a figure."""
    return unicodedata.category(c)[0] == "P" or ("!" <= c <= "~" and not c.isalnum())
