"""What can be done to a card line by line, each verb by its letter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from trainer.cli.plain_words import HELP, origin
from trainer.collection import Collection
from trainer.errors import TrainerError
from trainer.reviews import Review
from trainer.reviews.entries import Entry
from trainer.settings import Mode
from trainer.study import Asking, Session
from trainer.text import counted, one_line

Verb = Callable[[Collection, Asking, str], tuple[Asking, str]]
"""What becomes of a session, given what was typed behind the letter, and what there is to say about it."""
_BACK = "u takes it back."
_LATEST_DAYS = 36_500


def _plainly(act: Callable[[Collection, Session], Session], told: str) -> Verb:
    """A verb that needs no more to be said."""
    return lambda collection, asking, _: (asking.at(act(collection, asking.session)), told)


def skip(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """Go on to the next card, if there is one."""
    session = collection.skip(asking.session)
    return asking.at(session), "" if session.news else "Passed over; it comes again at the end."


def undo(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """Take back what was done last."""
    if not asking.session.done:
        return asking, "There is nothing to take back."
    return asking.at(collection.undo(asking.session)), "Taken back."


def redo(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """Do again what was taken back."""
    if not asking.session.undone:
        return asking, "There is nothing to do again."
    return asking.at(collection.redo(asking.session)), "Done again."


def due(collection: Collection, asking: Asking, text: str) -> tuple[Asking, str]:
    """Give the card a day of its own."""
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= _LATEST_DAYS):
        return asking, f"Say in how many days: d 7. 0 is today, {_LATEST_DAYS} the latest."
    return asking.at(collection.set_due(asking.session, int(text))), f"Due in {counted(int(text), 'day')}; {_BACK}"


def flag(collection: Collection, asking: Asking, text: str) -> tuple[Asking, str]:
    """Put a flag on the card."""
    if text not in set("01234567"):
        return asking, "Say which flag: f 1 to f 7, f 0 for none."
    told = f"Flagged {text}." if text != "0" else "The flag is off."
    return asking.at(collection.flag(asking.session, int(text))), told


def note(collection: Collection, asking: Asking, text: str) -> tuple[Asking, str]:
    """Keep a note on the card."""
    return asking.at(collection.remark(asking.session, one_line(text))), "Noted." if text else "The note is gone."


def mode(_: Collection, asking: Asking, text: str) -> tuple[Asking, str]:
    """Answer in another way."""
    if text and text not in set(Mode):
        return asking, f"The modes are {', '.join(Mode)}."
    manner = replace(asking.manner, mode=Mode(text)) if text else asking.manner.in_next_mode()
    return asking.in_manner(manner), f"The mode is {manner.mode}."


def confidence(_: Collection, asking: Asking, __: str) -> tuple[Asking, str]:
    """Ask how sure one is, or stop asking."""
    manner = replace(asking.manner, confidence=not asking.manner.confidence)
    told = "You will be asked how sure you are." if manner.confidence else "You will not be asked how sure you are."
    return asking.in_manner(manner), told


def source(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """Where the card comes from; told once its answer may be seen."""
    showing = asking.session.showing
    card = showing.item.card if showing else None
    if showing is None or card is None or card.source is None:
        return asking, "The card names no source."
    if not showing.revealed:
        return asking, "The source gives the answer away; look at it after the answer."
    cover = collection.cover(showing.item.deck)
    brief = cover.brief_of(card.source) if cover else None
    where = f"\n   {brief.file}" if brief and brief.file else ""
    return asking, f"   “{card.source.sentence}”\n   {origin(cover, card.source)}{where}"


def history(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """All that happened to the card, a line each."""
    if asking.session.showing is None:
        return asking, ""
    if not asking.session.showing.revealed:
        return asking, "The history may give the answer away; look at it after the answer."
    item = asking.session.showing.item
    lines = [_told(entry) for entry in collection.log.history(item.deck, item.card.id)]
    return asking, "\n".join(lines) or "Nothing happened to the card yet."


def _told(entry: Entry) -> str:
    zone = dt.timezone(dt.timedelta(minutes=entry.tz_min))
    when = f"{dt.datetime.fromtimestamp(entry.at_ms / 1000, zone):%Y-%m-%d %H:%M}"
    if not isinstance(entry, Review):
        return f"   {when} {type(entry).__name__.lower()}"
    parts = ["practice:" if entry.practice else "", entry.rating.name.lower(), entry.given and f"({entry.given})"]
    return f"   {when} {' '.join(part for part in parts if part)}"


def edit(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
    """Where the card's words can be changed."""
    if asking.session.showing is None:
        return asking, ""
    item = asking.session.showing.item
    cover = collection.cover(item.deck)
    where = cover.path if cover and cover.path else item.deck
    return asking, f"Edit the card {item.card.id} in {where}; the session takes the new words up."


def _picture(*, of_answer: bool) -> Verb:
    """Open a picture of the card; that of the answer waits for it."""

    def verb(collection: Collection, asking: Asking, _: str) -> tuple[Asking, str]:
        from trainer.collection.pictures import open_picture

        showing = asking.session.showing
        cover = collection.cover(showing.item.deck) if showing else None
        if showing is None or cover is None:
            return asking, ""
        if of_answer and not showing.revealed:
            return asking, "Look at the answer first."
        path = showing.item.card.answer_picture if of_answer else showing.item.card.picture
        try:
            return asking, open_picture(cover, path) if path else "There is no such picture."
        except TrainerError as error:
            return asking, str(error)

    return verb


VERBS: Mapping[str, Verb] = {
    "u": undo,
    "redo": redo,
    "n": skip,
    "s": _plainly(Collection.suspend, f"Set aside; {_BACK}"),
    "b": _plainly(Collection.bury, f"Put off until tomorrow; {_BACK}"),
    "reset": _plainly(Collection.reset, f"The card is new again; {_BACK}"),
    "d": due,
    "f": flag,
    "w": note,
    "m": mode,
    "c": confidence,
    "o": source,
    "h": history,
    "e": edit,
    "p": _picture(of_answer=False),
    "pa": _picture(of_answer=True),
    "?": lambda _, asking, __: (asking, HELP),
}
"""Each verb by its letter."""
