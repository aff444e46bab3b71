"""A drill made: its questions drawn, its marking settled, its code and key chosen."""

from __future__ import annotations

from collections.abc import Sequence

from trainer.decks import Deck
from trainer.decks.markings import highest, is_red
from trainer.drill.codes import CODE_LENGTH, TOKEN_BYTES, join_code, token
from trainer.drill.draw import Choices, Wish, draw
from trainer.drill.events import Made
from trainer.drill.rules import Rules
from trainer.errors import TrainerError

CHANCE_BYTES = CODE_LENGTH + TOKEN_BYTES
"""Of chance that `make` uses."""


def make(
    decks: Sequence[Deck],
    wish: Wish,
    rules: Rules,
    *,
    drill: str,
    seed: int,
    at_ms: int,
    chance: bytes,
    choices: Choices,
    red_allowed: bool = False,
) -> Made:
    """The first event of a drill over the decks. Raises TrainerError if they have too few questions."""
    questions = draw(decks, wish, seed, choices)
    return Made(
        at_ms,
        drill,
        title=title_of(decks),
        code=join_code(chance),
        join_key=token(chance[CODE_LENGTH:]),
        seed=seed,
        rules=rules,
        questions=questions,
        marking=highest([*(deck.marking for deck in decks), *(question.marking for question in questions)]),
        red_allowed=red_allowed,
    )


def title_of(decks: Sequence[Deck]) -> str:
    """What a drill over the decks is called."""
    titles = [deck.title for deck in decks]
    return titles[0] if len(titles) == 1 else f"{titles[0]} and {len(titles) - 1} more"


def check_marking(marking: str, *, lan: bool, red_allowed: bool) -> None:
    """Raise TrainerError if cards of this marking must not go onto the network."""
    if lan and is_red(marking) and not red_allowed:
        raise TrainerError(
            f"the drill is marked {marking}, which must not leave this machine.",
            remedy="Play it at one terminal, or say --allow-red; the drill's log keeps that you did.",
        )
