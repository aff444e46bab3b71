"""`trainer drill serve`: the server's own process, begun by `trainer drill host`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from trainer.cli import Exit
from trainer.errors import TrainerError


@click.command("serve", hidden=True)
@click.argument("path", type=click.Path(path_type=Path), metavar="LOG")
@click.option("--port", type=click.IntRange(0, 65_535), default=0)
@click.option("--lan", is_flag=True)
@click.option("--lingers", type=float, default=None, help="Seconds to wait for a host.")
def command(path: Path, port: int, lan: bool, lingers: float | None) -> None:
    """Serve a drill's log; where it listens, or why not, is one line of JSON on standard output."""
    from trainer.cli.drill_bound import pack
    from trainer.drill.server.addresses import free_port
    from trainer.drill.server.place import LINGERS_S, Place, drill_at
    from trainer.drill.server.serve import serve
    from trainer.drill.shelf import drill_logs
    from trainer.drill.verdict import graded

    place = Place(port, lan, LINGERS_S if lingers is None else lingers)
    try:
        serve(path, place, graded, pack, _announce)
    except TrainerError as error:
        _announce({"error": error.message, "where": error.where, "remedy": error.remedy})
        sys.exit(Exit.PROBLEM)
    except OSError as error:
        own, other = drill_at(port, drill_logs()), free_port(port, place.host)
        mine = f"A drill that you left is there: trainer drill resume {own}. " if own else ""
        remedy = mine + (f"Try --port {other}." if other else "Choose another with --port.")
        _announce(
            {"error": f"port {port} cannot be used: {(error.strerror or 'it is taken').lower()}.", "remedy": remedy}
        )
        sys.exit(Exit.PROBLEM)


def _announce(found: dict[str, Any]) -> None:
    print(json.dumps(found), flush=True)
