"""How likely a reader keeps a card, and which of its words leave something open, by a small transformer.

`bench/keeping.py` trained it on the cards, verdicts and marked words in `bench/judged.jsonl`; it starts from the layers
of the network that parses and shares its words. It reads what a reader sees: the title of the deck, the question, the
answer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import numpy as np

from trainer.cards.card import Card
from trainer.cards.critique import Breach
from trainer.transformer.scored import scorer

LEAST = 0.5
"""The least likelihood with which a card is proposed."""
LEAST_AS_WRITTEN = 0.75
"""The same for one that keeps a definite of which nothing tells what it means: fewer of those are kept."""
MOST_OPEN = 0.7
"""How likely a word may leave something open in a card that is proposed."""
LEANS, MOST_OPEN_LEANING = 0.3, 0.3
"""How likely a word has to lean on what only the brief tells for a word to be likelier left open than it seems, and
how likely one may leave something open then.
"""
FOLDER = Path(__file__).parent / "reader"
"""The weights that ship with the package."""
MOST_OF_TITLE = 30
"""Words of a deck's title that are read: a longer one would leave no room for the card."""
_BETWEEN = " | "
_WORD = re.compile(r"[\w'’-]+")


class Opinion(NamedTuple):
    """What a reader thinks of a card; likelihoods from 0 to 1."""

    kept: float
    """That it is kept as it is."""
    open: float = 0.0
    """That one of its words leaves something open: of what, to whom, when."""
    word: str = ""
    """Which one soonest."""


Opinions = Mapping[tuple[str, str], Opinion]
"""By question and answer."""


class Reader(Protocol):
    """Who says what is thought of cards."""

    def __call__(self, cards: Sequence[Card], title: str) -> list[Opinion]:
        """An opinion on each card of a deck of this title."""


def opinions(cards: Sequence[Card], title: str) -> list[Opinion]:
    """What a strict reader thinks of each card of a deck of this title."""
    texts = [text_of(title, card.question, card.answer) for card in cards]
    scores = scorer(FOLDER).scores(texts, [asked_in(title, card.question) for card in cards])
    likely, open_ = (1 / (1 + np.exp(-logits[:, 0])) for logits in (scores.logits, scores.peaks))
    words = (_WORD.match(text, max(place, 0)) for text, place in zip(texts, scores.places[:, 0], strict=True))
    return [
        Opinion(float(kept), float(leaves), word[0] if word is not None else "")
        for kept, leaves, word in zip(likely, open_, words, strict=True)
    ]


def text_of(title: str, question: str, answer: str) -> str:
    """What the network reads of a card in a deck of this title."""
    return _BETWEEN.join((_shortened(title), question, answer))


def asked_in(title: str, question: str) -> tuple[int, int]:
    """Where the question begins and ends in that text."""
    start = len(_shortened(title)) + len(_BETWEEN)
    return start, start + len(question)


def _shortened(title: str) -> str:
    return " ".join(title.split()[:MOST_OF_TITLE])


def refusal(opinion: Opinion, *, leaning: float = 0.0, as_written: bool = False) -> Breach | None:
    """The breach of a card that most readers would refuse; None for any other.

    `leaning` is how likely a word of it leans on what only the brief tells, `as_written` whether it keeps a definite of
    which nothing tells what it means.
    """
    if opinion.open > (MOST_OPEN if leaning < LEANS else MOST_OPEN_LEANING):
        return Breach("leaves_nothing_open", f"{opinion.word!r} may leave open what is meant")
    if opinion.kept < (LEAST_AS_WRITTEN if as_written else LEAST):
        return Breach("is_likely_kept", f"likely kept by {opinion.kept:.0%} of its readers")
    return None
