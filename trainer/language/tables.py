"""Words and pairs of words as the tables of this room are written."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """What blanks part."""
    return frozenset(text.split())


def table(text: str) -> dict[str, str]:
    """One `key: words` a line."""
    pairs = (line.partition(":") for line in text.strip().splitlines())
    return {key.strip(): words.strip() for key, _, words in pairs}
