"""A drill at one keyboard: teams in turn, or a key for each to buzz with."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.widgets import Input, Static

from trainer.drill import commands as do
from trainer.drill.refused import Refused
from trainer.drill.rules import Scoring
from trainer.drill.spread import not_right
from trainer.drill.state import Drill, Phase
from trainer.drill.table import Table
from trainer.drill.turns import holder
from trainer.errors import NotSaved
from trainer.tui.drill import pages
from trainer.tui.drill.keys import TABLE_BINDINGS, table_hints
from trainer.tui.drill.prompt import take_for_right
from trainer.tui.drill.table_pages import table_columns
from trainer.tui.drill.twice import Twice
from trainer.tui.drill.typed_line import TypedLine, asks_to_type
from trainer.tui.key_line import KeyLine
from trainer.tui.marking import MarkingBanner
from trainer.tui.shown import shown

_TICK_S = 0.25


class TableScreen(Screen[None]):
    """One drill; each key is decided and on the disk before the screen changes."""

    CSS_PATH = "host.tcss"
    AUTO_FOCUS = ""  # the line to type in is there only when somebody is to type
    BINDINGS: ClassVar[list[BindingType]] = TABLE_BINDINGS

    def __init__(self, table: Table) -> None:
        """At a table."""
        super().__init__()
        self._table = table
        self._given: dict[str, Any] | None = None
        self._end = Twice()

    @property
    def drill(self) -> Drill:
        """Where the drill stands."""
        return self._table.drill

    def compose(self) -> ComposeResult:
        """Marking, head, the middle in two columns, a line to type in, keys."""
        yield MarkingBanner()
        yield Static(id="head")
        with Horizontal(id="body"):
            with VerticalScroll(id="left", can_focus=False):
                yield Static(id="page")
            yield Static(id="right")
        yield TypedLine()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the table, and move the clock."""
        self.set_focus(None)
        self.show()
        self.set_interval(_TICK_S, self.tick)

    def tick(self) -> None:
        """Close what is due, and show the clock."""
        try:
            self._table.settle()
        except NotSaved as error:
            self._tell(str(error))
        self.show()

    def ask(self, command: do.Command) -> None:
        """Ask for something, then show what came of it."""
        try:
            self._table.ask(command)
            self._table.settle()
        except (Refused, NotSaved) as error:
            self._tell(str(error))
        self.show()

    def show(self) -> None:
        """Show where the drill stands."""
        with suppress(NoMatches):  # the screen is being taken down
            self._draw(self.drill)

    def _draw(self, drill: Drill) -> None:
        self.query_one(MarkingBanner).mark(drill.made.marking)
        number = f"Question {len(drill.rounds)} of {len(drill.made.questions)}" if drill.rounds else "Lobby"
        self.query_one("#head", Static).update(pages.head(f"{number} · {drill.made.title}", (), self.size.width))
        room = pages.Room(self.size.width, self.size.height)
        left, right = table_columns(drill, self._table.now_ms(), room)
        self.query_one("#page", Static).update(left)
        side = self.query_one("#right", Static)
        side.display = bool(right)
        side.update(right)
        self._show_line(drill)
        self.query_one(KeyLine).show(table_hints(drill, is_typing=self.has_class("-asking")))

    def _show_line(self, drill: Drill) -> None:
        """The line to type in, when somebody is to type."""
        asked = asks_to_type(drill, is_chosen=self._given is not None)
        self.set_class(bool(asked), "-asking")
        self.query_one(TypedLine).ask(asked)

    def on_key(self, event: events.Key) -> None:
        """A digit buzzes, a letter chooses an option."""
        at_hand, question = self.drill.round, self.drill.question
        if self.drill.phase is not Phase.OPEN or at_hand is None or question is None or event.character is None:
            return
        turn = holder(self.drill, at_hand)
        if turn is None and event.character.isdecimal():
            players = self.drill.playing
            if 0 < int(event.character) <= len(players):
                self.ask(do.Buzz(players[int(event.character) - 1].id, at_hand.question))
                event.stop()
        elif turn is not None and event.character.upper() in pages.LETTERS[: len(question.options)]:
            event.stop()
            self._give({"option": pages.LETTERS.index(event.character.upper())})

    @on(Input.Submitted)
    def take(self, event: Input.Submitted) -> None:
        """What was typed: an answer, or how sure."""
        typed = event.value.strip()
        event.input.value = ""
        if self._given is None:
            self._give({"given": typed})
        elif typed.isdecimal() and int(typed) <= 100:
            given, self._given = self._given, None
            self._answer({**given, "confidence": int(typed)})

    def _give(self, given: dict[str, Any]) -> None:
        """Answer for whose turn it is; first ask how sure, where that counts."""
        if self.drill.rules.scoring is Scoring.CONFIDENCE:
            self._given = given
            self.show()
        else:
            self._answer(given)

    def _answer(self, given: dict[str, Any]) -> None:
        at_hand = self.drill.round
        turn = holder(self.drill, at_hand) if at_hand else None
        if turn is not None and at_hand is not None:
            self.ask(do.Give(turn, at_hand.question, **given))

    def action_next(self) -> None:
        """Put the next question; after the last, end."""
        if self.drill.phase is Phase.CLOSED and self.drill.is_last:
            self.ask(do.End())
        elif self.drill.phase in {Phase.LOBBY, Phase.CLOSED}:
            self.ask(do.Next())

    def action_let_go(self) -> None:
        """Pass for whose turn it is."""
        at_hand = self.drill.round
        turn = holder(self.drill, at_hand) if at_hand and self.drill.phase is Phase.OPEN else None
        self._given = None
        if turn is not None and at_hand is not None:
            self.ask(do.Pass(turn, at_hand.question))

    def action_pause(self) -> None:
        """Stop the clock, or let it go on."""
        self.ask(do.Resume() if self.drill.phase is Phase.PAUSED else do.Pause())

    def action_extend(self) -> None:
        """Give the open question more time."""
        self.ask(do.Extend(15))

    def action_close(self) -> None:
        """Close the question."""
        self.ask(do.Close())

    def action_board(self) -> None:
        """Put the board up, or take it down."""
        self.ask(do.Board(shown=not self.drill.board))

    def action_void(self) -> None:
        """Take the question out of the score."""
        self.ask(do.Void())

    def action_accept(self) -> None:
        """Choose an answer that is to count as right."""
        take_for_right(self, not_right(self.drill), lambda given: self.ask(do.Accept(given)))

    def action_leave(self) -> None:
        """End the drill, before its last question only at the second time of asking; when it is over, leave."""
        drill = self.drill
        if drill.phase is Phase.ENDED:
            self.app.exit()
        elif drill.phase is Phase.LOBBY:
            self.ask(do.End())
            self.app.exit()
        elif (drill.phase is Phase.CLOSED and drill.is_last) or self._end.is_again():
            self.ask(do.End())
        else:
            self._tell("q once more ends the drill.")

    def _tell(self, message: str) -> None:
        self.notify(shown(message).plain, severity="warning", markup=False)
