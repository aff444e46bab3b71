"""What a format file hands on: the headings and blocks of a text, in order, before anything is judged."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from trainer.briefs.brief import Form
from trainer.text import one_line


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that the author marked as a heading."""

    text: str
    line: int
    """1-based line in the file."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an item of a list, its lines as they were wrapped."""

    form: Form
    lines: tuple[str, ...]
    """Stripped, none empty, without the item's mark."""
    line: int
    """1-based line in the file at which it begins."""


Part = Heading | Block

_BROKEN_WORD = re.compile(r"[^\W\d_]-$")
_WORD_ENDING = re.compile(
    r"(?:ments?|tions?|sions?|ings?|ness|less|ful|fully|ity|ities|ances?|ences?|ably|ibly|ized|ised|ously)"
)
_WORD = re.compile(r"[^\W\d_]+")
_WORD_END = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 40
_REFERENCE = re.compile(r"(?<=[\w.,;:!?”’\"')])\[\d{1,3}\]|(?<=[.,;:!?”\"')])[¹²³⁴-⁹⁰]{1,3}")


def plain(text: str) -> str:
    """Text on one line, safe, with plain spaces and without soft hyphens and note marks.

    >>> plain("At least 168 dead.[4]")
    'At least 168 dead.'
    """
    return _REFERENCE.sub("", one_line(text).replace("\u00ad", "")).strip()


def join(lines: tuple[str, ...], words: AbstractSet[str] = frozenset()) -> str:
    """One paragraph from its wrapped lines; `words` are the lower-case words of the whole text.

    A word is put together again only when its break is clear: the whole word stands elsewhere in the text,
    or the next line begins with a mere ending. Else the hyphen stays.

    >>> join(("the govern-", "ment is state-", "owned"))
    'the government is state-owned'
    """
    pieces = [lines[0]] if lines else []
    for before, line in pairwise(lines):
        if before.endswith("\u00ad") or _is_broken(before, line, words):
            pieces[-1] = pieces[-1][:-1]
        elif not before.endswith("—") and not (_BROKEN_WORD.search(before[-2:]) and line[:1].isalpha()):
            pieces.append(" ")
        pieces.append(line)
    return plain("".join(pieces))


def _is_broken(before: str, after: str, words: AbstractSet[str]) -> bool:
    """Whether the hyphen at the end of a line only breaks a word."""
    if not _BROKEN_WORD.search(before[-2:]) or not after[:1].islower():
        return False
    last = _WORD.match(after)
    first = _WORD_END.search(before[-_LONGEST_WORD:-1])
    if not first or not last:
        return False
    return (first[0] + last[0]).lower() in words or bool(_WORD_ENDING.fullmatch(last[0]))
