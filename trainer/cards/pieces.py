"""Two texts side by side: what they share, what is missing, what is too much."""

from __future__ import annotations

import re

from trainer.cards.grade import Mark, Piece, Pieces
from trainer.values.slips import slips_in_word
from trainer.values.wording import words_of

MOST_TOKENS = 400
"""Longer texts are lit as a whole."""

_TOKEN = re.compile(r"\s+|[\w.,'’]*\w|[^\w\s]")


def side_by_side(key: str, given: str) -> tuple[Pieces, Pieces]:
    """The pieces of the key and of what was typed.

    >>> [[f"{piece.mark}:{piece.text}" for piece in pieces] for pieces in side_by_side("at least 168", "186")]
    [['missing:at least 168'], ['extra:186']]
    """
    tokens, typed = _TOKEN.findall(key), _TOKEN.findall(given)
    if len(tokens) > MOST_TOKENS or len(typed) > MOST_TOKENS:
        return (Piece(key, Mark.MISSING),), (Piece(given, Mark.EXTRA),)
    from rapidfuzz.distance import Indel

    steps = Indel.opcodes([_plain(token) for token in tokens], [_plain(token) for token in typed])
    missing = [range(step.src_start, step.src_end) for step in steps if step.tag == "delete"]
    extra = [range(step.dest_start, step.dest_end) for step in steps if step.tag == "insert"]
    of_key = _marked(tokens, {n for places in missing for n in places}, Mark.MISSING)
    of_given = _marked(typed, {n for places in extra for n in places}, Mark.EXTRA)
    return _with_slips(of_key, of_given)


def whole(text: str, mark: Mark = Mark.SAME) -> Pieces:
    """A text in one piece."""
    return (Piece(text, mark),) if text else ()


def _plain(token: str) -> str:
    """What makes two tokens the same: their words, `13 thousand` apart."""
    return " ".join(words_of(token)) or token.strip()


def _marked(tokens: list[str], places: set[int], mark: Mark) -> list[Piece]:
    """The tokens as pieces; a space is as what stands on both sides of it."""
    marks = [mark if n in places else Mark.SAME for n in range(len(tokens))]
    for n, token in enumerate(tokens):
        if token.isspace() and 0 < n < len(tokens) - 1:
            marks[n] = marks[n - 1] if marks[n - 1] == marks[n + 1] else Mark.SAME
    return [Piece(token, one) for token, one in zip(tokens, marks, strict=True)]


def _with_slips(key: list[Piece], given: list[Piece]) -> tuple[Pieces, Pieces]:
    """Misspelt words by their letters, and neighbours of one mark as one piece."""
    wrong = [piece for piece in given if piece.mark is Mark.EXTRA and not piece.text.isspace()]
    lost = [piece for piece in key if piece.mark is Mark.MISSING and not piece.text.isspace()]
    by_key: dict[int, Pieces] = {}
    by_given: dict[int, Pieces] = {}
    for word, typed in zip(lost, wrong, strict=False) if len(lost) == len(wrong) else ():
        if slips_in_word(_plain(word.text), _plain(typed.text)):
            by_key[id(word)], by_given[id(typed)] = _letters(word.text, typed.text)
    return _joined(key, by_key), _joined(given, by_given)


def _letters(key: str, given: str) -> tuple[Pieces, Pieces]:
    """Two spellings of one word, letter by letter."""
    from rapidfuzz.distance import Indel

    of_key, of_given = [], []
    for step in Indel.opcodes(key.casefold(), given.casefold()):
        if step.tag == "equal":
            of_key.append(Piece(key[step.src_start : step.src_end], Mark.SAME))
            of_given.append(Piece(given[step.dest_start : step.dest_end], Mark.SAME))
        elif step.tag == "delete":
            of_key.append(Piece(key[step.src_start : step.src_end], Mark.MISSING))
        else:
            of_given.append(Piece(given[step.dest_start : step.dest_end], Mark.EXTRA))
    return tuple(of_key), tuple(of_given)


def _joined(pieces: list[Piece], spelled: dict[int, Pieces]) -> Pieces:
    """The pieces with those of misspelt words in their places, neighbours of one mark as one."""
    found: list[Piece] = []
    for piece in (part for whole_piece in pieces for part in spelled.get(id(whole_piece), (whole_piece,))):
        if found and found[-1].mark is piece.mark:
            found[-1] = Piece(found[-1].text + piece.text, piece.mark)
        else:
            found.append(piece)
    return tuple(found)
