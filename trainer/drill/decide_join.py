"""What it leads to that somebody wants in."""

from __future__ import annotations

import hmac

from trainer.drill import commands as do
from trainer.drill import events as ev
from trainer.drill.codes import as_typed
from trainer.drill.names import is_taken, player_name
from trainer.drill.refused import Refused, Why
from trainer.drill.state import Drill, Phase


def join(drill: Drill, wish: do.Join, now_ms: int) -> tuple[ev.Event, ...]:
    """A newcomer comes in; who is in stays. Raises Refused."""
    if drill.player_of(wish.token):
        return ()
    if wish.token:
        check_door(drill, wish.token, wish.code)
    name = new_name(drill, wish.name)
    if drill.phase is Phase.ENDED:
        raise Refused(Why.PHASE, "This drill is over.")
    if drill.locked or len(drill.players) >= drill.rules.most_players:
        raise Refused(Why.LOCKED, "This drill takes nobody new.", remedy="Ask the host to open it.")
    return (ev.Joined(now_ms, wish.player, name, _team(drill, wish.team), wish.token),)


def check_door(drill: Drill, token: str, code: str) -> None:
    """Raise Refused for a browser that was sent out, and for a wrong code or key."""
    sender = drill.players.get(drill.tokens.get(token, ""))
    if sender is not None and sender.kicked:
        raise Refused(Why.NO_PLAYER, "The host has sent you out of this drill.")
    typed = as_typed(code).encode()
    is_code = hmac.compare_digest(typed, drill.code.encode())
    if not is_code and not hmac.compare_digest(code.encode("utf-8", "replace"), drill.made.join_key.encode()):
        raise Refused(Why.NO_CODE, "That is not the code of this drill.", remedy="Look at the host's screen.")


def new_name(drill: Drill, text: str, mine: str = "") -> str:
    """A name that a player may have from now on. Raises Refused."""
    name = player_name(text)
    if not name:
        raise Refused(Why.NAME, "A name is needed.", remedy="Type one that the team knows you by.")
    if is_taken(name, (player.name for player in drill.playing if player.id != mine)):
        raise Refused(Why.TAKEN, f"Somebody is called {name} already.", remedy="Add a letter to yours.")
    return name


def _team(drill: Drill, team: str) -> str:
    if not drill.rules.teams:
        return ""
    if team not in drill.rules.teams:
        raise Refused(Why.BAD, "That is none of the teams.", remedy=f"Choose one: {', '.join(drill.rules.teams)}.")
    return team
