"""What it leads to that a player wants to go on in another browser, and that the host says yes or no."""

from __future__ import annotations

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.claims import MOST_FOR_A_PLACE, MOST_IN_ALL, claim_of, is_waiting, waiting
from trainer.drill.decide_join import check_door
from trainer.drill.names import player_name, skeleton
from trainer.drill.refused import Refused, Why
from trainer.drill.state import Drill, Player


def claim(drill: Drill, wish: do.Claim, now_ms: int) -> tuple[ev.Event, ...]:
    """A request for a place; asked again it stays the same, and who has a place needs none. Raises Refused.

    Neither a closed door nor the drill's end is in the way: who asks says to be in.
    """
    if drill.player_of(wish.token):
        return ()
    check_door(drill, wish.token, wish.code)
    player = _called(drill, wish.name)
    mine, others = claim_of(drill, wish.token), waiting(drill, now_ms)
    if mine in others and mine is not None and mine.player == player.id:
        return ()
    others = [other for other in others if other is not mine]
    is_full = len(others) >= MOST_IN_ALL or sum(one.player == player.id for one in others) >= MOST_FOR_A_PLACE
    if is_full or wish.claim in drill.claims:
        raise Refused(Why.LOCKED, "Too many ask for a place at once.", remedy="Tell the host, then try again.")
    return (ev.Claimed(now_ms, wish.claim, player.id, wish.token),)


def settle(drill: Drill, command: do.Settle, now_ms: int) -> tuple[ev.Event, ...]:
    """The host's word on a request. Raises Refused for one that does not wait any more."""
    asked = drill.claims.get(command.claim)
    if asked is None or not is_waiting(drill, asked, now_ms):
        raise Refused(Why.PHASE, "Nobody waits under that request any more.", remedy="Let them ask again.")
    return (ev.Settled(now_ms, asked.id, asked.player, command.hand_over),)


def _called(drill: Drill, name: str) -> Player:
    """Who is called so, or looks so."""
    looks = skeleton(player_name(name))
    for player in drill.playing:
        if looks and player.token and skeleton(player.name) == looks:
            return player
    raise Refused(Why.NAME, "Nobody in this drill is called that.", remedy="Join under that name.")
