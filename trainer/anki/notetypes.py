"""The two note types that every exported card is made with; their ids and fields are frozen.

Anki compares the note type of a package with the receiver's by the ids of fields and templates. One more field, or one
less, makes a second note type at the receiver and leaves every note there as it was. What a later version has to say
goes into a spare field, renamed; a change of templates or style raises `_CHANGED_AT` alone.
"""

from __future__ import annotations

from enum import Enum
from importlib import resources
from typing import Any

from trainer.cards import GAP, Card, Kind

_CHANGED_AT = 1_795_478_400
"""When templates or style last changed, in Unix seconds: an older one at the receiver is replaced."""

_AFTER_FIRST = (
    "Answer", "Accepted", "Options", "Source sentence", "Brief", "Brief date", "As of", "Attribution", "Marking",
    "Status", "Card id", "Deck id", "Deck title", "Spare 1", "Spare 2", "Spare 3",
)  # fmt: skip


class Family(Enum):
    """A note type: its id at Anki, Anki's number for how it makes cards, and its first field."""

    QUESTION = (1_762_905_600_001, 0, "Question")
    CLOZE = (1_762_905_600_002, 1, "Text")

    def __init__(self, id_: int, type_: int, first_field: str) -> None:
        self.id = id_
        self.type = type_
        self.fields = (first_field, *_AFTER_FIRST)

    @property
    def slug(self) -> str:
        """Its name in guids and file names."""
        return self.name.lower()


def family_of(card: Card) -> Family:
    """The note type that a card is exported with; a cloze card without a gap would make an empty note."""
    return Family.CLOZE if card.kind is Kind.CLOZE and GAP in card.question else Family.QUESTION


def notetype(family: Family) -> dict[str, Any]:
    """The note type as schema 11 keeps it under `col.models`."""
    return {
        "id": family.id,
        "name": f"Trainer {family.slug}",
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
    """The one card that a note has; its back begins as its front, a deletion now filled in."""
    front = _file(f"{family.slug}.front.html")
    return {
        "name": "Card",
        "ord": 0,
        "id": family.id * 100,
        "qfmt": front,
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
    return resources.files("trainer.anki").joinpath(name).read_text(encoding="utf-8")
