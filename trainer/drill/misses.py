"""What somebody missed, as a deck to study."""

from __future__ import annotations

from dataclasses import replace

from trainer.cards import Card
from trainer.decks import BriefRef, Deck
from trainer.drill.question import Question
from trainer.drill.scoring import credit_of
from trainer.drill.state import Drill, Player
from trainer.text import one_line, slug

FROM = "from-deck:"
"""The tag, before the deck's id, by which a card says which deck it is from."""


def missed(drill: Drill, player: str) -> list[Question]:
    """The questions that a player did not get right, in order: those asked since the player came, and not voided."""
    joined_at = drill.players[player].joined_at_ms
    return [
        drill.made.questions[done.question]
        for done in drill.rounds
        if done.closed_at_ms is not None and not done.void and done.closed_at_ms >= joined_at
        if credit_of(done, done.answers.get(player)) < 1.0
    ]


def misses_deck(drill: Drill, player: Player) -> Deck:
    """A player's misses as a deck of their own; each card keeps its id and says which deck it is from."""
    number = list(drill.players).index(player.id) + 1
    who = f"player-{number}" if drill.rules.anonymous else f"{number}-{slug(player.name, 24)}"
    title = f"Missed in {drill.made.title}" if drill.rules.anonymous else f"Missed by {player.name}"
    return deck_of(missed(drill, player.id), f"{slug(drill.made.drill, 50)}-{who}", title, drill.made.marking)


def deck_of(questions: list[Question], deck_id: str, title: str, marking: str) -> Deck:
    """Questions as a deck; where two decks know a card by one id, the first keeps it."""
    cards: dict[str, Card] = {}
    briefs: dict[str, BriefRef] = {}
    for question in questions:
        tags = (*question.card.tags, f"{FROM}{question.deck}")
        own = question.card.marking or question.marking
        cards.setdefault(question.card.id, replace(question.card, tags=tags, marking=own, conflicts_with=()))
        if question.brief:
            briefs.setdefault(question.brief.id, question.brief)
    return Deck(deck_id, one_line(title, 100), tuple(cards.values()), tuple(briefs.values()), marking)


def deck_of_miss(card: Card) -> str:
    """The id of the deck that a missed card is from; empty if it says none."""
    return next((tag.removeprefix(FROM) for tag in card.tags if tag.startswith(FROM)), "")
