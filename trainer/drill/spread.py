"""What a question's answers came to, all players together."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.drill.scoring import credit_of, right_answer
from trainer.drill.state import Drill, Round
from trainer.text import fold

MOST_LINES = 8
"""Answers that are shown one by one; the rest are counted together."""


@dataclass(frozen=True, slots=True)
class Share:
    """One answer, and how many gave it."""

    text: str
    """As the first of them wrote it."""
    count: int
    credit: float
    """What it earns, 0 to 1."""


def not_right(drill: Drill) -> list[str]:
    """The answers to the question at hand that somebody gave and that do not earn all of it."""
    shares = spread(drill, drill.round) if drill.round else []
    return [share.text for share in shares if share.count and share.credit < 1.0]


def spread(drill: Drill, done: Round) -> list[Share]:
    """Each answer with how many gave it: options in their order, typed answers with the most frequent first.

    Whoever was sent out is not counted.
    """
    question = drill.made.questions[done.question]
    given: dict[str, list[tuple[str, float]]] = {fold(option): [] for option in question.options}
    texts = {fold(option): option for option in question.options}
    for player in drill.playing:
        answer = done.answers.get(player.id)
        if answer:
            key = fold(answer.given)
            texts.setdefault(key, answer.given)
            given.setdefault(key, []).append((answer.given, credit_of(done, answer)))
    right = fold(right_answer(question))
    shares = [
        Share(texts[key], len(those), max((credit for _, credit in those), default=float(key == right)))
        for key, those in given.items()
    ]
    return shares if question.options else sorted(shares, key=lambda share: (-share.count, share.text))
