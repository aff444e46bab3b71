"""A drill from its log: the host's end of it, or the table at which teams sit; on the screen or by lines."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from trainer.cli import Exit, say
from trainer.cli.terminal import need_terminal
from trainer.drill.log import DrillLog, read_drill_log
from trainer.drill.reduce import replay
from trainer.drill.rules import Style
from trainer.drill.server.link import Link
from trainer.drill.server.place import PORT, place_file
from trainer.drill.state import Phase


def serve_command(path: Path) -> list[str]:
    """The command that serves a drill's log in a process of its own."""
    return [sys.executable, "-m", "trainer", "drill", "serve", str(path)]


def run_host(path: Path, *, lan: bool, port: int | None, headless: bool) -> Exit:
    """Host the drill of a log until it is left. Raises TrainerError if its server does not start."""
    link = Link(serve_command(path), path, PORT if port is None else port, lan=lan)
    if headless:
        from trainer.cli.drill_headless import run_headless

        return run_headless(link)
    from trainer.tui.drill.app import open_host

    need_terminal("the host's screen", "trainer drill host --headless")
    drill, problem = open_host(link)
    if problem:
        raise problem
    if drill is None or drill.phase is not Phase.ENDED:
        say(f"the drill can be gone on with: trainer drill resume {path.stem}")
    else:
        say(f"what came of it: trainer drill report {path.stem}")
    return Exit.DONE


def run_table(path: Path, names: Sequence[str] = (), *, plain: bool = False) -> None:
    """Play the drill of a log at this terminal from where it stands, these players let in first."""
    from trainer.drill.server.clock import DrillClock
    from trainer.drill.table import Table
    from trainer.drill.verdict import graded

    if not plain:
        need_terminal("the drill's screen", "trainer drill --plain")
    with closing(DrillLog(path)) as log:
        since_ms = log.last_alive_ms()
        table = Table(log, graded, DrillClock(since_ms).now_ms)
        table.seat(names)
        table.recover(since_ms)
        if plain:
            from trainer.cli.drill_plain import PlainDrill

            PlainDrill(table, sys.stdin, sys.stdout).run()
        else:
            from trainer.tui.drill.app import open_table

            open_table(table)
    say(f"what came of it: trainer drill report {path.stem}")


def is_at_a_table(path: Path) -> bool:
    """Whether the drill of a log is played at one terminal, and has no server. Raises LogRefused and NotSaved."""
    if place_file(path).exists():
        return False
    drill = replay(read_drill_log(path))
    return drill is not None and drill.rules.style is not Style.TOGETHER
