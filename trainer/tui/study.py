"""The study screen: a question, its answer, a rating; and everything else that can be done to the card in view."""

from __future__ import annotations

import asyncio
from asyncio import Future
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.screen import Screen

from trainer.collection import Collection
from trainer.decks import Cover
from trainer.errors import TrainerError
from trainer.reviews import Rating
from trainer.settings import Mode
from trainer.study import Asking, Manner, Session, Step
from trainer.tui import study_keys
from trainer.tui.aside import Failed, tellable
from trainer.tui.desk import Desk
from trainer.tui.key_cells import KeyCells
from trainer.tui.marking import MarkingBanner
from trainer.tui.sheet import Sheet

Begin = Callable[[Collection], Session]
Act = Callable[[Collection, Session], Session]

_PATIENCE_S = 0.2
"""For how long the screen waits for its first card before it is painted without one."""
_READING_S = 0.1
"""So long after the first card the screen has been painted, and nobody has read the question."""


class StudyScreen(Screen[None]):
    """One session, card by card; each rating is on the disk before the next card is shown."""

    BLANK = True  # its parts cover it
    CSS_PATH = "study.tcss"
    AUTO_FOCUS = "CardFace"
    BINDINGS: ClassVar[list[BindingType]] = study_keys.BINDINGS

    @dataclass
    class Turned(Message):
        """The collection did what it was asked, or could not; the session is then where it was."""

        answer: Future[Session]
        told: str
        """What there is to say if it did."""

    @dataclass
    class Told(Message):
        """Something that was asked for beside the card is done, or cannot be."""

        text: str
        is_problem: bool

    @dataclass
    class Ended(Message):
        """There is nothing more to show, or the person had enough."""

        decks: Sequence[Cover]
        session: Session

    def __init__(
        self, desk: Desk, decks: Sequence[Cover], begin: Begin | None = None, ended: Session | None = None
    ) -> None:
        """A session over the decks' day, or as `begin` begins it; or one that had ended, its last act taken back."""
        super().__init__()
        self._desk = desk
        self._decks = decks
        self._begin: Begin = begin or (lambda collection: collection.start(decks))
        self._asking = Asking(ended or Session(()), desk.manner)
        self._is_first = False
        self.is_turning = False
        """Whether something is on its way to the disk."""
        self._banner = MarkingBanner()
        self._sheet = Sheet(desk)

    def compose(self) -> ComposeResult:
        """The marking over the sheet."""
        yield self._banner
        yield self._sheet

    async def on_mount(self) -> None:
        """Ask for the first card; unless it takes long, the screen is painted once, with the card in it."""
        with suppress(TrainerError):  # the first card is asked for at once, and what is wrong is told then
            self._is_first = self._desk.ask(lambda collection: collection.log.is_new())
        self.set_interval(1, self._tick)
        ended = self.session
        answer = self._ask((lambda collection: collection.undo(ended)) if ended.done else self._begin)
        if (await asyncio.wait([answer], timeout=_PATIENCE_S))[0]:
            self.go_on(self.Turned(answer, ""))
        else:
            self._when_turned(answer, "")
        self.set_timer(_READING_S, self._look_ahead)

    def _look_ahead(self) -> None:
        """Load what the first answer takes, and reckon what its keys say, while the question is read."""
        session = self.session

        def reckon(collection: Collection) -> None:
            with suppress(Exception):  # it is asked for again, and told, once the answer is shown
                collection.futures(session)

        asyncio.get_running_loop().run_in_executor(None, self._desk.ask, reckon)

    @property
    def session(self) -> Session:
        """Where the session stands."""
        return self._asking.session

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What the keys may do now; nothing while something is on its way to the disk."""
        if action not in study_keys.ACTIONS:
            return True
        return None if self.is_turning else study_keys.may(self._asking, action, *parameters[:1])

    # The answer

    def action_reveal(self) -> None:
        """Show the answer."""
        self._answer(self._asking.reveals())

    def action_pick(self, number: int) -> None:
        """Pick an option."""
        if self.check_action("pick", (number,)):
            self._answer(self._asking.picks(number, self._desk.now()))

    def action_sure(self, percent: int) -> None:
        """Say how sure one is, and show the answer."""
        self._answer(self._asking.is_sure(percent))

    def action_write(self) -> None:
        """Go to the line."""
        self._sheet.line.focus()

    def action_submit(self) -> None:
        """Take what was typed: an answer, or one item of a list that goes on until an empty line ends it."""
        sheet = self._sheet
        if self.check_action("write", ()):
            after = self._asking.types(sheet.line.value, self._desk.now())
            if after.step is Step.ANSWER and after.session.showing:
                self._asking = after
                sheet.show_given(after, after.session.showing)
            else:
                self._answer(after)

    def _answer(self, after: Asking) -> None:
        """On to how sure one is, or to the answer; what was told of the card before is old by then."""
        self._sheet.tell("")
        self._show(after)

    def action_leave_line(self) -> None:
        """Let the other keys work."""
        self._sheet.face.focus()

    # What is done to the card

    def action_rate(self, rating: int) -> None:
        """Rate the card; the next one comes once the review is saved."""
        self.turn(lambda collection, session: collection.rate(session, Rating(rating)))

    def action_accept(self) -> None:
        """Take the rating that is suggested."""
        if self._asking.suggested:
            self.action_rate(self._asking.suggested)

    def action_card(self, verb: str) -> None:
        """Do something else to the card, or look at it."""
        from trainer.tui.study_verbs import VERBS

        VERBS[verb](self, self._desk)

    def action_leave(self) -> None:
        """End the session here."""
        self.post_message(self.Ended(self._decks, self.session))

    # How the session asks

    def action_mode(self) -> None:
        """Answer in the next way."""
        self._change(self._asking.manner.in_next_mode())
        self._sheet.tell(study_keys.MODES[self._asking.manner.mode])

    def action_confidence(self) -> None:
        """Ask how sure one is, or stop asking."""
        self._change(replace(self._asking.manner, confidence=not self._asking.manner.confidence))
        self.query_one(Sheet).tell(study_keys.CONFIDENCE[self._asking.manner.confidence])

    def action_timer(self) -> None:
        """Let the clock run in view, or hide it."""
        self._change(replace(self._asking.manner, timer=not self._asking.manner.timer))
        self.query_one(Sheet).tell(study_keys.TIMER[self._asking.manner.timer])

    def _change(self, manner: Manner) -> None:
        self._desk.manner = manner
        self._show(self._asking.in_manner(manner))

    # What comes of it

    def turn(self, act: Act, told: str = "") -> None:
        """Ask the collection for the session's next state; then say a word about it."""
        session = self.session
        self._when_turned(self._ask(lambda collection: act(collection, session)), told)

    def _ask(self, verb: Begin) -> Future[Session]:
        """Ask the collection off the screen's own thread; the keys wait for the answer."""
        self.is_turning = True
        return asyncio.get_running_loop().run_in_executor(None, self._desk.ask, verb)

    def _when_turned(self, answer: Future[Session], told: str) -> None:
        answer.add_done_callback(lambda done: self.post_message(self.Turned(done, told)))

    def take(self, session: Session, told: str) -> None:
        """Go on with a session that was changed on the screen's own thread."""
        self._sheet.tell(told)
        self._show(self._asking.at(session))

    @on(Turned)
    def go_on(self, turned: Turned) -> None:
        """Show the next card, or that there is none; or keep the card and say why."""
        self.is_turning = False
        try:
            session = turned.answer.result()
        except Exception as error:  # noqa: BLE001 - whatever it was, the card stays and the window too
            self._sheet.tell(f"Not saved: {tellable(error)}", is_problem=True)
            return
        is_begun = session.practice and not session.done
        self._sheet.tell(session.news or turned.told or (study_keys.PRACTICE if is_begun else ""))
        self._show(self._asking.at(session))

    @on(Told)
    def say(self, told: Told) -> None:
        """Say it."""
        self._sheet.tell(told.text, is_problem=told.is_problem)

    @on(Failed)
    def complain(self, failed: Failed) -> None:
        """Say what is wrong under the card."""
        failed.stop()
        self._sheet.tell(str(failed.error), is_problem=True)

    @on(KeyCells.Clicked)
    async def press(self, key: KeyCells.Clicked) -> None:
        """Do what the clicked key does, if it may."""
        await self.run_action(key.action)

    def on_descendant_focus(self) -> None:
        """Name the keys that work where the focus is."""
        self._show_keys()

    def _show(self, asking: Asking) -> None:
        self._asking = asking
        if asking.session.showing is None:
            self.action_leave()
            return
        sheet = self._sheet
        self._banner.mark(asking.session.showing.item.marking)
        sheet.show(asking, self._seconds(), is_first=self._is_first and not asking.session.reviews)
        types = asking.step is Step.ANSWER and asking.mode is Mode.TYPE
        wanted = sheet.line if types else sheet.face
        if not wanted.has_focus:
            wanted.focus()
        self._show_keys()

    def _show_keys(self) -> None:
        is_typing = self.focused is not None and self.focused.id == "answer-line"
        self._sheet.keys.show(study_keys.hints(self._asking, is_typing=is_typing))

    def _seconds(self) -> int | None:
        """For how long the card has been in view, if that is to be shown."""
        showing = self.session.showing
        if showing is None or not self._asking.manner.timer:
            return None
        return max(0, self._desk.now().ms - showing.since_ms) // 1000

    def _tick(self) -> None:
        if self._asking.manner.timer:
            self._sheet.show_bar(self._asking, self._seconds())
