"""The question and its answer as a room sees them: where there is room, in letters that read from the back."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.content import Content

from trainer.drill.question import LETTERS, Form, Question
from trainer.drill.scoring import right_answer
from trainer.drill.state import Round
from trainer.tui.drill.letters import enlarged
from trainer.tui.drill.pages import MOST_WIDTH, QUIET, Room, lines
from trainer.tui.shown import shown

_HINT = {
    Form.TYPED: "Type the answer.",
    Form.NUMBER: "Type the number.",
    Form.LIST: "Type all of them, with commas between.",
}
_BESIDE = 51
"""Columns of the margins and of what stands beside the question."""
_AROUND = 9
"""Rows of what stands above and below it."""
_MOST_OF_AN_ANSWER = 10
"""Rows of large letters: two lines."""
_INDENT = 5
"""Columns before a large option, for its letter."""
_PLAINLY = 2
"""Rows of what stands below large letters."""


def question_page(question: Question, room: Room) -> Content:
    """The question and its options: both large where they fit, or the question alone, or neither."""
    columns, rows = _columns(room), room.height - _AROUND
    large = enlarged(question.prompt, columns) if room.is_large else ()
    options = [enlarged(option, columns - _INDENT) for option in question.options]
    left = rows - len(large) - _PLAINLY
    if large and all(options) and sum(len(option) + _PLAINLY for option in options) <= left:
        return lines(*_drawn(large), *_plainly(question.prompt), *_large_options(question, options), *_hint(question))
    if large and sum(2 + len(option) // columns for option in question.options) <= left:
        return lines(*_drawn(large), *_plainly(question.prompt), *_options(question), *_hint(question))
    return lines(shown(question.prompt, "bold"), "", *_options(question), *_hint(question))


def reveal_page(question: Question, at_hand: Round, room: Room) -> Content:
    """What is right, and why."""
    card = question.card
    answer = right_answer(question)
    large = enlarged(answer, _columns(room)) if room.is_large else ()
    return lines(
        shown(question.prompt),
        "",
        *_drawn(large if len(large) <= _MOST_OF_AN_ANSWER else (), "bold $text-success"),
        shown(answer, "bold $text-success"),
        shown(", ".join(card.held), QUIET),
        "",
        shown(f"“{card.source.sentence}”" if card.source else ""),
        shown(question.origin, QUIET),
        shown("This question does not count." if at_hand.void else "", "bold $text-warning"),
    )


def _columns(room: Room) -> int:
    """What a line of the left column holds."""
    return min(room.width, MOST_WIDTH) - _BESIDE


def _drawn(rows: Sequence[str], style: str = "bold") -> list[Content]:
    return [shown(row, style) for row in rows]


def _plainly(text: str) -> list[Content | str]:
    """The same for whoever sits near, and for a program that reads the screen aloud."""
    return [shown(text, QUIET), ""]


def _options(question: Question) -> list[Content | str]:
    written: list[Content | str] = []
    for number, text in enumerate(question.options):
        written += [Content.assemble(_letter(number), " ", shown(text)), ""]
    return written


def _large_options(question: Question, large: Sequence[Sequence[str]]) -> list[Content | str]:
    written: list[Content | str] = []
    for number, text in enumerate(question.options):
        for letter, row in zip_longest(enlarged(LETTERS[number], _INDENT), large[number], fillvalue=""):
            written.append(shown(letter.ljust(_INDENT), "$text-primary") + shown(row, "bold"))
        written += [Content.assemble(_letter(number), " ", shown(text, QUIET)), ""]
    return written


def _letter(number: int) -> tuple[str, str]:
    return f" {LETTERS[number]} ", "bold reverse"


def _hint(question: Question) -> list[Content]:
    return [] if question.options else [shown(_HINT[question.form], QUIET)]
