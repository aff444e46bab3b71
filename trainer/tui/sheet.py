"""All that a session shows at one moment: progress, card, what is told of it, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from trainer.cards import Card
from trainer.errors import TrainerError
from trainer.reviews import Rating
from trainer.schedule.labels import wait_label
from trainer.settings import Mode
from trainer.study import Asking, Showing, Step
from trainer.tui import card_blocks
from trainer.tui.card_face import CardFace
from trainer.tui.desk import Desk
from trainer.tui.key_cells import Cell, KeyCells
from trainer.tui.key_line import KeyLine
from trainer.tui.session_bar import SessionBar, Standing
from trainer.tui.shown import shown
from trainer.tui.study_keys import NAMES, SURE_KEYS

if TYPE_CHECKING:
    from trainer.tui.answer_line import AnswerLine

Looked = TypeVar("Looked")


class Sheet(Vertical):
    """The card between how far the session is and the keys, in a measure that reads well."""

    BLANK = True  # its parts cover it

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told = ""
        self._barred: object = None
        self._bar = SessionBar()
        self._note = Static(id="told", classes="-empty")
        self._cells = KeyCells()
        self._line: AnswerLine | None = None
        self.face = CardFace()
        self.keys = KeyLine()

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield from (self._bar, self.face, self._note, self._cells, self.keys)

    @property
    def line(self) -> AnswerLine:
        """The line to type into, made when it is first asked for."""
        if self._line is None:
            from trainer.tui.answer_line import AnswerLine

            self._line = AnswerLine()
            self.mount(self._line, before=self._cells)
        return self._line

    def show(self, asking: Asking, seconds: int | None, *, is_first: bool) -> None:
        """A session with a card in view; with what the ratings mean if it is the first of all."""
        showing = asking.session.showing
        if showing is None:
            return
        barred = (len(asking.session.done), showing.id, showing.item.state.flag, seconds)
        if barred != self._barred:
            self._barred = barred
            self.show_bar(asking, seconds)
        if asking.step is Step.RATING:
            self._show_answer(asking, showing)
        else:
            self.face.show(card_blocks.question(asking, showing, is_first=is_first))
        self._offer(asking)

    def show_bar(self, asking: Asking, seconds: int | None) -> None:
        """How far the session is, and for how long the card has been there if a clock runs."""
        if asking.session.showing:
            title = self._desk.deck(asking.session.showing.item.deck).title
            self._bar.show(Standing(asking.session, title, seconds))

    def show_given(self, asking: Asking, showing: Showing) -> None:
        """What was named of a list so far."""
        self.face.show(card_blocks.question(asking, showing, is_first=False), from_end=True)
        self.line.ask("the next item; an empty line ends the list")

    def tell(self, text: str, *, is_problem: bool = False) -> None:
        """One line on what happened; an empty one takes it away."""
        if text != self._told:
            self._told = text
            self._note.update(shown(text))
            self._note.set_class(is_problem, "-problem")
            self._note.set_class(not text, "-empty")

    def _show_answer(self, asking: Asking, showing: Showing) -> None:
        """The answer, and what belongs to it."""
        item = showing.item
        rivals = self._found(lambda: self._desk.rivals(item.deck, item.card), list[Card]())
        note = self._found(lambda: self._desk.ask(lambda asked: asked.log.remark(item.deck, item.card.id)), "")
        self.face.show(card_blocks.answer(asking, showing, self._desk.deck(item.deck), rivals, note))

    def _found(self, look: Callable[[], Looked], instead: Looked) -> Looked:
        """What there is beside the card; where it cannot be read, that is told and the card goes on without it."""
        try:
            return look()
        except TrainerError as error:
            self.tell(str(error), is_problem=True)
            return instead

    def _offer(self, asking: Asking) -> None:
        """The keys, or the line to type into."""
        types = asking.step is Step.ANSWER and asking.mode is Mode.TYPE
        if types:
            self.line.ask("the first item of the list" if asking.recall else "your answer")
        if self._line is not None:
            self._line.display = types
        self._cells.display = not types
        if not types:
            self._cells.show(self._offered(asking))

    def _offered(self, asking: Asking) -> Sequence[Cell]:
        match asking.step, asking.mode:
            case Step.RATING, _:
                waits = self._waits(asking)
                return [_rating(rating, waits.get(rating, ""), asking.suggested) for rating in Rating]
            case Step.SURE, _:
                return [_sure(digit, percent) for digit, percent in SURE_KEYS.items()]
            case Step.ANSWER, Mode.CHOICE:
                return [
                    Cell(str(number), "", "", f"pick({number - 1})") for number in range(1, len(asking.options) + 1)
                ]
            case _:
                return [Cell("", "Show the answer", "", "reveal")]

    def _waits(self, asking: Asking) -> dict[Rating, str]:
        """How long until the card comes back after each rating; nothing where no schedule moves."""
        moment = self._desk.now()
        futures = self._found(lambda: self._desk.ask(lambda collection: collection.futures(asking.session)), None)
        return {rating: wait_label(futures.after(rating), moment) for rating in Rating} if futures else {}


def _rating(rating: Rating, wait: str, suggested: Rating | None) -> Cell:
    return Cell(str(int(rating)), NAMES[rating], wait, f"rate({rating})", rating is suggested)


def _sure(digit: int, percent: int) -> Cell:
    from trainer.study.manner import SURE

    return Cell(str(digit), f"{percent}%", SURE[percent], f"sure({percent})")
