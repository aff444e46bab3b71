"""What teams at one keyboard see beside the question: how to play, whose turn it is, what each said."""

from __future__ import annotations

from textual.content import Content

from trainer.drill.rules import Style
from trainer.drill.scoreboard import players_board
from trainer.drill.scoring import credit_of
from trainer.drill.state import Answer, Drill, Phase, Round
from trainer.drill.timing import left_ms
from trainer.drill.turns import holder, is_out
from trainer.tui.drill.board import board_page
from trainer.tui.drill.lobby import how_it_is_played
from trainer.tui.drill.pages import QUIET, Room, countdown, lines
from trainer.tui.drill.question_page import question_page, reveal_page
from trainer.tui.shown import shown

_HOW = {
    Style.TURNS: "Each question goes to the next in turn. Letters choose an option; Escape passes.",
    Style.BUZZER: "The number of whoever knows it first buzzes. Letters choose an option; Escape passes.",
    Style.TOGETHER: "",
}


def table_columns(drill: Drill, now_ms: int, room: Room) -> tuple[Content, Content]:
    """The middle of the screen at each point of a drill."""
    at_hand, question = drill.round, drill.question
    if at_hand is None or question is None:
        return table_lobby(drill), shown("")
    if drill.board or drill.phase is Phase.ENDED:
        return board_page(drill, room), shown("")
    if at_hand.closed_at_ms is not None:
        return reveal_page(question, at_hand, room), outcome_page(drill, at_hand)
    return question_page(question, room), turn_page(drill, at_hand, left_ms(drill, now_ms), room)


def table_lobby(drill: Drill) -> Content:
    """Before the first question."""
    names = [shown(f"{number}  {player.name}", "bold") for number, player in enumerate(drill.playing, 1)]
    played = shown(how_it_is_played(drill), QUIET)
    return lines(_HOW[drill.rules.style], played, "", *names, "", shown("Enter begins.", "bold $text-primary"))


def turn_page(drill: Drill, at_hand: Round, left_ms: int | None, room: Room) -> Content:
    """The clock, and whose turn it is."""
    turn = holder(drill, at_hand)
    parts: list[Content | str] = countdown(left_ms, room)
    if drill.phase is Phase.PAUSED:
        parts.append(shown("The clock stands.", "bold $text-warning"))
    elif turn:
        parts.append(shown(f"{drill.players[turn].name}, your answer", "bold $text-success"))
    elif drill.rules.style is Style.BUZZER:
        parts.append(shown("Who knows it?", "bold $text-success"))
    parts.append("")
    for number, player in enumerate(drill.playing, 1):
        parts.append(shown(f"{number}  {player.name}", f"{QUIET} strike" if is_out(at_hand, player.id) else ""))
    return lines(*parts)


def outcome_page(drill: Drill, at_hand: Round) -> Content:
    """What each said, right or wrong, and the points so far."""
    said = [_said(drill.players[player].name, at_hand, answer) for player, answer in at_hand.answers.items()]
    points = [shown(f"{line.points:>6}  {line.name}", "bold") for line in players_board(drill)]
    return lines(*said, "", *points)


def _said(name: str, at_hand: Round, answer: Answer) -> Content:
    """What one said, with a sign before it."""
    credit = credit_of(at_hand, answer)
    sign, style = (
        ("✓", "$text-success") if credit >= 1.0 else ("~", "$text-warning") if credit else ("✗", "$text-error")
    )
    remark = f" ({answer.remark})" if answer.remark else ""
    return shown(f"{sign} ", f"bold {style}") + shown(f"{name}: {answer.given}{remark}")
