"""Sentences that follow each other, and how their phrases go back to what stands before them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Status(IntEnum):
    """How a phrase stands to the text before it."""

    FRESH = 0
    """It needs nothing before it."""
    AGAIN = 1
    """It means what an earlier phrase means."""
    LEANS = 2
    """It cannot be placed without an earlier phrase: `the governor`, after a bank."""
    TOLD = 3
    """It means what a sentence tells: `the move`."""
    EMPTY = 4
    """It means nothing: `it is likely that`."""


@dataclass(frozen=True)
class Passage:
    """Sentences that follow each other, as words; the lists have an entry a word."""

    words: list[str]
    sentences: list[int]
    """The number of the sentence."""
    heads: list[bool]
    """Whether it heads a phrase, or joins two."""
    status: list[int]
    """A Status; -1 where nobody said."""
    things: list[int]
    """The number of what it means; -1 where that is mentioned once."""
    owners: list[int]
    """The number of the thing that it leans on, else -1."""
    loose: list[bool]
    """Whether what it means is to be found: it is no name."""
    titled: bool = False
    """Whether the first sentence is the title."""
