"""A brief as sentences, each parsed on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from trainer.briefs.brief import Brief
from trainer.language.glyphs import plain

LONGEST = 1500
"""Characters; what runs on for longer without a full stop is a table or noise and is not read."""

_STOP = re.compile(r"""(?<=[.!?])["')\]]*\s+(?=["'(\[]?[A-Z0-9])""")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'])(?:[A-Z]|(?:[A-Z]\.)+[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Capt|Brig|Adm|Sgt|Sen|Rep|Gov|Prof|No|vs|ca"
    r"|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|approx|est|i\.e|e\.g)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a brief and its parse."""

    text: str
    """Verbatim from its passage."""
    passage: int
    """The number of the passage."""
    index: int
    """0-based, within its passage."""
    doc: Doc
    """The parse of the plain text; characters are numbered as in `text`."""


@cache
def _pipeline() -> Language:
    return spacy.load(Path(__file__).parent / "pipeline")


def split(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; a full stop after an abbreviation or an initial ends none.

    >>> [(a, b) for a, b in split("Gen. Dia left. He lives.")]
    [(0, 14), (15, 24)]
    """
    start = 0
    for match in _STOP.finditer(text):
        if not _ABBREVIATION.search(text[start : match.start()]):
            yield start, match.end() - len(match[0]) + len(match[0].rstrip())
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def parse(text: str) -> Doc:
    """The text parsed as one sentence, whatever full stops it holds."""
    doc = _pipeline().make_doc(plain(text))
    for token in doc:
        token.is_sent_start = token.i == 0
    return _pipeline()(doc)


def sentences(brief: Brief) -> tuple[Sentence, ...]:
    """Every sentence of the body that is worth a parse, in order."""
    return tuple(
        Sentence(text, passage.number, index, parse(text))
        for passage in brief.passages
        for index, (start, end) in enumerate(split(plain(passage.text)))
        if _is_prose(text := passage.text[start:end])
    )


def _is_prose(text: str) -> bool:
    """Mostly lower-case words, neither shouted nor a row of a table, and of a sentence's length."""
    letters = [c for c in text if c.isalpha()]
    if not 15 <= len(text) <= LONGEST or len(letters) < 0.6 * len(text):
        return False
    latin = sum(c.islower() and c < "\u0250" for c in letters)
    return latin > 0.6 * len(letters) and "|" not in text and text.count("\ufffd") == 0
