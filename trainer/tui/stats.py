"""The stats screen: what the log and the queues come to, as plots, of all decks and of each."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, ProgressBar, Static
from textual.worker import get_current_worker

from trainer.stats import Stats, steps
from trainer.stats.choose import figures
from trainer.text import one_line
from trainer.tui.aside import Failed, aside
from trainer.tui.desk import Desk
from trainer.tui.marking import MarkingBanner
from trainer.tui.plot import Plot
from trainer.tui.shown import shown


class StatsScreen(Screen[None]):
    """Every figure under one another; two side by side where there is room."""

    CSS_PATH = "stats.tcss"
    AUTO_FOCUS = "VerticalScroll"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (120, "-broad")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "Next", key_display="→", priority=True, tooltip="Show the next deck"),
        Binding("left", "turn(-1)", "Before", key_display="←", priority=True, tooltip="Show the deck before"),
        Binding("n", "numbers", "Numbers", tooltip="Show numbers in place of pictures, or pictures again"),
        Binding("escape,q,s", "close", "Back", tooltip="Go back; counting that is under way stops"),
    ]

    @dataclass
    class Counting(Message):
        """Some of the log was counted."""

        share: float

    @dataclass
    class Counted(Message):
        """All of it was."""

        stats: list[Stats]

    def __init__(self, desk: Desk) -> None:
        """The stats of the desk's decks."""
        super().__init__()
        self._desk = desk
        self._stats: list[Stats] = []
        self._place = 0
        self._as_numbers = False

    def compose(self) -> ComposeResult:
        """How far the counting is; then whose stats these are, over the figures."""
        yield MarkingBanner()
        with Horizontal(id="head"):
            yield Static("Counting …", id="whose")
            yield Static(id="which")
        yield ProgressBar(total=1, show_percentage=False, show_eta=False)
        with VerticalScroll():
            yield Container(id="figures")
        yield Footer()

    def on_mount(self) -> None:
        """Begin to count."""
        self._count()

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Turning needs decks to turn to, numbers something that was counted."""
        if action == "turn":
            return len(self._stats) > 1
        return bool(self._stats) if action == "numbers" else True

    async def action_turn(self, by: int) -> None:
        """Show another deck, after the last the first again."""
        self._place = (self._place + by) % len(self._stats)
        await self._show()

    def action_numbers(self) -> None:
        """Numbers in place of pictures, or pictures again."""
        self._as_numbers = not self._as_numbers
        for plot in self.query(Plot):
            plot.tell(self._as_numbers)

    def action_close(self) -> None:
        """Back to where the person came from."""
        self.dismiss()

    @on(Counting)
    def show_progress(self, counting: Counting) -> None:
        """How far it is."""
        self.query_one(ProgressBar).update(progress=counting.share)

    @on(Counted)
    async def show_stats(self, counted: Counted) -> None:
        """The figures in place of the progress."""
        self._stats = counted.stats
        self.query_one(ProgressBar).display = False
        self.refresh_bindings()
        await self._show()

    @on(Failed)
    def stop_counting(self) -> None:
        """Nothing is on its way any more; why is told over the screen."""
        self.query_one(ProgressBar).display = False
        self.query_one("#whose", Static).update()

    async def _show(self) -> None:
        stats, where = self._stats[self._place], self.query_one("#figures")
        self.query_one(MarkingBanner).mark(stats.marking)
        self.query_one("#whose", Static).update(shown(one_line(stats.title), "bold"))
        place = f"{self._place + 1} of {len(self._stats)}" if len(self._stats) > 1 else ""
        self.query_one("#which", Static).update(shown(place))
        await where.remove_children()
        await where.mount_all(Plot(figure, self._as_numbers) for figure in figures(stats))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    @aside(exclusive=True)
    def _count(self) -> None:
        """Count step by step, so that others have their turn at the desk and nobody waits for what they have left."""
        worker = get_current_worker()
        making: Generator[float, None, list[Stats]] = self._desk.ask(steps)
        while not worker.is_cancelled:
            try:
                share = self._desk.ask(lambda _: next(making))
            except StopIteration as end:
                self.post_message(self.Counted(end.value))
                return
            self.post_message(self.Counting(share))
