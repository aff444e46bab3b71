"""Who stands where."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import set_cell_size
from textual.content import Content

from trainer.drill.names import MOST_CHARACTERS
from trainer.drill.rules import Style
from trainer.drill.scoreboard import Standing, players_board, teams_board
from trainer.drill.state import Drill, Phase
from trainer.text import clean
from trainer.tui.drill.pages import QUIET, Room, lines
from trainer.tui.shown import shown

_MISSES = {
    True: "What each of you missed waits on your page, to take home.",
    False: "trainer drill report tells what was missed.",
}
"""Where the misses are, by whether everybody has a page of their own."""
_MOST_BAR = 20
_BESIDE_THE_BAR = 61
"""Columns of a line: margins, place, name, points, and how many were right."""
_BRIER = 13
"""Columns of a Brier score."""


def board_page(drill: Drill, room: Room) -> Content:
    """Who stands where: teams first, then players."""
    teams, players = teams_board(drill), players_board(drill)
    space = max(3, room.height - 9 - (len(teams) + 3 if teams else 0))
    is_over = drill.phase is Phase.ENDED
    parts: list[Content | str] = [shown("The drill is over." if is_over else "Score board", "bold $text-primary"), ""]
    if teams:
        parts += [shown("Teams", QUIET), *_standings(teams, room), "", shown("Players", QUIET)]
    gap = [""] if 2 * len(players) <= space else []
    for line in _standings(players[:space], room):
        parts += [line, *gap]
    parts += [shown(f"and {len(players) - space} more", QUIET)] if len(players) > space else []
    parts += ["", shown(_MISSES[drill.rules.style is Style.TOGETHER], QUIET)] if is_over else []
    return lines(*parts)


def _standings(standings: Sequence[Standing], room: Room) -> list[Content]:
    """A line for each, with a bar as long as its points beside the most of them."""
    most = max((line.points for line in standings), default=0)
    told = any(line.brier is not None for line in standings)
    bar = max(0, min(_MOST_BAR, room.width - _BESIDE_THE_BAR - (_BRIER if told else 0)))
    return [_standing(line, round(bar * max(0, line.points) / most) if most > 0 else 0, bar) for line in standings]


def _standing(line: Standing, filled: int, bar: int) -> Content:
    brier = f"   Brier {line.brier:.2f}" if line.brier is not None else ""
    style = "bold $text-success" if line.place == 1 and line.points > 0 else "bold"
    return Content.assemble(
        (f"{line.place:>3}  ", QUIET),
        shown(set_cell_size(clean(line.name), MOST_CHARACTERS), style),
        shown(f"{line.points:>6}  ", style),
        shown("█" * filled + " " * (bar - filled), "$text-primary"),
        shown(f"  {round(line.right, 1):g} of {line.asked} right{brier}", QUIET),
    )
