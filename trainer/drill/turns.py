"""Who has the floor, where not everybody answers at once."""

from __future__ import annotations

from trainer.drill.rules import Style
from trainer.drill.state import Drill, Round


def order(drill: Drill, at_hand: Round) -> list[str]:
    """The players in the order in which a question comes to them: each question begins with the next one."""
    players = [player.id for player in drill.playing]
    first = at_hand.question % len(players) if players else 0
    return players[first:] + players[:first]


def may_answer(drill: Drill, at_hand: Round, player: str) -> bool:
    """Whether this player may answer now, having not done so yet."""
    if drill.rules.style is Style.TOGETHER:
        return True
    return holder(drill, at_hand) == player


def holder(drill: Drill, at_hand: Round) -> str | None:
    """Who must answer or pass now; None if nobody, or in a drill in which all answer together."""
    if drill.rules.style is Style.TOGETHER or _is_got(at_hand):
        return None
    waiting = at_hand.buzzed if drill.rules.style is Style.BUZZER else _line(drill, at_hand)
    return next((player for player in waiting if not is_out(at_hand, player)), None)


def may_buzz(drill: Drill, at_hand: Round, player: str) -> bool:
    """Whether the floor is free and this player has not had it."""
    return drill.rules.style is Style.BUZZER and holder(drill, at_hand) is None and not is_out(at_hand, player)


def is_out(at_hand: Round, player: str) -> bool:
    """Whether a player has had this question."""
    return player in at_hand.answers or player in at_hand.passed


def is_stolen(drill: Drill, at_hand: Round, player: str) -> bool:
    """Whether a player answers in turns what was another's."""
    return drill.rules.style is Style.TURNS and order(drill, at_hand)[:1] != [player]


def is_settled(drill: Drill, at_hand: Round) -> bool:
    """Whether nobody is left who could answer."""
    players = [player.id for player in drill.playing]
    if drill.rules.style is Style.TOGETHER or drill.rules.style is Style.BUZZER:
        return _is_got(at_hand, drill.rules.style) or (
            bool(players) and all(is_out(at_hand, player) for player in players)
        )
    return holder(drill, at_hand) is None


def _line(drill: Drill, at_hand: Round) -> list[str]:
    waiting = order(drill, at_hand)
    return waiting if drill.rules.steal else waiting[:1]


def _is_got(at_hand: Round, style: Style = Style.TURNS) -> bool:
    """Whether the one who had the floor was right, which ends a question that goes from one to the next."""
    return style is not Style.TOGETHER and any(answer.credit >= 1.0 for answer in at_hand.answers.values())
