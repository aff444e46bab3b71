"""From decks to a drill's questions: which cards, in what order, asked how; the same seed gives the same drill."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from trainer.cards import Card, Kind, Status
from trainer.cards.ranges import number_of
from trainer.decks import Deck
from trainer.drill.question import Form, Question
from trainer.errors import TrainerError
from trainer.text import counted, fold

USUAL = 10
"""Questions of a drill for which no number is named."""
_FEWEST_OPTIONS = 3

Choices = Callable[[Card, Iterable[Card], str], Sequence[str] | None]
"""The options for a card, its answer among them, given the deck's other cards and a seed; None if there are too few."""


class Ways(StrEnum):
    """How questions are answered."""

    MIXED = "mixed"
    """By choice where a card has enough options, else typed."""
    CHOICE = "choice"
    """By choice; cards without enough options are left out."""
    TYPED = "typed"
    """Typed, all of them."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a drill is to ask."""

    number: int | None = None
    """How many questions; None for 10, or all if there are fewer."""
    tags: tuple[str, ...] = ()
    """Only cards with one of them, if any are named."""
    briefs: tuple[str, ...] = ()
    """Only cards from one of them, if any are named."""
    kinds: tuple[Kind, ...] = ()
    """Only cards of one of them, if any are named."""
    ways: Ways = Ways.MIXED
    """How questions are answered."""


def draw(decks: Sequence[Deck], wish: Wish, seed: int, choices: Choices) -> tuple[Question, ...]:
    """The questions, shuffled; of cards about one fact at most one. Raises TrainerError if there are too few."""
    chance = random.Random(seed)  # noqa: S311 - the same seed gives the same drill
    pairs = [(deck, card) for deck in decks for card in deck.cards if _fits(card, wish)]
    chance.shuffle(pairs)
    questions: list[Question] = []
    facts: set[tuple[str, str]] = set()
    most = wish.number or USUAL
    for deck, card in pairs:
        if len(questions) == most:
            break
        if card.fact and (deck.id, card.fact) in facts:
            continue
        question = ask(deck, card, wish.ways, chance.randrange(1 << 32), choices)
        if question:
            questions.append(question)
            facts.add((deck.id, card.fact))
    _need_enough(len(questions), wish)
    return tuple(questions)


def ask(deck: Deck, card: Card, ways: Ways, seed: int, choices: Choices) -> Question | None:
    """How a card is asked; None if it cannot be asked that way."""
    brief = deck.brief_of(card.source) if card.source else None
    plain = Question(deck.id, deck.title, card, _typed_form(card), marking=deck.marking_of(card), brief=brief)
    if ways is Ways.TYPED:
        return plain
    past = _past_answers(deck, card)
    options = _shuffled([card.answer, *past], seed) if past else list(choices(card, deck.cards, str(seed)) or ())
    keys = [fold(option) for option in options]
    if len(options) < (2 if past else _FEWEST_OPTIONS) or fold(card.answer) not in keys:
        return plain if ways is Ways.MIXED else None
    form = Form.CURRENT if past else Form.CHOICE
    return replace(plain, form=form, options=tuple(options), right=keys.index(fold(card.answer)))


def _fits(card: Card, wish: Wish) -> bool:
    return (
        card.status is Status.CURRENT
        and (not wish.tags or any(tag in wish.tags for tag in card.tags))
        and (not wish.briefs or (card.source is not None and card.source.brief in wish.briefs))
        and (not wish.kinds or card.kind in wish.kinds)
    )


def _typed_form(card: Card) -> Form:
    if card.kind is Kind.LIST:
        return Form.LIST
    return Form.NUMBER if number_of(card) is not None else Form.TYPED


def _past_answers(deck: Deck, card: Card) -> list[str]:
    """What was right before: the answers of the cards whose place this one took, each once."""
    past = {fold(old.answer): old.answer for old in deck.cards if old.superseded_by == card.id}
    return [answer for key, answer in past.items() if key != fold(card.answer)]


def _shuffled(options: list[str], seed: int) -> list[str]:
    random.Random(seed).shuffle(options)  # noqa: S311 - the same seed gives the same order
    return options


def _need_enough(found: int, wish: Wish) -> None:
    if found and (wish.number is None or found >= wish.number):
        return
    named = [*wish.tags, *wish.briefs, *wish.kinds]
    those = f" about {', '.join(named)}" if named else ""
    said = f"only {found}" if found else "none"
    raise TrainerError(
        f"{counted(wish.number or USUAL, 'question was', 'questions were')} asked for, and {said} can be asked{those}.",
        remedy="Ask for fewer, name more decks, or drop a filter." if found else "Name other decks, or drop a filter.",
    )
