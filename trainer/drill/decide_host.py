"""What the host's command leads to."""

from __future__ import annotations

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.codes import CODE_LENGTH, as_typed
from trainer.drill.decide_claim import settle
from trainer.drill.decide_join import new_name
from trainer.drill.refused import Refused, Why
from trainer.drill.state import Drill, Phase, Player, Round
from trainer.text import fold

MOST_EXTRA_SECONDS = 3_600
MOST_EASE = 10.0


def decide_host(  # noqa: PLR0911 - one line for each sort of command
    drill: Drill, command: do.HostCommand, now_ms: int
) -> tuple[ev.Event, ...]:
    """The events that the host's command leads to. Raises Refused."""
    match command:
        case do.Next() | do.Pause() | do.Resume() | do.Extend() | do.Close() | do.End():
            return _course(drill, command, now_ms)
        case do.Void() | do.Accept():
            return _question(drill, command, now_ms)
        case do.Kick() | do.Rename() | do.Ease():
            return _player(drill, command, now_ms)
        case do.Lock():
            return () if drill.locked == command.locked else (ev.Locked(now_ms, command.locked),)
        case do.Recode():
            return _recode(command.code, now_ms)
        case do.Settle():
            return settle(drill, command, now_ms)
        case do.Board():
            return () if drill.board == command.shown else (ev.BoardShown(now_ms, command.shown),)


def _course(  # noqa: PLR0911 - one line for each command
    drill: Drill, command: do.Next | do.Pause | do.Resume | do.Extend | do.Close | do.End, now_ms: int
) -> tuple[ev.Event, ...]:
    if drill.phase is Phase.ENDED:
        return () if isinstance(command, do.End) else _refuse("The drill is over.")
    match command:
        case do.Next():
            return _next(drill, now_ms)
        case do.End():
            return (*_closing(drill, now_ms), ev.Ended(now_ms))
    put = _need_round(drill)
    match command:
        case do.Pause():
            return (ev.Paused(now_ms),) if drill.phase is Phase.OPEN else ()
        case do.Resume():
            return (ev.Resumed(now_ms),) if drill.phase is Phase.PAUSED else ()
        case do.Extend():
            return _extend(drill, put, command.seconds, now_ms)
        case do.Close():
            return _closing(drill, now_ms)


def _next(drill: Drill, now_ms: int) -> tuple[ev.Event, ...]:
    if drill.phase in {Phase.OPEN, Phase.PAUSED}:
        return _refuse("A question is open.", "Close it first.")
    if drill.is_last:
        return _refuse("That was the last question.", "End the drill.")
    if not drill.playing:
        return _refuse("Nobody has joined yet.", "Wait for a player.")
    return (ev.Opened(now_ms, len(drill.rounds)),)


def _extend(drill: Drill, put: Round, seconds: int, now_ms: int) -> tuple[ev.Event, ...]:
    if put.closed_at_ms is not None:
        return _refuse("The question is closed.")
    if not drill.rules.seconds:
        return _refuse("This drill has no clock.")
    if not 0 < seconds <= MOST_EXTRA_SECONDS:
        return _refuse("The time to add must be between 1 second and an hour.")
    return (ev.Extended(now_ms, seconds),)


def _closing(drill: Drill, now_ms: int) -> tuple[ev.Event, ...]:
    """The event that closes the question at hand; nothing if none is open."""
    put = drill.round
    return (ev.Closed(now_ms, put.question),) if put is not None and put.closed_at_ms is None else ()


def _question(drill: Drill, command: do.Void | do.Accept, now_ms: int) -> tuple[ev.Event, ...]:
    at = command.question if command.question is not None else len(drill.rounds) - 1
    if not 0 <= at < len(drill.rounds):
        return _refuse("That question was not put.")
    put = drill.rounds[at]
    if isinstance(command, do.Void):
        return () if put.void else (ev.Voided(now_ms, at),)
    given = fold(command.given)
    if not any(fold(answer.given) == given for answer in put.answers.values()):
        return _refuse("Nobody gave that answer.")
    return () if given in put.accepted else (ev.Accepted(now_ms, at, given),)


def _player(drill: Drill, command: do.Kick | do.Rename | do.Ease, now_ms: int) -> tuple[ev.Event, ...]:
    player = drill.players.get(command.player)
    if player is None or player.kicked:
        return () if player and isinstance(command, do.Kick) else _refuse("That player is not in the drill.")
    match command:
        case do.Kick():
            return (ev.Kicked(now_ms, player.id),)
        case do.Rename():
            return _rename(drill, player, command.name, now_ms)
        case do.Ease():
            if not 1.0 <= command.factor <= MOST_EASE:
                return _refuse("A player's time can be 1 to 10 times the usual.")
            return (ev.Eased(now_ms, player.id, command.factor),)


def _rename(drill: Drill, player: Player, wish: str, now_ms: int) -> tuple[ev.Event, ...]:
    name = new_name(drill, wish, mine=player.id)
    return () if name == player.name else (ev.Renamed(now_ms, player.id, name),)


def _recode(wish: str, now_ms: int) -> tuple[ev.Event, ...]:
    code = as_typed(wish)
    if len(code) < CODE_LENGTH:
        return _refuse("A code has at least six letters or digits.")
    return (ev.Recoded(now_ms, code),)


def _need_round(drill: Drill) -> Round:
    if drill.round is None:
        raise Refused(Why.PHASE, "No question was put yet.", remedy="Begin with the first.")
    return drill.round


def _refuse(message: str, remedy: str = "") -> tuple[ev.Event, ...]:
    raise Refused(Why.PHASE, message, remedy=remedy)
