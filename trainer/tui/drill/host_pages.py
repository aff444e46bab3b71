"""What stands on the host's screen at each point of a drill: its head, and the middle in two columns."""

from __future__ import annotations

from textual.content import Content

from trainer.drill.state import Drill, Phase
from trainer.drill.timing import left_ms
from trainer.tui.drill import pages
from trainer.tui.drill.board import board_page
from trainer.tui.drill.lobby import join_page
from trainer.tui.drill.qr import qr_text
from trainer.tui.drill.question_page import question_page, reveal_page
from trainer.tui.drill.told import Told
from trainer.tui.shown import shown


def host_head(drill: Drill, told: Told, width: int, *, is_up: bool) -> Content:
    """How far the drill is; and for whoever comes late, where to go and what to type."""
    number = f"Question {len(drill.rounds)} of {len(drill.made.questions)}" if drill.rounds else "Lobby"
    if not is_up:
        number = "The server is being brought back"
    door = ["the door is closed"] if drill.locked else [told.addresses[0], f"code {drill.code}"]
    return pages.head(f"{number} · {drill.made.title}", door if drill.rounds else [], width)


def host_columns(drill: Drill, told: Told, room: pages.Room) -> tuple[Content, Content, bool]:
    """The two columns, and whether the right one is the picture to scan."""
    at_hand, question = drill.round, drill.question
    if at_hand is None or question is None:
        lobby = join_page(drill, told.addresses, room, lan=told.lan)
        return lobby, shown(qr_text(f"{told.addresses[0]}?k={drill.made.join_key}")), True
    if drill.board or drill.phase is Phase.ENDED:
        return board_page(drill, room), shown(""), False
    if at_hand.closed_at_ms is not None:
        return reveal_page(question, at_hand, room), pages.spread_page(drill, at_hand), False
    left = left_ms(drill, told.now_ms())
    return question_page(question, room), pages.waiting_page(drill, left, told.present, room), False
