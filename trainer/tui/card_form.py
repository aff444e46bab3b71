"""The words of one card in fields, and what they break."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Input, Select, Static, TextArea

from trainer.cards import GAP, Card, Kind
from trainer.cards.words import Words, doubts, edited, faults
from trainer.text import clean, one_line
from trainer.tui import wording
from trainer.tui.shown import shown
from trainer.tui.word_fields import AGAIN, DROPS, ONE_A_LINE, date_line, fill, line, lines, row, words_in


class CardForm(VerticalScroll, can_focus=False):
    """The fields of a card; a rule that they break is named, and a second save overrides it."""

    @dataclass
    class Submitted(Message):
        """Enter was pressed in a field of one line."""

    def __init__(self, card: Card, *, is_new: bool) -> None:
        super().__init__()
        self._card = card
        self._is_new = is_new
        self._overridden: Card | None = None
        self._left: tuple[object, ...] = ()
        """The fields that may be left unsaved: as they were at first, or as they were to be left before."""

    def compose(self) -> ComposeResult:
        """The sentence to hold the words against, what they break, and each field beside its label."""
        card = self._card
        if card.source:
            yield Static(wording.sentence(card.source), id="edit-sentence")
        yield Static(id="doubts")
        kinds = [(shown(kind.replace("_", " ")), kind) for kind in Kind]
        yield from row("Question", lines("question"))
        yield from row("Answer", line("answer"))
        yield from row("Also right", lines("accepted"))
        yield from row("Wrong options", lines("options"))
        yield from row("Asks for", Select(kinds, value=card.kind, allow_blank=False, compact=True, id="edit-kind"))
        yield from row("Tags", line("tags", "words with spaces between them"))
        yield from row("As of", date_line())
        yield from row("According to", line("attribution"))
        yield Static(shown(ONE_A_LINE), classes="label")

    def on_mount(self) -> None:
        """Fill the fields and begin at the question."""
        fill(self, self._card)
        self.query_one("#edit-tags", Input).value = clean(" ".join(self._card.tags))
        self._left = self._fields
        question = self.query_one("#edit-question")
        question.focus(scroll_visible=False)
        self.call_after_refresh(question.scroll_visible, animate=False)

    def card(self) -> Card | None:
        """The card with the words of the fields; None if it cannot be saved so, or not without a second look."""
        card = self._now()
        if card is None or (doubts(card) and card not in (self._overridden, self._card)):
            self._overridden = card
            self.judge()
            self.scroll_home(animate=False)
            return None
        return card

    def may_be_left(self) -> bool:
        """Whether nothing would be lost, or was said to be: changed fields may be left at the second time of asking."""
        before, self._left = self._left, self._fields
        if before != self._left:
            self._say([DROPS])
            self.scroll_home(animate=False)
        return before == self._left

    @on(Select.Changed)
    @on(Input.Changed)
    @on(TextArea.Changed)
    def judge(self) -> None:
        """Name the rules that the words break."""
        card = self._now()
        found = [f"Breaks {doubt.rule}: {doubt.reason}." for doubt in doubts(card)] if card else []
        again = [AGAIN] if found and self._overridden == card else []
        untouched = self._is_new and words_in(self) == Words("", "")
        self._say([*found, *again] if card or untouched else [faults(words_in(self), self._kind)])

    @on(Input.Submitted)
    def submit(self) -> None:
        """Enter in a field of one line saves."""
        self.post_message(self.Submitted())

    @property
    def _fields(self) -> tuple[object, ...]:
        kind, tags = self.query_one("#edit-kind", Select), self.query_one("#edit-tags", Input)
        return words_in(self), kind.value, tags.value

    @property
    def _kind(self) -> Kind:
        kind = Kind(str(self.query_one("#edit-kind", Select).value))
        gaps = self.query_one("#edit-question", TextArea).text.count(GAP)
        return Kind.CLOZE if self._is_new and gaps == 1 else kind

    def _now(self) -> Card | None:
        """The card as the fields have it; None if no card can be so."""
        words, kind = words_in(self), self._kind
        if faults(words, kind):
            return None
        tags = tuple(dict.fromkeys(one_line(self.query_one("#edit-tags", Input).value).split()))
        same_tags = tags == tuple(" ".join(self._card.tags).split())
        return replace(edited(self._card, words), kind=kind, tags=self._card.tags if same_tags else tags)

    def _say(self, lines: list[str]) -> None:
        doubtful = self.query_one("#doubts", Static)
        doubtful.update(shown("\n".join(lines)))
        doubtful.display = bool(lines)
