"""The review log: its file, its rows, and whether its cards stand where it leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from trainer.cards import CardOf
from trainer.decks.shelf import Shelf
from trainer.errors import Finding, LogRefused, NotSaved
from trainer.reviews.copies import look_at_log
from trainer.reviews.log import Log
from trainer.reviews.review import DAY_MS
from trainer.reviews.soundness import Facts
from trainer.reviews.store import Store
from trainer.schedule import Moment
from trainer.schedule.replay import replay
from trainer.text import counted, one_line
from trainer.watched import TellOf


def sound(path: Path, now: Moment, backups: Sequence[Path]) -> tuple[Facts | None, list[Finding], list[Finding]]:
    """What a log comes to, what is wrong with it, and what is odd about it."""
    where = one_line(str(path))
    if not path.exists():
        return None, [], []
    try:
        facts, faults = look_at_log(path)
    except (LogRefused, NotSaved) as error:
        return None, [Finding(error.where, error.message, error.remedy)], []
    newest = f"`trainer restore {one_line(str(backups[0]))}`" if backups else "`trainer restore` with a backup"
    told = [Finding(where, fault, f"{newest} puts a sound one in its place.") for fault in faults]
    odd = []
    if facts and facts.last_ms > now.ms + DAY_MS:
        message = "its last entry is of a day that is still to come."
        odd.append(Finding(where, message, "Look whether this machine's clock is right."))
    return facts, told, odd


def read(path: Path, tell: TellOf) -> tuple[dict[CardOf, int], list[Path], list[CardOf]]:
    """How often each card was reviewed, the deck files that are known, and the cards that stand where it does not lead.

    Raises LogRefused and NotSaved.
    """
    store = Store(path)
    try:
        log, wrong = Log(store), []
        cards = log.cards()
        for done, (deck, card) in enumerate(cards, 1):
            if replay(log.entries_of(deck, card)) != log.state(deck, card):
                wrong.append((deck, card))
            tell("replaying", done, len(cards))
        return log.reviewed(), Shelf(store).files(), wrong
    finally:
        store.close()


def stale(cards: Sequence[CardOf]) -> list[Finding]:
    """That cards do not stand where the log leads, deck by deck."""
    return [
        Finding(
            f"deck {one_line(deck, 60)}",
            f"{counted(count, 'card stands', 'cards stand')} elsewhere than the log leads.",
            "`trainer doctor --fix` puts that right.",
        )
        for deck, count in Counter(deck for deck, _ in cards).items()
    ]
