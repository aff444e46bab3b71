"""Decks and cards put on the shelf, each in one transaction, and into the queues that its cards wait in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from trainer.cards import Card, Status
from trainer.decks.cover import Cover
from trainer.decks.deck import Deck
from trainer.decks.shelf_rows import card_row, cover_told, findings_told
from trainer.errors import Finding
from trainer.reviews.store import Store
from trainer.watched import TellOf

FileSeen = tuple[int, int, int, str]
"""A file's size, its time, when it was looked at (nanoseconds), and its text's SHA-256."""
UNFILED: FileSeen = (0, 0, 0, "")
"""Of a deck that is kept without a file."""
_SPREAD_BITS = 0x7FFF_FFFF
_LIST = (
    "insert into card_state (deck, card, listed, position, spread, fact, stage, step, due, interval_days, stability, "
    "difficulty, first_day, last_day, last_ms, reps, lapses, suspended, buried_until, flag, leech, overconfident, "
    "queue) values (?1, ?2, 1, ?3, ?4, ?5, 'new', 0, ?3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 'new') "
    "on conflict (deck, card) do update set "
    "listed = 1, position = ?3, spread = ?4, fact = ?5, due = case stage when 'new' then ?3 else due end, "
    "queue = case when suspended then 'suspended' else stage end"
)
_INTO_CARDS = "into deck_card values (?, ?, ?, ?, ?, ?, ?)"
_UNLIST = "update card_state set listed = 0, queue = 'unlisted' where deck = ?"


def keep_deck(store: Store, deck: Deck, findings: Iterable[Finding], file: FileSeen, tell: TellOf) -> Cover:
    """Keep a deck and its cards; cards that are gone leave their queues. Raises NotSaved, and what `tell` raises."""
    cover = Cover.of(deck)
    with store.transaction():
        store.do("delete from deck_card where deck = ?", (deck.id,))
        store.do_each(
            f"insert {_INTO_CARDS}", ((deck.id, *card_row(card, place)) for place, card in _heard(deck.cards, tell))
        )
        store.do(_UNLIST, (deck.id,))
        current = ((place, card) for place, card in enumerate(deck.cards) if card.status is Status.CURRENT)
        store.do_each(_LIST, (_listing(deck.id, card, place) for place, card in current))
        where = str(deck.path.absolute()) if deck.path else f":{deck.id}"
        values = (where, *file, deck.id, cover_told(cover), findings_told(findings))
        store.do("delete from deck_file where deck = ?", (deck.id,))
        store.do("insert or replace into deck_file values (?, ?, ?, ?, ?, ?, ?, ?)", values)
    return cover


def keep_cards(store: Store, cover: Cover, cards: Iterable[Card], file: FileSeen) -> Cover:
    """Keep some cards in their places, or at the deck's end. Raises NotSaved."""
    with store.transaction():
        for card in cards:
            _keep_card(store, cover.id, card)
        listed = store.rows("select count(*) from card_state where deck = ? and listed", (cover.id,))
        cover = replace(cover, size=listed[0][0])
        store.do(
            "update deck_file set size = ?, mtime_ns = ?, seen_ns = ?, sha256 = ?, cover = ? where deck = ?",
            (*file, cover_told(cover), cover.id),
        )
    return cover


def _keep_card(store: Store, deck: str, card: Card) -> None:
    query = "select position from deck_card where deck = ?1 and card = ?2 union all "
    query += "select coalesce(max(position) + 1, 0) from deck_card where deck = ?1 limit 1"
    place = store.rows(query, (deck, card.id))[0][0]
    store.do(f"replace {_INTO_CARDS}", (deck, *card_row(card, place)))
    if card.status is Status.CURRENT:
        store.do(_LIST, _listing(deck, card, place))
    else:
        store.do(f"{_UNLIST} and card = ?", (deck, card.id))


def _listing(deck: str, card: Card, place: int) -> tuple[str, str, int, int, str]:
    return (deck, card.id, place, _spread(card.id), card.fact)


def _heard(cards: Sequence[Card], tell: TellOf) -> Iterator[tuple[int, Card]]:
    """Each card with its place, and somebody told of it."""
    for place, card in enumerate(cards):
        tell("keeping its cards", place + 1, len(cards))
        yield place, card


def _spread(card_id: str) -> int:
    """A number that follows from a card's id, to shuffle by."""
    import hashlib

    return int.from_bytes(hashlib.sha256(card_id.encode()).digest()[:4]) & _SPREAD_BITS
