"""The shelf: deck files as they were last read, card by card, so that an unchanged file need not be read again."""

from __future__ import annotations

import json
import time
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from trainer.cards import Card
from trainer.decks.cover import Cover
from trainer.decks.deck import Deck
from trainer.decks.shelf_keep import UNFILED, FileSeen, keep_cards, keep_deck
from trainer.decks.shelf_rows import as_json, card_of, cover_of, findings_of
from trainer.errors import Finding
from trainer.reviews.store import Store
from trainer.watched import TellOf, untold_of

if TYPE_CHECKING:
    from trainer.decks.edit import Edit

_SAME_MOMENT_NS = 2_000_000_000
"""A file that was written so shortly before it was read may be written again under the same time."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """A deck file on the shelf."""

    cover: Cover
    findings: tuple[Finding, ...]
    """What was wrong with it when it was read."""


class Shelf:
    """The decks that one person studies."""

    def __init__(self, store: Store) -> None:
        """The shelf in an open database."""
        self._store = store

    def fetch(self, path: Path, taken: Container[str] = (), tell: TellOf = untold_of) -> Shelved:
        """The deck in a file, read anew only if the file has changed; one whose id is taken stays off the shelf.

        `tell` hears how far the reading is. Raises DeckRefused and NotSaved, and what `tell` raises.
        """
        return self.unchanged(path) or self._read(path, taken, tell)

    def put(self, deck: Deck, findings: Iterable[Finding] = ()) -> Shelved:
        """A deck that was read already, kept without a file. Raises NotSaved."""
        return self._keep(deck, tuple(findings), UNFILED)

    def reread(self, cover: Cover, edit: Edit) -> Shelved:
        """A deck after cards in its file were edited: those alone, if nothing else changed since it was read.

        Raises DeckRefused and NotSaved.
        """
        from trainer.decks.read import read_text
        from trainer.decks.source import digest_of

        status = _status(edit.path)
        row = self._row(edit.path)
        is_known = (edit.old_sha256, "[]") == (row and row[3], row and row[5])
        cards = [wording.after for wording in edit.wordings if wording.after and not wording.card.marking]
        is_simple = len(cards) == len(edit.wordings)
        if is_known and is_simple and edit.new_sha256 == digest_of(read_text(edit.path)):
            return Shelved(keep_cards(self._store, cover, cards, (*status, edit.new_sha256)), ())
        return self._read(edit.path, ())

    def files(self) -> list[Path]:
        """Every deck file that was ever read and not put aside for another of its id, in the order of their paths."""
        rows = self._store.rows("select path from deck_file where sha256 <> '' order by path")
        return [Path(path) for (path,) in rows]

    def card(self, deck: str, card: str) -> Card | None:
        """One card; None if the deck does not have it."""
        row = next(iter(self._store.rows("select body from deck_card where deck = ? and card = ?", (deck, card))), None)
        return card_of(card, row[0]) if row else None

    def some(self, deck: str, cards: Sequence[str]) -> dict[str, Card]:
        """Card id to card, for those of a deck that are named, however many they are."""
        query = "select card, body from deck_card where deck = ? and card in (select value from json_each(?))"
        return {card: card_of(card, body) for card, body in self._store.rows(query, (deck, json.dumps(cards)))}

    def cards(self, deck: str) -> Iterator[Card]:
        """All cards of a deck in its order, read as they are asked for."""
        query = "select card, body from deck_card where deck = ? order by position"
        yield from (card_of(card, body) for card, body in self._store.walk(query, (deck,)))

    def asked(self, deck: str) -> Iterator[tuple[tuple[str, str], str, str]]:
        """Deck and id, folded question and folded answer of each current card of a deck, in its order."""
        query = "select card, asked, answered from deck_card where deck = ? and body ->> '$.status' is null "
        yield from (((deck, card), *words) for card, *words in self._store.walk(query + "order by position", (deck,)))

    def beside(self, deck: str, card: Card) -> list[Card]:
        """The other cards of a card's sentence or fact, in the deck's order."""
        told = [card.fact, card.source.sentence if card.source else ""]
        marks = [as_json(text) for text in told if text]
        if not marks:
            return []
        query = "select card, body from deck_card where deck = ? and card <> ? and ("
        query += " or ".join(["instr(body, ?)"] * len(marks)) + ") order by position"
        found = (card_of(*row) for row in self._store.rows(query, (deck, card.id, *marks)))
        return [other for other in found if is_beside(card, other)]

    def deck(self, cover: Cover) -> Deck:
        """A deck with all its cards."""
        cards = tuple(self.cards(cover.id))
        return Deck(cover.id, cover.title, cards, cover.briefs, cover.marking, cover.path, cover.extra)

    def unchanged(self, path: Path) -> Shelved | None:
        """What was read from a file, if its size and time are those of then; None if it has to be read."""
        row = self._row(path)
        try:
            status = path.stat()
        except OSError:
            return None
        is_old = row and status.st_mtime_ns + _SAME_MOMENT_NS < row[2]
        if not row or (status.st_size, status.st_mtime_ns) != row[:2] or not is_old:
            return None
        return Shelved(cover_of(row[4], path), findings_of(row[5]))

    def _row(self, path: Path) -> tuple[Any, ...] | None:
        """What is known of a file; nothing if it was kept before covers had all keys of `[deck]`."""
        query = "select size, mtime_ns, seen_ns, sha256, cover, findings from deck_file where path = ? "
        query += "and cover -> '$.extra' is not null"
        found: tuple[Any, ...] | None = next(iter(self._store.rows(query, (str(path.absolute()),))), None)
        return found

    def _read(self, path: Path, taken: Container[str], tell: TellOf = untold_of) -> Shelved:
        """A deck file read; its bytes may still be those of last time, whatever its time says."""
        from trainer.decks.read import parse_deck, read_text
        from trainer.decks.source import digest_of

        status = _status(path)
        text = read_text(path)
        row = self._row(path)
        digest = digest_of(text)
        if row and row[3] == digest:
            with self._store.transaction():
                self._store.do(
                    "update deck_file set size = ?, mtime_ns = ?, seen_ns = ? where path = ?",
                    (*status, str(path.absolute())),
                )
            return Shelved(cover_of(row[4], path), findings_of(row[5]))
        deck, findings = parse_deck(text, path, partial(tell, f"reading {path.name}"))
        if deck.id in taken:
            return Shelved(Cover.of(deck), findings)
        return self._keep(deck, findings, (*status, digest), tell)

    def _keep(self, deck: Deck, findings: tuple[Finding, ...], file: FileSeen, tell: TellOf = untold_of) -> Shelved:
        return Shelved(keep_deck(self._store, deck, findings, file, tell), findings)


def is_beside(card: Card, other: Card) -> bool:
    """Whether two cards are of one fact or came from one sentence."""
    same_fact = bool(card.fact) and card.fact == other.fact
    if card.source is None or other.source is None:
        return same_fact
    mine, theirs = card.source, other.source
    return same_fact or (mine.brief, mine.sentence) == (theirs.brief, theirs.sentence)


def _status(path: Path) -> tuple[int, int, int]:
    """A file's size, its time, and now by the same clock as far as one can know it. Raises DeckRefused by reading."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return (status.st_size, status.st_mtime_ns, time.time_ns())
