"""What a word goes back to: the name, or the noun, that most of what the network tells of it agrees on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.tokens import Token

from trainer.language.antecedents import Place, Shares, Told

if TYPE_CHECKING:
    from trainer.language.entities import Entity
    from trainer.language.mentions import Mentions

SURE = 0.92
"""How likely it has to be that a word means a thing for a question to say so."""
CERTAIN = 0.97
"""How likely, where nothing but the network holds for it: a noun of no class that is known, or an owner."""
LEANS = 0.7
"""How likely a noun without article has to be to lean on earlier text for a question to leave it out."""
_CHAIN = 0.5
"""How likely an earlier word has to be to mean a thing, for what means that word to mean the thing too."""
_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Thing:
    """What a text speaks of, by its name or by the word that brought it in."""

    entity: Entity | None
    """Its name; None if the text does not name it."""
    place: Place
    """The number of the line and of the word where it was named or brought in."""
    share: float
    """How likely it is: 0 to 1."""
    said_at: tuple[Place, ...] = ()
    """The words that speak of it."""

    def means(self, other: Thing) -> bool:
        """Whether both are the same."""
        return self.key == other.key

    @property
    def key(self) -> int | Place:
        """What two of the same thing have in common."""
        return self.place if self.entity is None else self.entity.number


def told_of(index: Mentions, k: int, token: Token) -> Told | None:
    """What the network says of a word of a line; None if it heads no phrase, or the line is none of the brief's."""
    doc = index.lines[k].sentence.doc if k < len(index.lines) else None
    return index.told.get((k, token.i)) if doc is not None and token.doc is doc else None


def things(index: Mentions, k: int, token: Token) -> list[Thing]:
    """What the word may mean the same as, the likeliest first; empty if the network says nothing."""
    told = told_of(index, k, token)
    return _gathered(index, told.same) if told is not None else []


def owners(index: Mentions, k: int, token: Token) -> list[Thing]:
    """What the phrase may lean on, the likeliest first; empty if the network says nothing."""
    told = told_of(index, k, token)
    return _gathered(index, told.owner) if told is not None else []


def sure_thing(index: Mentions, k: int, token: Token) -> Thing | None:
    """What the word means the same as, where the network is sure of it."""
    told, found = told_of(index, k, token), things(index, k, token)
    sure = told is not None and found and found[0].share * told.again >= SURE
    return found[0] if sure else None


def thing_at(index: Mentions, k: int, token: Token) -> Thing:
    """What a word means, by its name or by the word that it surely goes back to itself."""
    return _thing_at(index, (k, token.i), _DEEPEST)


def _gathered(index: Mentions, shares: Shares) -> list[Thing]:
    """What the earlier words mean, each counted with its share."""
    found: dict[int | Place, Thing] = {}
    for place, share in shares:
        thing = _thing_at(index, place, _DEEPEST)
        before = found.get(thing.key)
        at = (*before.said_at, place) if before is not None else (place,)
        found[thing.key] = Thing(thing.entity, thing.place, share + (before.share if before is not None else 0.0), at)
    return sorted(found.values(), key=lambda thing: -thing.share)


def _thing_at(index: Mentions, place: Place, deepest: int) -> Thing:
    """What an earlier word means, by its name or by the word that it surely goes back to itself."""
    k, i = place
    named = index.at(k, index.lines[k].sentence.doc[i].idx)
    if named is not None and named.leading:
        return Thing(named.entity, place, 1.0)
    told = index.told.get(place)
    if deepest and told is not None and told.again > _CHAIN and told.same and told.same[0][1] > _CHAIN:
        return _thing_at(index, told.same[0][0], deepest - 1)
    return Thing(None, place, 1.0)
