"""How likely a reader keeps a card: a small transformer that learned it from cards that readers judged blind.

`bench/keeping.py` trained it on the cards and verdicts in `bench/judged.jsonl`; it starts from the layers of the
network that parses and shares its words. It reads what a reader sees: the title of the deck, the question, the answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np

from trainer.cards.card import Card
from trainer.cards.critique import Breach
from trainer.language.scored import scorer

LEAST = 0.4
"""The least likelihood with which a card is proposed."""
FOLDER = Path(__file__).parent / "reader"
"""The weights that ship with the package."""
MOST_OF_TITLE = 30
"""Words of a deck's title that are read: a longer one would leave no room for the card."""

Likely = Mapping[tuple[str, str], float]
"""How likely cards are kept, by question and answer."""


class Reader(Protocol):
    """Who says how likely cards are kept."""

    def __call__(self, cards: Sequence[Card], title: str) -> list[float]:
        """From 0 to 1 for each card of a deck of this title."""


def likelihoods(cards: Sequence[Card], title: str) -> list[float]:
    """From 0 to 1 for each card: how likely a strict reader keeps it in a deck of this title."""
    logits = scorer(FOLDER).scores([text_of(title, card.question, card.answer) for card in cards])
    return [float(likely) for likely in 1 / (1 + np.exp(-logits[:, 0]))]


def text_of(title: str, question: str, answer: str) -> str:
    """What the network reads of a card in a deck of this title."""
    return f"{' '.join(title.split()[:MOST_OF_TITLE])} | {question} | {answer}"


def unlikelihood(likely: float) -> Breach | None:
    """The breach of a card that most readers would refuse; None for any other."""
    return None if likely >= LEAST else Breach("is_likely_kept", f"likely kept by {likely:.0%} of its readers")
