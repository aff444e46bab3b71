"""The two note types that every exported card is made with; their ids and fields are frozen.

Anki compares the note type of a package with the receiver's by the ids of fields and templates. One more field, or one
less, makes a second note type at the receiver and leaves every note there as it was. What a later version has to say
goes into a spare field, renamed; a change of templates or style raises `_CHANGED_AT` alone.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from trainer.cards import GAP, Card, Kind

_CHANGED_AT = 1_795_651_200
"""When templates or style last changed, in Unix seconds: an older one at the receiver is replaced."""

_AFTER_FIRST = (
    "Answer", "Accepted", "Options", "Source sentence", "Brief", "Brief date", "As of", "Attribution", "Marking",
    "Status", "Card id", "Deck id", "Deck title", "Record", "Spare 2", "Spare 3",
)  # fmt: skip

RETIRED = "Retired: no longer asked."
"""What a retired card says of itself, in the field `Status`."""
RECORD = "Record"
"""The field of what a receiver does not read: see `particulars.py`."""


class Family(Enum):
    """A note type: its name in guids and file names, its id at Anki, how Anki makes cards of it, its first field."""

    QUESTION = ("question", 1_762_905_600_001, 0, "Question")
    CLOZE = ("cloze", 1_762_905_600_002, 1, "Text")

    def __init__(self, slug: str, id_: int, type_: int, first_field: str) -> None:
        self.slug = slug
        self.id = id_
        self.type = type_
        self.fields = (first_field, *_AFTER_FIRST)

    @property
    def title(self) -> str:
        """Its name at Anki."""
        return f"Trainer {self.slug}"

    @classmethod
    def of(cls, slug: str) -> Family:
        """The family of this slug."""
        return cls[slug.upper()]


def family_of(card: Card) -> Family:
    """The note type that a card is exported with; a cloze card without a gap would make an empty note."""
    return Family.CLOZE if card.kind is Kind.CLOZE and GAP in card.question else Family.QUESTION


def notetype(family: Family) -> dict[str, Any]:
    """The note type as schema 11 keeps it under `col.models`."""
    return {
        "id": family.id,
        "name": family.title,
        "type": family.type,
        "mod": _CHANGED_AT,
        "usn": -1,
        "sortf": 0,
        "did": None,
        "tmpls": [_template(family)],
        "flds": [_field(family, ord_) for ord_ in range(len(family.fields))],
        "css": _file("card.css"),
        "latexPre": "",
        "latexPost": "",
        "req": [[0, "any", [0]]],
        "tags": [],
        "vers": [],
    }


def _template(family: Family) -> dict[str, Any]:
    """The one card that a note has; its back begins as its front, a deletion now filled in and nothing to type in."""
    front = _file(f"{family.slug}.front.html")
    return {
        "name": "Card",
        "ord": 0,
        "id": family.id * 100,
        "qfmt": front + _file("typing.html"),
        "afmt": front + _file("back.html"),
        "did": None,
        "bqfmt": "",
        "bafmt": "",
    }


def _field(family: Family, ord_: int) -> dict[str, Any]:
    """One field; Anki asks before it lets anybody delete it."""
    return {
        "name": family.fields[ord_],
        "ord": ord_,
        "id": family.id * 100 + 1 + ord_,
        "sticky": False,
        "rtl": False,
        "font": "Arial",
        "size": 20,
        "preventDeletion": True,
    }


def _file(name: str) -> str:
    """One of the files beside this one."""
    from importlib import resources  # slow to load, and who only reads packages does without it

    return resources.files("trainer.anki").joinpath(name).read_text(encoding="utf-8")
