"""A brief made of sentences, and what is proposed from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from trainer.briefs.brief import Brief, Passage
from trainer.briefs.read import read_brief
from trainer.cards.card import Card
from trainer.questions import Proposal
from trainer.questions import propose as propose_to
from trainer.questions.keeping import Opinion

BRIEFS = Path(__file__).parent / "briefs"


def anyone(cards: Sequence[Card], _: str) -> list[Opinion]:
    """A reader who keeps every card, so that the first way to ask that breaks no rule is taken."""
    return [Opinion(1.0)] * len(cards)


propose = partial(propose_to, reader=anyone)


def brief_of(*passages: str, title: str = "Weekly note", date: dt.date | None = dt.date(2024, 5, 8)) -> Brief:
    numbered = tuple(Passage(number, text) for number, text in enumerate(passages, 1))
    return Brief("note", title, numbered, date)


def asked(*passages: str, title: str = "Weekly note", date: dt.date | None = dt.date(2024, 5, 8)) -> dict[str, str]:
    """Question to answer of every card that the sentences give."""
    return {card.question: card.answer for card in propose(brief_of(*passages, title=title, date=date)).cards}


def proposal_of(name: str) -> Proposal:
    return propose(read_brief(BRIEFS / f"{name}.txt")[0])
