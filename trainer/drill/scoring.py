"""What answers are worth. Points follow from the drill alone, so a replay scores as the live drill did."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.drill.question import Question
from trainer.drill.rules import Rules, Scoring, Style
from trainer.drill.state import Answer, Drill, Round
from trainer.drill.turns import is_stolen
from trainer.text import fold

FULL = 100
"""Points for a question answered right."""
_STREAK_STEP = 0.1
_STREAK_MOST = 0.5
_STOLEN = 0.5


@dataclass(frozen=True, slots=True)
class Scored:
    """One player's part in one question that counts."""

    question: int
    """Its index."""
    answer: Answer | None
    """None if none was given."""
    credit: float
    """The share of the question that it earned, what the host accepted counted in; 0 to 1."""
    points: int


def scored(drill: Drill, player: str) -> list[Scored]:
    """A player's part in each question that was closed and not voided, in order; earlier ones than the joining too."""
    parts: list[Scored] = []
    in_a_row = 0
    for done in drill.rounds:
        if done.closed_at_ms is None or done.void:
            continue
        answer = done.answers.get(player)
        credit = credit_of(done, answer)
        points = _points(drill, done, player, answer, credit) if answer else 0
        in_a_row = in_a_row + 1 if credit >= 1.0 else 0
        parts.append(Scored(done.question, answer, credit, points + _streak(drill.rules, points, in_a_row)))
    return parts


def credit_of(done: Round, answer: Answer | None) -> float:
    """The share of a question that an answer earns, after what the host took for right."""
    if answer is None:
        return 0.0
    return 1.0 if done.accepted and fold(answer.given) in done.accepted else answer.credit


def _points(drill: Drill, done: Round, player: str, answer: Answer, credit: float) -> int:
    share = _share(drill.rules, answer, credit)
    if drill.rules.style is Style.TURNS and is_stolen(drill, done, player):
        share *= _STOLEN
    return round(FULL * share)


def _share(rules: Rules, answer: Answer, credit: float) -> float:
    match rules.scoring:
        case Scoring.SPEED if rules.seconds:
            return credit * by_speed(answer.taken_ms, rules.seconds * 1000)
        case Scoring.CONFIDENCE if answer.confidence is not None:
            return by_confidence(answer.confidence / 100, right=credit >= 1.0)
        case _:
            return credit


def by_speed(taken_ms: int, allowed_ms: int) -> float:
    """Full for an answer at once, half at the deadline and after it.

    >>> by_speed(0, 20_000), by_speed(10_000, 20_000), by_speed(30_000, 20_000)
    (1.0, 0.75, 0.5)
    """
    return 1 - min(1.0, taken_ms / allowed_ms) / 2


def by_confidence(sure: float, *, right: bool) -> float:
    """1 for right, 0 for wrong, less the squared error of how sure the player was: -1 to 1.

    It is the Brier score (G. W. Brier, 1950) with what chance gave taken off, so that it pays best to say what one
    believes, and nothing is lost by saying 0.

    >>> by_confidence(1.0, right=True), by_confidence(0.5, right=True), by_confidence(0.5, right=False)
    (1.0, 0.75, -0.25)
    """
    return float(right) - (sure - float(right)) ** 2


def brier(parts: list[Scored]) -> float | None:
    """The mean squared error of the confidences given, 0 best and 1 worst; None if none was given."""
    errors = [
        (part.answer.confidence / 100 - float(part.credit >= 1.0)) ** 2
        for part in parts
        if part.answer and part.answer.confidence is not None
    ]
    return sum(errors) / len(errors) if errors else None


def _streak(rules: Rules, points: int, in_a_row: int) -> int:
    """What a right answer earns on top for those right before it."""
    if not rules.streak or in_a_row < 2 or points <= 0:
        return 0
    return round(points * min(_STREAK_MOST, _STREAK_STEP * (in_a_row - 1)))


def right_answer(question: Question) -> str:
    """What is shown as the answer."""
    return question.options[question.right] if question.options else question.card.answer
