"""Deck files to decks: every mistake is named with its line, and costs no more than its own table."""

from __future__ import annotations

import stat
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from trainer import locations
from trainer.cards import Card, new_id
from trainer.decks.deck import FORMAT, BriefRef, Deck
from trainer.decks.format import BriefTable, CardTable, DeckTable, Table
from trainer.decks.mistakes import place_of, pydantic_reason, toml_reason
from trainer.decks.source import MAX_BYTES, Block, blocks
from trainer.errors import DeckRefused, Finding
from trainer.text import clean, one_line, slug
from trainer.watched import Tell, untold

T = TypeVar("T", bound=Table)


def read_deck(path: Path) -> tuple[Deck, tuple[Finding, ...]]:
    """The deck in a file and what is wrong with it. Raises DeckRefused if nothing of it can be read."""
    return parse_deck(read_text(path), path)


def read_text(path: Path) -> str:
    """A deck file's text. Raises DeckRefused: missing, no file, too large, not UTF-8."""
    where = one_line(str(path))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise DeckRefused("is not a file.", where=where, remedy="Name a deck file that ends in .toml.")
        if status.st_size > MAX_BYTES:
            size = f"is {status.st_size / 2**20:.0f} MiB; a deck may have {MAX_BYTES // 2**20} MiB."
            raise DeckRefused(size, where=where, remedy="Split it into several decks.")
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 text (byte {error.start})."
        raise DeckRefused(message, where=where, remedy="Save it as UTF-8.") from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"cannot be read: {reason}."
        meant = _namesake(path) if isinstance(error, FileNotFoundError) else ""
        remedy = f"Did you mean {meant}?" if meant else "Check the path and its permissions."
        raise DeckRefused(message, where=where, remedy=remedy) from error


def _namesake(path: Path) -> str:
    """The deck of that name where decks are kept, for somebody who left its folder or its ending away; else empty."""
    name = path.name.removesuffix(".toml")
    return next((one_line(str(deck)) for deck in locations.deck_files() if deck.stem == name and deck.is_file()), "")


def parse_deck(text: str, path: Path, tell: Tell = untold) -> tuple[Deck, tuple[Finding, ...]]:
    """The deck in a text; the path gives its name in findings, and its id if it has none.

    `tell` hears how many of its tables are read.
    """
    where = one_line(str(path))
    reading = _Reading(where)
    tell(0, text.count("\n[["))
    found = blocks(text)
    for number, block in enumerate(found, 1):
        reading.take(block)
        tell(number, len(found))
    if not reading.seen_anything:
        raise DeckRefused(
            "holds no deck.",
            where=where,
            remedy="A deck has a [deck] table and [[cards]]; see docs/deck-format.md.",
        )
    return reading.deck(path), tuple(reading.findings)


@dataclass(slots=True)
class _Reading:
    """What has been read so far."""

    where: str
    head: DeckTable | None = None
    briefs: dict[str, BriefRef] = field(default_factory=dict)
    cards: dict[str, Card] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    seen_anything: bool = False

    def take(self, block: Block) -> None:
        """Read one block, or say what is wrong with it."""
        try:
            table = block.table()
        except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
            self.note(
                block.line, f"{place_of(block)} is not TOML: {toml_reason(error, block)}.", _TOML_REMEDY, left_out=True
            )
            self.seen_anything |= block.name in _READERS
            return
        if block.name in _READERS:
            self.seen_anything = True
            _READERS[block.name](self, block, table)
        elif block.name:
            self.note(block.line, f"the table [{one_line(block.name, 40)}] is unknown; it is kept.", _KEY_REMEDY)
        else:
            self.take_top(block, table)

    def take_top(self, block: Block, table: dict[str, Any]) -> None:
        """`format`, above the first table. Raises DeckRefused for a newer format."""
        version = table.get("format", FORMAT)
        if not isinstance(version, int) or version > FORMAT:
            raise DeckRefused(
                f"is in deck format {one_line(repr(version), 20)}; this version reads format {FORMAT}.",
                where=f"{self.where}, line {block.line_of('format')}",
                remedy="Update trainer.",
            )
        for key in table.keys() - {"format"}:
            self.note(block.line_of(key), f"the key {one_line(key, 40)!r} is unknown; it is kept.", _KEY_REMEDY)

    def take_head(self, block: Block, table: dict[str, Any]) -> None:
        """`[deck]`; of two, the later one counts."""
        if self.head:
            self.note(block.line, "there is a second [deck] table, and it takes the place of the first.", "Remove one.")
        self.head = self.validated(DeckTable, block, table) or self.head

    def take_brief(self, block: Block, table: dict[str, Any]) -> None:
        """`[[briefs]]`."""
        brief = self.validated(BriefTable, block, table)
        if brief is None:
            return
        if brief.id in self.briefs:
            self.note(block.line, f"the brief id {brief.id!r} is used twice.", "Give each brief its own id.")
        self.briefs[brief.id] = brief.value()

    def take_card(self, block: Block, table: dict[str, Any]) -> None:
        """`[[cards]]`; a card without an id gets one from its question until `check --fix` writes it down."""
        card = self.validated(CardTable, block, table)
        if card is None:
            return
        card_id = card.id or provisional_id(card.question)
        if card.id is None:
            self.note(block.line, "the card has no id.", "Run `trainer check --fix` on this deck to give it one.")
        if card_id in self.cards:
            self.note_twin(block, card, card_id)
            return
        self.cards[card_id] = card.value(card_id)
        self.lines[card_id] = block.line

    def note_twin(self, block: Block, card: CardTable, card_id: str) -> None:
        """A card that cannot be told from an earlier one."""
        first = f"line {self.lines[card_id]}"
        if card.id is None:
            self.note(
                block.line,
                f"this card asks what the card on {first} asks; it is left out.",
                "Remove it.",
                left_out=True,
            )
        else:
            message = f"the card id {card_id!r} is used again (first on {first}); this card is left out."
            self.note(block.line, message, "Delete this id and run `trainer check --fix`.", left_out=True)

    def validated(self, model: type[T], block: Block, table: dict[str, Any]) -> T | None:
        """The table as its model, or None with a finding for each thing that is wrong."""
        try:
            value = model.model_validate(table)
        except ValidationError as error:
            for mistake in error.errors(include_url=False):
                key = ".".join(str(part) for part in mistake["loc"])
                self.note(
                    block.line_of(*map(str, mistake["loc"])),
                    f"{place_of(block)} is left out: {pydantic_reason(key, mistake)}.",
                    "Mend it here.",
                    left_out=True,
                )
            return None
        if _hides_something(table):
            message = f"{place_of(block)} holds control or invisible characters; they are shown as marks or left out."
            self.note(block.line, message, "Remove them.")
        for key in value.model_extra or ():
            self.note(block.line_of(key), f"the key {one_line(key, 40)!r} is unknown; it is kept.", _KEY_REMEDY)
        return value

    def note(self, line: int, message: str, remedy: str, *, left_out: bool = False) -> None:
        """One more finding."""
        self.findings.append(Finding(f"{self.where}, line {line}", message, remedy, left_out))

    def deck(self, path: Path) -> Deck:
        """The deck read; a deck without a good `[deck]` table is named after its file."""
        if self.head is None:
            self.note(
                1,
                "there is no good [deck] table; the deck is named after its file.",
                "Add [deck] with an id.",
            )
        head = self.head or DeckTable(id=slug(path.stem))
        for card in self.cards.values():
            if card.source and card.source.brief not in self.briefs:
                message = f"the card's source names the brief {card.source.brief!r}, which the deck does not list."
                self.note(self.lines[card.id], message, "Add it under [[briefs]].")
        return Deck(
            id=head.id,
            title=head.title or head.id,
            cards=tuple(self.cards.values()),
            briefs=tuple(self.briefs.values()),
            marking=head.marking,
            path=path,
            extra=head.unknown,
        )


def provisional_id(question: str) -> str:
    """The id of a card that has none yet; `check --fix` writes down the same one, so no progress is lost."""
    return new_id("hand", question)


def _hides_something(value: Any) -> bool:
    """Whether any text in a table is not what it seems."""
    if isinstance(value, str):
        return clean(value) != value
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return any(map(_hides_something, parts))


_READERS = {"deck": _Reading.take_head, "briefs": _Reading.take_brief, "cards": _Reading.take_card}
_KEY_REMEDY = "Check its spelling, or leave it."
_TOML_REMEDY = "Mend it here; the other cards are read."
