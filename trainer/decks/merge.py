"""Merging proposed cards into a deck: what a person wrote or changed stays, and no card is asked twice."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from trainer.cards import Card
from trainer.decks.deck import BriefRef, Deck
from trainer.decks.files import rewrite_text
from trainer.decks.markings import highest
from trainer.decks.read import read_text
from trainer.decks.source import Block, blocks
from trainer.decks.write import brief_table, format_brief, format_card, format_cards, write_deck
from trainer.text import fold
from trainer.values.dates import MONTHS

_MONTH_BEHIND = re.compile(rf" \((?:{'|'.join(MONTHS[1:])}) \d{{4}}\)")
"""The month that a deck's title has behind the title of its brief."""


@dataclass(frozen=True, slots=True)
class Merge:
    """What a merge would do."""

    deck: Deck
    """The deck after it."""
    added: tuple[Card, ...]
    """Cards that the deck did not have."""
    kept: tuple[Card, ...]
    """The deck's own cards that a proposed card met, left as they were."""
    brief: BriefRef
    """The brief that the cards came from."""


def merge(deck: Deck, brief: BriefRef, proposed: tuple[Card, ...]) -> Merge:
    """The deck with the proposed cards that it does not have yet.

    A proposed card meets one of the deck's if they share the id, or the brief and the question; the deck's card wins.
    """
    ids = {card.id: card for card in deck.cards}
    questions = {_asked(card): card for card in deck.cards}
    added: list[Card] = []
    kept: list[Card] = []
    for card in proposed:
        met = ids.get(card.id) or questions.get(_asked(card))
        if met:
            kept.append(met)
        else:
            ids[card.id] = questions[_asked(card)] = card
            added.append(card)
    known = next((ref for ref in deck.briefs if ref.id == brief.id), None)
    if known is None:
        deck = replace(deck, title=_undated(deck))
    brief = _brought_up_to_date(known, brief) if known else brief
    briefs = tuple(brief if ref is known else ref for ref in deck.briefs) + (() if known else (brief,))
    return Merge(replace(deck, briefs=briefs, cards=(*deck.cards, *added)), tuple(added), tuple(kept), brief)


def _undated(deck: Deck) -> str:
    """The title of a deck that another brief joins: without the month of the one brief that it was named after."""
    named = deck.briefs[0].title if len(deck.briefs) == 1 else ""
    month = _MONTH_BEHIND.fullmatch(deck.title.removeprefix(named)) if named else None
    return named if month is not None else deck.title


def _brought_up_to_date(known: BriefRef, brief: BriefRef) -> BriefRef:
    """The brief as the deck has it, with the new text's digest; what the deck left open is filled in.

    Its marking can rise and never falls: a person may have raised it here.
    """
    return replace(
        known,
        title=known.title or brief.title,
        date=known.date or brief.date,
        file=known.file or brief.file,
        sha256=brief.sha256 or known.sha256,
        publisher=known.publisher or brief.publisher,
        marking=highest([known.marking, brief.marking]),
    )


def _asked(card: Card) -> tuple[str, str]:
    return (card.source.brief if card.source else "", fold(card.question))


def write_merge(result: Merge, path: Path) -> None:
    """Write a merge: a new file whole; an existing one keeps every comment, order and space of its own.

    Raises NotSaved; the old file then stands as it was.
    """
    if not path.exists():
        write_deck(result.deck, path)
        return
    text = _with_title(read_text(path), result.deck.title)
    parts = [_with_brief(text, result.brief), *("\n" + card for card in format_cards(result.added))]
    rewrite_text(path, "".join(parts))


def write_changes(path: Path, briefs: Iterable[BriefRef], added: Iterable[Card], changed: Iterable[Card]) -> None:
    """Add briefs and cards to a deck file, and put changed cards in the place of those with their ids.

    Every other block keeps each comment, order and space of its own. Raises NotSaved; the old file then stands.
    """
    text = read_text(path)
    instead = {card.id: card for card in changed}
    if instead:
        text = "".join(_replaced(block, instead) for block in blocks(text))
    for brief in briefs:
        text = _with_brief(text, brief)
    text = text if text.endswith("\n") else text + "\n"
    rewrite_text(path, text + "".join("\n" + card for card in format_cards(list(added))))


def _replaced(block: Block, instead: Mapping[str, Card]) -> str:
    """The block, or that of the card which takes its place; the comments that follow it stay."""
    try:
        card = instead.get(str(block.table().get("id", ""))) if block.name == "cards" else None
    except (ValueError, RecursionError):
        card = None
    return f"{format_card(card)}{_split_tail(block.text)[1]}" if card else block.text


def _with_title(text: str, title: str) -> str:
    """The file's text with the deck's title, where it has one, brought up to date."""
    return "".join(
        _with_keys(block.text, {"title": title}) if block.name == "deck" and "title" in block.table() else block.text
        for block in blocks(text)
    )


def _with_brief(text: str, brief: BriefRef) -> str:
    """The file's text with the brief's keys brought up to date, or its block added after the other briefs."""
    found = blocks(text)
    texts = [block.text for block in found]
    place = next((i for i, block in enumerate(found) if _brief_id(block) == brief.id), None)
    if place is None:
        place = max((i for i, block in enumerate(found) if block.name in {"deck", "briefs"}), default=0)
        body, tail = _split_tail(texts[place])
        texts[place] = f"{body}\n{format_brief(brief)}{tail}"
    else:
        texts[place] = _with_keys(texts[place], brief_table(brief))
    joined = "".join(texts)
    return joined if joined.endswith("\n") else joined + "\n"


def _brief_id(block: Block) -> str:
    """The id that stands in a brief's block; empty for any other block."""
    try:
        return str(block.table().get("id", "")) if block.name == "briefs" else ""
    except (ValueError, RecursionError):
        return ""


def _split_tail(block: str) -> tuple[str, str]:
    """A block's own lines, and the comments and empty lines after them, which belong to what follows."""
    lines = block.splitlines(keepends=True)
    own = len(lines)
    while own and not lines[own - 1].split("#")[0].strip():
        own -= 1
    body = "".join(lines[:own])
    return body if body.endswith("\n") or not body else body + "\n", "".join(lines[own:])


def _with_keys(block: str, table: dict[str, Any]) -> str:
    """The block with these keys: a value that is another is replaced where it stands, a new key follows the id."""
    [told] = tomllib.loads(block).values()
    present = told[0] if isinstance(told, list) else told
    for key, value in table.items():
        line = tomli_w.dumps({key: value}).rstrip("\n")
        if key not in present:
            place = re.search(r"^[ \t]*id[ \t]*=[^\n]*()", block, re.MULTILINE)
            line = f"\n{line}"
        elif present[key] != value:
            place = re.search(rf"^[ \t]*({key}[ \t]*=[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*'))", block, re.MULTILINE)
        else:
            place = None
        if place:
            block = block[: place.start(1)] + line + block[place.end(1) :]
    return block
