"""What can be the title among the cells of a head, and how much each tells of the text below."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trainer.briefs.block import Block, Part
from trainer.briefs.brief import Form
from trainer.briefs.head import Cell, Head
from trainer.briefs.headcells import LABELLED, Kind, is_open, is_sentence, kind_of
from trainer.briefs.masthead import KINDS
from trainer.text import fold

_FEWEST = 3
_WRAPPED = 35
"""Characters of a line in capitals that can have been too long for its page."""
_STEM = 6
"""Letters of a word that tell it from others."""
_WORD = re.compile(r"[^\W\d_][\w’'.-]*\w")
_COMMON = frozenset(
    ("about", "after", "against", "also", "been", "before", "being", "between", "both", "could", "does", "each", "even",
     "from", "have", "into", "like", "made", "make", "many", "more", "most", "much", "must", "never", "only", "other",
     "over", "said", "same", "should", "since", "some", "still", "such", "than", "that", "their", "them", "then",
     "there", "these", "they", "this", "those", "through", "time", "under", "until", "were", "what", "when", "where",
     "which", "while", "whose", "will", "with", "would", "year", "years", "your")
)  # fmt: skip
_LITTLE = frozenset(
    ("a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "it", "its", "not", "of", "on",
     "or", "over", "so", "the", "their", "to", "under", "v", "we", "with", "al", "bin", "da", "das", "de", "del", "der",
     "des", "die", "do", "dos", "du", "e", "el", "et", "la", "las", "les", "los", "und", "van", "von", "y")
)  # fmt: skip
"""Words that have no capital in a title whose others have one."""
_OPEN = re.compile(
    r"(?:[,;:–—/&-]|\s(?:a|an|and|at|but|by|for|from|in|into|its|of|on|or|the|their|to|with|about))$",
    re.IGNORECASE,
)
_NAME_WORDS = 6
_ASKS = re.compile(r"[:?]|\bv\.?\s")
"""What no name of a house has."""
_OF_PAPERS = frozenset(word[:6] for word in KINDS | {"issue", "number", "situation", "time"})
"""Words of papers, not of what they tell."""
_SENTENCE = 60
"""Characters of a paragraph of the text."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words of the head that can be its title, from one cell or from several that follow one another."""

    text: str
    kind: Kind
    cell: Cell
    end: int
    """Line of its last cell."""


def candidates(head: Head) -> Iterator[Candidate]:
    """What can be the title, each cell with those that go on with it."""
    cells, taken = head.cells, 0
    for place, cell in enumerate(cells):
        if place < taken:
            continue
        text, kind, after = cell.text, cell.kind, place + 1
        if kind not in LABELLED and (not is_open(kind) or is_sentence(text)):
            continue
        last = cell
        while after < len(cells) and _goes_on(last, cells[after], is_subject=kind is Kind.SUBJECT):
            last = cells[after]
            text, after = f"{text} {last.text}", after + 1
        taken = after
        yield Candidate(text, kind if after == place + 1 or kind is Kind.SUBJECT else kind_of(text), cell, last.line)


def _goes_on(above: Cell, below: Cell, *, is_subject: bool) -> bool:
    """Whether a cell goes on with the one above it: both are set alike, and the upper is not complete."""
    if below.column or above.column or not is_open(below.kind) or below.level or above.level:
        return False
    if above.kind is Kind.SERIES and above.text[-1].isdigit():
        return False
    is_next = below.line == above.line + 1 and below.part == above.part
    first = below.text.split()[0]
    is_small = first[:1].islower() or (
        is_next and above.text.isupper() and below.text.isupper() and first.lower() in _LITTLE
    )
    if is_small or (_OPEN.search(above.text) and not above.text.isupper()) or (is_next and _OPEN.search(above.text)):
        return is_next or below.part == above.part + 1
    wrapped = _is_set_alike(above.text, below.text) and len(above.text) >= _WRAPPED and above.text[-1] not in ".?!"
    return is_next and wrapped and (is_subject or below.kind is above.kind is Kind.TITLE)


def _is_set_alike(above: str, below: str) -> bool:
    """Whether two lines are both in capitals, or each of their words has one."""
    if above.isupper() or below.isupper():
        return above.isupper() and below.isupper()
    return _is_cased(above) and _is_cased(below)


def _is_cased(text: str) -> bool:
    return all(not word[:1].islower() or word in _LITTLE or not word.isascii() for word in text.split())


def is_name_alone(text: str) -> bool:
    """Whether a few words in capitals can name a house or a series, or both between dots."""
    is_few = all(len(part.split()) <= _NAME_WORDS for part in text.split(" · "))
    return is_few and _is_cased(text) and not _ASKS.search(text)


def asks(text: str) -> bool:
    """Whether a line asks or explains, or names two parties, as no name of a house does."""
    return bool(_ASKS.search(text))


def said_below(head: Head, parts: Sequence[Part]) -> Counter[str]:
    """How often each word comes in the running text; its last paragraph may speak of the paper, and is left out."""
    blocks = [part for part in parts[head.end :] if isinstance(part, Block)]
    texts = [text for part in blocks if _is_text(text := " ".join(part.lines)) or part.form is not Form.PARAGRAPH]
    kept = texts[:-1] if len(texts) > _FEWEST else texts
    return Counter(word for text in kept for word in _words(text))


def worth(line: str, said: Counter[str]) -> float:
    """How much of a text a line tells, each word by the logarithm of how often it comes."""
    words = {word for word in _words(line) if word not in _OF_PAPERS}
    return sum(math.log1p(said[word]) for word in words)


def _is_text(text: str) -> bool:
    return len(text) > _SENTENCE or text.endswith(".")


def _words(text: str) -> Iterator[str]:
    """What of a text can be its matter: words without their endings, and initials."""
    for word in _WORD.findall(text):
        folded = fold(word).removesuffix("'s").removesuffix("’s")
        if len(folded) > _FEWEST and folded not in _COMMON and not folded.isdigit():
            yield folded.removesuffix("s")[:_STEM]
        elif word.isupper() and len(word) > 1 and folded not in _LITTLE:
            yield folded
