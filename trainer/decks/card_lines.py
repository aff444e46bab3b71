"""The lines of one card in a deck file, with other values and the same comments, order and spaces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from trainer.cards import Card, Source
from trainer.decks.keys import Place, places
from trainer.decks.list_items import with_items
from trainer.decks.write import ORDER, card_table, format_entry


def with_id(block: str, card_id: str) -> str:
    """The block with the id that its card goes by, which would follow the question if it were not written down."""
    if ("id",) in places(block):
        return block
    header, newline, rest = block.partition("\n")
    return f'{header}{newline or chr(10)}id = "{card_id}"\n{rest}'


def with_values(block: str, card: Card, names: Iterable[str]) -> str:
    """The block with the named keys as the card has them."""
    table = card_table(card)
    for name in names:
        is_span = name == "source"
        block = _with_span(block, card.source) if is_span else _with_value(block, (name,), table.get(name))
    return block


def _with_span(block: str, source: Source | None) -> str:
    """The block with the source's span; a source written within braces is written anew."""
    if source is None:
        return block
    span = list(source.span) if source.span else None
    found = places(block)
    if ("source",) not in found:
        return _with_value(block, ("source", "span"), span)
    table = card_table(Card("", "", "", source=source))["source"]
    place = found["source",]
    return block[: place.start] + f"{{ {', '.join(map(_bare, table.items()))} }}" + block[place.end :]


def _with_value(block: str, path: tuple[str, ...], value: Any) -> str:
    """The block with one key's value: replaced where it stands, removed, or on a new line in its usual order."""
    found = places(block)
    place = found.get(path)
    if place is None:
        return block if value is None else _with_line(block, found, path, value)
    if value is None and "#" not in block[place.line : place.line_end]:
        return block[: place.line] + block[place.line_end :]
    value = _empty(block, place) if value is None else value
    written = with_items(block[place.start : place.end], value) or _value(path[-1], value)
    return block[: place.start] + written + block[place.end :]


def _empty(block: str, place: Place) -> Any:
    """What stands for nothing where a comment keeps the line."""
    return [] if block[place.start] == "[" else ""


def _with_line(block: str, found: dict[tuple[str, ...], Place], path: tuple[str, ...], value: Any) -> str:
    """The block with a key on a line of its own, after the last of those that usually stand before it."""
    *table, name = path
    siblings = [key for key in found if list(key[:-1]) == table and (table or key[-1] in ORDER)]
    order = {key: number for number, key in enumerate(ORDER)}
    before = [key for key in siblings if table or order[key[-1]] < order[name]] or siblings
    anchor = found[max(before, key=lambda key: found[key].line)]
    line = anchor.indent + _bare((name, value)) + "\n"
    head = block[: anchor.line_end]
    return (head if head.endswith("\n") else head + "\n") + line + block[anchor.line_end :]


def _bare(entry: tuple[str, Any]) -> str:
    return format_entry(*entry).rstrip("\n")


def _value(name: str, value: Any) -> str:
    return _bare((name, value)).partition(" = ")[2]
