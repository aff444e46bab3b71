"""What a player may be called: seen by everybody, so it must not deceive, break a screen or be another's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from trainer.text import clean, fold

MOST_CHARACTERS = 24
_MOST_MARKS = 2  # accents on one letter; more than that run over the lines above and below
_PICTURES = re.compile("[\u2400-\u2426\ufffd]")
_ALIKE = str.maketrans(
    "авекмнорстухісјѕԁɡⅼαβεικνορτυχ0135",
    "abekmhopctyxicjsdglabeikvoptyxoles",
)


def player_name(text: str) -> str:
    r"""A name as it is shown: one line, no control or hidden character, few accents, 24 characters; it may be empty.

    >>> player_name("  Ana\x1b[31m\u202e  Ruiz ")
    'Ana[31m Ruiz'
    """
    plain = _PICTURES.sub("", clean(unicodedata.normalize("NFKC", text[: MOST_CHARACTERS * 8])))
    return " ".join(_few_marks(plain).split())[:MOST_CHARACTERS].strip()


def is_taken(name: str, others: Iterable[str]) -> bool:
    """Whether a name looks the same as one of the others."""
    mine = skeleton(name)
    return any(skeleton(other) == mine for other in others)


def skeleton(name: str) -> str:
    """What names that look alike share: case, accents, spaces and look-alike letters told apart no more.

    >>> skeleton("Аnnа 0") == skeleton("anna O")
    True
    """
    bare = fold(name).translate(_ALIKE)
    return "".join(c for c in bare if c.isalnum()) or bare


def _few_marks(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for character in text:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS and unicodedata.category(character) not in {"Cn", "Co"}:
            kept.append(character)
    return "".join(kept)
