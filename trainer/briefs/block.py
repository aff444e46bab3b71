"""What a format file hands on: the headings and blocks of a text, in order, before anything is judged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from trainer.briefs.brief import Form
from trainer.text import one_line


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that stands above a section."""

    text: str
    line: int
    """1-based line in the file."""
    is_marked: bool = False
    """Whether the text's markup says so, and not only how the line stands."""
    level: int = 0
    """1 for the highest of a text whose markup has levels; 0 if it has none."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or an item of a list, its lines as they were wrapped."""

    form: Form
    lines: tuple[str, ...]
    """Stripped, none empty, without the item's mark."""
    line: int
    """1-based line in the file at which it begins."""


Part = Heading | Block

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Digits that stand above the line: marks of notes, or powers."""
HYPHENATED = "-"
"""Among the words of a text that breaks words at the ends of its lines."""
SOFT_HYPHEN = "\u00ad"
DRAWN_HYPHEN = "\u2010"
"""Drawn where a line ends and nowhere else, but in a text that uses it for every hyphen."""
_BROKEN_WORD = re.compile(r"[^\W\d_][-‐]$")
_TIED = re.compile(r"[^\W_][-–‐]$")
"""A dash that the next line goes on with: no space stood before it."""
_FIRST_HALVES = frozenset(
    ("cross", "five", "four", "half", "high", "late", "long", "low", "mid", "near", "non", "self", "short", "so",
     "state", "ten", "third", "three", "two", "well")
)  # fmt: skip
"""Of compounds that keep their hyphen."""
_PREFIXES = frozenset({"anti", "co", "ex", "inter", "multi", "post", "pre", "pro", "re", "semi", "sub"})
"""Which have a hyphen before some words."""
_WORD_ENDING = re.compile(
    r"(?:ments?|tions?|sions?|ings?|ness|less|ful|fully|ity|ities|ances?|ences?|ably|ibly|ized|ised|ously)"
)
_HYPHENS = ("-", DRAWN_HYPHEN, SOFT_HYPHEN)
_BROKEN = re.compile(r"[^\W\d_]+[-\u2010\u00ad]$")
_FIRST_WORD = re.compile(r"^[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FEWEST_BROKEN = 3
_BROKEN_SHARE = 0.03
_WORD = re.compile(r"[^\W\d_]+")
_WORD_END = re.compile(r"[^\W\d_]+$")
_LONGEST_WORD = 40
_NOTE = r"\[(?:\d{1,3}|[a-z]|note \d{1,2}|\d{1,3}(?:\s?[,–-]\s?\d{1,3}){1,5})\]"
_REFERENCE = re.compile(
    rf"(?<=[.,;:!?”\"'’)])(?:\s?{_NOTE})+(?=\s|$)|\s\[\d{{1,3}}\](?=[.,;](?:\s|$))|(?<=[\w.,;:!?”’\"')])(?:{_NOTE})+"
    r"|(?<=[.,;:!?”\"'’)])[¹²³⁴-⁹⁰]{1,3}|(?<=[^\W\d_]{4})[¹²³⁴-⁹⁰]{1,3}(?!\w)"
)


def plain(text: str) -> str:
    """Text on one line, safe, with plain spaces and without soft hyphens and note marks.

    >>> plain("At least 168 dead. [4] The junta¹ holds 12 km² of it.")
    'At least 168 dead. The junta holds 12 km² of it.'
    """
    return _REFERENCE.sub("", one_line(text).replace(SOFT_HYPHEN, "")).strip()


def join(lines: tuple[str, ...], words: AbstractSet[str] = frozenset()) -> str:
    """One paragraph from its wrapped lines; `words` are the lower-case words of the whole text, hyphens within them.

    A hyphen at the end of a line only breaks a word, or belongs to it: what stands elsewhere in the text decides.

    >>> join(("the govern-", "ment is state-", "owned"))
    'the government is state-owned'
    """
    pieces = [lines[0]] if lines else []
    for before, line in pairwise(lines):
        is_drawn = before.endswith(DRAWN_HYPHEN) and DRAWN_HYPHEN not in words
        if is_drawn or before.endswith(SOFT_HYPHEN) or _is_broken(before, line, words):
            pieces[-1] = pieces[-1][:-1]
        elif not (before.endswith("—") or (_TIED.search(before[-2:]) and line[:1].isalnum())):
            pieces.append(" ")
        pieces.append(line)
    return plain("".join(pieces))


def _is_broken(before: str, after: str, words: AbstractSet[str]) -> bool:
    """Whether the hyphen at the end of a line only breaks a word.

    It does if the whole word stands elsewhere, or if the text hyphenates its lines and neither the compound nor both
    of its halves stand elsewhere; else if a mere ending follows.
    """
    if not _BROKEN_WORD.search(before[-2:]) or not after[:1].islower():
        return False
    first, last = _WORD_END.search(before[-_LONGEST_WORD:-1]), _WORD.match(after)
    if not first or not last:
        return False
    head, tail = first[0].lower(), last[0].lower()
    if head + tail in words:
        return True
    if f"{head}-{tail}" in words or head in _FIRST_HALVES or (head in _PREFIXES and tail in words):
        return False
    if _WORD_ENDING.fullmatch(tail):
        return True
    return HYPHENATED in words and not (head in words and tail in words)


def unbreak(lines: tuple[str, ...], words: AbstractSet[str]) -> tuple[str, ...]:
    """The lines of a paragraph with each broken word whole again on the line that it begins on."""
    whole: list[str] = []
    for each in lines:
        line = each
        if whole and (whole[-1].endswith(SOFT_HYPHEN) or _is_broken(whole[-1], line, words)):
            tail, _, rest = line.partition(" ")
            whole[-1] = whole[-1][:-1] + tail
            line = rest.strip()
        whole += [line] if line else []
    return tuple(whole)


def words_of(blocks: Iterable[Block]) -> frozenset[str]:
    """The words of a text in lower case, if it breaks any word at the end of a line; else none.

    A word that is broken there is none of them. HYPHENATED is among them if that happens often, and DRAWN_HYPHEN if
    it also stands within lines.
    """
    paragraphs = [block.lines for block in blocks]
    broken = sum(line.endswith(_HYPHENS) for lines in paragraphs for line in lines)
    if not broken:
        return frozenset()
    words: set[str] = set()
    for lines in paragraphs:
        for before, line in pairwise(("", *lines)):
            whole = _FIRST_WORD.sub("", line) if before.endswith(_HYPHENS) else line
            words.update(word.lower() for word in _COMPOUND.findall(_BROKEN.sub("", whole)))
            words |= {DRAWN_HYPHEN} if DRAWN_HYPHEN in line[:-1] else set()
    count = sum(map(len, paragraphs))
    is_often = broken >= _FEWEST_BROKEN and broken >= _BROKEN_SHARE * count
    return frozenset(
        {part for word in words for part in word.split("-")} | words | ({HYPHENATED} if is_often else set())
    )
