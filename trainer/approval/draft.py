"""A draft: the cards that one brief proposes for one deck, and what was decided about them before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from trainer.approval.decision import Accepted, Decision, Refused
from trainer.approval.entries import Accept, Edit, Key, Verdict, key_of
from trainer.approval.past import Past, keys_of
from trainer.briefs.brief import Brief
from trainer.cards import Card
from trainer.cards.words import Words, edited

Pick = Callable[[Iterable[Card]], tuple[Card, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """What one brief proposes for one deck."""

    brief: Brief
    """Where the cards come from."""
    marking: str
    """The handling marking of everything here: the highest of the brief's and the deck's."""
    cards: tuple[Card, ...]
    """As proposed, best first."""
    in_deck: int = 0
    """How many more were proposed that the deck has already."""
    refused_before: int = 0
    """How many more were proposed that were refused before."""
    not_wanted: int = 0
    """How many more were proposed that were not picked."""


def draft_of(
    brief: Brief, marking: str, proposed: Iterable[Card], past: Past, *, new: frozenset[str], again: bool, pick: Pick
) -> Draft:
    """What is left to decide of the proposed cards.

    `new` are the ids of those that the deck does not have; `again` proposes what was refused before. A card with a
    decision that is not yet done with is always there, picked or not.
    """
    proposed = tuple(proposed)
    absent = tuple(card for card in proposed if card.id in new)
    open_to_all = [card for card in absent if again or key_of(card) not in past.refused - past.decided]
    picked = {card.id for card in pick(open_to_all)}
    cards = tuple(card for card in open_to_all if card.id in picked or key_of(card) in past.decided)
    left_out = (len(proposed) - len(absent), len(absent) - len(open_to_all), len(open_to_all) - len(cards))
    return Draft(brief, marking, cards, *left_out)


def decisions_of(
    verdict: Verdict, places: Mapping[Key, int], cards: Mapping[int, Card]
) -> tuple[tuple[int, Decision], ...]:
    """A line of the log as decisions on the cards that are proposed now."""
    found = [places[key] for key in keys_of(verdict) if key in places]
    return tuple((place, _decision(verdict, cards[place])) for place in found)


def _words(edit: Edit, card: Card) -> Words:
    options = card.distractors if edit.distractors is None else edit.distractors
    return Words(edit.question, edit.answer, edit.accepted, edit.as_of, edit.attribution, options)


def _decision(verdict: Verdict, card: Card) -> Decision:
    match verdict:
        case Accept():
            return Accepted(card)
        case Edit():
            return Accepted(edited(card, _words(verdict, card)))
        case _:
            return Refused(verdict.reason, verdict.note)
