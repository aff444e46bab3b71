"""One person's decks, progress and settings, and what can be done with them.

What a day deals stands in `dealing.py`; what is done to cards in `acts.py`, loaded once something is done: the first
card is on the screen sooner.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from trainer import locations
from trainer.cards import Card, CardOf
from trainer.collection import dealing
from trainer.collection.day import Counts
from trainer.collection.meanwhile import Watch, reread
from trainer.decks import Cover, Deck
from trainer.decks.shelf import Shelf
from trainer.errors import DeckRefused, Finding
from trainer.reviews import Rating, entry_id
from trainer.reviews.log import Log
from trainer.reviews.queues import Queues
from trainer.reviews.store import Store
from trainer.schedule import DeckOptions, Moment
from trainer.schedule.options import DEFAULT_PARAMETERS
from trainer.settings import Leech, Scheduling, Settings, read_settings
from trainer.study import Session
from trainer.watched import IsGivenUp, Step, TellOf, never, untold_of, unwatched

if TYPE_CHECKING:
    from trainer.collection.history import History
    from trainer.collection.listed import Listed
    from trainer.decks.edit import Edit
    from trainer.reviews.entries import Aim, CardEntry
    from trainer.reviews.tallies import Tallies
    from trainer.schedule.balance import Loads
    from trainer.schedule.futures import Futures
    from trainer.search import Ground, Node, Order  # loaded once somebody searches

Clock = Callable[[], dt.datetime]


def local_clock() -> dt.datetime:
    """Now, with the local zone's offset."""
    return dt.datetime.now().astimezone()


class Collection:
    """One person's decks, progress and settings. To be used from one thread at a time."""

    def __init__(self, decks: Sequence[Cover], store: Store, settings: Settings, clock: Clock = local_clock) -> None:
        """Hold what was opened; `open` does the opening."""
        self.covers = {cover.id: cover for cover in decks}
        """Each of the decks by its id."""
        self.settings = settings
        self.log = Log(store)
        self.shelf = Shelf(store)
        self.queues = Queues(store)
        self.loads: dict[str, Loads] = {}
        """How full the days to come are, by the id of the one showing whose keys have said so."""
        self._store = store
        self._options: dict[str, DeckOptions] = {}
        self._clock = clock
        self._watch = Watch(decks)

    @classmethod
    def open(
        cls, paths: Iterable[Path] = (), clock: Clock = local_clock, tell: TellOf = untold_of
    ) -> tuple[Self, tuple[Finding, ...]]:
        """The collection of the named decks, or of all in the deck folders, and what is wrong with them.

        A named deck that cannot be read raises DeckRefused; one found in a folder becomes a finding. `tell` hears how
        far a deck is that has to be read. Raises SettingsRefused, LogRefused and NotSaved too.
        """
        settings = read_settings(locations.settings_file())
        store = Store(locations.reviews_file())
        try:
            covers, findings = _fetched(Shelf(store), tuple(paths), tell)
        except BaseException:
            store.close()
            raise
        return cls(covers, store, settings, clock), findings

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def tallies(self) -> Tallies:
        """What the log comes to in numbers."""
        from trainer.reviews.tallies import Tallies

        return Tallies(self._store)

    @property
    def decks(self) -> tuple[Cover, ...]:
        """The decks that were opened, in the order of their opening, each as its file was when it was last read."""
        return tuple(self.covers.values())

    def now(self) -> Moment:
        """This moment."""
        return Moment.of(self._clock(), self.settings.day_starts_at)

    def stamp(self, moment: Moment) -> tuple[str, int, int, int]:
        """What every entry of the log begins with: an id of its own, when it is, and the study day."""
        return entry_id(moment.ms), moment.ms, moment.tz_min, moment.day

    def deck(self, deck_id: str) -> Deck:
        """A deck with all its cards."""
        return self.shelf.deck(self.covers[deck_id])

    def card(self, deck_id: str, card_id: str) -> Card | None:
        """One card; None if its deck does not have it."""
        return self.shelf.card(deck_id, card_id)

    def cover(self, deck_id: str) -> Cover | None:
        """A deck without its cards; None if it was not opened."""
        return self.covers.get(deck_id)

    # What is written into the decks

    def edit(self, deck_id: str, card: Card) -> Edit:
        """Write a card's new words into its deck's file; its progress stays. Raises DeckRefused and NotSaved."""
        from trainer.collection import editing

        return editing.edit(self, deck_id, [card])

    def edit_all(self, cards: Iterable[CardOf], change: Callable[[Card], Card], step: Step = unwatched) -> list[Edit]:
        """Write what a change makes of each of some cards; those that it leaves alone are left alone.

        Raises DeckRefused and NotSaved, and what the step raises; the files written before are then put back.
        """
        from trainer.collection import editing

        return editing.edit_all(self, cards, change, step)

    def add(self, deck_id: str, card: Card) -> Edit:
        """Write a new card at the end of a deck's file; it gets an id of its own. Raises DeckRefused and NotSaved."""
        from trainer.collection import editing

        return editing.add(self, deck_id, card)

    def undo_edit(self, edit: Edit) -> Edit:
        """Put cards' lines back as they were before an edit. Raises DeckRefused and NotSaved."""
        from trainer.collection import editing

        return editing.undo(self, edit)

    def took(self, edit: Edit) -> Edit:
        """An edit that is in its file, once the shelf has it and the log says when it was. Raises NotSaved."""
        from trainer.collection.history import EDIT
        from trainer.reviews.entries import Note

        self.covers[edit.deck] = self.shelf.reread(self.covers[edit.deck], edit).cover
        moment = self.now()
        bodies = [{"card": each.card.id, "changed": list(each.changed)} for each in edit.wordings]
        self.log.add(*(Note(*self.stamp(moment), edit.deck, EDIT, body) for body in bodies))
        return edit

    # What is found

    def search(
        self, query: str, order: Order | None = None, most: int = -1, cancelled: IsGivenUp = never
    ) -> list[CardOf]:
        """The cards of a query in Anki's words, at most so many if that is given. Raises SearchRefused.

        Cards found by `is:dupe` stand beside those that ask the same, unless another order is wanted.
        """
        from trainer.collection.searching import search

        return search(self, query, order, most, cancelled)

    def find(self, node: Node, ground: Ground, order: Order, most: int) -> list[CardOf]:
        """The cards of a query that was understood. Raises SearchRefused: no deck or brief of a name in it."""
        from trainer.search import find

        return find(self._store, node, ground, order, most)

    def twins(self, cancelled: IsGivenUp = never) -> list[tuple[CardOf, ...]]:
        """The groups of current cards that ask the same; those found so far if it is cancelled."""
        from trainer.collection.searching import twins

        return twins(self, cancelled)

    def listed(self, cards: Sequence[CardOf]) -> list[Listed | None]:
        """Cards as a list shows them, in the order given; None for one that its deck does not have any more."""
        from trainer.collection.listed import listed

        return listed(self, cards)

    # What is told of a card

    def history(self, deck_id: str, card_id: str) -> History:
        """All that happened to a card, and where it stands."""
        from trainer.collection.history import EDIT, History, steps

        history, standing = self.log.history(deck_id, card_id), self.log.entries_of(deck_id, card_id)
        edits = [note for note in self.log.notes(deck_id, EDIT) if note.body.get("card") == card_id]
        state, note = self.log.state(deck_id, card_id), self.log.remark(deck_id, card_id)
        return History(steps(history, standing, edits), state, self.options(deck_id), note)

    def beside(self, deck_id: str, card: Card) -> list[Card]:
        """The other cards of a card's sentence or fact, in the deck's order."""
        return self.shelf.beside(deck_id, card)

    # What the day holds

    def is_paused(self) -> bool:
        """Whether today lies in a holiday."""
        return self.settings.is_paused(self.now().date)

    def counts(self, deck: Cover) -> Counts:
        """What a deck holds for today; nothing on a holiday."""
        return dealing.counts(self, deck)

    def next_in_days(self, deck: Cover) -> int | None:
        """Days from a finished day until the deck has a card again; None if it has none to come."""
        return dealing.next_in_days(self, deck)

    def start(self, decks: Sequence[Cover] | None = None) -> Session:
        """A session over today's cards of the decks (all if not given), with the first card in view."""
        return dealing.start(self, decks)

    def practice(self, cards: Iterable[CardOf], *, seed: str = "") -> Session:
        """A session of extra practice over some cards, shuffled by the seed; the schedule does not move."""
        return dealing.practice(self, cards, seed)

    def reread(self, session: Session, decks: Iterable[str]) -> Session:
        """The session with the cards of some decks as their files have them by now."""
        for deck in sorted(decks):
            cover = self.covers[deck]
            if self._watch.is_changed(cover):
                session, self.covers[deck] = reread(session, cover, self.shelf)
        return session

    # What is done to the card in view, and to any card

    def futures(self, session: Session) -> Futures | None:
        """Where the card in view would stand after each rating, days balanced; None if its schedule does not move."""
        from trainer.collection import acts

        return acts.futures(self, session)

    def rate(self, session: Session, rating: Rating) -> Session:
        """The session after a rating of the card in view, the review on the disk and the next card in view.

        Raises NotSaved; the session given is then still the one to show.
        """
        from trainer.collection import acts

        return acts.rate(self, session, rating)

    def act(self, session: Session, kind: Callable[..., CardEntry], *, stays: bool = False, **body: Any) -> Session:
        """The session after an entry of a kind was made about the card in view, which leaves unless it stays.

        Raises NotSaved.
        """
        from trainer.collection import acts

        return acts.act(self, session, kind, stays=stays, **body)

    def suspend(self, session: Session) -> Session:
        """Set the card in view aside. Raises NotSaved."""
        from trainer.reviews.entries import Suspend

        return self.act(session, Suspend, on=True)

    def bury(self, session: Session) -> Session:
        """Put the card in view off until tomorrow. Raises NotSaved."""
        from trainer.reviews.entries import Bury

        return self.act(session, Bury, until_day=self.now().day + 1)

    def set_due(self, session: Session, in_days: int) -> Session:
        """Give the card in view a day of its own, so many days from today. Raises NotSaved."""
        from trainer.reviews.entries import SetDue

        return self.act(session, SetDue, due_day=self.now().day + max(0, in_days))

    def reset(self, session: Session) -> Session:
        """Make the card in view new again; its reviews stay on record. Raises NotSaved."""
        from trainer.reviews.entries import Reset

        return self.act(session, Reset)

    def flag(self, session: Session, flag: int) -> Session:
        """Put a flag on the card in view, 1 to 7, or take it off with 0. Raises NotSaved."""
        from trainer.reviews.entries import Flag

        return self.act(session, Flag, stays=True, flag=flag)

    def remark(self, session: Session, text: str) -> Session:
        """Keep a note on the card in view; an empty one takes it away. Raises NotSaved."""
        from trainer.reviews.entries import Remark

        return self.act(session, Remark, stays=True, text=text)

    def skip(self, session: Session) -> Session:
        """The session with the next card in view and this one, unrated, behind all in hand; a word if it is alone."""
        return dealing.skip(self, session)

    def undo(self, session: Session) -> Session:
        """The session before what was done last, which is taken back on the disk; the same if nothing was.

        Raises NotSaved; the session given is then still the one to show.
        """
        from trainer.collection import acts

        return acts.undo(self, session)

    def redo(self, session: Session) -> Session:
        """The session with what was taken back last done again; the same if there is nothing. Raises NotSaved."""
        from trainer.collection import acts

        return acts.redo(self, session)

    def lapse(self, deck_id: str, card_id: str, drill: str) -> None:
        """Put on record that a card was missed in a drill: a review rated Again. Raises NotSaved."""
        from trainer.collection import acts

        acts.lapse(self, deck_id, card_id, drill)

    def apply(
        self, kind: Callable[..., CardEntry], cards: Iterable[CardOf], step: Step = unwatched, **body: Any
    ) -> list[CardEntry]:
        """The same entry made about each of some cards, such as `apply(Suspend, cards, on=True)`: all or none.

        Raises NotSaved, and what the step raises.
        """
        from trainer.collection import acts

        with self._store.together():
            return list(acts.each_made(self, kind, cards, step, **body))

    def take_back(self, entries: Iterable[CardEntry], step: Step = unwatched) -> None:
        """Undo entries that `apply` made, all or none. Raises NotSaved, and what the step raises."""
        from trainer.collection import acts

        with self._store.together():
            for entry in entries:
                acts.take_back(self, entry)
                step(1)

    # What holds for a deck

    def scheduling(self, deck_id: str) -> Scheduling:
        """How a deck is scheduled, as the settings say."""
        return self.settings.for_deck(deck_id)

    def options(self, deck_id: str) -> DeckOptions:
        """How a deck's next intervals are reckoned: the settings, and the weights that were fitted last."""
        if deck_id not in self._options:
            self._options[deck_id] = self._options_of(deck_id)
        return self._options[deck_id]

    def _options_of(self, deck_id: str) -> DeckOptions:
        own = self.settings.for_deck(deck_id)
        fitted = None if own.parameters else self.log.last_fitted(deck_id)
        return DeckOptions(
            own.desired_retention,
            own.learning_steps,
            own.relearning_steps,
            own.maximum_interval_days,
            own.fuzz,
            own.parameters or (fitted.parameters if fitted else ()) or DEFAULT_PARAMETERS,
            own.leech_threshold,
            own.leech_action is Leech.SUSPEND,
        )

    def fitted(self, deck_id: str, parameters: tuple[float, ...], body: Mapping[str, Any]) -> None:
        """Use weights from now on, for a deck or with an empty id for all. Raises NotSaved."""
        from trainer.reviews.entries import Fitted

        moment = self.now()
        self.log.add(Fitted(*self.stamp(moment), deck_id, parameters, body))
        self._options.clear()

    def aim(self, deck_id: str, date: dt.date | None, minutes: int) -> None:
        """Name the day by which a deck is to be known and the minutes a day; None calls it off. Raises NotSaved."""
        from trainer.reviews.entries import Aim

        moment = self.now()
        self.log.add(Aim(*self.stamp(moment), deck_id, moment.day_of(date) if date else 0, minutes))

    def aim_ahead(self, deck_id: str) -> Aim | None:
        """The day by which a deck is to be known, while it is still to come."""
        aim = self.log.last_aim(deck_id)
        return aim if aim and aim.day_due > self.now().day else None

    def log_override(self, topic: str, body: Mapping[str, Any]) -> None:
        """Put on record that a rule was overridden. Raises NotSaved."""
        from trainer.reviews.entries import Note

        self.log.add(Note(*self.stamp(self.now()), "", topic, dict(body)))


def _fetched(shelf: Shelf, paths: tuple[Path, ...], tell: TellOf) -> tuple[list[Cover], tuple[Finding, ...]]:
    """The decks, and what is wrong with them; of two files with one deck id, the first is taken."""
    covers: dict[str, Cover] = {}
    findings: list[Finding] = []
    for path in paths or locations.deck_files():
        try:
            shelved = shelf.fetch(path, covers, tell)
        except DeckRefused as error:
            if paths:
                raise
            findings.append(Finding(error.where, error.message, error.remedy))
            continue
        cover = shelved.cover
        findings.extend(shelved.findings)
        if cover.id in covers:
            message = f"has the deck id {cover.id!r} of {covers[cover.id].path}; it is left out."
            findings.append(Finding(str(path), message, "Give one of them another id."))
        else:
            covers[cover.id] = cover
    return list(covers.values()), tuple(findings)
