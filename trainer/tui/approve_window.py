"""The window that holds one approval."""

from __future__ import annotations

from trainer.approval import Approval, Table
from trainer.tui.approve import ApproveScreen
from trainer.tui.approve_guide import ApproveGuide
from trainer.tui.frame import Frame


class ApproveApp(Frame):
    """A window with one approval in it."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide"), (120, "-broad")]  # noqa: RUF012 - Textual types it so
    GUIDE = ApproveGuide

    def __init__(self, table: Table, theme: str) -> None:
        """An approval, in a theme."""
        self._screen = ApproveScreen(table)
        super().__init__(self._screen)
        self._theme_wanted = theme

    @property
    def approval(self) -> Approval:
        """Where it stands."""
        return self._screen.approval

    def on_mount(self) -> None:
        """Dress."""
        self.dress(self._theme_wanted)


def open_approval(table: Table, theme: str) -> tuple[Approval, int]:
    """Run the screen until the person ends; where the approval stands then, and the window's exit code."""
    app = ApproveApp(table, theme)
    app.run()
    return app.approval, app.return_code or 0
