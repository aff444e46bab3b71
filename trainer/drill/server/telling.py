"""Who is told what, when something has happened: a crowd is sent one message, made once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from trainer.drill import events as ev
from trainer.drill.page.document import clock_frame, mine_frame, view_frame, whole_frame
from trainer.drill.rules import Style
from trainer.drill.server.hub import Hub, frame
from trainer.drill.sight import Common, Mine, Places, common, mine
from trainer.drill.state import Drill, Phase, Player

_ALONE = Player("", "")


class Telling:
    """Tells the open pages what became of the drill."""

    def __init__(self, hub: Hub, now_ms: Callable[[], int], places: Places) -> None:
        """Over these streams, by this clock."""
        self._places = places
        self._hub = hub
        self._now_ms = now_ms

    def happened(self, events: Sequence[ev.Event], drill: Drill) -> None:
        """Tell everybody whom these events concern."""
        for event in events:
            if isinstance(event, ev.Kicked) or (isinstance(event, ev.Settled) and event.handed_over):
                self._hub.send(event.player, frame("out", {}))
                self._hub.close(event.player)
        if any(_changes_the_view(event, drill) for event in events):
            self._tell_all(drill)
            return
        if any(isinstance(event, ev.Extended | ev.Recovered) for event in events):
            self._tell_the_time(drill)
        for player in dict.fromkeys(event.player for event in events if isinstance(event, ev.Answered | ev.Renamed)):
            self.tell(drill, player)

    def tell(self, drill: Drill, player: str) -> None:
        """Tell one player how everything stands."""
        self._hub.send(player, snapshot(drill, drill.players[player], self._now_ms(), self._places))

    def _tell_all(self, drill: Drill) -> None:
        """A view for everybody, and beside it what is each player's own."""
        everybody = common(drill, self._places)
        if drill.phase in {Phase.OPEN, Phase.PAUSED} and not _is_fresh(drill):
            self._tell_each(drill, whole_frame, "view")
            return
        self._hub.broadcast(frame("view", view_frame(everybody, self._of_nobody(drill))))
        if everybody.revealed is not None:
            self._tell_each(drill, mine_frame, "mine")
        elif drill.phase is Phase.OPEN:
            self._tell_the_eased(drill)

    def _tell_each(self, drill: Drill, body: Callable[[Common, Mine], dict[str, object]], kind: str) -> None:
        everybody, now_ms = common(drill, self._places), self._now_ms()
        for player in self._hub.present:
            own = mine(drill, drill.players[player], now_ms, self._places)
            self._hub.send(player, frame(kind, body(everybody, own)))

    def _tell_the_time(self, drill: Drill) -> None:
        self._hub.broadcast(frame("clock", clock_frame(common(drill, self._places), self._of_nobody(drill))))
        self._tell_the_eased(drill)

    def _tell_the_eased(self, drill: Drill) -> None:
        """Those with more time than others have a clock of their own."""
        everybody, now_ms = common(drill, self._places), self._now_ms()
        for player in drill.playing:
            if player.ease != 1.0:
                self._hub.send(
                    player.id, frame("clock", clock_frame(everybody, mine(drill, player, now_ms, self._places)))
                )

    def _of_nobody(self, drill: Drill) -> Mine:
        """The part of somebody who has not answered and has the usual time."""
        return mine(drill, _ALONE, self._now_ms(), self._places)


def snapshot(drill: Drill, player: Player, now_ms: int, places: Places) -> bytes:
    """How everything stands, for one player."""
    return frame("view", whole_frame(common(drill, places), mine(drill, player, now_ms, places)))


def _is_fresh(drill: Drill) -> bool:
    """Whether nobody has done anything yet with a question that is everybody's."""
    return drill.rules.style is Style.TOGETHER and drill.round is not None and not drill.round.answers


def _changes_the_view(event: ev.Event, drill: Drill) -> bool:
    if isinstance(event, ev.Answered | ev.Buzzed | ev.Passed | ev.Joined | ev.Kicked):  # each may move the floor
        return drill.rules.style is not Style.TOGETHER
    return isinstance(
        event,
        ev.Opened | ev.Paused | ev.Resumed | ev.Closed | ev.Voided | ev.Accepted | ev.BoardShown | ev.Ended,
    )
