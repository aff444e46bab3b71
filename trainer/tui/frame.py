"""What every window of the trainer has, whatever screens it opens: dress, command palette, help, a clean end."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from trainer.text import one_line
from trainer.tui.aside import Failed, show_trouble

if TYPE_CHECKING:
    from trainer.tui.guide import GuideScreen

_PATIENCE_S = 3.0
"""How long a program that was told to end may take to give its terminal back; one that is gone may never take it."""


class Frame(App[None]):
    """The application, whichever screen it begins with."""

    TITLE = "trainer"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - Textual types it so
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-middling"), (32, "-tall")]  # noqa: RUF012 - Textual types it so
    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "guide", "Help")]
    GUIDE: ClassVar[type[GuideScreen] | None] = None
    """A help screen of the window's own."""

    def __init__(self, first: Screen[None]) -> None:
        """Begin with a screen; its styles are read with those of all screens, in one go."""
        super().__init__()
        self._first = first
        self.css_path = [*self.css_path, *first.css_path]
        self._last_resort = Timer(_PATIENCE_S, os._exit, [1])
        self._last_resort.daemon = True
        self._heard_before: dict[int, Any] = {}

    def on_mount(self) -> None:
        """Leave when told to."""
        self.leave_on_signals()

    def get_default_screen(self) -> Screen[None]:
        """The first screen, with none below it."""
        return self._first

    def on_ready(self) -> None:
        """Look for garbage again if nobody did since the start, and not in what was made up to here: it stays."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """What the screen's keys do, then those of Textual's own that they leave open."""
        from trainer.tui.guide import entries_of

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
        from trainer.tui.guide import GuideScreen, entries_of

        if not isinstance(self.screen, GuideScreen):
            self.push_screen((self.GUIDE or GuideScreen)(entries_of(self.screen, self)))

    def action_help_quit(self) -> None:
        """What ctrl+c says: people press it to get out, and some to copy."""
        self.tell("ctrl+q ends the program. What you decided or rated is saved already.")

    def leave_on_signals(self) -> None:
        """Give the terminal back when the program is told to end; what was acknowledged is saved already."""
        loop = asyncio.get_running_loop()

        def leave(*_: object) -> None:
            if not self._last_resort.is_alive():
                self._last_resort.start()
            loop.call_soon_threadsafe(self.exit, None, 1)

        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, ValueError):  # no such signal here, or no way to hear it in this thread
                number = getattr(signal, name)
                self._heard_before[number] = signal.signal(number, leave)

    def on_unmount(self) -> None:
        """Leave the signals to whoever had them before."""
        while self._heard_before:
            signal.signal(*self._heard_before.popitem())

    def run(self, *how: Any, **named: Any) -> None:
        """Run to the end; whoever ran it goes on only then."""
        try:
            super().run(*how, **named)
        finally:
            self._last_resort.cancel()

    @on(Failed)
    def tell_of_failure(self, failed: Failed) -> None:
        """Say on the screen what went wrong beside it, where the screen itself did not."""
        if failed.node.is_attached:
            show_trouble(failed.node.screen, failed.error)

    def dress(self, theme: str) -> None:
        """Put on the theme of the settings, if there is one of that name."""
        if theme in self.available_themes:
            self.theme = theme
        else:
            self.tell(f"No theme is called {one_line(theme, 40)!r}; this is {self.theme}.")

    def tell(self, message: str) -> None:
        """A warning that goes away by itself."""
        self.notify(one_line(message), severity="warning", markup=False)
