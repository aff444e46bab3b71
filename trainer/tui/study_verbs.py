"""What else can be done to the card in view, and where it can be looked at; loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from trainer.collection import Collection
from trainer.collection.pictures import open_picture
from trainer.decks.edit import Edit
from trainer.errors import TrainerError
from trainer.study import Session
from trainer.text import counted, one_line
from trainer.tui.aside import Failed, telling
from trainer.tui.ask_flag import FlagMenu
from trainer.tui.ask_line import LineAsk, no_days
from trainer.tui.card_history import CardHistory
from trainer.tui.desk import Desk
from trainer.tui.edit_card import EditCard
from trainer.tui.session_bar import FLAGS
from trainer.tui.source_view import SourceView

if TYPE_CHECKING:
    from trainer.tui.study import StudyScreen

Verb = Callable[["StudyScreen", Desk], None]
_BACK = "u takes it back."


def _plainly(act: Callable[[Collection, Session], Session], told: str) -> Verb:
    """A verb that needs no more to be said."""
    return lambda screen, _: screen.turn(act, told)


def flag(screen: StudyScreen, _: Desk) -> None:
    """Ask for a flag."""
    showing = screen.session.showing

    def put(number: int | None) -> None:
        if number is not None:
            told = f"Flagged {FLAGS[number - 1]}." if number else "The flag is off."
            screen.turn(lambda collection, session: collection.flag(session, number), told)

    screen.app.push_screen(FlagMenu(showing.item.state.flag if showing else 0), put)


def due(screen: StudyScreen, _: Desk) -> None:
    """Ask in how many days the card is to come."""

    def put(text: str | None) -> None:
        if text is not None:
            days = int(text)
            when = "today" if not days else "tomorrow" if days == 1 else f"in {counted(days, 'day')}"
            screen.turn(lambda collection, session: collection.set_due(session, days), f"Due {when}; {_BACK}")

    screen.app.push_screen(LineAsk("In how many days is the card due? 0 is today.", fault=no_days), put)


def note(screen: StudyScreen, desk: Desk) -> None:
    """Ask for a note on the card."""
    showing = screen.session.showing
    if showing is None:
        return
    item = showing.item
    try:
        before = desk.ask(lambda collection: collection.log.remark(item.deck, item.card.id))
    except TrainerError as error:
        screen.post_message(Failed(screen, error))
        return

    def put(text: str | None) -> None:
        if text is not None and text != before:
            told = "Noted." if text else "The note is gone."
            screen.turn(lambda collection, session: collection.remark(session, one_line(text)), told)

    screen.app.push_screen(LineAsk("Your note on this card; an empty line takes it away.", before), put)


def edit(screen: StudyScreen, desk: Desk) -> None:
    """Change the card's words in its deck's file."""
    showing = screen.session.showing
    if showing is None:
        return

    def put(edit: Edit | None) -> None:
        if edit is not None:
            screen.take(screen.session.edited(edit.deck, edit.wordings[0].card), "The card has its new words.")

    screen.app.push_screen(EditCard(desk, showing.item.deck, showing.item.card), put)


def source(screen: StudyScreen, desk: Desk) -> None:
    """Open where the card comes from; that gives the answer away, so it waits for it."""
    showing = screen.session.showing
    if showing and showing.revealed:
        screen.app.push_screen(SourceView(desk, showing.item.deck, showing.item.card))


def history(screen: StudyScreen, desk: Desk) -> None:
    """Show all that happened to the card, once its answer may be seen."""
    showing = screen.session.showing
    if showing and showing.revealed:
        screen.app.push_screen(CardHistory(desk, showing.item.deck, showing.item.card))


def _picture(*, of_answer: bool) -> Verb:
    """Open a picture of the card, on a thread of its own: the viewer may take seconds to say that it cannot."""

    def verb(screen: StudyScreen, desk: Desk) -> None:
        showing = screen.session.showing
        if showing is None:
            return
        card, deck = showing.item.card, desk.deck(showing.item.deck)

        def look() -> None:
            told = open_picture(deck, card.answer_picture if of_answer else card.picture)
            screen.post_message(screen.Told(told, is_problem=False))

        screen.post_message(screen.Told("Opening …", is_problem=False))
        screen.run_worker(telling(screen, look), thread=True, group="picture", exclusive=True)

    return verb


VERBS: Mapping[str, Verb] = {
    "undo": _plainly(Collection.undo, "Taken back; U does it again."),
    "redo": _plainly(Collection.redo, "Done again."),
    "skip": _plainly(Collection.skip, "Passed over; it comes again at the end."),
    "suspend": _plainly(Collection.suspend, f"Set aside; {_BACK}"),
    "bury": _plainly(Collection.bury, f"Put off until tomorrow; {_BACK}"),
    "reset": _plainly(Collection.reset, f"The card is new again; {_BACK}"),
    "flag": flag,
    "due": due,
    "note": note,
    "edit": edit,
    "source": source,
    "history": history,
    "picture": _picture(of_answer=False),
    "answer_picture": _picture(of_answer=True),
}
"""Each verb by the name that its key has for it."""
