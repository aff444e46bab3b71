"""What a word goes back to: the name, or the noun, that most of what the network tells of it agrees on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.antecedents import Shares, Spot, Told
from trainer.language.sorts import Sort

if TYPE_CHECKING:
    from trainer.language.entities import Entity
    from trainer.language.mentions import Mentions

SURE = 0.92
"""How likely it has to be that a word means a thing for a question to say so."""
CERTAIN = 0.97
"""How likely, where nothing but the network holds for it: a noun of no class that is known."""
_SURELY_OWNS = 0.95
"""How likely it has to be that a phrase leans on a name, for a question to say so."""
_LEANS = 0.7
"""How likely a phrase has to be to lean on something for a question to say on what."""
_CHAIN = 0.5
"""How likely an earlier word has to be to mean a thing, for what means that word to mean the thing too."""
_OWNERS = frozenset({
    Sort.STATE, Sort.BODY, Sort.GROUP, Sort.SHIP, Sort.CITY, Sort.MISSION, Sort.NEWS, Sort.UNKNOWN,
})  # fmt: skip
"""What can own: `the bank's governor`; of persons the network is too often wrong."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What a text speaks of, by its name or by the word that brought it in."""

    entity: Entity | None
    """Its name; None if the text does not name it."""
    place: Spot
    """The number of the line and of the word where it was named or brought in."""
    share: float
    """How likely it is: 0 to 1."""
    said_at: tuple[Spot, ...] = ()
    """The words that speak of it."""

    @property
    def key(self) -> int | Spot:
        """What two of the same thing have in common."""
        return self.place if self.entity is None else self.entity.number


def told_of(index: Mentions, k: int, token: Token) -> Told | None:
    """What the network says of a word of a line; None if it heads no phrase, or the line is none of the brief's."""
    doc = index.lines[k].sentence.doc if k < len(index.lines) else None
    return index.told.get((k, token.i)) if doc is not None and token.doc is doc else None


def things(index: Mentions, k: int, token: Token) -> list[Thing]:
    """What the word may mean the same as, the likeliest first; empty if the network says nothing."""
    told = told_of(index, k, token)
    return gathered(index, told.same) if told is not None else []


def sure_thing(index: Mentions, k: int, token: Token) -> Thing | None:
    """What the word means the same as, where the network is sure of it."""
    told, found = told_of(index, k, token), things(index, k, token)
    sure = told is not None and found and found[0].share * told.again >= SURE
    return found[0] if sure else None


def sure_owner(index: Mentions, k: int, noun: Token) -> Entity | None:
    """Who has what the phrase speaks of, where the network is certain of a name and the phrase leans on it."""
    told = told_of(index, k, noun)
    found = gathered(index, told.owner) if told is not None and told.leaning >= _LEANS else []
    entity = found[0].entity if found and found[0].share >= _SURELY_OWNS else None
    return entity if entity is not None and entity.sort in _OWNERS else None


def thing_at(index: Mentions, k: int, i: int) -> Thing:
    """What a word of a line means, by its name or by the word that it surely goes back to itself."""
    while True:
        if k < 0:
            above = index.above.get((k, i))
            return Thing(above, index.first_of[above.number] if above is not None else (k, i), 1.0)
        named = index.at(k, index.lines[k].sentence.doc[i].idx)
        if named is not None and named.leading:
            return Thing(named.entity, (k, i), 1.0)
        told = index.told.get((k, i))
        if told is None or told.again <= _CHAIN or not told.same or told.same[0][1] <= _CHAIN:
            return Thing(None, (k, i), 1.0)
        if told.same[0][0][0] < 0 and told.same[0][0] not in index.above:
            return Thing(None, (k, i), 1.0)
        k, i = told.same[0][0]


def gathered(index: Mentions, shares: Shares) -> list[Thing]:
    """What the earlier words of the text mean, each counted with its share; what only a heading says is left out."""
    return [thing for thing in all_gathered(index, shares) if thing.place[0] >= 0]


def all_gathered(index: Mentions, shares: Shares) -> list[Thing]:
    """What the earlier words mean, those of the title and of headings with them, each counted with its share."""
    found: dict[int | Spot, Thing] = {}
    for spot, share in shares:
        thing = thing_at(index, *spot)
        before = found.get(thing.key)
        at = (*before.said_at, spot) if before is not None else (spot,)
        found[thing.key] = Thing(thing.entity, thing.place, share + (before.share if before is not None else 0.0), at)
    return sorted(found.values(), key=lambda thing: -thing.share)
