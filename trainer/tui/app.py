"""The application: which screen follows which."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from trainer.collection import Collection
from trainer.decks import Deck
from trainer.errors import Finding
from trainer.text import one_line
from trainer.tui.desk import Desk
from trainer.tui.guide import GuideScreen, entries_of
from trainer.tui.home import HomeScreen
from trainer.tui.overview import counted
from trainer.tui.study import StudyScreen
from trainer.tui.summary import SummaryScreen


class TrainerApp(App[None]):
    """The trainer on the screen: home, study, summary, and back."""

    TITLE = "trainer"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-middling"), (32, "-tall")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "guide", "Help")]

    def __init__(
        self, collection: Collection, findings: Sequence[Finding] = (), study: Sequence[Deck] | None = None
    ) -> None:
        """The home screen; or a session over the decks to `study`, which ends the program when it is over."""
        super().__init__()
        self._desk = Desk(collection)
        self._findings = findings
        self._study = study

    def on_mount(self) -> None:
        """Dress, open the first screen, say what was wrong with the decks."""
        self._leave_on_signals()
        self._dress(self._desk.theme)
        self.push_screen(HomeScreen(self._desk) if self._study is None else StudyScreen(self._desk, self._study))
        if self._findings:
            self._tell(f"{counted(len(self._findings), 'problem')} in decks: run trainer check")

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the screen's keys do, then those of Textual's own that they leave open."""
        entries = entries_of(screen, self)
        for entry in entries:
            yield SystemCommand(entry.title, entry.explanation, partial(self.run_action, entry.action, screen))
        told = {"Keys", "Maximize", *(entry.title for entry in entries)}
        yield from (command for command in super().get_system_commands(screen) if command.title not in told)

    def get_key_display(self, binding: Binding) -> str:
        """A key's name as people say it."""
        return "enter" if binding.key == "enter" else super().get_key_display(binding)

    def action_guide(self) -> None:
        """Help on the screen in view."""
        if not isinstance(self.screen, GuideScreen):
            self.push_screen(GuideScreen(entries_of(self.screen, self)))

    @on(HomeScreen.StudyWanted)
    def study(self, wanted: HomeScreen.StudyWanted) -> None:
        """From home into a session, with nothing over it."""
        self.clear_notifications()
        self.push_screen(StudyScreen(self._desk, wanted.decks))

    @on(StudyScreen.Ended)
    def sum_up(self, ended: StudyScreen.Ended) -> None:
        """From a session to its summary."""
        self.switch_screen(SummaryScreen(self._desk, ended.decks, ended.session))

    @on(SummaryScreen.UndoWanted)
    def resume(self, wanted: SummaryScreen.UndoWanted) -> None:
        """From the summary back into its session."""
        self.switch_screen(StudyScreen(self._desk, wanted.decks, wanted.session))

    @on(SummaryScreen.Closed)
    def leave_summary(self) -> None:
        """From the summary home, or out of the program if that is not where the person came from."""
        if self._study is None:
            self.pop_screen()
        else:
            self.exit()

    def _leave_on_signals(self) -> None:
        """Give the terminal back when the program is told to end; what was rated is saved already."""
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):
                asyncio.get_running_loop().add_signal_handler(getattr(signal, name), self.exit, None, 1)

    def _dress(self, theme: str) -> None:
        """Put on the theme of the settings, if there is one of that name."""
        if theme in self.available_themes:
            self.theme = theme
        else:
            self._tell(f"No theme is called {one_line(theme, 40)!r}; this is {self.theme}.")

    def _tell(self, message: str) -> None:
        self.notify(one_line(message), severity="warning", markup=False)
