"""Who stands where, by player and by team."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from trainer.drill.scoring import brier, scored
from trainer.drill.state import Drill, Player


@dataclass(frozen=True, slots=True)
class Standing:
    """One line of the board."""

    place: int
    """From 1; equal points share a place."""
    id: str
    """The player's id, or the team's name."""
    name: str
    team: str
    """Empty for a team itself."""
    points: int
    """A player's sum; a team's mean over its players, so that a small team is not behind for being small."""
    right: float
    """Questions' worth of right answers; of a team, the mean."""
    answered: float
    """Questions answered; of a team, the mean."""
    asked: int
    """Questions that count so far."""
    brier: float | None = None
    """The mean squared error of how sure they were; None if that was not asked."""


def players_board(drill: Drill) -> list[Standing]:
    """Every player who was not sent out, the best first; the same points in the order of names."""
    return _placed(_standing(drill, player) for player in drill.playing)


def teams_board(drill: Drill) -> list[Standing]:
    """Every team with a player in it, the best first; empty in a drill without teams."""
    players = players_board(drill)
    teams = [[line for line in players if line.team == team] for team in drill.rules.teams]
    return _placed(_team(members) for members in teams if members)


def shown_name(drill: Drill, player: Player) -> str:
    """How a player is called on boards: the name, or a number in a drill without names."""
    if not drill.rules.anonymous:
        return player.name
    return f"Player {list(drill.players).index(player.id) + 1}"


def _standing(drill: Drill, player: Player) -> Standing:
    parts = scored(drill, player.id)
    return Standing(
        0,
        player.id,
        shown_name(drill, player),
        player.team,
        points=sum(part.points for part in parts),
        right=sum(part.credit for part in parts),
        answered=sum(part.answer is not None for part in parts),
        asked=len(parts),
        brier=brier(parts),
    )


def _team(members: Sequence[Standing]) -> Standing:
    def mean(of: Callable[[Standing], float]) -> float:
        return sum(of(member) for member in members) / len(members)

    errors = [member.brier for member in members if member.brier is not None]
    return Standing(
        0,
        members[0].team,
        members[0].team,
        "",
        points=round(mean(lambda member: member.points)),
        right=mean(lambda member: member.right),
        answered=mean(lambda member: member.answered),
        asked=members[0].asked,
        brier=sum(errors) / len(errors) if errors else None,
    )


def _placed(lines: Iterable[Standing]) -> list[Standing]:
    ranked: list[Standing] = []
    for number, line in enumerate(sorted(lines, key=lambda line: (-line.points, line.name.casefold(), line.id)), 1):
        ties = bool(ranked) and ranked[-1].points == line.points
        ranked.append(replace(line, place=ranked[-1].place if ties else number))
    return ranked
