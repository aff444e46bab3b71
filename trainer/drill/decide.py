"""What a command leads to. Pure: the drill, the command and the moment in, events out.

Raises Refused with a sentence for who asked. A command asked twice, as a dropped network does, leads to nothing the
second time and is not refused: who asked is told how the drill stands.
"""

from __future__ import annotations

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.decide_host import decide_host
from trainer.drill.decide_player import decide_player
from trainer.drill.reduce import apply
from trainer.drill.state import Drill, Phase
from trainer.drill.timing import deadline_ms
from trainer.drill.turns import is_settled
from trainer.drill.verdict import Grader


def decide(drill: Drill, command: do.Command, now_ms: int, grade: Grader) -> tuple[ev.Event, ...]:
    """The events that a command leads to, in order. Raises Refused."""
    now_ms = max(now_ms, drill.last_ms)
    match command:
        case do.Join() | do.Claim() | do.Give() | do.Buzz() | do.Pass():
            return decide_player(drill, command, now_ms, grade)
        case do.Recover():
            return (ev.Recovered(now_ms, min(command.down_from_ms, now_ms)),)
        case _:
            return decide_host(drill, command, now_ms)


def due(drill: Drill, now_ms: int) -> do.Close | None:
    """What the clock or the players have brought about: a question whose time is over, or that nobody can answer now.

    The grace is waited for, so that an answer that was sent in time is not closed out.
    """
    at_hand = drill.round
    if drill.phase is not Phase.OPEN or at_hand is None:
        return None
    deadline = deadline_ms(drill, at_hand)
    is_over = deadline is not None and now_ms > deadline + drill.rules.grace_ms
    return do.Close() if is_over or is_settled(drill, at_hand) else None


def after(drill: Drill, events: tuple[ev.Event, ...]) -> Drill:
    """The drill after the events."""
    for event in events:
        drill = apply(drill, event)
    return drill
