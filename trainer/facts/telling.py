"""A telling: some words of a sentence that make a sentence of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from spacy.tokens import Doc, Token

from trainer.facts.masks import Places
from trainer.facts.syntax import Word, enumerated, finites_of
from trainer.language.names import PLACES
from trainer.language.reading import Line


@dataclass(frozen=True, eq=False)
class Telling:
    """Words of a sentence that make a sentence of their own; each is itself and equal to no other."""

    line: Line
    """Where they come from."""
    places: Places
    """For each token, its characters in the sentence; (-1, -1) for a word that was put in."""
    doc: Doc
    """The telling parsed."""
    way: str = "whole"
    """The rule that made it."""
    source: tuple[int, int] | None = None
    """Characters of what says who answers for it, where that was left out: `according to the ministry`."""

    @property
    def key(self) -> Places:
        """The same for tellings of the same words."""
        return self.places

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the doc, made once: spaCy makes them anew each time that a doc is gone through."""
        return tuple(self.doc)

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """For each token the token that it hangs from."""
        return tuple(token.head.i for token in self.tokens)

    @cached_property
    def text(self) -> str:
        """The words of the doc."""
        return self.doc.text

    def holds(self, start: int, end: int) -> bool:
        """Whether all characters of a gap are told."""
        inside = [place for place in self.places if start <= place[0] < end]
        return (
            bool(inside) and inside[0][0] <= start and inside[-1][1] >= end and _covers(self.line, inside, start, end)
        )

    def is_listed(self, place: int) -> bool:
        """Whether a token stands between the names of a list."""
        start = self.places[place][0]
        return any(a <= start < b for a, b in self.listed)

    @cached_property
    def finites(self) -> frozenset[int]:
        """The tokens that carry tense."""
        return finites_of(self.doc)

    @cached_property
    def listed(self) -> tuple[tuple[int, int], ...]:
        """Characters of the sentence between the first and the last of each list: of names, or of short phrases."""
        names = [(found.start, found.end) for found in self.line.lists]
        return (*names, *enumerated(self.line.sentence.doc))

    @cached_property
    def spreads_source(self) -> bool:
        """Whether a source that was set apart inside the sentence would seem, at its head, to answer for more.

        It answers for no relative clause before it and for no clause behind it.
        """
        if self.source is None:
            return False
        before = [n for n, place in enumerate(self.places) if 0 <= place[0] < self.source[0]]
        behind = [n for n, place in enumerate(self.places) if place[0] > self.source[1]]
        aside = any(
            self.doc[n].lower_ in {"which", "who", "whose", "where"} and self.doc[n - 1].text == "," for n in before[1:]
        )
        return aside or (self._has_verb_before_source and not self.finites.isdisjoint(behind))

    @property
    def _has_verb_before_source(self) -> bool:
        """Whether the sentence has a verb that carries tense between where the telling begins and its source."""
        first = min(place[0] for place in self.places if place[0] >= 0)
        doc = self.line.sentence.doc
        return self.source is not None and any(first <= doc[n].idx < self.source[0] for n in finites_of(doc))

    def tokens_of(self, start: int, end: int) -> list[Token]:
        """The tokens that stand for the characters of the sentence."""
        return [self.tokens[n] for n, place in enumerate(self.places) if start <= place[0] < end]


def _covers(line: Line, inside: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether nothing between the characters was left out."""
    return all(not line.plain[a[1] : b[0]].strip() for a, b in pairwise(inside)) and start < end


@dataclass
class Piece:
    """Words to be made a telling."""

    words: list[Word]
    way: str
    source: tuple[int, int] | None = None


def is_date(told: Telling, first: int, last: int) -> bool:
    """Whether the phrase is a date and nothing else."""
    start, end = told.places[first][0], told.places[last - 1][1]
    return any(d.start - 4 <= start and end <= d.end for d in told.line.dates)


def is_place(told: Telling, token: Token) -> bool:
    """Whether the name of a place ends with the token."""
    end = told.places[token.i][1]
    return any(name.end == end and name.sort in PLACES for name in told.line.names)
