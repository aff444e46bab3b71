"""What a brief has named and described, in its order: the index that pronouns and definites are looked up in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from trainer.language.antecedents import Spot, Told
from trainer.language.described import Bare, Described, described_in
from trainer.language.entities import Entity, Mention, mentions_in
from trainer.language.grammar import noun_of
from trainer.language.tags import NOUNS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from trainer.language.reading import Line


@dataclass(frozen=True)
class Mentions:
    """The index of a brief."""

    lines: tuple[Line, ...]
    """Its lines."""
    order: dict[tuple[int, int], int]
    """The number of the line at a passage and sentence."""
    named: tuple[tuple[Mention, ...], ...]
    """For each line, its names."""
    entities: tuple[Entity, ...]
    """In the order of their first mention."""
    described: dict[str, tuple[Described, ...]]
    """For each common noun, its phrases with a name in them, in order."""
    bare: dict[str, tuple[Bare, ...]]
    """For each common noun, where another one is brought in: `a second attack`."""
    definites: dict[str, tuple[tuple[int, Token, Token], ...]]
    """For each common noun, where it stands behind `the`: line, article, noun."""
    first: dict[str, int]
    """For each noun, without its `s`, the first line that has it, be it in a name: `the Group of Experts`."""
    told: dict[Spot, Told] = field(default_factory=dict, compare=False, repr=False)
    """What the network says of how phrases go back, by the line and the word that heads them."""
    words: tuple[frozenset[str], ...] = ()
    """For each line, its words in small letters."""
    headings: tuple[str, ...] = ()
    """For each line, the heading that it stands under; empty where nobody told them."""
    above: dict[Spot, Entity] = field(default_factory=dict)
    """What the words of the title and of the headings name, of what the text names too."""
    found: dict[tuple[int, int], object] = field(default_factory=dict, compare=False, repr=False)
    """What has been looked up already: the answer for the token of a line."""

    @cached_property
    def first_of(self) -> dict[int, Spot]:
        """Where each entity is named first, by its number: the line, and the word that heads the name."""
        found: dict[int, Spot] = {}
        for k, mentions in enumerate(self.named):
            for m in mentions:
                token = self.lines[k].sentence.doc.char_span(m.start, m.end, alignment_mode="expand")
                if token is not None:
                    found.setdefault(m.entity.number, (k, token.root.i))
        return found

    def number(self, line: Line) -> int:
        """Which line of the reading it is; one past the last if it is none of them."""
        return self.order.get((line.sentence.passage, line.sentence.index), len(self.lines))

    def before(self, line: Line, farthest: int = 0) -> tuple[int, ...]:
        """The numbers of the lines before it in its passage, nearest first, no more than `farthest` if given."""
        k, passage = self.number(line), line.sentence.passage
        start = k
        while start and self.lines[start - 1].sentence.passage == passage and (not farthest or k - start < farthest):
            start -= 1
        return tuple(range(k - 1, start - 1, -1))

    def at(self, k: int, char: int) -> Mention | None:
        """The name that a character of a line stands in."""
        return next((m for m in self.named[k] if m.start <= char < m.end), None) if k < len(self.named) else None


def mentions_of(
    lines: Sequence[Line],
    told: Mapping[Spot, Told] = MappingProxyType({}),
    headings: Sequence[str] = (),
    above: Mapping[int, Doc] = MappingProxyType({}),
) -> Mentions:
    """The index of a brief, with what the network says of its words, the heading over each line, and its rows above."""
    named = mentions_in(lines)
    described: dict[str, list[Described]] = {}
    bare: dict[str, list[Bare]] = {}
    definites: dict[str, list[tuple[int, Token, Token]]] = {}
    for k, line in enumerate(lines):
        for article in line.sentence.doc:
            noun = noun_of(article) if article.lower_ == "the" else None
            if noun is not None and not any(m.start <= noun.idx < m.end for m in named[k]):
                definites.setdefault(noun.lower_, []).append((k, article, noun))
        for found in described_in(k, line, named[k]):
            if isinstance(found, Described):
                described.setdefault(found.noun, []).append(found)
            else:
                bare.setdefault(found.noun, []).append(found)
    entities = {m.entity.number: m.entity for mentions in named for m in mentions}
    order = {(line.sentence.passage, line.sentence.index): k for k, line in enumerate(lines)}
    return Mentions(
        tuple(lines), order, named, tuple(entities[n] for n in sorted(entities)),
        {noun: tuple(found) for noun, found in described.items()}, {noun: tuple(found) for noun, found in bare.items()},
        {noun: tuple(found) for noun, found in definites.items()}, _first_lines(lines), dict(told),
        tuple(frozenset(token.lower_ for token in line.sentence.doc) for line in lines), tuple(headings),
        dict(_named_above(above, entities.values())),
    )  # fmt: skip


def _named_above(above: Mapping[int, Doc], entities: Iterable[Entity]) -> Iterator[tuple[Spot, Entity]]:
    """For the words of the title and of headings what they name, the longest form first."""
    forms = sorted(((text, entity) for entity in entities for text in entity.texts), key=lambda form: -len(form[0]))
    for number, doc in above.items():
        taken: set[int] = set()
        for text, entity in forms:
            for found in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", doc.text, re.IGNORECASE):
                span = doc.char_span(*found.span(), alignment_mode="expand")
                words = {token.i for token in span or ()}
                if not words & taken:
                    taken |= words
                    yield from (((number, i), entity) for i in sorted(words))


def _first_lines(lines: Sequence[Line]) -> dict[str, int]:
    first: dict[str, int] = {}
    for k, line in enumerate(lines):
        for token in line.sentence.doc:
            if token.tag_ in NOUNS:
                first.setdefault(token.lower_.removesuffix("s"), k)
    return first
