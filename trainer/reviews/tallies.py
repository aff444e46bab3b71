"""The log and the queues read for numbers: the log once from end to end, in slices; the queues from their index."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from trainer.reviews.review import LONGEST_MS
from trainer.reviews.rows import STANDS
from trainer.reviews.store import Store

SLICE = 50_000
"""How many entries are read at once: few enough that whoever waits can be told how far it is, or give it up."""
LATELY = 20_000
"""The log's last entries that tell how a person studies now: more would say no more and take longer."""

Row = tuple[str, str, str, int, int, int, int, int | None, str | None]
"""Deck, card, kind, study day, hour of the local clock, rating, milliseconds, confidence in percent, and what else.

What else is the body of an entry that is no review, and the verdict of a review that was answered by a range.
"""

_KINDS = "('review', 'practice', 'options', 'reset', 'set due', 'recall')"
_CONFIDENCE = "iif(instr(body, '\"confidence\":'), body ->> 'confidence', null)"
_ELSE = (
    "case when kind not in ('review', 'practice') then body "
    "when instr(body, '\"mode\":\"range\"') then iif(body ->> 'mode' = 'range', body ->> 'verdict', null) end"
)
_WALK = (
    "select deck, card, kind, day, (at_ms / 60000 + tz_min) / 60 % 24, ifnull(rating, 0), "
    f"min(ifnull(elapsed_ms, 0), {LONGEST_MS}), {_CONFIDENCE}, {_ELSE} from log "
    f"where seq > ?1 and seq <= ?2 and kind in {_KINDS} and +deck in (select value from json_each(?3)) "
    f"and {STANDS} order by seq"
)
_CURVE = "pow(1 + ?3 * max(0, max(due, ?2) - last_day) / stability, ?4)"
_DUE = (
    f"select max(due, ?2 - 1), count(*), sum({_CURVE}) from card_state indexed by card_queue "
    "where deck = ?1 and queue = 'reviewing' and due <= ?5 group by 1 order by 1"
)
_HARDEST = (
    "select card, lapses, difficulty, stability, leech, queue = 'suspended' from card_state where deck = ?1 "
    "and listed and stage <> 'new' and (lapses > 0 or leech) order by leech desc, lapses desc, difficulty desc, card "
    "limit ?2"
)
_STANDING = (
    "select card, ifnull(body ->> '$.source[0]', ''), ifnull(body ->> '$.kind', 'what'), "
    "ifnull(body ->> '$.tags', '[]'), queue, stability, difficulty, last_day "
    "from card_state join deck_card using (deck, card) where deck = ? and queue <> 'unlisted'"
)
_LATELY = (
    f"select log.deck, log.card, log.day, rating, min(elapsed_ms, {LONGEST_MS}), log.day = first_day from log "
    "join card_state on card_state.deck = log.deck and card_state.card = log.card "
    "where seq > (select max(seq) from log) - ? and kind = 'review' "
    "and +log.deck in (select value from json_each(?)) and first_day between 1 and log.day "
    f"and {STANDS} order by seq"
)


@dataclass(frozen=True, slots=True)
class Topic:
    """What some cards of a deck have in common."""

    deck: str
    """The deck's id."""
    brief: str
    """The id of the brief that they came from; empty for none."""
    kind: str
    """What they ask for."""
    tags: str
    """As a JSON list."""


Lately = tuple[str, str, int, int, int, int]
"""Deck, card, study day, rating, milliseconds, a minute at most, and whether the card was met first on that day."""
Standing = tuple[str, Topic, str, float, float, int]
"""Card, topic, queue, stability, difficulty, study day of the last review; stability is 0 while the card is new."""


class Tallies:
    """One person's log and queues, to be counted."""

    def __init__(self, store: Store) -> None:
        """What is in an open database."""
        self._store = store

    def last(self) -> int:
        """The place of the log's last entry."""
        found: int = self._store.rows("select ifnull(max(seq), 0) from log")[0][0]
        return found

    def slice(self, decks: Iterable[str], after: int) -> list[Row]:
        """What stands of some decks' entries in the next slice of the log, in order: reviews and what moves a stage."""
        return self._store.rows(_WALK, (after, after + SLICE, json.dumps(list(decks))))

    def lately(self, decks: Iterable[str]) -> list[Lately]:
        """Reviews of some decks that stand, in order, of the log's last entries; without those before a reset."""
        return self._store.rows(_LATELY, (LATELY, json.dumps(list(decks))))

    def due(self, deck: str, day: int, last_day: int, curve: tuple[float, float]) -> list[tuple[int, int, float]]:
        """Study day, cards due on it, and how many of them will be recalled, up to a last day; overdue is yesterday.

        The forgetting curve is given by its factor and its decay.
        """
        return self._store.rows(_DUE, (deck, day, *curve, last_day))

    def hardest(self, deck: str, most: int) -> list[tuple[Any, ...]]:
        """Card, lapses, difficulty, stability, whether it is a leech, whether it is set aside: worst first."""
        return self._store.rows(_HARDEST, (deck, most))

    def standings(self, deck: str) -> Iterator[Standing]:
        """Every current card of a deck and where it stands, read as they are asked for."""
        known: dict[tuple[str, str, str], Topic] = {}
        for card, brief, kind, tags, queue, stability, difficulty, last_day in self._store.walk(_STANDING, (deck,)):
            topic = known.get((brief, kind, tags))
            if topic is None:
                topic = known[brief, kind, tags] = Topic(deck, brief, kind, tags)
            yield card, topic, queue, stability, difficulty, last_day
