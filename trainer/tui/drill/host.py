"""The host's screen: what the room sees, and the keys that steer the drill."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Static

from trainer.drill.claims import waiting
from trainer.drill.scoreboard import shown_name
from trainer.drill.server.link import Link
from trainer.drill.spread import not_right
from trainer.drill.state import Drill, Phase
from trainer.errors import TrainerError, told_of
from trainer.tui.aside import show_trouble
from trainer.tui.drill.claims import ClaimLines
from trainer.tui.drill.host_pages import host_columns, host_head
from trainer.tui.drill.keys import HOST_BINDINGS, host_hints
from trainer.tui.drill.pages import Room
from trainer.tui.drill.prompt import choose, take_for_right
from trainer.tui.drill.told import Told
from trainer.tui.drill.twice import Twice
from trainer.tui.key_line import KeyLine
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown

_TICK_S = 0.25


class HostScreen(Screen[None]):
    """A drill as its server tells it; every key is a command, and what it led to comes back as events."""

    CSS_PATH = "host.tcss"
    BINDINGS: ClassVar[list[BindingType]] = HOST_BINDINGS

    def __init__(self, link: Link) -> None:
        """Over the line to the server."""
        super().__init__()
        self._link = link
        self._told = Told()
        self._end = Twice()
        self.problem: TrainerError | None = None
        """Why the server could not be kept up."""

    @property
    def drill(self) -> Drill | None:
        """Where the drill stands; None until the server has told."""
        return self._told.drill

    def compose(self) -> ComposeResult:
        """Marking, head, the middle in two columns, who asks to come back, keys."""
        yield MarkingBanner()
        yield Static(id="head")
        with Horizontal(id="body"):
            with VerticalScroll(id="left", can_focus=False):
                yield Static(id="page")
            yield Static(id="right")
        yield ClaimLines()
        yield KeyLine()

    def on_mount(self) -> None:
        """Listen to the server, and move the clock."""
        self.listen()
        self.set_interval(_TICK_S, self.show)

    @work(exclusive=True)
    async def listen(self) -> None:
        """Take every line of the server; say so if it cannot be kept up, and end if nothing was told yet."""
        try:
            async for line in self._link.lines():
                self.hear(line)
        except (TrainerError, OSError) as error:
            self.problem = told_of(error)
            if self.drill is None:
                self.app.exit(None, 1)
            else:
                show_trouble(self, self.problem)

    def hear(self, line: dict[str, Any]) -> None:
        """One line: it may change what is shown, or say why a command was refused."""
        if refusal := self._told.hear(line):
            self.notify(shown(refusal).plain, severity="warning", markup=False)
        self.show()

    def show(self) -> None:
        """Show where the drill stands."""
        if self.drill is not None and self._told.is_whole:
            with suppress(NoMatches):  # the screen is being taken down
                self._draw(self.drill)

    def _draw(self, drill: Drill) -> None:
        self.query_one(MarkingBanner).mark(drill.made.marking)
        is_up = self._link.is_ready.is_set()
        self.query_one("#head", Static).update(host_head(drill, self._told, self.size.width, is_up=is_up))
        claims = waiting(drill, self._told.now_ms())
        self.query_one(ClaimLines).show(drill, claims, self._told.present)
        self.query_one(KeyLine).show(host_hints(drill, is_asked=bool(claims)))
        left, right, is_qr = host_columns(drill, self._told, Room(self.size.width, self.size.height))
        self.query_one("#page", Static).update(left)
        side = self.query_one("#right", Static)
        side.set_class(is_qr, "-qr")
        side.display = bool(right)
        side.update(right)

    @work
    async def tell(self, command: str, **fields: object) -> None:
        """Send a command."""
        await self._link.send({"do": command, **fields})

    def action_send(self, command: str) -> None:
        """Send a command that needs nothing more."""
        self.tell(command)

    def action_next(self) -> None:
        """Put the next question; after the last, end."""
        self.tell("end" if self._is_done else "next")

    def action_end(self) -> None:
        """End the drill; before its last question only at the second time of asking."""
        if self.drill is not None and self.drill.phase is Phase.ENDED:
            return
        if self._is_done or self._end.is_again():
            self.tell("end")
        else:
            self.notify("x once more ends the drill.", severity="warning", markup=False)

    @property
    def _is_done(self) -> bool:
        """Whether the last question is closed."""
        return self.drill is not None and self.drill.is_last and self.drill.phase is Phase.CLOSED

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.tell("resume" if self.drill and self.drill.phase is Phase.PAUSED else "pause")

    def action_board(self) -> None:
        """Put the board up, or take it down."""
        self.tell("board", shown=not (self.drill and self.drill.board))

    def action_lock(self) -> None:
        """Close the door, or open it."""
        self.tell("lock", locked=not (self.drill and self.drill.locked))

    def action_settle(self, hand_over: bool) -> None:
        """Hand a place over to who asks for it, or decline to; what is decided is what stands on the screen."""
        if claim := self.query_one(ClaimLines).claim:
            self.tell("settle", claim=claim, hand_over=hand_over)

    def action_kick(self) -> None:
        """Choose whom to send out."""
        self._about_a_player("Send out", "A number", lambda player, _: self.tell("kick", player=player))

    def action_rename(self) -> None:
        """Choose whom to call something else."""
        self._about_a_player(
            "Rename", "A number and the new name", lambda player, name: self.tell("rename", player=player, name=name)
        )

    def action_ease(self) -> None:
        """Choose who has more time."""
        self._about_a_player("More time for", "A number", lambda player, _: self.tell("ease", player=player))

    def _about_a_player(self, title: str, hint: str, act: Callable[[str, str], object]) -> None:
        drill = self.drill
        names = {player.id: shown_name(drill, player) for player in drill.playing} if drill else {}
        chosen = list(names.values())
        choose(self, title, chosen, hint, lambda at, rest: act(list(names)[at], rest), none="Nobody has joined yet.")

    def action_accept(self) -> None:
        """Choose an answer that is to count as right."""
        take_for_right(
            self, not_right(self.drill) if self.drill else [], lambda given: self.tell("accept", given=given)
        )

    @work
    async def action_leave(self) -> None:
        """Leave the screen; a drill that is over, or to which nobody came, takes its server along."""
        if self.drill is not None and (self.drill.phase is Phase.ENDED or not self.drill.players):
            await self._link.quit()
        self.app.exit()
