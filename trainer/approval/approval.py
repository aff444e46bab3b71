"""An approval under way: the cards of some drafts, what was decided, and the card in view. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from trainer.approval.decision import Accepted, Decision, Refused, Step
from trainer.approval.draft import Draft
from trainer.cards import Card
from trainer.cards.words import is_edited


@dataclass(frozen=True)
class Approval:
    """All cards in a row, draft after draft; a place is a card's number in it, from 0."""

    drafts: tuple[Draft, ...]
    """In the order of the briefs."""
    history: tuple[Step, ...] = ()
    """The steps taken and not taken back, oldest first."""
    place: int = 0
    """The card in view."""

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """As proposed."""
        return tuple(card for draft in self.drafts for card in draft.cards)

    @cached_property
    def decisions(self) -> Mapping[int, Decision]:
        """The last word on each card that has one."""
        return {place: decision for step in self.history for place, decision in step.decisions}

    @cached_property
    def undecided(self) -> tuple[int, ...]:
        """The places without a decision, in order."""
        return tuple(place for place in range(len(self.cards)) if place not in self.decisions)

    @property
    def finished(self) -> bool:
        """Whether every card is decided."""
        return not self.undecided

    def card_at(self, place: int) -> Card:
        """A card as it stands: as edited if it was."""
        decision = self.decisions.get(place)
        return decision.card if isinstance(decision, Accepted) else self.cards[place]

    def state_at(self, place: int) -> str:
        """What stands about a card: `undecided`, `accepted`, `edited` or `refused`."""
        match self.decisions.get(place):
            case None:
                return "undecided"
            case Refused():
                return "refused"
            case Accepted(card):
                return "edited" if is_edited(card) else "accepted"

    def draft_at(self, place: int) -> Draft:
        """The draft that a card belongs to."""
        return self.drafts[self.number_at(place)]

    def number_at(self, place: int) -> int:
        """The number of the draft that a card belongs to, from 0."""
        return next(number for number in range(len(self.drafts)) if place in self.places_of(number))

    def places_of(self, number: int) -> range:
        """The places of a draft's cards."""
        start = sum(len(draft.cards) for draft in self.drafts[:number])
        return range(start, start + len(self.drafts[number].cards))

    def accepted_of(self, number: int) -> tuple[Card, ...]:
        """The cards of a draft that go into the deck, in the order in which they were proposed."""
        found = (self.decisions.get(place) for place in self.places_of(number))
        return tuple(decision.card for decision in found if isinstance(decision, Accepted))

    def left_of(self, number: int) -> int:
        """How many cards of a draft are undecided."""
        return sum(place not in self.decisions for place in self.places_of(number))

    def tally(self) -> dict[str, int]:
        """How many cards are accepted (edited ones among them), refused, and left."""
        accepted = sum(isinstance(decision, Accepted) for decision in self.decisions.values())
        return {"accepted": accepted, "refused": len(self.decisions) - accepted, "left": len(self.undecided)}

    def to(self, place: int) -> Approval:
        """The same with another card in view; the nearest there is."""
        return replace(self, place=max(0, min(place, len(self.cards) - 1)))

    def beside(self, step: int, *, only_left: bool = False) -> Approval:
        """The same with a card further on (1) or back (-1) in view, past decided ones if asked; else no other."""
        open_places = self.undecided if only_left else range(len(self.cards))
        ahead = [place for place in open_places if (place - self.place) * step > 0]
        return self.to(ahead[0 if step > 0 else -1]) if ahead else self

    def to_undecided(self, after: int = -1) -> Approval:
        """The same with the first undecided card after a place in view, else the first of all, else no other."""
        later = [place for place in self.undecided if place > after]
        return self.to(next(iter(later or self.undecided), self.place))

    def after(self, step: Step) -> Approval:
        """With a step taken: the next undecided card is in view."""
        taken = replace(self, history=(*self.history, step))
        return taken.to_undecided(max(place for place, _ in step.decisions))

    def before_last(self) -> Approval:
        """With the last step taken back and its first card in view; the same if there is none."""
        if not self.history:
            return self
        return replace(self, history=self.history[:-1]).to(self.history[-1].decisions[0][0])

    def the_rest(self) -> tuple[tuple[int, Decision], ...]:
        """Every undecided card, accepted as proposed."""
        return tuple((place, Accepted(self.cards[place])) for place in self.undecided)


def resumed(drafts: Iterable[Draft], history: Iterable[Step]) -> Approval:
    """Where earlier steps left it, with the first undecided card in view."""
    steps = sorted((step for step in history if step.decisions), key=lambda step: step.at_ms)
    return Approval(tuple(drafts), tuple(steps)).to_undecided()
