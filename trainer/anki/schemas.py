"""Note types and decks as Anki's collections keep them: JSON in schema 11, tables and Protocol Buffers in schema 18.

Source: Anki, rslib/src/storage/schema11.sql, rslib/src/storage/upgrades, proto/anki/notetypes.proto.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import apsw

from trainer.anki import protobuf
from trainer.errors import ImportRefused

_AGAIN = "Export the deck from Anki again."
_CLOZE = 1


@dataclass(frozen=True, slots=True)
class NoteType:
    """What kind of note: its fields, and how each of its cards looks."""

    name: str
    """As its owner calls it."""
    is_cloze: bool
    """Whether deletions make its cards, and not templates."""
    fields: tuple[str, ...]
    """Their names, in order."""
    templates: tuple[tuple[str, str], ...]
    """Front and back of each card, as Anki's template language."""


def object_of(text: Any) -> dict[str, Any]:
    """A JSON object. Raises ImportRefused for anything else."""
    try:
        found = json.loads(text)
    except (TypeError, ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise ImportRefused("its collection's list of note types or decks is damaged.", remedy=_AGAIN)
    return found


def types_11(models: dict[str, Any]) -> dict[int, NoteType]:
    """The note types of schema 11, by id."""
    found = {}
    for key, model in models.items():
        if key.isdecimal() and isinstance(model, dict):
            fields = _ordered(model.get("flds"))
            templates = tuple(
                (str(one.get("qfmt", "")), str(one.get("afmt", ""))) for one in _ordered(model.get("tmpls"))
            )
            names = tuple(str(field.get("name", "")) for field in fields)
            found[int(key)] = NoteType(str(model.get("name", "")), model.get("type") == _CLOZE, names, templates)
    return found


def _ordered(items: Any) -> list[dict[str, Any]]:
    """The objects of a JSON list by their `ord`."""
    objects = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return sorted(objects, key=lambda item: item["ord"] if isinstance(item.get("ord"), int) else 0)


def decks_11(decks: dict[str, Any]) -> dict[int, str]:
    """The decks of schema 11: id to name."""
    return {
        int(key): str(deck.get("name", "")) for key, deck in decks.items() if key.isdecimal() and isinstance(deck, dict)
    }


def types_18(db: apsw.Connection) -> dict[int, NoteType]:
    """The note types of schema 18, by id."""
    fields, templates = defaultdict(list), defaultdict(list)
    for type_, name in db.execute("select ntid, cast(name as blob) from fields order by ntid, ord"):
        fields[type_].append(_text(name))
    for type_, config in db.execute("select ntid, config from templates order by ntid, ord"):
        templates[type_].append((protobuf.text(config, 1), protobuf.text(config, 2)))
    return {
        id_: NoteType(_text(name), protobuf.number(config, 1) == _CLOZE, tuple(fields[id_]), tuple(templates[id_]))
        for id_, name, config in db.execute("select id, cast(name as blob), config from notetypes")
    }


def decks_18(db: apsw.Connection) -> dict[int, str]:
    """The decks of schema 18: id to name, `::` between the levels."""
    return {
        id_: _text(name).replace("\x1f", "::") for id_, name in db.execute("select id, cast(name as blob) from decks")
    }


def config_18(db: apsw.Connection) -> dict[str, Any]:
    """What schema 18 keeps of when its days begin."""
    found = {}
    for key, value in db.execute("select key, val from config where key in ('creationOffset', 'rollover')"):
        found[key] = json.loads(value)
    return found


def _text(value: Any) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value or "")
