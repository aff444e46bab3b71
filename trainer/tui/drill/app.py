"""The windows of a drill."""

from __future__ import annotations

from trainer.drill.server.link import Link
from trainer.drill.state import Drill
from trainer.drill.table import Table
from trainer.errors import TrainerError
from trainer.tui.drill.guide import DrillGuide
from trainer.tui.drill.host import HostScreen
from trainer.tui.drill.table import TableScreen
from trainer.tui.frame import Frame


class HostApp(Frame):
    """A window with one drill's host in it."""

    CSS_PATH = "../app.tcss"
    GUIDE = DrillGuide

    def __init__(self, link: Link) -> None:
        """Over the line to the server."""
        self.host = HostScreen(link)
        super().__init__(self.host)


class TableApp(Frame):
    """A window with a drill at one keyboard in it."""

    CSS_PATH = "../app.tcss"
    GUIDE = DrillGuide

    def __init__(self, table: Table) -> None:
        """Over a drill's table."""
        super().__init__(TableScreen(table))


def open_host(link: Link) -> tuple[Drill | None, TrainerError | None]:
    """Run the host's screen until it is left; where the drill stands then, and why the server could not be kept up."""
    app = HostApp(link)
    app.run()
    return app.host.drill, app.host.problem


def open_table(table: Table) -> None:
    """Run a drill at one keyboard until it is left."""
    TableApp(table).run()
