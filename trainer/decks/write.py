"""Decks to deck files: the same deck gives the same bytes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

import tomli_w

from trainer.cards import Card, Source
from trainer.decks.columns import Column, rows_of
from trainer.decks.deck import FORMAT, BriefRef, Deck
from trainer.decks.files import write_bytes
from trainer.watched import Tell, untold

ORDER = (
    "id", "fact", "kind", "question", "answer", "accepted", "reject", "distractors", "as_of", "attribution", "marking",
    "status", "superseded_by", "conflicts_with", "tags", "picture", "answer_picture", "origin",
)  # fmt: skip
"""A card's keys as they stand in a file."""
_VALUES = attrgetter(*ORDER)
_AT_ONCE = 2_000
_ROOM = 110  # characters
_BARE = re.compile("[A-Za-z0-9_-]+")
_ALWAYS = frozenset({"id", "kind", "question", "answer", "status", "origin"})


def format_deck(deck: Deck) -> str:
    """The deck as TOML, in the order of docs/deck-format.md."""
    return "".join(_parts(deck))


def _parts(deck: Deck, tell: Tell = untold) -> Iterator[str]:
    """The deck's text, some thousand cards at a time; `tell` hears how many are written, and of how many."""
    yield f"format = {FORMAT}\n\n[deck]\n{_body(head_table(deck), 'deck')}"
    for brief in deck.briefs:
        yield f"\n{format_brief(brief)}"
    for start in range(0, len(deck.cards), _AT_ONCE):
        tell(start, len(deck.cards))
        yield "\n".join(["", *format_cards(deck.cards[start : start + _AT_ONCE])])
    tell(len(deck.cards), len(deck.cards))


def format_brief(brief: BriefRef) -> str:
    """One `[[briefs]]` block."""
    return f"[[briefs]]\n{_body(brief_table(brief), 'briefs')}"


def format_card(card: Card) -> str:
    """One `[[cards]]` block; what is empty is left out."""
    return format_cards([card])[0]


def format_cards(cards: Sequence[Card]) -> list[str]:
    """The `[[cards]]` block of each card, made key by key: a deck of a hundred thousand cards is written in one go."""
    if not cards:
        return []
    columns: list[Column] = ["[[cards]]\n"]
    for name in ORDER:
        columns += _lines(name, list(map(attrgetter(name), cards)))
    if any(card.extra or card.source for card in cards):
        columns.append([_more(card) for card in cards])
    return rows_of(columns)


def _lines(name: str, values: list[Any]) -> list[Column]:
    """A key's line for each of its values; the ids, of which no two are the same, make a column in any case."""
    if name != "id" and values.count(values[0]) == len(values):
        return [_line(name, values[0])]
    if isinstance(values[0], str) and all(values) and _is_simple("".join(values)):
        return [f'{name} = "', values, '"\n']
    lines = {value: _line(name, value) for value in set(values)}
    return [[lines[value] for value in values]]


@lru_cache(maxsize=1 << 12)
def _line(name: str, value: Any) -> str:
    return format_entry(name, _listed(value)) if value or name in _ALWAYS else ""


def _more(card: Card) -> str:
    """A card's lines and tables after those of ORDER."""
    more = {**card.extra, **({"source": _source_table(card.source)} if card.source else {})}
    return _body(more, "cards")


def head_table(deck: Deck) -> dict[str, Any]:
    """The keys of `[deck]`."""
    return {"id": deck.id, "title": deck.title, **_given(marking=deck.marking), **deck.extra}


def brief_table(brief: BriefRef) -> dict[str, Any]:
    """The keys of one of `[[briefs]]`."""
    given = {part.name: getattr(brief, part.name) for part in fields(brief) if part.name != "extra"}
    return {**_given(**given), **brief.extra}


def card_table(card: Card) -> dict[str, Any]:
    """The keys of one of `[[cards]]`, its source last."""
    table: dict[str, Any] = {}
    for name, value in zip(ORDER, _VALUES(card), strict=True):
        if value or name in _ALWAYS:
            table[name] = _listed(value)
    return {**table, **card.extra, **({"source": _source_table(card.source)} if card.source else {})}


def _body(table: Mapping[str, Any], name: str) -> str:
    """A table's lines, and after them its tables, under the name by which the file calls it."""
    lines = [format_entry(key, value) for key, value in table.items() if isinstance(value, str) or not _tables(value)]
    for key, value in table.items():
        if isinstance(value, str):
            continue
        for inner in _tables(value):
            path = f"{name}.{_key(key)}"
            header = f"[{path}]" if isinstance(value, dict) else f"[[{path}]]"
            lines.append(f"\n{header}\n{_body(inner, path)}")
    return "".join(lines)


def _tables(value: Any) -> list[dict[str, Any]]:
    """The tables that a value is or lists; none for a value that stands on its key's line."""
    if isinstance(value, dict):
        return [value]
    return value if isinstance(value, list) and value and all(isinstance(item, dict) for item in value) else []


def format_entry(key: str, value: Any) -> str:
    """A key's line; a list of texts or numbers stands on one line where there is room."""
    quick = _quick(value)
    if quick and _BARE.fullmatch(key) and (isinstance(value, str) or len(key) + len(quick) + 4 <= _ROOM):
        return f"{key} = {quick}\n"
    written = tomli_w.dumps({key: value})
    if not isinstance(value, list) or not value or any(isinstance(item, list | dict) for item in value):
        return written
    first, *items, last, _ = written.split("\n")
    line = first + ", ".join(item.strip().removesuffix(",") for item in items) + last + "\n"
    return line if len(line) <= _ROOM else written


def _quick(value: Any) -> str:
    """A text, or a list of some, that needs no escape, as tomli_w writes it; empty for any other value.

    Nearly all values are such, and a deck of a hundred thousand cards has a million.
    """
    if isinstance(value, str):
        return f'"{value}"' if _is_simple(value) else ""
    if not isinstance(value, list) or not value:
        return ""
    items = [_quick(item) if isinstance(item, str) else "" for item in value]
    return f"[{', '.join(items)}]" if all(items) else ""


def _is_simple(text: str) -> bool:
    """Whether a text stands between quotation marks as it is."""
    return text.isprintable() and '"' not in text and "\\" not in text


def _listed(value: Any) -> Any:
    """A value of a card as TOML has it."""
    return list(value) if isinstance(value, tuple) else str(value)


def _key(key: str) -> str:
    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _source_table(source: Source) -> dict[str, Any]:
    table: dict[str, Any] = {"brief": source.brief}
    if source.paragraph is not None:
        table["paragraph"] = source.paragraph
    table["sentence"] = source.sentence
    if source.span:
        table["span"] = list(source.span)
    return table


def _given(**values: str | dt.date | None) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}


def write_deck(deck: Deck, path: Path, tell: Tell = untold) -> None:
    """Write the deck's file. Raises NotSaved, and what `tell` does; the old file then stands as it was."""
    write_bytes(path, (part.encode() for part in _parts(deck, tell)))
