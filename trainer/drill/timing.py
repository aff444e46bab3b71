"""How long a question still takes answers, on the drill's own clock."""

from __future__ import annotations

from trainer.drill.state import Drill, Player, Round


def deadline_ms(drill: Drill, at_hand: Round, player: Player | None = None) -> int | None:
    """When a player's time for a question is over, of all players the latest if none is named; None with no clock."""
    if not drill.rules.seconds:
        return None
    ease = player.ease if player else max((one.ease for one in drill.playing), default=1.0)
    usual = at_hand.opened_at_ms + round(drill.rules.seconds * 1000 * ease)
    return usual + at_hand.stopped_ms + at_hand.extended_ms


def left_ms(drill: Drill, now_ms: int, player: Player | None = None) -> int | None:
    """What is left of the question at hand, never below 0; None with no clock or no open question."""
    at_hand = drill.round
    if at_hand is None or at_hand.closed_at_ms is not None:
        return None
    deadline = deadline_ms(drill, at_hand, player)
    if deadline is None:
        return None
    now_ms = now_ms if at_hand.paused_at_ms is None else at_hand.paused_at_ms
    return max(0, deadline - now_ms)


def is_late(drill: Drill, at_hand: Round, player: Player, received_ms: int) -> bool:
    """Whether an answer came after the player's deadline and the grace that everybody has."""
    deadline = deadline_ms(drill, at_hand, player)
    return deadline is not None and received_ms > deadline + drill.rules.grace_ms
