"""The lines of a draft's log: one gesture, one line."""

from __future__ import annotations

import hashlib
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from trainer.approval.decision import Reason
from trainer.cards import Card

FORMAT = 1
"""The version of the log that this version writes, and the newest that it reads."""

Key = tuple[str, str]
"""A card's id and the digest of what was shown of it: a card of other words is another proposal."""


def key_of(card: Card) -> Key:
    """The key of a proposed card, before any edit."""
    shown = (card.question, card.answer, card.source.sentence if card.source else "")
    return card.id, hashlib.sha256("\x1f".join(shown).encode("utf-8", "replace")).hexdigest()[:16]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True)

    at: int
    """Unix milliseconds; names the gesture, of which a log has one line."""


class Began(_Line):
    """The first line: what the log is about."""

    do: Literal["begin"] = "begin"
    format: int = FORMAT
    deck: str
    brief: str
    sha256: str


class Accept(_Line):
    """These cards go into the deck as proposed."""

    do: Literal["accept"] = "accept"
    cards: tuple[Key, ...]


class Edit(_Line):
    """This card goes into the deck with a person's words."""

    do: Literal["edit"] = "edit"
    card: Key
    question: str
    answer: str
    accepted: tuple[str, ...]
    as_of: str
    attribution: str
    distractors: tuple[str, ...] | None = None
    """None in lines of versions that could not change them: as proposed."""


class Refuse(_Line):
    """This card goes nowhere."""

    do: Literal["refuse"] = "refuse"
    card: Key
    reason: Reason
    note: str = ""


class Undo(_Line):
    """A gesture was taken back."""

    do: Literal["undo"] = "undo"
    of: int
    """When it was made."""


class Save(_Line):
    """What was accepted is in the deck."""

    do: Literal["save"] = "save"


class Close(_Line):
    """Everything was decided and saved; the refusals are remembered."""

    do: Literal["close"] = "close"


Entry = Began | Accept | Edit | Refuse | Undo | Save | Close
Verdict = Accept | Edit | Refuse
_ENTRY: TypeAdapter[Entry] = TypeAdapter(Annotated[Entry, Field(discriminator="do")])


def parse_entry(line: bytes) -> Entry:
    """The entry that a line holds. Raises ValueError."""
    return _ENTRY.validate_json(line)


def format_entry(entry: Entry) -> bytes:
    """The entry as a line, its end included."""
    return entry.model_dump_json().encode("utf-8", "replace") + b"\n"
