"""What happens to a session's cards elsewhere while it runs: a deck file that is edited, moved, deleted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from trainer.cards import Card, Status
from trainer.decks import Cover
from trainer.decks.shelf import Shelf
from trainer.errors import DeckRefused, NotSaved
from trainer.study import Session
from trainer.text import counted, one_line

ELSEWHERE = "Another window was at a card of this session; it is where that window put it."


class Watch:
    """The files of the decks that are studied, each looked at before a card of it comes."""

    def __init__(self, covers: Iterable[Cover]) -> None:
        """Remember the files as they are."""
        self._seen = {cover.id: _status(cover.path) for cover in covers}

    def is_changed(self, cover: Cover) -> bool:
        """Whether a deck's file is another than at the last look."""
        before, self._seen[cover.id] = self._seen.get(cover.id), _status(cover.path)
        return self._seen[cover.id] != before


def reread(session: Session, cover: Cover, shelf: Shelf) -> tuple[Session, Cover]:
    """The session and the deck as its file is now; the session says what that means for the cards in hand.

    A file that cannot be read leaves both as they are, so that what is in hand can be studied to its end.
    """
    name = one_line(cover.path.name if cover.path else cover.title, 60)
    goes_on = "the session goes on with the cards that were read before."
    try:
        fetched = shelf.fetch(cover.path).cover if cover.path else cover
    except (DeckRefused, NotSaved):
        what = "cannot be read now" if _status(cover.path) else "is not there any more"
        return replace(session, news=f"{name} {what}; {goes_on}"), cover
    if fetched.id != cover.id:
        return replace(session, news=f"{name} holds another deck now; {goes_on}"), cover
    before = [item.card for item in session.in_hand if item.deck == cover.id]
    found = shelf.some(cover.id, [card.id for card in before])
    cards = {card_id: card for card_id, card in found.items() if card.status is Status.CURRENT}
    told = difference(before, cards)
    news = f"{name} was changed: {told}." if told else session.news
    return replace(session.reread(cover.id, cards), news=news), fetched


def difference(before: Iterable[Card], now: dict[str, Card]) -> str:
    """What became of some cards: `2 cards have new words, 1 card is gone`; empty if nothing did.

    >>> difference([Card("a", "A?", "A"), Card("b", "B?", "B")], {"a": Card("a", "A?", "a")})
    '1 card has new words, 1 card is gone'
    """
    cards = list(before)
    gone = sum(card.id not in now for card in cards)
    edited = sum(card.id in now and now[card.id] != card for card in cards)
    return ", ".join(
        counted(count, f"card {one}", f"cards {several}")
        for count, one, several in ((edited, "has new words", "have new words"), (gone, "is gone", "are gone"))
        if count
    )


def _status(path: Path | None) -> tuple[int, int] | None:
    """A file's time and size; None where there is none."""
    if path is None:
        return None
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
