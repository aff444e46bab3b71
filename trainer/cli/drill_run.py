"""The host's end of a drill, on the screen or by lines."""

from __future__ import annotations

import sys
from pathlib import Path

from trainer.cli import Exit, say
from trainer.cli.terminal import need_terminal
from trainer.drill.server.link import Link
from trainer.drill.server.place import PORT
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
