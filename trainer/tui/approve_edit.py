"""Editing a proposed card where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from trainer.cards import Card
from trainer.cards.words import Words, doubts, edited, faults
from trainer.tui.approve_wording import sentence
from trainer.tui.shown import shown
from trainer.tui.word_fields import AGAIN, DROPS, ONE_A_LINE, date_line, fill, line, lines, row, words_in


class EditForm(VerticalScroll, can_focus=False):
    """The words of one card in fields; a rule that they break is named, and a second save overrides it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save and accept", tooltip="Keep these words and accept the card"),
        Binding("escape", "cancel", "Cancel", tooltip="Leave the card as it was"),
    ]

    @dataclass
    class Saved(Message):
        """The person has the card as they want it."""

        card: Card

    @dataclass
    class Cancelled(Message):
        """The card stays as it was."""

    def __init__(self) -> None:
        super().__init__(id="edit")
        self._card: Card | None = None
        self._overridden: Words | None = None
        self._left: Words | None = None
        """The words that may be left unsaved: those that the form began with, or that were to be left before."""

    def compose(self) -> ComposeResult:
        """The sentence to hold the words against, what they break, and each field beside its label."""
        yield Static(id="edit-sentence")
        yield Static(id="doubts")
        yield from row("Question", lines("question"))
        yield from row("Answer", line("answer"))
        yield from row("Also right", lines("accepted"))
        yield from row("Wrong options", lines("options"))
        yield from row("As of", date_line())
        yield from row("According to", line("attribution"))
        yield Static(shown(ONE_A_LINE), classes="label")

    def open(self, proposed: Card, now: Card) -> None:
        """Offer the card's words as they are now; what is saved is an edit of the card as proposed."""
        self._card, self._overridden = proposed, None
        fill(self, now)
        self._left = self.words
        self.query_one("#edit-sentence", Static).update(sentence(proposed))
        self.query_one("#edit-question").focus()
        self.scroll_home(animate=False)

    @property
    def words(self) -> Words:
        """What stands in the fields."""
        return words_in(self)

    @on(Input.Changed)
    @on(TextArea.Changed)
    def judge(self) -> None:
        """Name the rules that the words break."""
        if self._card is None:
            return
        fault = faults(self.words, self._card.kind)
        found = [] if fault else [f"{doubt.rule}: {doubt.reason}" for doubt in doubts(edited(self._card, self.words))]
        again = [AGAIN] if found and self._overridden == self.words else []
        self._say([fault] if fault else [*(f"Breaks {line}." for line in found), *again])

    @on(Input.Submitted)
    def action_save(self) -> None:
        """Save; words that break a rule only when they are saved a second time."""
        if self._card is None or faults(self.words, self._card.kind):
            self.scroll_home(animate=False)
            return
        card = edited(self._card, self.words)
        if doubts(card) and self._overridden != self.words:
            self._overridden = self.words
            self.judge()
            self.scroll_home(animate=False)
            return
        self.post_message(self.Saved(card))

    def action_cancel(self) -> None:
        """Leave the card as it was; words that were changed are dropped at the second time of asking."""
        if self.words == self._left:
            self.post_message(self.Cancelled())
            return
        self._left = self.words
        self._say([DROPS])
        self.scroll_home(animate=False)

    def _say(self, lines: list[str]) -> None:
        doubtful = self.query_one("#doubts", Static)
        doubtful.update(shown("\n".join(lines)))
        doubtful.display = bool(lines)
