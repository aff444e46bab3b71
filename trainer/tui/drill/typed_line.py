"""The line at the table in which an answer is typed, and then how sure one is."""

from __future__ import annotations

from textual.widgets import Input

from trainer.drill.state import Drill, Phase
from trainer.drill.turns import holder


class TypedLine(Input):
    """Ready to type in while somebody is asked to; none begins with a space, which stops the clock before a letter."""

    def __init__(self) -> None:
        super().__init__(id="answer", max_length=400)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is part of what is typed."""
        return bool(key != "space" or self.value) and super().check_consume_key(key, character)

    def ask(self, what: str) -> None:
        """Ask for something; for nothing, give the keys back."""
        if what:
            self.placeholder = what
            self.focus()
        elif self.has_focus:
            self.value = ""
            self.screen.set_focus(None)


def asks_to_type(drill: Drill, *, is_chosen: bool) -> str:
    """Who is to type what; empty for nobody. With an answer chosen it is how sure one is."""
    at_hand, question = drill.round, drill.question
    turn = holder(drill, at_hand) if at_hand and drill.phase is Phase.OPEN else None
    if turn is None or question is None or (question.options and not is_chosen):
        return ""
    return f"{drill.players[turn].name}: {'how sure, 0 to 100?' if is_chosen else 'the answer (Escape passes)'}"
