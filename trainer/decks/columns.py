"""Columns of text to the texts of their rows: what is written for a hundred thousand cards is put together so."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

Column = list[str] | str
"""A text for each row; a text alone if all of them have the same."""


def rows_of(columns: Iterable[Column]) -> list[str]:
    """Each row's texts as one; at least one column is a list.

    >>> rows_of(["<", ["a", "b"], ">", "!"])
    ['<a>!', '<b>!']
    """
    pieces: list[Iterable[str]] = []
    shared = ""
    for column in columns:
        if isinstance(column, str):
            shared += column
        else:
            pieces += [repeat(shared), column] if shared else [column]
            shared = ""
    return list(map("".join, zip(*pieces, repeat(shared), strict=False)))
