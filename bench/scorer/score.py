"""A deck counted against a gold list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scorer.asking import covers, without_hint
from scorer.faults import faults_of
from scorer.gold import COUNTABLE, KINDS, Fact
from scorer.wording import content, name_forms
from trainer.cards import GAP, Card
from trainer.text import fold


@dataclass(frozen=True, slots=True)
class Score:
    """What the cards of one brief come to."""

    name: str
    """The brief's name."""
    cards: tuple[Card, ...]
    """In the deck's order."""
    facts: tuple[Fact, ...]
    """In the gold list's order."""
    hits: tuple[tuple[str, ...], ...]
    """For each card the ids of the facts that it asks; `f03 reversed` and `f07 item 2` where it asks a side of them."""
    duplicates: tuple[str, ...]
    """Ids of cards that ask what an earlier one asks."""
    faults: tuple[tuple[str, str], ...]
    """The id of a card, or nothing, and what is wrong."""

    @property
    def asked(self) -> frozenset[str]:
        """The facts that some card asks."""
        return frozenset(hit.split()[0] for hits in self.hits for hit in hits)

    @property
    def missed(self) -> tuple[Fact, ...]:
        """The others, the most salient first."""
        return tuple(sorted((f for f in self.facts if f.id not in self.asked), key=lambda fact: -fact.salience))

    def share(self, *kinds: str, salience: int = 0) -> tuple[int, int]:
        """Facts asked, of how many: of these kinds and this salience, where given."""
        chosen = [f for f in self.facts if f.kind in (kinds or KINDS) and salience in (0, f.salience)]
        return sum(fact.id in self.asked for fact in chosen), len(chosen)

    @property
    def countable(self) -> tuple[int, int]:
        """Facts asked of the kinds that can be counted without taste."""
        return self.share(*COUNTABLE)

    @property
    def weighted(self) -> tuple[int, int]:
        """The salience asked, of all salience."""
        return sum(f.salience for f in self.facts if f.id in self.asked), sum(f.salience for f in self.facts)


def score(name: str, cards: Sequence[Card], facts: Sequence[Fact], texts: Iterable[str] | None = None) -> Score:
    """The cards counted against the facts; `texts` are the brief's passages, None where they are not at hand."""
    hits = tuple(tuple(_hits(card, facts)) for card in cards)
    passages = None if texts is None else tuple(texts)
    faults = tuple((card.id, fault) for card in cards for fault in faults_of(card, passages))
    return Score(name, tuple(cards), tuple(facts), hits, tuple(_duplicates(cards, hits)), faults)


def _hits(card: Card, facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        how = covers(fact, card.question, card.answer)
        if how:
            yield fact.id if how == "asked" else f"{fact.id} {how}"


def _duplicates(cards: Sequence[Card], hits: Sequence[Sequence[str]]) -> Iterator[str]:
    """Cards that ask only what earlier ones ask: every fact again, or the same answer to the same predicate words."""
    asked: set[str] = set()
    for number, (card, hit) in enumerate(zip(cards, hits, strict=True)):
        again = bool(hit) and asked.issuperset(hit)
        if again or any(_asks_the_same(card, earlier) for earlier in cards[:number]):
            yield card.id
        asked.update(hit)


_FRAME = re.compile(
    r"^(?:as of [^,:]+[,:]\s*|according to [^,:]+[,:]\s*|(?:the|in the) \w+ \d{4} brief\b[^,:]*[,:]\s*)+"
)
_ASKING = "what which who whom whose when where why how many much year month date day"


def _asks_the_same(one: Card, other: Card) -> bool:
    """Whether the answers are one and the questions' words are, but for the frame and endings."""
    if name_forms(one.answer).isdisjoint(name_forms(other.answer)):
        return False
    first, second = _predicate(one.question), _predicate(other.question)
    return min(len(first), len(second)) > 1 and (first <= second or second <= first)


def _predicate(question: str) -> frozenset[str]:
    words = content(_FRAME.sub("", fold(without_hint(question)).replace(fold(GAP), "")))
    return frozenset(word[:5] for word in words if word not in _ASKING.split())
