"""The review log: what happened, never changed, and where each card stands after it, saved in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from trainer.reviews.review import Review, entry_id
from trainer.reviews.rows import (
    ENTRY_COLUMNS,
    STANDS,
    STATE_COLUMNS,
    state_of,
    state_row,
)
from trainer.reviews.states import CardState, New
from trainer.reviews.store import Store, Values

if TYPE_CHECKING:
    from trainer.reviews.entries import Aim, CardEntry, Entry, Fitted, Note, Undo  # loaded with `entry_rows`

Body = Mapping[str, Any]
Settle = Callable[[CardState, Review], tuple[Review, CardState]]
"""Where a card stands and a review of it, to the review as it goes on record and where the card stands after it."""
Change = Callable[[CardState, "CardEntry"], CardState]
Replay = Callable[[Iterable["Entry"]], CardState]

_MARKS = ", ".join("?" * 12)
_ADD = f"insert into log (device, {ENTRY_COLUMNS}) values ({_MARKS})"
_ADD_ONCE = f"insert or ignore into log (device, {ENTRY_COLUMNS}) values ({_MARKS})"
_PLACES = ", ".join(f"{name} = excluded.{name}" for name in STATE_COLUMNS.split(", "))
_STORE = (
    f"insert into card_state (deck, card, {STATE_COLUMNS}) values ({', '.join('?' * 18)}) "
    f"on conflict (deck, card) do update set {_PLACES}, queue = case when listed = 0 then 'unlisted' "
    "when excluded.suspended then 'suspended' else excluded.stage end"
)
_STATE = f"select {STATE_COLUMNS} from card_state where deck = ? and card = ?"
_MOVES = "('review', 'suspend', 'bury', 'set due', 'reset', 'flag', 'recall', 'options')"


class Log:
    """One person's review log."""

    def __init__(self, store: Store) -> None:
        """The log in an open database."""
        self.store = store
        self._device: str = store.rows("select value from meta where key = 'device'")[0][0]

    def record(self, review: Review, settle: Settle, options: Body | None = None) -> tuple[Review, CardState]:
        """Add a review and move its card on, in one transaction; on return both are on the disk.

        The card moves on from where the database says it stands, which another window may have changed. The options
        that it moves by, by name, go on record before it unless they are the deck's last, so that a replay uses them.
        Practice moves no card. Raises NotSaved; nothing was changed then.
        """
        with self.store.transaction():
            before = self.state(review.deck, review.card)
            if review.practice:
                self._add(review)
                return review, before
            self._put_on_record(options, review)
            settled, after = settle(before, review)
            self._add(settled)
            self._keep(review.deck, review.card, after)
        return settled, after

    def apply(self, entry: CardEntry, change: Change, options: Body | None = None) -> CardState:
        """Add an entry about a card and change where it stands, in one transaction; options as in `record`.

        Raises NotSaved.
        """
        with self.store.transaction():
            self._put_on_record(options, entry)
            after = change(self.state(entry.deck, entry.card), entry)
            self._add(entry)
            self._keep(entry.deck, entry.card, after)
        return after

    def take_back(self, undo: Undo, replay: Replay) -> CardState:
        """Add an undo and put its card back to where its other entries left it. Raises NotSaved."""
        with self.store.transaction():
            self._add(undo)
            after = replay(self.entries_of(undo.deck, undo.card))
            self._keep(undo.deck, undo.card, after)
        return after

    def add(self, *entries: Entry) -> None:
        """Add entries that move no card, in one transaction. Raises NotSaved."""
        with self.store.transaction():
            for entry in entries:
                self._add(entry)

    def add_all(self, entries: Iterable[Entry], replay: Replay) -> int:
        """Add entries from elsewhere, each once however often it is given, and move their cards; how many were new.

        Raises NotSaved; nothing was changed then.
        """
        from trainer.reviews.entry_rows import entry_row

        with self.store.transaction():
            known = {row[0] for row in self.store.rows("select id from log")}
            fresh = [entry for entry in entries if entry.id not in known]
            self.store.do_each(_ADD_ONCE, ((self._device, *entry_row(entry)) for entry in fresh))
            for deck, card in dict.fromkeys((entry.deck, getattr(entry, "card", "")) for entry in fresh):
                if card:
                    self._keep(deck, card, replay(self.entries_of(deck, card)))
        return len(fresh)

    def cards(self) -> list[tuple[str, str]]:
        """Deck and id of every card that the log says anything of, or of which it is kept where it stands."""
        query = "select deck, card from log where card <> '' union select deck, card from card_state "
        query += "where stage <> 'new' or suspended or buried_until or flag or reps order by 1, 2"
        return [(deck, card) for deck, card in self.store.rows(query)]

    def reviewed(self) -> dict[tuple[str, str], int]:
        """Deck and id of every card that was ever reviewed or practised, and how often."""
        query = "select deck, card, count(*) from log where kind in ('review', 'practice') group by 1, 2 order by 1, 2"
        return {(deck, card): count for deck, card, count in self.store.rows(query)}

    def settle_anew(self, cards: Iterable[tuple[str, str]], replay: Replay) -> None:
        """Put cards to where their entries lead, in one transaction. Raises NotSaved."""
        with self.store.transaction():
            for deck, card in cards:
                self._keep(deck, card, replay(self.entries_of(deck, card)))

    def is_new(self) -> bool:
        """Whether nothing was ever reviewed or practised; looked for from the log's end, where the reviews are."""
        query = "select 1 from log where kind in ('review', 'practice') order by seq desc limit 1"
        return not self.store.rows(query)

    def state(self, deck: str, card: str) -> CardState:
        """Where a card stands."""
        rows = self.store.rows(_STATE, (deck, card))
        return state_of(rows[0]) if rows else CardState()

    def states(self, deck: str) -> dict[str, CardState]:
        """Card id to state, for each card of a deck that something was ever said of."""
        query = f"select card, {STATE_COLUMNS} from card_state where deck = ?"
        known = ((card, state_of(tuple(row))) for card, *row in self.store.rows(query, (deck,)))
        return {card: state for card, state in known if state != CardState()}

    def entries_of(self, deck: str, card: str) -> list[Entry]:
        """What bears on where a card stands, in order: its entries that were not undone, and its deck's options."""
        return self._entries(f"deck = ? and card in (?, '') and kind in {_MOVES} and {STANDS}", (deck, card))

    def history(self, deck: str, card: str) -> list[Entry]:
        """All that ever happened to a card, in order: practice, what was undone, and the undoing too."""
        return self._entries("deck = ? and card = ?", (deck, card))

    def shown(self, deck: str) -> list[Review]:
        """A deck's reviews and practice that stand, in order."""
        found = self._entries(f"deck = ? and kind in ('review', 'practice') and {STANDS}", (deck,))
        return [entry for entry in found if isinstance(entry, Review)]

    def courses(self, deck: str) -> list[Entry]:
        """A deck's reviews that stand, and what begins a card anew, in order."""
        return self._entries(f"deck = ? and kind in ('review', 'reset', 'recall') and {STANDS}", (deck,))

    def remark(self, deck: str, card: str) -> str:
        """A person's note on a card; empty if there is none."""
        found = self._entries(f"deck = ? and card = ? and kind = 'remark' and {STANDS}", (deck, card))
        return found[-1].text if found else ""

    def last_fitted(self, deck: str) -> Fitted | None:
        """The weights that were fitted last, for a deck or else for all; None if none were."""
        found: Fitted | None = self._last("fitted", deck) or self._last("fitted", "")
        return found

    def last_aim(self, deck: str) -> Aim | None:
        """The day by which a deck is to be known; None if none was named or it was called off."""
        found: Aim | None = self._last("aim", deck)
        return found if found and found.day_due else None

    def notes(self, deck: str, topic: str) -> list[Note]:
        """What was put on record of a deck on a topic, in order."""
        where = "deck = ? and card = '' and kind = 'note' and json_extract(body, '$.topic') = ?"
        return self._entries(where, (deck, topic))

    def exported(self, deck: str) -> list[Values]:
        """A deck's notes as they were exported last: card, family, digest, changed_at, gone, tags, fields."""
        query = "select card, family, digest, changed_at, gone, tags, fields from exported where deck = ?"
        return [(*row[:4], bool(row[4]), *row[5:]) for row in self.store.rows(query, (deck,))]

    def remember_exported(self, deck: str, notes: Iterable[Values]) -> None:
        """Keep notes, each in the place of that of its card and family; in the order of `exported`. Raises NotSaved."""
        with self.store.transaction():
            query = "insert or replace into exported values (?, ?, ?, ?, ?, ?, ?, ?)"
            self.store.do_each(query, ((deck, *note) for note in notes))

    def _put_on_record(self, options: Body | None, entry: CardEntry) -> None:
        """Options that an entry moves its card by, unless they are the deck's last."""
        if options is None:
            return
        from trainer.reviews.entries import Options
        from trainer.reviews.entry_rows import options_body

        query = "select body from log where deck = ? and card = '' and kind = 'options' order by seq desc limit 1"
        last = self.store.rows(query, (entry.deck,))
        if not last or options_body(last[0][0]) != options:
            self._add(Options(entry_id(entry.at_ms), entry.at_ms, entry.tz_min, entry.day, entry.deck, options))

    def _last(self, kind: str, deck: str) -> Any:
        """The last entry of a kind about a deck as a whole; None if there is none."""
        query = f"select {ENTRY_COLUMNS} from log where deck = ? and card = '' and kind = ? order by seq desc limit 1"
        return next(iter(self._read(query, (deck, kind))), None)

    def _entries(self, where: str, values: Values) -> list[Any]:
        query = f"select {ENTRY_COLUMNS} from log where {where} order by seq"
        return self._read(query, values)

    def _read(self, query: str, values: Values) -> list[Any]:
        """The entries in rows of ENTRY_COLUMNS; what they can be is loaded once there is one."""
        rows = self.store.rows(query, values)
        if not rows:
            return []
        from trainer.reviews.entry_rows import entry_of

        return [entry_of(row) for row in rows]

    def _add(self, entry: Entry) -> None:
        from trainer.reviews.entry_rows import entry_row

        self.store.do(_ADD, (self._device, *entry_row(entry)))

    def _keep(self, deck: str, card: str, state: CardState) -> None:
        """Where a card stands from now on; a new card waits at its place in the deck."""
        position = self._position(deck, card) if isinstance(state.stage, New) else 0
        self.store.do(_STORE, (deck, card, *state_row(state, position)))

    def _position(self, deck: str, card: str) -> int:
        rows = self.store.rows("select position from card_state where deck = ? and card = ?", (deck, card))
        return int(rows[0][0]) if rows else 0
