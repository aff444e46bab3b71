"""A study session line by line: the same core as the screens, readable by a screen reader or a script."""

from __future__ import annotations

from typing import TextIO

from trainer.cards import Source
from trainer.cli import counted
from trainer.collection import Collection
from trainer.decks import Deck
from trainer.reviews import Rating
from trainer.schedule.labels import seconds_label, wait_label
from trainer.study import Item, Session, summary
from trainer.text import clean

_RATINGS = {str(int(rating)): rating for rating in Rating} | {rating.name.lower(): rating for rating in Rating}


class PlainStudy:
    """One session over two streams."""

    def __init__(self, collection: Collection, answers: TextIO, page: TextIO) -> None:
        """Read from `answers`, write to `page`; every line written is flushed."""
        self._collection = collection
        self._decks = {deck.id: deck for deck in collection.decks}
        self._answers = answers
        self._page = page

    def run(self) -> None:
        """From the first card to the summary. Raises NotSaved if a rating cannot be stored."""
        session: Session | None = self._collection.start()
        last = session
        while session is not None and not session.finished:
            last = session
            session = self._card(session)
        self._close(session or last)

    def _card(self, session: Session) -> Session | None:
        """One step: the question if it is not open yet, else the rating; None to stop."""
        if session.showing is None:
            return None
        if not session.showing.revealed:
            self._ask(session)
            return self._turned(session)
        return self._rated(session)

    def _ask(self, session: Session) -> None:
        if session.showing is None:
            return
        item = session.showing.item
        deck = self._decks[item.deck]
        self._say("")
        self._say(" · ".join(part for part in (f"{session.left} left", deck.title, item.marking) if part))
        self._say(f"Q: {item.card.question}")

    def _turned(self, session: Session) -> Session | None:
        match self._read():
            case "q" | None:
                return None
            case "u":
                return self._undone(session)
        session = session.reveal()
        if session.showing:
            self._answer(session.showing.item)
        return session

    def _rated(self, session: Session) -> Session | None:
        self._say(self._keys(session))
        word = self._read()
        if word in {"q", None}:
            return None
        if word == "u":
            return self._undone(session)
        rating = _RATINGS.get(word or "")
        if rating is None:
            self._say("Type 1, 2, 3 or 4; u to take the last rating back; q to end.")
            return session
        return self._collection.rate(session, rating)

    def _undone(self, session: Session) -> Session:
        if not session.done:
            self._say("There is no rating to take back.")
            return session
        before = self._collection.undo(session)
        self._say("Taken back.")
        self._ask(before)
        if before.showing and before.showing.revealed:
            self._answer(before.showing.item)
        return before

    def _answer(self, item: Item) -> None:
        card = item.card
        self._say(f"A: {card.answer}")
        said = [
            f"as of {card.as_of}" if card.as_of else "",
            f"according to {card.attribution}" if card.attribution else "",
        ]
        if any(said):
            self._say("   " + ", ".join(part for part in said if part))
        if card.source:
            self._say(f"   “{card.source.sentence}”")
            self._say(f"   {origin(self._decks[item.deck], card.source)}")

    def _keys(self, session: Session) -> str:
        moment = self._collection.now()
        futures = session.futures(moment)
        waits = {rating: wait_label(futures.after(rating), moment) for rating in Rating} if futures else {}
        return "   ".join(f"{int(rating)} {rating.name.lower()} {wait}" for rating, wait in waits.items())

    def _close(self, session: Session | None) -> None:
        if session is None or not session.done:
            self._say("Nothing is due." if session and session.finished else "No review was made.")
            return
        came_to = summary(session)
        self._say("")
        reviews, cards = counted(came_to.reviews, "review"), counted(came_to.cards, "card")
        self._say(f"{reviews} of {cards}, {came_to.recalled:.0%} recalled.")
        if session.finished and session.learning:
            wait = (session.learning[0].due_ms - self._collection.now().ms) / 1000
            self._say(f"{len(session.learning)} more come back in {seconds_label(wait)}.")

    def _read(self) -> str | None:
        """The next line, in lower case; None at the end of the input."""
        line = self._answers.readline()
        return line.strip().lower() if line else None

    def _say(self, text: str) -> None:
        self._page.write(clean(text) + "\n")
        self._page.flush()


def origin(deck: Deck, source: Source) -> str:
    """Where a sentence stands: the brief's title, date and paragraph."""
    brief = deck.brief_of(source)
    parts = [brief.title or brief.id, str(brief.date or "")] if brief else [source.brief]
    parts.append(f"paragraph {source.paragraph}" if source.paragraph else "")
    return ", ".join(part for part in parts if part)
