"""What the drill is given from rooms that it does not know: options, packages for Anki, decks."""

from __future__ import annotations

import datetime as dt
import secrets
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from trainer.cards.choices import choices
from trainer.cli import complain_of
from trainer.decks import Deck
from trainer.drill.draw import Wish
from trainer.drill.events import Made
from trainer.drill.log import DrillLog
from trainer.drill.make import CHANCE_BYTES, check_marking, make, title_of
from trainer.drill.names import player_name
from trainer.drill.rules import Rules
from trainer.drill.shelf import drill_id, free_id, log_path


def pack(deck: Deck) -> bytes:
    """A deck as a package for Anki."""
    from trainer.anki.ledger import Ledger
    from trainer.anki.package import write_apkg

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "misses.apkg"
        write_apkg([(deck, Ledger([], int(time.time()), lambda _: None))], path)
        return path.read_bytes()


def read_decks(paths: Sequence[Path]) -> list[Deck]:
    """The decks; what is wrong with them goes to standard error, and their good cards go on."""
    from trainer.decks.read import read_deck

    read = [read_deck(path) for path in paths]
    complain_of(finding for _, findings in read for finding in findings)
    return [deck for deck, _ in read]


def new_drill(
    paths: Sequence[Path], wish: Wish, rules: Rules, seed: int | None, *, lan: bool = False, allow_red: bool = False
) -> tuple[Made, Path]:
    """A drill drawn from the decks and its log, begun. Raises TrainerError if the decks or their marking forbid it."""
    decks = read_decks(paths)
    now = dt.datetime.now().astimezone()
    made = make(
        decks,
        wish,
        replace(rules, teams=tuple(name for team in rules.teams if (name := player_name(team)))),
        drill=free_id(drill_id(title_of(decks), now)),
        seed=secrets.randbelow(1 << 31) if seed is None else seed,
        at_ms=int(now.timestamp() * 1000),
        chance=secrets.token_bytes(CHANCE_BYTES),
        choices=choices,
        red_allowed=lan and allow_red,
    )
    check_marking(made.marking, lan=lan, red_allowed=allow_red)
    path = log_path(made.drill)
    log = DrillLog(path, make=True)
    log.add([made])
    log.close()
    return made, path
