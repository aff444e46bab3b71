"""Everything looked at: what is wrong, and what is only good to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from trainer import locations
from trainer.cards import CardOf
from trainer.doctor import belongings, decks, log
from trainer.errors import Finding, LogRefused, NotSaved
from trainer.reviews.log import Log
from trainer.reviews.soundness import Facts
from trainer.reviews.store import Store
from trainer.schedule import Moment
from trainer.schedule.replay import replay
from trainer.watched import TellOf, untold_of


@dataclass(slots=True)
class Examination:
    """What was found."""

    facts: Facts | None = None
    """What the review log comes to; None without a sound one."""
    decks: int = 0
    cards: int = 0
    """Decks that can be read, and cards in them."""
    backups: list[Path] = field(default_factory=list)
    """Those in the home, the newest first."""
    stale: list[CardOf] = field(default_factory=list)
    """Cards that do not stand where the log leads."""
    faults: list[Finding] = field(default_factory=list)
    """What is wrong."""
    notes: list[Finding] = field(default_factory=list)
    """What is good to know."""


def examine(now: Moment, tell: TellOf = untold_of) -> Examination:
    """Look at everything in the home and at the decks that are known; nothing is changed by that."""
    found = Examination()
    found.backups, *told = belongings.backups(now)
    _add(found, *told)
    for look in (belongings.settings, belongings.rights, belongings.leftovers, belongings.approvals, belongings.drills):
        _add(found, *look())
    found.facts, *told = log.sound(locations.reviews_file(), now, found.backups)
    _add(found, *told)
    reviewed: dict[CardOf, int] = {}
    known: list[Path] = []
    if found.facts:
        try:
            reviewed, known, found.stale = log.read(locations.reviews_file(), tell)
        except (LogRefused, NotSaved) as error:
            found.faults.append(Finding(error.where, error.message, error.remedy))
    found.faults += log.stale(found.stale)
    shelf = decks.look(known, reviewed, tell)
    found.decks, found.cards = len(shelf.ids), sum(map(len, shelf.ids.values()))
    _add(found, shelf.faults, shelf.notes)
    return found


def mend(found: Examination) -> None:
    """Put the cards that do not stand where the log leads to where it does. Raises LogRefused and NotSaved."""
    store = Store(locations.reviews_file())
    try:
        Log(store).settle_anew(found.stale, replay)
    finally:
        store.close()


def _add(found: Examination, faults: list[Finding], notes: list[Finding]) -> None:
    found.faults += faults
    found.notes += notes
